import pytest
from msgspec.structs import replace

from benchmarks.coreference import (
    Answering,
    exact,
    figures,
    gold_chains,
    relaxed,
    score,
    system_chains,
)
from benchmarks.gold import Event, Marked, Mention
from sayso.records.text import Span, Spans

TEXT = "The mayor of Zubar spoke. Zubar's mayor said he was well. A raid came."


def at(piece: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(piece, start + 1)
    return start, start + len(piece)


HE = at(" he ")[0] + 1, at(" he ")[1] - 1
MAYOR: Spans = (at("The mayor of Zubar"), at("Zubar's mayor"), HE)
NEARLY: Spans = (at("mayor of Zubar"), at("mayor", 1), HE)
TOWN: Spans = (at("Zubar"), at("Zubar's"))
GOLD = Marked(id="d", text=TEXT, chains=(MAYOR, TOWN))


def marked(**chains: Spans) -> Marked:
    mentions = tuple(
        Mention(start=start, end=end, type="Person", entity=None if name == "alone" else name)
        for name, chain in chains.items()
        for start, end in chain
    )
    return Marked(id="d", mentions=mentions)


@pytest.mark.parametrize(
    ("system", "answering", "found", "conll"),
    [
        (marked(mayor=MAYOR, town=TOWN), exact, 5, 1.0),
        (marked(), exact, 0, 0.0),
        # all in one: MUC 3/4 and 3/3, B3 (9 + 4)/5 of 5 and 5/5, CEAFe 6/8 of 1 and of 2
        (
            marked(one=MAYOR + TOWN),
            exact,
            5,
            (6 / 7 + 2 * 0.52 / 1.52 + 2 * 0.75 * 0.375 / 1.125) / 3,
        ),
        # one of three spans the same: MUC nothing, B3 1/9 and 1/15, CEAFe 1/3 and 1/6
        (marked(mayor=NEARLY), exact, 1, (1 / 12 + 2 / 9) / 3),
        # the same last words: MUC 2/2 and 2/3, B3 3/3 and 3/5, CEAFe 1/1 and 1/2
        (marked(mayor=NEARLY), relaxed, 3, (4 / 5 + 3 / 4 + 2 / 3) / 3),
        # an overlap, another last word
        (marked(mayor=(at("The mayor"), at("Zubar's mayor said"))), relaxed, 0, 0.0),
        # whoever is alone does not count where gold leaves such mentions out
        (marked(mayor=MAYOR, town=TOWN, alone=(at("A raid"),)), exact, 5, 1.0),
        # said twice, of two things: the first counts
        (marked(mayor=MAYOR, town=TOWN, other=(HE,)), exact, 5, 1.0),
    ],
)
def test_conll(system: Marked, answering: Answering, found: int, conll: float) -> None:
    scores = score([(GOLD, system)], answering)
    assert scores.mentions.right == found
    assert scores.conll == pytest.approx(conll)


def test_a_span_left_over_does_not_stand_for_the_gold_mention_that_another_took() -> None:
    gold = replace(GOLD, chains=(((0, 18), HE), TOWN))
    system = marked(mayor=((0, 18), HE, at("of Zubar")), town=TOWN)
    assert score([(gold, system)], relaxed).mentions.given == 5


def test_mentions_that_are_alone_count_where_gold_marks_such() -> None:
    gold = replace(GOLD, chains=(*GOLD.chains, (at("A raid"),)))
    system = marked(mayor=MAYOR, alone=(at("A raid"), at("well")))
    scores = score([(gold, system)], exact)
    assert (scores.mentions.right, scores.mentions.given, scores.mentions.asked) == (4, 5, 6)


def test_nothing_to_find_and_nothing_found_is_right() -> None:
    assert {f.value for f in figures([(Marked(id="d"), Marked(id="d"))]) if "CoNLL" in f.name} == {
        1.0
    }


def test_chains_of_what_happened_are_not_asked_for() -> None:
    gold = replace(
        GOLD,
        chains=(MAYOR, (at("raid"), at("came"))),
        events=(Event(trigger=at("raid")), Event(trigger=at("came"))),
    )
    assert gold_chains(gold) == [frozenset(MAYOR)]


def test_what_lies_where_nobody_looked_is_left_out_on_both_sides() -> None:
    gold = replace(GOLD, gold_sentences=(at("The mayor of Zubar spoke."),))
    assert gold_chains(gold) == [{MAYOR[0]}, {TOWN[0]}]
    assert system_chains(marked(mayor=MAYOR), gold) == [{MAYOR[0]}]
