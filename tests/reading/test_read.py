"""The layers together, with the shipped model: what must hold of every analysis."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import IntakeError
from sayso.intake.identity import sha256
from sayso.reading.read import Reader
from sayso.records.json import from_json, to_json
from sayso.records.reading import Analysis
from sayso.records.text import Document, Span

READER = Reader(threads=1)

REPORT = (
    "Two officials said on Monday that the Rutba bridge had been closed by the Jazira Shield. "
    "“It is shut,” one of them told reporters. He would not say for how long."
)

TEXTS = (
    "",
    " \n\n ",
    "?!…",
    REPORT,
    "HAJIN, Syria — The Wadi Council denied it.\n\nIt fell, witnesses said, and it burned.",
    "قال المتحدث ان الجسر اغلق, the spokesman said.",
    "Col. Sahli said\u202e that it fell\u202c. \x00 A \ud83d B said no.",
)


def _read(text: str) -> Analysis:
    return READER.read(Document(id="d", text=text, sha256=sha256(text), language="en"))


def _holds(analysis: Analysis) -> None:
    mentions, entities = analysis.mentions or (), analysis.entities or ()
    attributions, statements = analysis.attributions or (), analysis.statements or ()
    spans: list[Span] = [
        span for one in attributions for span in (*one.source, *one.cue, *one.content)
    ]
    for layer in (analysis.sentences, mentions, analysis.places, analysis.times):
        spans += [(one.start, one.end) for one in layer or ()]
    spans += [one.content for one in statements]
    assert all(0 <= start < end <= len(analysis.text) for start, end in spans)
    for items in (mentions, entities, attributions, statements):
        assert len({one.id for one in items}) == len(items)
    assert {one.entity for one in mentions} <= {None, *(one.id for one in entities)}
    assert {mention for one in entities for mention in one.mentions} <= {one.id for one in mentions}
    assert {one.parent for one in attributions} <= {None, *(one.id for one in attributions)}
    assert {one.attribution for one in statements} <= {None, *(one.id for one in attributions)}
    sure = [each.confidence for each in mentions]
    sure += [each.confidence for each in attributions]
    sure += [each.confidence for each in statements]
    assert all(0 <= each <= 1 for each in sure)
    assert from_json(to_json(analysis)) == analysis


@pytest.mark.parametrize("text", TEXTS)
def test_every_span_and_every_id_leads_somewhere(text: str) -> None:
    _holds(_read(text))


@settings(max_examples=25)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    _holds(_read(text))


def test_the_same_document_gives_the_same_analysis() -> None:
    assert _read(REPORT) == _read(REPORT)


def test_a_plain_report_is_read() -> None:
    analysis = _read(REPORT)
    said = [
        "".join(analysis.text[start:end] for start, end in one.source)
        for one in analysis.attributions or ()
    ]
    assert said[:2] == ["Two officials", "one of them"]


def test_a_language_that_cannot_be_read_is_said() -> None:
    text = "Le porte-parole a dit non."
    with pytest.raises(IntakeError, match="French"):
        READER.read(Document(id="d", text=text, sha256=sha256(text), language="fr"))
