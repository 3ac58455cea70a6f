"""Feeds, whose pages lie on loopback, which is a private address: each test allows it."""

from collections.abc import Callable, Iterator

import pytest

from sayso.errors import IntakeError
from sayso.intake.open import documents
from sayso.records.text import Document
from tests.intake.newsroom import Newsroom, item, newsroom, page, rss

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

REPORT = (
    "Gunmen of the Salt Road Column stopped eleven trucks near Taoudenni on Monday, drivers said."
    "\n\nFour of them were let go after paying with fuel and tea, and the rest were held."
)
LONG = "\n\n".join(f"{REPORT} That was convoy number {number}." for number in range(6))
DAY = "Tue, 03 Mar 2026 08:15:00 GMT"


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with newsroom() as opened:
        yield opened


def read(url: str) -> list[Document | IntakeError]:
    return list(documents([url], allow_private=True))


def one(url: str) -> Document:
    (found,) = read(url)
    assert isinstance(found, Document), found
    return found


def refusal(url: str) -> IntakeError:
    (found,) = read(url)
    assert isinstance(found, IntakeError), found
    return found


def test_a_summary_leads_to_the_page(room: Newsroom) -> None:
    link = room.put("/trucks", page(REPORT))
    entry = item(link, title="Trucks &amp; tea", description="Eleven trucks.", pubDate=DAY)
    found = one(room.put("/feed", rss(entry), media_type="application/rss+xml"))
    assert (found.id, found.url, found.text) == (link, link, REPORT)
    assert found.title == "Trucks & tea"
    assert found.publisher == "Delta Post"
    assert found.published == "2026-03-03T08:15:00+00:00"
    assert found.live


def test_what_the_page_states_of_itself_counts_first(room: Newsroom) -> None:
    stated = (
        '<meta property="og:title" content="Trucks held"><meta property="og:site_name" '
        'content="Delta"><meta property="article:published_time" content="2026-03-02">'
        '<meta property="article:modified_time" content="2026-03-04">'
    )
    link = room.put("/trucks", page(REPORT, head=stated))
    found = one(room.put("/feed", rss(item(link, title="Feed's", pubDate=DAY))))
    assert (found.title, found.publisher) == ("Trucks held", "Delta")
    assert (found.published, found.modified) == ("2026-03-02", "2026-03-04")


def test_a_whole_text_is_read_from_the_feed(room: Newsroom) -> None:
    html = "".join(f"<p>{part}</p>" for part in LONG.split("\n\n"))
    entry = item(
        f"{room.root}/trucks",
        title="Trucks",
        description="Eleven trucks.",
        **{"content:encoded": f"<![CDATA[{html}]]>"},
    )
    found = one(room.put("/feed", rss(entry)))
    assert (found.id, found.text) == (f"{room.root}/trucks", LONG)
    assert [path for path, _ in room.asked] == ["/feed"]


