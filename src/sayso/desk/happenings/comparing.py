"""Whether two occurrences tell of one event: a number for each question, and their sum as log odds.

The weights are in `data/weights.toml`, with what they were fitted on.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from sayso import shipped
from sayso.desk.claims.words import listed
from sayso.desk.happenings.averaging import averaged
from sayso.desk.happenings.occurrences import Forms, Occurrence

FEATURES: Final = (
    "bias", "same", "part", "derived", "act", "rare", "saying",
    "document", "same_in_document", "related", "same_if_related", "strange", "company",
    "same_in_company", "story", "same_in_story", "sentence", "same_sentence", "near", "same_near",
    "before", "behind", "other_names", "figures", "other_figures",
)  # fmt: skip

BACKGROUND: Final = 50
"""Documents that are reckoned with beside those compared, as in `claims.comparing`."""

NEIGHBOURS: Final = 40
"""Documents, the closest, that one is compared with."""

STORY: Final = 0.3
"""Mean likeness of documents that tell one story."""

_COMMON = 4.0
"""Weight of a word from which more says no more."""
_CLOSE = 2.5
"""How likeness of documents is stretched: .4 is as close as two accounts of one event get."""
_STRANGE = 0.2
_HOLDERS = 200
"""Documents that a word leads to at most; past that it is too common to."""

_LETTERS = 4
_DERIVED = 0.6
"""Letters, and share of the longer word, that two words of one root begin with."""


class Comparer:
    """Compares occurrences in one set of documents; knows how rare each word is there.

    `texts` are the forms of each document's words, `company` those of the names in it.
    """

    def __init__(self, texts: Mapping[str, Forms], company: Mapping[str, Forms]) -> None:
        self._documents = len(texts) + BACKGROUND
        self._texts = texts
        self._company = company
        self._naming: dict[str, list[str]] = defaultdict(list)
        for document, each in texts.items():
            for word in each:
                self._naming[word].append(document)
        self._norms: dict[Forms, float] = {}
        self._related: dict[tuple[str, str], float] = {}
        self._story = self._stories()

    def weight(self, word: str) -> float:
        """How much a shared word says: the rarer, the more."""
        return math.log(self._documents / (len(self._naming.get(word, ())) + 1))

    def related(self, one: str, other: str) -> float:
        """How much two documents have in common, from 0 to 1."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._related:
            alike = self._alike(self._texts[one], self._texts[other])
            self._related[pair] = min(1.0, _CLOSE * alike)
        return self._related[pair]

    def neighbours(self, document: str) -> tuple[str, ...]:
        """The documents that have most in common with one, the closest first."""
        shared: dict[str, float] = defaultdict(float)
        for word in self._texts[document]:
            holders = self._naming.get(word, ())
            if len(holders) <= _HOLDERS:
                for other in holders:
                    shared[other] += self.weight(word)
        shared.pop(document, None)
        order = sorted(shared, key=lambda other: (-shared[other], other))
        return tuple(order[:NEIGHBOURS])

    def _stories(self) -> dict[str, int]:
        """Number the documents by the story that they tell."""
        documents = sorted(self._texts)
        place = {document: number for number, document in enumerate(documents)}
        alike = {
            (min(number, place[other]), max(number, place[other])): self.related(document, other)
            for number, document in enumerate(documents)
            for other in self.neighbours(document)
        }
        stories = averaged(len(documents), alike, apart=0.0, least=STORY)
        return {documents[at]: number for number, story in enumerate(stories) for at in story}

    def odds(self, one: Occurrence, other: Occurrence) -> float:
        """Log odds that two occurrences tell of one event."""
        numbers = self.numbers(one, other)
        return sum(weight * numbers[name] for name, weight in weights().items() if name in numbers)

    def numbers(self, one: Occurrence, other: Occurrence) -> dict[str, float]:
        """Answer every question about two occurrences."""
        same = float(one.head == other.head or one.forms == other.forms)
        here = float(one.document == other.document)
        related = 0.0 if here else self.related(one.document, other.document)
        company = (
            0.0 if here
            else self._alike(self._company[one.document], self._company[other.document])
        )  # fmt: skip
        story = float(not here and self._story[one.document] == self._story[other.document])
        sentence = self._alike(one.sentence, other.sentence)
        near = self._alike(one.near, other.near)
        return {
            "bias": 1.0,
            "same": same,
            "part": float(not same and not one.forms.isdisjoint(other.forms)),
            "derived": float(not same and derived(one.head, other.head)),
            "act": float(not same and not one.acts.isdisjoint(other.acts)),
            "rare": same * min(1.0, self.weight(one.head) / _COMMON),
            "saying": same * (one.head in listed("saying")),
            "document": here,
            "same_in_document": same * here,
            "related": related,
            "same_if_related": same * related,
            "strange": float(not here and related < _STRANGE),
            "company": company,
            "same_in_company": same * company,
            "story": story,
            "same_in_story": same * story,
            "sentence": sentence,
            "same_sentence": same * sentence,
            "near": near,
            "same_near": same * near,
            "before": self._alike(one.before, other.before),
            "behind": self._alike(one.behind, other.behind),
            "other_names": _apart(one.names, other.names),
            "figures": float(not one.figures.isdisjoint(other.figures)),
            "other_figures": _apart(one.figures, other.figures),
        }

    def _alike(self, one: Forms, other: Forms) -> float:
        """The cosine of two sets of words, each weighed."""
        shared = one & other
        if not shared:
            return 0.0
        squares = self._norm(one) * self._norm(other)
        return self._squares(shared) / math.sqrt(squares) if squares else 0.0

    def _norm(self, words: Forms) -> float:
        if words not in self._norms:
            self._norms[words] = self._squares(words)
        return self._norms[words]

    def _squares(self, words: Iterable[str]) -> float:
        return sum(self.weight(word) ** 2 for word in words)


def derived(one: str, other: str) -> bool:
    """Whether two words look like one root's: "announc" and "announcement"."""
    root = max(_LETTERS, math.ceil(_DERIVED * max(len(one), len(other))))
    return min(len(one), len(other)) >= root and one[:root] == other[:root]


def _apart(one: Forms, other: Forms) -> float:
    return float(bool(one) and bool(other) and other.isdisjoint(one))


@cache
def weights() -> dict[str, float]:
    """The weights by feature, and the two thresholds of joining."""
    return shipped.table("sayso.desk.happenings", "data/weights")
