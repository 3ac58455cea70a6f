"""What a clause claims, in parts that can be compared: acts, parties, days, figures, words."""

from collections.abc import Iterable

from msgspec import Struct

from sayso.desk.claims.acts import around, asserted, surest_event
from sayso.desk.claims.clauses import Clause, clauses
from sayso.desk.claims.cues import is_denial
from sayso.desk.claims.days import Days, days_of
from sayso.desk.claims.figures import Figure, figures
from sayso.desk.claims.frames import DEEDS, shows, types
from sayso.desk.claims.lists import pattern
from sayso.desk.claims.negation import denied, is_negative, is_untrue
from sayso.desk.claims.pronouns import meant
from sayso.desk.claims.withdrawals import withdraws
from sayso.desk.claims.words import begins_in, stem, tokens, weighty
from sayso.desk.origins.described import Descriptions
from sayso.desk.origins.names import Names
from sayso.desk.origins.voices import Voice, Voices
from sayso.records.reading import Analysis, Event

_OPEN = frozenset(("Uu", "CTu"))


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


def propositions(analyses: Iterable[Analysis], people: People) -> tuple[Proposition, ...]:
    """Take every clause of every document apart that asserts or denies something."""
    found: list[Proposition] = []
    for analysis in analyses:
        told: dict[int, frozenset[str]] = {}
        for clause in clauses(analysis):
            if clause.factuality in _OPEN:
                continue
            if clause.sentence not in told:
                told[clause.sentence] = around(analysis, clause.sentence, people.names)
            acts = told[clause.sentence]
            found.append(_proposition(len(found), analysis, clause, people, around=acts))
    return tuple(found)


def _proposition(
    number: int, analysis: Analysis, clause: Clause, people: People, *, around: frozenset[str]
) -> Proposition:
    names, voices = people.names, people.voices
    text = analysis.text
    said = text[clause.start : clause.end]
    words = tuple(tokens(text, clause.start, clause.end))
    voice = voices.of(analysis, clause.attribution, sentence=clause.sentence)
    uses = list(names.within(analysis.id, clause.start, clause.end))
    spans = [(use.start, use.end) for use in uses]
    shown = asserted(text, clause, words, uses)
    if shown.keys() == {"perpetrate"} and pattern("acts", "pointing").search(said):
        # Who "did it" did what was told just before.
        shown |= {act: shown["perpetrate"] for act in around if types()[act] in DEEDS}
    times = [t for t in analysis.times or () if clause.start <= t.start and t.end <= clause.end]
    event = None if shown else surest_event(analysis, clause)
    days, dated = days_of(analysis, clause)
    rejected = is_denial(text, clause.attribution)
    untrue = is_untrue(said)
    negative = is_negative(said) != rejected
    taken_back = voice.kind == "own" and withdraws(analysis, clause)
    bearers = {
        *(use.bearer for use in uses if not use.place),
        *people.descriptions.within(analysis, clause.start, clause.end),
        *meant(analysis, words, names, voice),
    }
    return Proposition(
        number=number,
        document=analysis.id,
        clause=clause,
        voice=voice,
        frames=frozenset(shown),
        types=frozenset((event.type,) if event else map(types().__getitem__, shown)) - {""},
        around=around,
        bearers=frozenset(bearers),
        places=frozenset(use.bearer for use in uses if use.place),
        days=days,
        dated=dated,
        figures=figures(text, words, shown, apart=[(t.start, t.end) for t in times]),
        stems=frozenset(
            stem(part)
            for token in words
            if not begins_in(token, spans)
            for part in token.word.split()
            if weighty(part) and not shows(part)
        ),
        negative=negative or taken_back,
        denied=frozenset(shown) if rejected or untrue or taken_back else denied(words, shown),
        withdraws=taken_back,
        hedged=clause.factuality[:2] in ("PR", "PS"),
        fresh=bool(pattern("acts", "fresh").search(said)),
        repeated=bool(pattern("acts", "repeated").search(said)),
        event=event,
    )
