"""The verbs that ask the desk, and those that decide, from the command line."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.desk.actors.register import current
from sayso.desk.store import Store
from tests.desk.ask.press import COPY, FIRST, WIRE, add, denial, report
from tests.desk.made import at

RUNNER = CliRunner(env={"COLUMNS": "200"})
BY = ("--by", "Inès", "--reason", "read it")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("made") / "desk.sqlite"
    with pytest.MonkeyPatch.context() as clock, Store(file, create=True) as store:
        at(clock, "2026-03-04T20:00Z")
        add(store, FIRST)
        at(clock, "2026-03-05T20:00Z")
        add(store, COPY, denial())
        current(store)
    return file


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


def run(desk: Path, *arguments: str) -> Result:
    return RUNNER.invoke(app, ["--desk", str(desk), *arguments])


ASKED = [
    ("actor", "Idris Halabi"),
    ("search", "raided", "ferry"),
    ("timeline",),
    ("diff", "--since", "2026-03-03"),
    ("review", "queue"),
    ("review", "log"),
    ("claims", "--all"),
    ("claim", "ferry"),
]


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
@pytest.mark.parametrize("format", ["table", "json", "md"])
def test_every_answer_has_three_forms(desk: Path, asked: tuple[str, ...], format: str) -> None:  # noqa: A002
    result = run(desk, *asked, "--format", format)
    assert result.exit_code == 0, result.stderr
    if format == "json":
        assert isinstance(json.loads(result.stdout), dict)
    if format == "md":
        assert result.stdout.startswith("# ")


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_every_question_can_be_asked_of_a_day(desk: Path, asked: tuple[str, ...]) -> None:
    now = run(desk, *asked, "-f", "json")
    then = run(desk, *asked, "-f", "json", "--as-of", "2026-03-04")
    assert then.exit_code == 0, then.stderr
    assert then.stdout != now.stdout or asked[:2] == ("review", "log")
    assert run(desk, *asked, "--as-of", "yesterday").exit_code == 2


def test_an_actor_is_shown_with_who_says_it(desk: Path) -> None:
    shown = run(desk, "actor", "Salt Road Column").stdout
    assert "What they are said to have done" in shown
    assert "ASSAULT: the Salt Road Column raided" in shown
    assert "certainly not" in shown
    assert "+1" in shown, "the copy is counted, not told again"


def test_a_name_of_several_gives_the_choice(desk: Path) -> None:
    omar = report("omar", WIRE.replace("Idris", "Omar"), "2026-03-06", {"Omar Halabi": "Person"})
    with Store(desk) as store:
        add(store, omar)
    assert "Halabi may mean 2 actors" in run(desk, "actor", "Halabi").stdout
    result = run(desk, "timeline", "Halabi")
    assert result.exit_code == 1
    assert "Ask again with an id" in result.stderr
    choice = json.loads(run(desk, "actor", "Halabi", "-f", "json").stdout)["actors"]
    for one in choice:
        shown = json.loads(run(desk, "actor", one["id"], "-f", "json").stdout)
        assert shown["name"] == one["name"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("actor", "Zed"), "nobody called Zed"),
        (("search", "glacier"), "Try fewer words"),
        (("timeline", "Zed"), "nobody called Zed"),
        (("timeline", "--words", "glacier"), "no statement is about that"),
        (("timeline", "--since", "2030-01-01"), "no statement there has a date; "),
        (("claims", "glacier"), "Try fewer words"),
        (("claim", "glacier"), "lists them"),
        (("brief", "glacier"), "Try fewer words"),
    ],
)
def test_nothing_found_is_said_with_what_to_try(
    desk: Path, asked: tuple[str, ...], said: str
) -> None:
    result = run(desk, *asked)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


@pytest.mark.parametrize("verb", ["actor", "timeline", "brief"])
def test_a_name_of_several_words_needs_no_marks(desk: Path, verb: str) -> None:
    bare = run(desk, verb, "Salt", "Road", "Column")
    assert bare.exit_code == 0, bare.stderr
    assert bare.stdout == run(desk, verb, "Salt Road Column").stdout


@pytest.mark.parametrize("day", ["2026-03-04", "2026-03-04T12:00Z"])
def test_a_timeline_begins_and_ends_with_whole_days(desk: Path, day: str) -> None:
    assert "raided the ferry" in run(desk, "timeline", "--since", day, "--until", day).stdout


def test_an_interval_is_shown_as_one(desk: Path) -> None:
    shown = run(desk, "timeline").stdout
    assert "March 2026" in shown
    assert "4 March 2026" in shown
    assert shown.index("The ferry lay idle") < shown.index("raided the ferry")


BEFORE = [
    ("actor", "Idris Halabi"),
    ("search", "ferry"),
    ("timeline",),
    ("review", "queue"),
    ("review", "log"),
    ("claims",),
    ("claim", "ferry"),
    ("families",),
    ("brief", "ferry"),
]


@pytest.mark.parametrize("asked", BEFORE, ids=" ".join)
def test_before_the_desk_knew_anything_that_is_said(desk: Path, asked: tuple[str, ...]) -> None:
    result = run(desk, *asked, "--as-of", "2026-03-01")
    assert result.exit_code == 1
    assert "held nothing as of 2026-03-01" in result.stderr
    assert "2026-03-04T20:00Z" in result.stderr


@pytest.mark.parametrize("asked", [("timeline",), ("actor", "Idris Halabi"), ("review", "queue")])
def test_subjects_are_whole_in_a_narrow_terminal(desk: Path, asked: tuple[str, ...]) -> None:
    whole = json.loads(run(desk, *asked, "--format", "json").stdout)
    subjects = set(re.findall(r"'subject': '([^']+)'", str(whole)))
    narrow = CliRunner(env={"COLUMNS": "40"})
    shown = narrow.invoke(app, ["--desk", str(desk), *asked, "-n", "100"]).stdout
    assert subjects
    assert subjects <= set(shown.split())


def test_what_is_left_out_is_counted(desk: Path) -> None:
    assert "and 1 more; --most shows more" in run(desk, "timeline", "-n", "1").stdout
    assert "and 1 more; --skip 1 shows the next" in run(desk, "search", "ferry", "-n", "1").stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
@pytest.mark.parametrize(
    "asked", [("actor", "Idris Halabi"), ("claims", "--all"), ("families",), ("desk", "info")]
)
def test_a_full_disk_is_said(desk: Path, asked: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "sayso"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 (ourselves)
            [*command, "--desk", str(desk), *asked],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    said = "standard output cannot be written (No space left on device). Make room"
    assert (done.returncode, done.stderr[: len(said)]) == (1, said)
    assert done.stderr.count("\n") == 1


def test_an_error_steers_no_terminal(desk: Path) -> None:
    result = run(desk, "timeline", "Zed\x1b[2J\nsaid")
    assert "Zed\ufffd[2J said" in result.stderr


def test_what_happened_since(desk: Path) -> None:
    shown = run(desk, "diff", "--since", "2026-03-04").stdout
    assert "2 new documents" in shown
    assert "Nothing came in" in run(desk, "diff", "--since", "2026-03-05").stdout
    assert run(desk, "diff").exit_code == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("2999-01-01",), "2999-01-01 is not over yet"),
        (("2026-03-05", "--as-of", "2026-03-04"), "Give an earlier one, such as 2026-03-04T00:00Z"),
        (("2026-03-04", "--as-of", "2026-03-04"), "is not before --as-of"),
    ],
)
def test_nothing_comes_in_before_it_begins(desk: Path, asked: tuple[str, ...], said: str) -> None:
    result = run(desk, "diff", "--since", *asked)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_a_decision_is_told_logged_and_taken_back(desk: Path) -> None:
    before = run(desk, "timeline", "-f", "json").stdout
    subject = json.loads(before)["dated"][0]["said"]["subject"]
    done = run(desk, "review", "correct", subject, "factuality=PS+", *BY)
    assert done.stdout == f"decided: 1, correct {subject}\n"
    assert "possible" in run(desk, "timeline").stdout
    assert "factuality=PS+" in run(desk, "review", "log").stdout
    assert run(desk, "review", "undo", "1", *BY).stdout.startswith("taken back: 1")
    assert run(desk, "timeline", "-f", "json").stdout == before
    (line,) = json.loads(run(desk, "review", "log", "-f", "json").stdout)["decisions"]
    assert line["judgement"]["withdrawn_by"] == "Inès"


def test_a_word_that_a_field_has_not_is_answered_with_those_it_has(desk: Path) -> None:
    before = run(desk, "timeline", "-f", "json").stdout
    subject = json.loads(before)["dated"][0]["said"]["subject"]
    wrong = run(desk, "review", "correct", subject, "factuality=XX", *BY)
    assert wrong.exit_code == 1
    assert "factuality is one of CT+, PR+, PS+, CT-, PR-, PS-, CTu, Uu, not XX" in wrong.stderr
    assert run(desk, "timeline", "-f", "json").stdout == before


def test_actors_are_merged_and_split(desk: Path) -> None:
    one, other = (
        json.loads(run(desk, "actor", name, "-f", "json").stdout)["id"]
        for name in ("Niger Bend Guard", "Salt Road Column")
    )
    assert run(desk, "review", "merge", one, other, *BY).exit_code == 0
    merged = json.loads(run(desk, "actor", one, "-f", "json").stdout)
    assert {"Niger Bend Guard", "Salt Road Column"} <= set(merged["names"])
    assert "Why they are one" in run(desk, "actor", one).stdout
    assert run(desk, "review", "split", one, other, "--unsure", *BY).exit_code == 1, "one by now"
    number = len(json.loads(run(desk, "review", "log", "-f", "json").stdout)["decisions"])
    assert run(desk, "review", "undo", str(number), *BY).exit_code == 0
    assert run(desk, "review", "accept", merged["documents"][0]["subject"], *BY).exit_code == 0
    assert run(desk, "review", "reject", merged["documents"][0]["subject"], *BY).exit_code == 0


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (("review", "accept", "nothing", *BY), 1, "names nothing to decide about"),
        (("review", "reject", "plain:none:0-4", *BY), 1, "there is no document none"),
        (("review", "undo", "7", *BY), 1, "no judgement 7 holds"),
        (("review", "correct", "entity:copy:0-12", "country", *BY), 2, "not FIELD=VALUE"),
        (("review", "correct", "entity:copy:0-12", "age=4", *BY), 1, "age cannot be set"),
        (("review", "accept", "entity:copy:0-12", "--by", "Inès"), 2, "reason"),
    ],
)
def test_what_cannot_be_decided_is_said(
    desk: Path, asked: tuple[str, ...], code: int, said: str
) -> None:
    result = run(desk, *asked)
    assert result.exit_code == code
    assert said in result.stderr
