"""Marks are written by hand: one letter a piece says its tag, and each cue what it points at."""

import numpy as np

from sayso.reading.attributions import join, spans
from sayso.reading.tagger.marks import CONTENT, SOURCE, Cue, Marks
from sayso.reading.tagger.network import Floats
from sayso.reading.tagger.pieces import pieces
from sayso.reading.tagger.spans import Run

SURE = 5.0


def _marks(text: str, *, source: str, content: str, cues: tuple[Cue, ...]) -> Marks:
    coded = pieces(text)
    tags = np.full((len(coded), 3, 3), -SURE, dtype=np.float32)
    tags[:, 1, 0] = 0
    for role, row in ((SOURCE, source), (CONTENT, content)):
        for piece, tag in enumerate(row):
            tags[piece, role, "-BI".index(tag)] = 0
    return Marks(coded, tags, cues, ())


def _cue(at: int, size: int, *, source: Run | None, content: Run, offset: int = 0) -> Cue:
    pointed, claimed = (np.full(size, -SURE, dtype=np.float32) for _ in range(2))
    if source:
        pointed[source[0] - offset : source[1] - offset] = SURE
    claimed[content[0] - offset : content[1] - offset] = SURE
    return Cue(at, at + 1, offset, pointed, claimed, 0.0)


def _parts(marks: Marks) -> list[tuple[Run | None, Run, tuple[Run, ...]]]:
    return [(each.source, each.cue, each.content) for each in join(marks)]


def test_each_cue_gets_the_source_it_points_at_and_the_content_it_claims() -> None:
    marks = _marks(
        "Asha said it fell. Omar denied it.",
        source="B----B---",
        content="--BI---B-",
        cues=(_cue(1, 9, source=(0, 1), content=(2, 4)), _cue(6, 9, source=(5, 6), content=(7, 8))),
    )
    assert _parts(marks) == [((0, 1), (1, 2), ((2, 4),)), ((5, 6), (6, 7), ((7, 8),))]


def test_a_content_in_two_pieces_has_one_cue() -> None:
    marks = _marks(
        "It fell, Asha said, and burned.",
        source="---B----",
        content="BI----BI",
        cues=(
            Cue(
                4,
                5,
                0,
                np.array([-5, -5, -5, 5, -5, -5, -5, -5], dtype=np.float32),
                np.array([5, 5, -5, -5, -5, -5, 5, 5], dtype=np.float32),
                0.0,
            ),
        ),
    )
    assert _parts(marks) == [((3, 4), (4, 5), ((0, 2), (6, 8)))]


def test_no_source_is_an_answer() -> None:
    marks = _marks(
        "It reportedly fell, Asha.",
        source="----B-",
        content="B-B---",
        cues=(_cue(1, 6, source=None, content=(0, 3)),),
    )
    assert [each.source for each in join(marks)] == [None]


def test_a_cue_without_content_says_nothing() -> None:
    marks = _marks(
        "Asha spoke.",
        source="B--",
        content="---",
        cues=(_cue(1, 3, source=(0, 1), content=(0, 0)),),
    )
    assert join(marks) == []


def test_a_content_that_no_window_ties_to_a_cue_is_dropped() -> None:
    scores: Floats = np.zeros(2, dtype=np.float32)
    marks = _marks(
        "Asha said. It fell far away.",
        source="B-------",
        content="-----BI-",
        cues=(Cue(1, 2, 0, scores, scores, 0.0),),
    )
    assert join(marks) == []


def test_surer_marks_make_surer_attributions() -> None:
    def evidence(odds: float) -> float:
        marks = _marks(
            "Asha said it fell.",
            source="B----",
            content="--BI-",
            cues=(_cue(1, 5, source=(0, 1), content=(2, 4)),),
        )
        weak = marks._replace(tags=marks.tags + np.float32(odds))
        return join(weak)[0].evidence.content

    assert evidence(0.0) > evidence(-1.0)


def test_spans_are_whole_words() -> None:
    text = "Albukamal fell"
    coded = pieces(text)
    assert len(coded) > 2  # the vocabulary cuts the name
    assert spans(text, coded, [(0, 1)]) == ((0, 9),)
