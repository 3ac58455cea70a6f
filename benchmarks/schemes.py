"""What other annotation schemes call things, read from schemes.toml."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct


class Roles(Struct, frozen=True, forbid_unknown_fields=True):
    """Roles of other schemes, lower case, by the side they are on; `mutual` ones are on both."""

    actor: frozenset[str]
    recipient: frozenset[str]
    mutual: frozenset[str]


class _Schemes(Struct, frozen=True, forbid_unknown_fields=True):
    classes: dict[str, tuple[str, ...]]
    relations: dict[str, tuple[str, ...]]
    symmetric: dict[str, frozenset[str]]
    roles: Roles


_SCHEMES = msgspec.toml.decode(Path(__file__).with_name("schemes.toml").read_bytes(), type=_Schemes)


def _turned(mapping: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {ours: theirs for theirs, all_of_ours in mapping.items() for ours in all_of_ours}


CLASSES = _turned(_SCHEMES.classes)
"""CAMEO's class of each event type."""

RE3D = _turned(_SCHEMES.relations)
"""re3d's name of each relation type that it has."""

SYMMETRIC = frozenset[str]().union(*_SCHEMES.symmetric.values())
"""Relation types, ours and re3d's, that say the same read from either end."""

ROLES = _SCHEMES.roles
