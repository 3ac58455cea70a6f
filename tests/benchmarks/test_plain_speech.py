import pytest

from benchmarks.gold import Attribution, Marked
from benchmarks.plain_speech import figures, is_plain_speech, quotations


@pytest.mark.parametrize(
    ("cue", "plain"),
    [
        ("said", True),
        ("Said:", True),
        ("has also said", True),
        ("according to", True),
        ("told", True),
        ("said in a statement", True),
        ("added on Friday", True),
        ("added a note of", False),
        ("did not say", False),
        ("isn’t saying", False),
        ("claimed", False),
        ("according", False),
        ("", False),
    ],
)
def test_plain_speech_only_says_that_somebody_spoke(cue: str, *, plain: bool) -> None:
    assert is_plain_speech(cue) is plain


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("none", []),
        ('a "b" c', ['"b"']),
        ("“a ‘b’” and “c”", ["“a ‘b’”", "“c”"]),
        ("“a goes on\n“and ends,” he said", ["“a goes on", "“and ends,”"]),
        ('"open\nnew "b"', ['"open', '"b"']),
    ],
)
def test_quotations_end_with_their_paragraph(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


def test_recall_is_over_plain_speech_with_a_source() -> None:
    text = '"Go," Rana said. Adel said no. Some claimed yes. It was said. '
    gold = Marked(
        id="d",
        text=text,
        attributions=(
            Attribution(source=((6, 10),), cue=((11, 15),), content=((0, 5),)),
            Attribution(source=((17, 21),), cue=((22, 26),), content=((27, 29),)),
            Attribution(source=((31, 35),), cue=((36, 43),), content=((44, 47),)),
            Attribution(cue=((56, 60),), content=((49, 51),)),
        ),
    )
    system = Marked(id="d", attributions=gold.attributions[:1])
    assert [(figure.value, figure.detail) for figure in figures([(gold, system)])] == [
        (1.0, "of 1"),
        (0.5, "of 2"),
    ]
