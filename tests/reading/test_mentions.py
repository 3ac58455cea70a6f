"""Candidates are written by hand: first and last piece, type, log odds."""

import numpy as np
import pytest

from sayso.reading.mentions import TYPES, mentions
from sayso.reading.tagger.marks import Candidate
from sayso.reading.tagger.pieces import pieces
from tests.reading.marking import blank

TEXT = "The mayor of Raqqa fled. Nobody followed."
PERSON, PLACE = TYPES.index("Person"), TYPES.index("Location")
REFERENCE_TYPE = len(TYPES)
SENTENCES = ((0, 24), (25, 41))


def _found(*candidates: Candidate) -> list[tuple[str, str]]:
    marks = blank(TEXT, mentions=candidates)
    return [(TEXT[m.start : m.end], m.type) for m in mentions(TEXT, marks, SENTENCES).mentions]


def _piece(word: str) -> int:
    return int(np.searchsorted(pieces(TEXT).starts, TEXT.index(word)))


MAYOR, RAQQA, FLED = _piece("mayor"), _piece("Raqqa"), _piece("fled")


@pytest.mark.parametrize(("odds", "kept"), [(3.0, True), (-2.0, True), (-2.5, False)])
def test_a_mention_needs_odds(odds: float, kept: bool) -> None:  # noqa: FBT001
    assert bool(_found(Candidate(0, MAYOR, PERSON, odds))) is kept


def test_a_place_inside_a_person_is_kept() -> None:
    both = _found(Candidate(0, FLED - 1, PERSON, 2.0), Candidate(RAQQA, FLED - 1, PLACE, 1.0))
    assert both == [("The mayor of Raqqa", "Person"), ("Raqqa", "Location")]


def test_beside_a_surer_one_of_its_type_a_mention_must_be_sure_itself() -> None:
    whole, part = Candidate(0, FLED - 1, PERSON, 2.0), Candidate(0, MAYOR, PERSON, -0.5)
    assert _found(whole, part) == [("The mayor of Raqqa", "Person")]
    assert len(_found(whole, part._replace(odds=0.5))) == 2


def test_mentions_do_not_cross() -> None:
    found = _found(Candidate(0, RAQQA, PERSON, 3.0), Candidate(MAYOR, FLED, PLACE, 2.0))
    assert [kind for _, kind in found] == ["Person"]


def test_a_mention_stays_in_its_sentence() -> None:
    assert _found(Candidate(RAQQA, _piece("Nobody"), PLACE, 3.0)) == []


def test_a_word_is_not_cut_in_two() -> None:
    assert _found(Candidate(RAQQA, RAQQA, PLACE, 3.0)) == [("Raqqa", "Location")]


def test_a_bare_reference_yields_to_a_type_for_the_same_words() -> None:
    bare = Candidate(0, MAYOR, REFERENCE_TYPE, 3.0)
    assert _found(bare) == [("The mayor", "reference")]
    assert _found(bare, Candidate(0, MAYOR, PERSON, -1.0)) == [("The mayor", "Person")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Raqqa's", "Raqqa"),
        ("Raqqa’s", "Raqqa"),
        ("the brothers'", "the brothers"),
        ("the ‘brother’", "the ‘brother’"),
        ("'s", "'s"),
    ],
)
def test_the_mark_of_a_genitive_is_no_part_of_a_mention(said: str, expected: str) -> None:
    coded = pieces(said)
    whole = Candidate(0, len(coded) - 1, PERSON, 3.0)
    marks = blank(said, mentions=(whole,))
    (found,) = mentions(said, marks, ((0, len(said)),)).mentions
    assert said[found.start : found.end] == expected


def test_a_mention_knows_which_candidate_it_was() -> None:
    unsure, sure = Candidate(0, 0, PERSON, -3.0), Candidate(0, MAYOR, PERSON, 3.0)
    marks = blank(TEXT, mentions=(unsure, sure))
    assert mentions(TEXT, marks, SENTENCES).rows == (1,)


def test_the_end_of_a_bracket_is_no_part_of_a_name() -> None:
    text = "The Corps (IRGC) Quds Force came."
    first, last = (
        int(np.searchsorted(pieces(text).starts, text.index(w))) for w in ("IRGC", "Force")
    )
    whole = Candidate(first, last, TYPES.index("Organisation"), 3.0)
    found = mentions(text, blank(text, mentions=(whole,)), ((0, len(text)),)).mentions
    assert [text[m.start : m.end] for m in found] == ["Quds Force"]
