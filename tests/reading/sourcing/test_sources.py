import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.sourcing import source_kinds
from sayso.records.reading import Attribution
from sayso.records.text import Spans


def marked(line: str) -> tuple[str, tuple[Attribution, ...]]:
    """`{source}`, `<cue>` and `[content]`; each cue begins or completes one attribution.

    An attribution takes the source nearest to its cue and every content up to the next cue.
    """
    text, found, open_at = "", list[tuple[str, int, int]](), 0
    for piece in re.split(r"([\[\]{}<>])", line):
        if piece in "[{<" and piece:
            open_at = len(text)
        elif piece in "]}>" and piece:
            found.append((piece, open_at, len(text)))
        else:
            text += piece
    cues = [(start, end) for kind, start, end in found if kind == ">"]
    sources = [(start, end) for kind, start, end in found if kind == "}"]
    contents = [(start, end) for kind, start, end in found if kind == "]"]
    return text, tuple(
        attribution(
            f"a{index}",
            source=tuple(s for s in sources if _nearest(s, cues) == index),
            cue=(cue,),
            content=tuple(c for c in contents if _nearest(c, cues) == index),
        )
        for index, cue in enumerate(cues)
    )


def _nearest(span: tuple[int, int], cues: list[tuple[int, int]]) -> int:
    gaps = [max(cue[0] - span[1], span[0] - cue[1]) for cue in cues]
    return gaps.index(min(gaps))


def attribution(name: str, *, source: Spans, cue: Spans, content: Spans) -> Attribution:
    return Attribution(
        id=name,
        source=source,
        cue=cue,
        content=content,
        source_kind="unspecified",
        named=False,
        background=False,
        confidence=1.0,
    )


def last(line: str, *, title: str | None = None) -> Attribution:
    text, items = marked(line)
    return source_kinds(text, items, title=title)[-1]


KINDS = [
    ("named_person", True, "{Omar Tal} <said> [it was over]."),
    ("named_person", True, "{Army spokesman Omar Tal} <said> [it was over]."),
    ("named_person", True, "{the president} <said> [it was over]."),
    ("named_person", True, "{NATO's secretary general} <said> [it was over]."),
    ("named_person", True, "{a River Guard officer, Omar Tal,} <said> [it was over]."),
    ("named_organisation", True, "{The Defence Ministry} <said> [it was over]."),
    ("named_organisation", True, "{Iran} <said> [it was over]."),
    ("named_organisation", True, "{the campaign} <said> [it was over]."),
    ("named_organisation", True, "{the militia} <claimed> [it was over]."),
    ("named_organisation", True, "{The United Nations} <said> [it was over]."),
    ("named_organisation", True, "{WHO} <said> [it was over]."),
    ("named_organisation", True, "{Bank of Velland} <said> [it was over]."),
    ("unnamed_person", False, "{A WHO spokesman} <said> [it was over]."),
    ("unnamed_person", False, "{A spokesman for the army} <said> [it was over]."),
    ("unnamed_person", False, "{one resident} <said> [it was over]."),
    ("unnamed_person", False, "{QUESTION} <:> [Is it over?]"),
    ("unnamed_group", False, "{Two officials} <said> [it was over]."),
    ("unnamed_group", False, "{Western and regional sources} <said> [it was over]."),
    ("unnamed_group", False, "{Hundreds of villagers} <said> [it was over]."),
    ("unnamed_group", False, "{62 percent of voters} <said> [it was over]."),
    ("unnamed_group", False, "{many} <believe> [it was over]."),
    ("document", False, "{a recent study} <found> [it was over]."),
    ("unnamed_group", False, "{Gao defence and Interior Ministry officials} <said> [no]."),
    ("unnamed_group", False, "{Subcontractors} <said> [it was over]."),
    ("document", True, "{a Velland Institute study} <found> [it was over]."),
    ("document", False, "{Regional intelligence reports} <indicate> [it was over]."),
    ("media", True, "{The Gao Tribune} <reported> [it was over]."),
    ("media", True, "{Reuters} <reported> [it was over]."),
    ("media", False, "{local media} <reported> [it was over]."),
    ("unspecified", False, "[The colonel] <is accused of> [theft]."),
    ("unspecified", False, "<It is believed> [that it was over]."),
    ("unspecified", False, "[He] <reportedly> [left]."),
]


@pytest.mark.parametrize(("kind", "named", "line"), KINDS, ids=[line for _, _, line in KINDS])
def test_kind_of_a_source_by_itself(kind: str, *, named: bool, line: str) -> None:
    found = last(line)
    assert (found.source_kind, found.named) == (kind, named)


