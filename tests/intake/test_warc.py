import gzip
from collections.abc import Callable

import pytest

from sayso.errors import IntakeError
from sayso.records.text import Document
from tests.intake.newsroom import page
from tests.intake.pdfs import pdf
from tests.intake.warcs import INFO, packed, record, response

Read = Callable[..., list[Document | IntakeError]]

REPORT = (
    "Gunmen of the Salt Road Column stopped eleven trucks near Taoudenni, drivers said, and left."
)
URLS = [f"https://delta.example/{number}" for number in range(4)]
PAGES = [response(url, page(f"{REPORT} Convoy {number}.")) for number, url in enumerate(URLS)]


def names(found: list[Document | IntakeError]) -> list[str]:
    return [each.name if isinstance(each, IntakeError) else each.id for each in found]


def errors(found: list[Document | IntakeError]) -> list[str]:
    return [each.reason for each in found if isinstance(each, IntakeError)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("crawl.warc", INFO + b"".join(PAGES)),
        ("crawl.warc.gz", packed(INFO, *PAGES)),
        ("crawl.warc.gz", gzip.compress(INFO + b"".join(PAGES))),
        ("crawl", INFO + b"".join(PAGES)),
    ],
)
def test_pages_come_as_they_stand(read: Read, name: str, data: bytes) -> None:
    found = read(name, data)
    assert names(found) == URLS
    assert [each.text for each in found if isinstance(each, Document)] == [
        f"{REPORT} Convoy {number}." for number in range(4)
    ]
    assert [each.url for each in found if isinstance(each, Document)] == URLS
    assert not any(each.live for each in found if isinstance(each, Document))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (response(URLS[0], page("Le café. " * 20).encode("cp1252"),
                  media_type="text/html; charset=windows-1252"), "Le café."),
        (response(URLS[0], gzip.compress(page(REPORT).encode()),
                  packing="Content-Encoding: gzip\r\n"), REPORT),
        (response(URLS[0], b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(REPORT)), page(REPORT).encode()),
                  packing="Transfer-Encoding: chunked\r\n"), REPORT),
        (response(URLS[0], pdf([(72, 720, "Two soldiers were killed, the council said.")]),
                  media_type="application/pdf"), "Two soldiers"),
        (record("resource", URLS[0], page(REPORT).encode(), Content_Type="text/html"), REPORT),
        (record("conversion", URLS[0], REPORT.encode(), Content_Type="text/plain"), REPORT),
        (response(f"<{URLS[0]}>", page(REPORT)), REPORT),
    ],
)  # fmt: skip
def test_what_is_read(read: Read, data: bytes, text: str) -> None:
    (found,) = read("a.warc", INFO + data)
    assert isinstance(found, Document), found
    assert found.id == URLS[0]
    assert found.text.startswith(text)


@pytest.mark.parametrize(
    "data",
    [
        response(URLS[0], b"\x89PNG", media_type="image/png"),
        response(URLS[0], "User-agent: *", media_type="text/plain"),
        response(URLS[0], "", status="301 Moved"),
        response(URLS[0], b"\x89PNG", status="404 Not Found", media_type="image/png"),
        record("request", URLS[0], b"GET / HTTP/1.1\r\n\r\n", Content_Type="application/http"),
        record("metadata", URLS[0], b"fetchTimeMs: 9", Content_Type="application/warc-fields"),
        record("revisit", URLS[0], b"HTTP/1.1 200 OK\r\n\r\n", Content_Type="application/http"),
        record("response", "dns:delta.example", b"20260304\n", Content_Type="text/dns"),
        record("response", URLS[0], b"", Content_Type="application/http"),
    ],
)
def test_what_is_passed_over(read: Read, data: bytes) -> None:
    assert names(read("a.warc", INFO + data + PAGES[1])) == [URLS[1]]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (response(URLS[0], page("Nothing.")), "is a page without an article"),
        (response(URLS[0], ""), "is empty"),
        (response(URLS[0], page(REPORT), status="404 Not Found"), "was answered with 404"),
        (response(URLS[0], b"\x0b\x02", packing="Content-Encoding: zstd\r\n"), "is packed by zstd"),
        (response(URLS[0], page(REPORT) + " " * 50_000), "is larger than 20,000 bytes"),
        (response(URLS[0], gzip.compress(bytes(9_000_000)), packing="Content-Encoding: gzip\r\n"),
         "is larger than 20,000 bytes"),
    ],
)  # fmt: skip
def test_what_is_refused_is_named_and_the_rest_is_read(
    read: Read, data: bytes, reason: str
) -> None:
    found = read("a.warc", INFO + data + PAGES[1], max_bytes=20_000)
    assert names(found) == URLS[:2]
    assert reason in errors(found)[0]


def test_a_page_that_the_crawler_cut_is_read_and_named(read: Read) -> None:
    document, error = read("a.warc", response(URLS[0], page(REPORT), WARC_Truncated="length"))
    assert isinstance(document, Document)
    assert isinstance(error, IntakeError)
    assert error.reason.endswith("cut it off (length)")


def test_a_page_that_was_saved_twice_is_named_in_one_run_and_kept_for_versions(read: Read) -> None:
    twice = PAGES[0] + response(URLS[0], page(f"{REPORT} It was six convoys."))
    assert errors(read("a.warc", twice)) == ["is the id of an earlier document too"]
    assert names(read("a.warc", twice, versions=True)) == [URLS[0]] * 2


@pytest.mark.parametrize("gzipped", [False, True])
def test_wherever_it_is_cut_off_what_was_before_is_kept(read: Read, *, gzipped: bool) -> None:
    parts = [packed(each) if gzipped else each for each in (INFO, *PAGES)]
    whole = b"".join(parts)
    # Blank lines after the last record, or its check sum, may be missing without a loss.
    ends = [sum(map(len, parts[: n + 1])) for n in range(len(parts))]
    for cut in range(1, len(whole), 83):
        if cut in ends:
            continue
        found = read("a.warc.gz" if gzipped else "a.warc", whole[:cut])
        complete = sum(cut >= end - (8 if gzipped else 4) for end in ends[1:])
        assert [x.id for x in found if isinstance(x, Document)] == URLS[:complete], cut
        if gzipped or not any(end - 4 <= cut <= end for end in ends):
            assert errors(found), cut
            assert cut < ends[0] or "is cut off after" in errors(found)[-1], cut


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b"Content-Length", b"Content-Langth", 1),
        lambda data: data.replace(b"WARC/1.1", b"WXRC/1.1", 1),
        lambda data: data.replace(b"WARC/1.1", b"WARC/7.7", 1),
        lambda data: data[:90] + data[140:],
    ],
)
def test_damage_costs_no_more_than_what_it_hit(
    read: Read, damage: Callable[[bytes], bytes]
) -> None:
    found = read("a.warc", INFO + PAGES[0] + damage(PAGES[1]) + PAGES[2] + PAGES[3])
    kept = [each.id for each in found if isinstance(each, Document)]
    assert kept[0] == URLS[0]
    assert kept[-1] == URLS[3]
    assert any("is damaged after" in reason for reason in errors(found))


def test_an_archive_without_pages_is_no_error(read: Read) -> None:
    assert read("a.warc", INFO) == []
