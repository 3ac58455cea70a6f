"""What a cue does besides bringing in what somebody says: it blames, or it denies."""

from sayso.desk.claims.lists import pattern
from sayso.records.reading import Attribution


def blames(words: str) -> bool:
    """Whether words lay a deed at somebody's door: "blamed", "has accused"."""
    return bool(pattern("cues", "blaming").search(words))


def denies(words: str) -> bool:
    """Whether words deny what they bring in: "denied", "has dismissed"."""
    return bool(pattern("cues", "denying").search(words))


def is_accusation(text: str, item: Attribution | None) -> bool:
    """Whether what a source says is what somebody is blamed for or accused of."""
    return item is not None and any(blames(text[start:end]) for start, end in item.cue)


def is_denial(text: str, item: Attribution | None) -> bool:
    """Whether what a source says is what it denies."""
    return item is not None and any(denies(text[start:end]) for start, end in item.cue)


def is_silence(text: str, item: Attribution) -> bool:
    """Whether what is told is that nobody says it: "no group has said", "would not say who"."""
    said = " ".join(text[start:end] for start, end in (*item.source, *item.cue))
    return bool(pattern("cues", "silent").search(said))
