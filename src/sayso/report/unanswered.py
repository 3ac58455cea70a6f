"""What nobody answers for but the outlet: its own sentences, and its clauses in shared ones."""

from msgspec import Struct

from sayso.reading.intervals import union
from sayso.reading.voice import own_clauses, reporting_frame
from sayso.records.reading import Analysis
from sayso.records.text import Spans
from sayso.report.paragraphs import paragraphs, sentences_of
from sayso.report.sources import attributions_of, words_of


class Unanswered(Struct, frozen=True, kw_only=True):
    """A sentence, or what is the outlet's own of it, on one line."""

    paragraph: int | None
    words: str


def unanswered(analysis: Analysis) -> tuple[Unanswered, ...]:
    """Give in text order what the outlet asserts itself."""
    shared = own_parts(analysis)
    found: list[Unanswered] = []
    for paragraph in paragraphs(analysis):
        for sentence in paragraph.sentences:
            whole = (sentence.start, sentence.end)
            parts = (whole,) if sentence.voice == "own" else shared.get(sentence.start)
            if parts:
                words = words_of(analysis.text, parts)
                before = "… " if parts[0][0] > sentence.start else ""
                after = " …" if parts[-1][1] < sentence.end else ""
                found.append(Unanswered(paragraph=paragraph.number, words=before + words + after))
    return tuple(found)


def own_parts(analysis: Analysis) -> dict[int, Spans]:
    """Give the outlet's own clauses of each mixed sentence, by where the sentence starts."""
    attributions = attributions_of(analysis)
    content = union(span for one in attributions for span in one.content)
    frame = reporting_frame(analysis.text, attributions)
    return {
        sentence.start: own_clauses(analysis.text, (sentence.start, sentence.end), content, frame)
        for sentence in sentences_of(analysis)
        if sentence.voice == "mixed"
    }
