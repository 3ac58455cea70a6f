"""Documents for the claims, marked up by hand; times and statements are reading's own."""

from typing import Any

from sayso.desk.claims.reckoning import claims
from sayso.reading.statements import statements
from sayso.reading.times import times
from sayso.reading.voice import voices
from sayso.records.claims import Claim
from sayso.records.reading import Analysis
from tests.build import analysis
from tests.reading.marking import blank

NAMED = {"named": True, "source_kind": "named_person"}


def told(
    id: str,  # noqa: A002
    marked: str,
    *,
    publisher: str,
    published: str = "2026-03-05T06:00:00Z",
    facts: dict[int, dict[str, Any]] | None = None,
) -> Analysis:
    """Mark up a document as `tests.build` does; every source is named unless `facts` says else."""
    made = analysis(
        marked,
        facts={number: NAMED | (facts or {}).get(number, {}) for number in range(1, 10)},
        id=id,
        publisher=publisher,
        published=published,
    )
    spans = [(each.start, each.end) for each in made.sentences or ()]
    said = made.attributions or ()
    stated = statements(
        made.text,
        marks=blank(made.text),
        sentences=voices(made.text, spans, said),
        attributions=said,
    )
    return analysis(
        marked,
        facts={number: NAMED | (facts or {}).get(number, {}) for number in range(1, 10)},
        id=id,
        publisher=publisher,
        published=published,
        times=times(made.text, published=published),
        statements=stated,
    )


def claim_with(documents: list[Analysis], words: str) -> Claim:
    """The claim that has a statement with these words."""
    texts = {each.id: each.text for each in documents}
    return next(
        each
        for each in claims(documents)
        if any(words in texts[said.document][said.start : said.end] for said in each.statements)
    )
