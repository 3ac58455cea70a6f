"""What was denied, planned, feared or imagined is not coded as done: by its grammar alone, and in
the sentences of benchmarks/unreal.toml."""

import pytest
from msgspec import UNSET

from benchmarks.gold import Marked
from benchmarks.rows import documents
from benchmarks.system import document_of, marked
from benchmarks.unreal import Sentence, judge, read_table
from sayso.reading.events.unreal import possible
from sayso.reading.read import Reader
from sayso.records.vocabulary import EventStatus, EventType
from tests.trained import trained

TABLE = read_table()
LEAST_UNREAL = 60
LEAST_CONTROLS = 20

NOT_DONE_SHARE = 0.97
"""Of all sentences about what did not happen, those of which nothing is coded as done."""
UNREAL_RIGHT_SHARE = 0.75
"""Of the same, those whose event is found with a status that the table allows."""
CONTROL_RIGHT_SHARE = 0.85
"""Of the controls, those whose event is found as having happened."""

Read = dict[str, Marked]


GRAMMAR: list[tuple[str, str, EventType, EventStatus | None]] = [
    ("The army never entered Goma or shelled it.", "entered", "ASSAULT", "negated"),
    ("The army did not immediately launch an attack.", "attack", "ASSAULT", "negated"),
    ("Nobody at the gate was shot.", "shot", "ASSAULT", "negated"),
    ("Nobody doubts that the guards were shot.", "shot", "ASSAULT", "actual"),
    ("They failed to keep the Guard from shelling Goma.", "shelling", "ASSAULT", "actual"),
    ("Not only were guards shot, houses burned.", "shot", "ASSAULT", None),
    ("No sooner was he shot than they fled.", "shot", "ASSAULT", None),
    ("The army met no resistance and signed nothing.", "signed", "AGREE", "negated"),
    ("The army failed to shell Goma.", "shell", "ASSAULT", "negated"),
    ("The army will not release the men.", "release", "REJECT", None),
    ("The army will not release the men.", "release", "RETREAT", "negated"),
    ("It denies having shelled Goma.", "shelled", "ASSAULT", "negated"),
    ("It denied any part in the attack.", "attack", "ASSAULT", None),
    ("The army may shell Goma.", "shell", "ASSAULT", "hypothetical"),
    ("In May shelling began.", "shelling", "ASSAULT", None),
    ("Envoys will meet in Goma.", "meet", "CONSULT", "future"),
    ("Envoys flew to Goma to meet its mayor.", "meet", "CONSULT", "future"),
    ("Envoys managed to meet its mayor.", "meet", "CONSULT", None),
    ("Envoys returned to work.", "work", "COOPERATE", None),
    ("Men in response to violence fled.", "violence", "ASSAULT", None),
    ("The mayor called for an immediate ceasefire.", "ceasefire", "RETREAT", "hypothetical"),
    ("Unless rebels leave, Goma starves.", "leave", "RETREAT", "hypothetical"),
    ("Was the convoy attacked by the army?", "attacked", "ASSAULT", "hypothetical"),
    ("The planned march drew police.", "march", "PROTEST", "future"),
    ("The army shelled Goma.", "shelled", "ASSAULT", None),
]
"""A sentence, a trigger, its type, and a status that is left to it; None where all are."""


@pytest.mark.parametrize(("text", "trigger", "kind", "left"), GRAMMAR)
def test_what_grammar_leaves(
    text: str, trigger: str, kind: EventType, left: EventStatus | None
) -> None:
    start = text.index(trigger)
    found = possible(text, (0, len(text)), (start, start + len(trigger)), kind)
    if left is None:
        assert found is None
    else:
        assert found is not None
        assert left in found
        assert (found & {"actual", "historical"} != set()) == (left == "actual")


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
