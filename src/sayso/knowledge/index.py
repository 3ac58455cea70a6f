"""The gazetteer's file: tables that are read where they lie, never loaded.

Invariant: everything is little-endian and sorted once, when it is built. A key is looked up
in the bucket of its hash's first 16 bits, about five keys wide, so the cost does not grow with
the file; the operating system brings in the pages that are touched.

    magic     MAGIC, then the length of the head (u4)
    head      JSON: {"countries": [...], "features": [...], "tables": {name: [start, end]}};
              the positions count from the end of the head
    buckets   u4[65537]   where the keys of a bucket begin
    keys      u4[k]       the next 32 bits of each skeleton's hash, sorted within a bucket
    postings  u4[k + 1]   where the entries of a key begin
    entries   u4[e]       a place's number, with MAIN set where the spelling is its main name
    prints    u2[e]       16 bits of the hash of the plain spelling
    places    PLACE[p]    one record a place, first-order divisions first, then by population
    names     bytes       main names in UTF-8
"""

import json
import mmap
import struct
import sys
from bisect import bisect_left
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from sayso.errors import SaysoError
from sayso.knowledge.names import plain, skeleton

MAGIC = b"sayso gazetteer 1\n"
MAIN = 1 << 31
NONE = 0xFFFF
PLACE = struct.Struct("<IHHIIHBBB")
STEPS = 0xFFFF


class Stored(NamedTuple):
    """A PLACE as it lies in the file. `lat` and `lon` count STEPS from pole to pole and once
    around, which is good to 300 m: as good as the points that went in. `division` is a place's
    number or NONE; `country` and `feature` index the head's lists; `name` and `length` cut the
    names."""

    geonameid: int
    lat: int
    lon: int
    population: int
    name: int
    division: int
    length: int
    country: int
    feature: int

    def point(self) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        return round(self.lat / STEPS * 180 - 90, 3), round(self.lon / STEPS * 360 - 180, 3)


class Hit(NamedTuple):
    """One entry found: the place's number, whether under its main name, and whether the plain
    spelling agrees or only the skeleton."""

    number: int
    main: bool
    exact: bool


def hashed(key: str) -> tuple[int, int]:
    """The bucket (16 bits) and the key (32 bits) of a string."""
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return int.from_bytes(digest[:2], "little"), int.from_bytes(digest[2:], "little")


def fingerprint(spelling: str) -> int:
    """16 bits that tell spellings of one skeleton apart."""
    return hashed(spelling)[0]


class Index:
    """A gazetteer file, open for reading; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        start = len(MAGIC) + 4
        if bytes(self._map[: len(MAGIC)]) != MAGIC or sys.byteorder != "little":
            raise SaysoError(f"{path}: not a gazetteer that this version can read")
        size = int.from_bytes(self._map[len(MAGIC) : start], "little")
        head = json.loads(bytes(self._map[start : start + size]))
        self.countries: list[str] = head["countries"]
        self.features: list[str] = head["features"]
        tables = {
            name: self._map[start + size + begin : start + size + end]
            for name, (begin, end) in head["tables"].items()
        }
        self._buckets, self._keys = tables["buckets"].cast("I"), tables["keys"].cast("I")
        self._postings, self._entries = tables["postings"].cast("I"), tables["entries"].cast("I")
        self._prints = tables["prints"].cast("H")
        self._places, self._names = tables["places"], tables["names"]

    def __len__(self) -> int:
        return len(self._places) // PLACE.size

    def find(self, name: str) -> Iterator[Hit]:
        """Every entry whose skeleton is the name's."""
        spelling = plain(name)
        bucket, key = hashed(skeleton(spelling))
        low, high = self._buckets[bucket], self._buckets[bucket + 1]
        at = bisect_left(self._keys, key, low, high)
        if at == high or self._keys[at] != key:
            return
        expected = fingerprint(spelling)
        for entry in range(self._postings[at], self._postings[at + 1]):
            number = self._entries[entry]
            yield Hit(number & ~MAIN, number >= MAIN, self._prints[entry] == expected)

    def stored(self, number: int) -> Stored:
        """The place of that number."""
        return Stored._make(PLACE.unpack_from(self._places, number * PLACE.size))

    def name(self, place: Stored) -> str:
        """Its main name."""
        return str(self._names[place.name : place.name + place.length], "utf-8")
