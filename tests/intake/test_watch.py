import os
import time
from pathlib import Path

import pytest

from sayso.intake import watch as module
from sayso.intake.watch import LONGEST, REST, Watch

URL = "https://delta.example/feed"


def written(path: Path, text: str, *, ago: float = 60) -> str:
    path.write_text(text)
    at = time.time() - ago
    os.utime(path, (at, at))
    return str(path)


def test_a_file_is_due_when_it_is_new_or_another_one(tmp_path: Path) -> None:
    watch = Watch([str(tmp_path)], every=60)
    assert list(watch.due()) == []
    one = written(tmp_path / "a.txt", "One.")
    written(tmp_path / "photo.jpg", "")
    assert list(watch.due()) == [one]
    assert list(watch.due()) == []
    written(tmp_path / "a.txt", "Another.", ago=50)
    other = written(tmp_path / "b.txt", "Two.")
    assert list(watch.due()) == [one, other]
    (tmp_path / "b.txt").unlink()
    assert list(watch.due()) == []


def test_a_file_that_is_still_written_to_waits(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    watch = Watch([str(path)], every=60)
    assert list(watch.due()) == []
    written(path, "Half of", ago=0)
    assert list(watch.due()) == []
    written(path, "Half of it.", ago=REST + 1)
    assert list(watch.due()) == [str(path)]


def test_a_clock_that_is_behind_the_file_s_does_not_hold_it_back(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "One.", ago=-3600)
    assert list(Watch([path], every=60).due()) == [path]


def test_an_address_is_due_at_its_interval_and_later_while_it_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 0.0
    monkeypatch.setattr(module, "monotonic", lambda: now)
    watch = Watch([URL], every=60)
    assert list(watch.due()) == [URL]
    waits = []
    for fails in [False, True, True, True, True, True, True, False, False]:
        watch.failed([URL, "other"] if fails else ["other"])
        began = now
        while not list(watch.due()):
            now += 30
        waits.append((now - began) / 60)
    assert waits == [1, 2, 4, 8, 16, 16, 16, 16, 1]
    assert max(waits) == LONGEST
