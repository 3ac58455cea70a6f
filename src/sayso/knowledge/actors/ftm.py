"""FollowTheMoney entities as JSON lines: read, checked, one reason for each that is refused."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

import msgspec

ACTORS: Final = frozenset(
    "Person Organization Company PublicBody LegalEntity Vessel Airplane Territory".split()
)
"""Schemata of what can act or be owned by who acts."""

POSTS: Final = frozenset({"Position", "Occupancy"})

_SCHEMA = re.compile(r"[A-Z][A-Za-z]{2,40}")
_LONGEST_ID = 255


class Entity(NamedTuple):
    """One entity as it was published. Values are strings, or nested entities as mappings."""

    id: str
    schema: str
    properties: Mapping[str, list[Any]]

    def texts(self, *names: str) -> list[str]:
        """The string values of these properties, in order."""
        return [v for name in names for v in self.properties.get(name, ()) if isinstance(v, str)]


def decode(line: bytes | str) -> Entity:
    """Read one line. Raises ValueError with the reason for what is no FollowTheMoney entity."""
    try:
        raw = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(f"it is not JSON ({error})") from error
    return checked(raw)


def checked(raw: object) -> Entity:
    """An entity from its decoded JSON. Raises ValueError with the reason."""
    if not isinstance(raw, dict):
        raise ValueError(f"it is a JSON {_kind(raw)}, not an object")  # noqa: TRY004
    identifier, schema, properties = (raw.get(name) for name in ("id", "schema", "properties"))
    if not isinstance(identifier, str) or not 0 < len(identifier) <= _LONGEST_ID:
        raise ValueError(f"its `id` is {_shown(identifier)}, not a string of 1 to 255 characters")
    if not isinstance(schema, str) or not _SCHEMA.fullmatch(schema):
        raise ValueError(f"its `schema` is {_shown(schema)}, not the name of a schema")
    if not isinstance(properties, dict):
        raise ValueError(f"its `properties` are {_shown(properties)}, no object")  # noqa: TRY004
    for name, values in properties.items():
        if not isinstance(values, list) or not all(isinstance(v, str | dict) for v in values):
            raise ValueError(f"its property `{name}` is not a list of strings or entities")
    entity = Entity(identifier, schema, properties)
    if schema in ACTORS and not any(map(str.strip, entity.texts("name", "alias", "weakAlias"))):
        raise ValueError(f"{schema} {identifier} has no name")
    return entity


def plain_object(entity: Entity, properties: Iterable[str]) -> dict[str, Any]:
    """The entity as JSON-ready data, with these of its properties where it has them."""
    kept = {name: entity.properties[name] for name in properties if entity.properties.get(name)}
    return {"id": entity.id, "schema": entity.schema, "properties": kept}


def _kind(value: object) -> str:
    return {list: "list", str: "string", bool: "true or false"}.get(type(value), "number or null")


def _shown(value: object) -> str:
    return "missing" if value is None else repr(value)[:60]
