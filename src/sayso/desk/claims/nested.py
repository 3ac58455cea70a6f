"""Who says what inside what somebody else says: "told it", "blames X", "which denies it"."""

from msgspec.structs import replace

from sayso.desk.claims.cues import blames
from sayso.desk.claims.lists import pattern, span_of
from sayso.desk.claims.tags import SURE
from sayso.reading.intervals import meet
from sayso.records.reading import Attribution
from sayso.records.text import Span


def nested(text: str, span: Span, item: Attribution | None) -> tuple[Span, Attribution | None]:
    """What is told by whoever the source itself has it from: "that the mediator had told it X",
    "that the police blame X"."""
    if item is None:
        return span, item
    said = text[slice(*span)]
    match = pattern("nested", "told").match(said) or pattern("nested", "blamed").match(said)
    if match is None:
        return span, item
    source = span_of(match, "source", start=span[0])
    if any(meet(source, own) for own in item.source):
        return span, item
    told = (span[0] + match.end(), span[1])
    # What somebody is blamed for is no clause without who blames whom.
    kept = span if blames(match["cue"]) else told
    teller = replace(
        item,
        id=f"{item.id}/told",
        source=(source,),
        cue=(span_of(match, "cue", start=span[0]),),
        content=(told,),
        source_kind="unspecified",
        named=False,
        source_entity=None,
        parent=item.id,
    )
    return kept, teller


def rebutted(text: str, span: Span, item: Attribution | None) -> Attribution | None:
    """The denial with which an accusation ends: "blame the Front, which denies it"."""
    match = pattern("nested", "rebuttal").search(text[slice(*span)])
    if match is None:
        return None
    cue = [text[start:end] for start, end in item.cue] if item else []
    if not any(map(blames, (match.string[: match.start()], *cue))):
        return None
    denying = span_of(match, "cue", start=span[0])
    return Attribution(
        id=f"rebuttal{denying[0]}",
        source=(span_of(match, "party", start=span[0]),),
        cue=(denying,),
        content=((span[0] + match.start(), span[1]),),
        source_kind="unspecified",
        named=True,
        background=False,
        confidence=SURE,
    )
