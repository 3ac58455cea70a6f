import pytest

from sayso.report.trail import paragraph_list, trails
from tests.build import analysis


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((), ""),
        ((3,), "¶3"),
        ((1, 2), "¶1, 2"),
        ((1, 2, 3, 5, 7, 8, 9), "¶1–3, 5, 7–9"),
        ((1, 3, 5, 7, 9, 11, 13), "¶1, 3, 5, 7, 9, 11 …"),
    ],
)
def test_paragraph_list(numbers: tuple[int, ...], words: str) -> None:
    assert paragraph_list(numbers) == words


def test_a_trail_leads_from_the_first_mention_on() -> None:
    article = analysis("Title of Tal\n\nFlat.\n\nHere is Tal. Tal again.\n\nTal.")
    spans = [(i, i + 3) for i in range(len(article.text)) if article.text.startswith("Tal", i)]
    trail = trails(article)(reversed(spans))
    assert (trail.spans, trail.sentence, trail.paragraphs) == (tuple(spans), 1, (2, 3))
    assert len(trail) == 4


def test_a_trail_of_nothing_and_of_a_text_without_sentences() -> None:
    assert trails(analysis("Flat."))([]).sentence == 1
    assert trails(analysis("Flat.", sentences=()))([(0, 4)]).paragraphs == ()
