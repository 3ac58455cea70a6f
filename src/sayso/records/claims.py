"""What documents together say: a claim, who says it, and how well that stands."""

from typing import Literal

from msgspec import Struct

from sayso.records.vocabulary import Factuality, SourceKind, Voice

Stance = Literal["affirms", "denies"]
"""Towards the proposition, whatever the words: "no one was hurt" affirms that nobody was."""

Standing = Literal["disputed", "corroborated", "own_voice_only", "circular", "single_origin"]
"""How well a claim is sourced; the first that holds."""

Credibility = Literal[1, 2, 3, 4, 5, 6]
"""The Admiralty code for information: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful,
5 improbable, 6 cannot be judged."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""The Admiralty code for a source. Only a person sets it; F, cannot be judged, until then."""


class ClaimStatement(Struct, frozen=True, kw_only=True):
    """One document's say-so on a claim: `text[start:end]` of the document.

    `source` is whom the document names for it, `cites` the outlet it has it from, `origin` where it
    leads in the end, or None where nothing is left beneath it; all in words.
    """

    document: str
    start: int
    end: int
    stance: Stance
    factuality: Factuality
    voice: Voice
    source_kind: SourceKind | None
    origin: str | None
    source: str | None = None
    cites: str | None = None
    withdrawn: bool = False


class Claim(Struct, frozen=True, kw_only=True):
    """A proposition that statements share. `begin` and `until` are ISO dates that bound when.

    Independent origins are counted on the affirming side, from `origins_min` to `origins_max`.
    `why` says in words how they were counted and what the standing rests on.
    """

    claim: str
    kind: Literal["event", "relation", "plain"]
    type: str | None
    proposition: str
    actor: str | None
    recipient: str | None
    place: str | None
    begin: str | None
    until: str | None
    standing: Standing
    credibility: Credibility
    reliability: Reliability = "F"
    origins_min: int
    origins_max: int
    why: str
    statements: tuple[ClaimStatement, ...]
