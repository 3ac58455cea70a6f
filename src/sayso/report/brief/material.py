"""What a brief is written from: claims, the documents that they stand in, and their families."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from sayso.desk.families.index import Family
from sayso.desk.families.moments import LATEST, moment
from sayso.desk.review.rulings import Reading
from sayso.records.claims import Claim, ClaimStatement
from sayso.records.reading import Analysis
from sayso.records.text import Span
from sayso.report.brief.record import Name
from sayso.report.masthead import title_of
from sayso.report.words import one_line


class Material:
    """Everything that the desk knew at one moment, by the ids that claims use."""

    def __init__(
        self, claims: Sequence[Claim], readings: Sequence[Reading], families: Sequence[Family]
    ) -> None:
        self.claims = tuple(claims)
        self.readings: Mapping[str, Reading] = {each.analysis.id: each for each in readings}
        self.families = tuple(families)

    @cached_property
    def family_of(self) -> Mapping[str, Family]:
        """The family of each document."""
        return {member: family for family in self.families for member in family.members}

    def analysis(self, document: str) -> Analysis:
        """Give the analysis of a document."""
        return self.readings[document].analysis

    def family(self, document: str) -> str:
        """Give the id of a document's family, its own where it is in none."""
        found = self.family_of.get(document)
        return found.id if found else document

    def copy_of(self, document: str) -> str | None:
        """Give the document whose text this one carries; None for one with a text of its own."""
        family = self.family(document)
        return family if family != document else None

    def outlet(self, document: str) -> Name:
        """Give what a document's publisher is called, else the document's title."""
        analysis = self.analysis(document)
        return Name(one_line(analysis.publisher or "") or title_of(analysis))

    def words(self, said: ClaimStatement) -> str:
        """Give the words of a statement, exactly."""
        return self.analysis(said.document).text[said.start : said.end]

    def sentence(self, document: str, start: int, end: int) -> Span:
        """Give the stretch from the sentence that `start` is in to the one that `end` is in."""
        sentences = self.analysis(document).sentences or ()
        inside = [each for each in sentences if each.start < end and start < each.end]
        if not inside:
            return start, end
        return min(start, inside[0].start), max(end, inside[-1].end)

    def in_order(self, said: Sequence[ClaimStatement]) -> list[ClaimStatement]:
        """Statements by when their documents were published, a family's own text first."""
        return sorted(
            said,
            key=lambda each: (
                moment(self.analysis(each.document).published) or LATEST,
                self.copy_of(each.document) is not None,
                each.document,
                each.start,
            ),
        )
