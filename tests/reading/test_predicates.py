"""Predicates by marks that are written by hand."""

import numpy as np

from sayso.reading.predicates import LEAST, predicates
from sayso.records.reading import Predicate
from tests.reading.marking import SURE, blank, piece

TEXT = "The governor was said to have re-opened the bridge at Gedaref."


def test_each_word_that_the_network_takes_for_one_is_a_predicate() -> None:
    odds = np.full_like(blank(TEXT).predicates, -SURE)
    odds[piece(TEXT, "said")] = SURE, 1.5
    odds[piece(TEXT, "opened")] = LEAST + 0.1, -2.0
    opened = TEXT.index("re-opened")
    assert predicates(TEXT, blank(TEXT, predicates=odds)) == (
        Predicate(start=17, end=21, factuality="PS+"),
        Predicate(start=opened + 3, end=opened + 9, factuality="CT-"),
    )


def test_words_of_grammar_are_none() -> None:
    odds = np.full_like(blank(TEXT).predicates, -SURE)
    for word in ("was", "said", "to", "have"):
        odds[piece(TEXT, word)] = SURE, 3.0
    found = predicates(TEXT, blank(TEXT, predicates=odds))
    assert [TEXT[each.start : each.end] for each in found] == ["said"]


def test_an_empty_text_has_none() -> None:
    assert predicates("", blank("")) == ()
