"""What an open phrase points back to: "the general", "the release", "the firm"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from sayso.reading.sourcing.cast import ORGANISATION, PERSON, UNKNOWN
from sayso.reading.sourcing.described import Source, person
from sayso.reading.sourcing.lexicon import grammar
from sayso.reading.sourcing.nouns import bare
from sayso.reading.sourcing.phrase import Phrase
from sayso.reading.sourcing.scene import Past, Scene, latest
from sayso.records.text import Span

_REACH = 20_000
"""Characters back for the bearer of a role: an article, however long; it bounds the cost."""

_BODY_REACH = 1500
"""Characters back for "the firm": about five news paragraphs."""

_LAST_REACH = 800
"""Characters back for "the woman" without a role of her own: whoever spoke last."""

_LEAD, _TAIL = 40, 60
"""Characters around a name in which its role stands: "the general, Omar Tal", "Tal, a general"."""

_PEOPLE = frozenset({"named_person", "unnamed_person"})


def nominal(
    scene: Scene, phrase: Phrase, source: Source, position: int, past: Sequence[Past]
) -> Source:
    """Resolve an open source of `described` against earlier sources and the cast."""

    def same(other: Source) -> bool:
        kinds = {other.kind, source.kind}
        return other.head == source.head and (len(kinds) == 1 or kinds <= _PEOPLE)

    before = latest(past, position, reach=_REACH, fits=same)
    if before:
        # A document can be looked up when either mention of it says how.
        named = before.named or (source.named and source.kind in {"document", "media"})
        return replace(before, open=False, named=named)
    if source.kind in _PEOPLE:
        return _person(scene, phrase, source, position, past)
    if source.kind == "named_organisation":
        return _body(scene, source, position, past)
    return source


def _person(
    scene: Scene, phrase: Phrase, source: Source, position: int, past: Sequence[Past]
) -> Source:
    bearer = _bearer(scene, source, position)
    if bearer:
        return replace(person(scene.cast, bearer), head=source.head)
    again = phrase.determiner in {"the", "that", "this"} and not phrase.rest
    if source.kind == "named_person" or not again or source.head in grammar("shy"):
        return source

    def fits(other: Source) -> bool:
        genders = {other.gender, source.gender} - {""}
        return other.kind in _PEOPLE and len(genders) < 2  # noqa: PLR2004 - both the same

    last = latest(past[-3:], position, reach=_LAST_REACH, fits=fits)
    return replace(last, open=False) if last else source


def _bearer(scene: Scene, source: Source, position: int) -> str | None:
    """Find the person to whom the text gives this role."""
    role = re.compile(rf"\b{re.escape(source.head)}\b", re.IGNORECASE)
    for name in scene.cast.before(position, reach=_REACH):
        actor = scene.cast.actor(name.text)
        if not actor or actor.kind not in {PERSON, UNKNOWN}:
            continue
        if source.gender and actor.gender not in {"", source.gender}:
            continue
        if _has_role(scene.text, (name.start, name.end), name.title, role):
            return actor.name
    return None


def _has_role(text: str, span: Span, title: str, role: re.Pattern[str]) -> bool:
    if role.search(title):
        return True
    lead = text[max(0, span[0] - _LEAD) : span[0]]
    found = list(role.finditer(lead))
    if found and lead[found[-1].end() :].strip() in {"", ","}:
        return True
    tail = re.match(r",[^.;:,\"“”]*", text[span[1] : span[1] + _TAIL])
    return bool(tail and role.search(tail.group()))


def _body(scene: Scene, source: Source, position: int, past: Sequence[Past]) -> Source:
    """Find the body: for "the firm" the one named last, for "the campaign" one so called."""

    def fits(other: Source) -> bool:
        return other.kind == "named_organisation" and _may_be(other.entity, source.head)

    cited = latest(past, position, reach=_BODY_REACH, fits=fits)
    if cited:
        return replace(cited, open=False)
    for name in scene.cast.before(position, reach=_BODY_REACH):
        actor = scene.cast.actor(name.text)
        if actor and actor.kind == ORGANISATION and _may_be(actor.name, source.head):
            return replace(source, entity=actor.name, open=False)
    if source.head in {"group", "team"}:
        return Source(kind="unnamed_group", plural=True, head=source.head)
    return source


def _may_be(name: str | None, head: str) -> bool:
    if not name:
        return False
    return head in grammar("any_body") or head in (bare(word) for word in name.split())
