"""Decisions end to end, on both databases."""

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from sayso.desk.actors.register import current
from sayso.desk.check import faults
from sayso.desk.judgements import holding
from sayso.desk.review.decided import pairs
from sayso.desk.review.deciding import decide, decide_two, join_claims, undo
from sayso.desk.review.log import log
from sayso.desk.review.queue import queue
from sayso.desk.review.rulings import readings, rejected_statements, statement_pairs
from sayso.desk.store import Store
from sayso.errors import SaysoError
from sayso.records.reading import Analysis, Statement
from tests.desk.actors.scenes import analysis
from tests.desk.made import OTHER, WIRE, add, at
from tests.desk.review.test_hinges import claim
from tests.desk.review.test_hinges import said as said_in

TEXT = "Idris Halabi spoke in Mopti. The market closed at noon. "
NAMES = {"Idris Halabi": "Person", "Mopti": "Location"}
BY: Any = {"who": "Inès", "reason": "read it"}


def read(id: str, text: str = TEXT, *, confidence: float = 0.6) -> Analysis:  # noqa: A002
    made = analysis(id, text + OTHER * (id == "b"), NAMES)
    return msgspec.structs.replace(
        made,
        statements=tuple(
            Statement(id=f"s{number}", kind="plain", content=(one.start, one.end), voice="own",
                      factuality="CT+", confidence=confidence)
            for number, one in enumerate(made.sentences or ())
        ),
    )  # fmt: skip


def said(store: Store, document: str = "a", as_of: str | None = None) -> list[str]:
    with store.reading() as connection:
        (found,) = readings(connection, names=[document], as_of=as_of)
        text = found.analysis.text
        return [
            f"{text[slice(*x.content)]} {x.factuality}" for x in found.analysis.statements or ()
        ]


def test_a_correction_survives_a_full_reading_and_an_undo_brings_back_what_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-03-04T10:00Z")
    add(store, read("a"))
    before = said(store)
    at(monkeypatch, "2026-03-05T10:00Z")
    made = decide(store, "plain:a:29-55", "correct", changes={"factuality": "CT-"}, **BY)
    decide(store, "plain:a:0-28", "reject", **BY)
    after = ["The market closed at noon. CT-"]
    assert said(store) == after
    assert said(store, as_of="2026-03-04") == before
    add(store, read("a", confidence=0.5), again=True)
    assert said(store) == after
    add(store, read("a", "A first line. " + TEXT))
    assert said(store) == ["A first line. CT+", *after]
    undo(store, made.id, **BY)
    assert said(store) == ["A first line. CT+", "The market closed at noon. CT+"]
    assert list(faults(store)) == []


def test_an_entity_that_is_rejected_is_no_actor(store: Store) -> None:
    add(store, read("a"))
    assert {actor.name for actor in current(store).actors} == {"Idris Halabi", "Mopti"}
    decide(store, "entity:a:0-12", "correct", changes={"name": "Idriss Halaby"}, **BY)
    decide(store, "entity:a:22-27", "reject", **BY)
    (actor,) = current(store).actors
    assert actor.names == ("Idriss Halaby",)


def test_actors_are_joined_and_split_by_id(store: Store) -> None:
    add(store, read("a"), read("b", TEXT.replace("Idris Halabi", "The Colonel Halabi")))
    names = {"The Colonel Halabi": "Person"}
    add(store, analysis("c", "The Colonel Halabi left.", names))
    one, other = (a.id for a in current(store).actors if "Halabi" in a.name)
    made = decide_two(store, one, other, "same", **BY)
    (joined,) = (a for a in current(store).actors if "Halabi" in a.name)
    assert len(joined.members) == 2
    with store.reading() as connection:
        assert pairs(holding(connection)).same == ((made.subject, made.other),)
    split = decide_two(store, joined.members[1].subject, None, "not_same", **BY)
    assert len([a for a in current(store).actors if "Halabi" in a.name]) == 2
    undo(store, split.id, **BY)
    assert len([a for a in current(store).actors if "Halabi" in a.name]) == 1
    undo(store, made.id, **BY)
    assert {a.id for a in current(store).actors if "Halabi" in a.name} == {one, other}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("nobody", "names nothing to decide about"),
        ("plain:z:0-9", "there is no document z"),
        ("event:a:0-9", "there is no event at these words"),
        ("thing:a:0-9", "names nothing"),
    ],
)
def test_what_is_not_there_is_not_decided(store: Store, given: str, said: str) -> None:
    add(store, read("a"))
    with pytest.raises(SaysoError, match=said):
        decide(store, given, "accept", **BY)
    with pytest.raises(SaysoError, match=said):
        decide_two(store, given, "entity:a:0-12", "same", **BY)


