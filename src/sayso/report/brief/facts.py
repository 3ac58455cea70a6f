"""What stands above a brief and beside its documents, in words: the same in every format."""

import re
from datetime import datetime
from typing import Final

from sayso.report.brief.record import Brief, Cited, Footnote, Kind, Quote
from sayso.report.dates import date_words
from sayso.report.words import harmless, one_line, plural, shorten

KINDS: Final[dict[Kind, str]] = {
    "actor": "an actor",
    "claim": "a claim",
    "place": "a place",
    "query": "words that were looked for",
}

MADE = (
    "Put together by sayso, a machine that errs, from the words of documents alone. Before you "
    "lean on a line, read its footnote in the document."
)

_OPENING: Final = ('"', "“", "„", "«")
_CLOSING: Final = ('"', "”", "“", "»")
"""Marks of a quotation."""

TITLE = 200
_SPACE = re.compile(r"\s+")
_NAME = 160
_CONTEXT = 240
_DAY = 10
_SHA = 12


def title(brief: Brief) -> str:
    """Give the title on one line; a claim's in quotation marks, as it is somebody's words."""
    words = shorten(one_line(brief.title), TITLE)
    return f"“{words}”" if brief.kind == "claim" else words


def facts(brief: Brief) -> tuple[str, ...]:
    """Give what the brief is, as of when, and what it was made from."""
    held = brief.held
    first, last = (date_words((when or "")[:_DAY]) for when in (held.first, held.last))
    publishers = plural(held.publishers, "publisher")
    dates = f", published {first if first == last else f'from {first} to {last}'}" if first else ""
    copied = held.documents - held.families
    carry = "carries" if copied == 1 else "carry"
    copies = f"; {copied} of them {carry} another’s text" if copied else ""
    documents, passages = len(brief.documents), len(brief.footnotes)
    return (
        f"A brief on {KINDS[brief.kind]}, as of {_moment(brief.as_of or brief.known)}",
        f"The desk holds {plural(held.documents, 'document')} from {publishers}{dates}{copies}",
        f"It rests on {plural(documents, 'document')} and {plural(passages, 'passage')}",
    )


def capital(label: str) -> str:
    """Give a label with a capital at its head."""
    return label[:1].upper() + label[1:]


def flat(text: str) -> str:
    """Give text that is safe to show, on one line, with the blanks at its ends."""
    return harmless(_SPACE.sub(" ", text))


def inside(quote: Quote) -> str:
    """Give what stands between the marks of a quotation, on one line, as the document has it; but
    for a mark at an end of it whose fellow stands elsewhere."""
    words = one_line(quote.words)
    if words[:1] in _OPENING and not any(mark in words[1:] for mark in _CLOSING):
        words = words[1:].lstrip()
    elif words[-1:] in _CLOSING and not any(mark in words[:-1] for mark in _OPENING):
        words = words[:-1].rstrip()
    return f"{words}{'…' if quote.cut else ''}"


def quoted(quote: Quote) -> str:
    """Give a quotation in its marks."""
    return f"“{inside(quote)}”"


def context(note: Footnote) -> tuple[str, str]:
    """Give what stands before and after a footnote's words in their sentence, on one line."""
    before, after = one_line(note.before), one_line(note.after)
    if len(before) > _CONTEXT:
        before = "…" + before[-_CONTEXT:].partition(" ")[2]
    gap = " " if note.before[-1:].isspace() else ""
    lead = " " if note.after[:1].isspace() else ""
    return f"{before}{gap}" if before else "", f"{lead}{shorten(after, _CONTEXT)}" if after else ""


def place(note: Footnote) -> str:
    """Give where a footnote's words are: the version, and code points of its text."""
    return f"version {note.version}, characters {note.start}–{note.end}"


def name(cited: Cited) -> str:
    """Give what a document is called: its publisher, its title, else its id."""
    known = [one_line(each) for each in (cited.publisher, cited.title) if each]
    return shorten(": ".join(known) or one_line(cited.document), 2 * _NAME)


def details(cited: Cited) -> tuple[str, ...]:
    """Give a document's day, id, version and digest, and whose text it carries."""
    given = (
        _moment(cited.published) if cited.published else "undated",
        shorten(one_line(cited.document), _NAME),
        f"version {cited.version}",
        f"at the desk since {_moment(cited.known)}",
        f"SHA-256 {cited.sha256[:_SHA]}…",
        f"carries the text of {shorten(one_line(cited.copy_of), _NAME)}" if cited.copy_of else None,
    )
    return tuple(each for each in given if each)


def _moment(iso: str | None) -> str:
    """Give a moment in words, to the minute where it has one."""
    words = one_line(iso or "")
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        return shorten(words, _NAME) or "no known day"
    day = date_words(words[:_DAY])
    return (
        day
        if len(words) <= _DAY
        else f"{day}, {at:%H:%M}" + (" UTC" if not at.utcoffset() else f" {at:%z}")
    )
