"""What a clause claims, in parts that can be compared: acts, parties, days, figures, words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from sayso.desk.claims.clauses import Clause, clauses
from sayso.desk.claims.deeper import denies
from sayso.desk.claims.figures import Figure, figures
from sayso.desk.claims.frames import frames, shows, types
from sayso.desk.claims.withdrawals import withdraws
from sayso.desk.claims.wording import accuses
from sayso.desk.claims.words import Token, stem, tokens, weighty
from sayso.desk.origins.described import Descriptions
from sayso.desk.origins.names import Names, Use
from sayso.desk.origins.voices import Voice, Voices
from sayso.records.reading import Analysis, Event, Time

Days = tuple[date, date]

LONGEST: Final = timedelta(days=31)
"""The longest stretch of time that says when something was."""

LAG: Final = timedelta(days=3)
"""How long before publication a thing happened whose day is not said."""

SURE_EVENT: Final = 0.6
"""Confidence from which an event gives the type of a clause whose own words show no act."""

_BLOT = "_"

_OPEN = frozenset(("Uu", "CTu"))
_WE = frozenset("we our us ours i my mine ourselves".split())
_PRONOUNS = frozenset("he she it they him her them his hers its their theirs".split())
_ITS = frozenset("it its they their".split())
_BEFORE = 6
_BEHIND = 2
"""Words before and behind the one that shows an act in which a negation is about it."""

_OPENING = frozenset("that whom who which whose because so if whether when where while".split())
_PERSONS = frozenset("he she him her his hers".split())
_TELLING = frozenset("told ordered asked urged forced instructed commanded summoned".split())
_TOLD_WITHIN = 9
_CLEFT = re.compile(r"(?:it|this|that) (?:was|is|were) (?:the )?", re.IGNORECASE)
_NEGATIONS = frozenset("no not never nobody none nothing neither nor cannot".split())
_NO_DENIAL = re.compile(
    r"\bno (?:longer|more|fewer|less)\b|\bnot (?:only|just|least|until)\b|\bnone of it\b"
    r"|\bnone\b.{0,60}\bsurviv|\bno survivors\b",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:which|who|whose|because|although|though|when|where|unless|with)\b", re.IGNORECASE
)
_FRESH = re.compile(
    r"\b(?:another|second|third|fourth|again|once more|this time|further|renewed)\b", re.IGNORECASE
)
_REPEATED = re.compile(
    r"\b(?:twice|thrice|(?:two|three|four|five|six|several|many|\d+) times)\b(?! (?:as|the)\b)",
    re.IGNORECASE,
)


class Proposition(Struct, frozen=True, kw_only=True):
    """A clause taken apart.

    `bearers` are the parties and things that it names or points to, `days` when it was; `dated`
    says whether the clause says so itself. `around` are the acts that its sentence and the one
    before tell of, `denied` those of `frames` that its negation is about. `fresh`: it tells itself
    apart from an earlier one. `repeated`: it counts how often it was. `withdraws`: its outlet takes
    back here what it reported once.
    """

    number: int
    document: str
    clause: Clause
    voice: Voice
    frames: frozenset[str]
    types: frozenset[str]
    around: frozenset[str]
    bearers: frozenset[str]
    places: frozenset[str]
    days: Days
    dated: bool
    figures: tuple[Figure, ...]
    stems: frozenset[str]
    negative: bool
    denied: frozenset[str]
    withdraws: bool
    hedged: bool
    fresh: bool
    repeated: bool
    event: Event | None = None

    @property
    def tolls(self) -> tuple[Figure, ...]:
        """The figures that are what is claimed."""
        return tuple(figure for figure in self.figures if figure.toll)


class People(Struct, frozen=True):
    """Who is who in a set of documents."""

    names: Names
    descriptions: Descriptions
    voices: Voices


def propositions(analyses: Sequence[Analysis], people: People) -> tuple[Proposition, ...]:
    """Take every clause of every document apart that asserts or denies something."""
    found: list[Proposition] = []
    for analysis in analyses:
        for clause in clauses(analysis):
            if clause.factuality not in _OPEN:
                found.append(_proposition(len(found), analysis, clause, people))
    return tuple(found)


def _proposition(number: int, analysis: Analysis, clause: Clause, people: People) -> Proposition:
    names, voices = people.names, people.voices
    text = analysis.text
    words = tuple(tokens(text, clause.start, clause.end))
    voice = voices.of(analysis, clause.attribution, sentence=clause.sentence)
    uses = list(names.within(analysis.id, clause.start, clause.end))
    spans = [(use.start, use.end) for use in uses]
    shown = _asserted(words, frames(_nameless(words, spans)))
    if _is_cleft(text, clause, uses):
        shown.setdefault("perpetrate", 0)
    if accuses(text, clause):
        shown.setdefault("perpetrate", 0)
    times = [t for t in analysis.times or () if clause.start <= t.start and t.end <= clause.end]
    event = None if shown else _event(analysis, clause)
    days, dated = _days(analysis, clause)
    rejected = _rejected(text, clause)
    negative = _negative(text, clause) != rejected
    taken_back = voice.kind == "own" and withdraws(analysis, clause)
    bearers = {
        *(use.bearer for use in uses if not use.place),
        *people.descriptions.within(analysis, clause.start, clause.end),
        *_meant(analysis, words, names, voice),
    }
    return Proposition(
        number=number,
        document=analysis.id,
        clause=clause,
        voice=voice,
        frames=frozenset(shown),
        types=frozenset((event.type,) if event else map(types().__getitem__, shown)) - {""},
        around=_around(analysis, clause, names),
        bearers=frozenset(bearers),
        places=frozenset(use.bearer for use in uses if use.place),
        days=days,
        dated=dated,
        figures=figures(text, words, shown, apart=[(t.start, t.end) for t in times]),
        stems=frozenset(
            stem(part)
            for token in words
            if not _inside(token, spans)
            for part in token.word.split()
            if weighty(part) and not shows(part)
        ),
        negative=negative or taken_back,
        denied=frozenset(shown) if rejected or taken_back else _denied(words, shown),
        withdraws=taken_back,
        hedged=clause.factuality[:2] in ("PR", "PS"),
        fresh=bool(_FRESH.search(text[clause.start : clause.end])),
        repeated=bool(_REPEATED.search(text[clause.start : clause.end])),
        event=event,
    )


def _asserted(words: Sequence[Token], shown: dict[str, int]) -> dict[str, int]:
    """The acts that a clause asserts: what somebody was told to do is not done, only ordered."""
    verb = next((i for i, token in enumerate(words) if token.word in _TELLING), None)
    if verb is None or not any(
        token.word == "to" for token in words[verb + 1 : verb + _TOLD_WITHIN]
    ):
        return shown
    kept = {frame: at for frame, at in shown.items() if at <= verb or frame in ("dismiss", "order")}
    return kept | {"order": verb}


def _nameless(words: Sequence[Token], spans: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """The words of a clause, those of names blotted out: a relief union's name tells of no aid."""
    return tuple(t._replace(word=_BLOT) if _inside(t, spans) else t for t in words)


