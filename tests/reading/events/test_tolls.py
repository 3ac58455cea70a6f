import pytest

from sayso.reading.events.tolls import tolls

Expected = list[tuple[str, str, int | None, int | None]]

STATED: list[tuple[str, Expected]] = [
    ("At least 12 people were killed in the blast.", [("killed", "At least 12", 12, None)]),
    ("The shelling killed seven soldiers.", [("killed", "seven", 7, 7)]),
    ("Twenty-two fishermen died and five were wounded.", [
        ("killed", "Twenty-two", 22, 22),
        ("injured", "five", 5, 5),
    ]),
    ("More than 1,200 people have been killed.", [("killed", "More than 1,200", 1201, None)]),
    ("Up to 30 guards were wounded.", [("injured", "Up to 30", None, 30)]),
    ("About 40 villagers were killed.", [("killed", "About 40", None, None)]),
    ("Dozens of protesters were arrested.", [("detained", "Dozens", 24, None)]),
    ("Police detained 15 students.", [("detained", "15", 15, 15)]),
    ("The raid left no one dead on 12 May.", []),
    ("It killed nobody; 300 people watched.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_tolls_as_stated(text: str, expected: Expected) -> None:
    found = [toll.quantity for toll in tolls(text, (0, len(text)))]
    assert [(q.of, q.text, q.least, q.most) for q in found] == expected


def test_only_the_sentence_is_looked_at() -> None:
    text = "Four men were killed. Nine women were killed."
    assert [toll.quantity.least for toll in tolls(text, (22, len(text)))] == [9]
