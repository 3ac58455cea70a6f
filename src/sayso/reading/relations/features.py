"""What of two ends and the words around them bears on whether they are tied, and how."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.reading.entities.lexicon import pronouns
from sayso.reading.relations.cues import named
from sayso.reading.relations.nodes import TITLE, Node, Word
from sayso.records.vocabulary import RelationType

FURTHEST = 24
"""Words between two ends of which nothing is said any more."""

SPELT = 10
"""Words between two ends up to which each of them counts."""

NEAR = 3
"""Words before the first end and after the second in which a cue still counts."""

OUTLINE = 24
"""Characters of a pattern of small words up to which it is kept whole."""

_SMALL = frozenset(
    "of by to for in with and or as at from against on who which that is was were are be been "
    "being has have had will would could not its their his her into between among also".split()
)
_ARTICLES = frozenset({"the", "a", "an"})
_AND = frozenset({"and", "or"})
_JOINED = frozenset({*_ARTICLES, *_AND, ",", "both"})
_DISTANCES = (0, 1, 2, 4, 7, 12, 20)
_ENDINGS = ("ing", "ers", "ed", "es", "er", "s")


class Pair(NamedTuple):
    """Two ends of one sentence, with the words [begin, end) between them.

    The rest of a list is not between: in "arms Valo, Hamra and Zirat" as little stands before the
    last as before the first.
    """

    source: Node
    target: Node
    begin: int
    end: int


def pairs(found: Sequence[Node], spoken: Sequence[Word]) -> Iterator[Pair]:
    """Every two ends that may be tied, either way round; `found` in text order."""
    listed = _lists(found, spoken)
    for at, left in enumerate(found):
        for right in found[at + 1 :]:
            one, other = (left, right) if left.head < right.head else (right, left)
            if one.head == other.head:
                continue
            begin, end = one.last + 1, max(one.last + 1, other.first)
            if one.last >= other.head:
                begin, end = one.head + 1, max(one.head + 1, other.first)
            elif other.first <= one.head:
                end = other.head
            elif listed.get(one) != listed.get(other):
                begin = listed[one].last + 1 if one in listed else begin
                end = listed[other].first if other in listed else end
            if begin <= end <= begin + FURTHEST:
                for source, target in ((one, other), (other, one)):
                    if _may(source, target):
                        yield Pair(source, target, begin, end)


class _List(NamedTuple):
    """The first and the last word of "Valo, Hamra and Zirat"."""

    first: int
    last: int


def _lists(found: Sequence[Node], spoken: Sequence[Word]) -> Mapping[Node, _List]:
    """The list that each end is in, where it is in one."""
    placed: dict[Node, _List] = {}
    run: list[Node] = []
    joined = False
    outer = [node for node in found if node.types != (TITLE,)]
    for node in [*outer, None]:
        lows = [word.low for word in spoken[run[-1].last + 1 : node.first]] if run and node else []
        if node is not None and lows and _JOINED.issuperset(lows):
            run.append(node)
            joined = joined or not _AND.isdisjoint(lows)
            continue
        if node is not None and run and node.first <= run[-1].last:
            continue
        if joined:
            whole = _List(run[0].first, run[-1].last)
            placed.update(dict.fromkeys(run, whole))
        run, joined = [node] if node is not None else [], False
    return placed


def _may(source: Node, target: Node) -> bool:
    if source.types in {(TITLE,), ("Quantity",)}:
        return False
    return target.types != (TITLE,) or "Person" in source.types


def features(spoken: Sequence[Word], pair: Pair, between: int) -> list[str]:
    """What is true of a pair; `between` is how many other ends stand between its two.

    The sign in each name says which end comes first, the letter before it what the feature is of.
    """
    found = [
        *_of_ends(spoken, pair, between),
        *_of_between(spoken, pair),
        *_of_cues(spoken, pair),
    ]
    return list(dict.fromkeys(found))


def _of_ends(spoken: Sequence[Word], pair: Pair, between: int) -> Iterator[str]:
    source, target, begin, end = pair
    way, left, right = _order(pair)
    kinds = _kind(spoken, source) + way + _kind(spoken, target)
    far = _bucket(end - begin)
    yield from (way, f"k{kinds}", f"d{way}{far}", f"n{way}{min(between, 3)}")
    yield from (f"s{_stem(spoken, source)}", f"t{_stem(spoken, target)}")
    for one in source.types:
        for other in target.types:
            yield from (f"o{one}{way}{other}", f"e{one}{way}{other}{far}")
    if (begin, end) != (left.last + 1, right.first):
        yield f"a{way}"
    if source.entity is not None and source.entity == target.entity:
        yield from ("=", f"={kinds}{far}")
    if _nested(left, right):
        yield f"i{way}{_kind(spoken, source)}"
    if spoken[left.last].owner or spoken[left.head].owner:
        yield from (f"p{way}", f"p{way}{far}")


def _of_between(spoken: Sequence[Word], pair: Pair) -> Iterator[str]:
    way, left, right = _order(pair)
    kinds = _kind(spoken, pair.source) + way + _kind(spoken, pair.target)
    lows = [word.low for word in spoken[pair.begin : pair.end]]
    if len(lows) <= NEAR:
        words = " ".join(lows)
        yield from (f"x{way}{words}", f"x{kinds}{words}")
    spelt = lows if len(lows) <= SPELT else (lows[0], lows[-1])
    yield from (f"b{way}{stem(low)}" for low in spelt)
    outline = _outline(lows)
    if len(outline) <= OUTLINE:
        yield from (f"y{way}{outline}", f"y{kinds}{outline}")
    if left.first:
        yield f"L{way}{stem(spoken[left.first - 1].low)}"
    if right.last + 1 < len(spoken):
        yield f"R{way}{stem(spoken[right.last + 1].low)}"


def _of_cues(spoken: Sequence[Word], pair: Pair) -> Iterator[str]:
    way, left, right = _order(pair)
    far = _bucket(pair.end - pair.begin)
    for name, node in (("u", pair.source), ("v", pair.target)):
        yield from (f"{name}{way}{far}{kind}" for kind in named(spoken[node.head].low))
    inside = spoken[pair.begin : pair.end]
    voice = "by" if any(word.low == "by" for word in inside) else far
    for kind in _kinds(inside):
        yield from (f"c{way}{kind}", f"c{way}{kind}{voice}")
    for kind in _kinds(spoken[max(0, left.first - NEAR) : left.first]):
        yield f"l{way}{kind}"
    for kind in _kinds(spoken[right.last + 1 : right.last + 1 + NEAR]):
        yield f"r{way}{kind}"
    for name, node in (("S", pair.source), ("T", pair.target)):
        yield from (f"{name}{kind}" for kind in _kinds(spoken[node.first : node.last + 1]))


def _order(pair: Pair) -> tuple[str, Node, Node]:
    if pair.source.head < pair.target.head:
        return ">", pair.source, pair.target
    return "<", pair.target, pair.source


def _nested(left: Node, right: Node) -> bool:
    return left.last >= right.head or right.first <= left.head


def constructions(spoken: Sequence[Word], pair: Pair) -> Mapping[RelationType, Sequence[str]]:
    """Where the words that name a tie stand to a pair, by type, in terms that are no type's own.

    What is learned here of "backed by" holds of "founded by" too.
    """
    source, target, begin, end = pair
    way, left, right = _order(pair)
    lows = [word.low for word in spoken[begin:end]]
    short = _outline(lows)[:OUTLINE]
    far = _bucket(end - begin)
    found: dict[RelationType, list[str]] = defaultdict(list)
    places: dict[RelationType, list[int]] = defaultdict(list)
    for number, low in enumerate(lows):
        for kind in named(low):
            places[kind].append(number)
    for kind, cues in places.items():
        before, after = _outline(lows[: cues[0]]), _outline(lows[cues[-1] + 1 :])
        found[kind] += (f"{way}between", f"{way}{before}*", f"{way}*{after}", f"{way}between{far}")
        if len(before) + len(after) <= OUTLINE:
            found[kind].append(f"{way}{before}*{after}")
    nested = " nested" if _nested(left, right) else ""
    for name, node in (("source", source), ("target", target)):
        heads = named(spoken[node.head].low)
        for kind in heads:
            found[kind] += (f"{way}{name} head{far}", f"{way}{name} head:{short}")
        for kind in _kinds(spoken[node.first : node.last + 1]).difference(heads):
            found[kind].append(f"{way}in {name}{nested}")
    for kind in _kinds(spoken[max(0, left.first - NEAR) : left.first]):
        found[kind].append(f"{way}before:{short}")
    for kind in _kinds(spoken[right.last + 1 : right.last + 1 + NEAR]):
        found[kind].append(f"{way}after:{short}")
    return found


def _kinds(spoken: Sequence[Word]) -> set[RelationType]:
    return {kind for word in spoken for kind in named(word.low)}


def _outline(lows: Sequence[str]) -> str:
    """Words as a pattern: small words and signs as they are, a cue as +, others as a dot."""
    marks = [
        low if low in _SMALL or not low[0].isalnum() else "+" if named(low) else "."
        for low in lows
        if low not in _ARTICLES
    ]
    return " ".join(mark for n, mark in enumerate(marks) if n == 0 or mark != marks[n - 1])


def _bucket(words: int) -> int:
    return next((n for n, most in enumerate(_DISTANCES) if words <= most), len(_DISTANCES))


def _kind(spoken: Sequence[Word], node: Node) -> str:
    if node.types == (TITLE,):
        return "T" if node.last > node.head or node.first < node.head else "t"
    head = spoken[node.head]
    return "p" if head.low in pronouns() else "N" if head.capital else "n"


def _stem(spoken: Sequence[Word], node: Node) -> str:
    head = spoken[node.head]
    return "" if head.capital and node.types != (TITLE,) else stem(head.low)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without an ending of its number or tense, roughly."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > NEAR:
            return word[: -len(ending)]
    return word
