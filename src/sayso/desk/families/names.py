"""Whether two names are of one house: an agency as a text credits it, a publisher as it signs."""

import re

_WORD = re.compile(r"\w+")
_ARTICLE = "the"


def same_house(one: str | None, other: str | None) -> bool:
    """True for equal names, articles and case aside, and for a name and its initials."""
    if not one or not other:
        return False
    first, second = _folded(one), _folded(other)
    if not first or not second:
        return False  # marks alone, or an article, are nobody's name
    return first == second or _initials(first) == second or first == _initials(second)


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(name.casefold()) if word != _ARTICLE)


def _initials(name: tuple[str, ...]) -> tuple[str, ...]:
    return ("".join(word[0] for word in name),) if len(name) > 1 else name
