"""The schema is judged by a validator that is not ours."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sayso.records.json import to_json
from sayso.records.reading import Analysis, Place, Sentence
from sayso.records.schema import analysis_schema

RECORD = Analysis(
    id="wire/1",
    text="Rain fell on Basra.",
    sha256="",
    sentences=(Sentence(start=0, end=19, voice="own"),),
    places=(Place(start=13, end=18, name="Basra", confidence=0.9, country="IRQ"),),
)


def problems(record: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft202012Validator(analysis_schema()).iter_errors(record)]


def written() -> dict[str, Any]:
    record: dict[str, Any] = json.loads(to_json(RECORD))
    return record


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(analysis_schema())


def test_what_is_written_is_valid() -> None:
    assert problems(written()) == []


def test_more_keys_are_welcome() -> None:
    assert problems({**written(), "novelty": 1}) == []


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "sayso.analysis/9"},
        {"text": None},
        {"sentences": [{"start": 0, "end": 19, "voice": "loud"}]},
        {"places": [{"start": 13, "end": 18}]},
        {"attributions": None},
    ],
)
def test_a_broken_record_is_not(change: dict[str, Any]) -> None:
    assert problems({**written(), **change})


def test_descriptions_come_from_the_records_without_their_indentation() -> None:
    place = analysis_schema()["$defs"]["Place"]["description"]
    assert place.startswith("A named place.")
    assert "\n " not in place