def test_what_cannot_be_done_is_said_and_not_written(store: Store) -> None:
    add(store, read("a"))
    for wrong in ({"factuality": "surely"}, {"colour": "red"}, {}):
        with pytest.raises(SaysoError, match="cannot be corrected so"):
            decide(store, "plain:a:0-28", "correct", changes=wrong, **BY)
    with pytest.raises(SaysoError, match="one and the same"):
        decide_two(store, "entity:a:0-12", "entity:a:0-12", "same", **BY)
    with pytest.raises(SaysoError, match="another kind"):
        decide_two(store, "entity:a:0-12", "plain:a:0-28", "same", **BY)
    with pytest.raises(SaysoError, match="joined to nothing"):
        decide_two(store, "entity:a:0-12", None, "not_same", **BY)
    with pytest.raises(SaysoError, match="no judgement 7 holds"):
        undo(store, 7, **BY)
    with pytest.raises(SaysoError, match="needs"):
        decide(store, "plain:a:0-28", "accept", who="Inès", reason=" ")
    with store.reading() as connection:
        assert log(connection) == ()


def test_the_queue_begins_with_what_changes_most_and_leaves_out_what_is_settled(
    store: Store,
) -> None:
    text = TEXT + WIRE
    add(store, read("a", text, confidence=0.9), read("copy", text, confidence=0.9))
    add(store, read("b", "Nothing else was said of Gao. ", confidence=0.5))
    found = queue(store)
    assert [item.weight for item in found] == sorted((x.weight for x in found), reverse=True)
    assert [item.words for item in found].count("The market closed at noon.") == 1
    (market,) = (item for item in found if item.words == "The market closed at noon.")
    assert (market.hinge, market.unsure) == (2, 0.36)
    decide(store, found[0].subject, "accept", **BY)
    assert found[0].subject not in {item.subject for item in queue(store)}


def test_an_unsure_pair_is_asked_until_somebody_says(store: Store) -> None:
    near = "of the Niger Bend Guard met Aminata Coulibaly in Mopti"
    names = {"Niger Bend Guard": "Organisation", "Aminata Coulibaly": "Person", "Mopti": "Location"}
    for number, name in enumerate(("Idris Halabi", "Omar Halabi", "Halabi")):
        text = f"On Friday {name} {near}. Report {number} ends."
        add(store, analysis(f"d{number}", text, names | {name: "Person"}))
    asked = [item for item in queue(store) if item.question == "same?"]
    assert {item.words for item in asked} == {"Halabi / Idris Halabi", "Halabi / Omar Halabi"}
    decide_two(store, asked[0].subject, asked[0].other, "unsure", **BY)
    left = [item for item in queue(store) if item.question == "same?"]
    assert {item.words for item in left} < {item.words for item in asked}


def test_the_log_tells_all_and_what_was_taken_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-03-04T10:00Z")
    add(store, read("a"))
    made = decide(store, "plain:a:29-55", "reject", **BY)
    at(monkeypatch, "2026-03-05T10:00Z")
    undo(store, made.id, who="Omar", reason="it did close")
    with store.reading() as connection:
        (line,) = log(connection)
        (then,) = log(connection, as_of="2026-03-04")
        assert log(connection, as_of="2026-03-03") == ()
    assert line.words == "The market closed at noon."
    assert line.judgement.withdrawn_because == "it did close"
    assert then.judgement == made


def test_pairs_of_statements_are_told_by_their_words_now(store: Store) -> None:
    add(store, read("a"), read("b"))
    decide_two(store, "plain:a:29-55", "plain:b:29-55", "same", **BY)
    decide_two(store, "plain:a:0-28", "plain:b:29-55", "unsure", **BY)
    decide(store, "plain:a:0-28", "reject", **BY)
    add(store, read("a", "A first line. " + TEXT))
    with store.reading() as connection:
        found = statement_pairs(connection)
        gone = rejected_statements(connection)
    assert found.same == ((("a", 43, 69), ("b", 29, 55)),)
    assert found.not_same == ((("a", 14, 42), ("b", 29, 55)),)
    assert gone == (("a", 14, 42),)


def test_claims_are_joined_by_their_ids(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, read("a"), read("b"))
    closed = replace(said_in("a", None), start=29, end=55)
    other = replace(said_in("b", None), start=29, end=55)
    held = [claim("single_origin", closed, id="c1"), claim("single_origin", other, id="c2")]
    monkeypatch.setattr("sayso.desk.review.deciding.claims", lambda _: held)
    (made,) = join_claims(store, "c1", "c2", **BY)
    assert (made.subject, made.other) == ("plain:a:29-55", "plain:b:29-55")
    assert join_claims(store, "c1", "c9", **BY) == ()
    held[:] = [claim("single_origin", closed, other)]
    made = decide_two(store, "plain:a:29-55", None, "not_same", **BY)
    assert made.other == "plain:b:29-55"
