"""Types of mentions that knowledge and the form of a dispatch make sure, against the network's.

"Israel" alone       is no person, unless somebody of the text is called so
"Iranian" alone      is an adjective, no body
"AL-QAIM, Iraq -"    at the head of a paragraph is where the dispatch was written
"""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.knowledge.actors.spelling import bare
from sayso.knowledge.demonyms import lookup
from sayso.knowledge.names import plain
from sayso.reading.datelines import datelines
from sayso.reading.entities.known import is_capital, is_place, is_state
from sayso.records.reading import Mention
from sayso.records.vocabulary import MentionType


def sure_types(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, in the same order, each with its type or the surer one."""
    written_in = {plain(text[slice(*each.town)]): each.town for each in datelines(text)}
    people = {
        word
        for each in mentions
        if each.type == "Person" and len(words := plain(text[each.start : each.end]).split()) > 1
        for word in words
    }
    return [replace(each, type=_type(text, each, written_in, people)) for each in mentions]


def _type(
    text: str, mention: Mention, written_in: dict[str, tuple[int, int]], people: set[str]
) -> MentionType:
    said = text[mention.start : mention.end]
    name = plain(bare(said))
    if mention.type == "Person" and name not in people and is_state(said):
        return "Location"
    if mention.type == "Organisation" and (known := lookup(said)) and not known.people:
        return "Nationality"
    if mention.type in ("Person", "Organisation") and name in written_in:
        here = mention.start < written_in[name][1] and mention.end > written_in[name][0]
        if here or (is_place(said) and not is_capital(said)):
            return "Location"
    return mention.type
