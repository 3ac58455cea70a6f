import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.framing.contested import contested, labels

TECHNIQUES = {
    "Appeal_to_Authority", "Appeal_to_fear-prejudice", "Bandwagon,Reductio_ad_hitlerum",
    "Black-and-White_Fallacy", "Causal_Oversimplification", "Doubt", "Exaggeration,Minimisation",
    "Flag-Waving", "Loaded_Language", "Name_Calling,Labeling", "Repetition", "Slogans",
    "Thought-terminating_Cliches", "Whataboutism,Straw_Men,Red_Herring",
}  # fmt: skip


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in labels(text)]


def test_the_list_is_whole() -> None:
    entries = contested()
    assert len(entries) >= 60
    assert len({entry.word for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.technique in TECHNIQUES, entry.word
        assert entry.forms, entry.word
        for said in (entry.dispute, entry.guides):
            assert said.endswith("."), entry.word
            assert '"' not in said, "in our own words: no quotation"
        assert entry.plain, entry.word


def test_no_form_stands_twice() -> None:
    forms = [form for entry in contested() for form in entry.forms]
    assert sorted(forms) == sorted(set(forms))


def test_techniques_are_those_of_the_corpus(shared: Path) -> None:
    with gzip.open(shared / "corpora/ptc.train.jsonl.gz", "rt", encoding="utf-8") as lines:
        named = {item["technique"] for line in lines for item in json.loads(line)["framing"]}
    assert named == TECHNIQUES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The terror militias of the Harbour Guard fled.", ["terror militias"]),
        ("Terrorists fired on Basra.", ["Terrorists"]),
        ("The army neutralised nine men.", ["neutralised"]),
        ("Forces eliminated two senior commanders.", ["eliminated two senior commanders"]),
        ("Nine fighters were eliminated.", ["fighters were eliminated"]),
        ("The regime’s troops left.", ["regime"]),
        ("It wages a defensive war.", ["defensive war"]),
        ("The so-called ministry closed.", ["so-called"]),
        ("They hold the occupied\nterritories.", ["occupied\nterritories"]),
        ("Iranian-backed terror goes on.", ["Iranian-backed terror"]),
        ("A wave of illegal migrants came.", ["wave of illegal migrants"]),
        ("A surgical strike with collateral damage.", ["surgical strike", "collateral damage"]),
        ("It was called a special military operation.", ["special military operation"]),
        ("The Zionist entity was named.", ["Zionist entity"]),
        ("Its puppet government fell.", ["puppet government"]),
        ("Illegal aliens were held.", ["Illegal aliens"]),
        ("He is a freedom fighter.", ["freedom fighter"]),
        ("Their martyrs were buried.", ["martyrs"]),
        ("Terrorists Shell Port of Basra", ["Terrorists"]),
        ("TERRORISTS SHELL PORT OF BASRA", ["TERRORISTS"]),
    ],
)
def test_a_label_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Terrorism Prevention Act was passed.",
        "The Prevention of Terrorist Acts Bill failed.",
        "A Terrorist Offences Court sat.",
        "It is a counter-terrorist unit.",
        "Counterterrorism police came.",
        "anti-terrorist police came.",
        'The word "terrorist" is avoided.',
        "The term terrorist is disputed.",
        "the label of “terrorist” stuck",
        "The group is designated as a terrorist organisation.",
        "Its terrorist designation was lifted.",
        "the listing as a terrorist group ended",
        "Jenin Martyrs Brigade said so.",
        "They met in Martyrs' Square.",
        "The Martyrs Foundation paid.",
        "the sanctions regime lapsed",
        "a regime of sanctions",
        "It eliminated poverty, and the team was eliminated.",
        "They neutralised the mine.",
        "Nations talked in the disputed vote.",
        "The vote by proxy failed; proxy votes count.",
        "He was accused of war crimes.",
        "It was a diplomatic coup.",
        "riot police came with riot shields",
        "The Genocide Convention applies.",
        "the coup de grace of the flash mob",
    ],
)
def test_names_law_and_talk_of_a_word_are_none(text: str) -> None:
    assert [one for one in found(text) if one != "coup"] == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He denied a "defensive war" again.', True),
        ("He denied a “defensive war,” again.", True),
        ("It is a ‘regime’.", True),
        ("It is a regime.", False),
        ('He said "it is a regime of fear".', False),
    ],
)
def test_quotation_marks_around_a_label(text: str, *, quoted: bool) -> None:
    (label,) = labels(text)
    assert label.quoted is quoted


WORDS = st.sampled_from(
    ["terrorist", "the word", '"', "Act", "regime", "terror", "group", ".", "-"]
)


@given(st.lists(WORDS | st.text(max_size=3), max_size=30).map(" ".join))
def test_any_text_gives_spans_in_order(text: str) -> None:
    last = 0
    for label in labels(text):
        assert last <= label.start < label.end <= len(text)
        last = label.end
