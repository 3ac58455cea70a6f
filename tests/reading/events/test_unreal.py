"""What was denied, planned, feared or imagined is not coded as done: benchmarks/unreal.toml."""

import pytest
from msgspec import UNSET

from benchmarks.gold import Marked
from benchmarks.rows import documents
from benchmarks.system import document_of, marked
from benchmarks.unreal import Sentence, judge, read_table
from sayso.reading.read import Reader
from tests.trained import trained

TABLE = read_table()
LEAST_UNREAL = 60
LEAST_CONTROLS = 20

NOT_DONE_SHARE = 0.95
"""Of all sentences about what did not happen, those of which nothing is coded as done."""
UNREAL_RIGHT_SHARE = 0.50
"""Of the same, those whose event is found with a status that the table allows."""
CONTROL_RIGHT_SHARE = 0.80
"""Of the controls, those whose event is found as having happened."""

Read = dict[str, Marked]


def sentences(rows: tuple[Sentence, ...]) -> list[object]:
    return [pytest.param(row, id=f"{row.kind}: {row.text}") for row in rows]


def test_the_table_is_whole() -> None:
    assert len(TABLE.unreal) >= LEAST_UNREAL
    assert len(TABLE.control) >= LEAST_CONTROLS
    for row in TABLE.unreal + TABLE.control:
        assert row.text[slice(*row.span)] == row.trigger
    texts = [row.text for row in TABLE.unreal + TABLE.control]
    assert len({*texts}) == len(texts)
    assert not any(row.status & {"actual", "historical"} for row in TABLE.unreal)
    assert all(row.status <= {"actual", "historical"} for row in TABLE.control)


@pytest.fixture(scope="module")
def read() -> Read:
    """Every sentence as it was read."""
    reader = Reader(threads=1)
    analyses = [reader.read(document_of(d)) for d in documents(TABLE.unreal + TABLE.control)]
    if any(analysis.events is UNSET for analysis in analyses):
        pytest.skip("no layer reads events yet")
    return {analysis.text: marked(analysis) for analysis in analyses}


@trained
@pytest.mark.parametrize("row", sentences(TABLE.unreal))
def test_not_coded_as_done(read: Read, row: Sentence) -> None:
    (verdict,) = judge([row], [read[row.text]])
    if verdict.coded_as_done:
        pytest.xfail(f"{verdict}")


@trained
@pytest.mark.parametrize("row", sentences(TABLE.control))
def test_coded_as_done(read: Read, row: Sentence) -> None:
    (verdict,) = judge([row], [read[row.text]])
    if not verdict.right:
        pytest.xfail(f"{verdict}")


@trained
def test_shares(read: Read) -> None:
    unreal = judge(TABLE.unreal, [read[row.text] for row in TABLE.unreal])
    control = judge(TABLE.control, [read[row.text] for row in TABLE.control])
    not_done = [verdict for verdict in unreal if not verdict.coded_as_done]
    assert len(not_done) >= NOT_DONE_SHARE * len(unreal)
    assert sum(verdict.right for verdict in unreal) >= UNREAL_RIGHT_SHARE * len(unreal)
    assert sum(verdict.right for verdict in control) >= CONTROL_RIGHT_SHARE * len(control)