@pytest.mark.parametrize("end", ["Read more", "[…]", "and so on ...", "<a>Continue reading →</a>"])
def test_a_text_that_goes_on_elsewhere_is_fetched(room: Newsroom, end: str) -> None:
    link = room.put("/trucks", page(REPORT))
    entry = item(link, description=f"<![CDATA[<p>{LONG}</p>{end}]]>")
    assert one(room.put("/feed", rss(entry))).text == REPORT


ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
<entry><id>urn:1</id><title>Trucks</title><link href="/trucks"/>
<updated>2026-03-05T07:00:00Z</updated>
<published>2026-03-04T07:00:00+01:00</published><author><name>By Awa Keita</name></author>
<source><title>Northern Wire</title></source><summary>Eleven.</summary></entry></feed>"""


def test_atom(room: Newsroom) -> None:
    room.put("/trucks", page(REPORT))
    found = one(room.put("/atom.xml", ATOM))
    assert found.id == f"{room.root}/trucks"
    assert (found.title, found.publisher, found.byline) == ("Trucks", "Northern Wire", "Awa Keita")
    assert found.published == "2026-03-04T07:00:00+01:00"
    assert found.modified == "2026-03-05T07:00:00+00:00"


def test_the_one_date_of_rss_1_is_of_publication(room: Newsroom) -> None:
    link = room.put("/trucks", page(REPORT))
    feed = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<channel rdf:about="/"><title>Delta Post</title></channel><item rdf:about="{link}">'
        f"<title>Trucks</title><link>{link}</link><dc:date>2026-03-04</dc:date></item></rdf:RDF>"
    )
    found = one(room.put("/feed", feed, media_type="text/xml"))
    assert (found.published, found.modified) == ("2026-03-04", None)


def test_a_change_is_no_publication(room: Newsroom) -> None:
    room.put("/trucks", page(REPORT))
    found = one(
        room.put("/atom", ATOM.replace("<published>2026-03-04T07:00:00+01:00</published>", ""))
    )
    assert (found.published, found.modified) == (None, "2026-03-05T07:00:00+00:00")


def test_of_an_entry_that_comes_twice_the_last_edition_is_read(room: Newsroom) -> None:
    room.put("/trucks", page(REPORT))
    start, entry, end = ATOM.partition("<entry>")[0], ATOM[ATOM.index("<entry>") : -7], "</feed>"
    older = entry.replace("2026-03-05", "2026-03-01").replace("Trucks", "Trucks, first")
    assert one(room.put("/a", start + older + entry + end)).title == "Trucks"
    assert one(room.put("/b", start + entry + older + end)).title == "Trucks"


def test_what_fails_is_named_in_its_place_and_the_rest_is_read(room: Newsroom) -> None:
    gone, there = f"{room.root}/gone", room.put("/there", page(REPORT))
    front = room.put("/front", page("Nothing here."))
    bare = "<item><guid>tag:7</guid><title>Bare</title><description>Eleven.</description></item>"
    feed = room.put("/feed", rss(item(gone), item(there), item(front), bare))
    found = read(feed)
    assert [x.name if isinstance(x, IntakeError) else x.id for x in found] == [
        gone, there, front, "tag:7",
    ]  # fmt: skip
    reasons = [x.reason for x in found if isinstance(x, IntakeError)]
    assert "is answered with 404" in reasons[0]
    assert reasons[1:] == [
        "is a page without an article",
        "is an entry with a summary and without a link",
    ]


def test_a_page_on_a_private_network_is_refused_unless_allowed(
    room: Newsroom, refusal_of: Callable[..., IntakeError]
) -> None:
    link = room.put("/trucks", page(REPORT))
    assert "private or reserved" in refusal_of("feed.xml", rss(item(link)).encode()).reason
    assert room.asked == []


@pytest.fixture
def refusal_of(read: Callable[..., list[Document | IntakeError]]) -> Callable[..., IntakeError]:
    def refusal_of(name: str, data: bytes) -> IntakeError:
        (found,) = read(name, data)
        assert isinstance(found, IntakeError), found
        return found

    return refusal_of


def test_a_feed_that_is_cut_off_says_so_and_its_entries_are_read(room: Newsroom) -> None:
    first, second = (room.put(f"/{n}", page(f"{REPORT} Number {n}.")) for n in "ab")
    whole = rss(item(first, title="First"), item(second, title="Second"))
    found = read(room.put("/feed", whole[: whole.index("Second")]))
    assert isinstance(found[0], Document)
    assert isinstance(found[-1], IntakeError)
    assert "is cut off" in found[-1].reason


BOMB = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(8))


@pytest.mark.parametrize(
    "data",
    [
        '<?xml version="1.0"?>\n<nitf><body/></nitf>',
        '<?xml version="1.0"?>\n<urlset><url><loc>https://delta.example/</loc></url></urlset>',
        f'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a0 "aaaaaaaaaa">{BOMB}]><b>&a8;</b>',
    ],
)
def test_other_xml_is_named(room: Newsroom, data: str) -> None:
    error = refusal(room.put("/x.xml", data, media_type="application/xml"))
    assert error.reason == "is XML, but no feed, which is the only kind that is read"


def test_an_entity_bomb_in_a_feed_does_not_go_off(room: Newsroom) -> None:
    link = room.put("/trucks", page(REPORT))
    start = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">{BOMB}]>'
    feed = rss(item(link, title="&a8;")).replace('<?xml version="1.0" encoding="utf-8"?>', start)
    for found in read(room.put("/feed", feed)):
        assert isinstance(found, IntakeError) or len(found.title or "") < 1000
