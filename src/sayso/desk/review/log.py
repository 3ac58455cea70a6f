"""Everything that was ever decided, and by whom it was taken back."""

from collections.abc import Mapping

from msgspec import Struct
from sqlalchemy import Connection

from sayso.desk.clock import as_of as stamp_of
from sayso.desk.judgements import every
from sayso.desk.review.locating import Texts, documents_of, entries_of, texts_of
from sayso.desk.review.subjects import parse
from sayso.records.desk import Judgement


class Line(Struct, frozen=True, kw_only=True):
    """A judgement, with the words that its subjects were in their documents then."""

    judgement: Judgement
    words: str | None
    other_words: str | None


def log(connection: Connection, *, as_of: str | None = None) -> tuple[Line, ...]:
    """Give all judgements, the latest first; with `as_of`, as somebody saw them then."""
    made = every(connection)
    if as_of is not None:
        made = tuple(_then(one, stamp_of(as_of)) for one in made if one.known <= stamp_of(as_of))
    texts = texts_of(connection, documents_of(made))
    entries = entries_of(connection)
    return tuple(
        Line(
            judgement=one,
            words=_words(one.subject, entries[one.id], texts),
            other_words=_words(one.other, entries[one.id], texts) if one.other else None,
        )
        for one in reversed(made)
    )


def _then(one: Judgement, stamp: str) -> Judgement:
    """A judgement as it was before somebody took it back later."""
    if one.withdrawn is None or one.withdrawn <= stamp:
        return one
    return Judgement(
        id=one.id,
        subject=one.subject,
        other=one.other,
        verdict=one.verdict,
        correction=one.correction,
        who=one.who,
        reason=one.reason,
        known=one.known,
    )


def _words(given: str, entry: int, texts: Mapping[str, Texts]) -> str | None:
    subject = parse(given)
    held = texts.get(subject.document) if subject else None
    text = held.under(entry) if held else None
    return text[slice(*subject.span)] if text and subject else None
