"""The figures that a reader sees first."""

from msgspec import Struct

from sayso.records.reading import Analysis
from sayso.report.paragraphs import sentences_of
from sayso.report.sources import Source
from sayso.report.words import plural


class Headline(Struct, frozen=True, kw_only=True):
    """Counts. `persons` are the named sources that are persons; `sentences` leaves out headings
    and fragments; `unsourced` are attributions for which the text gives no source ("it is
    believed")."""

    sources: int
    named: int
    persons: int
    background: int
    unsourced: int
    sentences: int
    own: int
    mixed: int
    attributed: int


def headline(analysis: Analysis, found: tuple[Source, ...]) -> Headline:
    """Count the sources of `sources` and the sentences by voice."""
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


def details(figures: Headline) -> tuple[str, ...]:
    """Say what else stands out, or nothing."""
    found = (
        (figures.background, f"{plural(figures.background, 'source')} on background"),
        (figures.unsourced, f"{plural(figures.unsourced, 'attribution')} with no source given"),
    )
    return tuple(phrase for count, phrase in found if count)
