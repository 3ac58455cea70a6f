"""Whom a source means that is a pronoun or a description: its antecedent, if it has a name."""

from msgspec import Struct

from sayso.desk.claims.words import folded
from sayso.desk.origins.described import Descriptions
from sayso.desk.origins.names import Names, Use
from sayso.desk.origins.outlets import Outlets
from sayso.desk.origins.source_words import core, tells_person, without_article
from sayso.records.reading import Analysis, Attribution

_SHORT = 3
"""Words of the longest description that can only mean somebody named: "the harbour board"."""

_BEFORE = 40
"""Characters before a body in which a part of it stands: "the command of the"."""

_PERSONAL = frozenset("he she him her his".split())


class Antecedents(Struct, frozen=True):
    """Finds the bearers that sources mean, none of them an outlet."""

    names: Names
    descriptions: Descriptions
    outlets: Outlets

    def of(self, analysis: Analysis, item: Attribution, said: str) -> str | None:
        """Whom a pronoun or a description means: the entity that reading found, if it has a name
        that can be meant, else for "he" and "she" the person named last."""
        personal = folded(said) in _PERSONAL
        entity = next((e for e in analysis.entities or () if e.id == item.source_entity), None)
        called = entity.names if entity else (item.source_entity or "",)
        found = {self.names.bearer(analysis.id, name) for name in called if name[:1].isupper()}
        real = {
            bearer
            for bearer in found
            if bearer
            and not self.outlets.called(self.names.called[bearer])
            and (bearer not in self.names.bodies or not personal)
            and (bearer not in self.names.places or not tells_person(said))
        }
        read = next(iter(real)) if len(real) == 1 else None
        if not personal:
            return self._described(analysis, item) or self._of_body(analysis, item) or read
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
        said = core(analysis.text[start:end])
        if without_article(said) == said or len(said.split()) > _SHORT:
            return None
        return next(self.descriptions.within(analysis, start, start + len(said)), None)

    def _of_body(self, analysis: Analysis, item: Attribution) -> str | None:
        """The body of which a part has been named: "the command" behind "the command of the
        Guard"."""
        start, end = item.source[0]
        part = without_article(said := analysis.text[start:end])
        if part == said or len(part.split()) > 1:
            return None
        for use in reversed(self.names.uses[analysis.id]):
            before = analysis.text[max(0, use.start - _BEFORE) : use.start].lower()
            if (
                use.end <= start
                and not use.place
                and use.bearer in self.names.bodies
                and before.removesuffix("the ").endswith(f" {part.lower()} of ")
            ):
                return use.bearer
        return None

    def _persons_before(self, analysis: Analysis, at: int) -> list[Use]:
        return [
            use
            for use in self.names.uses[analysis.id]
            if use.end <= at
            and not use.place
            and use.bearer not in self.names.bodies
            and not self.outlets.called(self.names.called[use.bearer])
        ]
