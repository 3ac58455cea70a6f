"""The figures that a reader sees first."""

from msgspec import Struct

from sayso.records.reading import Analysis
from sayso.report.paragraphs import sentences_of
from sayso.report.sources import Source
from sayso.report.ties import relations_of
from sayso.report.what import events_of
from sayso.report.wording import framing_of
from sayso.report.words import plural


class Headline(Struct, frozen=True, kw_only=True):
    """Counts. `persons` are the named sources that are persons; `sentences` leaves out headings
    and fragments; `unsourced` are attributions for which the text gives no source ("it is
    believed"); what is `own` the outlet says itself."""

    sources: int
    named: int
    persons: int
    background: int
    unsourced: int
    sentences: int
    own: int
    mixed: int
    attributed: int
    events: int
    own_events: int
    ties: int
    own_ties: int
    own_wordings: int


def headline(analysis: Analysis, found: tuple[Source, ...]) -> Headline:
    """Count the sources of `sources`, the sentences by voice, and what the outlet says itself."""
    events, ties = events_of(analysis), relations_of(analysis)
    voices = [sentence.voice for sentence in sentences_of(analysis)]
    sources = [source for source in found if source.number]
    return Headline(
        sources=len(sources),
        named=sum(source.named for source in sources),
        persons=sum(source.kind == "named_person" for source in sources),
        background=sum(source.background for source in sources),
        unsourced=sum(len(source.sayings) for source in found if not source.number),
        sentences=len(voices) - voices.count("none"),
        own=voices.count("own"),
        mixed=voices.count("mixed"),
        attributed=voices.count("attributed"),
        events=len(events),
        own_events=sum(one.attribution is None for one in events),
        ties=len(ties),
        own_ties=sum(one.attribution is None for one in ties),
        own_wordings=sum(one.voice == "own" for one in framing_of(analysis)),
    )


def sources_phrase(figures: Headline) -> str:
    """Say how many sources there are and how many of them a reader could look up."""
    if not figures.sources:
        return "no sources"
    if figures.sources == 1:
        return "1 source, named" if figures.named else "1 source, not named"
    known = {0: "none named", figures.sources: "all named"}
    named = known.get(figures.named, f"{figures.named:,} named")
    nobody = " but no person" if figures.named and not figures.persons else ""
    return f"{figures.sources:,} sources, {named}{nobody}"


def voice_phrase(figures: Headline) -> str:
    """Say how much of the text nobody answers for but the outlet."""
    if not figures.sentences:
        return "no sentences"
    return f"{figures.own:,} of {plural(figures.sentences, 'sentence')} in the outlet's own voice"


def own_phrase(figures: Headline) -> str:
    """Say which events, ties and loaded words the outlet answers for itself; "" without any."""
    found = [
        f"{own:,} of {plural(every, what)}"
        for own, every, what in (
            (figures.own_events, figures.events, "event"),
            (figures.own_ties, figures.ties, "tie"),
        )
        if every
    ]
    if figures.own_wordings:
        found.append(plural(figures.own_wordings, "loaded wording"))
    return f"in the outlet's own voice: {', '.join(found)}" if found else ""


def details(figures: Headline) -> tuple[str, ...]:
    """Say what else stands out, or nothing."""
    found = (
        (figures.background, f"{plural(figures.background, 'source')} on background"),
        (figures.unsourced, f"{plural(figures.unsourced, 'attribution')} with no source given"),
    )
    return tuple(phrase for count, phrase in found if count)
