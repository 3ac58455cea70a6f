import pytest

from sayso.exports.tlp import LABELS, marking


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ("clear", "TLP:CLEAR"),
        ("Green", "TLP:GREEN"),
        ("TLP:amber", "TLP:AMBER"),
        (" tlp: amber+strict ", "TLP:AMBER+STRICT"),
        ("RED", "TLP:RED"),
    ],
)
def test_labels_are_understood(given: str, label: str) -> None:
    assert marking(given) == label


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_its_own_label(label: str) -> None:
    assert marking(label) == label


@pytest.mark.parametrize("given", ["white", "amber strict", "", "TLP:", "red+strict", "green\n1"])
def test_what_is_no_label_of_version_2_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r"no label of TLP 2\.0"):
        marking(given)
