"""What a node or an edge says of itself, as both formats declare it and write it."""

from collections.abc import Iterator
from typing import get_args

import msgspec
from msgspec import Struct

from sayso.exports.text import printable

_KINDS = {str: "string", int: "integer", float: "double", bool: "boolean"}


class Attribute(Struct, frozen=True, kw_only=True):
    """An attribute by its name. `kind` is string, integer, double or boolean."""

    name: str
    kind: str


def attributes(record: type[Struct], tlp: str | None) -> tuple[Attribute, ...]:
    """Give the attributes of a record; the marking is one, where there is one, since programs
    drop what stands outside of nodes and edges."""
    fields = [(each.name, _kind(each.type)) for each in msgspec.structs.fields(record)]
    fields += [("tlp", "string")] if tlp else []
    return tuple(Attribute(name=name, kind=kind) for name, kind in fields)


def values(record: Struct, tlp: str | None) -> Iterator[tuple[str, str]]:
    """Give what is known of a record, by the attributes' names."""
    for name, value in msgspec.structs.asdict(record).items():
        if isinstance(value, bool):
            yield name, "true" if value else "false"
        elif value is not None:
            yield name, printable(str(value))
    if tlp:
        yield "tlp", tlp


def _kind(annotation: object) -> str:
    kinds = get_args(annotation) or (annotation,)
    return next(_KINDS[kind] for kind in kinds if kind in _KINDS)
