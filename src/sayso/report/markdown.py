"""The brief in Markdown: what the report in a terminal says, to paste on."""

import re
from collections.abc import Iterator

from sayso.records.reading import Analysis
from sayso.report.glance import Line, when_lines, where_lines, who_lines
from sayso.report.headline import details, headline, own_phrase, sources_phrase, voice_phrase
from sayso.report.masthead import facts_of, title_of
from sayso.report.sources import Saying, Source, kind_of, sources
from sayso.report.tellings import tie_lines, what_lines, wording_lines
from sayso.report.unanswered import unanswered
from sayso.report.words import often, shorten

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#]|^[-+=]|(?<=^\d)[.)])")
_TITLE = 300
_NAME = 160
_CUE = 60
_CONTENT = 400


def markdown(analysis: Analysis) -> str:
    """Give the brief, ending in a line end. Nothing in the document's words is markup."""
    found = sources(analysis)
    figures = headline(analysis, found)
    lines = [
        f"# {_plain(title_of(analysis), _TITLE)}",
        "",
        " · ".join(_plain(fact, _NAME) for fact in facts_of(analysis)),
        "",
        *([f"**{itself}**", ""] if (itself := own_phrase(figures)) else []),
        f"**{sources_phrase(figures)} · {voice_phrase(figures)}**",
    ]
    if more := details(figures):
        lines += ["", " · ".join(more)]
    if found:
        names = {source.number: source.name for source in found}
        lines += ["", "## Who says what", ""]
        lines += [line for source in found for line in _source(source, names)]
    if own := unanswered(analysis):
        lines += ["", "## Nobody answers for these", ""]
        lines += [f"- ¶{one.paragraph} {_plain(one.words, _CONTENT)}" for one in own]
    for title, rows in (
        ("What is told to have happened", what_lines(analysis, found)),
        ("Who is tied to whom", tie_lines(analysis, found)),
        ("Loaded and disputed words", wording_lines(analysis, found)),
        ("Who is in it", who_lines(analysis, found)),
        ("Where and when", (*where_lines(analysis), *when_lines(analysis))),
    ):
        if rows:
            lines += ["", f"## {title}", "", *map(_line, rows)]
    return "\n".join(lines) + "\n"


def _line(line: Line) -> str:
    name = f"**{_plain(line.name, _NAME)}** {often(line.times)}".strip() if line.name else ""
    return f"- {': '.join(filter(None, (name, _plain(line.what, _CONTENT))))}"


def _plain(text: str, most: int) -> str:
    return _SPECIAL.sub(r"\\\g<0>", shorten(text, most))


def _source(source: Source, names: dict[int, str]) -> Iterator[str]:
    name = f"**{_plain(source.name, _NAME)}**" if source.number else "**Nobody in particular**"
    also = f" ({_plain(source.also, _NAME)})" if source.also else ""
    yield f"- {source.number or '?'}: {name}{also}, {kind_of(source)}"
    for saying in source.sayings:
        yield f"  - {_saying(saying, names)}"
        for inner in saying.inner:
            yield f"    - {_called(inner.source, names)} {_told(inner.cue, inner.content)}"


def _saying(saying: Saying, names: dict[int, str]) -> str:
    through = f", as {_called(saying.outer, names)} has it" if saying.outer else ""
    where = f"¶{saying.paragraph}, " if saying.paragraph else ""
    sure = f"{saying.attribution.confidence:.0%} sure"
    return f"{_told(saying.cue, saying.content)} ({where}{sure}{through})"


def _told(cue: str, content: str) -> str:
    told = _plain(content, _CONTENT) or "…"
    return f"*{_plain(cue, _CUE)}*: {told}" if cue else told


def _called(number: int, names: dict[int, str]) -> str:
    return f"{number}: {_plain(names[number], _NAME)}" if number else "somebody"
