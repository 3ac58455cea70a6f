"""Who a source is: its kind, its name in the document, and whether it is off the record."""

from sayso.reading.sourcing.sources import source_kinds

__all__ = ["source_kinds"]
