"""A brief as plain data: sections of sentences, each with footnotes to the words that it rests on.

A sentence is made of connecting words of ours, names as the documents give them, quotations, and
marks that lead to footnotes. It has no other way to say anything.
"""

from typing import Literal

from msgspec import Struct

Kind = Literal["actor", "claim", "place", "query"]
"""What a brief is on."""


class Name(Struct, frozen=True, tag="name"):
    """A source or an outlet as the desk calls it; `quoted` where it is a document's description
    of somebody without a name."""

    words: str
    quoted: bool = False


class Quote(Struct, frozen=True, tag="quote"):
    """The words of a footnote, exactly as the document has them; `cut` if only the first of
    them."""

    words: str
    note: int
    cut: bool = False


class Mark(Struct, frozen=True, tag="mark"):
    """A footnote to what stands before it."""

    note: int


Part = str | Name | Quote | Mark


class Sentence(Struct, frozen=True):
    """One thing said, with one quotation or mark at least."""

    parts: tuple[Part, ...]

    @property
    def notes(self) -> tuple[int, ...]:
        """The footnotes that it rests on, each once."""
        noted = [part.note for part in self.parts if isinstance(part, Quote | Mark)]
        return tuple(dict.fromkeys(noted))


class Entry(Struct, frozen=True, kw_only=True):
    """One item of a section: under a `head` where it has one, with a `label` and `facts` beside
    it, such as a standing and a count of origins, or a day."""

    sentences: tuple[Sentence, ...]
    head: Sentence | None = None
    label: str | None = None
    facts: tuple[str, ...] = ()


class Section(Struct, frozen=True, kw_only=True):
    """`remark` says how the section is to be read, `left` how many more entries there are."""

    title: str
    entries: tuple[Entry, ...]
    remark: str | None = None
    left: int = 0


class Footnote(Struct, frozen=True, kw_only=True):
    """`text[start:end]` of a version of a document is `words`; `before` and `after` are the rest
    of its sentence. `source` is the document's number in the brief."""

    number: int
    source: int
    document: str
    version: int
    start: int
    end: int
    words: str
    before: str
    after: str


class Cited(Struct, frozen=True, kw_only=True):
    """A document that a footnote leads to. `copy_of` is the id of the one whose text it carries,
    `sha256` that of the version's text."""

    number: int
    document: str
    version: int
    sha256: str
    known: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    copy_of: str | None = None


class Held(Struct, frozen=True, kw_only=True):
    """What the desk held: how many documents, families of one text and publishers, and the first
    and last that was published."""

    documents: int
    families: int
    publishers: int
    first: str | None = None
    last: str | None = None


class Brief(Struct, frozen=True, kw_only=True):
    """`asked` is what was asked about, `title` what it is called. `as_of` is the moment that was
    asked for, else None; `known` when the desk last learned something before it."""

    kind: Kind
    asked: str
    title: str
    held: Held
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    documents: tuple[Cited, ...]
    as_of: str | None = None
    known: str | None = None
