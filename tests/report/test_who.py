import pytest

from sayso.records.reading import Analysis, Role
from sayso.report.sources import sources
from sayso.report.who import Actor, Who, role_words, who
from tests.report.layers import layered


def found(article: Analysis) -> Who:
    cast = who(article, sources(article))
    assert cast
    return cast


def names(actors: tuple[Actor, ...]) -> list[str]:
    return [one.name for one in actors]


TEXT = (
    "[1s Idris Halabi], a general, [1c said] [1t that the Harbour Guard (HG) had left Iraq]. "
    "Iraq denied it. Halabi left. The Iraqi HG is gone, and fighters with it."
)
HALABI = {
    "name": "Idris Halabi",
    "names": ("Halabi", "Idris Halabi"),
    "said": ["Idris Halabi", "Halabi"],
}
GUARD = {
    "type": "Organisation",
    "name": "Harbour Guard",
    "names": ("HG", "Harbour Guard"),
    "said": ["Harbour Guard", "HG", "HG"],
    "country": "IRQ",
    "sector": "REB",
}
FIGHTERS = {"type": "Person", "name": "fighters", "said": ["fighters"]}


def test_who_speaks_and_who_is_only_spoken_about() -> None:
    cast = found(layered(TEXT, entities={"e1": HALABI, "e2": GUARD, "e3": FIGHTERS}))
    assert names(cast.speaking) == ["Idris Halabi"]
    assert names(cast.spoken_of) == ["Harbour Guard"]
    assert names(cast.described) == ["fighters"]
    every = (*cast.speaking, *cast.spoken_of, *cast.described)
    assert [one.number for one in every] == [1, 2, 3]


@pytest.mark.parametrize("entity", ["e1", "Idris Halabi", "halabi", None])
def test_a_source_is_known_by_id_by_name_and_by_its_words(entity: str | None) -> None:
    article = layered(TEXT, entities={"e1": HALABI}, facts={1: {"source_entity": entity}})
    assert found(article).speaking[0].sources == (1,)


def test_what_is_known_of_an_actor() -> None:
    (guard,) = found(layered(TEXT, entities={"e2": GUARD})).spoken_of
    assert guard.aliases == ("HG",)
    assert guard.facts == ("armed group against the state", "Iraq")
    assert len(guard.trail) == 3


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (Role(title="commander"), "commander"),
        (Role(title="commander", of="Harbour Guard"), "commander, Harbour Guard"),
        (Role(title="chief", begin="2020"), "chief (since 2020)"),
        (Role(title="chief", end="2020-03"), "chief (until March 2020)"),
        (Role(title="chief", begin="2019", end="2020"), "chief (2019–2020)"),
    ],
)
def test_role_words(role: Role, words: str) -> None:
    assert role_words(role) == words


IRAQ_AS_PLACE = {"type": "Location", "name": "Iraq", "names": ("Iraq",), "country": "IRQ"}
IRAQ_AS_STATE = {"type": "Organisation", "name": "Iraq", "names": ("Iraq",), "country": "IRQ"}
IRAQIS = {"type": "Nationality", "name": "Iraqi", "names": ("Iraqi",), "country": "IRQ"}


@pytest.mark.parametrize("type_", ["Organisation", "Person"])
def test_a_country_that_acts_is_one_actor_under_all_its_types(type_: str) -> None:
    entities = {
        "e1": IRAQIS | {"said": ["Iraqi"]},
        "e2": IRAQ_AS_PLACE | {"said": ["Iraq"]},
        "e3": IRAQ_AS_STATE | {"said": ["Iraq"], "type": type_},
    }
    (iraq,) = found(layered(TEXT, entities=entities)).spoken_of
    assert (iraq.name, iraq.aliases, iraq.facts, len(iraq.trail)) == (
        "Iraq",
        ("Iraqi",),
        ("country",),
        3,
    )


def test_a_country_that_is_only_a_place_is_no_actor() -> None:
    entities = {"e1": IRAQIS | {"said": ["Iraqi"]}, "e2": IRAQ_AS_PLACE | {"said": ["Iraq"]}}
    article = layered(TEXT, entities=entities)
    assert who(article, sources(article)) is None


def test_a_body_of_a_country_is_not_that_country() -> None:
    entities = {"e2": GUARD, "e3": IRAQ_AS_STATE | {"said": ["Iraq"]}}
    assert names(found(layered(TEXT, entities=entities)).spoken_of) == ["Harbour Guard", "Iraq"]


def test_no_layer_and_an_empty_one() -> None:
    assert who(layered("Flat."), ()) is None
    assert who(layered("Flat.", entities={}), ()) is None


def test_an_entity_that_nothing_mentions_is_not_shown() -> None:
    assert who(layered("Flat.", entities={"e1": HALABI | {"said": []}}), ()) is None
