"""Footnotes, numbered in the order in which a brief first leans on them."""

from collections.abc import Sequence

from sayso.records.claims import ClaimStatement
from sayso.report.brief.material import Material
from sayso.report.brief.record import Cited, Footnote, Mark, Part, Quote

LONGEST = 320
"""Characters of a quotation in a sentence; its footnote has all of it."""


class Notes:
    """Invariant: a stretch of a document has one number, and a document has one."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._notes: dict[tuple[str, int, int], Footnote] = {}
        self._documents: dict[str, Cited] = {}

    def of(self, document: str, start: int, end: int) -> int:
        """Give the number of the footnote to a stretch of a document."""
        key = (document, start, end)
        if key not in self._notes:
            self._notes[key] = self._note(document, start, end)
        return self._notes[key].number

    def to(self, said: ClaimStatement) -> int:
        """Give the number of the footnote to a statement."""
        return self.of(said.document, said.start, said.end)

    def quote(self, said: ClaimStatement) -> Quote:
        """Quote a statement."""
        return self.quoted(said.document, said.start, said.end)

    def quoted(self, document: str, start: int, end: int) -> Quote:
        """Quote a stretch of a document, cut at a word's end where it is very long."""
        words = self._material.analysis(document).text[start:end]
        note = self.of(document, start, end)
        if len(words) <= LONGEST:
            return Quote(words, note)
        head = words[:LONGEST].rpartition(" ")[0] or words[:LONGEST]
        return Quote(head, note, cut=True)

    def footnotes(self) -> tuple[Footnote, ...]:
        """Give the footnotes by number."""
        return tuple(self._notes.values())

    def documents(self) -> tuple[Cited, ...]:
        """Give the documents that the footnotes lead to, by number."""
        return tuple(self._documents.values())

    def _note(self, document: str, start: int, end: int) -> Footnote:
        reading = self._material.readings[document]
        text = reading.analysis.text
        first, last = self._material.sentence(document, start, end)
        return Footnote(
            number=len(self._notes) + 1,
            source=self._cited(document).number,
            document=document,
            version=reading.number,
            start=start,
            end=end,
            words=text[start:end],
            before=text[first:start],
            after=text[end:last],
        )

    def _cited(self, document: str) -> Cited:
        if document not in self._documents:
            reading = self._material.readings[document]
            analysis = reading.analysis
            self._documents[document] = Cited(
                number=len(self._documents) + 1,
                document=document,
                version=reading.number,
                sha256=analysis.sha256,
                known=reading.known,
                title=analysis.title,
                publisher=analysis.publisher,
                published=analysis.published,
                url=analysis.url,
                copy_of=self._material.copy_of(document),
            )
        return self._documents[document]


def marks(notes: Sequence[int]) -> tuple[Part, ...]:
    """Give the marks of some footnotes, each once."""
    return tuple(Mark(note) for note in dict.fromkeys(notes))


def listed(items: Sequence[Sequence[Part]]) -> tuple[Part, ...]:
    """Put items in a row: "a, b and c"."""
    row: list[Part] = []
    for index, item in enumerate(items):
        if index:
            row.append(" and " if index == len(items) - 1 else ", ")
        row.extend(item)
    return tuple(row)
