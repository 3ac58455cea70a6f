from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.knowledge.actors.actors import Actors
from sayso.knowledge.actors.link import link
from sayso.knowledge.actors.store import write
from sayso.records.vocabulary import MentionType


def entity(number: str, schema: str, **properties: list[Any]) -> dict[str, Any]:
    return {"id": number, "schema": schema, "properties": properties}


def held(title: str, begin: str, end: str) -> dict[str, Any]:
    post = entity(f"p-{title}", "Position", name=[title])
    return entity(f"o-{title}", "Occupancy", post=[post], startDate=[begin], endDate=[end])


KNOWN = [
    entity("state", "Territory", name=["Iraq"], weakAlias=["Iraqi"], country=["iq"]),
    entity(
        "brigade", "Organization", name=["Harbour Brigade"], abbreviation=["HB"], country=["iq"],
        sector=["REB"],
    ),
    entity("us", "Territory", name=["United States"], alias=["US"], country=["us"]),
    entity(
        "valo", "Person", name=["Idris Valo"], country=["iq"],
        positionOccupancies=[held("Harbour Master of Basra", "2020-01-01", "2022-01-01")],
    ),
    entity("pope", "Person", name=["Pope Kerim"], country=["va"]),
    entity("namesake", "Person", name=["Sana Keri"], country=["lb"]),
    entity("other namesake", "Person", name=["Sana Keri"], country=["ye"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def actors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Actors]:
    path: Path = tmp_path_factory.mktemp("actors") / "some.db"
    write(path, KNOWN)
    opened = Actors([path])
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("names", "kind", "expected"),
    [
        (["the Harbour Brigade"], "Organisation", "brigade"),
        (["HB"], "Organisation", "brigade"),
        (["hb"], "Organisation", None),
        (["Iraq's"], "Location", "state"),
        (["Iraqi"], "Nationality", "state"),
        (["the US"], "Location", "us"),
        (["us"], "Organisation", None),
        (["President Idris Valo"], "Person", "valo"),
        (["Idris Valo"], "Organisation", None),
        (["Harbour Brigade"], "Person", None),
        (["Harbour Brigade"], "Location", None),
        (["Valo"], "Person", None),
        (["Pope Kerim"], "Person", "pope"),
        (["Kerim"], "Person", None),
        ([], "Person", None),
        ([" "], "Organisation", None),
    ],
)
def test_link(actors: Actors, names: list[str], kind: MentionType, expected: str | None) -> None:
    found = link(names, kind, actors=actors)
    assert (found and found.actor.id) == expected


def test_country_decides_between_namesakes(actors: Actors) -> None:
    found = link(["Sana Keri"], "Person", country="YEM", actors=actors)
    assert found is not None
    assert found.actor.id == "other namesake"
    assert any("YEM agrees" in reason for reason in found.reason)


def test_the_date_of_a_post_counts(actors: Actors) -> None:
    inside = link(["Idris Valo"], "Person", on_date="2021-06-01", actors=actors, threshold=0)
    outside = link(["Idris Valo"], "Person", on_date="2009-06-01", actors=actors, threshold=0)
    assert inside is not None
    assert outside is not None
    assert inside.confidence > outside.confidence
    assert "Harbour Master of Basra on 2021-06-01" in inside.reason


def test_the_text_around_counts(actors: Actors) -> None:
    alone = link(["Idris Valo"], "Person", actors=actors, threshold=0)
    among = link(["Idris Valo"], "Person", context={"basra"}, actors=actors, threshold=0)
    assert alone is not None
    assert among is not None
    assert among.confidence > alone.confidence


def test_below_the_threshold_it_abstains(actors: Actors) -> None:
    assert link(["Idris Valo"], "Person", actors=actors, threshold=1.0) is None
