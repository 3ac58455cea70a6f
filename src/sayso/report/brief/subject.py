"""What a question is about, and which claims bear on it.

An id is a claim's; else a name is an actor's or a place's that the documents name; else the words
are looked for in the sentences.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from sayso.desk.actors.record import Actor
from sayso.desk.claims.words import folded
from sayso.records.claims import Claim, ClaimStatement
from sayso.records.text import Span
from sayso.report.brief.material import Material
from sayso.report.brief.record import Kind
from sayso.report.words import one_line

_ID = 4
"""Characters of a claim's id that are enough, if no other begins so."""


class Subject(Struct, frozen=True, kw_only=True):
    """What a brief is on: the claims about it, and what it says itself of something else."""

    kind: Kind
    title: str
    about: tuple[Claim, ...]
    says: tuple[ClaimStatement, ...] = ()


def subject(asked: str, material: Material, actors: Sequence[Actor]) -> Subject | None:
    """Find what is asked about; None where the desk has nothing on it."""
    words = _words(asked)
    if not words:
        return None
    claim = _claim(asked.strip(), material)
    if claim:
        return Subject(kind="claim", title=one_line(claim.proposition), about=(claim,))
    named = [each for each in actors if words == _words(each.name)]
    named = named or [each for each in actors if words in map(_words, each.names)]
    named = named or _only([each for each in actors if _part(words, each)])
    found = _of_names(words, named, material) if named else None
    return found or _of_words(asked, words, material)


def _claim(asked: str, material: Material) -> Claim | None:
    if len(asked) < _ID:
        return None
    found = [each for each in material.claims if each.claim.startswith(asked)]
    return found[0] if len(found) == 1 else None


def _part(words: Sequence[str], actor: Actor) -> bool:
    return any(set(words) <= set(_words(name)) for name in actor.names)


def _only(actors: list[Actor]) -> list[Actor]:
    return actors if len(actors) == 1 else []


def _of_names(
    words: tuple[str, ...], actors: Sequence[Actor], material: Material
) -> Subject | None:
    """All that go by a name, for a name may be spread over actors that nobody was sure to join."""
    names = {_words(name) for each in actors for name in each.names}
    spans = _spans(actors, material)
    main = max(actors, key=lambda each: sum(member.mentions for member in each.members))
    place = main.sort == "place"
    about, says = [], []
    for claim in material.claims:
        labels = [claim.place] if place else []
        if any(_words(label or "") in names for label in labels) or _named(claim, spans):
            about.append(claim)
        else:
            own = (each for each in claim.statements if _words(each.source or "") in names)
            says.extend(material.in_order(tuple(own))[:1])
    if not about and not says:
        return None
    return Subject(
        kind="place" if place else "actor",
        title=one_line(next((n for n in main.names if _words(n) == words), main.name)),
        about=tuple(about),
        says=tuple(says),
    )


def _spans(actors: Sequence[Actor], material: Material) -> Mapping[str, list[Span]]:
    """Where the actors are mentioned, by document."""
    found: dict[str, list[Span]] = {}
    for member in (member for each in actors for member in each.members):
        reading = material.readings.get(member.document)
        if reading is None:
            continue
        analysis = reading.analysis
        entity = next((e for e in analysis.entities or () if e.id == member.entity), None)
        meant = set(entity.mentions) if entity else set()
        found.setdefault(member.document, []).extend(
            (each.start, each.end) for each in analysis.mentions or () if each.id in meant
        )
    return found


def _named(claim: Claim, spans: Mapping[str, list[Span]]) -> bool:
    return any(
        each.start <= start and end <= each.end
        for each in claim.statements
        for start, end in spans.get(each.document, ())
    )


def _of_words(asked: str, words: tuple[str, ...], material: Material) -> Subject | None:
    wanted = set(words)
    about = tuple(
        claim
        for claim in material.claims
        if any(wanted <= _sentence(each, material) for each in claim.statements)
    )
    if not about:
        return None
    return Subject(kind="query", title=one_line(asked), about=about)


def _sentence(said: ClaimStatement, material: Material) -> set[str]:
    start, end = material.sentence(said.document, said.start, said.end)
    return set(_words(material.analysis(said.document).text[start:end]))


def _words(said: str) -> tuple[str, ...]:
    return tuple(_plain(said))


def _plain(said: str) -> Iterator[str]:
    for word in said.replace("-", " ").split():
        found = folded("".join(sign for sign in word if sign.isalnum() or sign in "'’"))
        if found:
            yield found
