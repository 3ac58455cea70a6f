"""Times against gold, and in an article: on texts that nobody wrote for these tests."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from sayso.reading.times import times
from sayso.records.reading import Time


def spans(text: str, published: str | None) -> dict[str, Time]:
    return {text[time.start : time.end]: time for time in times(text, published=published)}


@pytest.fixture
def article(shared: Path) -> str:
    return (shared / "articles" / "quds-force-baghdad.txt").read_text(encoding="utf-8")


def test_an_article_without_a_day_of_publication(article: str) -> None:
    found = spans(article, None)
    assert (found["this week"].value, found["this week"].begin) == (None, None)
    assert (found["2020"].begin, found["2020"].until) == ("2020-01-01", "2020-12-31")
    assert found["October 7, 2023"].value == "2023-10-07"
    assert found["October 7"].value == "2023-10-07"
    early = found["the early 1980s"]
    assert (early.value, early.begin, early.until) == ("198", "1980-01-01", "1984-12-31")
    assert (found["recent months"].begin, found["recent months"].until) == (None, None)


def test_an_article_with_one(article: str) -> None:
    found = spans(article, "2025-05-01")
    week = found["this week"]
    assert (week.value, week.begin, week.until) == ("2025-W18", "2025-04-28", "2025-05-04")
    assert (found["recent months"].begin, found["recent months"].until) == (None, "2025-05-01")
    assert found["October 7"].value == "2023-10-07"


@pytest.mark.parametrize(
    ("name", "least_found", "least_right"),
    [("tempeval3.dev", 0.92, 0.80), ("meantime.dev", 0.90, 0.70)],
)
def test_gold(shared: Path, name: str, least_found: float, least_right: float) -> None:
    """F1 of spans that overlap, and of those whose value is right too, as TempEval-3 counts."""
    gold = system = overlapping = right = 0
    with gzip.open(shared / "corpora" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            read_to = document.get("intra_annotated_until") or len(document["text"])
            found = times(document["text"], published=document["published"])
            answers = [time for time in found if time.start < read_to]
            pairs = matched(document["times"], answers)
            gold, system = gold + len(document["times"]), system + len(answers)
            overlapping += len(pairs)
            right += sum(wanted["value"] == given.value for wanted, given in pairs)
    assert 2 * overlapping / (gold + system) >= least_found
    assert 2 * right / (gold + system) >= least_right


def matched(gold: list[dict[str, Any]], system: list[Time]) -> list[tuple[dict[str, Any], Time]]:
    pairs, free = [], list(system)
    for wanted in gold:
        given = next((t for t in free if t.start < wanted["end"] and wanted["start"] < t.end), None)
        if given:
            free.remove(given)
            pairs.append((wanted, given))
    return pairs
