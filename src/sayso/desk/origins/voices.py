"""Who says a clause, so far as its own document tells.

A person who speaks for a body is that body's voice, and so is a paper that it issues. A source that
is an outlet is a citation. What a document gives no source for is its publisher's own: an outlet's,
of unknown depth, or that of the party that publishes it.
"""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from sayso.desk.claims.words import folded
from sayso.desk.families.names import same_house
from sayso.desk.origins.antecedents import Antecedents
from sayso.desk.origins.described import Descriptions
from sayso.desk.origins.listed import pattern
from sayso.desk.origins.names import Names, Use
from sayso.desk.origins.outlets import Outlets
from sayso.desk.origins.plainly import plainly
from sayso.desk.origins.source_words import (
    institution,
    is_one_of,
    is_relative,
    label,
    mended,
    paper_of,
    tells_person,
    walks_of,
    without_article,
    without_holder,
)
from sayso.desk.origins.spelling import parts
from sayso.desk.origins.spokespeople import spoken_for
from sayso.reading.intervals import union, within
from sayso.records.reading import Analysis, Attribution
from sayso.records.vocabulary import SourceKind

Kind = Literal["own", "outlet", "named", "unnamed"]


class Voice(Struct, frozen=True, kw_only=True):
    """Whoever says something in a document. `key` is the same for the same origin; `label` is what
    a reader is shown, `person` who they are, `party` the body that they speak for, `walks` their
    walks of life, `paper` the noun for the document that they speak through, `institution` the noun
    of a body that has no name; `office` tells that somebody is said to head one.

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
    institution: str | None = None
    office: bool = False


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
        self._outlets = outlets
        self._descriptions = descriptions
        self._antecedents = Antecedents(names, descriptions, outlets)
        self._bodies = spoken_for(analyses, names, outlets)
        self._watched = {each.id: _watched(each) for each in analyses}

    def of(self, analysis: Analysis, item: Attribution | None, *, sentence: int) -> Voice:
        """Who says what an attribution tells, or what none does, in a sentence by its number."""
        item = item and mended(analysis.text, item)
        said = " ".join(analysis.text[start:end] for start, end in item.source) if item else ""
        if item is None or (is_relative(said) and not self._antecedents.of(analysis, item, said)):
            return self._unmarked(analysis, sentence)
        return self._marked(analysis, item, said)

    def _marked(self, analysis: Analysis, item: Attribution, said: str) -> Voice:
        cue = " ".join(analysis.text[start:end] for start, end in item.cue)
        itself = bool(pattern("self").search(said))
        if pattern("reporter").search(said) and (itself or "newspaper" in said):
            return self._reporter(analysis, said, cue)
        if itself:
            return self.own(analysis)
        return self._source(analysis, item, said, cue)

    def _unmarked(self, analysis: Analysis, sentence: int) -> Voice:
        """The voice of a sentence for which no source is marked: its own reporter's, somebody's
        whom it names in plain words, or else the publisher's."""
        if self._watched[analysis.id] & {sentence, sentence + 1}:
            return self._reporter(analysis, "its own reporter", "saw")
        item = plainly(analysis, sentence)
        if item is None:
            return self.own(analysis)
        return self._marked(analysis, item, analysis.text[slice(*item.source[0])])

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
        called = analysis.publisher or analysis.id
        return Voice(kind="own", key=called, label=called, source_kind=None)

    def _source(self, analysis: Analysis, item: Attribution, said: str, cue: str) -> Voice:
        """The voice of a source that is an outlet, somebody with a name, or neither."""
        item = without_holder(analysis.text, item)
        said = " ".join(analysis.text[start:end] for start, end in item.source)
        uses = (self._apposed if is_one_of(said) else self._uses)(analysis, item)
        outlet = self._outlet(analysis, uses, said)
        if outlet and same_house(outlet, analysis.publisher):
            return self.own(analysis)
        if outlet:
            return Voice(kind="outlet", key=outlet, label=outlet, source_kind="media")
        person = next((use for use in uses if use.bearer not in self._names.bodies), None)
        lead = person or (uses[0] if uses else None)
        bearer = lead.bearer if lead else self._antecedents.of(analysis, item, said)
        if bearer is not None:
            return self._named(bearer, said, cue, item)
        return self._unnamed(analysis, item, said)

    def _reporter(self, analysis: Analysis, said: str, cue: str) -> Voice:
        if not pattern("saw").search(cue):
            return self.own(analysis)
        return Voice(
            kind="named",
            key=f"/reporter {analysis.publisher}",
            label=" ".join(said.split()),
            source_kind="media",
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
        first = analysis.text[uses[0].start : uses[0].end] if uses else ""
        found = self._outlets.within(said)
        if (
            uses
            and not self._outlets.called(first)
            and not (found and set(parts(first)) <= set(parts(found)))
        ):
            return None
        if found:
            return found
        name = analysis.text[uses[0].start : uses[0].end] if uses else without_article(said)
        return self._outlets.called(name.strip())

    def _named(self, bearer: str, said: str, cue: str, item: Attribution) -> Voice:
        called = self._names.called[bearer]
        body = self._bodies.get(bearer)
        body_itself = bearer in self._names.bodies
        called_by = " ".join((said, *self._descriptions.nouns(bearer)))
        by_name = [self._names.called.get(name, "") for name in (bearer, body) if name]
        kind: SourceKind = "named_organisation" if body_itself else "named_person"
        return Voice(
            kind="named",
            key=body or bearer,
            label=called,
            source_kind="document" if item.source_kind == "document" else kind,
            party=body or (bearer if body_itself else None),
            person=None if body_itself else bearer,
            walks=walks_of(f"{called_by} {' '.join(by_name)}"),
            office=bool(pattern("office").search(called_by)),
            paper=paper_of(f"{said} {cue}"),
        )

    def _unnamed(self, analysis: Analysis, item: Attribution, said: str) -> Voice:
        described = label(said)
        paper = paper_of(described)
        if item.source_kind == "document" or (paper and not tells_person(described)):
            return Voice(
                kind="named",
                key=f"/paper {paper or folded(described)}",
                label=described,
                source_kind="document",
                paper=paper,
            )
        head = item.source_entity or folded(without_article(described))
        return Voice(
            kind="unnamed",
            key=f"/unnamed {analysis.id} {head}",
            label=described,
            source_kind=item.source_kind,
            walks=walks_of(described),
            institution=institution(described),
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
