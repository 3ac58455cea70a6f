"""How an entity is called: the names that stand in the text, and the best of them."""

from collections import Counter
from collections.abc import Sequence

from sayso.knowledge.actors.spelling import bare
from sayso.knowledge.names import plain
from sayso.reading.entities.profiles import Profile
from sayso.reading.entities.shown import first_part, shown

_LONGEST = 80
"""Code points of a name that is shown: what is longer is a description."""


def names_of(text: str, members: Sequence[Profile], *, person: bool) -> tuple[str, ...]:
    """Every name of an entity, the commonest first, one spelling of each."""
    counts: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for one in members:
        if one.kind in ("name", "demonym"):
            name = shown(text[one.span[0] : one.span[1]], person=person)
            if key := plain(name):
                counts[key] += 1
                spelled.setdefault(key, Counter())[name] += 1
    return tuple(spelled[key].most_common(1)[0][0] for key, _ in counts.most_common())


def best_name(
    text: str, members: Sequence[Profile], names: Sequence[str], *, known: str | None
) -> str:
    """The fullest proper name as a reader would say it; without one, the first description.

    `known` is what the actor is called in knowledge: the best name where the text has it.
    """
    if known and (same := [name for name in names if plain(name) == plain(known)]):
        return same[0]
    fitting = [name for name in names if len(name) <= _LONGEST] or list(names)
    if fitting:
        return max(fitting, key=lambda name: (len(name.split()), len(name)))
    said = [text[p.span[0] : p.span[1]] for p in members if p.kind == "nominal"]
    said = said or [text[p.span[0] : p.span[1]] for p in members]
    return bare(first_part(said[0]) or said[0])[:_LONGEST]
