"""What the shipped file must hold, whatever else it does."""

import time

import pytest

from sayso.knowledge.actors.actors import load
from sayso.knowledge.actors.link import link


@pytest.mark.parametrize(
    ("names", "kind", "name", "country", "sector"),
    [
        (["IRGC"], "Organisation", "Islamic Revolutionary Guard Corps", "IRN", "MIL"),
        (["Hashd al-Shaabi"], "Organisation", "Popular Mobilization Forces", "IRQ", "MIL"),
        (["Hizballah"], "Organisation", "Hezbollah", "LBN", "REB"),
        (["Daesh"], "Organisation", "Islamic State", "IRQ", "REB"),
        (["Esmail Ghaani"], "Person", "Esmail Qaani", "IRN", "GOV"),
        (["the UN"], "Organisation", "United Nations", None, "IGO"),
        (["Burma"], "Location", "Myanmar", "MMR", "GOV"),
    ],
)
def test_who_is_known(
    names: list[str], kind: str, name: str, country: str | None, sector: str
) -> None:
    found = link(names, kind)  # type: ignore[arg-type]
    assert found is not None
    assert found.actor.name == name
    assert (found.actor.countries or (None,))[0] == country
    assert found.actor.sector == sector


def test_a_post_has_its_dates_and_source() -> None:
    (qaani,) = load().find("Esmail Qaani", person=True)
    (tenure,) = qaani.tenures
    assert (tenure.title, tenure.begin) == ("Commander, Quds Force", "2020-01-03")
    assert tenure.source


def test_a_look_up_is_fast() -> None:
    actors = load()
    begun = time.process_time()
    for number in range(500):
        actors.find(f"Nobody of That Name {number}", person=number % 2 == 0)
    assert time.process_time() - begun < 1.0


@pytest.mark.parametrize(
    "name",
    ["", " ", "\x00", "'; DROP TABLE name; --", "\ud800", "\u202eabc", "é" * 10_000, "the", "%"],
)
def test_hostile_names_find_nothing_and_do_no_harm(name: str) -> None:
    assert link([name], "Organisation") is None
    assert link([name], "Person") is None