RESOLVED = [
    ("Omar Tal", "{General Omar Tal} <said> [it was over]. {He} <added> [nothing]."),
    (
        "Omar Tal",
        "General Omar Tal came back. Reporters waited. {The general} <said> [it was over].",
    ),
    ("Omar Tal", "{Omar Tal, the army spokesman,} <said> [no]. {The spokesman} <added> [nothing]."),
    ("Omar Tal", "General Omar Tal met the mayor. {Tal} <said> [it was over]."),
    ("Anna Bel", "Anna Bel met Omar Tal in Gao. {She} <said> [it was over]."),
    ("Omar Tal", "{Omar Tal} <said> [it was over] and <threatened> [to return]."),
    ("River Guard", "{The River Guard} <said> [it had left]. {It} <denied> [looting]."),
    ("River Guard", "The River Guard (RG) is armed. {The RG} <said> [it had left]."),
    ("Dune Group", "{Dune Group} <said> [it had left]. {The company} <denied> [looting]."),
]


@pytest.mark.parametrize(("name", "line"), RESOLVED, ids=[line for _, line in RESOLVED])
def test_a_short_source_is_resolved_to_its_name(name: str, line: str) -> None:
    found = last(line)
    assert found.source_entity == name
    assert found.named


def test_whoever_is_spoken_of_is_not_the_speaker() -> None:
    found = last("Omar Tal entered Gao. [“Karim Sarr will fall,”] {he} <said>.")
    assert found.source_entity == "Omar Tal"


def test_a_pronoun_for_somebody_unnamed_stays_unnamed() -> None:
    found = last("{A nurse in Gao} <said> [it was over]. {She} <added> [nothing].")
    assert (found.source_kind, found.named) == ("unnamed_person", False)
    assert found.source_entity == "nurse"


BACKGROUND = [
    "{A colonel}, speaking on condition of anonymity, <said> [it was over].",
    "{Officials} <said> on background [that it was over].",
    "{An aide}, who was not authorized to speak publicly, <said> [it was over].",
    "{Two diplomats} <said> [it was over]. They asked not to be named.",
    "Privately, {some officers} <admit> [it is over].",
]


@pytest.mark.parametrize("line", BACKGROUND)
def test_background_is_what_the_text_says(line: str) -> None:
    assert last(line).background


@pytest.mark.parametrize(
    "line",
    [
        "{A senior official} <said> [it was over].",
        "{A colonel} <said> [that others spoke on condition of anonymity].",
        "{Omar Tal} <said> [it was over]. Karim Sarr asked not to be named.",
    ],
)
def test_background_is_not_guessed(line: str) -> None:
    assert not last(line).background


def test_background_holds_for_the_sources_other_mentions() -> None:
    text, items = marked(
        "{The colonel} <said> [it was over]. Nobody else spoke.\n\n"
        "{The colonel}, who asked for anonymity, <added> [nothing]."
    )
    assert [item.background for item in source_kinds(text, items, title=None)] == [True, True]


def test_order_ids_and_spans_are_kept() -> None:
    text, items = marked("{Tal} <said> [no]. {Bel} <said> [yes].")
    found = source_kinds(text, items[::-1], title=None)
    assert [item.id for item in found] == ["a1", "a0"]
    assert [item.source for item in found] == [item.source for item in items[::-1]]


@given(st.text(alphabet=st.sampled_from("Aa bThe.,he \n'’“")), st.data())
def test_any_text_and_spans_give_a_kind(text: str, data: st.DataObject) -> None:
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda pair: ((min(pair), max(pair)),)
    )
    parts = data.draw(st.tuples(spans, spans, spans))
    item = attribution("a", source=parts[0], cue=parts[1], content=parts[2])
    found = source_kinds(text, [item, attribution("b", source=(), cue=(), content=())], title=None)
    assert [one.id for one in found] == ["a", "b"]


@pytest.mark.parametrize("words", ["Omar Tal and ", "he ", "of ", "Ministry of ", "A"])
def test_time_is_linear_on_hostile_text(words: str) -> None:
    text = words * 5000
    item = attribution("a", source=((0, len(text)),), cue=(), content=())
    begin = time.process_time()
    source_kinds(text, [item], title=None)
    assert time.process_time() - begin < 3


SHARED = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[4] / "shared"))


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the shared corpora")
def test_kinds_on_the_labels_do_not_fall_back() -> None:
    measure = pytest.importorskip("training.measure_sources")
    figures = measure.figures("conflict", held=False, shared=SHARED)
    assert figures.kind >= 0.95
    assert figures.named >= 0.96
