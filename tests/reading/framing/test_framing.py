import numpy as np

from sayso.reading.framing import framing
from sayso.reading.sentences import sentences
from sayso.reading.tagger.labels import TECHNIQUES
from sayso.records.reading import Attribution, Framing
from tests.reading.marking import SURE, blank, piece

TEXT = "The shameless raid was a farce. Guards called it a terror militia."


def found(*words: str, attributions: tuple[Attribution, ...] = ()) -> list[Framing]:
    marks = blank(TEXT)
    loaded = TECHNIQUES.index("Loaded_Language")
    for word in words:
        marks.framing[piece(TEXT, word), loaded] = np.float16(SURE)
    return list(framing(TEXT, marks, sentences(TEXT), attributions))


def test_marked_pieces_make_a_stretch_in_the_outlets_voice() -> None:
    (first, *_) = found("shameless", "raid")
    assert TEXT[first.start : first.end] == "shameless raid"
    assert (first.technique, first.voice, first.attribution) == ("Loaded_Language", "own", None)


def test_contested_labels_are_marked_without_the_network() -> None:
    (label,) = found()
    assert TEXT[label.start : label.end].startswith("terror militia")


def test_a_sources_words_are_the_sources() -> None:
    start = TEXT.index("a terror")
    said = Attribution(
        id="a0", source=(), cue=(), content=((start, len(TEXT) - 1),), source_kind="unspecified",
        named=False, background=False, confidence=0.9,
    )  # fmt: skip
    (label,) = found(attributions=(said,))
    assert (label.voice, label.attribution) == ("attributed", "a0")


def test_no_stretch_runs_on_into_the_next_sentence() -> None:
    spans = [(each.start, each.end) for each in found("farce", "Guards")]
    assert [TEXT[a:b] for a, b in spans][:2] == ["farce", "Guards"]
