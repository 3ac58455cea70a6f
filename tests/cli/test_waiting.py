import io
import sys

import pytest

from sayso.cli import waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO, *, moment: float) -> str:
    monkeypatch.setattr(waiting, "MOMENT", moment)
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setenv("TERM", "xterm")
    with waiting.waiting("claims") as told:
        for share in (0.25, 0.5):
            told(share)
    return stderr.getvalue()


def test_a_moment_is_not_worth_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), moment=60) == ""


def test_longer_work_shows_how_far_it_has_come_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = shown(monkeypatch, Terminal(), moment=-1)
    assert "claims" in line
    assert " 50%" in line
    assert line.endswith("\x1b[2K")


def test_nothing_on_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), moment=-1) == ""
