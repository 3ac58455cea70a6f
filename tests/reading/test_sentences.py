import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.sentences import is_fragment, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


# "|" marks the sentence breaks.
CASES = [
    ("plain", "The convoy left Gao.| It reached Kidal at dawn."),
    ("country initials before a name", "He met U.S. Army officers in Mopti.| They left."),
    ("country initials at the end", "She flew to the U.S.| The talks failed."),
    ("ranks", "Lt. Col. Issa Karu and Gen. Omar Tal spoke.| Sen. Dell did not."),
    ("number sign", "Battalion No. 4 withdrew.| No. 7 stayed."),
    ("the answer no", "He said no.| They left."),
    ("clock", "The blast came at 6 a.m. on Friday.| Another came at 9 p.m.| The area was sealed."),
    ("initials", "J. R. Adeko, the mayor, fled.| Moussa K. Diarra stayed."),
    ("initial A", "Juma A. Kori spoke."),
    ("decimal", "Prices rose 3.5 percent.| Fuel cost 1.20 dollars."),
    ("ellipsis inside", "We went ... and we came back.| Then ... nothing."),
    ("ellipsis at the end", "He waited ...| Then he left."),
    ("quote closes after the stop", "“We held the bridge.”| The army denied it."),
    ("quoted question before the speaker", "“Why now?” Colonel Sarra asked.| Nobody knew."),
    ("quoted question in lower case", "“Why now?” asked the colonel.| Nobody knew."),
    ("dateline", "MOPTI, Mali — Gunmen burned a market on Monday.| Nine people died."),
    ("saint", "The clinic on St. Mary Road closed.| It had no fuel."),
    ("company", "Dune Corp. Chief Ana Bel resigned.| Shares fell."),
    ("month", "It began on Feb. 3 in Taiz.| It ended in Sept.| The dead were not named."),
    ("Arabic article", "The city fell.| al-Ansar fighters entered it."),
    ("lost space", "He resigned.|The council met.| It was short."),
    ("question and exclamation", "Who fired?| Nobody says!| Not yet."),
    ("address", "See www.example.org for details.| Write to a.b@example.org today."),
    ("Arabic question mark", "من فعل ذلك؟| لا أحد."),
    ("Chinese stop", "他走了。|我们留下。"),
    ("spaced ellipsis", "He left . . . and returned.| All were safe."),
    ("footnote", "The dam broke.[3]| Villages flooded."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "marked"), CASES, ids=[name for name, _ in CASES])
def test_splits_where_a_reader_would(name: str, marked: str) -> None:
    wanted = [part.strip() for part in marked.split("|")]
    assert split(marked.replace("|", "")) == wanted, name


def test_the_bracketed_sentence_stays_with_its_own() -> None:
    assert split("They fled. (Some returned.) Others died.") == [
        "They fled.",
        "(Some returned.)",
        "Others died.",
    ]


def test_paragraphs_always_split() -> None:
    text = "Fighting in the north\nThe army said\n\nit had left.\r\n• a first point\r\n• a second"
    assert split(text) == [
        "Fighting in the north",
        "The army said",
        "it had left.",
        "• a first point",
        "• a second",
    ]


def test_hard_wrapped_lines_do_not_split() -> None:
    line = "The northern command reported that its outposts along the river had\n"
    wrapped = line + "come under mortar fire for a third night and that two bridges near\n"
    wrapped += "the old customs house were closed to traffic until further notice by\n"
    wrapped += "the governor.  Nobody was hurt.\n\nElsewhere it was quiet."
    assert [part[:12] for part in split(wrapped)] == [
        "The northern",
        "Nobody was h",
        "Elsewhere it",
    ]


def test_no_sentence_at_all() -> None:
    assert split("") == []
    assert split(" \n\t\n ") == []
    assert split("no stop here") == ["no stop here"]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 20_000,
        "A. " * 30_000,
        "." * 300_000,
        '"' * 300_000,
        " " * 300_000 + ".",
        ". “" * 60_000,
        "- " * 100_000,
        "x\n" * 60_000,
    ],
    ids=["one sentence", "initials", "stops", "quotes", "spaces", "openers", "dashes", "lines"],
)
def test_time_is_linear_on_hostile_text(text: str) -> None:
    begin = time.process_time()
    sentences(text)
    assert time.process_time() - begin < 2


@given(st.text(alphabet=st.sampled_from("aA1. \n\"'”!?…()-•“U.S.Gen")))
def test_spans_cover_everything_once_and_in_order(text: str) -> None:
    spans = sentences(text)
    covered = [index for start, end in spans for index in range(start, end)]
    assert covered == sorted(set(covered))
    inside = set(covered)
    assert all(text[i].isspace() for i in range(len(text)) if i not in inside)
    assert all(text[start:end] == text[start:end].strip() and start < end for start, end in spans)


FRAGMENTS = [
    ("Escalation in the River Belt", True),
    ("Rebels seize two crossings near Gao", True),
    ("By Awa Deme", True),
    ("June 6, 2019", True),
    ("***", True),
    ("Rebels seized two crossings.", False),
    ("“We will not leave”, he said", True),
    ("• the army has left the two crossings", False),
    ("• two crossings", True),
]


@pytest.mark.parametrize(("line", "expected"), FRAGMENTS)
def test_fragments_are_recognised_on_a_line_of_their_own(line: str, *, expected: bool) -> None:
    text = f"The council met on Monday.\n{line}\nNobody came to the second session."
    assert is_fragment(text, sentences(text)[1]) is expected


def test_a_fragment_inside_a_paragraph_lacks_a_finite_verb() -> None:
    run_on = "He left. No word since"
    assert is_fragment(run_on, sentences(run_on)[1])
    spoken = "He left. The council has met, as agreed"
    assert not is_fragment(spoken, sentences(spoken)[1])
