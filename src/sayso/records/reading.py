"""What reading says about one document. Every item leads back to spans of the text.

`confidence` is everywhere a calibrated probability that the item is right as a whole.
Ids are unique inside one analysis and mean nothing outside it.
"""

from typing import Final, Literal

from msgspec import UNSET, Struct, UnsetType

from sayso.records.text import Span, Spans
from sayso.records.vocabulary import (
    EventStatus,
    EventType,
    Factuality,
    MentionType,
    PlacePrecision,
    PlaceUse,
    RelationType,
    SentenceVoice,
    SourceKind,
    StatementKind,
    TimeType,
    Voice,
)

SCHEMA: Final = "sayso.analysis/1"


class Sentence(Struct, frozen=True, kw_only=True):
    """One sentence, heading or fragment, and who answers for it."""

    start: int
    end: int
    voice: SentenceVoice


class Mention(Struct, frozen=True, kw_only=True):
    """A referring expression: a name, a nominal or a pronoun. `entity` is an entity's id."""

    id: str
    start: int
    end: int
    type: MentionType
    confidence: float
    entity: str | None = None


class Role(Struct, frozen=True, kw_only=True):
    """A post or function as the text gives it; `begin` and `end` are ISO dates."""

    title: str
    of: str | None = None
    begin: str | None = None
    end: str | None = None


class Entity(Struct, frozen=True, kw_only=True):
    """One actor or thing of the document, under all its names; `mentions` are mention ids."""

    id: str
    type: MentionType
    name: str
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()


class Attribution(Struct, frozen=True, kw_only=True):
    """Who is made to say what, as in PARC3 and PolNeAR. `source` may be empty.

    `named`: a reader could look the source up. `background`: the text says that the source
    spoke on background or the like. `parent`: id of the attribution this one is nested in.
    `source_entity`: the entity's id, or before entities are known the resolved name.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    source_kind: SourceKind
    named: bool
    background: bool
    confidence: float
    source_entity: str | None = None
    parent: str | None = None


class Predicate(Struct, frozen=True, kw_only=True):
    """A word that tells of something that happens, holds or is said, whether or not PLOVER has a
    type for it, and how factual it is in the mouth of whoever uses it."""

    start: int
    end: int
    factuality: Factuality


class Quantity(Struct, frozen=True, kw_only=True):
    """A toll as stated. "At least 12" has `least` 12 and no `most`."""

    of: Literal["killed", "injured", "detained", "other"]
    text: str
    least: int | None = None
    most: int | None = None


class Event(Struct, frozen=True, kw_only=True):
    """Who did what to whom (PLOVER). `location` and `time` index `places` and `times`."""

    id: str
    type: EventType
    trigger: Span
    actor: Spans
    recipient: Spans
    status: EventStatus
    factuality: Factuality
    confidence: float
    mode: str | None = None
    location: int | None = None
    time: int | None = None
    instrument: Spans = ()
    quantity: tuple[Quantity, ...] = ()
    attribution: str | None = None


class Relation(Struct, frozen=True, kw_only=True):
    """Who is tied to whom, with the words that say so (`evidence`)."""

    id: str
    type: RelationType
    source: Span
    target: Span
    evidence: Span
    factuality: Factuality
    confidence: float
    source_entity: str | None = None
    target_entity: str | None = None
    begin: str | None = None
    end: str | None = None
    attribution: str | None = None


class Place(Struct, frozen=True, kw_only=True):
    """A named place. `lat` and `lon` are WGS 84 degrees, `country` ISO 3166-1 alpha-3,
    `feature` a GeoNames feature code; `use` tells the place from what is named after it."""

    start: int
    end: int
    name: str
    confidence: float
    geonameid: int | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    feature: str | None = None
    precision: PlacePrecision | None = None
    use: PlaceUse = "place"


class Time(Struct, frozen=True, kw_only=True):
    """A TIMEX3. `value` is None where it needs a publication date that nobody gave;
    `begin` and `until` are ISO dates that bound it."""

    start: int
    end: int
    type: TimeType
    value: str | None = None
    begin: str | None = None
    until: str | None = None


class Framing(Struct, frozen=True, kw_only=True):
    """Loaded or persuasive wording; `technique` as in SemEval-2020 task 11."""

    start: int
    end: int
    technique: str
    voice: Voice
    confidence: float
    attribution: str | None = None


class Statement(Struct, frozen=True, kw_only=True):
    """The unit that is compared across documents: one say-so, by one source or the outlet.

    `content` is one stretch of text; a discontinuous content makes one statement a piece.
    `ref` is the id of the event or relation that it states; None for a plain one.
    """

    id: str
    kind: StatementKind
    content: Span
    voice: Voice
    factuality: Factuality
    confidence: float
    ref: str | None = None
    attribution: str | None = None


class Summary(Struct, frozen=True, kw_only=True):
    """The counts that a reader sees first. `sources` counts distinct sources by kind."""

    sentences: dict[str, int]
    sources: dict[str, int]
    named_sources: int
    statements: int
    framing_own_voice: int


class Analysis(Struct, frozen=True, kw_only=True):
    """Everything said about one document. A layer that was not computed is UNSET and has
    no key in JSON; a layer that found nothing is ()."""

    schema: Literal["sayso.analysis/1"] = SCHEMA
    id: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    byline: str | None = None
    agency: str | None = None
    sentences: tuple[Sentence, ...] | UnsetType = UNSET
    mentions: tuple[Mention, ...] | UnsetType = UNSET
    entities: tuple[Entity, ...] | UnsetType = UNSET
    attributions: tuple[Attribution, ...] | UnsetType = UNSET
    predicates: tuple[Predicate, ...] | UnsetType = UNSET
    events: tuple[Event, ...] | UnsetType = UNSET
    relations: tuple[Relation, ...] | UnsetType = UNSET
    places: tuple[Place, ...] | UnsetType = UNSET
    times: tuple[Time, ...] | UnsetType = UNSET
    framing: tuple[Framing, ...] | UnsetType = UNSET
    statements: tuple[Statement, ...] | UnsetType = UNSET
    summary: Summary | UnsetType = UNSET
