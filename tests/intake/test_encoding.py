import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import IntakeError
from sayso.intake.base import Source
from sayso.intake.encoding import decode

ENGLISH = "The mayor of Basra said “nothing has been decided” — the Lake Front’s café is shut."


def source(charset: str | None = None) -> Source:
    return Source(name="a.txt", stream=None, door=None, charset=charset)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "cp1252"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_an_encoding_that_is_not_stated_is_found(mark: bytes, encoding: str) -> None:
    assert decode(source(), mark + ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Власти Донецка заявили во вторник, что двое солдат погибли в засаде.", "cp1251"),
        ("قالت السلطات في الموصل يوم الثلاثاء إن جنديين قتلا في كمين.", "cp1256"),
        ("当局は火曜日、待ち伏せ攻撃で兵士2人が死亡したと発表した。", "shift_jis"),
    ],
)
def test_legacy_encodings_of_other_scripts_are_found(text: str, encoding: str) -> None:
    assert decode(source(), text.encode(encoding)) == text


def test_a_stated_encoding_is_used() -> None:
    text = "Władze w Lublinie"
    assert decode(source("iso-8859-2"), text.encode("iso-8859-2")) == text


@pytest.mark.parametrize("stated", ["utf-8", "UTF8", "iso-8859-1", "us-ascii", "windows-1252"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_statements_that_are_often_wrong_give_way_to_the_bytes(stated: str, encoding: str) -> None:
    assert decode(source(stated), ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("data", "charset", "reason"),
    [
        (b"abcde", "utf-16", "is not in the encoding that it states, utf-16"),
        (b"abc", "klingon-8", 'states an unknown encoding, "klingon-8"'),
        (bytes(range(256)) * 20, None, "is no text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(0, 256, 3)) * 9, None, "is no text"),
        ("Der Müller und die Mühle: ".encode() * 9 + b"\xc3", None, "is UTF-8, but broken at byte"),
        (b"\xef\xbb\xbfabc\xff", None, "is not in the encoding that it states, utf-8: byte 3"),
        (bytes(range(0x80, 0x100)) * 4, None, "is in no encoding that can be told"),
    ],
)
def test_what_cannot_be_decoded_is_said(data: bytes, charset: str | None, reason: str) -> None:
    with pytest.raises(IntakeError) as caught:
        decode(source(charset), data)
    assert caught.value.name == "a.txt"
    assert reason in caught.value.reason


def test_an_unassigned_byte_of_windows_1252_is_kept_as_a_control() -> None:
    assert decode(source("windows-1252"), b"caf\xe9 \x81") == "café \x81"


def test_nuls_and_other_marks_are_kept() -> None:
    text = "Two\0 soldiers\t were \N{ZERO WIDTH JOINER}killed" + " on Tuesday, by the river" * 3
    assert decode(source(), text.encode()) == text


@given(st.text())
def test_text_in_utf_8_comes_back_but_for_line_ends(text: str) -> None:
    data = codecs.BOM_UTF8 + text.encode()
    assert decode(source(), data) == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary())
def test_any_bytes_are_text_or_an_intake_error(data: bytes) -> None:
    try:
        assert "\r" not in decode(source(), data)
    except IntakeError as error:
        assert error.reason  # noqa: PT017
