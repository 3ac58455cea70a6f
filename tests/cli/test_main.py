import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

import sayso
from sayso.cli.main import app
from sayso.records.schema import analysis_schema

VERBS = ("read", "add", "families", "desk", "schema")


@pytest.mark.parametrize("arguments", [["--help"], *([verb, "--help"] for verb in VERBS)])
def test_help(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_no_verb_shows_help() -> None:
    assert "read" in CliRunner().invoke(app, []).output


def test_version() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert result.stdout == f"sayso {sayso.__version__}\n"


def test_schema() -> None:
    assert json.loads(CliRunner().invoke(app, ["schema"]).stdout) == json.loads(
        json.dumps(analysis_schema())
    )


@pytest.mark.parametrize(
    "module", ["numpy", "onnxruntime", "jinja2", "rich", "msgspec", "trafilatura", "sqlalchemy"]
)
def test_help_loads_nothing_heavy(module: str) -> None:
    script = f"import sys, sayso.cli.main; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0  # noqa: S603


def test_an_interrupt_while_loading_is_quiet() -> None:
    script = """
import builtins, runpy
load = builtins.__import__

def interrupted(name, *rest, **named):
    if name == "typer":
        raise KeyboardInterrupt
    return load(name, *rest, **named)

builtins.__import__ = interrupted
runpy.run_module("sayso", run_name="__main__")
"""
    done = subprocess.run(  # noqa: S603 (ourselves)
        [sys.executable, "-c", script], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, b"")
