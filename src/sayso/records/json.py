"""An analysis as one JSON object, and back. What goes in comes out equal."""

import json
import re

import msgspec

from sayso.errors import RecordError
from sayso.records.reading import Analysis

SPLIT_CHARACTER = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""One character in two halves, as only a faulty decoder leaves it: JSON would join them, and
every later offset would be off by one. Intake joins them before offsets exist."""


def to_json(analysis: Analysis) -> bytes:
    """Give one line of UTF-8 without its line end. A layer that is UNSET has no key.

    A lone surrogate, which UTF-8 cannot hold, becomes a JSON escape. Raises RecordError for
    a text that JSON cannot give back.
    """
    try:
        return msgspec.json.encode(analysis)
    except UnicodeEncodeError:
        line = json.dumps(
            msgspec.to_builtins(analysis),
            ensure_ascii=False,
            allow_nan=False,
            separators=(",", ":"),
        )
    if found := SPLIT_CHARACTER.search(line):
        raise RecordError(
            f"a character is split into two surrogates, {found[0]!a}; join them before reading",
            id=analysis.id,
        )
    # The only code points that UTF-8 refuses are surrogates, all of them inside JSON strings,
    # and Python's backslash form of one is JSON's.
    return line.encode("utf-8", "backslashreplace")


def from_json(line: bytes) -> Analysis:
    """Read what `to_json` wrote, or any record of the schema; unknown keys are left out.

    Raises RecordError for what is not JSON or not an analysis.
    """
    try:
        return msgspec.json.decode(line, type=Analysis)
    except msgspec.ValidationError as error:
        raise RecordError(str(error)) from error
    except msgspec.DecodeError:
        pass  # Not JSON, or JSON with a lone surrogate, which only the standard library reads.
    try:
        return msgspec.convert(json.loads(line), Analysis)
    except (ValueError, msgspec.ValidationError) as error:
        raise RecordError(str(error)) from error
