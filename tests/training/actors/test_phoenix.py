import pytest

pytest.importorskip("pycountry", reason="builds the actors only")

from training.actors.phoenix import Code, actors, read_code, read_date, shown


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("IRNGOVMIL", Code("ir", "GOV", "defence")),
        ("PSEREBHMS", Code("ps", "REB", None)),
        ("MNCUSA", Code("us", "BUS", None)),
        ("IGOUNO", Code(None, "IGO", None)),
        ("", Code(None, None, None)),
    ],
)
def test_codes(code: str, expected: Code) -> None:
    assert read_code(code) == expected


@pytest.mark.parametrize(
    ("digits", "expected"),
    [("070723", "2007-07-23"), ("541231", "1954-12-31"), ("20010911", "2001-09-11"),
     ("071301", None), ("abc", None), (None, None)],
)  # fmt: skip
def test_dates(digits: str | None, expected: str | None) -> None:
    assert read_date(digits) == expected


def test_names_are_written_as_one_would() -> None:
    assert shown("MINISTRY OF THE HARBOUR, BCD") == "Ministry of the Harbour, BCD"


def test_private_persons_coded_for_a_group_are_left_out() -> None:
    rows = [
        {"name": "IDRIS VALO", "aliases": [], "codes": [{"code": code}], "source": "milnonstate"}
        for code in ("IMGSEAMUS", "IMGMUS")
    ]
    assert list(actors(rows)) == []


def test_an_office_holder_has_dated_posts() -> None:
    codes = [{"code": "IRQGOV", "from": "040501", "to": "050430"}, {"code": "IRQELI"}]
    row = {"name": "IDRIS VALO", "aliases": [], "codes": codes, "source": "countries"}
    (one,) = actors([row])
    (held,) = one["properties"]["positionOccupancies"]
    assert one["schema"] == "Person"
    assert held["properties"]["startDate"] == ["2004-05-01"]
    assert held["properties"]["endDate"] == ["2005-04-30"]
