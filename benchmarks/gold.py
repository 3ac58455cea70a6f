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
from training.split import held_out

CONFLICT = "conflict.held_out"
"""The name of the labelled conflict documents that training never saw."""

CONFLICT_LABELS = "labels/attributions.jsonl.gz"


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


class Event(Struct, frozen=True, kw_only=True):
    """An event by the words that tell it: chains of such words are not asked for."""

    trigger: Span | None = None


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
    events: tuple[Event, ...] = ()
    entities: tuple[Referent, ...] = ()
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


class ConflictLabels(Struct, frozen=True, kw_only=True):
    """Attributions of the document `doc`, whose text is in the file of the stem `corpus`."""

    corpus: str
    doc: str
    attributions: tuple[Attribution, ...]


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


def read_conflict(corpora: Path) -> list[Marked]:
    """Join the held-out conflict labels to the texts of the corpora that they name."""
    labels = [
        msgspec.json.decode(line, type=ConflictLabels) for line in lines(corpora / CONFLICT_LABELS)
    ]
    kept = [label for label in labels if held_out(label.doc)]
    texts = {
        (corpus, document.id): document
        for corpus in sorted({label.corpus for label in kept})
        for document in read_marked(corpora / f"{corpus}.jsonl.gz")
    }
    return [
        msgspec.structs.replace(
            texts[label.corpus, label.doc], attributions=label.attributions, labels=Labels()
        )
        for label in kept
    ]


def read_data(name: str, corpora: Path) -> list[Marked]:
    """Read a set by the name that floors.toml gives it."""
    if name == CONFLICT:
        return read_conflict(corpora)
    return read_marked(corpora / f"{name}.jsonl.gz")


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
