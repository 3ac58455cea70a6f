"""Where the words that a person decided about stand now.

A judgement names a span of the text that its document had then. The document may have another text
by now: the same words are looked for in it, where there are several those that stand among the
same others, and where there are none the judgement rests.
"""

from collections.abc import Callable, Iterable
from typing import Final

from msgspec import Struct
from sqlalchemy import Connection, and_, select

from sayso.desk.review.subjects import Subject, parse
from sayso.desk.schema import documents, journal, names, versions
from sayso.records.desk import Judgement
from sayso.records.text import Span

_AROUND: Final = 60
"""Characters before and after that tell one occurrence from another."""


class Texts(Struct, frozen=True, kw_only=True):
    """A document's texts, first to last, each with when the desk got it and under which entry of
    the journal."""

    name: str
    known: tuple[str, ...]
    entries: tuple[int, ...]
    texts: tuple[str, ...]

    def at(self, stamp: str) -> str | None:
        """Give the text that was current at a stamp; None before the first."""
        number = sum(known <= stamp for known in self.known)
        return self.texts[number - 1] if number else None

    def under(self, entry: int) -> str | None:
        """Give the text that was current when an entry was made. A clock that stands still or has
        gone back gives one stamp to many things; the journal's order is always theirs."""
        number = sum(each < entry for each in self.entries)
        return self.texts[number - 1] if number else None


Place = Callable[[str, int], Subject | None]
"""Says of a subject and the number of its judgement where it is now; None where it is gone."""


def places(connection: Connection, judgements: Iterable[Judgement], *, now: str) -> Place:
    """Read what is needed to place the subjects of judgements in the texts that were current at
    the stamp `now`."""
    judged = list(judgements)
    held = texts_of(connection, documents_of(judged))
    entries = entries_of(connection) if judged else {}

    def place(given: str, judgement: int) -> Subject | None:
        subject = parse(given)
        texts = held.get(subject.document) if subject else None
        if subject is None or texts is None:
            return None
        then, today = texts.under(entries[judgement]), texts.at(now)
        span = moved(then, today, subject.span) if then and today else None
        return Subject(subject.kind, texts.name, span) if span else None

    return place


def documents_of(judgements: Iterable[Judgement]) -> set[str]:
    """Give the ids of the documents that judgements are about."""
    given = (name for one in judgements for name in (one.subject, one.other) if name)
    return {subject.document for name in given if (subject := parse(name))}


def entries_of(connection: Connection) -> dict[int, int]:
    """Give the number of each judgement's entry in the journal."""
    asked = select(journal.c.subject, journal.c.id).where(journal.c.kind == "judgement")
    return {row.subject: row.id for row in connection.execute(asked)}


def texts_of(connection: Connection, asked: Iterable[str]) -> dict[str, Texts]:
    """Give the texts of documents by any id that they came in under."""
    found: dict[str, Texts] = {}
    for name in sorted(set(asked)):
        rows = connection.execute(
            select(documents.c.name, versions.c.known, versions.c.text, journal.c.id)
            .join(documents, documents.c.id == versions.c.document)
            .join(names, and_(names.c.document == documents.c.id, names.c.kind == "id"))
            .join(journal, and_(journal.c.kind == "version", journal.c.subject == versions.c.id))
            .where(names.c.name == name)
            .order_by(versions.c.number)
        ).all()
        if rows:
            found[name] = Texts(
                name=rows[0].name,
                known=tuple(row.known for row in rows),
                entries=tuple(row.id for row in rows),
                texts=tuple(row.text for row in rows),
            )
    return found


def moved(old: str, new: str, span: Span) -> Span | None:
    """Give where the words of a span of `old` stand in `new`; None where they do not."""
    start, end = span
    words = old[start:end]
    if not words:
        return None
    if old == new:
        return span
    before, after = old[max(0, start - _AROUND) : start], old[end : end + _AROUND]
    best: tuple[int, int, int] | None = None
    at = new.find(words)
    while at >= 0:
        until = at + len(words)
        alike = _common(before[::-1], new[max(0, at - _AROUND) : at][::-1])
        alike += _common(after, new[until : until + _AROUND])
        if best is None or (alike, -abs(at - start)) > best[:2]:
            best = alike, -abs(at - start), at
        at = new.find(words, at + 1)
    return None if best is None else (best[2], best[2] + len(words))


def _common(one: str, other: str) -> int:
    """How many characters two strings begin with alike."""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same
