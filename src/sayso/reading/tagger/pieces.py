"""A text as word pieces: what the encoder sees, and where each piece stands in the text."""

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.records.text import Span

Ints = npt.NDArray[np.int64]

SHAPES = 8
FEATURES = SHAPES * 4
"""One feature a piece: its case shape, whether it opens a paragraph, whether it is quoted."""

_PARAGRAPH = re.compile(r"\n\s*")
_QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]|\n')
_OPENING, _CLOSING = "\u201c\u201e\u00ab", "\u201d\u00bb"
_BLOCK = 200_000


class Pieces(NamedTuple):
    """Word pieces of one text, in order; all arrays have the same length.

    `ids`: vocabulary numbers; `starts`, `ends`: code points; `features`: below FEATURES;
    `first`: piece indices at which a paragraph begins.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    features: Ints
    first: Ints

    def __len__(self) -> int:
        """How many pieces there are."""
        return len(self.ids)

    def touched(self, span: Span) -> slice:
        """The pieces that a span of the text touches, from `start` to `stop`."""
        first = int(np.searchsorted(self.ends, span[0], side="right"))
        return slice(first, int(np.searchsorted(self.starts, span[1], side="left")))


@cache
def tokenizer() -> Tokenizer:
    """The word piece vocabulary that ships with the model."""
    path = resources.files("sayso.models") / "tokenizer.json"
    return Tokenizer.from_str(path.read_text(encoding="utf-8"))


def pieces(text: str) -> Pieces:
    """Split a text of any length, in linear time. Lone surrogates count as unknown characters."""
    safe = text if text.isascii() else re.sub("[\ud800-\udfff]", "\ufffd", text)
    bounds = _blocks(safe)
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    for start, end in bounds:
        coded = tokenizer().encode(safe[start:end], add_special_tokens=False)
        ids.extend(coded.ids)
        offsets.extend((start + a, start + b) for a, b in coded.offsets)
    spans = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = spans[:, 0], spans[:, 1]
    paragraphs = [0, *(m.end() for m in _PARAGRAPH.finditer(text))]
    first = np.unique(np.searchsorted(starts, paragraphs))
    first = first[first < len(starts)]
    opens = np.zeros(len(starts), dtype=np.int64)
    opens[first] = 1
    shapes = np.array([_shape(safe[a:b]) for a, b in offsets], dtype=np.int64)
    quoted = _quoted(text)[starts] if len(starts) else opens
    return Pieces(
        np.array(ids, dtype=np.int64), starts, ends, shapes + SHAPES * (opens + 2 * quoted), first
    )


def _blocks(text: str) -> list[tuple[int, int]]:
    """Cut a long text at white space, since the tokenizer's memory grows with its input."""
    cuts = [0]
    while len(text) - cuts[-1] > _BLOCK:
        cut = text.rfind(" ", cuts[-1], cuts[-1] + _BLOCK)
        cuts.append(cut if cut > cuts[-1] else cuts[-1] + _BLOCK)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _shape(piece: str) -> int:
    """The case that the uncased vocabulary cannot show."""
    if piece.isdigit():
        return 1
    if not any(c.isalpha() for c in piece):
        return 2
    if piece.islower():
        return 3
    if piece.isupper():
        return 4 if len(piece) == 1 else 5
    return 6 if piece[:1].isupper() else 7


def _quoted(text: str) -> Ints:
    """1 for every character inside quotation marks. A paragraph's end closes an open quotation:
    news style reopens it in the next one, and a stray mark must not invert the rest."""
    inside = np.zeros(len(text) + 1, dtype=np.int64)
    opened: int | None = None
    for match in _QUOTES.finditer(text):
        mark, at = match.group(), match.start()
        if opened is None:
            opened = at if mark in _OPENING or mark == '"' else None
        elif mark == "\n" or mark in _CLOSING or mark == '"':
            inside[opened : at + 1] = 1
            opened = None
    if opened is not None:
        inside[opened:] = 1
    return inside
