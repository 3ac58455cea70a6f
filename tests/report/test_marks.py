from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records.reading import Attribution, Sentence
from sayso.report.marks import MarkedParagraph, marked
from sayso.report.sources import sources
from sayso.report.words import harmless
from tests.build import analysis

TEXT = "Alpha beta gamma. Delta epsilon zeta. Eta theta iota."
SPAN = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).map(tuple)
SPANS = st.lists(SPAN, max_size=3).map(tuple)


def shown(found: tuple[MarkedParagraph, ...]) -> str:
    return "".join(
        sentence.before + "".join(piece.text for piece in sentence.pieces)
        for paragraph in found
        for sentence in paragraph.sentences
    )


def test_pieces_of_a_nested_saying() -> None:
    article = analysis("[1s A] [1c said] [1t [2s B] [2c said] [2t no]].")
    ((paragraph),) = marked(article, sources(article))
    pieces = [
        (piece.text, piece.source, piece.cue, piece.content, piece.notes)
        for piece in paragraph.sentences[0].pieces
    ]
    assert pieces == [
        ("A", (1,), (), (), (1,)),
        (" ", (), (), (), ()),
        ("said", (), (1,), (), ()),
        (" ", (), (), (), ()),
        ("B", (2,), (), (1,), (2,)),
        (" ", (), (), (1,), ()),
        ("said", (), (2,), (1,), ()),
        (" ", (), (), (1,), ()),
        ("no", (), (), (1, 2), ()),
        (".", (), (), (), ()),
    ]


def test_content_runs_over_sentences_and_paragraphs() -> None:
    article = analysis("[1s A] [1c said] [1t no. Never.\n\nNot ever.]")
    found = marked(article, sources(article))
    last = found[1].sentences[0]
    assert [piece.content for piece in last.pieces] == [(1,)]
    assert shown(found) == article.text.replace("\n\n", "")


def test_a_saying_without_source_is_noted_at_its_cue() -> None:
    article = analysis("It is [1c feared] [1t that it falls].")
    (paragraph,) = marked(article, sources(article))
    assert [piece.notes for piece in paragraph.sentences[0].pieces if piece.cue] == [(0,)]


@settings(max_examples=50)
@given(st.lists(st.tuples(SPANS, SPANS, SPANS), max_size=5))
def test_no_spans_lose_or_repeat_text(
    parts: list[tuple[tuple[tuple[int, int], ...], ...]],
) -> None:
    attributions = tuple(
        Attribution(
            id=f"a{number}",
            source=source,
            cue=cue,
            content=content,
            source_kind="unnamed_group",
            named=False,
            background=False,
            confidence=0.5,
        )
        for number, (source, cue, content) in enumerate(parts)
    )
    article = analysis(TEXT, attributions=attributions)
    assert shown(marked(article, sources(article))) == TEXT


@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1))
def test_any_text_is_shown_harmless(text: str) -> None:
    sentence = Sentence(start=0, end=len(text), voice="own")
    article = analysis("", text=text, sentences=(sentence,))
    assert shown(marked(article, ())) == harmless(text)
