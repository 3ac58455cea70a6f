"""The report as one self-contained page: no network, no trackers, readable without scripts."""

from functools import cache

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct

from sayso.records.reading import Analysis
from sayso.report import words
from sayso.report.certainty import STATUSES, SURE
from sayso.report.headline import (
    Headline,
    details,
    headline,
    own_phrase,
    sources_phrase,
    voice_phrase,
)
from sayso.report.marks import marked
from sayso.report.masthead import facts_of, title_of
from sayso.report.panels import panels
from sayso.report.paragraphs import paragraphs, sentences_of
from sayso.report.self_contained import WEB, asset, environment, policy_hash
from sayso.report.sifting import TYPES, voice
from sayso.report.sources import kind_of, sources
from sayso.report.trail import paragraph_list

_HERE = "sayso.report"


class Entry(Struct, frozen=True, kw_only=True):
    """One line of an index of pages. `href` is relative to the index."""

    href: str
    title: str
    publisher: str | None
    published: str | None
    figures: Headline


def entry(analysis: Analysis, href: str) -> Entry:
    """Make the line of an index that leads to an analysis' page."""
    return Entry(
        href=href,
        title=title_of(analysis),
        publisher=analysis.publisher,
        published=analysis.published,
        figures=headline(analysis, sources(analysis)),
    )


def page(analysis: Analysis) -> str:
    """Render an analysis as an HTML document. All that comes from the document is escaped."""
    found = sources(analysis)
    figures = headline(analysis, found)
    beside = panels(analysis, found)
    things = {id_: spans for panel in beside for id_, spans in panel.things.items()}
    titling = _titling(analysis)
    return _render(
        "page.html",
        script=asset(_HERE, "page.js") + asset(_HERE, "table.js"),
        title=title_of(analysis),
        facts=facts_of(analysis),
        href=analysis.url if (analysis.url or "").startswith(WEB) else None,
        figures=figures,
        details=details(figures),
        voices=[s.voice for s in sentences_of(analysis) if s.voice != "none"],
        titling=range(1, titling + 1),
        article=marked(analysis, found, things)[1 if titling else 0 :],
        names={source.number: source.name for source in found},
        panels=[panel.name for panel in beside],
        **{"framed": {}}
        | {name: value for panel in beside for name, value in panel.values.items()},
    )


def index(entries: list[Entry]) -> str:
    """Render the page that leads to many."""
    return _render("index.html", script=None, entries=entries)


def _render(template: str, *, script: Markup | None, **values: object) -> str:
    """Fill a template in; its content policy admits its own style and script and nothing else."""
    style = asset(_HERE, "page.css")
    return (
        _environment()
        .get_template(template)
        .render(
            style=style,
            style_hash=policy_hash(style),
            script=script,
            script_hash=policy_hash(script or ""),
            **values,
        )
    )


@cache
def _environment() -> Environment:
    made = environment(_HERE)
    made.filters |= {
        "line": words.one_line,
        "shorten": words.shorten,
        "dots": words.dots,
        "kind": kind_of,
        "paragraphs": paragraph_list,
        "often": words.often,
        "sources_phrase": sources_phrase,
        "voice_phrase": voice_phrase,
        "own_phrase": own_phrase,
        "entry_of": lambda key, entries: entries[key],
    }
    made.globals |= {
        "voice_names": words.VOICES,
        "type_words": TYPES,
        "status_words": STATUSES,
        "sure_words": SURE,
        "sure_order": {factuality: order for order, factuality in enumerate(SURE)},
        "voice": voice,
    }
    return made


def _titling(analysis: Analysis) -> int:
    """Count the sentences of a first heading that the page already has for its title."""
    first = paragraphs(analysis)[:1]
    if first and first[0].number is None:
        heading = words.one_line(analysis.text[first[0].start : first[0].end])
        return len(first[0].sentences) if heading == title_of(analysis) else 0
    return 0
