import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso import api
from sayso.records.reading import Analysis
from sayso.records.text import Document
from tests.trained import trained

REPOSITORY = Path(__file__).parent.parent
DOCS = REPOSITORY / "docs" / "api.md"

PUBLIC = [
    "Analysis",
    "Attribution",
    "Document",
    "Entity",
    "Event",
    "Framing",
    "IntakeError",
    "Mention",
    "Place",
    "Predicate",
    "Quantity",
    "Reader",
    "RecordError",
    "Relation",
    "Role",
    "SaysoError",
    "Sentence",
    "Span",
    "Spans",
    "Statement",
    "Summary",
    "Time",
    "__version__",
    "analysis_schema",
    "documents",
    "from_json",
    "read",
    "to_json",
]


def test_public_names_are_these() -> None:
    assert sayso.__all__ == PUBLIC
    assert dir(sayso) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(sayso, name)
    assert re.search(rf"\b{name}\b", DOCS.read_text(encoding="utf-8"))


def test_another_name_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        sayso.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_import_loads_nothing() -> None:
    script = "import sys, sayso; sys.exit(any(name.startswith('sayso.') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0  # noqa: S603


@trained
def test_the_docs_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    blocks = re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "api.md", None, None)
    assert doctest.DocTestRunner().run(example).failed == 0


class EchoReader:
    def read(self, document: Document) -> Analysis:
        return Analysis(id=document.id, text=document.text, sha256=document.sha256)


@pytest.fixture
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "_reader", EchoReader)


@pytest.mark.usefixtures("_no_model")
def test_a_text_a_path_and_a_path_s_name(tmp_path: Path) -> None:
    text = "The gate was shut on a Sunday morning."
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert sayso.read(text).text == text
    assert sayso.read(path).text == text
    assert sayso.read(str(path)).id == str(path)


@pytest.mark.usefixtures("_no_model")
@pytest.mark.parametrize("text", ["x" * 5000, "one\ntwo", "nul\0", "http://a.example is down."])
def test_a_text_that_is_no_path(text: str) -> None:
    assert sayso.read(text).text == text


@pytest.mark.usefixtures("_no_model")
def test_what_cannot_be_read(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "1", "text": "The gate."}\n{"id": "2", "text": "The wall."}\n')
    for given, reason in (
        (" \n", "no text"),
        (tmp_path / "missing.txt", "cannot be opened"),
        (corpus, "more than one document"),
    ):
        with pytest.raises(sayso.IntakeError, match=reason):
            sayso.read(given)
