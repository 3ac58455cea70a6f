import gzip
import json
from itertools import islice, permutations
from pathlib import Path

import pytest

from sayso.desk.families.index import COMPARED, Family, FamilyIndex
from sayso.records.text import Document
from tests.desk.families.texts import BRIDGE, FERRY, OTHER_FERRY, document, paragraphs

WIRE = document("wire", FERRY, publisher="Northern Wire", published="2026-03-04T08:00Z")
DESK = (
    WIRE,
    document("reprint", FERRY.replace(" (Northern Wire)", ""), published="2026-03-04T11:00Z"),
    document("brief", paragraphs(FERRY, 0, 1), published="2026-03-04T09:00Z"),
    document("other", OTHER_FERRY, published="2026-03-04T10:00Z"),
    document("bridge", BRIDGE, published="2026-03-03T10:00Z"),
)


def families(documents: tuple[Document, ...]) -> tuple[Family, ...]:
    made = FamilyIndex()
    for each in documents:
        made.add(each)
    return made.families()


def test_a_family_by_date_with_its_root() -> None:
    found = {family.id: family for family in families(DESK)}
    assert set(found) == {"wire", "other", "bridge"}
    assert found["wire"].members == ("wire", "brief", "reprint")
    assert found["wire"].root.reason == "the earliest"
    assert found["other"].members == ("other",)


def test_any_order_gives_the_same_families() -> None:
    assert len({families(order) for order in islice(permutations(DESK), 0, None, 7)}) == 1


def test_add_says_what_it_found() -> None:
    made = FamilyIndex()
    assert made.add(WIRE) == ()
    (match,) = made.add(DESK[2])
    assert (match.left, match.right, match.same) == ("brief", "wire", True)
    with pytest.raises(ValueError, match="'wire' is already in the index"):
        made.add(WIRE)


def test_it_is_made_again_from_its_rows() -> None:
    made = FamilyIndex()
    for each in DESK[:3]:
        made.add(each)
    again = FamilyIndex(made.signatures(), made.matches())
    for index in (made, again):
        for each in DESK[3:]:
            index.add(each)
    assert again.families() == made.families()
    assert again.matches() == made.matches()


@pytest.mark.parametrize("text", ["", "Boats.", "\ud800 \udfff", "no " * 40, "军队" * 3])
def test_odd_texts_stand_alone(text: str) -> None:
    found = families((WIRE, document("odd", text), document("odd too", "x" + text)))
    assert ("wire",) in {family.members for family in found}


def test_a_short_text_finds_its_copy() -> None:
    text = (
        "Gunmen burned the customs post at Ayorou, killing two guards and a trader from Tillabéri."
    )
    found = families((document("a", text), document("b", text.upper()), WIRE))
    assert [family.members for family in found] == [("a", "b"), ("wire",)]


def test_a_large_family_costs_each_copy_no_more() -> None:
    made = FamilyIndex()
    for number in range(4 * COMPARED):
        made.add(document(f"{number:03}", f"{FERRY}\n\nEdition {number}."))
    assert len(made.matches()) <= 4 * COMPARED * COMPARED
    assert len(made.families()) == 1


def test_the_open_scenarios(shared: Path) -> None:
    file = shared / "scenarios" / "open.jsonl"
    for scenario in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        keys = ("id", "text", "publisher", "published")
        found = families(tuple(Document(sha256="", **{key: row[key] for key in keys})
                               for row in scenario["documents"]))  # fmt: skip
        assert sorted(sorted(family.members) for family in found) == sorted(
            sorted(family) for family in scenario["families"]
        )


def test_the_open_families(shared: Path) -> None:
    """The first events of the open file; `python -m benchmarks.families accuracy` does it all."""
    with gzip.open(shared / "bench" / "families" / "families.open.jsonl.gz", "rt") as file:
        rows = [json.loads(line) for line in file]
    events = sorted({row["cluster"] for row in rows})[:12]
    rows = [row for row in rows if row["cluster"] in events]
    keys = ("id", "text", "publisher", "published")
    found = families(tuple(Document(sha256="", **{key: row[key] for key in keys}) for row in rows))
    family = {row["id"]: row["family"] for row in rows}
    wrong = [each for each in found if len({family[name] for name in each.members}) > 1]
    assert not wrong
    assert len(found) <= len(set(family.values())) * 1.02
