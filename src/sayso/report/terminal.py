"""The report in a terminal: figures first, then the sources, what nobody answers for, and in a
few lines events, ties, loaded words, who, where and when."""

from collections import Counter
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from sayso.records.reading import Analysis
from sayso.records.vocabulary import SentenceVoice
from sayso.report.glance import Line, when_lines, where_lines, who_lines
from sayso.report.headline import (
    Headline,
    details,
    headline,
    own_phrase,
    sources_phrase,
    voice_phrase,
)
from sayso.report.masthead import facts_of, title_of
from sayso.report.paragraphs import sentences_of
from sayso.report.sources import Saying, Source, kind_of, sources
from sayso.report.tellings import tie_lines, what_lines, wording_lines
from sayso.report.unanswered import unanswered
from sayso.report.words import VOICES, dots, often, shorten

_WIDEST = 112
"""Columns beyond which lines get hard to follow."""

_CONTENT = 220
"""Characters of what is told: three or four lines, enough to know it again in the article."""

_INNER = 110
_NAME = 160
_CUE = 40
_NUMBER = 3
_MARGIN = 2
_RIBBON_LINES = 3

_SIGNS: dict[SentenceVoice, str] = {"own": "█", "mixed": "▒", "attributed": "░"}
_STYLES: dict[SentenceVoice, str] = {"own": "yellow", "mixed": "yellow", "attributed": "cyan"}


class Report:
    """One analysis as rich shows it, as wide as its console and readable without colour."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay the report out, its lines without space at their ends."""
        width = min(options.max_width, _WIDEST)
        inner = width - 2 * _MARGIN
        found = sources(self._analysis)
        figures = headline(self._analysis, found)
        parts = Group(
            *_masthead(self._analysis),
            *_figures(figures),
            *_ribbon(self._analysis, inner),
            *_sources(found, inner),
            *_unanswered(self._analysis),
            *_lines("What is told to have happened", what_lines(self._analysis, found)),
            *_lines("Who is tied to whom", tie_lines(self._analysis, found)),
            *_lines("Loaded and disputed words", wording_lines(self._analysis, found)),
            *_lines("Who is in it", who_lines(self._analysis, found)),
            *_lines("Where and when", where_lines(self._analysis), when_lines(self._analysis)),
        )
        page = Padding(parts, (1, _MARGIN))
        for line in console.render_lines(page, options.update(width=width), pad=False):
            yield from _trimmed(line)
            yield Segment.line()


def _trimmed(line: list[Segment]) -> list[Segment]:
    while line and not line[-1].text.strip():
        line = line[:-1]
    return [*line[:-1], Segment(line[-1].text.rstrip(), line[-1].style)] if line else []


def _masthead(analysis: Analysis) -> Iterator[RenderableType]:
    yield Text(shorten(title_of(analysis), _CONTENT), style="bold")
    if facts := facts_of(analysis):
        yield Text(" · ".join(shorten(fact, _NAME) for fact in facts), "dim")


def _figures(figures: Headline) -> Iterator[RenderableType]:
    yield Text()
    if own := own_phrase(figures):
        yield Text(own, style="bold yellow")
    yield Text(f"{sources_phrase(figures)} · {voice_phrase(figures)}", style="bold")
    if more := details(figures):
        yield Text(" · ".join(more))


