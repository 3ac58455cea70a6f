import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import RecordError
from sayso.records.json import SPLIT_CHARACTER, from_json, to_json
from sayso.records.reading import Analysis, Attribution, Sentence, Summary

ANY_CODE_POINT = st.text(st.characters(exclude_categories=()))


def analysis(text: str) -> Analysis:
    return Analysis(
        id="wire/1",
        text=text,
        sha256="",
        sentences=(Sentence(start=0, end=len(text), voice="attributed"),),
        attributions=(
            Attribution(
                id="a1",
                source=(),
                cue=((0, 1), (3, 4)),
                content=((5, 9),),
                source_kind="unspecified",
                named=False,
                background=True,
                confidence=0.5,
            ),
        ),
        times=(),
        summary=Summary(
            sentences={"attributed": 1},
            sources={"unspecified": 1},
            named_sources=0,
            statements=1,
            framing_own_voice=0,
        ),
    )


@given(ANY_CODE_POINT.filter(lambda text: not SPLIT_CHARACTER.search(text)))
def test_round_trip(text: str) -> None:
    record = analysis(text)
    line = to_json(record)
    assert from_json(line) == record
    assert json.loads(line)["text"] == text
    assert b"\n" not in line


@pytest.mark.parametrize(
    "text", ["\udead", "a\\\ud800\n", "\U0001f600\ud83d", "\udc00\ud800", "\x00"]
)
def test_texts_that_utf8_or_c_strings_cannot_hold(text: str) -> None:
    record = analysis(text)
    assert from_json(to_json(record)) == record


def test_a_split_character_is_refused_for_json_would_join_it() -> None:
    with pytest.raises(RecordError, match="wire/1: a character is split"):
        to_json(analysis("\ud83d\ude00"))


def test_a_layer_that_was_not_computed_has_no_key_and_one_that_found_nothing_is_empty() -> None:
    written = json.loads(to_json(analysis("Rain.")))
    assert "places" not in written
    assert written["times"] == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "Expecting"),
        (b"[]", "Expected `object`"),
        (b'{"id": "a", "text": "b"}', "missing required field `sha256`"),
        (b'{"id": "a", "text": "\\ud800"}', "missing required field `sha256`"),
        (b'{"id": "a", "text": "b", "sha256": "", "schema": "sayso.analysis/9"}', "schema"),
        (b"\xff", "codec"),
    ],
)
def test_what_is_no_record_is_refused_with_the_reason(line: bytes, reason: str) -> None:
    with pytest.raises(RecordError, match=reason):
        from_json(line)


def test_keys_of_a_later_version_are_left_out() -> None:
    record = from_json(b'{"id": "a", "text": "b", "sha256": "", "novelty": {"x": 1}}')
    assert record == Analysis(id="a", text="b", sha256="")
