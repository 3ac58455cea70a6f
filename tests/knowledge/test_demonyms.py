import pytest

from sayso.knowledge.demonyms import lookup, table
from sayso.knowledge.gazetteer import load


@pytest.mark.parametrize(
    ("word", "place", "country", "people"),
    [
        ("Iranian", "Iran", "IRN", False),
        ("IRANIANS", "Iran", "IRN", True),
        ("French", "France", "FRA", False),
        ("European", "Europe", None, False),
        ("Gazans", "Gaza Strip", "PSE", True),
    ],
)
def test_lookup(word: str, place: str, country: str | None, *, people: bool) -> None:
    found = lookup(word)
    assert found is not None
    assert (found.place, found.country, found.people) == (place, country, people)


@pytest.mark.parametrize("word", ["iranian", "Kurdish", "", "Polishing"])
def test_what_names_no_place(word: str) -> None:
    assert lookup(word) is None


def test_every_place_is_in_the_gazetteer() -> None:
    unknown = {
        demonym.place
        for demonym in table().values()
        if all(place.country != demonym.country for place in load().lookup(demonym.place))
    }
    assert not unknown
