"""Analyses for the desk, made by hand: a sentence is a statement in the outlet's own voice."""

import re
from typing import Any

import pytest

from sayso.desk.adding import Adder
from sayso.desk.clock import as_of
from sayso.desk.store import Store
from sayso.intake.identity import sha256
from sayso.records.reading import Analysis, Attribution, Sentence, Statement
from sayso.records.text import Document

_SENTENCE = re.compile(r"[^.]+\.?")

WIRE = (
    "Gunmen of the Salt Road Column stopped eleven trucks near Taoudenni on Monday, drivers said. "
    "Four of them were let go after paying with fuel and tea. "
    "The column, which formed out of two older groups in spring, made no statement. "
    "Soldiers from the garrison at Timbuktu arrived the next morning and found the track empty."
)
OTHER = (
    "The ferry between Mopti and Korioume will run twice a week from May, its owner announced. "
    "Traders had waited since the low water of January for a date. "
    "Prices for millet on the island markets have doubled, a buyer in Diré complained."
)


def document(id: str, text: str, **said: Any) -> Document:  # noqa: A002, ANN401
    return Document(id=id, text=text, sha256=sha256(text), **said)


def analysis(id: str, text: str, **said: Any) -> Analysis:  # noqa: A002, ANN401
    return read(document(id, text, **said))


def read(given: Document, *, confidence: float = 0.9) -> Analysis:
    spans = [found.span() for found in _SENTENCE.finditer(given.text)]
    return Analysis(
        id=given.id,
        text=given.text,
        sha256=given.sha256,
        title=given.title,
        publisher=given.publisher,
        url=given.url,
        published=given.published,
        language=given.language,
        byline=given.byline,
        agency=given.agency,
        sentences=tuple(Sentence(start=a, end=b, voice="own") for a, b in spans),
        attributions=(
            Attribution(
                id="a1",
                source=(),
                cue=((0, 1),),
                content=(spans[0],),
                source_kind="unspecified",
                named=False,
                background=False,
                confidence=confidence,
            ),
        ),
        statements=tuple(
            Statement(
                id=f"s{number}",
                kind="plain",
                content=span,
                voice="own",
                factuality="CT+",
                confidence=confidence,
            )
            for number, span in enumerate(spans, start=1)
        ),
    )


def add(store: Store, *analyses: Analysis, again: bool = False, live: bool = False) -> Adder:
    """Add analyses and bring the families up to date."""
    adder = Adder(store, program="test 1", again=again)
    for each in analyses:
        page = document(each.id, each.text, title=each.title, url=each.url, live=True)
        if not live or list(adder.wanted([page], held=lambda: None)):
            adder.add(each)
    adder.close()
    return adder


def at(monkeypatch: pytest.MonkeyPatch, time: str) -> None:
    """Set the desk's clock."""
    monkeypatch.setattr("sayso.desk.journal.now", lambda: as_of(time))
