"""Places in text: which names are places, which places, and how precisely."""

from sayso.reading.places.places import places

__all__ = ["places"]
