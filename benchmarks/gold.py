"""Documents marked by people, or by a system, and where they are read from.

The format is in README.md: one JSON object a line, plain or gzip, the keys of the analysis
record. Only what a scorer looks at is kept.
"""

import gzip
import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from sayso.records.text import Span, Spans

SpanOrSpans = tuple[int | Span, ...]
"""One span, or several: a line of gold may have either under the same key."""


class Attribution(Struct, frozen=True, kw_only=True):
    """Who is made to say what. A system that gives no confidence cannot be calibrated."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    source_kind: str | None = None
    named: bool = False
    background: bool = False
    confidence: float | None = None


class Mention(Struct, frozen=True, kw_only=True):
    """A referring expression and its type; mentions of one `entity` are one chain."""

    start: int
    end: int
    type: str
    entity: str | None = None

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


class Place(Struct, frozen=True, kw_only=True):
    """A place name, and where on the map it is, in WGS 84 degrees."""

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where both are known."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


class Time(Struct, frozen=True, kw_only=True):
    """A TIMEX3."""

    start: int
    end: int
    type: str | None = None
    value: str | None = None

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


class Argument(Struct, frozen=True, kw_only=True):
    """Who or what has a part in an event, under the name that gold's own scheme gives it."""

    role: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


class Event(Struct, frozen=True, kw_only=True):
    """What happened, by the words that tell it, and who did it to whom.

    A side that is None was not asked of the annotators. In a `reciprocal` event each side is
    both. Gold gives a `place` and a `time` as spans; a system as indices into `places` (under
    `location`) and `times`. `arguments` are gold's where its roles are of another scheme.
    """

    id: str | None = None
    trigger: SpanOrSpans | None = None
    type: str | None = None
    mode: str | None = None
    actor: Spans | None = None
    recipient: Spans | None = None
    reciprocal: bool = False
    place: Span | None = None
    location: int | Spans | None = None
    time: int | Span | None = None
    status: str | None = None
    factuality: str | None = None
    confidence: float | None = None
    arguments: tuple[Argument, ...] = ()

    @property
    def span(self) -> Span | None:
        """The first stretch of its trigger."""
        match self.trigger:
            case (int(start), int(end)):
                return start, end
            case ((int(start), int(end)), *_):
                return start, end
        return None


class Relation(Struct, frozen=True, kw_only=True):
    """Who is tied to whom."""

    type: str
    source: Span
    target: Span
    factuality: str | None = None
    confidence: float | None = None


class Framing(Struct, frozen=True, kw_only=True):
    """A stretch of loaded or persuasive wording."""

    start: int
    end: int
    technique: str | None = None

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


class Predicate(Struct, frozen=True, kw_only=True):
    """A word that tells of something, as the record has it."""

    start: int
    end: int

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


class Sureness(Struct, frozen=True, kw_only=True):
    """Gold's factuality of the predicate at a span, from -3 (did not) to 3 (did); None: not said.

    `certainty` is there in corpora whose annotators chose among classes.
    """

    start: int
    end: int
    value: float | None = None
    certainty: str | None = None

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


class Statement(Struct, frozen=True, kw_only=True):
    """One say-so; `ref` is the id of the event or relation that it states."""

    content: Span | None = None
    ref: str | None = None
    factuality: str | None = None


class Referent(Struct, frozen=True, kw_only=True):
    """What gold's mention refers to: `ref` is a DBpedia resource.

    The entities of an analysis have no span of their own, and become referents of nothing.
    """

    start: int = 0
    end: int = 0
    type: str | None = None
    ref: str | None = None


class Labels(Struct, frozen=True, kw_only=True):
    """`discard`: stretches that the annotators were told to skip; nothing there counts."""

    discard: Spans = ()


class Marked(Struct, frozen=True, kw_only=True):
    """A document and what somebody marked in it. System output may leave the text out.

    Place names are `toponyms` in gold and `places` in system output; gold has mentions of one
    thing in `chains`, a system under the same `entity`. Where the annotators stopped, or read
    some sentences only, `intra_annotated_until` and `gold_sentences` say so.
    """

    id: str
    text: str = ""
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    toponyms: tuple[Place, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    chains: tuple[Spans, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    events: tuple[Event, ...] = ()
    entities: tuple[Referent, ...] = ()
    relations: tuple[Relation, ...] = ()
    framing: tuple[Framing, ...] = ()
    factuality: tuple[Sureness, ...] = ()
    statements: tuple[Statement, ...] = ()
    labels: Labels = Labels()
    intra_annotated_until: int | None = None
    gold_sentences: Spans | None = None

    def annotated(self, span: Span) -> bool:
        """Say whether a span starts where the annotators looked; elsewhere nothing counts."""
        if self.intra_annotated_until is not None:
            return span[0] < self.intra_annotated_until
        if self.gold_sentences:
            return any(start <= span[0] < end for start, end in self.gold_sentences)
        return True

    def place_of(self, event: Event) -> Span | None:
        """Give where the text puts an event of this document."""
        if isinstance(event.location, int):
            return self.places[event.location].span
        return event.place

    def time_of(self, event: Event) -> Span | None:
        """Give when the text says that an event of this document was."""
        return self.times[event.time].span if isinstance(event.time, int) else event.time


Pair = tuple[Marked, Marked]
"""A document as people marked it, and as a system did."""


def shared_folder() -> Path:
    """Give the folder that holds `corpora/`: SAYSO_SHARED, or `shared` beside the repository."""
    beside = Path(__file__).parent.parent.parent / "shared"
    return Path(os.environ.get("SAYSO_SHARED", beside))


def lines(path: Path) -> list[bytes]:
    """Give the lines of a file that hold anything, unpacked when its name ends in `.gz`."""
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return [line for line in text.splitlines() if line.strip()]


def read_marked(path: Path) -> list[Marked]:
    """Read documents; raises msgspec.ValidationError for a line of another shape."""
    decoder = msgspec.json.Decoder(Marked)
    return [decoder.decode(line) for line in lines(path)]


def join(gold: Sequence[Marked], system: Iterable[Marked]) -> list[Pair]:
    """Pair documents by id. What the system lacks is empty output, what gold lacks is left out.

    Raises ValueError where the two have different texts: offsets would mean nothing.
    """
    by_id = {document.id: document for document in system}
    pairs = [(document, by_id.get(document.id, Marked(id=document.id))) for document in gold]
    for wanted, given in pairs:
        if given.text and given.text != wanted.text:
            raise ValueError(f"{wanted.id}: the system read another text than gold has")
    return pairs


def sample(documents: Sequence[Marked], size: int) -> list[Marked]:
    """Choose at most `size` documents, the same ones every time, by the digest of their ids."""
    return sorted(documents, key=lambda document: hashlib.sha256(document.id.encode()).digest())[
        :size
    ]
