import pytest

from sayso.desk.families.names import same_house


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Northern Wire", "The Northern Wire", True),
        ("NORTHERN WIRE", "northern wire", True),
        ("AP", "The Associated Press", True),
        ("AFP", "Agence France-Presse", True),
        ("Reuters", "Reuters", True),
        ("Northern Wire", "Southern Wire", False),
        ("N", "Northern", False),
        ("", "", False),
        ("—", "The …", False),
        (None, "AP", False),
        (None, None, False),
    ],
)
def test_same_house(one: str | None, other: str | None, same: bool) -> None:  # noqa: FBT001
    assert same_house(one, other) is same
    assert same_house(other, one) is same
