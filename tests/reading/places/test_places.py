"""What a reader of the map relies on. The texts are invented, the places are not."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.places import places
from sayso.records.reading import Mention, Place


def one(text: str, surface: str, *, title: str | None = None) -> Place:
    found = [p for p in places(text, title=title) if text[p.start : p.end] == surface]
    assert found, f"{surface} is not marked"
    return found[0]


@pytest.mark.parametrize(
    ("text", "surface", "country", "precision"),
    [
        ("The convoy left Baghdad for Mosul on Monday.", "Mosul", "IRQ", "settlement"),
        ("Fighting went on in Anbar province in western Iraq.", "Anbar", "IRQ", "division"),
        ("Aid reached Yemen through the port of Hodeidah.", "Yemen", "YEM", "country"),
        ("Drones fell near al-Tanf in eastern Syria.", "al-Tanf", "SYR", "site"),
        ("Ships were warned to leave the Red Sea off Yemen.", "Red Sea", None, "area"),
        ("The market of Deir Ezzor in Syria was hit.", "Deir Ezzor", "SYR", "settlement"),
    ],
)
def test_where_and_how_fine(text: str, surface: str, country: str | None, precision: str) -> None:
    place = one(text, surface)
    assert (place.country, place.precision) == (country, precision)
    assert place.lat is not None
    assert place.lon is not None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The man from Paris, Texas, was arrested in Dallas.", "USA"),
        ("The minister flew from Berlin to Paris and on to Lyon in France.", "FRA"),
    ],
)
def test_the_other_places_of_a_text_decide(text: str, country: str) -> None:
    assert one(text, "Paris").country == country


def test_a_name_means_one_place_throughout_a_text() -> None:
    text = "Police in Tripoli, Lebanon, closed the road. Later Tripoli was calm."
    found = [place for place in places(text) if place.name == "Tripoli"]
    assert [place.country for place in found] == ["LBN", "LBN"]


@pytest.mark.parametrize(
    ("text", "surface", "use"),
    [
        ("Two Iraqi officers spoke in Basra.", "Iraqi", "demonym"),
        ("The explosion shook houses in Basra.", "Basra", "place"),
    ],
)
def test_what_a_name_stands_for(text: str, surface: str, use: str) -> None:
    assert one(text, surface).use == use


def test_a_demonym_gets_its_country_and_no_finer_point() -> None:
    place = one("Two Iraqi officers spoke in Basra.", "Iraqi")
    assert (place.name, place.country, place.precision) == ("Iraq", "IRQ", "country")


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Mr. Paris Holt told reporters that he would not stand.", "Paris"),
        ("On Sunday the council met, and Hamas stayed away.", "Hamas"),
        ("She had been reading on Reading Street.", "Street"),
    ],
)
def test_people_and_bodies_are_no_places(text: str, surface: str) -> None:
    assert surface not in {text[place.start : place.end] for place in places(text)}


def test_the_title_is_read_along_and_not_marked() -> None:
    text = "Residents of Paris cleared the streets after the storm."
    title = "Tornado hits Lamar County in Texas"
    assert one(text, "Paris", title=title).country == "USA"
    assert all(text[place.start : place.end] for place in places(text, title=title))


def test_offsets_count_from_the_text_under_a_title_too() -> None:
    text = "Shots were heard in Beirut."
    mention = Mention(id="m1", start=20, end=26, type="Location", confidence=0.9)
    (place,) = places(text, mentions=(mention,), title="Lebanon")
    assert (place.start, place.end) == (20, 26)


def test_what_is_unsure_has_no_point() -> None:
    for place in places("A shop in Springfield was robbed."):
        assert (place.lat is None) == (place.precision is None)


@pytest.mark.parametrize(
    "text",
    ["", "\0", "\ud800 in Iraq", "\u202eIraq\u202c", "\u0627" * 50, "Iraq " * 2, "I" * 10_000],
)
def test_hostile_text(text: str) -> None:
    for place in places(text):
        assert 0 <= place.start < place.end <= len(text)


@given(st.text(max_size=120))
@settings(max_examples=50, deadline=None)
def test_any_text(text: str) -> None:
    for place in places(text):
        assert 0 <= place.confidence <= 1
        assert (place.lat is None) == (place.lon is None)


def test_time_grows_with_length_not_with_its_square() -> None:
    paragraph = "Shells fell on Mosul and Kirkuk while talks in Geneva went on, officials said.\n\n"

    def seconds(times: int) -> float:
        start = time.process_time()
        places(paragraph * times)
        return time.process_time() - start

    seconds(10)
    # Eight times the text; its square would be 64 times the work, and a busy machine may double it.
    assert seconds(1600) < 20 * max(seconds(200), 0.05)
