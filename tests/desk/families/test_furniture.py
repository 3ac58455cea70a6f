import pytest

from sayso.desk.families.furniture import furniture
from sayso.desk.families.index import FamilyIndex
from tests.desk.families.texts import BRIDGE, FERRY, OTHER_FERRY, document, paragraphs

NOTICE = (
    "Members of the reading circle pay less for the printed edition and find every supplement, "
    "the tide table and the chess problem in their letter box on Saturday morning before seven."
)
TEASERS = (
    "Fighters stopped a ferry on the Bani river near Kouna and took four traders away on Tuesday",
    "Engineers began repairing the Labbézanga bridge, closed since a lorry burned there in January",
    "Herders and rice growers near Ténenkou agreed a calendar for the pastures of the inner delta",
    "The mayor of Douentza opened a clinic whose two nurses had waited nine months for medicines",
)


def index(*texts: str, publisher: str | None = "Delta Post") -> FamilyIndex:
    made = FamilyIndex()
    for number, text in enumerate(texts):
        made.add(document(f"d{number}", text, publisher=publisher))
    return made


def lines(made: FamilyIndex) -> frozenset[int]:
    signatures = {each.id: each for each in made.signatures()}
    return furniture(signatures, {frozenset((x.left, x.right)): x for x in made.matches()})


def test_a_notice_longer_than_the_news_joins_nothing() -> None:
    made = index(*(f"{teaser}\n\n{NOTICE}" for teaser in TEASERS))
    assert len(lines(made)) == 1
    assert len(made.families()) == len(TEASERS)


@pytest.mark.parametrize("publisher", ["Delta Post", None])
def test_a_notice_on_whole_pages_joins_nothing(publisher: str | None) -> None:
    pages = [f"{text}\n\n{NOTICE}" for text in (FERRY, BRIDGE, OTHER_FERRY)]
    assert len(lines(index(*pages, publisher=publisher))) == 1


def test_two_pages_are_too_few_to_tell() -> None:
    assert not lines(index(f"{FERRY}\n\n{NOTICE}", f"{BRIDGE}\n\n{NOTICE}"))


def test_the_lines_of_copies_are_none() -> None:
    briefs = [paragraphs(FERRY, 0, *which) for which in ((1, 2), (2, 3), (3, 4), (1, 4))]
    made = index(FERRY, *briefs)
    assert not lines(made)
    assert len(made.families()) == 1


def test_local_paragraphs_make_no_furniture_of_a_wire() -> None:
    made = FamilyIndex()
    for number, local in enumerate(TEASERS):
        text = f"{FERRY}\n\n{local}"
        made.add(document(f"d{number}", text, publisher=f"Paper {number}"))
    assert len(made.families()) == 1
