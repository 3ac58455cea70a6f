"""On whose say-so? Reads conflict and political reporting: who claims what, how well sourced,
how sure.

    import sayso

    analysis = sayso.read("Two officials said the bridge had fallen.")
    for one in analysis.attributions:
        print([analysis.text[start:end] for start, end in one.source], one.source_kind)

Everything public is named in `__all__`; `docs/api.md` shows it at work. What is named here is
imported when it is first used, so that `import sayso` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    __version__: str
    from sayso.api import documents, read
    from sayso.errors import IntakeError, RecordError, SaysoError
    from sayso.reading.read import Reader
    from sayso.records.json import from_json, to_json
    from sayso.records.reading import (
        Analysis,
        Attribution,
        Entity,
        Event,
        Framing,
        Mention,
        Place,
        Predicate,
        Quantity,
        Relation,
        Role,
        Sentence,
        Statement,
        Summary,
        Time,
    )
    from sayso.records.schema import analysis_schema
    from sayso.records.text import Document, Span, Spans

__all__ = [
    "Analysis",
    "Attribution",
    "Document",
    "Entity",
    "Event",
    "Framing",
    "IntakeError",
    "Mention",
    "Place",
    "Predicate",
    "Quantity",
    "Reader",
    "RecordError",
    "Relation",
    "Role",
    "SaysoError",
    "Sentence",
    "Span",
    "Spans",
    "Statement",
    "Summary",
    "Time",
    "__version__",
    "analysis_schema",
    "documents",
    "from_json",
    "read",
    "to_json",
]

_HOMES = {
    "sayso.api": ("documents", "read"),
    "sayso.errors": ("IntakeError", "RecordError", "SaysoError"),
    "sayso.reading.read": ("Reader",),
    "sayso.records.json": ("from_json", "to_json"),
    "sayso.records.schema": ("analysis_schema",),
    "sayso.records.text": ("Document", "Span", "Spans"),
}
"""Where the public names live; all others in the record's own module."""

_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:  # A checker that saw this would take any name for public.

    def __getattr__(name: str) -> object:
        if name == "__version__":
            return import_module("importlib.metadata").version("sayso")
        if name not in __all__:
            raise AttributeError(f"module 'sayso' has no attribute {name!r}")
        return getattr(import_module(_HOME_OF.get(name, "sayso.records.reading")), name)


def __dir__() -> list[str]:
    return __all__
