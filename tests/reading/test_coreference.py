"""Marks are written by hand: candidates, and what each asks of an antecedent and offers as one."""

import numpy as np
import pytest

from sayso.reading.coreference import Coreference, antecedents, coreference
from sayso.reading.mentions import TYPES, mentions
from sayso.reading.tagger.marks import NO_SIDES, Candidate, Marks
from sayso.reading.tagger.pieces import pieces
from sayso.records.text import Document
from tests.reading.marking import blank

TEXT = "The ceasefire failed. The ceasefire had lasted a day. A report said so."
SENTENCES = ((0, 21), (22, 53), (54, 71))
REFERENCE = len(TYPES)


def _marks(*said: str, sides: list[list[list[float]]] | None = None) -> Marks:
    coded, found, at = pieces(TEXT), [], 0
    for words in said:
        at = TEXT.index(words, at)
        first = int(np.searchsorted(coded.starts, at))
        last = int(np.searchsorted(coded.ends, at + len(words)))
        found.append(Candidate(first, last, REFERENCE, 3.0))
        at += len(words)
    known = NO_SIDES if sides is None else np.array(sides, dtype=np.float16)
    return blank(TEXT, mentions=tuple(found), sides=known)


def _read(marks: Marks) -> Coreference:
    return coreference(Document(id="d", text=TEXT, sha256="0" * 64), marks, SENTENCES)


def test_a_thing_of_no_type_is_kept_when_it_is_mentioned_again() -> None:
    found = _read(_marks("The ceasefire", "The ceasefire", "A report"))
    assert [(TEXT[m.start : m.end], m.type) for m in found.mentions] == [
        ("The ceasefire", "Other"),
        ("The ceasefire", "Other"),
    ]
    (ceasefire,) = found.entities
    assert ceasefire.mentions == tuple(m.id for m in found.mentions)


def test_the_odds_are_what_one_asks_times_what_the_other_offers() -> None:
    marks = _marks(
        "The ceasefire",
        "The ceasefire",
        "A report",
        sides=[[[0, 0], [1, 2]], [[3, 4], [0, 0]], [[1, 0], [5, 5]]],
    )
    scores = antecedents(mentions(TEXT, marks, SENTENCES), marks)
    assert scores is not None
    assert scores(1, [0, 2]) == pytest.approx([11 / 2**0.5, 35 / 2**0.5], rel=1e-3)
    assert scores(1, []) == []


def test_a_network_that_was_not_asked_has_no_opinion() -> None:
    marks = _marks("The ceasefire")
    assert antecedents(mentions(TEXT, marks, SENTENCES), marks) is None
