"""The open gold data as training examples: texts in word pieces with what is known of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

from sayso.reading.tagger.pieces import Ints, Pieces, pieces
from training import events, predicates, wording
from training.files import documents
from training.model import MENTIONS, ROLES
from training.split import held_out
from training.targets import NOTHING, Targets, merged

IGNORE = -100
"""A label that no loss looks at."""


class Link(NamedTuple):
    """One attribution as piece indices."""

    cue: Ints
    source: Ints
    content: Ints


class Example(NamedTuple):
    """A document and its gold. `tags`: [roles, pieces]; what a corpus does not annotate is None."""

    id: str
    pieces: Pieces
    tags: Ints | None = None
    links: tuple[Link, ...] = ()
    mentions: tuple[tuple[int, int, int], ...] | None = None
    types: tuple[int, ...] = ()
    chains: tuple[tuple[tuple[int, int], ...], ...] | None = None
    targets: Targets = NOTHING


def conflict(*, wanted: bool) -> Iterator[dict[str, Any]]:
    """The labelled conflict documents with their texts: those held out if `wanted`, or the rest."""
    labels = {d["doc"]: d for d in documents("labels/attributions") if held_out(d["doc"]) == wanted}
    for name in sorted({d["corpus"] for d in labels.values()}):
        for document in documents(name):
            if document["id"] in labels:
                yield {**document, "attributions": labels[document["id"]]["attributions"]}


def attributed(document: dict[str, Any], **known: Any) -> Example:  # noqa: ANN401
    """An example with attributions."""
    coded = pieces(document["text"])
    tags = np.zeros((len(ROLES), len(coded)), dtype=np.int64)
    links = []
    for attribution in document["attributions"]:
        parts = {}
        for row, role in enumerate(ROLES):
            runs = [_range(coded, a, b) for a, b in attribution[role]]
            for run in runs:
                tags[row, run] = 2
                tags[row, run[:1]] = 1
            parts[role] = np.concatenate([*runs, np.empty(0, dtype=np.int64)])
        if len(parts["cue"]):
            links.append(Link(**parts))
    for start, end in document.get("labels", {}).get("discard", ()):
        tags[:, _range(coded, start, end)] = IGNORE
    return Example(
        document["id"], coded, tags, tuple(links), targets=events.known(document, coded), **known
    )


def mentioned(document: dict[str, Any]) -> dict[str, Any]:
    """What re3d knows: mentions of its types."""
    coded = pieces(document["text"])
    marked = [(m["start"], m["end"], MENTIONS.index(m["type"])) for m in document["mentions"]]
    return {"mentions": _spans(coded, marked), "types": tuple(range(len(MENTIONS) - 1))}


def referring(document: dict[str, Any]) -> Example:
    """What GUM knows: noun phrases that refer, and which refer to the same thing."""
    coded = pieces(document["text"])
    kind = MENTIONS.index("reference")
    spans = _spans(coded, [(e["start"], e["end"], kind) for e in document["entities"]])
    return Example(
        document["id"],
        coded,
        mentions=spans,
        types=(kind,),
        chains=_chains(coded, document["chains"]),
        targets=events.known(document, coded),
    )


def named_in_part(document: dict[str, Any]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """What MEANTIME and ECB+ know of who is who: chains of the mentions that they annotated, each
    of which may be a single one. Where else something is mentioned they do not say."""
    chains: dict[str, list[tuple[int, int]]] = defaultdict(list)
    until = int(document.get("intra_annotated_until", len(document["text"])))
    for number, mention in enumerate(document.get("entities") or document["mentions"]):
        annotated = mention["end"] <= until and mention.get("gold_sentence", True)
        kind = mention.get("type") or ""
        if annotated and not kind.startswith(("ACTION", "NEG_ACTION", "TIME")):
            name = mention.get("instance") or mention.get("coref") or f"alone {number}"
            chains[name].append((mention["start"], mention["end"]))
    return _chains(pieces(document["text"]), chains.values())


def training_set() -> dict[str, list[Example]]:
    """Every example that the reader is trained on, by the corpus it is drawn from."""
    labelled = {d["id"]: d for d in conflict(wanted=False)}
    re3d = {d["id"]: d for d in documents("re3d.train")}
    known = [
        attributed(labelled.pop(name), **mentioned(document))
        if name in labelled
        else _plain(document, lambda *_: NOTHING, **mentioned(document))
        for name, document in re3d.items()
    ]
    return {
        "polnear": [attributed(d) for d in documents("polnear.train")],
        "re3d": [_with(e, events.related(re3d[e.id], e.pieces)) for e in known],
        "conflict": [attributed(d) for d in labelled.values()],
        "gum": [referring(d) for d in documents("gum.train")],
        "events": _bare(events.alone("events")),
        "around": _bare(events.around()),
        "relations": _bare(events.alone("relations")),
        "cameo": _bare(events.cameo()),
        "stories": _bare(events.stories()),
        "factual": _bare(predicates.factual()),
        "propbank": _bare(predicates.propbank()),
        "meantime": [
            _plain(d, predicates.meantime, chains=named_in_part(d))
            for d in documents("meantime.train")
        ],
        "same": [
            _plain(d, lambda *_: NOTHING, chains=named_in_part(d))
            for d in documents("ecbplus.train")
        ],
        "happening": [_plain(d, predicates.happening) for d in documents("tempeval3.train")],
        "wording": [_plain(d, wording.framed) for d in documents("ptc.train")],
    }


def _chains(
    coded: Pieces, chains: Iterable[Iterable[tuple[int, int]]]
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Chains of [start, end) in code points as chains of (first, last) in pieces."""
    return tuple(
        tuple((a, b) for a, b, _ in _spans(coded, [(start, end, 0) for start, end in chain]))
        for chain in chains
    )


def _bare(found: Iterable[tuple[str, Pieces, Targets]]) -> list[Example]:
    return [Example(name, coded, targets=targets) for name, coded, targets in found]


def _plain(
    document: dict[str, Any],
    annotated: Callable[[dict[str, Any], Pieces], Targets],
    **further: Any,  # noqa: ANN401
) -> Example:
    """A document with what its corpus annotates and what the labelled sentences say of it."""
    coded = pieces(document["text"])
    targets = merged(annotated(document, coded), events.known(document, coded))
    return Example(document["id"], coded, targets=targets, **further)


def _with(example: Example, targets: Targets) -> Example:
    return example._replace(targets=merged(targets, example.targets))


def _range(coded: Pieces, start: int, end: int) -> Ints:
    """The pieces that [start, end) touches."""
    part = coded.touched((start, end))
    return np.arange(part.start, part.stop, dtype=np.int64)


def _spans(coded: Pieces, marked: list[tuple[int, int, int]]) -> tuple[tuple[int, int, int], ...]:
    """(start, end, kind) in code points to (first, last, kind) in pieces; what holds no piece, such
    as a mark that the vocabulary drops, is left out."""
    runs = [(_range(coded, start, end), kind) for start, end, kind in marked]
    return tuple(sorted({(int(run[0]), int(run[-1]), kind) for run, kind in runs if len(run)}))
