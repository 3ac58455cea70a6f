"""The desk's actors, on both databases."""

import msgspec
import pytest

from sayso.desk.actors.record import Actor
from sayso.desk.actors.register import current
from sayso.desk.adding import Adder
from sayso.desk.check import faults
from sayso.desk.judgements import judge, withdraw
from sayso.desk.store import Store
from sayso.records.reading import Analysis
from sayso.records.vocabulary import MentionType
from tests.desk.actors.scenes import analysis
from tests.desk.made import at

NAMES: dict[str, MentionType] = {
    "Idris Halabi|Halabi": "Person",
    "Niger Bend Guard|Guard": "Organisation",
}
ONE = analysis("one", "Idris Halabi of the Niger Bend Guard spoke. Then Halabi left.", NAMES)
TWO = analysis("two", "In Mopti, Idris Halabi denied it. The Niger Bend Guard did too.", NAMES)
LATE = analysis("late", "On Friday the colonel Idris Halabi came back to Mopti.", NAMES)


def add(store: Store, *analyses: Analysis, again: bool = False) -> None:
    adder = Adder(store, program="test 1", again=again)
    for each in analyses:
        adder.add(each)
    adder.close()


def halabi(store: Store, as_of: str | None = None) -> list[Actor]:
    found = current(store, as_of=as_of).actors
    return [actor for actor in found if "Idris Halabi" in actor.names]


def decide(store: Store, one: str, other: str, verdict: str) -> int:
    with store.writing() as connection:
        made = judge(connection, one, verdict, other=other, who="Inès", reason="read both")  # type: ignore[arg-type]
    return made.id


def documents(found: list[Actor]) -> set[tuple[str, ...]]:
    return {tuple(member.document for member in actor.members) for actor in found}


def test_actors_follow_what_comes_in_and_keep_their_ids(store: Store) -> None:
    assert current(store).actors == ()
    add(store, ONE)
    (before,) = halabi(store)
    add(store, TWO)
    (after,) = halabi(store)
    assert documents([after]) == {("one", "two")}
    assert after.id == before.id
    assert list(faults(store)) == []


def test_what_the_desk_knew_on_a_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-03-04T10:00Z")
    add(store, ONE)
    at(monkeypatch, "2026-03-05T10:00Z")
    add(store, TWO)
    (first, second) = (halabi(store)[0].members[n].subject for n in (0, 1))
    at(monkeypatch, "2026-03-06T10:00Z")
    number = decide(store, second, first, "not_same")
    at(monkeypatch, "2026-03-07T10:00Z")
    with store.writing() as connection:
        withdraw(connection, number, who="Omar", reason="I asked him")
    assert documents(halabi(store, "2026-03-03")) == set()
    assert documents(halabi(store, "2026-03-04")) == {("one",)}
    assert documents(halabi(store, "2026-03-05")) == {("one", "two")}
    assert documents(halabi(store, "2026-03-06")) == {("one",), ("two",)}
    assert halabi(store, "2026-03-07") == halabi(store)
    assert documents(halabi(store)) == {("one", "two")}


def test_a_decision_outlives_every_reading_and_an_undo_brings_back_what_was(store: Store) -> None:
    add(store, ONE, TWO)
    before = current(store)
    (first, second) = (halabi(store)[0].members[n].subject for n in (0, 1))
    number = decide(store, second, first, "not_same")
    assert documents(halabi(store)) == {("one",), ("two",)}
    # The next reading gives entities other numbers and finds other mentions of them.
    names = dict(reversed(NAMES.items()))
    read = [
        analysis(each.id, each.text, names | {"Mopti": "Location"}, language=each.language)
        for each in (ONE, TWO)
    ]
    add(store, *read, again=True)
    assert documents(halabi(store)) == {("one",), ("two",)}
    with store.writing() as connection:
        withdraw(connection, number, who="Omar", reason="I asked him")
    assert documents(halabi(store)) == {("one", "two")}
    add(store, *(msgspec.structs.replace(x) for x in (ONE, TWO)), again=True)
    assert current(store) == before


def test_a_sector_that_a_person_set_wins_over_what_documents_say(store: Store) -> None:
    said = [
        msgspec.structs.replace(
            each,
            entities=tuple(
                msgspec.structs.replace(one, sector="GOV", country="NER")
                for one in each.entities or ()
            ),
        )
        for each in (ONE, TWO)
    ]
    add(store, *said)
    (before,) = halabi(store)
    assert (before.sectors, before.countries) == (("GOV",), ("NER",))
    subject = before.members[1].subject
    with store.writing() as connection:
        made = judge(connection, subject, "correct", who="Inès", reason="his card",
                     correction='{"sector": "REB"}')  # fmt: skip
    (after,) = halabi(store)
    assert (after.sectors, after.countries) == (("REB",), ("NER",))
    with store.writing() as connection:
        withdraw(connection, made.id, who="Inès", reason="an old card")
    assert halabi(store) == [before]


def test_a_decision_moves_with_its_words_into_a_new_version(store: Store) -> None:
    add(store, ONE, TWO)
    (first, second) = (halabi(store)[0].members[n].subject for n in (0, 1))
    decide(store, second, first, "not_same")
    text = "Updated with a statement. " + TWO.text.replace("did too", "denied it as well")
    add(store, analysis("two", text, NAMES))
    assert documents(halabi(store)) == {("one",), ("two",)}
    add(store, LATE)
    assert documents(halabi(store)) == {("one", "late"), ("two",)}


def test_many_documents_come_to_few_actors_under_one_state(store: Store) -> None:
    many = [
        analysis(f"d{n}", f"Report {n}: Iran answered. Iranian envoys left.",
                 {"Iran": "Location", "Iranian": "Nationality"})
        for n in range(9)
    ]  # fmt: skip
    add(store, *many)
    (iran,) = current(store).actors
    assert len(iran.members) == 18
    assert (iran.name, iran.anchor) == ("Iran", "state-ir")
