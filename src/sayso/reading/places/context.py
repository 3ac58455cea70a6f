"""What a name stands among: the words beside it and what the rest of the text says of it."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from sayso.knowledge.names import plain
from sayso.reading.places.cues import cue, listed
from sayso.reading.places.names import Name, Token
from sayso.records.reading import Mention

_CLASSES = ("into_place", "title", "body", "division", "settlement", "speech", "site")


class Scene:
    """A text, its words and the names in it. Made once, read by the judges of both questions:
    is this a place, and which."""

    def __init__(
        self,
        text: str,
        words: Sequence[Token],
        names: Sequence[Name],
        mentions: Sequence[Mention],
    ) -> None:
        self.text, self.words, self.names = text, words, names
        self.tagged = bool(mentions)
        self._types: dict[int, str] = {}
        for mention in mentions:
            if mention.type in ("Location", "Person", "Organisation", "Nationality"):
                for at in range(mention.start, min(mention.end, mention.start + 80)):
                    # The innermost mention begins last.
                    self._types[at] = mention.type

    def before(self, name: Name, steps: int = 1) -> str:
        """The word before a name in small letters, "^" at the start of a line or sentence."""
        at = name.first - steps
        if at < 0:
            return "^"
        gap = self.text[self.words[at].end : self.words[at + 1].start]
        if "\n\n" in gap or (any(mark in gap for mark in '.!?:;"“”') and not self._titled(at)):
            return "^"
        return "," if "," in gap else self.words[at].text.lower()

    def _titled(self, at: int) -> bool:
        return self.words[at].text.lower() in cue("title")

    def after(self, name: Name) -> str:
        """The word after a name in small letters, or the mark that parts it from one."""
        if name.last + 1 >= len(self.words):
            return "$"
        follower = self.words[name.last + 1]
        gap = self.text[name.end : follower.start].strip(" \n\r\t.")
        return gap[:1] if gap else follower.text.lower()

    def neighbour(self, name: Name, step: int) -> Token | None:
        """The token before (-1) or after (1) with only blanks between, or None."""
        at = name.first - 1 if step < 0 else name.last + 1
        if not 0 <= at < len(self.words):
            return None
        token = self.words[at]
        gap = self.text[token.end : name.start] if step < 0 else self.text[name.end : token.start]
        return token if not gap.strip() or (step < 0 and gap == ". ") else None

    def type(self, name: Name) -> str:
        """The kind of mention that a name lies in, "" outside all."""
        return self._types.get(name.end - 1, "")

    @cached_property
    def persons(self) -> frozenset[str]:
        """Words that follow a given name or a title somewhere: what else they name, they also
        name a person here."""
        found = set()
        for before, word in zip(self.words, self.words[1:], strict=False):
            if word.capital and before.capital and word.start - before.end <= len(". "):
                lead = before.text.lower()
                if lead in listed("given") or lead in cue("title"):
                    found.add(word.text.lower())
        return frozenset(found)

    @cached_property
    def alike(self) -> dict[str, list[int]]:
        """The numbers of the names that are spelled alike."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            found[plain(name.text)].append(number)
        return found

    def container(self, number: int) -> Name | None:
        """The name that follows after a comma, as the state does in "Paris, Texas"."""
        name = self.names[number]
        if number + 1 >= len(self.names):
            return None
        following = self.names[number + 1]
        gap = self.text[name.end : following.start]
        return (
            following if gap.strip() in (",", ", the", "(") and following.demonym is None else None
        )


def classes(word: str) -> list[str]:
    """The cue classes that a word in small letters belongs to."""
    return [name for name in _CLASSES if word in cue(name)]
