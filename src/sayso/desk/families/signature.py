"""What the index keeps of a document in place of its text: small, plain, stable over releases.

Candidates are found by MinHash of windows rather than of the whole: of every eight neighbouring
shingles the smallest hash is kept (all of them where there are no more). Whatever two texts share
for ten words that count, they then share a fingerprint, so that a brief cut from a long report is
found as surely as a reprint, and the number of fingerprints grows with the text: one for about
every four and a half of its words that count.
"""

import zlib

import numpy as np
from msgspec import Struct
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from sayso.desk.families.words import words
from sayso.records.text import Document, Spans

# Measured on the open families: against MinHash by rensa 0.5 (windows of 16 shingles, two
# permutations, also some 40 keys a document) windows of 8 to 12 find the same pairs among as many
# candidates. A stored signature must outlive releases of a library, so the hash is written here.
SHINGLE = 3
WINDOW = 8

_ODD = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


class Line(Struct, frozen=True, array_like=True):
    """A line of the text: the hash of its words, and which words (first, after the last)."""

    hash: int
    first: int
    after: int


class Signature(Struct, frozen=True, kw_only=True):
    """One document, as other texts are compared with it.

    `words`: little-endian 32-bit hashes of the words that count, in order. `quoted`: spans of
    words inside quotation marks. `fingerprints`: 63-bit integers, ascending.
    """

    id: str
    words: bytes
    quoted: Spans
    lines: tuple[Line, ...]
    fingerprints: tuple[int, ...]
    publisher: str | None = None
    published: str | None = None
    agency: str | None = None

    @property
    def length(self) -> int:
        """How many words count."""
        return len(self.words) // 4


def signature(document: Document) -> Signature:
    """The signature of a document. One without three words that count has no fingerprints."""
    found = words(document.text)
    ids = found.ids.astype("<u4").tobytes()
    return Signature(
        id=document.id,
        words=ids,
        quoted=found.quoted,
        lines=tuple(
            Line(zlib.crc32(ids[4 * first : 4 * after]), first, after)
            for first, after in found.lines
        ),
        fingerprints=_fingerprints(shingles(found.ids)),
        publisher=document.publisher,
        published=document.published,
        agency=document.agency,
    )


def shingles(ids: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """One 63-bit hash for every three neighbouring words, in text order."""
    count = len(ids) - SHINGLE + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    wide = ids.astype(np.uint64)
    mixed = wide[:count] * _ODD[0]
    mixed += wide[1 : count + 1] * _ODD[1]
    mixed += wide[2:] * _ODD[2]
    mixed ^= mixed >> np.uint64(29)
    mixed *= _ODD[1]
    mixed ^= mixed >> np.uint64(32)
    return mixed >> np.uint64(1)


def _fingerprints(hashes: NDArray[np.uint64]) -> tuple[int, ...]:
    if len(hashes) > WINDOW:
        hashes = sliding_window_view(hashes, WINDOW).min(axis=1)
    return tuple(sorted(set(hashes.tolist())))
