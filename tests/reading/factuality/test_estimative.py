import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.factuality.estimative import estimates, meaning, terms


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], meaning(one.wording)) for one in estimates(text)]


def test_the_directive_s_table() -> None:
    assert [(term.name, term.synonym, term.least, term.most) for term in terms()] == [
        ("almost no chance", "remote", 1, 5),
        ("very unlikely", "highly improbable", 5, 20),
        ("unlikely", "improbable", 20, 45),
        ("roughly even chance", "roughly even odds", 45, 55),
        ("likely", "probable", 55, 80),
        ("very likely", "highly probable", 80, 95),
        ("almost certain", "nearly certain", 95, 99),
    ]


POSSIBLE = "only that it is possible; no likelihood is given"
SOUND = "how well founded the judgement is, not how likely the event"


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("There is [almost no chance] of a truce.", "almost no chance, 1–5 % (ICD 203)"),
        ("The [chance is remote].", "almost no chance, 1–5 % (ICD 203)"),
        ("A truce is [very unlikely].", "very unlikely, 5–20 % (ICD 203)"),
        ("A truce is [unlikely].", "unlikely, 20–45 % (ICD 203)"),
        ("It has a [roughly even chance].", "roughly even chance, 45–55 % (ICD 203)"),
        ("They will [probably] leave.", "likely, 55–80 % (ICD 203)"),
        ("It is [very likely].", "very likely, 80–95 % (ICD 203)"),
        ("They [almost certainly] left.", "almost certain, 95–99 % (ICD 203)"),
        ("It is [highly likely].", "nearest in ICD 203: very likely, 80–95 %"),
        ("It is [not likely].", "nearest in ICD 203: unlikely, 20–45 %"),
        ("It [isn’t likely].", "nearest in ICD 203: unlikely, 20–45 %"),
        ("We [cannot rule out] a raid.", "nearest in ICD 203: unlikely, 20–45 %"),
        ("A raid [can't be ruled out].", "nearest in ICD 203: unlikely, 20–45 %"),
        ("He [did not rule out] talks.", "nearest in ICD 203: unlikely, 20–45 %"),
        ("It is [more likely than not].", "nearest in ICD 203: likely, 55–80 %"),
        ("It is a [fifty-fifty] matter.", "nearest in ICD 203: roughly even chance, 45–55 %"),
        ("There is [little doubt] that it fell.", "nearest in ICD 203: very likely, 80–95 %"),
        ("War is [all but inevitable].", "nearest in ICD 203: almost certain, 95–99 %"),
        ("It [may] have fallen.", POSSIBLE),
        ("Raids [could well] follow.", POSSIBLE),
        ("[Perhaps] it fell.", POSSIBLE),
        ("They judge [with high confidence] so.", SOUND),
    ],
)
def test_phrases(marked: str, said: str) -> None:
    phrase = marked.partition("[")[2].partition("]")[0]
    assert found(marked.replace("[", "").replace("]", "")) == [(phrase, said)]


@pytest.mark.parametrize(
    "text",
    [
        "A remote village was shelled.",
        "In May the army left; May 5 was calm.",
        "The might of the army was shown, military might.",
        "They left on 4 May; in May 2020 they could see it, and could not move.",
        "Likely voters were asked.",
        "How likely is it?",
        "It is more likely.",
        "as soon as possible",
        "Certain groups left.",
        "It was beyond the river.",
    ],
)
def test_words_that_estimate_nothing(text: str) -> None:
    assert found(text) == []


def test_a_part_of_a_text_keeps_the_text_s_offsets() -> None:
    text = "Perhaps. It is likely. Perhaps."
    (one,) = estimates(text, 9, 22)
    assert text[one.start : one.end] == "likely"


WORDS = st.sampled_from(
    ["likely", "very", "not", "cannot", "rule", "out", "may", "be", "more", ".", "\n"]
)


@given(st.lists(WORDS | st.text(max_size=3), max_size=30).map(" ".join))
def test_any_text_gives_spans_in_order(text: str) -> None:
    last = 0
    for one in estimates(text):
        assert last <= one.start < one.end <= len(text)
        last = one.end