def _around(analysis: Analysis, clause: Clause, names: Names) -> frozenset[str]:
    sentences = (analysis.sentences or ())[max(0, clause.sentence - 1) : clause.sentence + 1]
    if not sentences:
        return frozenset()
    start, end = sentences[0].start, sentences[-1].end
    spans = [(use.start, use.end) for use in names.within(analysis.id, start, end)]
    return frozenset(frames(_nameless(tuple(tokens(analysis.text, start, end)), spans)))


def _is_cleft(text: str, clause: Clause, uses: Sequence[Use]) -> bool:
    """Whether a clause does nothing but name who it was: "it was the Front"."""
    return any(_CLEFT.fullmatch(text, clause.start, use.start) for use in uses[:1])


def _inside(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in spans)


def _event(analysis: Analysis, clause: Clause) -> Event | None:
    """The surest event that a clause tells, if it is sure enough."""
    inside = (
        event
        for event in analysis.events or ()
        if event.confidence >= SURE_EVENT
        and clause.start <= event.trigger[0]
        and event.trigger[1] <= clause.end
    )
    return max(inside, key=lambda event: (event.confidence, -event.trigger[0]), default=None)


def _meant(analysis: Analysis, words: Sequence[Token], names: Names, voice: Voice) -> Iterator[str]:
    """Whom the pronouns of a clause mean: the speaker's side, or the entity that reading found."""
    side = {voice.party} if voice.party else set()
    if any(token.word in _WE for token in words):
        yield from side
    pronouns = {(t.start, t.end): t.word for t in words if t.word in _PRONOUNS}
    called = {entity.id: entity.names for entity in analysis.entities or ()}
    read: set[tuple[int, int]] = set()
    for mention in analysis.mentions or ():
        span = (mention.start, mention.end)
        if span in pronouns and mention.entity in called:
            found = {names.bearer(analysis.id, name) for name in called[mention.entity]} - {None}
            if len(found) == 1:
                read.add(span)
                # A witness who tells what she saw is no party to it; a spokesman's side may be.
                person = pronouns[span] in _PERSONS
                yield from (
                    side
                    if voice.person in found
                    else (b for b in found if b and not (person and b in names.things))
                )
    if any(word in _ITS for span, word in pronouns.items() if span not in read):
        yield from side


