"""What the desk says of what it holds. Times are ISO 8601 in UTC, to the microsecond."""

from typing import Literal

from msgspec import Struct

EntryKind = Literal["version", "analysis", "judgement", "withdrawal"]
"""What the journal is kept of."""

Verdict = Literal["accept", "correct", "reject", "same", "not_same", "unsure"]
"""What a person may decide: the first three of one thing, the others of two."""

Outcome = Literal["new", "changed", "reread", "held"]
"""What became of an analysis that was added: its document is new, has a new version, has a new
analysis of the same version, or is held already just so."""


class Entry(Struct, frozen=True, kw_only=True):
    """One line of the journal. `subject` is the id of a row, `digest` SHA-256 of what it says."""

    number: int
    known: str
    kind: EntryKind
    subject: int
    digest: str
    previous: str
    hash: str


class Version(Struct, frozen=True, kw_only=True):
    """One text that a document has had; `number` counts from 1, `known` is when the desk got it.

    `published` and `modified` are what the publication says of itself.
    """

    document: str
    number: int
    known: str
    sha256: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    byline: str | None = None


class Judgement(Struct, frozen=True, kw_only=True):
    """What a person decided, and whether they or another took it back.

    `subject`, and for a verdict on two things `other`, name what it is about. `correction` is
    what should stand instead, in JSON.
    """

    id: int
    subject: str
    verdict: Verdict
    who: str
    reason: str
    known: str
    other: str | None = None
    correction: str | None = None
    withdrawn: str | None = None
    withdrawn_by: str | None = None
    withdrawn_because: str | None = None


class Contents(Struct, frozen=True, kw_only=True):
    """How much a desk holds. `sealed` is the journal's last hash; noted down elsewhere, it proves
    later that nothing was changed. `size` is in bytes."""

    place: str
    revision: str
    documents: int
    versions: int
    analyses: int
    statements: int
    judgements: int
    entries: int
    sealed: str
    size: int
    first_known: str | None = None
    last_known: str | None = None
    first_published: str | None = None
    last_published: str | None = None


class Fault(Struct, frozen=True, kw_only=True):
    """Something that the desk promises and that does not hold: where, and what."""

    where: str
    what: str
