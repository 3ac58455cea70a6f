import msgspec
import pytest

from sayso.intake import language
from sayso.records.text import Document

FRENCH = "Les autorités de Mopti ont déclaré mardi que deux soldats avaient été tués."
PERSIAN = "سخنگوی جبهه دریاچه هرگونه دخالت در حمله به بازار را رد کرد."
GERMAN = (
    "Nach Angaben der Polizei in Basra wurden am Dienstag zwei Soldaten bei einem Überfall in der "
    "Nähe der alten Brücke getötet, und ein Sprecher der Seefront wies jede Beteiligung an dem "
    "Angriff zurück, von dem die Stadt seit Tagen gesprochen hatte."
)
ENGLISH = (
    "Two soldiers were killed in an ambush near the old bridge on Tuesday, the provincial council "
    "said, and a spokesman for the Lake Front denied that the group had anything to do with it."
)
DOCUMENT = Document(id="a.txt", text="", sha256="", language="en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        ("Police said two men died.", "en"),
        ("Hawaii, as one of Mr.", "en"),
        (FRENCH, "fr"),
        (GERMAN, "de"),
        (PERSIAN, "fa"),
        ("当地官员周二表示两名士兵在伏击中丧生。", "zh"),
        ("1,234 567 - 89", None),
        ("yajna", None),
        ("", None),
    ],
)
def test_the_language_is_identified_or_unknown(text: str, code: str | None) -> None:
    assert language.identify(text) == code


def test_plain_english_never_asks_the_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_rank", lambda: pytest.fail("asked"))
    assert language.identify(ENGLISH) == "en"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", None),
        (None, None),
        ("fr", "a.txt is in French (fr); sayso reads English only, and says nothing of this text"),
        ("xx", 'a.txt is in the language with the code "xx"; sayso reads English only'),
    ],
)
def test_an_unsupported_language_is_said(code: str | None, said: str | None) -> None:
    found = language.unsupported(msgspec.structs.replace(DOCUMENT, language=code))
    assert found == said or (said and found and found.startswith(said))
