import re

import pytest

from sayso.reading.sentences import sentences
from sayso.reading.voice import voices
from sayso.records.reading import Attribution
from sayso.records.text import Spans

_MARK = re.compile(r"[\[\]{}<>]")


def marked(line: str) -> tuple[str, tuple[Attribution, ...]]:
    """`{source}`, `<cue>` and `[content]` of one attribution; returns the bare text as well."""
    found: dict[str, list[tuple[int, int]]] = {"{": [], "<": [], "[": []}
    text, begin = "", 0
    for piece in re.split(r"([\[\]{}<>])", line):
        if piece in found:
            begin = len(text)
            kind = piece
        elif _MARK.fullmatch(piece):
            found[kind].append((begin, len(text)))
        else:
            text += piece
    parts: dict[str, Spans] = {key: tuple(value) for key, value in found.items()}
    if not any(parts.values()):
        return text, ()
    return text, (
        Attribution(
            id="a0",
            source=parts["{"],
            cue=parts["<"],
            content=parts["["],
            source_kind="unspecified",
            named=False,
            background=False,
            confidence=1.0,
        ),
    )


CASES = [
    ("own", "Gunmen burned the market in Mopti on Monday."),
    ("attributed", "{The governor} <said> [gunmen had burned the market]."),
    ("attributed", "[“We saw nothing,”] {the mayor} <told> reporters in Mopti on Tuesday."),
    ("attributed", "{He} <said> [so] on Tuesday in Mopti."),
    ("attributed", "{A colonel}, speaking on condition of anonymity, <said> [the base was empty]."),
    ("attributed", "MOPTI, Mali — {The army} <denied> [that it had fired]."),
    ("attributed", "[The dead were civilians], <according to> {two hospital officials}."),
    ("mixed", "{Velland}, which keeps two thousand troops in the valley, <condemned> [the raid]."),
    ("mixed", "{Velland, which keeps two thousand troops in the valley,} <condemned> [the raid]."),
    ("mixed", "{The militia} attacked three outposts and <claimed> [it had lost nobody]."),
    ("mixed", "[The dead were civilians], {he} <said>, but hospital lists showed uniforms."),
    ("mixed", "{The mayor} donated land to the militia and <said> [it would be returned]."),
    ("own", "{Doctors} <complained> as the trucks rolled into the old town."),
]


@pytest.mark.parametrize(("expected", "line"), CASES)
def test_voice_of_one_sentence(expected: str, line: str) -> None:
    text, attributions = marked(line)
    (sentence,) = voices(text, sentences(text), attributions)
    assert sentence.voice == expected


def test_headings_and_fragments_have_no_voice_unless_a_source_fills_them() -> None:
    text = "Blame in Mopti\nThe mayor listed three demands.\nrelease of all detainees"
    spans = sentences(text)
    assert [s.voice for s in voices(text, spans, ())] == ["none", "own", "none"]
    _, (item,) = marked("<listed> [demands]")
    start = text.index("release")
    listed = Attribution(
        id="a0",
        source=item.source,
        cue=(),
        content=((start, len(text)),),
        source_kind="unspecified",
        named=False,
        background=False,
        confidence=1.0,
    )
    assert [s.voice for s in voices(text, spans, (listed,))] == ["none", "own", "attributed"]


def test_content_that_runs_over_sentences_colours_each() -> None:
    text, attributions = marked(
        "{He} <said:> [“We left at noon. We took the wounded.] Then it rained."
    )
    assert [s.voice for s in voices(text, sentences(text), attributions)] == [
        "attributed",
        "attributed",
        "own",
    ]
