from sayso.records.reading import Analysis
from sayso.report.sources import sources
from sayso.report.ties import Ties, ties
from tests.report.telling import TOLD, telling

SIDES = {"source": "Tal", "target": "the Guard"}


def told(article: Analysis = TOLD, **options: int) -> Ties:
    found = ties(article, sources(article), **options)
    assert found
    return found


def test_a_tie_has_its_sides_its_words_and_its_certainty() -> None:
    arms, commands = told().shown
    assert (arms.source.name, arms.verb, arms.target.name) == ("Tal", "arms", "Harbour Guard")
    assert (arms.certainty, arms.periods) == ("asserted", ("since 2020",))
    assert arms.quotes == ("Tal arms the Harbour Guard",)
    assert (commands.source.name, commands.verb) == ("Harbour Guard", "not commands")


def test_what_is_said_alike_of_the_same_sides_is_one_tie() -> None:
    words = "Tal arms and trains the Guard"
    article = telling(
        f"{words}. [1s He] [1c said] [1t Tal backs the Guard]. Tal may back the Guard.",
        relations=[
            (words, {"type": "arms", "source": "Tal", "target": "Guard"}),
            (words, {"type": "trains", "source": "Tal", "target": "Guard"}),
            ("Tal backs the Guard",
             {"type": "backs", "source": "Tal", "target": "Guard", "attribution": "a1"}),
            ("Tal may back the Guard",
             {"type": "backs", "source": "Tal", "target": "Guard", "factuality": "PS+"}),
        ],
    )  # fmt: skip
    found = told(article).shown
    assert [(one.verb, one.certainty, one.say.source) for one in found] == [
        ("arms, trains", "asserted", None),
        ("backs", "possible", None),
        ("backs", "asserted", 1),
    ]
    assert found[0].quotes == (words,)
    assert found[0].directed


def test_some_ties_hold_both_ways() -> None:
    article = telling(
        "Tal fights Omar.",
        relations=[("Tal fights Omar", {"type": "fights", "source": "Tal", "target": "Omar"})],
    )
    assert not told(article).shown[0].directed


def test_more_than_are_shown() -> None:
    assert told(most=1).more == 1


def test_no_layer_and_an_empty_one() -> None:
    assert ties(telling("Flat."), ()) is None
    assert ties(telling("Flat.", relations=[]), ()) is None


def test_a_tie_says_how_sure_the_surest_reading_is() -> None:
    article = telling(
        "Tal arms and trains the Guard.",
        relations=[
            ("Tal arms and trains the Guard", {**SIDES, "type": "arms", "confidence": 0.6}),
            ("Tal arms and trains the Guard", {**SIDES, "type": "trains", "confidence": 0.4}),
        ],
    )
    (one,) = told(article).shown
    assert (one.verb, one.confidence) == ("arms, trains", 0.6)


def test_a_name_and_its_short_form_are_no_tie() -> None:
    same = {"source": "Tal", "target": "Tal", "type": "same_as"}
    assert ties(telling("Tal is here.", relations=[("Tal is here", same)]), ()) is None
