"""kill -9 at any moment, and then the same command again: nothing lost, nothing double."""

import json
import os
import random
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from sayso.desk.check import faults
from sayso.desk.partition import current
from sayso.desk.schema import metadata
from sayso.desk.store import Store
from sayso.errors import StoreError
from sayso.exports import manifest
from sayso.exports.export import Order, export
from sayso.exports.formats import by_name
from tests.desk.made import OTHER, WIRE
from tests.desk.running import BATCH, Death, Run
from tests.intake.newsroom import Newsroom, item, newsroom, page, rss
from tests.intake.warcs import INFO, packed, response

DOCUMENTS = 120
EXPORTS = ("csv", "followthemoney", "jsonld", "geojson", "gexf", "graphml")
# Those tell when something happened, which differs from run to run.
CLOCKS = ("known", "hash", "previous", "state")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")


def corpora(folder: Path) -> tuple[Path, Path]:
    """A corpus of copies and single reports, and a later one in which every tenth has changed."""
    chance = random.Random(3)  # noqa: S311
    rows = []
    for number in range(DOCUMENTS):
        parts = chance.choice([WIRE, OTHER]).split(". ")
        own = [f"{chance.random()} {chance.random()} {chance.random()}" for _ in range(9)]
        text = ". ".join(parts if number % 12 == 0 else own)
        rows.append({"id": f"d{number}", "text": f"{text}. Edition {number}.", "language": "en"})
    first, later = folder / "first.jsonl", folder / "later.jsonl"
    first.write_text("".join(json.dumps(row) + "\n" for row in rows))
    changed = [row | {"text": f"{row['text']} Corrected."} for row in rows[::10]]
    later.write_text("".join(json.dumps(row) + "\n" for row in changed))
    return first, later


def state(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.reading() as connection:
        return {
            table.name: sorted(
                tuple(row)
                for row in connection.execute(
                    select(*(column for column in table.c if column.name not in CLOCKS))
                )
            )
            for table in metadata.sorted_tables
        }


def exported(store: Store, folder: Path) -> dict[str, bytes]:
    """The bytes of every file of every export, but for when the desk learned what they tell."""
    found = {}
    folder.mkdir()
    for name in EXPORTS:
        export(store, Order(format=by_name(name), to=folder / name, tlp="TLP:AMBER"))
        for file in sorted((folder / name).iterdir()):
            made = file.read_bytes()
            if file.name == manifest.NAME:
                told = json.loads(made)
                made = json.dumps(told | {"desk": told["desk"]["documents"]}).encode()
            found[f"{name}/{file.name}"] = made
    return found


def whole_versions(place: str) -> int:
    """How many versions a desk holds, and that it is whole."""
    try:
        with Store(place) as store:
            assert list(faults(store)) == []
            return len(state(store)["versions"])
    except StoreError as error:
        assert "Begin it" in str(error)  # noqa: PT017 (killed before there was a desk)
        return 0


def gathered(folder: Path, room: Newsroom) -> tuple[Path | str, ...]:
    """A folder, a feed with its pages, a web archive in which pages change; some cannot be read."""
    texts = [
        f"{WIRE} {OTHER} Edition {number} came out at {number * 7919}." for number in range(90)
    ]
    papers = folder / "papers"
    papers.mkdir()
    for number in range(30):
        (papers / f"{number}.txt").write_text(texts[number])
    entries = []
    for number in range(30, 60):
        # Of servers some tell an edition from the next, and some do not.
        tag = {"etag": f'"{number}"'} if number % 3 else {}
        link = room.put(f"/{number}", page(texts[number]), **tag)
        whole = f"<![CDATA[<p>{texts[number]} {OTHER * 3}</p>]]>"
        said = {"content:encoded": whole} if number % 4 == 0 else {"description": "Trucks."}
        entries.append(item(link, **said))
    entries.append(item(f"{room.root}/gone"))
    feed = room.put("/feed", rss(*entries), media_type="application/rss+xml", etag='"feed"')
    archive = folder / "crawl.warc.gz"
    records = [INFO, response("https://delta.example/", page("Nothing here."))]
    for number in range(60, 90):
        url = f"https://delta.example/{number}"
        records.append(response(url, page(texts[number])))
        if number % 4 == 0:
            records.append(response(url, page(f"{texts[number]} Corrected.")))
    archive.write_bytes(packed(*records)[:-200])
    return papers, feed, archive


def held_to_undisturbed(
    place: str, folder: Path, inputs: Sequence[Path | str], *, kills: int, ends: int = 0
) -> None:
    undisturbed = Run(str(folder / "undisturbed"), *inputs)
    assert undisturbed.ended() == ends
    # A run that is killed loses a batch, and otherwise gets on by a part of the whole.
    step = undisturbed.acts // kills + 5 * BATCH
    chance = random.Random(kills)  # noqa: S311
    held = [0]
    for _ in range(kills):
        # What is held takes an act each.
        death = Death(
            held[-1] + chance.randint(1, 2 * step), chance.choice([0, chance.uniform(0, 0.01)])
        )
        assert Run(place, *inputs, death=death).ended() in (-signal.SIGKILL, ends)
        held.append(whole_versions(place))
    assert held == sorted(held)
    assert len({each for each in held if each < held[-1]}) > 2, f"killed too late: {held}"
    assert Run(place, *inputs).ended() == ends
    with Store(place) as store, Store(folder / "undisturbed") as expected:
        assert state(store) == state(expected)
        assert current(store) == current(expected)
        assert list(faults(store)) == []
        came = exported(store, folder / "came")
        assert came == exported(expected, folder / "expected")
        assert len(came) > len(EXPORTS)


def test_a_killed_run_goes_on_where_it_ended(place: str, tmp_path: Path) -> None:
    held_to_undisturbed(place, tmp_path, corpora(tmp_path), kills=4)


@pytest.mark.slow
def test_twenty_kills(place: str, tmp_path: Path) -> None:
    held_to_undisturbed(place, tmp_path, corpora(tmp_path), kills=20)


@pytest.mark.slow
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_twenty_kills_amid_a_folder_a_feed_and_an_archive(place: str, tmp_path: Path) -> None:
    with newsroom() as room:
        inputs = gathered(tmp_path, room)
        held_to_undisturbed(place, tmp_path, inputs, kills=20, ends=1)
    with Store(place) as store:
        found = state(store)
    assert len(found["documents"]) < len(found["versions"])
    assert len(found["visits"]) > 1


def test_two_that_add_at_once_lose_nothing(place: str, tmp_path: Path) -> None:
    first, later = corpora(tmp_path)
    lines = first.read_text().splitlines(keepends=True)
    halves = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    halves[0].write_text("".join(lines[:80]))
    halves[1].write_text("".join(reversed(lines[40:])))
    both = [Run(place, half) for half in halves]
    assert [each.ended() for each in both] == [0, 0]
    assert Run(str(tmp_path / "alone"), first).ended() == 0
    with Store(place) as store, Store(tmp_path / "alone") as alone:
        assert len(state(store)["versions"]) == DOCUMENTS
        assert current(store) == current(alone)
        assert list(faults(store)) == []
    assert Run(place, later).ended() == 0
    assert whole_versions(place) == DOCUMENTS + DOCUMENTS // 10
