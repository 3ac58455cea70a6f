from msgspec.structs import replace

from sayso.records.reading import Analysis, Quantity, Statement
from sayso.report.sifting import sieve
from sayso.report.sources import sources
from sayso.report.what import What, what
from tests.report.layers import BAGHDAD
from tests.report.telling import TOLD, telling


def told(article: Analysis = TOLD, **options: int) -> What:
    found = what(article, sources(article), **options)
    assert found
    return found


def test_what_the_outlet_asserts_itself_comes_first() -> None:
    first, second = told().shown
    assert (first.number, first.words, first.say.own) == (1, "shelled", True)
    assert (second.number, second.words, second.say.source) == (2, "raid", 1)


def test_then_what_else_is_in_its_own_voice() -> None:
    article = telling(
        "They may shell, and [1s Tal] [1c said] [1t they raid]. They loot.",
        events=[
            ("raid", {"attribution": "a1"}),
            ("shell", {"factuality": "PS+"}),
            ("loot", {}),
        ],
    )
    assert [one.words for one in told(article).shown] == ["loot", "shell", "raid"]


def test_sides_are_entities_or_words() -> None:
    first, second = told().shown
    assert [one.name for one in first.actors + first.recipients] == ["Harbour Guard", "Basra"]
    assert [one.name for one in second.actors] == ["the regime"]


def test_estimative_words_of_the_statement_or_else_of_the_sentence() -> None:
    likely = "“probably”: likely, 55–80 % (ICD 203)"
    assert [one.estimates for one in told().shown] == [(), (likely,)]
    start = TOLD.text.index("raid")
    statement = Statement(
        id="s", kind="event", content=(start, start + 4), voice="attributed", factuality="PR+",
        confidence=0.9, ref="e0",
    )  # fmt: skip
    assert told(replace(TOLD, statements=(statement,))).shown[1].estimates == ()


def test_facts_are_those_that_the_text_gives() -> None:
    article = telling(
        "Rockets killed at least 12 in Baghdad in 2020.",
        events=[
            (
                "killed",
                {
                    "instrument": "Rockets",
                    "location": 0,
                    "time": 0,
                    "quantity": (Quantity(of="killed", text="at least 12", least=12),),
                },
            ),
            ("12", {"location": 7, "time": -1}),
        ],
        places=[("Baghdad", BAGHDAD)],
        times=[("2020", {})],
    )
    killed, wrong = told(article).shown
    assert killed.facts == ("in Baghdad", "2020", "with Rockets", "killed: at least 12")
    assert wrong.facts == ()


def test_more_than_are_shown() -> None:
    found = told(most=1)
    assert (len(found.shown), found.more) == (1, 1)


def test_of_more_than_are_shown_the_surest_are() -> None:
    doubtful, sure = {"confidence": 0.2}, {"confidence": 0.8}
    article = telling("Tal came. Tal left.", events=[("came", doubtful), ("left", sure)])
    found = what(article, (), most=1)
    assert found is not None
    assert [one.words for one in found.shown] == ["left"]


def test_no_layer_and_an_empty_one() -> None:
    assert what(telling("Flat."), ()) is None
    assert what(telling("Flat.", events=[]), ()) is None


def test_the_sieve_has_what_parts_events() -> None:
    found = sieve(told().shown)
    assert {
        name: [(one.words, one.count) for one in each] for name, each in found.choices.items()
    } == {
        "status": [("as done", 1), ("as to come", 1)],
        "sure": [("asserted", 1), ("probable", 1)],
        "voice": [("the outlet itself", 1), ("sources", 1)],
        "side": [("Basra", 1), ("Harbour Guard", 1), ("Mosul", 1), ("the regime", 1)],
    }
    assert {one.value for one in found.choices["side"]} == {str(n) for n in found.numbers.values()}
