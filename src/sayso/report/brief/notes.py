"""Footnotes, numbered in the order in which a brief first leans on them."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sayso.records.claims import ClaimStatement
from sayso.records.text import Span
from sayso.report.brief.material import Material
from sayso.report.brief.record import Cited, Footnote, Mark, Name, Part, Quote, Section, Sentence

LONGEST = 320
"""Characters of a quotation in a sentence; its footnote has all of it."""


_STOPS = (".", "!", "?", ".”", '."', "!”", "?”")


class Numbered(Struct, frozen=True, kw_only=True):
    """The sections of a brief, and what their footnotes lead to."""

    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    documents: tuple[Cited, ...]


class Notes:
    """Invariant: a stretch of a document has one number, by which sentences mark it until
    `numbered` gives them those that a reader sees."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._notes: dict[tuple[str, int, int], Footnote] = {}

    def of(self, document: str, start: int, end: int) -> int:
        """Give the number of the footnote to a stretch of a document."""
        key = (document, start, end)
        if key not in self._notes:
            self._notes[key] = self._note(document, start, end)
        return self._notes[key].number

    def to(self, said: ClaimStatement) -> int:
        """Give the number of the footnote to a statement."""
        return self.of(said.document, *self._words(said))

    def quote(self, said: ClaimStatement) -> Quote:
        """Quote a statement: its clause, or of a denial the whole sentence. "Reports of a truce"
        alone would not say that somebody denied them."""
        return self.quoted(said.document, *self._words(said))

    def _words(self, said: ClaimStatement) -> Span:
        if said.stance == "affirms":
            return said.start, said.end
        return self._material.sentence(said.document, said.start, said.end)

    def quoted(self, document: str, start: int, end: int) -> Quote:
        """Quote a stretch of a document, cut at a word's end where it is very long."""
        words = self._material.analysis(document).text[start:end]
        note = self.of(document, start, end)
        if len(words) <= LONGEST:
            return Quote(words, note)
        head = words[:LONGEST].rpartition(" ")[0] or words[:LONGEST]
        return Quote(head, note, cut=True)

    def numbered(self, sections: Sequence[Section]) -> Numbered:
        """Give sections with their footnotes and documents numbered in the order in which a reader
        comes to them; what nothing leads to is left out."""
        used = dict.fromkeys(
            note
            for section in sections
            for entry in section.entries
            for sentence in filter(None, (entry.head, *entry.sentences))
            for note in sentence.notes
        )
        by_number = {each.number: each for each in self._notes.values()}
        new = {old: number for number, old in enumerate(used, start=1)}
        documents = list(dict.fromkeys(by_number[old].document for old in used))
        return Numbered(
            sections=tuple(_renumbered(each, new) for each in sections),
            footnotes=tuple(
                replace(
                    by_number[old],
                    number=number,
                    source=documents.index(by_number[old].document) + 1,
                )
                for old, number in new.items()
            ),
            documents=tuple(self._cited(each, n) for n, each in enumerate(documents, start=1)),
        )

    def _note(self, document: str, start: int, end: int) -> Footnote:
        reading = self._material.readings[document]
        text = reading.analysis.text
        first, last = self._material.sentence(document, start, end)
        return Footnote(
            number=len(self._notes) + 1,
            source=0,
            document=document,
            version=reading.number,
            start=start,
            end=end,
            words=text[start:end],
            before=text[first:start],
            after=text[end:last],
        )

    def _cited(self, document: str, number: int) -> Cited:
        reading = self._material.readings[document]
        analysis = reading.analysis
        return Cited(
            number=number,
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


def _renumbered(section: Section, new: Mapping[int, int]) -> Section:
    def told(sentence: Sentence) -> Sentence:
        return _begun(
            Sentence(
                tuple(
                    replace(part, note=new[part.note]) if isinstance(part, Quote | Mark) else part
                    for part in sentence.parts
                )
            )
        )

    return replace(
        section,
        entries=tuple(
            replace(
                entry,
                head=told(entry.head) if entry.head else None,
                sentences=tuple(map(told, entry.sentences)),
            )
            for entry in section.entries
        ),
    )


def _begun(sentence: Sentence) -> Sentence:
    """The sentence with a capital at its head, where a description stands there: "the regional
    police", and not "eNews"."""
    first, *rest = sentence.parts
    if not isinstance(first, Name) or first.quoted or not first.words.partition(" ")[0].islower():
        return sentence
    return Sentence((replace(first, words=first.words[0].upper() + first.words[1:]), *rest))


def marks(notes: Sequence[int]) -> tuple[Part, ...]:
    """Give the marks of some footnotes, each once."""
    return tuple(Mark(note) for note in dict.fromkeys(notes))


def ended(*parts: Part) -> Sentence:
    """Make a sentence of its parts, with a full stop unless it ends in a quoted one."""
    last = parts[-1]
    whole = isinstance(last, Quote) and not last.cut and last.words.endswith(_STOPS)
    return Sentence(parts if whole else (*parts, "."))


def listed(items: Sequence[Sequence[Part]]) -> tuple[Part, ...]:
    """Put items in a row: "a, b and c"."""
    row: list[Part] = []
    for index, item in enumerate(items):
        if index:
            row.append(" and " if index == len(items) - 1 else ", ")
        row.extend(item)
    return tuple(row)
