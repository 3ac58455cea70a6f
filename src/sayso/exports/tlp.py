"""The Traffic Light Protocol, version 2.0 (FIRST, 2022): to whom an export may be shown."""

from typing import Final

LABELS: Final = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""From the freest to the strictest, written as the standard writes them."""


def marking(given: str) -> str:
    """Give the label that somebody means: with or without "TLP:", in any case.

    Raises ValueError for what is no label of version 2.0, such as "white" of version 1.
    """
    name = given.strip().upper().removeprefix("TLP:").strip()
    label = f"TLP:{name}"
    if label not in LABELS:
        known = ", ".join(each.removeprefix("TLP:") for each in LABELS)
        raise ValueError(f"{given!r} is no label of TLP 2.0, which has {known}")
    return label
