"""Places are found under the spellings that the press uses, and nothing else is."""

import subprocess
import sys
import time
from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.gazetteer import Gazetteer, load, precision

SPELLINGS = [
    ("Baghdad", "Bagdad", "BAGHDĀD", "IRQ", 33.3, 44.4),
    ("Mosul", "Mossoul", "Al-Mawsil", "IRQ", 36.3, 43.1),
    ("Kirkuk", "Kerkuk", "Karkūk", "IRQ", 35.5, 44.4),
    ("Erbil", "Arbil", "Hewler", "IRQ", 36.2, 44.0),
    ("Al-Qaim", "al-Qa'im", "Qaim", "IRQ", 34.4, 41.1),
    ("Albukamal", "Abu Kamal", "Al-Bukamal", "SYR", 34.5, 40.9),
    ("Deir ez-Zor", "Dayr az Zawr", "Deir Ezzor", "SYR", 35.3, 40.1),
    ("al-Tanf", "At Tanf", "Al Tanaf", "SYR", 33.5, 38.6),
    ("Ain al-Asad", "Ayn al-Asad", "Ain Assad", "IRQ", 33.8, 42.4),
    ("Sinjar", "Shingal", "Sinjār", "IRQ", 36.3, 41.9),
    ("Tal Afar", "Tel Afar", "Tall ‘Afar", "IRQ", 36.4, 42.4),
    ("Jurf al-Sakhar", "Jurf as-Sakhr", "Jarf al-Sakhar", "IRQ", 32.9, 44.2),
    ("Gaza City", "Gaza", "Ghazza", "PSE", 31.5, 34.5),
    ("Khan Younis", "Khan Yunis", "Khān Yūnis", "PSE", 31.3, 34.3),
    ("Sanaa", "Sana'a", "Şan‘ā’", "YEM", 15.4, 44.2),
    ("Hodeidah", "al-Hudaydah", "Hudaida", "YEM", 14.8, 42.95),
    ("Sidon", "Saida", "Sayda", "LBN", 33.6, 35.4),
    ("Baalbek", "Ba'labakk", "Baalbeck", "LBN", 34.0, 36.2),
    ("Naqoura", "An Nāqūrah", "Nakoura", "LBN", 33.1, 35.1),
    ("Latakia", "Lattakia", "Al Ladhiqiyah", "SYR", 35.5, 35.8),
    ("Raqqa", "Ar-Raqqah", "Rakka", "SYR", 35.95, 39.0),
    ("Manbij", "Menbij", "Membij", "SYR", 36.5, 37.95),
]


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    return hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0]))) * 111.2


@pytest.mark.parametrize(
    ("name", "country", "point"),
    [(name, row[3], row[4:]) for row in SPELLINGS for name in row[:3]],
)
def test_a_place_is_found_under_each_of_its_spellings(
    name: str, country: str, point: tuple[float, float]
) -> None:
    found = [place for place in load().lookup(name) if place.country == country]
    assert any(km((place.lat, place.lon), point) < 20 for place in found)


@pytest.mark.parametrize(
    ("name", "feature", "country"),
    [
        ("Iraq", "PCLI", "IRQ"),
        ("Anbar", "ADM1", "IRQ"),
        ("Texas", "ADM1", "USA"),
        ("Red Sea", "SEA", None),
        ("Middle East", "RGN", None),
        ("Gaza Strip", "ADM1", "PSE"),
        ("Donbas", "RGN", "UKR"),
        ("Beirut", "PPLC", "LBN"),
    ],
)
def test_kinds_of_place(name: str, feature: str, country: str | None) -> None:
    assert (feature, country) in {(p.feature, p.country) for p in load().lookup(name)}


def test_divisions_hold_their_settlements() -> None:
    texas = next(p for p in load().lookup("Texas") if p.feature == "ADM1")
    paris = [p for p in load().lookup("Paris") if p.division == texas.number]
    assert [p.name for p in paris] == ["Paris"]
    assert load().place(texas.number).name == "Texas"


@pytest.mark.parametrize(
    "name", ["", " ", "-", "ال", "\ud800", "\0", "x" * 10_000, "'; DROP TABLE"]
)
def test_what_is_no_name_is_not_found(name: str) -> None:
    assert load().lookup(name) == ()


@given(st.text(max_size=40))
def test_any_text_may_be_looked_up(name: str) -> None:
    for place in load().lookup(name):
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180


def test_sounding_alike_is_said() -> None:
    spelled = load().lookup("Damascus")
    sounded = load().lookup("Damaskus")
    assert all(place.exact for place in spelled)
    assert sounded


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        ("PCLI", "country"),
        ("ADM2", "division"),
        ("PPLX", "settlement"),
        ("AIRB", "site"),
        ("SEA", "area"),
    ],
)
def test_precision(feature: str, expected: str) -> None:
    assert precision(feature) == expected


def test_it_opens_quickly_and_stays_small() -> None:
    code = (
        "import re, time; start = time.process_time();"
        "from sayso.knowledge.gazetteer import load; load().lookup('Mosul');"
        # getrusage would count the memory of the process that this one was forked from.
        "peak = re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1];"
        "print(time.process_time() - start, peak)"
    )
    output = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    seconds, kilobytes = map(float, output.split())
    assert seconds < 0.3
    assert kilobytes < 200_000


def test_looking_up_does_not_grow_with_what_a_name_shares_its_index_with() -> None:
    gazetteer: Gazetteer = load()
    names = [gazetteer.place(number).name for number in range(0, len(gazetteer), 500)]
    start = time.process_time()
    for name in names:
        gazetteer.lookup(name)
    assert (time.process_time() - start) / len(names) < 0.002
