"""A side, a place or a time of another clause is not an event's: benchmarks/elsewhere.toml."""

import pytest
from msgspec import UNSET

from benchmarks.elsewhere import FIELDS, Trap, judge, read_traps
from benchmarks.gold import Marked
from benchmarks.rows import documents, spans_of
from benchmarks.system import document_of, marked
from sayso.reading.read import Reader
from tests.trained import trained

TRAPS = read_traps()
LEAST_TRAPS = 40

FOUND_SHARE = 0.90
"""Of the table's events, those that are found."""
EMPTY_SHARE = 0.9
"""Of the fields of found events that must be empty, those that are."""
FILLED_SHARE = 0.85
"""Of the fields of found events that may hold something, those with what the table allows."""

Read = dict[str, Marked]


def test_the_table_is_whole() -> None:
    assert len({trap.text for trap in TRAPS if () in trap.asked.values()}) >= LEAST_TRAPS
    for trap in TRAPS:
        assert trap.text[slice(*trap.span)] == trap.trigger
        assert trap.asked
        for words in trap.asked.values():
            assert all(spans_of(word, trap.text) for word in words if word)
    assert {name for trap in TRAPS for name in trap.asked} == {*FIELDS}


@pytest.fixture(scope="module")
def read() -> Read:
    """Every sentence as it was read."""
    reader = Reader(threads=1)
    analyses = [reader.read(document_of(document)) for document in documents(TRAPS)]
    if any(analysis.events is UNSET for analysis in analyses):
        pytest.skip("no layer reads events yet")
    return {analysis.text: marked(analysis) for analysis in analyses}


@trained
@pytest.mark.parametrize(
    "trap", [pytest.param(trap, id=f"{trap.kind}: {trap.text} [{trap.trigger}]") for trap in TRAPS]
)
def test_fields_are_the_events_own(read: Read, trap: Trap) -> None:
    (verdict,) = judge([trap], [read[trap.text]])
    if not verdict.right:
        pytest.xfail(f"{verdict}")


@trained
def test_shares(read: Read) -> None:
    verdicts = judge(TRAPS, [read[trap.text] for trap in TRAPS])
    fields = [field for verdict in verdicts for field in verdict.fields]
    empty = [field.right for field in fields if field.must_be_empty]
    filled = [field.right for field in fields if not field.must_be_empty]
    assert sum(verdict.found for verdict in verdicts) >= FOUND_SHARE * len(verdicts)
    assert sum(empty) >= EMPTY_SHARE * len(empty)
    assert sum(filled) >= FILLED_SHARE * len(filled)
