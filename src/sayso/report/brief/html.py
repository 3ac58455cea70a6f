"""A brief as one self-contained page: no network, no script, readable and printable as it is."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from jinja2 import Environment
from markupsafe import Markup

from sayso.report.brief import facts
from sayso.report.brief.record import Brief, Entry, Name, Quote
from sayso.report.self_contained import WEB, asset, environment, policy_hash
from sayso.report.words import one_line

_HERE = "sayso.report.brief"
_BREAK = re.compile(r"\n+")


def html(brief: Brief) -> str:
    """Render a brief as an HTML document. All that comes from documents is escaped."""
    style = asset(_HERE, "brief.css")
    return (
        _environment()
        .get_template("brief.html")
        .render(
            brief=brief,
            title=facts.title(brief),
            facts=facts.facts(brief),
            made=facts.MADE,
            style=style,
            style_hash=policy_hash(style),
            first=_First(),
        )
    )


class _First:
    """Tells the first mark of each footnote from the later ones: an id stands on a page once."""

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def __call__(self, number: int) -> bool:
        fresh = number not in self._seen
        self._seen.add(number)
        return fresh


def _runs(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Entries with a head, with a label alone, and with neither, each kind in a list of its own."""
    kinds = groupby(entries, key=lambda each: (each.head is not None, each.label is not None))
    return [list(group) for _, group in kinds]


@cache
def _environment() -> Environment:
    made = environment(_HERE)
    made.filters |= {
        "line": one_line,
        "flat": facts.flat,
        "inside": facts.inside,
        "runs": _runs,
        "name": facts.name,
        "details": facts.details,
        "context": facts.context,
        "place": facts.place,
        "web": lambda url: (url or "").startswith(WEB),
        "capital": facts.capital,
        "slug": lambda label: label.partition(",")[0].replace(" ", "-"),
        "tight": _tight,
    }
    made.tests |= {
        "name": lambda part: isinstance(part, Name),
        "quote": lambda part: isinstance(part, Quote),
    }
    return made


def _tight(rendered: Markup) -> Markup:
    """Take the template's line ends out of a sentence, whose blanks are its own."""
    return Markup(_BREAK.sub("", rendered))  # noqa: S704 (what the template escaped)
