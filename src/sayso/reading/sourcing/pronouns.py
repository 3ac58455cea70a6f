"""Whom a pronoun stands for."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from sayso.reading.intervals import within
from sayso.reading.sourcing.cast import MEDIA, ORGANISATION, PERSON, PLACE, UNKNOWN
from sayso.reading.sourcing.described import UNSPECIFIED, Source, organisation, outlet, person
from sayso.reading.sourcing.lexicon import terms
from sayso.reading.sourcing.names import Occurrence
from sayso.reading.sourcing.nouns import bare, is_people, is_person
from sayso.reading.sourcing.scene import Past, Scene, latest, recent
from sayso.records.text import Spans

_HE_REACH = 1500
"""Characters back in which "he" and "she" are looked for: about five news paragraphs."""

_IT_REACH = 800
"""The same for "it" and "they", which rarely reach further than the last paragraph."""

_NAME_REACH = 400
"""The same for "it" among names that were no source: further back they are mostly wrong."""

# Weights of an antecedent of "he", in sentences of distance; set by hand and checked against the
# resolved names of the labels' training part (`training/measure_sources.py`).
_SOURCE = 1.6
_SUBJECT = 0.9
_OWNER = -0.5
_IN_CONTENT = -1.2
_IN_OWN_CONTENT = -4.0
_UNSURE = -1.2

_SUBJECT_REACH = 25
"""Characters from the start of a sentence in which its subject's name begins."""

_RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
_PLURALS = frozenset({"they", "them", "their", "theirs", "we", "our", "ours"})
_GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip


def pronoun(scene: Scene, word: str, position: int, own: Spans, past: Sequence[Past]) -> Source:
    """Resolve a pronoun at a position; `own` is what this source is made to say."""
    if word in _GENDERS:
        return _he(scene, _GENDERS[word], position, own, past)
    if word in _RELATIVES:
        return _relative(scene, word, position)
    if word in {"it", "its", "itself"}:
        return _it(scene, position, past)
    if word in {"one", "another", "someone", "somebody"}:
        return _another(position, past)
    if word in {"i", "me", "my", "mine"}:
        return Source(kind="named_person", named=True)
    again = word in _PLURALS
    before = latest(past, position, reach=_IT_REACH, fits=_is_they) if again else None
    return before or _people(word)


def _people(word: str) -> Source:
    return Source(kind="unnamed_group", plural=True, head=word)


def _is_they(source: Source) -> bool:
    return source.kind in {"unnamed_group", "named_organisation"}


def _is_it(source: Source) -> bool:
    return source.kind in {"named_organisation", "document", "media"} and not source.plural


def _he(scene: Scene, gender: str, position: int, own: Spans, past: Sequence[Past]) -> Source:
    """Choose between the persons cited or named before, by distance and salience."""
    here = scene.sentence_of(position)
    candidates = [
        *_cited(gender, position, past),
        *_named(scene, gender, position, own),
    ]
    if not candidates:
        return Source(kind="named_person", named=True, gender=gender)
    best = max(candidates, key=lambda item: item[1] - (here - scene.sentence_of(item[2])))
    return replace(best[0], gender=gender, open=False)


def _cited(gender: str, position: int, past: Sequence[Past]) -> Iterator[tuple[Source, float, int]]:
    for item in recent(past, position, reach=_HE_REACH):
        source = item.source
        if source.kind in {"named_person", "unnamed_person"} and source.gender in {"", gender}:
            yield source, _SOURCE, item.position


def _named(
    scene: Scene, gender: str, position: int, own: Spans
) -> Iterator[tuple[Source, float, int]]:
    for name in scene.cast.before(position, reach=_HE_REACH):
        actor = scene.cast.actor(name.text)
        kind = actor.kind if actor else UNKNOWN
        fits = kind == PERSON or (kind == UNKNOWN and " " in name.text)
        if fits and (actor is None or actor.gender in {"", gender}):
            doubt = 0 if kind == PERSON else _UNSURE
            yield person(scene.cast, name.text), _salience(scene, name, own) + doubt, name.start


def _salience(scene: Scene, name: Occurrence, own: Spans) -> float:
    begin = scene.sentences[scene.sentence_of(name.start)][0]
    score = 0.0
    if name.start - begin - len(name.title) < _SUBJECT_REACH:
        score += _SUBJECT
    if scene.text[name.end : name.end + 2] in {"'s", "’s"}:
        score += _OWNER
    if within(own, name.start, name.end):
        return score + _IN_OWN_CONTENT
    return score + (_IN_CONTENT if within(scene.content, name.start, name.end) else 0)


def _it(scene: Scene, position: int, past: Sequence[Past]) -> Source:
    cited = latest(past, position, reach=_IT_REACH, fits=_is_it)
    if cited:
        return replace(cited, open=False, named=True)
    for name in scene.cast.before(position, reach=_NAME_REACH):
        actor = scene.cast.actor(name.text)
        if actor and actor.kind in {ORGANISATION, PLACE}:
            return organisation(scene.cast, name.text)
        if actor and actor.kind == MEDIA:
            return outlet(actor.name)
    return UNSPECIFIED


def _another(position: int, past: Sequence[Past]) -> Source:
    last = latest(past, position, reach=_IT_REACH, fits=lambda _: True)
    if last and last.kind == "document":
        return Source(kind="document", head=last.head)
    return Source(kind="unnamed_person")


_RELATIVE_REACH = 80
_GAP = 12
"""Characters between a relative pronoun and its name: "Bel, 52, who"."""


def _relative(scene: Scene, word: str, position: int) -> Source:
    """Resolve "who" and "which": what stands right before."""
    for name in scene.cast.before(position, reach=_RELATIVE_REACH):
        gap = scene.text[name.end : position]
        if len(gap.strip(" ,–—-()")) > _GAP and not gap.startswith(","):
            break
        if word in {"which", "that"}:
            return organisation(scene.cast, name.text)
        actor = scene.cast.actor(name.text)
        if actor is None or actor.kind in {PERSON, UNKNOWN}:
            return person(scene.cast, name.text)
    before = re.findall(r"[\w'’-]+", scene.text[max(0, position - _RELATIVE_REACH) : position])
    found = (_by_noun(bare(noun)) for noun in reversed(before[-_NOUNS_BACK:]))
    unknown = UNSPECIFIED
    if word not in {"which", "that"}:
        unknown = Source(kind="named_person", named=True)
    return next((source for source in found if source), unknown)


_NOUNS_BACK = 4
"""Words before a relative pronoun in which its noun stands."""


def _by_noun(noun: str) -> Source | None:
    if is_people(noun):
        return _people(noun)
    if is_person(noun):
        return Source(kind="unnamed_person", head=noun)
    if noun in terms("organisations"):
        return Source(kind="named_organisation", named=True, head=noun)
    if noun in terms("documents"):
        return Source(kind="document", named=True, head=noun)
    return None
