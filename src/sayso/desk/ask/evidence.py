"""What a claim rests on, statement by statement: the words, who published them, what to decide."""

from collections.abc import Mapping

from msgspec import Struct

from sayso.desk.review.applied import ALIKE
from sayso.desk.review.rulings import Reading, readings
from sayso.desk.review.subjects import Subject, of_statement, overlap
from sayso.desk.store import Store
from sayso.records.claims import Claim, ClaimStatement


class Evidence(Struct, frozen=True, kw_only=True):
    """A claim's statement with the `words` of its span. `subject` is what `sayso review` takes: the
    statement that was read from these words, or the words themselves where they are a part."""

    said: ClaimStatement
    words: str
    publisher: str | None
    subject: str


def evidence(store: Store, claim: Claim, *, as_of: str | None = None) -> tuple[Evidence, ...]:
    """Give the statements of a claim, in its order; `as_of` is that of the claim."""
    names = {said.document for said in claim.statements}
    with store.reading() as connection:
        held: Mapping[str, Reading] = {
            reading.document: reading
            for reading in readings(connection, as_of=as_of, names=names, as_read=True)
        }
    return tuple(
        Evidence(
            said=said,
            words=held[said.document].analysis.text[said.start : said.end],
            publisher=held[said.document].analysis.publisher,
            subject=_subject(said, held[said.document]),
        )
        for said in claim.statements
    )


def _subject(said: ClaimStatement, reading: Reading) -> str:
    span = said.start, said.end
    found = [
        (overlap(one.content, span), -number, one)
        for number, one in enumerate(reading.analysis.statements or ())
    ]
    best = max(found, key=lambda each: each[:2], default=None)
    if best is None or best[0] < ALIKE:
        return str(Subject("plain", reading.document, span))
    return str(of_statement(best[2], reading.analysis, document=reading.document))
