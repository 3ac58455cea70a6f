"""One doer of two deeds: "the army condemned the raid and carried out airstrikes"."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from sayso.records.reading import Event
from sayso.records.text import Span, Spans

_ADVERB: Final = r"(?:(?:\w+ly|then|later|also|has|have|had) )*"
_LIGHT: Final = (
    r"(?:conducted|carried out|launched|mounted|staged|held|made|ordered|waged|imposed|signed|sent"
    r"|took part in) (?:(?:a|an|the|its|their|\d+) )?(?:[\w-]+ ){0,2}"
)
_COORDINATED: Final = re.compile(rf"[^,;:.—()]*\band {_ADVERB}(?P<light>{_LIGHT})?")
"""What stands between two triggers whose verbs share a subject: "and", and a verb that only says
that the second one was done."""

_VERB: Final = re.compile(r"\w+(?:ed|t|d)\b")


def shared(text: str, sentence: Span, events: Sequence[Event], one: Event) -> Event:
    """An event, with the actors of the verb that it is coordinated with where it has none."""
    return one if one.actor else replace(one, actor=_doers(text, sentence, events, one))


def _doers(text: str, sentence: Span, events: Sequence[Event], one: Event) -> Spans:
    verbs = [each for each in events if each.actor and _is_verb(text, sentence, each, one)]
    if not verbs:
        return ()
    first = max(verbs, key=lambda each: each.trigger[1])
    between = _COORDINATED.fullmatch(text, first.trigger[1], one.trigger[0])
    both = between and (between["light"] or _VERB.search(text, *one.trigger))
    return first.actor if both else ()


def _is_verb(text: str, sentence: Span, each: Event, one: Event) -> bool:
    """Whether an event is told before another in its sentence, by a verb behind its subject."""
    inside = (
        sentence[0] <= each.actor[0][1] <= each.trigger[0] and each.trigger[1] <= one.trigger[0]
    )
    return inside and _VERB.search(text, *each.trigger) is not None
