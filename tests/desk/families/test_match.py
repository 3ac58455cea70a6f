import pytest

from sayso.desk.families.match import Match, same_text
from sayso.desk.families.signature import signature
from tests.desk.families.texts import BRIDGE, FERRY, OTHER_FERRY, document, paragraphs

SUBBED = {
    "killed": "slain",
    "passengers": "travellers",
    "village": "hamlet",
    "deserted": "empty",
    "sixty": "60",
    "eleven": "11",
    "stopped": "halted",
    "Traders": "Merchants",
}


def reworded(text: str) -> str:
    for old, new in SUBBED.items():
        text = text.replace(old, new)
    return text


def scanned(text: str) -> str:
    """Every thirtieth letter misread, every ninetieth lost."""
    read = ("" if at % 90 == 89 else "i" if at % 30 == 29 else x for at, x in enumerate(text))
    return "".join(read)


def match(left: str, right: str, **stated: str) -> Match:
    return same_text(
        signature(document("a", left, publisher=stated.get("publisher"))),
        signature(document("b", right, agency=stated.get("agency"))),
    )


@pytest.mark.parametrize(
    "copy",
    [
        FERRY,
        paragraphs(FERRY, 0, 1),
        paragraphs(FERRY, 3),
        paragraphs(FERRY, 0, 4, 3, 2, 1),
        paragraphs(FERRY, 0, 1, 2) + "\n\n" + paragraphs(BRIDGE, 2),
        reworded(FERRY),
        scanned(FERRY),
        reworded(scanned(paragraphs(FERRY, 0, 1, 3))),
        "<p>" + FERRY.replace("\n\n", "</p>\n\n<p>").replace('"', "&quot;") + "</p>",
        FERRY.replace('"', "”").replace("Front", "FRONT"),
        "Ferry stopped near Kouna\n\n" + FERRY + "\n\nWrite to the newsroom. See our terms.",
    ],
    ids=["reprint", "brief", "one paragraph", "reordered", "localised", "reworded", "scanned",
         "reworked brief", "markup", "typography", "padded"],
)  # fmt: skip
def test_copies(copy: str) -> None:
    assert match(FERRY, copy).same
    assert match(copy, FERRY).same


@pytest.mark.parametrize(
    "other",
    [
        BRIDGE,
        OTHER_FERRY,
        "",
        "Boats",
        paragraphs(BRIDGE, 0, 1, 2) + "\n\n" + paragraphs(FERRY, 2),
        f'The statement in full: "{paragraphs(FERRY, 0, 1)}" It was read out in Bamako.',
    ],
    ids=["another event", "another reporter", "empty", "one word", "one quotation", "cited"],
)
def test_no_copies(other: str) -> None:
    assert not match(FERRY, other).same
    assert not match(other, FERRY).same


def test_whom_it_credits_weighs() -> None:
    half = paragraphs(FERRY, 1) + "\n\n" + paragraphs(BRIDGE, 1, 2)
    assert not match(FERRY, half).same
    credited = match(FERRY, half, publisher="Northern Wire", agency="The Northern Wire")
    assert credited.same
    assert "one credits the publisher of the other" in credited.reasons


def test_shares_and_runs_say_what_is_shared() -> None:
    found = match(FERRY, paragraphs(FERRY, 0, 1))
    assert found.right_share == 1.0
    assert 0.3 < found.left_share < 0.6
    assert found.score == found.right_share
    assert [run.right for run in found.runs] == [0]
    assert "100% of b" in found.reasons[0]


def test_furniture_is_set_aside() -> None:
    notice = "Readers of this edition reach the newsroom on the quay at Mopti every working morning"
    one, other = (
        signature(document(name, f"{text}\n\n{notice}"))
        for name, text in (("a", paragraphs(BRIDGE, 3)), ("b", paragraphs(FERRY, 0)))
    )
    line = one.lines[-1].hash
    assert same_text(one, other).words > 0
    assert same_text(one, other, furniture={line}).words == 0
