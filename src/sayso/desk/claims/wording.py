"""How a clause reads on its own, as the words of a claim."""

from sayso.desk.claims.clauses import Clause
from sayso.desk.claims.cues import is_accusation
from sayso.records.text import Span


def accused_from(text: str, clause: Clause) -> int:
    """Where a clause begins to speak of what is claimed: behind "Noor accused", else its start."""
    item = clause.attribution
    if item is None or not is_accusation(text, item):
        return clause.start
    return max((end for _, end in item.cue if end <= clause.end), default=clause.start)


def whole(text: str, clause: Clause) -> bool:
    """Whether a clause can stand alone: "of attacking it" needs who accused whom before it."""
    return _span(text, clause)[0] >= clause.start


def worded(text: str, clause: Clause) -> str:
    """The words of a clause; with its accuser and the verb where it is no sentence without."""
    start, end = _span(text, clause)
    return " ".join(text[start:end].split())


def _span(text: str, clause: Clause) -> Span:
    item = clause.attribution
    if item is None or not is_accusation(text, item):
        return clause.start, clause.end
    before = [span for span in (*item.source, *item.cue) if span[1] <= clause.start]
    if not before:
        return clause.start, clause.end
    return min(start for start, _ in before), clause.end
