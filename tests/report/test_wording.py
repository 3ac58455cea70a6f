from sayso.records.reading import Analysis
from sayso.report.sources import sources
from sayso.report.wording import TECHNIQUES, Wordings, wordings
from tests.report.telling import TOLD, telling


def told(article: Analysis = TOLD, **options: int) -> Wordings:
    found = wordings(article, sources(article), **options)
    assert found
    return found


def test_the_outlet_s_own_words_come_first() -> None:
    found = told()
    (own,), (other,) = found.own, found.told
    assert (own.number, own.words, own.technique) == (
        1,
        "terror group",
        "name calling or labelling",
    )
    assert (other.number, other.words, other.say.source) == (2, "regime", 1)


def test_a_listed_label_has_its_plain_word() -> None:
    (own,) = told().own
    assert own.contested
    assert own.contested.word == "terrorist"


def test_other_words_have_none() -> None:
    article = telling("A dark day.", framing=[("dark", {"technique": "Loaded_Language"})])
    assert told(article).own[0].contested is None


def test_the_same_words_in_one_mouth_are_one_item() -> None:
    article = telling("Dark days. A dark night.", framing=[("Dark", {}), ("dark", {})])
    (one,) = told(article).own
    assert len(one.trail) == 2


def test_attributed_words_without_a_source_are_not_the_outlet_s() -> None:
    article = telling("A dark day.", framing=[("dark", {"voice": "attributed"})])
    assert told(article).told[0].say.source == 0


def test_an_unknown_technique_is_shown_as_it_is() -> None:
    article = telling("A dark day.", framing=[("dark", {"technique": "Dark_Arts"})])
    assert told(article).own[0].technique == "Dark Arts"
    assert "Dark_Arts" not in TECHNIQUES


def test_no_layer_and_an_empty_one() -> None:
    assert wordings(telling("Flat."), ()) is None
    assert wordings(telling("Flat.", framing=[]), ()) is None
