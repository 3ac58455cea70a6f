"""The JSON Schema of the analysis record, made from the records themselves."""

import inspect
from typing import Any

import msgspec

from sayso.records.reading import SCHEMA, Analysis

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def analysis_schema() -> dict[str, Any]:
    """Give the schema, draft 2020-12. Keys that it does not name are allowed: more may come."""
    schema = msgspec.json.schema(Analysis)
    for record in schema["$defs"].values():
        record["description"] = inspect.cleandoc(record["description"])
    return {"$schema": DIALECT, "title": SCHEMA, **schema}
