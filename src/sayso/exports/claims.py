"""Claims as they come to an export: the proposition that statements across documents share.

The keys are those that `sayso claims --format jsonl` prints.
"""

from collections.abc import Iterable
from typing import Literal, Protocol, runtime_checkable

from msgspec import Struct

from sayso.records.vocabulary import Factuality, SourceKind, Voice

Standing = Literal["disputed", "corroborated", "own_voice_only", "circular", "single_origin"]


class Stance(Struct, frozen=True, kw_only=True):
    """A statement of a claim or against it, at `[start:end]` of its document."""

    document: str
    start: int
    end: int
    stance: Literal["affirms", "denies"]
    factuality: Factuality
    voice: Voice
    source_kind: SourceKind | None = None
    origin: str | None = None


class Claim(Struct, frozen=True, kw_only=True):
    """A claim, how it stands, and why. `credibility` is the Admiralty code's, 1 to 6."""

    claim: str
    kind: str
    type: str | None
    proposition: str
    standing: Standing
    credibility: int
    origins_min: int
    origins_max: int
    why: str
    statements: tuple[Stance, ...]
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    begin: str | None = None
    until: str | None = None


@runtime_checkable
class TakesClaims(Protocol):
    """An export in a format that has a place for claims."""

    def claims(self, found: Iterable[Claim]) -> None:
        """Write claims, after the articles and before the export is closed."""
