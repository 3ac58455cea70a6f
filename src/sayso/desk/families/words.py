"""A text as near copies are compared: the words that carry the report, and where each stands."""

import html
import re
import unicodedata
import zlib
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from sayso import shipped
from sayso.desk.families.quotations import quotations
from sayso.records.text import Span, Spans

# A word, or one sign of a script that writes no spaces.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_TAG = re.compile(r"<(?:!--[^<]{0,2000}?--|/?[A-Za-z][^<>]{0,1000})>")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_LINE = re.compile(r"[^\n]+")


class Words(Struct, frozen=True, eq=False, kw_only=True):
    """The words that count, in text order; every array has one entry a word.

    `ids` are stable 32-bit hashes of the folded word, `starts` and `ends` code points in the
    text. `quoted` bounds the words inside each pair of quotation marks, `lines` the words of each
    line; both leave out what holds no word that counts.
    """

    ids: NDArray[np.uint32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    quoted: Spans
    lines: Spans


def words(text: str) -> Words:
    """Cut `text` into the words that count. Markup and grammar are left out."""
    shown = readable(text)
    found = WORD.findall(shown)
    ids = np.fromiter(map(_id, found), np.uint32, len(found))
    starts = np.fromiter((x.start() for x in WORD.finditer(shown)), np.int64, len(found))
    ends = starts + np.fromiter(map(len, found), np.int64, len(found))
    counts = ids > 0
    ids, starts, ends = ids[counts], starts[counts], ends[counts]
    return Words(
        ids=ids,
        starts=starts,
        ends=ends,
        quoted=_inside(starts, quotations(shown)),
        lines=_inside(starts, [match.span() for match in _LINE.finditer(shown)]),
    )


def readable(text: str) -> str:
    """`text` with its markup blanked out, at the same length, so that offsets hold."""
    if "<" in text:
        text = _TAG.sub(lambda match: " " * len(match[0]), text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0])[:1].ljust(len(match[0])), text)
    return text


def _inside(starts: NDArray[np.int64], spans: Sequence[Span]) -> Spans:
    """The spans of a text as spans of its words."""
    if not spans:
        return ()
    bounds = np.searchsorted(starts, np.array(spans)).tolist()
    return tuple((first, after) for first, after in bounds if after > first)


@lru_cache(maxsize=1 << 18)
def _id(word: str) -> int:
    folded = unicodedata.normalize("NFKD", word.casefold()) if not word.isascii() else word.lower()
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    if plain in _function_words() or (len(plain) == 1 and plain.isascii() and plain.isalpha()):
        return 0
    return zlib.crc32(plain.encode("utf-8", "surrogatepass")) or 1


@cache
def _function_words() -> frozenset[str]:
    return shipped.words("sayso.desk.families", "function_words")
