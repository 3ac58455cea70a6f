"""WARC files, record by record."""

import gzip

HTML = "text/html; charset=utf-8"


def record(kind: str, url: str | None, block: bytes, **headers: str) -> bytes:
    """One record; a header's name has _ for -, and stands in place of what it would else be."""
    said = {
        "WARC_Type": kind,
        **({"WARC_Target_URI": url} if url else {}),
        "Content_Length": str(len(block)),
        **headers,
    }
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in said.items())
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def response(
    url: str,
    body: str | bytes,
    *,
    status: str = "200 OK",
    media_type: str = HTML,
    packing: str = "",
    **headers: str,
) -> bytes:
    """A server's answer, as the crawler kept it."""
    raw = body.encode() if isinstance(body, str) else body
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{packing}\r\n"
    said = {"Content_Type": "application/http; msgtype=response", **headers}
    return record("response", url, head.encode() + raw, **said)


INFO = record("warcinfo", None, b"software: none\r\n", Content_Type="application/warc-fields")


def packed(*records: bytes) -> bytes:
    """Each record packed for itself, as crawlers do."""
    return b"".join(map(gzip.compress, records))
