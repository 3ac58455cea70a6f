"""Questions to a desk of three reports, on both databases."""

import pytest

from sayso.desk.actors.register import current
from sayso.desk.ask.chronicle import Chronicle, chronicle
from sayso.desk.ask.dossier import Dossier, ask
from sayso.desk.ask.finding import find, the_one
from sayso.desk.ask.news import news
from sayso.desk.ask.passages import passages
from sayso.desk.review.deciding import decide
from sayso.desk.store import Store
from sayso.errors import SaysoError
from sayso.records.claims import Claim
from tests.desk.ask.press import COPY, FIRST, WIRE, add, denial, report
from tests.desk.made import at
from tests.desk.review.test_hinges import claim, said


@pytest.fixture
def press(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    at(monkeypatch, "2026-03-04T20:00Z")
    add(store, FIRST)
    at(monkeypatch, "2026-03-05T20:00Z")
    add(store, COPY, denial())
    return store


def on(store: Store, name: str, as_of: str | None = None) -> Dossier:
    found = ask(store, name, as_of=as_of)
    assert isinstance(found, Dossier)
    return found


def told(found: Chronicle) -> list[tuple[str | None, str | None, str, tuple[str, ...]]]:
    return [(one.begin, one.until, one.said.words[:9], one.said.copies) for one in found.dated]


def test_an_actor_is_told_with_who_says_what_once_for_all_copies(press: Store) -> None:
    halabi = on(press, "Idris Halabi")
    assert [(one.kind, one.copies) for one in halabi.says] == [("event", ("copy",))]
    assert (halabi.does, halabi.named) == ((), ())
    assert {one.document for one in halabi.documents} == {"first", "copy"}
    column = on(press, "Salt Road Column")
    assert [one.words for one in column.says] == ["Nobody came to Korioume"]
    assert [one.factuality for one in column.says] == ["CT-"]
    (raid,) = column.does
    assert (raid.type, raid.source, raid.named, raid.copies) == (
        "ASSAULT", "Idris Halabi", True, ("copy",),
    )  # fmt: skip
    assert {one.name for one in column.beside} >= {"Idris Halabi", "Korioume"}


def test_ties_have_two_sides(press: Store) -> None:
    outgoing = on(press, "Idris Halabi").ties[0]
    assert (outgoing.type, outgoing.name, outgoing.outgoing) == (
        "member_of", "Niger Bend Guard", True,
    )  # fmt: skip
    incoming = on(press, "Niger Bend Guard").ties[0]
    assert (incoming.name, incoming.outgoing) == ("Idris Halabi", False)
    assert incoming.other == on(press, "Idris Halabi").id


def test_what_a_person_rejected_is_said_no_more(press: Store) -> None:
    subject = on(press, "Salt Road Column").says[0].subject
    decide(press, subject, "reject", who="Inès", reason="not their words")
    assert on(press, "Salt Road Column").says == ()


def test_an_actor_as_of_a_day(press: Store) -> None:
    assert on(press, "Salt Road Column", "2026-03-04").says == ()
    assert ask(press, "Salt Road Column", as_of="2026-03-03") == ()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("idris halabi", ["Idris Halabi"]),
        ("Idriss Halaby", ["Idris Halabi"]),
        ("Halabi", ["Idris Halabi"]),
        ("Salt Road", ["Salt Road Column"]),
        ("Nobody Else", []),
    ],
)
def test_actors_are_found_by_name_spelling_or_part(
    press: Store, name: str, found: list[str]
) -> None:
    assert [actor.name for actor in find(name, current(press))] == found


def test_who_is_meant_must_be_one(press: Store) -> None:
    found = current(press)
    assert the_one("Halabi", found).id == the_one(the_one("Halabi", found).id, found).id
    with pytest.raises(SaysoError, match="nobody called Zed"):
        the_one("Zed", found)
    omar = report("omar", WIRE.replace("Idris", "Omar"), "2026-03-06", {"Omar Halabi": "Person"})
    add(press, omar)
    with pytest.raises(SaysoError, match=r"may mean .*Idris Halabi \(a.*Ask again"):
        the_one("Halabi", current(press))


def test_words_are_found_with_who_answers_for_them(press: Store) -> None:
    found = passages(press, "raided ferry", most=1)
    assert (found.total, len(found.passages)) == (2, 1)
    assert found.passages[0].sources == ("Idris Halabi",)
    assert "raided the ferry" in found.passages[0].words
    second = passages(press, "raided ferry", most=1, skip=1)
    assert {found.passages[0].document, second.passages[0].document} == {"first", "copy"}
    assert passages(press, "raided ferry", most=5, as_of="2026-03-04").total == 1
    assert passages(press, "glacier", most=5).total == 0
    assert passages(press, "...", most=5).total == 0


def test_what_is_dated_comes_in_the_order_of_its_days(press: Store) -> None:
    found = chronicle(press)
    assert told(found) == [
        ("2026-03-01", "2026-03-31", "The ferry", ("copy",)),
        ("2026-03-04", "2026-03-04", "the Salt ", ("copy",)),
    ]
    assert found.undated == 3, "two of the outlet's sentences, and the denial"


def test_a_timeline_is_narrowed_by_actor_words_and_days(press: Store) -> None:
    column = the_one("Salt Road Column", current(press))
    assert [one.said.kind for one in chronicle(press, actor=column).dated] == ["event"]
    assert len(chronicle(press, words="crew FUEL").dated) == 1
    assert len(chronicle(press, since="2026-03-05").dated) == 1
    assert len(chronicle(press, until="2026-03-03").dated) == 1
    assert chronicle(press, since="2026-04-01").dated == ()
    assert chronicle(press, as_of="2026-03-03") == Chronicle(dated=(), undated=0)


def test_what_came_in_changed_and_was_decided_since(
    press: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = news(press, since="2026-03-04")
    assert [one.document for one in found.arrived] == ["copy", "denial"]
    assert (found.changed, found.met, found.reread) == ((), (), 0)
    at(monkeypatch, "2026-03-06T20:00Z")
    add(press, report("first", WIRE.replace("4 March", "4 March at dawn"), "2026-03-04T18:00:00Z"))
    made = decide(press, "entity:copy:0-12", "accept", who="Inès", reason="it is he")
    found = news(press, since="2026-03-05")
    assert [(one.document, one.number) for one in found.changed] == [("first", 2)]
    assert (found.arrived, found.decided, found.taken_back) == ((), (made,), ())
    past = news(press, since="2026-03-03", as_of="2026-03-04")
    assert [one.document for one in past.arrived] == ["first"]
    assert {one.name for one in past.met} >= {"Idris Halabi", "Salt Road Column"}
    assert news(press, since="2026-03-06").arrived == ()


def test_claims_that_are_new_or_stand_otherwise(
    press: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    raid = claim("single_origin", said("first", "Halabi"), least=1)
    denied = claim("disputed", said("denial", "the Column", "denies"), *raid.statements, id="c2")
    fresh = claim("own_voice_only", said("copy", None), least=0, id="c3")

    def held(_: Store, *, as_of: str | None = None) -> list[Claim]:
        return [raid] if as_of else [denied, fresh]

    monkeypatch.setattr("sayso.desk.ask.news.claims", held)
    found = news(press, since="2026-03-04")
    assert [(one.claim, one.before, one.standing) for one in found.restood] == [
        ("c2", "single_origin", "disputed")
    ]
    assert [(one.claim, one.before, one.documents) for one in found.claimed] == [("c3", None, 1)]
