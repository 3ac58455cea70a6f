import pytest

from sayso.report.countries import country_name
from sayso.report.outlines import outlines


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("IRQ", "Iraq"),
        ("PSE", "Palestinian Territories"),
        ("XKX", "Kosovo"),
        ("iraq", None),
        ("", None),
        (None, None),
        ("<b>", None),
    ],
)
def test_country_name(code: str | None, name: str | None) -> None:
    assert country_name(code) == name


def test_every_country_with_an_outline_has_a_name() -> None:
    codes = {each.code for each in outlines() if each.code}
    assert len(codes) > 200
    assert [code for code in codes if not country_name(code)] == []