def _negative(text: str, clause: Clause) -> bool:
    """Whether a clause says by its own words that something is not so."""
    said = _NO_DENIAL.sub(" ", text[clause.start : clause.end])
    scope = _SCOPE.search(said, 1)
    main = said[: scope.start()] if scope else said
    return any(map(_negates, re.findall(r"[\w’']+", main.lower())))


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith(("n't", "n’t"))


def _rejected(text: str, clause: Clause) -> bool:
    """Whether a clause is what its source denies."""
    item = clause.attribution
    return item is not None and any(denies(text[start:end]) for start, end in item.cue)


def _denied(words: Sequence[Token], shown: Mapping[str, int]) -> frozenset[str]:
    """The acts that a negation stands close before, or that have one for their object."""
    found = set()
    for frame, at in shown.items():
        near = [token.word for token in words[max(0, at - _BEFORE) : at + _BEHIND + 1]]
        for word in reversed(near[:at]) if at < len(near) else near[::-1]:
            if word in _OPENING:
                break
            if _negates(word) or word == "nt":
                found.add(frame)
    return frozenset(found)


def _days(analysis: Analysis, clause: Clause) -> tuple[Days, bool]:
    """When a clause's matter was: as it says itself, as was said last before, or not long before
    it was published."""
    said = [
        (days, time.start) for time in analysis.times or () if (days := _bounds(time)) is not None
    ]
    inside = [days for days, at in said if clause.start <= at < clause.end]
    if inside:
        return (min(d[0] for d in inside), max(d[1] for d in inside)), True
    sentence = (analysis.sentences or ())[clause.sentence]
    # When something was said is not when it was.
    told = clause.attribution.content if clause.attribution else ()
    here = [
        days
        for days, at in said
        if sentence.start <= at < sentence.end
        and (clause.attribution is None or any(start <= at < end for start, end in told))
    ]
    near = here or [days for days, at in said if at < sentence.start][-1:]
    if near:
        return near[-1], False
    published = _day(analysis.published)
    return (published - LAG, published) if published else (date.min, date.max), False


def _bounds(time: Time) -> Days | None:
    if time.type not in ("DATE", "TIME"):
        return None
    begin, until = _day(time.begin), _day(time.until)
    if begin is None or until is None or until - begin > LONGEST:
        return None
    return begin, until


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        return None
