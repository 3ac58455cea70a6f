"""Verdicts on tables of sentences, by hand-made answers."""

import pytest
from msgspec.structs import replace

from benchmarks import elsewhere, unreal
from benchmarks.gold import Event, Marked, Place, Time
from benchmarks.rows import Row, answers
from sayso.records.text import Span, Spans
from sayso.records.vocabulary import EventStatus

TEXT = "The Ashlan Front refused to meet the envoy in Muscat on Friday, after the raid."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


ROW = unreal.Sentence(
    kind="verb that negates",
    text=TEXT,
    trigger="meet",
    type="CONSULT",
    status=frozenset({"negated", "hypothetical"}),
)


def consult(status: EventStatus) -> Event:
    return Event(trigger=at("meet"), type="CONSULT", status=status)


@pytest.mark.parametrize(
    ("event", "answered"),
    [
        (consult("negated"), True),
        (replace(consult("negated"), trigger=at("refused to meet")), True),
        (replace(consult("negated"), type="AGREE"), True),
        # Another act, whose words happen to take these in.
        (Event(trigger=at("refused to meet"), type="REJECT", status="actual"), False),
        (Event(trigger=at("raid"), type="CONSULT"), False),
    ],
)
def test_what_answers_a_row(event: Event, *, answered: bool) -> None:
    assert bool(answers(ROW, Marked(id="r", text=TEXT, events=(event,)))) is answered


def test_a_trigger_stands_in_its_sentence_once_as_a_word() -> None:
    row = Row(kind="k", text="They met at the metro.", trigger="met", type="CONSULT")
    assert row.span == (5, 8)
    with pytest.raises(ValueError, match="unpack"):
        _ = Row(kind="k", text="He met and met.", trigger="met", type="CONSULT").span


@pytest.mark.parametrize(
    ("events", "found", "done", "right"),
    [
        ((), False, False, False),
        ((consult("hypothetical"),), True, False, True),
        ((consult("future"),), True, False, False),
        ((consult("negated"), consult("historical")), True, True, False),
    ],
)
def test_a_status(events: tuple[Event, ...], *, found: bool, done: bool, right: bool) -> None:
    (verdict,) = unreal.judge([ROW], [Marked(id="r", text=TEXT, events=events)])
    assert (verdict.found, verdict.coded_as_done, verdict.right) == (found, done, right)


TRAP = elsewhere.Trap(
    kind="time of another event",
    text=TEXT,
    trigger="raid",
    type="ASSAULT",
    actor=(),
    recipient=("The Ashlan Front", ""),
    place=("Muscat",),
)


def raid(
    *, actor: Spans = (), recipient: Spans = (), place: int | None = None
) -> tuple[Event, ...]:
    return (
        Event(
            trigger=at("raid"),
            type="ASSAULT",
            actor=actor,
            recipient=recipient,
            location=place,
            time=0,
        ),
    )


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        (raid(place=0), set()),
        (raid(place=0, recipient=(at("Front"),)), set()),
        (raid(place=0, recipient=(at("Front"), at("the envoy"))), {"recipient"}),
        (raid(actor=(at("the envoy"),)), {"actor", "place"}),
    ],
)
def test_fields(events: tuple[Event, ...], wrong: set[str]) -> None:
    start, end = at("Muscat")
    begin, until = at("Friday")
    document = Marked(
        id="r",
        text=TEXT,
        events=events,
        places=(Place(start=start, end=end),),
        times=(Time(start=begin, end=until),),
    )
    (verdict,) = elsewhere.judge([TRAP], [document])
    assert {field.name for field in verdict.fields if not field.right} == wrong
    assert {field.name for field in verdict.fields} == {"actor", "recipient", "place"}
    assert verdict.right is (not wrong)


def test_an_event_that_is_not_found_is_not_right() -> None:
    (verdict,) = elsewhere.judge([TRAP], [Marked(id="r", text=TEXT)])
    assert not verdict.right
    assert not verdict.fields
    assert "not found" in f"{verdict}"


def test_reports_count_every_row() -> None:
    missed = Marked(id="r", text=TEXT)
    whole = unreal.report("did not happen", unreal.judge([ROW], [missed]))
    assert whole.splitlines()[-1].split() == ["all", "1", "0", "0", "0"]
    fields = elsewhere.report(elsewhere.judge([TRAP], [missed]))
    assert "all" + " " * 41 in fields
