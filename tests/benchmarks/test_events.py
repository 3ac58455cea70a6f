"""Figures of a labelled sentence, counted by hand."""

from math import isnan

import pytest
from msgspec.structs import replace

from benchmarks.calibration import Outcome, event_outcomes, relation_outcomes
from benchmarks.events import figures
from benchmarks.gold import Event, Marked, Place, Relation, Time
from sayso.records.text import Span

TEXT = "On Monday rebels shelled Marib, and the envoy may meet them in Muscat."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


SHELLED = Event(
    trigger=at("shelled"),
    type="ASSAULT",
    actor=(at("rebels"),),
    recipient=(),
    place=at("Marib"),
    time=at("Monday"),
    status="actual",
    factuality="CT+",
)
MEET = Event(
    trigger=at("meet"),
    type="CONSULT",
    actor=(at("the envoy"), at("them")),
    recipient=(),
    place=at("Muscat"),
    status="hypothetical",
    factuality="PS+",
)
GOLD = Marked(id="d", text=TEXT, events=(SHELLED, MEET))
ANSWER = Marked(
    id="d",
    text=TEXT,
    events=(
        replace(SHELLED, place=None, time=0, location=0, confidence=0.9),
        replace(
            MEET,
            trigger=at("may meet"),
            place=None,
            actor=(at("the envoy"),),
            recipient=(at("Muscat"),),
            status="actual",
            confidence=0.6,
        ),
        Event(trigger=at("On"), type="AID", confidence=0.2),
    ),
    places=(Place(start=at("Marib")[0], end=at("Marib")[1]),),
    times=(Time(start=at("Monday")[0], end=at("Monday")[1]),),
)


def measured(gold: Marked, system: Marked) -> dict[str, float]:
    return {figure.name: figure.value for figure in figures([(gold, system)])}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("event detection F1", 2 * 2 / 5),
        ("typed event F1", 2 * 2 / 5),
        ("status accuracy", 1 / 2),
        ("factuality accuracy", 2 / 2),
        ("status and factuality accuracy", 1 / 2),
        ("taken for real", 1 / 1),
        ("actor tokens F1", 2 * 3 / (3 + 4)),
        ("recipient tokens F1", 0.0),
        ("place F1", 2 * 1 / (1 + 2)),
        ("time F1", 1.0),
        ("AID F1", 0.0),
        ("ASSAULT F1", 1.0),
    ],
)
def test_figures_by_hand(name: str, value: float) -> None:
    assert measured(GOLD, ANSWER)[name] == pytest.approx(value)


def test_another_type_is_detected_but_not_typed() -> None:
    system = replace(ANSWER, events=(replace(ANSWER.events[0], type="COERCE"),))
    assert measured(GOLD, system)["event detection F1"] == pytest.approx(2 / 3)
    assert measured(GOLD, system)["typed event F1"] == 0.0


def test_what_stands_outside_the_labelled_sentence_counts_for_nothing() -> None:
    labelled = (0, at(", and")[0])
    gold = replace(GOLD, events=(SHELLED,), gold_sentences=(labelled,))
    system = replace(ANSWER, events=ANSWER.events[:2])
    assert measured(gold, system)["typed event F1"] == 1.0
    assert len(list(event_outcomes([(gold, system)], whole=True))) == 1


def test_an_event_is_right_as_a_whole_or_in_its_type() -> None:
    pairs = [(GOLD, ANSWER)]
    assert list(event_outcomes(pairs, whole=False)) == [
        Outcome(0.9, True),  # noqa: FBT003 - what came of it
        Outcome(0.6, True),  # noqa: FBT003
        Outcome(0.2, False),  # noqa: FBT003
    ]
    assert [outcome.right for outcome in event_outcomes(pairs, whole=True)] == [True, False, False]


def test_a_relation_that_gold_has_no_name_for_is_neither_right_nor_wrong() -> None:
    gold = Marked(
        id="d",
        text=TEXT,
        relations=(Relation(type="CoLocated", source=at("rebels"), target=at("Marib")),),
    )
    system = replace(
        gold,
        relations=tuple(
            Relation(type=kind, source=at("rebels"), target=at("Marib"), confidence=0.5)
            for kind in ("located_in", "arms", "fights")
        ),
    )
    assert [outcome.right for outcome in relation_outcomes([(gold, system)])] == [True, False]


def test_a_system_without_confidences_cannot_be_calibrated() -> None:
    system = replace(ANSWER, events=(SHELLED,))
    with pytest.raises(ValueError, match="event 0 has no confidence"):
        list(event_outcomes([(GOLD, system)], whole=True))


def test_nothing_detected_is_nothing_right() -> None:
    nothing = measured(GOLD, Marked(id="d", text=TEXT))
    assert nothing["typed event F1"] == nothing["actor tokens F1"] == nothing["time F1"] == 0.0
    assert isnan(nothing["status accuracy"])
    assert isnan(nothing["taken for real"])
