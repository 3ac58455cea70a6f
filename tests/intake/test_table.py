import hashlib
import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import IntakeError
from sayso.records.text import Document

Read = Callable[..., list[Document | IntakeError]]


def jsonl(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def shown(found: list[Document | IntakeError]) -> list[str]:
    """Texts, and errors as "name: reason"."""
    return [
        f"{each.name}: {each.reason}" if isinstance(each, IntakeError) else each.text
        for each in found
    ]


ROW = {
    "id": "a1",
    "text": "Two soldiers were killed.\r\n",
    "title": "Ambush",
    "published": "2024-03-05",
    "publisher": "The Tigris Ledger",
    "url": "https://ledger.example/a1",
    "language": "en-GB",
    "byline": "Jane Doe",
    "agency": "Reuters",
    "gold": {"is": "passed over"},
}


def test_a_row_becomes_a_document_with_its_text_exactly(read: Read) -> None:
    (found,) = read("a.jsonl", jsonl(ROW))
    assert found == Document(
        id="a1",
        text="Two soldiers were killed.\r\n",
        sha256=hashlib.sha256(b"Two soldiers were killed.\r\n").hexdigest(),
        title="Ambush",
        published="2024-03-05",
        publisher="The Tigris Ledger",
        url="https://ledger.example/a1",
        language="en",
        byline="Jane Doe",
        agency="Reuters",
    )


def test_what_a_row_does_not_state_is_none(read: Read) -> None:
    (found,) = read("a.jsonl", jsonl({"text": "1", "title": "", "url": None}))
    assert isinstance(found, Document)
    assert (found.id, found.title, found.url, found.published) == ("a.jsonl:1", None, None, None)


def test_a_bad_line_is_said_by_its_number_and_the_rest_is_read(read: Read) -> None:
    lines = [
        b"\xef\xbb\xbf" + jsonl({"id": 1, "text": "one"}),
        b"{not json}\n",
        b"\n",
        jsonl({"id": 2, "title": "no text"}),
        jsonl({"id": 3, "text": 3}),
        jsonl(["a", "list"]),
        b'{"text": "caf\xe9"}\n',
        jsonl({"id": 4, "text": " \n"}),
        jsonl({"id": 6, "text": "six", "title": 6}),
        b"[" * 100_000 + b"\n",
        jsonl({"id": 7, "text": "seven"}).rstrip(),
    ]
    found = shown(read("a.jsonl", b"".join(lines)))
    assert found[0] == "one"
    assert found[-1] == "seven"
    assert [line.split(": ")[0] for line in found[1:-1]] == [
        f"a.jsonl:{n}" for n in (2, 4, 5, 6, 7, 8, 9, 10)
    ]
    for line, reason in zip(
        found[1:-1],
        ("is no JSON", 'lacks "text"', 'lacks "text"', "is no JSON object", "is not UTF-8 at byte",
         "holds no text", 'a "title" that is no string', "is no JSON"),
        strict=True,
    ):  # fmt: skip
        assert reason in line


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b" \r\n\n"])
def test_an_empty_corpus_is_said(refusal: Callable[..., IntakeError], data: bytes) -> None:
    error = refusal("a.jsonl", data)
    assert error.reason == "is empty"
    assert '"text"' in error.advice


def test_a_date_that_is_not_iso_8601_is_left_out_and_said(read: Read) -> None:
    found, error = read("a.jsonl", jsonl({"text": "Two soldiers.", "published": "05/03/2024"}))
    assert isinstance(found, Document)
    assert (found.text, found.published) == ("Two soldiers.", None)
    assert isinstance(error, IntakeError)
    assert error.name == "a.jsonl:1"
    assert error.reason == 'is read without its date, since "05/03/2024" is not ISO 8601'


def test_an_id_that_comes_again_is_said(read: Read) -> None:
    rows = [{"id": "x", "text": "one"}, {"id": "x", "text": "two"}, {"id": "y", "text": "three"}]
    assert shown(read("a.jsonl", jsonl(*rows))) == [
        "one",
        "x: is the id of an earlier document too",
        "three",
    ]


def test_lone_surrogates_and_nuls_stay(read: Read) -> None:
    text = "Two \ud800 soldiers\0 were killed"
    (found,) = read("a.jsonl", b'{"text": "Two \\ud800 soldiers\\u0000 were killed"}')
    assert isinstance(found, Document)
    assert found.text == text
    assert found.text[6:14] == "soldiers"


def test_a_line_past_the_limit_is_skipped_unread(read: Read) -> None:
    data = jsonl({"text": "one"}, {"text": "x" * 500}, {"text": "three"})
    assert shown(read("a.jsonl", data, max_bytes=100)) == [
        "one",
        "a.jsonl:2: is larger than 100 bytes, the limit for one document",
        "three",
    ]


@pytest.mark.parametrize(
    "data", [b'[\n{"text": "a"}\n]', b'{\n  "text": "a"\n}', b'[{"text": "a"}]']
)
def test_one_json_value_is_no_corpus(refusal: Callable[..., IntakeError], data: bytes) -> None:
    assert "is one JSON value" in refusal("a.json", data).reason


def test_a_corpus_is_recognised_without_its_suffix(read: Read) -> None:
    assert shown(read("corpus", jsonl({"id": 1, "text": "one"}))) == ["one"]
    assert shown(read("table", b"id,text\n1,one\n")) == ["one"]


@pytest.mark.parametrize(
    "data",
    [
        b'\xef\xbb\xbfID,Text,extra\r\n1,"Two soldiers,\r\n""said"" one",x\r\n2,two,y\r\n',
        b'id;text;extra\n1;"Two soldiers,\r\n""said"" one";x\n2;two;y',
        b'id\ttext\textra\n1\t"Two soldiers,\r\n""said"" one"\tx\n\n2\ttwo\ty\n',
        'id,text,extra\n1,"Two soldiers,\r\n""said"" one",x\n2,two,y\n'.encode("utf-16"),
    ],
)
def test_csv_with_any_delimiter(read: Read, data: bytes) -> None:
    assert shown(read("a.csv", data)) == ['Two soldiers,\r\n"said" one', "two"]


def test_a_bad_row_is_said_by_its_line_and_the_rest_is_read(read: Read) -> None:
    data = b'id,text\n1,one\n2\n3,caf\xe9\n4,"fo"ur\n5,\n6,six\n7,"never closed\n'
    found = shown(read("a.csv", data))
    assert found[0] == "one"
    assert found[1] == "a.csv:3: has 1 cells where the header names 2"
    assert found[2] == "a.csv:4: is not UTF-8"
    assert found[3].startswith("a.csv:5: is no row of CSV")
    assert found[4] == 'a.csv:6: lacks "text"' or "holds no text" in found[4]
    assert found[5] == "six"
    assert found[6].startswith("a.csv:8: is no row of CSV")


def test_csv_in_a_stated_encoding(read: Read) -> None:
    assert shown(read("a.csv", b"id,text\n1,caf\xe9\n", encoding="cp1252")) == ["café"]


def test_csv_without_a_text_column(refusal: Callable[..., IntakeError]) -> None:
    assert 'no column called "text"' in refusal("a.csv", b"id,body\n1,one\n").reason


@given(texts=st.lists(st.text().filter(lambda text: bool(text.strip())), min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_what_is_written_as_jsonl_is_read_exactly(read: Read, texts: list[str]) -> None:
    data = jsonl(*({"id": n, "text": text, "language": "en"} for n, text in enumerate(texts)))
    assert shown(read("a.jsonl", data)) == texts
