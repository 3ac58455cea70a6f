"""Who says a clause, so far as its own document tells.

A person who speaks for a body is that body's voice, and so is a paper that it issues. A source that
is an outlet is a citation. What a document gives no source for is its publisher's own: an outlet's,
of unknown depth, or that of the party that publishes it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sayso.desk.claims.words import folded
from sayso.desk.families.names import same_house
from sayso.desk.origins.described import Descriptions
from sayso.desk.origins.listed import pattern, walks
from sayso.desk.origins.names import Names, Use
from sayso.desk.origins.outlets import Outlets
from sayso.reading.intervals import union, within
from sayso.reading.sourcing.nouns import is_person
from sayso.records.reading import Analysis, Attribution
from sayso.records.vocabulary import SourceKind

Kind = Literal["own", "outlet", "named", "unnamed"]

_REACH = 160
"""Characters in which a person and the body that they speak for stand beside each other."""

_RELATIVE = frozenset("who which that whose whom this what it they".split())
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_NEAR = 60

_SHORT = 3
"""Words of the longest description that can only mean somebody named: "the harbour board"."""

_PERSONAL = frozenset("he she him her his".split())


class Voice(Struct, frozen=True, kw_only=True):
    """Whoever says something in a document. `key` is the same for the same origin; `label` is what
    a reader is shown, `person` who they are, `party` the body that they speak for, `walks` their
    walks of life, `paper` the noun for the document that they speak through.

    "own": the outlet, of unknown depth. "outlet": another one that it cites. "named": somebody
    whom a reader could look up, or a reporter who was there. "unnamed": somebody described.
    """

    kind: Kind
    key: str
    label: str
    source_kind: SourceKind | None
    party: str | None = None
    person: str | None = None
    walks: frozenset[str] = frozenset()
    paper: str | None = None


class Voices:
    """Finds the voice of each clause; made once for a set of documents."""

    def __init__(
        self,
        analyses: Sequence[Analysis],
        names: Names,
        outlets: Outlets,
        descriptions: Descriptions,
    ) -> None:
        self._names = names
        self._descriptions = descriptions
        self._outlets = outlets
        self._bodies = _bodies(analyses, names, outlets)
        self._watched = {each.id: _watched(each) for each in analyses}

    def of(self, analysis: Analysis, item: Attribution | None, *, sentence: int) -> Voice:
        """Who says what an attribution tells, or what none does, in a sentence by its number."""
        item = item and _mended(analysis.text, item)
        said = " ".join(analysis.text[start:end] for start, end in item.source) if item else ""
        if item is None or (_relative(said) and not self._resolved(analysis, item, said)):
            seen = self._watched[analysis.id] & {sentence, sentence + 1}
            return (
                self._reporter(analysis, "its own reporter", "saw") if seen else self.own(analysis)
            )
        cue = " ".join(analysis.text[start:end] for start, end in item.cue)
        itself = bool(pattern("self").search(said))
        if pattern("reporter").search(said) and (itself or "newspaper" in said):
            return self._reporter(analysis, said, cue)
        if itself and not self._outlets.parties.get(analysis.publisher or ""):
            return self.own(analysis)
        uses = self._uses(analysis, item)
        outlet = self._outlet(analysis, uses, said)
        if outlet:
            own = same_house(outlet, analysis.publisher)
            return (
                self.own(analysis)
                if own
                else Voice(kind="outlet", key=outlet, label=outlet, source_kind="media")
            )
        person = next((use for use in uses if self._is_person(use.bearer)), None)
        lead = person or (uses[0] if uses else None)
        bearer = lead.bearer if lead else self._resolved(analysis, item, said)
        if bearer is not None:
            return self._named(bearer, said, cue, item)
        return self._unnamed(analysis, item, said)

    def own(self, analysis: Analysis) -> Voice:
        """The publisher's own voice, a party's where it is one."""
        party = self._outlets.parties.get(analysis.publisher or "")
        if party:
            return Voice(
                kind="named",
                key=self._bodies.get(party, party),
                label=analysis.publisher or party,
                source_kind="named_organisation",
                party=party,
            )
        label = analysis.publisher or analysis.id
        return Voice(kind="own", key=label, label=label, source_kind=None)

    def _reporter(self, analysis: Analysis, said: str, cue: str) -> Voice:
        if not pattern("saw").search(cue):
            return self.own(analysis)
        label = " ".join(said.split())
        return Voice(
            kind="named", key=f"/reporter {analysis.publisher}", label=label, source_kind="media"
        )

    def _uses(self, analysis: Analysis, item: Attribution) -> list[Use]:
        """The names in a source, whole even where its span ends inside one."""
        return [
            use
            for use in self._names.uses[analysis.id]
            if any(use.start < end and start < use.end for start, end in item.source)
            and not use.place
        ] or self._apposed(analysis, item)

    def _apposed(self, analysis: Analysis, item: Attribution) -> list[Use]:
        """The name that a described source stands behind: "Ana Bel, a spokeswoman, said"."""
        text, (start, end) = analysis.text, item.source[0]
        said = text[start:end]
        start += len(said) - len(said.lstrip(", "))
        end -= len(said) - len(said.rstrip(", "))
        if not text.startswith(",", end):
            return []
        return [
            use
            for use in self._names.uses[analysis.id]
            if use.start < start and text[use.end : start] == ", " and not use.place
        ]

    def _outlet(self, analysis: Analysis, uses: Sequence[Use], said: str) -> str | None:
        """The outlet that a source is, unless it is somebody who spoke to one."""
        if uses and not self._outlets.called(analysis.text[uses[0].start : uses[0].end]):
            return None
        if found := self._outlets.within(said):
            return found
        name = analysis.text[uses[0].start : uses[0].end] if uses else _ARTICLE.sub("", said)
        return self._outlets.called(name.strip())

    def _is_person(self, bearer: str) -> bool:
        return bearer not in self._names.bodies

    def _resolved(self, analysis: Analysis, item: Attribution, said: str) -> str | None:
        """Whom a pronoun or a description means: the entity that reading found, if it has a name
        that can be meant, else for "he" and "she" the person named last."""
        personal = folded(said) in _PERSONAL
        entity = next((e for e in analysis.entities or () if e.id == item.source_entity), None)
        called = entity.names if entity else (item.source_entity or "",)
        found = {self._names.bearer(analysis.id, name) for name in called if name[:1].isupper()}
        real = {
            bearer
            for bearer in found
            if bearer
            and not self._outlets.called(self._names.called[bearer])
            and (self._is_person(bearer) or not personal)
        }
        read = next(iter(real)) if len(real) == 1 else None
        if not personal:
            return read or self._described(analysis, item)
        before = self._persons_before(analysis, item.source[0][0])
        if read is None:
            return before[-1].bearer if before else None
        opens = max(
            (s.start for s in analysis.sentences or () if s.start <= item.source[0][0]), default=0
        )
        here = [use.bearer for use in before if use.start >= opens]
        return here[-1] if here and read not in here else read

    def _described(self, analysis: Analysis, item: Attribution) -> str | None:
        """The one person or body that a source's words can only mean: "the board", "the envoy"."""
        start, end = item.source[0]
        if (
            not _ARTICLE.match(analysis.text[start:end])
            or len(analysis.text[start:end].split()) > _SHORT
        ):
            return None
        return next(self._descriptions.within(analysis, start, end), None)

    def _persons_before(self, analysis: Analysis, at: int) -> list[Use]:
        return [
            use
            for use in self._names.uses[analysis.id]
            if use.end <= at
            and not use.place
            and self._is_person(use.bearer)
            and not self._outlets.called(self._names.called[use.bearer])
        ]

    def _named(self, bearer: str, said: str, cue: str, item: Attribution) -> Voice:
        called = self._names.called[bearer]
        body = self._bodies.get(bearer)
        body_itself = bearer in self._names.bodies
        kind: SourceKind = "named_organisation" if body_itself else "named_person"
        return Voice(
            kind="named",
            key=body or bearer,
            label=called,
            source_kind="document" if item.source_kind == "document" else kind,
            party=body or (bearer if body_itself else None),
            person=None if body_itself else bearer,
            walks=_walks(said),
            paper=_paper(f"{said} {cue}"),
        )

    def _unnamed(self, analysis: Analysis, item: Attribution, said: str) -> Voice:
        described = _label(said)
        paper = _paper(described)
        if item.source_kind == "document" or (
            paper and not is_person(folded(described.split()[-1]))
        ):
            return Voice(
                kind="named",
                key=f"/paper {paper or folded(described)}",
                label=described,
                source_kind="document",
                paper=paper,
            )
        head = item.source_entity or folded(_ARTICLE.sub("", described))
        return Voice(
            kind="unnamed",
            key=f"/unnamed {analysis.id} {head}",
            label=described,
            source_kind=item.source_kind,
            walks=_walks(described),
        )


