"""How far an event reaches: the clause of its trigger, told by the words that open another."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

from sayso.reading.clauses import has_finite_verb
from sayso.records.text import Span, Spans

Barrier = Literal[
    "fronted", "aside", "said before", "clause before", "opened before", "event before",
    "said after", "next clause", "opened after", "event after", "spoken of",
]  # fmt: skip

DROPPED: Final[Mapping[str, frozenset[Barrier]]] = {
    "actor": frozenset(
        ("fronted", "aside", "said after", "next clause", "opened after", "spoken of")
    ),
    "recipient": frozenset(("fronted", "aside", "said after", "next clause", "opened after")),
}
"""Barriers beyond which there is no such side."""

YIELDING: Final[Mapping[str, frozenset[Barrier]]] = {
    "actor": frozenset(("opened before", "clause before", "event before", "event after")),
    "recipient": frozenset(("opened before", "clause before", "event before", "event after")),
}
"""Barriers beyond which a side is one only as long as none is nearer: "the soldiers who had fired",
"they met and talked"."""

SIDES: Final = frozenset(DROPPED)

_OPENING = r"while|whereas|when|because|although|though|where|whose|who|whom|which|unless|if"
_OPENERS = re.compile(
    rf"\b(?:{_OPENING}|after|before|since|until|as|that|how|whether)\b", re.IGNORECASE
)
"""Words that may open a clause."""
_SURE_OPENERS = re.compile(rf"\b(?:{_OPENING})\b", re.IGNORECASE)
"""Words that open one whatever follows."""
_ASIDE = re.compile(r",? (?:who|which|whose|where|when)\b[^,;:—]*,|\([^)]*\)|, [^,;:—]{3,60},")
_FRONTED = re.compile(
    r"^\W*(?:(?P<sure>while|when|because|although|though|if|unless)|after|before|as|since|until)\b"
    r"(?P<clause>[^,;:—]*)",
    re.IGNORECASE,
)
_IN_ASIDE = re.compile(r", (?:who|which|whose|where|when)\b[^,;:—]*$")
_ITS_CLAUSE = re.compile(r"^,? (?:in |on |at )?(?:where|which)\b")
"""What makes a clause one about the place or time just named."""
_AGAIN = re.compile(r"[;:—]|, (?:and|but|or|so|yet|while) |\.\s")
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are|got)(?: \w+ly)? $", re.IGNORECASE)
_BUT_FEW = 2
_OF_IT = re.compile(
    r" (?:for |of |against |by |over |to |at |an? end to )?"
    r"(?:the|this|these|those|that|an?|any|all|each|recent|last|(?:[\w-]+ )?[\w-]+['’]s?) "
    r"(?:(?:[\w-]+ ){0,3})?",
    re.IGNORECASE,
)
"""What stands between a word for what somebody says and a noun for what it is said of."""


class Reach(NamedTuple):
    """A trigger in its sentence, what a source says around it if any, and the other triggers, those
    apart that only say something of something: "condemned"."""

    text: str
    sentence: Span
    trigger: Span
    contents: Spans | None
    others: Sequence[Span]
    tellings: Sequence[Span] = ()

    @property
    def content(self) -> Span | None:
        """The stretch of the content that the trigger is in."""
        at = self.trigger[0]
        return next((span for span in self.contents or () if span[0] <= at < span[1]), None)


def reached(reach: Reach, role: str, spans: Spans) -> Spans:
    """The spans of a role that are not in another clause, as far as that is plain."""
    between = {span: barrier(reach, span) for span in spans}
    if role not in SIDES:
        return tuple(span for span, found in between.items() if found is None)
    kept = tuple(span for span, found in between.items() if found not in DROPPED[role])
    near = tuple(span for span in kept if between[span] not in YIELDING[role])
    return _one_side(reach, near or kept) if role == "recipient" else near or kept


def _one_side(reach: Reach, spans: Spans) -> Spans:
    """What is done to somebody follows an active verb and precedes a passive one."""
    before = tuple(span for span in spans if span[1] <= reach.trigger[0])
    after = tuple(span for span in spans if span[0] >= reach.trigger[0])
    if not before or not after:
        return spans
    ahead = reach.text[reach.sentence[0] : reach.trigger[0]]
    return before if _PASSIVE.search(ahead) else after


def barrier(reach: Reach, span: Span) -> Barrier | None:
    """What plainly parts a span from the trigger, if anything."""
    text, sentence, trigger = reach.text, reach.sentence, reach.trigger
    if fronted := _fronted(text, sentence):
        inside = [fronted[0] <= at < fronted[1] for at in (span[0], trigger[0])]
        if inside[0] != inside[1]:
            return "fronted"
    if span[0] >= trigger[1]:
        return _after(reach, span)
    return _before(reach, span) if span[1] <= trigger[0] else None


def _after(reach: Reach, span: Span) -> Barrier | None:
    gap = reach.text[reach.trigger[1] : span[0]]
    if reach.content and span[0] >= reach.content[1]:
        return "said after"
    if _AGAIN.search(gap):
        return "next clause"
    if _opened(reach.text, reach.trigger[1], span, reach.sentence):
        return "opened after"
    return "event after" if _event_between(reach, reach.trigger[1], span[0]) else None


def _before(reach: Reach, span: Span) -> Barrier | None:
    if _spoken_of(reach, span):
        return "spoken of"
    text, first = reach.text, reach.sentence[0]
    gap = text[span[1] : reach.trigger[0]]
    if _IN_ASIDE.search(text[first : span[0]]) and "," in gap:
        return "aside"
    if reach.content and span[1] <= reach.content[0]:
        return "said before"
    gap = _ASIDE.sub(" ", _ITS_CLAUSE.sub(" ", gap))
    if _AGAIN.search(gap):
        return "clause before"
    if _OPENERS.search(gap):
        return "opened before"
    return "event before" if _event_between(reach, span[1], reach.trigger[0]) else None


def _spoken_of(reach: Reach, span: Span) -> bool:
    """Whether what stands before only speaks of the event: who "denounced the airstrikes" did not
    fly them."""
    return any(
        span[1] <= start
        and end <= reach.trigger[0]
        and _OF_IT.fullmatch(reach.text, end, reach.trigger[0])
        for start, end in reach.tellings
    )


def _event_between(reach: Reach, first: int, last: int) -> bool:
    """Whether another event is told in between, and not with the trigger: "killed and wounded"."""
    between = reach.text[first:last].split()
    together = len(between) <= _BUT_FEW and between[:1] == ["and"]
    return not together and any(first <= start and end <= last for start, end in reach.others)


def _opened(text: str, start: int, span: Span, sentence: Span) -> bool:
    """Whether a word after the trigger opens a clause that holds the span."""
    for opener in _OPENERS.finditer(text, start, span[0]):
        rest = text[opener.end() : min(sentence[1], span[1] + 40)]
        if _SURE_OPENERS.fullmatch(opener.group()) or has_finite_verb(rest.split()):
            return True
    return False


def _fronted(text: str, sentence: Span) -> Span | None:
    """The clause that a sentence begins with before its main one: "While they met, ..."."""
    found = _FRONTED.match(text[slice(*sentence)])
    if not found or not (found["sure"] or has_finite_verb(found["clause"].split())):
        return None
    return sentence[0], sentence[0] + found.end()
