"""Which body each person speaks for, so far as documents say: "Ana Bel of the Guard"."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.desk.origins.listed import pattern
from sayso.desk.origins.names import Names, Use
from sayso.desk.origins.outlets import Outlets
from sayso.reading.sourcing.nouns import is_person
from sayso.records.reading import Analysis

_REACH = 160
"""Characters in which a person and the body that they speak for stand beside each other."""

_NEAR = 60
"""Characters before a person in which "its secretary" stands."""

_ROLE = 40
"""Characters before a body in which a person's role in it stands."""


def spoken_for(analyses: Sequence[Analysis], names: Names, outlets: Outlets) -> dict[str, str]:
    """The body that each person speaks for, by the documents that say so most often."""
    votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for analysis in analyses:
        for person, body in _beside(analysis, names, outlets):
            votes[person][body] += 1
    return {
        person: min(said, key=lambda body: (-said[body], body))
        for person, said in sorted(votes.items())
    }


def _beside(analysis: Analysis, names: Names, outlets: Outlets) -> Iterator[tuple[str, str]]:
    """Persons and bodies that stand beside each other as such do: "Col. Tal of the Guard"."""
    text = analysis.text
    parties = frozenset(outlets.parties.values())
    uses = [
        use
        for use in names.uses[analysis.id]
        if not use.place and not outlets.called(names.called[use.bearer])
    ]
    openings = [sentence.start for sentence in analysis.sentences or ()]
    yield from _by_description(text, uses, names, openings)
    for one, other in pairwise(uses):
        between = text[one.end : other.start]
        if len(between) > _REACH or one.bearer == other.bearer:
            continue
        if {one.bearer, other.bearer} <= parties:
            continue
        first, second = (
            use.bearer in parties or _whole_body(use.bearer, names) for use in (one, other)
        )
        if second and not first:
            apposed = re.fullmatch(r",\s+(?:the\s+)?", between) and pattern("apposed").match(
                text[other.end :]
            )
            if apposed or pattern("speaks_for").search(between):
                yield one.bearer, other.bearer
        elif first and not second:
            role = pattern("role_of").search(text[max(0, one.start - _ROLE) : one.start])
            named = between == ", " and role and is_person(role[1].lower())
            led = pattern("leads").search(between)
            if named or pattern("owned").search(between) or (led and is_person(led[1].lower())):
                yield other.bearer, one.bearer


def _by_description(
    text: str, uses: Sequence[Use], names: Names, openings: Sequence[int]
) -> Iterator[tuple[str, str]]:
    """Persons whose body is not named beside them: "Its secretary, Ana Bel", "Ana Bel of the
    company"."""
    last: str | None = None
    before: list[Use] = []
    for use in uses:
        if _whole_body(use.bearer, names):
            last = use.bearer
            before.append(use)
        elif last and use.bearer not in names.bodies:
            said = text[max(0, use.start - _NEAR) : use.start]
            noun = pattern("of_noun").match(text, use.end) or pattern("the_bodys").search(said)
            if noun and (
                noun[1].lower() == names.called[last].split()[-1].lower()
                or bool(pattern("any_body").match(noun[1]))
            ):
                yield use.bearer, last
            elif pattern("its").search(said) and (body := _subject(text, before, use, openings)):
                yield use.bearer, body


def _subject(text: str, bodies: Sequence[Use], person: Use, openings: Sequence[int]) -> str | None:
    """The body that "its" means before a person: the first of the sentence, which is what it is
    about, else the first of the sentence before; one that only owns what is spoken of comes last.
    """
    opened = bisect_right(openings, person.start)
    for number in (opened - 1, opened - 2):
        if number < 0:
            break
        end = openings[number + 1] if number + 1 < len(openings) else person.start
        inside = [use for use in bodies if openings[number] <= use.start < end]
        if inside:
            return min(inside, key=lambda use: text.startswith(("'s", "’s"), use.end)).bearer
    return None


def _whole_body(bearer: str, names: Names) -> bool:
    """Whether a name is a body's in full: "Secretariat" alone is some body's."""
    return bearer in names.bodies and " " in bearer
