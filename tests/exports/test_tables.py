import csv
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from sayso.exports.tables.tables import TABLES
from sayso.records.reading import Quantity
from tests.exports.conftest import Written, rows
from tests.exports.made import ENTITIES, EVENTS, full

NAMES = ("documents", *(table.name for table in TABLES), "claims", "claim_statements")


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def polecat(folder: Path) -> list[dict[str, str]]:
    lines = (folder / "polecat.tsv").read_text(encoding="utf-8").splitlines()
    head, *cells = (line.split("\t") for line in lines)
    return [dict(zip(head, row, strict=True)) for row in cells]


def test_there_is_a_file_a_table(written: Written, out: Path) -> None:
    told = written("csv")
    assert {each.name for each in told.files} == {*(f"{name}.csv" for name in NAMES), "polecat.tsv"}
    assert {each.of for each in told.rows} == set(NAMES)
    for name in NAMES:
        assert len(table(out, name)) == rows(told, name).written == rows(told, name).taken


def test_the_columns_are_a_promise(written: Written, out: Path) -> None:
    written("csv")
    assert list(table(out, "events")[0])[:13] == [
        "document", "event", "type", "mode", "status", "factuality", "voice", "attribution",
        "speaker", "speaker_entity", "source_kind", "named", "background",
    ]  # fmt: skip
    assert list(table(out, "places")[0])[:5] == ["document", "place", "words", "start", "end"]
    for name in NAMES:
        assert list(table(out, name)[0])[-1] == "tlp"


def test_an_event_says_who_says_it(written: Written, out: Path) -> None:
    written("csv", tlp="TLP:AMBER")
    first, second, third = table(out, "events")
    assert first["speaker"] == "Idar Maiga"
    assert first["voice"] == "attributed"
    assert first["actor_names"] == "Salt Road Column"
    assert first["actor_wikidata"] == "Q900001"
    assert (first["place"], first["place_name"], first["lat"]) == ("0", "Taoudenni", "22.67834")
    assert (first["time"], first["begin"]) == ("0", "2026-03-03")
    assert (first["trigger_start"], first["trigger_end"]) == ("21", "29")
    assert (second["speaker"], second["named"]) == ("two officials", "false")
    assert (second["killed_least"], second["killed_most"]) == ("12", "")
    assert (third["status"], third["factuality"]) == ("negated", "CT-")
    assert {each["tlp"] for each in (first, second, third)} == {"TLP:AMBER"}


def test_two_figures_of_one_kind_are_words_alone(written: Written, out: Path) -> None:
    both = (
        Quantity(of="killed", text="three", least=3, most=3),
        Quantity(of="killed", text="at least two", least=2),
    )
    written("csv", full("b.txt", events=(replace(EVENTS[1], quantity=both),)))
    found = table(out, "events")[-1]
    assert (found["killed_least"], found["killed_most"]) == ("", "")
    assert found["quantities"] == "killed: three; killed: at least two"


def test_layers_that_nobody_read_are_told(written: Written) -> None:
    told = written("csv")
    assert (rows(told, "events").taken, rows(told, "events").not_read) == (3, 1)
    assert rows(told, "attributions").not_read == 0


def test_a_desk_without_events_has_an_empty_table(written: Written, out: Path) -> None:
    written("csv")
    assert (out / "framing.csv").read_text(encoding="utf-8").count("\n") == 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d", "'=", "''-"])
def test_no_cell_is_a_formula(written: Written, out: Path, start: str) -> None:
    name = f'{start}cmd|" /c calc"!A1'
    written("csv", full("b.txt", title=name, entities=(replace(ENTITIES[0], name=name),)))
    cells = [table(out, "documents")[-1]["title"], table(out, "entities")[-1]["name"]]
    assert all(cell.startswith("'") for cell in cells)
    # The way back that the manifest tells.
    assert [
        re.sub("^'('*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20])", r"\1", cell) for cell in cells
    ] == [name, name]


def test_claims_stand_with_their_statements(written: Written, out: Path) -> None:
    written("csv")
    claims = table(out, "claims")
    assert {each["standing"] for each in claims} <= {"single_origin", "own_voice_only", "disputed"}
    assert {each["claim"] for each in table(out, "claim_statements")} == {
        each["claim"] for each in claims
    }


def test_numbers_are_no_formulas(written: Written, out: Path) -> None:
    written("csv")
    assert table(out, "places")[0]["lon"] == "-3.98361"


def test_hostile_text_stays_in_its_cell(written: Written, out: Path) -> None:
    name = 'a\x00b,"c"\n\ud800\u202e\u05e6\x1b[2J'
    written("csv", full("b.txt", title=name))
    assert table(out, "documents")[-1]["title"] == 'a\ufffdb,"c"\n\ufffd\u202e\u05e6\ufffd[2J'
    assert table(out, "documents")[-1]["characters"] == str(len(full().text))


PUBLISHED = """Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,
Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,
Wikipedia Actor ID,Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,
Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,
Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,
Story People,Story Organizations,Story Locations,Language,Version""".replace("\n", "").split(",")


def test_polecat_has_the_published_names_first(written: Written, out: Path) -> None:
    written("csv")
    head = list(polecat(out)[0])
    assert head[: len(PUBLISHED)] == PUBLISHED
    assert {"Speaker", "Voice", "Factuality", "Status", "Confidence"} <= set(head[40:])


def test_polecat_tells_what_is_known(written: Written, out: Path) -> None:
    written("csv")
    first, second, third = polecat(out)
    assert first["Event ID"] == "raid.txt_v1"
    assert (first["Event Date"], first["Publication Date"]) == ("2026-03-03", "2026-03-04")
    assert (first["Actor Name"], first["Actor Country"]) == ("Salt Road Column", "MLI")
    assert (first["Primary Actor Sector"], first["Actor Name Raw"]) == (
        "REB",
        "The Salt Road Column",
    )
    # A description is nobody's name.
    assert (first["Recipient Name"], first["Recipient Name Raw"]) == ("", "a convoy")
    assert (first["Placename"], first["City"], first["Feature Type"]) == (
        "Taoudenni",
        "Taoudenni",
        "PPLA",
    )
    assert first["Speaker"] == "Idar Maiga"
    # No date is invented.
    assert second["Event Date"] == ""
    assert third["Contexts"] == "negation"
    assert {each["Intensity"] + each["Quad Code"] for each in (first, second, third)} == {""}


def test_parquet_holds_the_same(written: Written, out: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    told = written("parquet", tlp="TLP:RED")
    assert {each.name for each in told.files} == {f"{name}.parquet" for name in (*NAMES, "polecat")}
    found = parquet.read_table(out / "events.parquet")
    assert found.schema.metadata[b"tlp"] == b"TLP:RED"
    assert [str(found.schema.field(name).type) for name in ("type", "place", "lat", "named")] == [
        "string", "int64", "double", "bool",
    ]  # fmt: skip
    first = found.to_pylist()[0]
    assert (first["speaker"], first["lon"], first["tlp"]) == ("Idar Maiga", -3.98361, "TLP:RED")
    assert parquet.read_table(out / "polecat.parquet").num_rows == 3


def test_parquet_takes_hostile_text(written: Written, out: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    written("parquet", full("b.txt", title="=a\x00\ud800"))
    assert parquet.read_table(out / "documents.parquet").to_pylist()[-1]["title"] == "=a\x00\ufffd"