def _watched(analysis: Analysis) -> frozenset[int]:
    """The sentences in which an outlet's own reporter is said to have been there and seen it."""
    content = union(span for item in analysis.attributions or () for span in item.content)
    return frozenset(
        number
        for number, sentence in enumerate(analysis.sentences or ())
        for match in pattern("watched").finditer(analysis.text, sentence.start, sentence.end)
        if not within(content, match.start(), match.end())
    )


def _mended(text: str, item: Attribution) -> Attribution:
    """An attribution whose source is more than an article: whole up to its cue."""
    start, end = item.source[0] if item.source else (0, 0)
    cue = min((begin for begin, _ in item.cue if begin > end), default=end)
    if text[start:end].lower() not in ("a", "an", "the") or not 0 < cue - end < _NEAR:
        return item
    return replace(item, source=((start, cue - 1), *item.source[1:]))


def _label(said: str) -> str:
    """What somebody is called, without the verb or the clause that a source's span runs on into."""
    plain = " ".join(said.split()).strip(" ,")
    return pattern("runs_on").sub("", plain) or plain


def _relative(said: str) -> bool:
    """Whether a source is a pronoun that points back, or begins with "whose"."""
    words = said.split()
    return (
        bool(words) and (len(words) == 1 or words[0] == "whose") and folded(words[0]) in _RELATIVE
    )


