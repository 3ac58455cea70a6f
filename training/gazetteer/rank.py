"""Trains the two judges of the places layer: is this name a place, and which one.

    PYTHONPATH=src python -m training.gazetteer.rank [--mentions FILE]

Reads `geo_*` in ../shared/corpora and writes `src/sayso/reading/places/data/model.json`. All is
trained on `train`; `dev` fits the three numbers that turn two chances into one confidence, and
what a mention's type adds to the chance of being a place. `--mentions` names the
output of `sayso read --format jsonl` on the texts of dev; without it those weights are left out.
"""

import argparse
import gzip
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from sayso.knowledge.gazetteer import Candidate
from sayso.reading.places.context import Scene
from sayso.reading.places.detecting import signs
from sayso.reading.places.model import Model, odds
from sayso.reading.places.places import grouped, look
from sayso.reading.places.ranking import CONTEXT, OWN, Group, chosen, context, own, softmax
from sayso.records.reading import Mention
from training.gazetteer.fitting import Block, Rows, fit_candidates, fit_signs, fit_tags, logistic
from training.gazetteer.lexicons import OUTPUT as LISTS
from training.gazetteer.lexicons import SHARED

CORPORA = ("geo_lgl", "geo_trnews", "geo_webnews", "geo_virus")
RIGHT_KM = 161.0
MODEL = LISTS / "model.json"
_log = logging.getLogger(__name__)


@dataclass
class Text:
    """A text with its answers: per name, whether it is a place, and its point where given."""

    corpus: str
    scene: Scene
    signs: list[list[str]]
    is_place: list[bool | None]
    points: list[tuple[float, float] | None]
    metonym: list[bool | None]


def texts(part: str, mentions: dict[str, list[Mention]]) -> Iterator[Text]:
    """The texts of train or dev, once without mentions and once with, where there are any."""
    for corpus in CORPORA:
        with gzip.open(SHARED / "corpora" / f"{corpus}.{part}.jsonl.gz", "rt") as lines:
            for line in lines:
                document = json.loads(line)
                yield _text(corpus, document, ())
                if document["id"] in mentions:
                    yield _text(corpus, document, mentions[document["id"]])


def _text(corpus: str, document: dict[str, Any], mentions: Sequence[Mention]) -> Text:
    scene = look(document["text"], mentions)
    answers: list[bool | None] = []
    points: list[tuple[float, float] | None] = []
    metonyms: list[bool | None] = []
    for name in scene.names:
        over = [t for t in document["toponyms"] if t["start"] < name.end and name.start < t["end"]]
        # GeoVirus leaves demonyms out altogether; the others mark them.
        unknown = name.demonym is not None and corpus == "geo_virus"
        answers.append(None if unknown else bool(over))
        located = [t for t in over if t["lat"] is not None]
        kind = over[0].get("type") if over and name.demonym is None else None
        metonyms.append(None if kind is None else kind == "Metonymic")
        points.append((located[0]["lat"], located[0]["lon"]) if located else None)
    return Text(corpus, scene, signs(scene), answers, points, metonyms)


def kilometres(place: Candidate, point: tuple[float, float]) -> float:
    """Great-circle distance."""
    lat, lon, other, east = map(radians, (place.lat, place.lon, *point))
    half = sin((lat - other) / 2) ** 2 + cos(lat) * cos(other) * sin((lon - east) / 2) ** 2
    return 2 * 6371.0088 * asin(min(1.0, sqrt(half)))


def answered(found: Sequence[Text], question: Callable[[Text], list[bool | None]]) -> Rows:
    """The signs of every name that has an answer, with it."""
    return [
        (row, answer)
        for text in found
        for row, answer in zip(text.signs, question(text), strict=True)
        if answer is not None
    ]


def blocks(found: Sequence[Text], place: dict[str, float]) -> list[Block]:
    """What the second judge learns from: the names that the first lets through."""
    model = Model(place=place, metonym={}, own=(), fitting=(), calibration=(0.0, 1.0, 1.0))
    made = []
    for text in found:
        chances = [model.is_place(row) for row in text.signs]
        made += [_block(text, groups) for groups in grouped(text.scene, chances)]
    return made


def _block(text: Text, groups: list[Group]) -> Block:
    right, counts = [], []
    for group in groups:
        points = [text.points[number] for number in group.numbers]
        given = [point for point in points if point is not None]
        near = [
            float(any(kilometres(place, point) <= RIGHT_KM for point in given))
            for place in group.candidates
        ]
        right += near
        counts += [float(len(given)) if any(near) else 0.0] * len(near)
    return Block(groups, np.array(right), np.array(counts))


def fit_confidence(found: Sequence[Text], model: Model) -> tuple[float, float, float]:
    """Logistic regression of being right as a whole on the two odds."""
    rows, answers = [], []
    for text in found:
        chances = [model.is_place(row) for row in text.signs]
        for groups in grouped(text.scene, chances):
            judged, at = model.which(groups), 0
            for group in groups:
                own_chances = judged[at : at + len(group.candidates)]
                at += len(group.candidates)
                best, sure = chosen(group, own_chances)
                for number in group.numbers:
                    point = text.points[number]
                    if text.is_place[number] is None or (text.is_place[number] and not point):
                        continue
                    rows.append((1.0, odds(chances[number]), odds(sure)))
                    near = point and kilometres(group.candidates[best], point) <= RIGHT_KM
                    answers.append(float(bool(near)))
    constant, of_place, of_candidate = (round(float(w), 3) for w in logistic(rows, answers))
    return constant, of_place, of_candidate


def main() -> None:
    """Trains and writes."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mentions", type=Path)
    path = parser.parse_args().mentions
    rows = map(json.loads, path.read_text().splitlines()) if path else ()
    mentions = {row["id"]: msgspec.convert(row["mentions"], list[Mention]) for row in rows}
    train = list(texts("train", mentions))
    place = fit_signs(answered(train, attrgetter("is_place")))
    metonym = fit_signs(answered(train, attrgetter("metonym")))
    dev = list(texts("dev", mentions))
    place |= fit_tags(answered(dev, attrgetter("is_place")), place)
    _log.info("%d texts, %d signs", len(train), len(place))
    learned = blocks(train, place)
    alone = [own(block.groups) for block in learned]
    first = fit_candidates(alone, learned)
    both = [
        np.concatenate([row, context(block.groups, softmax(row @ first, block.groups))], axis=1)
        for row, block in zip(alone, learned, strict=True)
    ]
    second = fit_candidates(both, learned)
    for name, weight in zip((*OWN, *CONTEXT), second, strict=True):
        _log.info("%7.2f  %s", weight, name)
    model = Model(
        place=place,
        metonym=metonym,
        own=tuple(round(float(weight), 4) for weight in first),
        fitting=tuple(round(float(weight), 4) for weight in second),
        calibration=(0.0, 1.0, 1.0),
    )
    fitted = fit_confidence(dev, model)
    model = msgspec.structs.replace(model, calibration=fitted)
    written = msgspec.json.format(msgspec.json.encode(model, order="sorted"), indent=1)
    MODEL.write_bytes(written + b"\n")
    _log.info("confidence %s", fitted)


if __name__ == "__main__":
    main()
