"""The scorer of events across documents, on tiny invented articles."""

import pytest

from benchmarks.happenings import Article, Trigger, equal_words, score

NORTH = Article(
    id="n",
    text="The dam at Merowe burst. Water took the village. It burst at night.",
    topic=1,
    cluster="1a",
    gold_sentences=((0, 24), (25, 48)),
    events=(
        Trigger((18, 23), "BURST", gold_sentence=True),
        Trigger((31, 35), gold_sentence=True),
        Trigger((52, 57), "BURST"),
    ),
)
SOUTH = Article(
    id="s",
    text="A dam burst near Merowe.",
    topic=1,
    cluster="1a",
    gold_sentences=((0, 24),),
    events=(Trigger((6, 11), "BURST", gold_sentence=True),),
)
GOLD = [[("n", (18, 23)), ("s", (6, 11))], [("n", (31, 35))]]


def test_gold_against_itself_is_perfect() -> None:
    found = score([NORTH, SOUTH], GOLD)
    assert found.conll == 1.0
    assert found.mentions.asked == 3


def test_a_trigger_that_overlaps_answers() -> None:
    wider = [[("n", (14, 23)), ("s", (2, 11))], [("n", (25, 35))]]
    assert score([NORTH, SOUTH], wider).conll == 1.0


def test_what_is_missed_counts_against_recall_and_what_is_made_up_against_precision() -> None:
    found = score([NORTH, SOUTH], [[("n", (18, 23))], [("s", (6, 11))], [("s", (17, 23))]])
    assert (found.muc.recall, found.muc.f1) == (0.0, 0.0)
    assert found.b_cubed.recall == pytest.approx((0.5 + 0.5) / 3)
    assert found.b_cubed.precision == pytest.approx(2 / 3)
    assert (found.mentions.right, found.mentions.given, found.mentions.asked) == (2, 3, 3)


def test_two_answers_to_one_trigger_are_one_too_many() -> None:
    found = score([SOUTH], [[("s", (6, 8)), ("s", (8, 11))]])
    assert (found.mentions.right, found.mentions.given) == (1, 2)


def test_equal_words_join_inside_one_topic_and_not_beyond() -> None:
    spans = {"n": [(18, 23)], "s": [(6, 11)]}
    assert len(equal_words([NORTH, SOUTH], spans, {"n": "1", "s": "1"})) == 1
    assert len(equal_words([NORTH, SOUTH], spans, {"n": "1", "s": "2"})) == 2


def test_only_what_was_annotated_is_asked_for() -> None:
    assert NORTH.triggers == ((18, 23), (31, 35))
    assert not NORTH.annotated((52, 57))