def _walks(described: str) -> frozenset[str]:
    words = (folded(word) for word in re.findall(r"[\w-]+", described))
    return frozenset(
        walks()[form]
        for word in words
        for form in (word, word.removesuffix("s"))
        if form in walks()
    )


def _paper(said: str) -> str | None:
    found = pattern("paper").search(said)
    return folded(found[1]) if found else None


def _bodies(analyses: Sequence[Analysis], names: Names, outlets: Outlets) -> dict[str, str]:
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
    uses = [
        use
        for use in names.uses[analysis.id]
        if not use.place and not outlets.called(names.called[use.bearer])
    ]
    yield from _by_description(text, uses, names)
    for one, other in pairwise(uses):
        between = text[one.end : other.start]
        if len(between) > _REACH or one.bearer == other.bearer:
            continue
        first, second = (_whole_body(use.bearer, names) for use in (one, other))
        if second and not first:
            apposed = re.fullmatch(r",\s+(?:the\s+)?", between) and pattern("apposed").match(
                text[other.end :]
            )
            if apposed or pattern("speaks_for").search(between):
                yield one.bearer, other.bearer
        elif first and not second:
            role = pattern("role_of").search(text[max(0, one.start - 40) : one.start])
            named = between == ", " and role and is_person(role[1].lower())
            led = pattern("leads").search(between)
            if named or pattern("owned").search(between) or (led and is_person(led[1].lower())):
                yield other.bearer, one.bearer


def _by_description(text: str, uses: Sequence[Use], names: Names) -> Iterator[tuple[str, str]]:
    """Persons whose body is not named beside them: "Its secretary, Ana Bel", "Ana Bel of the
    company"."""
    body: str | None = None
    for use in uses:
        if _whole_body(use.bearer, names):
            body = use.bearer
        elif body and use.bearer not in names.bodies:
            before = text[max(0, use.start - _NEAR) : use.start]
            noun = pattern("of_noun").match(text, use.end) or pattern("the_bodys").search(before)
            theirs = noun and (
                noun[1].lower() == names.called[body].split()[-1].lower()
                or bool(pattern("any_body").match(noun[1]))
            )
            if theirs or pattern("its").search(before):
                yield use.bearer, body


def _whole_body(bearer: str, names: Names) -> bool:
    """Whether a name is a body's in full: "Secretariat" alone is some body's."""
    return bearer in names.bodies and " " in bearer
