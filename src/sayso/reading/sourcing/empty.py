"""Whose say-so an attribution without a source span is, where syntax gives it."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from sayso.reading.sourcing.cast import PERSON, UNKNOWN
from sayso.reading.sourcing.described import UNSPECIFIED, Source, organisation, person
from sayso.reading.sourcing.scene import Past, Scene, latest
from sayso.records.text import Span

# Passives and impersonal verbs have no subject that speaks; nor do sentence adverbs.
_AGENTLESS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|'s|’s|it'?s)\s+(?:\w+\s+){0,2}?"
    r"\w+(?:ed|en|wn|un|ght|id|ld|ade|ut|elt|eant)\b"
    r"|^(?:it|there) |(?:edly|ently)$|\b(?:seem|appear)",
    re.IGNORECASE,
)
_COORDINATED = re.compile(
    r"(?:[,;:–—-]|\b(?:and|but|or|then|also|yet|later|before|after|while|by|to|not))\s+"
    r"(?:(?:\w+ly|also|then|later|once|again|even|instead|now)\s+){0,3}$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?:s|ion|ment|ism|ure|ger|ears?|buzz|news|of|about|for)$", re.IGNORECASE)

_REACH = 1500
"""Characters back to the start of the sentence at most: it bounds the cost of endless ones."""

_COORDINATOR_REACH = 60
"""Characters before the cue in which the coordination stands, adverbs included."""

_SUBJECT_REACH = 40
"""Characters from the start of a sentence in which its subject's name begins."""


def implied(scene: Scene, cue: Span, past: Sequence[Past]) -> Source:
    """Find the source that coordination, a participle or an infinitive gives.

    "The minister accused the rebels and threatened ..." has one for "threatened". Agentless
    passives, impersonal verbs and nouns have none: `unspecified`.
    """
    words = scene.text[cue[0] : cue[1]]
    index = scene.sentence_of(cue[0])
    begin = max(cue[0] - _REACH, scene.sentences[index][0] if index >= 0 else 0)
    before = scene.text[max(begin, cue[0] - _COORDINATOR_REACH) : cue[0]]
    noun = _NOUN.search(words) and not words.endswith("ing")
    if noun or _AGENTLESS.search(words) or not _COORDINATED.search(before):
        return UNSPECIFIED
    cited = latest(
        past, cue[0], reach=cue[0] - begin, fits=lambda source: source.kind != "unspecified"
    )
    if cited:
        return replace(cited, open=False)
    for name in scene.cast.before(begin + _SUBJECT_REACH, reach=_SUBJECT_REACH):
        actor = scene.cast.actor(name.text)
        if actor and name.end <= cue[0]:
            make = person if actor.kind in {PERSON, UNKNOWN} else organisation
            return make(scene.cast, name.text)
    return UNSPECIFIED
