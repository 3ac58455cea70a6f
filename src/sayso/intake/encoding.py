"""From bytes to text: the encoding that is stated, or found.

What happens to a text before offsets exist, and nothing else does: a byte order mark goes, CRLF
and CR become LF. NULs, other control characters, tabs and trailing space stay.
"""

import codecs

from charset_normalizer import from_bytes

from sayso.intake.base import Source

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32's mark begins with UTF-16's: it has to be asked first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

BINARY_SHARE = 0.02
"""Of control characters among the bytes. Text has next to none, a picture one byte in ten."""

SAMPLE = 65_536
"""Bytes that the share and the guess are taken from."""

# HTML's standard: pages that say Latin-1 or ASCII mean Windows-1252, and editors do the same.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}

# What servers and templates state without looking. The bytes of UTF-8 give themselves away.
_OFTEN_WRONG = {"utf-8", "cp1252"}

_WINDOWS = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}

_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"


def decode(source: Source, data: bytes, *, stated: str | None = None) -> str:
    """Return the text in `data` with LF line ends.

    `source.charset` decides on the encoding, else `stated`, else the bytes themselves, which are
    also believed against a statement that they are UTF-8 or Latin-1.

    Raises IntakeError when the bytes are no text, do not fit the encoding that is stated, or
    are in none that can be told.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _lines(_strict(source, data[len(mark) :], encoding))
    declared = source.charset or stated
    codec = _codec(source, declared) if declared else None
    if codec and codec not in _OFTEN_WRONG:
        return _lines(_strict(source, data, codec))
    if wide := _wide(data):
        return _lines(_strict(source, data, wide))
    sample = data[:SAMPLE]
    if len(sample.translate(None, _CONTROL)) < (1 - BINARY_SHARE) * len(sample):
        raise source.error(
            "is no text: its bytes are binary data",
            "Give a text, HTML, PDF, DOCX, JSONL or CSV file",
        )
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if codec == "cp1252":
            return _lines(_windows(data))
        return _lines(_guess(source, data, error.start))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _codec(source: Source, label: str) -> str:
    try:
        found = codecs.lookup(label.strip().strip("'\""))
    except LookupError:
        raise source.error(
            f'states an unknown encoding, "{label}"', "Convert it to UTF-8"
        ) from None
    return _MEANT.get(found.name, found.name)


def _strict(source: Source, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise source.error(
            f"is not in the encoding that it states, {encoding}: byte {error.start:,} does not fit",
            "Convert it to UTF-8, or state the encoding that it is in",
        ) from None


def _windows(data: bytes) -> str:
    # Five bytes have no character in Windows-1252. As in HTML's standard they stay controls.
    return data.decode("latin-1").translate(_WINDOWS)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: in English every other byte is a NUL."""
    sample = data[:SAMPLE]
    even, odd = sample[::2], sample[1::2]
    for name, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) > 0.7 * len(zeros) and others.count(0) < 0.05 * len(others):
            return name
    return None


def _guess(source: Source, data: bytes, start: int) -> str:
    """Text that is not UTF-8 from byte `start` on."""
    lossy = data[start : start + SAMPLE].decode("utf-8", "replace") + data[:start].decode("utf-8")
    broken = lossy.count("\N{REPLACEMENT CHARACTER}")
    # Legacy encodings hardly ever make a valid UTF-8 sequence by chance.
    if sum(char > "\x7f" for char in lossy) >= 2 * broken:
        raise source.error(
            f"is UTF-8, but broken at byte {start:,}",
            "It was cut off, or joined from files in several encodings: save it again as UTF-8",
        )
    line = data.rfind(b"\n", 0, start) + 1
    matches = from_bytes(data[line : line + SAMPLE])
    # A short text tells too little to choose among the legacy encodings of Europe. Where
    # Windows-1252 is as good as any, it is the likeliest by far for English.
    if any("cp1252" in match.could_be_from_charset for match in matches):
        return _windows(data)
    best = matches.best()
    try:
        return data.decode(best.encoding if best else "utf-8")
    except UnicodeDecodeError:
        raise source.error(
            "is in no encoding that can be told", "Convert it to UTF-8, or state its encoding"
        ) from None
