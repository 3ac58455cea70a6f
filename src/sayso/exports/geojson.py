"""Events and places on a map: GeoJSON (RFC 7946), a feature a line.

A point stands for the whole of its place, and `precision` says how large that is: the point of a
country is no place where anything happened. What has no coordinates has no geometry, which the
standard allows, and is not left out.
"""

from collections.abc import Iterator
from typing import Any, Final

from sayso.exports.article import Article, point
from sayso.exports.base import Task
from sayso.exports.notes import notes
from sayso.exports.text import to_json
from sayso.exports.words import figures, joined
from sayso.records.reading import Event, Place

_SIZES: Final = {
    None: "unknown",
    "country": "a country",
    "division": "a province or district",
    "settlement": "a town or village",
    "site": "a site",
    "area": "a water or a region",
}

_NAMED_AFTER: Final = {
    "demonym": "named after a place, which it is not: what belongs to it (Iranian)",
    "metonym": "named after a place, which it is not: its government (Tehran said)",
}


class GeoJson:
    """One FeatureCollection; `kind` tells an event from a place."""

    notes = notes("points", "no_point", "replaced")

    def __init__(self, task: Task) -> None:
        self._tally = task.tally
        self._mark = {"tlp": task.tlp} if task.tlp else {}
        self._stream = task.folder.create("sayso.geojson")
        head = to_json({"type": "FeatureCollection", "sayso": task.version, **self._mark})
        self._stream.write(head[:-1] + b',"features":[')
        self._before = b"\n"

    def write(self, article: Article) -> None:
        """Write the events and places of one article."""
        for feature in (*self._events(article), *self._places(article)):
            self._stream.write(self._before + to_json(feature))
            self._before = b",\n"

    def close(self) -> None:
        """Close the collection."""
        self._stream.write(b"\n]}\n")
        self._stream.close()

    def _events(self, article: Article) -> Iterator[dict[str, Any]]:
        for one in self._tally.take("events", article.analysis.events):
            where = article.place(one.location)
            yield self._feature(article, "event", one.id, where, _told(article, one))

    def _places(self, article: Article) -> Iterator[dict[str, Any]]:
        for number, one in enumerate(self._tally.take("places", article.analysis.places)):
            if one.use != "place":
                self._tally.leave_out("places", _NAMED_AFTER[one.use])
                continue
            told = {"words": article.words((one.start, one.end)), "confidence": one.confidence}
            yield self._feature(article, "place", str(number), one, told)

    def _feature(
        self,
        article: Article,
        kind: str,
        key: str,
        where: Place | None,
        told: dict[str, Any],
    ) -> dict[str, Any]:
        known: dict[str, Any] = {}
        if where:
            known = {
                "place": where.name,
                "geonameid": where.geonameid,
                "country": where.country,
                "place_use": where.use,
                "feature": where.feature,
                "precision": where.precision,
                "point_stands_for": _SIZES[where.precision],
            }
        # "Tehran said" and "Iranian" name no place where anything is.
        said, at = article.analysis, point(where) if where and where.use == "place" else None
        return {
            "type": "Feature",
            "id": f"{article.id}#{kind}-{key}",
            "geometry": {"type": "Point", "coordinates": at} if at else None,
            "properties": {
                "kind": kind,
                **told,
                **known,
                "document": article.id,
                "title": said.title,
                "publisher": said.publisher,
                "published": said.published,
                "url": said.url,
                **self._mark,
            },
        }


def _told(article: Article, one: Event) -> dict[str, Any]:
    when, speaker = article.time(one.time), article.speaker(one.attribution)
    return {
        "type": one.type,
        "mode": one.mode,
        "status": one.status,
        "factuality": one.factuality,
        "voice": article.voice(one),
        "speaker": speaker.name if speaker else None,
        "source_kind": speaker.kind if speaker else None,
        "words": article.words(one.trigger),
        "actor": joined(article.words(span) for span in one.actor),
        "recipient": joined(article.words(span) for span in one.recipient),
        "begin": when.begin if when else None,
        "until": when.until if when else None,
        "quantities": figures(one.quantity),
        "confidence": one.confidence,
    }