def _ribbon(analysis: Analysis, width: int) -> Iterator[RenderableType]:
    """Show the sentences in a row, one sign each, or one for many where the article is long."""
    voices: list[SentenceVoice] = [s.voice for s in sentences_of(analysis) if s.voice != "none"]
    if not voices:
        return
    each = -(-len(voices) // (width * _RIBBON_LINES))
    line = Text()
    for start in range(0, len(voices), each):
        most = Counter(voices[start : start + each]).most_common(1)[0][0]
        line.append(_SIGNS[most], _STYLES[most])
    legend = Text()
    for voice, name in VOICES.items():
        if count := voices.count(voice):
            legend.append("   " if legend else "")
            legend.append(_SIGNS[voice], _STYLES[voice])
            legend.append(f" {name} {count:,}", "dim")
    yield Text()
    yield line
    yield legend


def _section(title: str) -> Iterator[RenderableType]:
    yield Text()
    yield Rule(Text(title, style="bold"), align="left", style="dim")


def _sources(found: tuple[Source, ...], width: int) -> Iterator[RenderableType]:
    if not found:
        return
    yield from _section("Who says what")
    names = {source.number: source.name for source in found}
    for source in found:
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=_NUMBER, justify="right")
        grid.add_column(ratio=1)
        grid.add_row(str(source.number or "·"), _name(source, width - _NUMBER - 2))
        yield Text()
        yield grid
        yield _sayings(source, names)
    yield Text()
    yield Text("The more dots of four, the surer the reading.", "dim")


def _name(source: Source, width: int) -> Text:
    """Put name and kind side by side where there is room."""
    name = Text(shorten(source.name, _NAME) if source.number else "Nobody in particular", "bold")
    if source.also:
        also = Text(shorten(source.also, _NAME), "dim")
        if (begin := also.plain.find(name.plain)) >= 0:
            also.stylize("not dim bold", begin, begin + len(name))
            name = also
        else:
            name = Text.assemble(name, "\n", also)
    kind = Text(kind_of(source), "cyan" if source.named else "yellow")
    room = width - cell_len(name.plain.rpartition("\n")[2])
    return Text.assemble(name, "  " if kind.cell_len + 2 <= room else "\n", kind)


def _sayings(source: Source, names: dict[int, str]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_NUMBER)
    grid.add_column(ratio=1)
    grid.add_column(style="dim", justify="right", no_wrap=True)
    grid.add_column(style="dim", no_wrap=True)
    for saying in source.sayings:
        paragraph = f"¶{saying.paragraph}" if saying.paragraph else ""
        grid.add_row("", _saying(saying, names), paragraph, dots(saying.attribution.confidence))
    return grid


def _saying(saying: Saying, names: dict[int, str]) -> RenderableType:
    text = _cued(saying.cue, saying.content, _CONTENT)
    if saying.outer is not None:
        text.append(f"\n(as {_called(saying.outer, names)} has it)", "dim")
    grid = Table.grid(padding=(0, 1, 0, 0))
    for inner in saying.inner:
        cued = _cued(inner.cue, inner.content, _INNER)
        grid.add_row("└", Text.assemble(_called(inner.source, names), " ", cued), style="dim")
    return Group(text, grid) if saying.inner else text


def _cued(cue: str, content: str, most: int) -> Text:
    cued = Text(f"{shorten(cue, _CUE)}: " if cue else "", "italic")
    return Text.assemble(cued, shorten(content, most) or "…")


def _called(number: int, names: dict[int, str]) -> str:
    return f"{number} {shorten(names[number], _INNER)}" if number else "somebody"


def _unanswered(analysis: Analysis) -> Iterator[RenderableType]:
    found = unanswered(analysis)
    if not found:
        return
    yield from _section("Nobody answers for these")
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(justify="right", min_width=_NUMBER, no_wrap=True, style="dim")
    grid.add_column(ratio=1)
    last = None
    for one in found:
        label = f"¶{one.paragraph}" if one.paragraph and one.paragraph != last else ""
        grid.add_row(label, Text(shorten(one.words, 2 * _CONTENT)))
        last = one.paragraph
    yield Text()
    yield grid


def _lines(title: str, *blocks: tuple[Line, ...]) -> Iterator[RenderableType]:
    if not any(blocks):
        return
    yield from _section(title)
    for block in filter(None, blocks):
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(justify="right", min_width=_NUMBER, no_wrap=True, style="dim")
        grid.add_column(ratio=2)
        grid.add_column(ratio=3, style="dim")
        for line in block:
            grid.add_row(often(line.times), Text(line.name), Text(line.what))
        yield Text()
        yield grid
