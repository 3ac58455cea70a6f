"""What a document says, clause by clause, each with whoever it is that says it.

Reading marks statements, and pieces of one where a source or a cue stands in between. Here the
pieces of one sentence are joined again, sentences are cut where one claim ends and the next begins,
and a source that reading left in the outlet's own clause is taken out of it.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from sayso.desk.claims.cues import is_denial, is_silence
from sayso.desk.claims.cutting import cut
from sayso.desk.claims.lists import pattern
from sayso.desk.claims.negation import is_plain
from sayso.desk.claims.nested import nested, rebutted
from sayso.desk.claims.stretches import stretches
from sayso.desk.claims.tags import SURE
from sayso.desk.claims.words import listed, stem, tokens
from sayso.reading.clauses import has_finite_verb, words_of
from sayso.records.reading import Analysis, Attribution, Statement
from sayso.records.text import Span
from sayso.records.vocabulary import Factuality

_MOST = 0.7
"""Share of a statement from which what reading says of its factuality holds for a clause of it."""


class Clause(Struct, frozen=True, kw_only=True):
    """One thing said: `text[start:end]`, by the outlet itself where `attribution` is None.

    `sentence` is its sentence's place in the document, `factuality` reading's.
    """

    start: int
    end: int
    sentence: int
    factuality: Factuality
    confidence: float
    attribution: Attribution | None = None


def clauses(analysis: Analysis) -> tuple[Clause, ...]:
    """Give the clauses of a document in text order."""
    text = analysis.text
    sure = [each for each in analysis.attributions or () if _counts(text, each)]
    stated = analysis.statements or ()
    found: list[Clause] = []
    for number, sentence in enumerate(analysis.sentences or ()):
        if sentence.voice == "none":
            continue
        for span, item in stretches(text, sentence, sure):
            if item and is_silence(text, item):
                continue
            for start, end in cut(text, *span):
                if pattern("cutting", "silence").search(text, start, end):
                    continue
                told, teller = nested(text, (start, end), item)
                denial = rebutted(text, told, teller)
                if denial:
                    ((begin, told_end),) = denial.source
                    denied = _clause(text, stated, (begin, told[1]), number, denial)
                    found.append(replace(denied, factuality="CT-"))
                    told = (told[0], told_end)
                found.append(_clause(text, stated, told, number, teller))
    return tuple(found)


def _counts(text: str, item: Attribution) -> bool:
    """Whether an attribution points to somebody who says something, with some certainty."""
    if not item.source or item.confidence < SURE:
        return False
    cue = [stem(token.word) for span in item.cue for token in tokens(text, *span)]
    content = [match.group() for span in item.content for match in words_of(text, *span)]
    return has_finite_verb(content) or not listed("saying").isdisjoint(cue)


def _clause(
    text: str, stated: Sequence[Statement], span: Span, number: int, item: Attribution | None
) -> Clause:
    """A clause with the factuality of the statement that it is a part of; a negation or a doubt in
    one part of a statement is not every part's, so that only one that is most of it has those."""
    own = item.id if item else None
    like = max(
        (s for s in stated if s.attribution == own and _shared(span, s.content)),
        key=lambda s: _shared(span, s.content),
        default=None,
    )
    part = like and _shared(span, like.content) < _MOST * (like.content[1] - like.content[0])
    factuality = like.factuality if like and not part else "CT+"
    denied = is_denial(text, item) or is_plain(text[slice(*span)])
    return Clause(
        start=span[0],
        end=span[1],
        sentence=number,
        factuality="CT-" if factuality == "Uu" and denied else factuality,
        confidence=like.confidence if like else SURE,
        attribution=item,
    )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
