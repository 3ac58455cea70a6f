import pytest

from benchmarks.attributions import figures, judge, score, tokens_of
from benchmarks.counts import Count
from benchmarks.gold import Attribution, Labels, Marked
from sayso.records.text import Spans

TEXT = 'Mayor Hadid said the road was cut. "We saw it," a driver added. Aid is said to be near.'


def at(*pieces: str) -> Spans:
    return tuple((TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces)


def says(source: str | None, cue: str, *content: str) -> Attribution:
    return Attribution(source=at(source) if source else (), cue=at(cue), content=at(*content))


MAYOR = says("Mayor Hadid", "said", "the road was cut")
DRIVER = says("a driver", "added", '"We saw it,"')
NOBODY = says(None, "is said", "Aid", "to be near")
GOLD = Marked(id="d", text=TEXT, attributions=(MAYOR, DRIVER, NOBODY))


def marked(*attributions: Attribution) -> Marked:
    return Marked(id="d", attributions=attributions)


@pytest.mark.parametrize(
    ("spans", "tokens"),
    [
        (((0, 5),), {0}),
        (((0, 6),), {0}),
        (((4, 7),), {0, 1}),
        (((5, 6),), set()),
        (((0, 1), (12, 14)), {0, 2}),
        ((), set()),
    ],
)
def test_a_span_has_the_tokens_that_it_touches(spans: Spans, tokens: set[int]) -> None:
    assert tokens_of(TEXT)(spans) == tokens


@pytest.mark.parametrize(
    ("attributions", "right", "given"),
    [
        ((MAYOR, DRIVER, NOBODY), 2, 2),  # gold itself; what has no source is set aside
        ((), 0, 0),
        ((says("Hadid", "said", "the road was"),), 1, 1),
        ((says("Hadid", "said", "the"),), 0, 1),  # content: one token of four
        ((says("a driver", "said", "the road was cut"),), 0, 1),  # nobody's source
        ((MAYOR, MAYOR), 1, 2),  # one to one
        ((says("a driver", "said", "to be near"),), 0, 0),  # content of one without a source
    ],
)
def test_what_counts_as_found(
    attributions: tuple[Attribution, ...], right: int, given: int
) -> None:
    assert score([(GOLD, marked(*attributions))]).attribution == Count(
        right=right, given=given, asked=2
    )


def test_tokens_of_a_part_are_counted_once_however_many_attributions_hold_them() -> None:
    assert score([(GOLD, marked(MAYOR, MAYOR))]).source == Count(right=2, given=2, asked=4)


def test_what_lies_in_discarded_text_counts_for_nobody() -> None:
    gold = Marked(
        id="d",
        text=TEXT,
        attributions=(MAYOR, DRIVER),
        labels=Labels(discard=at('"We saw it," a driver added.')),
    )
    judgement = judge(gold, marked(DRIVER, MAYOR))
    assert (set(judgement.gold), set(judgement.system)) == ({0}, {1})
    assert judgement.found == {0: 1}


def test_figures_are_f1() -> None:
    values = {figure.name: figure.value for figure in figures([(GOLD, marked(MAYOR))])}
    assert values["attribution F1"] == pytest.approx(2 / 3)
    assert values["attribution, content only F1"] == pytest.approx(1 / 2)
