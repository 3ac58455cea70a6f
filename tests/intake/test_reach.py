import gzip
from pathlib import Path

import pytest

from sayso.intake.open import documents
from sayso.intake.reach import Reach
from tests.intake.newsroom import item, newsroom, page, rss
from tests.intake.warcs import INFO, packed, response

TEXT = (
    "Gunmen stopped eleven trucks near Taoudenni on Monday, as drivers and their owners have said."
)


def shares(inputs: list[str], **options: bool) -> list[float]:
    reach = Reach()
    found = [reach.share for _ in documents(inputs, reach=reach, **options)]  # type: ignore[arg-type]
    assert reach.share == pytest.approx(1)
    return found


def test_files_count_by_their_size(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a" * 100)
    (tmp_path / "b.txt").write_text("b" * 300)
    assert shares([str(tmp_path)])[-1] <= 1
    names = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert shares(names) == pytest.approx([0.25, 1])


@pytest.mark.parametrize("packs", [False, True])
def test_an_archive_is_measured_as_it_is_read(tmp_path: Path, *, packs: bool) -> None:
    notes = "<!-- " + "".join(map(str, range(900))) + " -->"
    pages = [response(f"https://a.example/{n}", page(f"{TEXT} {n}") + notes) for n in range(60)]
    path = tmp_path / "crawl"
    path.write_bytes(packed(INFO, *pages) if packs else INFO + b"".join(pages))
    found = shares([str(path)])
    assert found == sorted(found)
    assert found[30] == pytest.approx(0.5, abs=0.15)


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_feed_is_measured_by_its_entries() -> None:
    with newsroom() as room:
        links = [room.put(f"/{n}", page(f"{TEXT} {n}")) for n in range(4)]
        feed = room.put("/feed", rss(*map(item, links)))
        assert shares([feed], allow_private=True) == pytest.approx([0, 0.25, 0.5, 0.75])


def test_what_is_packed_twice_over_does_not_go_past_the_end(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "Trucks were let go."}\n' * 50))
    assert all(0 <= share <= 1 for share in shares([str(path)]))
