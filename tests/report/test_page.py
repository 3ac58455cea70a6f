import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records.reading import Analysis, Sentence
from sayso.report.page import Entry, entry, index, page
from sayso.report.words import harmless
from tests.build import analysis
from tests.report.layers import BAGHDAD, IRAQ, layered
from tests.report.telling import TOLD, telling

ARTICLE = analysis(
    "The gate is shut\n\n"
    "[1s Idris Halabi] [1c said] [1t that [2s drivers] [2c told] him [2t that it was shut]]. "
    "The gate was always going to be shut.\n\nPart two\n\nIt is [3c feared] [3t that it stays so].",
    facts={1: {"source_kind": "named_person", "named": True}},
    url="https://wire.example/gate",
)


class Reading(HTMLParser):
    """What a browser makes of a page, as far as a test asks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self._inside = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside += tag == "article" or (self._inside > 0 and tag == "div")

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "article" or (self._inside > 0 and tag == "div")

    def handle_data(self, data: str) -> None:
        self.article += data if self._inside == 1 else ""

    def having(self, name: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(name)) is not None]


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading(page(ARTICLE))


def test_ids_are_unique_and_links_lead_somewhere(reading: Reading) -> None:
    ids = reading.having("id")
    assert len(ids) == len(set(ids))
    inside = [href for href in reading.having("href") if href.startswith("#")]
    assert inside
    assert {href[1:] for href in inside} <= set(ids)
    for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
        assert set(reading.having(name)) <= set(ids)


def test_every_saying_is_marked_in_the_article_and_on_a_card(reading: Reading) -> None:
    says = " ".join(reading.having("data-says")).split()
    told = " ".join(reading.having("data-told")).split()
    assert set(says) == set(told) == {"1", "2", "3"}
    assert len(says) == 3


def test_a_heading_that_is_the_title_stands_once(reading: Reading) -> None:
    assert "The gate is shut" not in reading.article
    assert "Part two" in reading.article


def test_the_page_asks_no_network_for_anything(reading: Reading) -> None:
    assert [href for href in reading.having("href") if "://" in href] == [ARTICLE.url]
    assert reading.having("src") == []
    assert "@import" not in page(ARTICLE)


def test_the_policy_admits_the_page_s_own_script_and_style_alone(reading: Reading) -> None:
    (policy,) = [content for content in reading.having("content") if "default-src" in content]
    assert "default-src 'none'" in policy
    for tag in ("script", "style"):
        (inline,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page(ARTICLE), re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert reading.having("style") == []
    assert not any(name.startswith("on") for _, attrs in reading.tags for name in attrs)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_web_addresses_are_links(url: str) -> None:
    html = page(analysis("Flat.", url=url))
    assert not any(href == url for href in Reading(html).having("href"))


HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(1)">&lt;\'"'


def test_what_a_document_says_is_never_markup() -> None:
    article = analysis(
        f"{HOSTILE}\n\n[1s {HOSTILE}] [1c {HOSTILE}] [1t {HOSTILE}].",
        facts={1: {"source_entity": HOSTILE}},
        title=HOSTILE,
        id=HOSTILE,
        publisher=HOSTILE,
        byline=HOSTILE,
        published=HOSTILE,
        url="https://" + HOSTILE,
    )
    tags = [tag for tag, _ in Reading(page(article)).tags]
    assert tags.count("script") == 1
    assert "img" not in tags
    assert "img" not in [tag for tag, _ in Reading(index([entry(article, "a.html")])).tags]


def one_sentence(text: str) -> Analysis:
    sentence = Sentence(start=0, end=len(text), voice="own")
    return analysis("", text=text, sentences=(sentence,), title="t")


@settings(max_examples=25)
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_any_text_is_shown_whole(text: str) -> None:
    html = page(one_sentence(text)).encode().decode()
    shown = Reading(html).article
    assert harmless(text).replace("\r", "\n").strip() in shown.replace("\r", "\n")


def test_a_name_of_ten_thousand_characters_is_short_on_its_card() -> None:
    html = page(analysis(f"[1s {'Abu ' * 2500}] [1c said] [1t so]."))
    assert len(html) - len(page(analysis("[1s A] [1c said] [1t so]."))) < 12_000


def test_a_page_without_anything() -> None:
    assert "no sources" in page(analysis("Title"))


def test_index_leads_to_every_page() -> None:
    entries = [entry(ARTICLE, "0001-a.html"), entry(one_sentence("Flat."), "0002-b.html")]
    assert isinstance(entries[0], Entry)
    assert Reading(index(entries)).having("href") == ["0001-a.html", "0002-b.html"]


LAYERED = layered(
    "[1s Idris Halabi] [1c said] [1t that the Guard left Baghdad for Iraq in 2020]. "
    "Halabi left this week.",
    entities={
        "e1": {
            "name": "Idris Halabi",
            "names": ("Idris Halabi", "Halabi"),
            "said": ["Idris Halabi", "Halabi"],
        },
        "e2": {"name": "the Guard", "said": ["the Guard"]},
    },
    places=[("Baghdad", BAGHDAD), ("Iraq", IRAQ)],
    times=[("2020", {}), ("this week", {})],
)


def test_panels_stand_only_for_layers_that_found_something() -> None:
    every = ["sources", "what", "ties", "who", "where", "when", "wording"]

    def panels(article: Analysis) -> list[str]:
        return [id_ for id_ in Reading(page(article)).having("id") if id_ in every]

    assert panels(LAYERED) == ["sources", "who", "where", "when"]
    assert panels(TOLD) == ["sources", "what", "ties", "who", "wording"]
    assert panels(telling("Flat.", events=[], relations=[], framing=[])) == ["sources"]
    assert panels(ARTICLE) == ["sources"]
    assert panels(layered("Flat.", entities={}, places=[], times=[])) == ["sources"]
    assert panels(layered("In 2020.", times=[("2020", {})])) == ["sources", "when"]


def test_choosing_a_thing_lights_its_words() -> None:
    reading = Reading(page(LAYERED))
    lit = {id_ for value in reading.having("data-of") for id_ in value.split()}
    assert lit == {f"{kind}-{n}" for kind in ("who", "where", "when") for n in (1, 2)}
    assert lit <= set(reading.having("id"))
    assert set(reading.having("data-thing")) == {"where-1", "where-2"}


def test_a_name_in_a_heading_that_is_the_title_leads_to_the_title() -> None:
    article = layered(
        "Halabi gone\n\nHe left.", entities={"e1": {"name": "Halabi", "said": ["Halabi"]}}
    )
    reading = Reading(page(article))
    assert {href[1:] for href in reading.having("href")} <= set(reading.having("id"))


def test_the_map_is_for_the_eye_and_the_list_for_everybody() -> None:
    html = page(LAYERED)
    (drawing,) = re.findall(r'<svg class="map".*?</svg>', html, re.DOTALL)
    assert 'aria-hidden="true"' in drawing
    assert "<a " not in drawing
    for name in ("Baghdad", "Iraq"):
        assert f"<bdi>{name}</bdi></a>" in html


def test_what_stays_unresolved_is_said() -> None:
    article = layered(
        "In Springfield, this week.", places=[("Springfield", {})], times=[("this week", {})]
    )
    html = page(article)
    assert "Unresolved: which place is meant is not sure" in html
    assert "unresolved: no publication date" in html
    assert 'class="map"' not in html
    assert 'class="axis"' not in html


def test_a_page_with_a_map_stays_small() -> None:
    assert len(page(LAYERED)) < 100_000


TOLD_PAGE = page(TOLD)
TOLD_READING = Reading(TOLD_PAGE)


def test_ids_are_unique_and_links_lead_somewhere_with_events_and_ties() -> None:
    ids = TOLD_READING.having("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in TOLD_READING.having("href")} <= set(ids)
    lit = {id_ for value in TOLD_READING.having("data-of") for id_ in value.split()}
    assert {"what-1", "what-2", "ties-1", "ties-2", "wording-1", "wording-2"} <= lit <= set(ids)
    assert set(TOLD_READING.having("data-thing")) == {"ties-1", "ties-2"}


def test_what_the_outlet_says_itself_comes_first() -> None:
    counts = TOLD_PAGE[TOLD_PAGE.index('class="counts"') :]
    assert counts.index("in the outlet&#39;s own voice: 1 of 2 events") < counts.index("1 source")
    rows = [attrs for tag, attrs in TOLD_READING.tags if tag == "tr" and "data-voice" in attrs]
    assert [row["data-voice"] for row in rows] == ["own", "told"]


def test_a_row_has_what_it_is_sifted_by() -> None:
    (_, raid) = (attrs for tag, attrs in TOLD_READING.tags if tag == "tr" and "data-sure" in attrs)
    assert (raid["data-type"], raid["data-status"]) == ("ASSAULT", "future")
    assert raid["data-sure"] == "PR+"
    fields = {attrs["data-by"] for tag, attrs in TOLD_READING.tags if tag == "select"}
    assert fields == {"status", "sure", "voice", "side"}
    assert {f"data-{field}" for field in fields if field} <= set(raid)


def test_a_line_tells_its_certainty_and_its_exact_words() -> None:
    lines = [attrs for tag, attrs in TOLD_READING.tags if (attrs.get("class") or "")[:4] == "tie "]
    assert [line["class"] for line in lines if "href" in line] == [
        "tie ours asserted",
        "tie ours denied",
    ]
    assert "“Tal arms the Harbour Guard”" in TOLD_PAGE
    titles = re.findall(r"<title>(.*?)</title>", TOLD_PAGE, re.DOTALL)
    assert sum("Tal arms Harbour Guard" in title for title in titles) == 1


def test_loaded_words_are_underlined_with_the_plain_word() -> None:
    framed = [attrs for _, attrs in TOLD_READING.tags if "framed" in (attrs.get("class") or "")]
    assert [one["class"] for one in framed] == ["framed ours", "framed theirs"]
    assert (framed[0]["title"] or "").startswith("name calling or labelling; plainly: attacker")
    assert "terror group" in TOLD_READING.article


def test_estimative_words_stand_beside_the_certainty() -> None:
    assert TOLD_PAGE.count("“probably”: likely, 55–80 % (ICD 203)") == 2, "saying and event"


def test_the_drawing_needs_nothing_from_elsewhere() -> None:
    (drawing,) = re.findall(r'<svg class="network" viewBox="0 0 560.*?</svg>', TOLD_PAGE, re.DOTALL)
    assert "http" not in drawing
    assert "style=" not in drawing


def test_a_page_with_ten_thousand_events_stays_small() -> None:
    words = [f"w{n}" for n in range(10_000)]
    article = telling(
        "Flat. " + " ".join(words) + ".",
        events=[(word, {}) for word in words],
        framing=[(word, {}) for word in words[:2000]],
        relations=[("w1 w2", {"type": "arms", "source": "w1", "target": "w2"})] * 2000,
    )
    html = page(article)
    assert "9,700 more in the record" in html
    assert len(html) < 1_000_000


def test_a_page_with_all_panels_stays_moderate() -> None:
    assert len(TOLD_PAGE) < 80_000
