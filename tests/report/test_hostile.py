"""Names that mean harm pass through every view: 200 of them, in every field that a name fills."""

import re
import unicodedata
from itertools import islice, product
from typing import get_args

import pytest

from sayso.records.json import from_json, to_json
from sayso.records.reading import (
    Analysis,
    Entity,
    Event,
    Framing,
    Mention,
    Place,
    Quantity,
    Relation,
    Role,
    Time,
)
from sayso.records.vocabulary import EventStatus, Factuality
from sayso.report.markdown import markdown
from sayso.report.page import entry, index, page
from tests.build import analysis
from tests.report.telling import TOLD
from tests.report.test_page import LAYERED, Reading
from tests.report.test_terminal import shown

ATTACKS = (
    "<script>alert(1)</script>",
    "</script></style></svg><img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><title>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "<!-- --><![CDATA[ ]]><?php ?>",
    "{{ 7 * 7 }}{% include 'page.css' %}${7*7}#{7*7}",
    "javascript:alert(1)",
    "'; DROP TABLE entities; --",
    "\" OR 1=1; DELETE FROM places WHERE ''='",
    "[link](javascript:alert(1)) ![x](http://x.example/y.png)",
    "| a | b |\n|---|---|\n# Heading\n> quote\n\n---\n```sh\nrm -rf /\n```",
    "\x1b[2J\x1b[31m\x1b]0;owned\x07\x9b31m",
    "\u202eltr\u202c \u2066isolate\u2069 \u200fmark\u200e",
    "\u0627\u0644\u0642\u0648\u0627\u062a \u05e6\u05d1\u05d0 \u0420\u043e\u0441  \u4e2d\u56fd",
    "p\u0430ypal \u0399raq \u00adsoft\u00ad z\u0335\u0321\u0322a\u0335lg\u0336\u0321o\u0337",
    "\x00\x01\x08\x0b\x0c\x7f\x85\ufeff\ufffe\uffff",
    "\ud800 half \udfff",
    "\u2028line\u2029paragraph\r\rreturn\ttab",
    "../../etc/passwd %s %n %(name)s \\N{DIGIT ONE} {0.__class__}",
)  # fmt: skip

SHAPES = (
    "{}",
    "  {}  ",
    "al-{} Brigade",
    "{0} {0}",
    "\u202e{}",
    "{}\u2066",
    "\u0645\u062d\u0645\u062f {}",
    "<b>{}</b>",
    "{}'\"--",
    "LONG {}",
)


def _long(name: str) -> str:
    return (name * (10_000 // len(name) + 1))[:10_000]


NAMES = [
    _long(attack) if shape.startswith("LONG") else shape.format(attack.replace("{", "{"))
    for attack, shape in islice(product(ATTACKS, SHAPES), 200)
]

STATUSES = get_args(EventStatus)
SURE = get_args(Factuality)

REORDERING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

IN_EVERY_FIELD = 20
"""Names in one article: ten articles hold all of them."""


def article_of(names: list[str]) -> Analysis:
    """An article in which every name is an actor, a place, a time, a role and a source, has
    done something to the next one, is tied to it, and is a loaded word."""
    text, spans = "", []
    for name in names:
        spans.append((len(text), len(text) + len(name)))
        text += f"{name} said so. "
    plain = analysis("", text=text, title=names[0], id=names[1], publisher=names[2])
    numbered = list(enumerate(zip(names, spans, strict=True)))
    return from_json(
        to_json(
            analysis(
                " ".join(f"[{n}s A] [{n}c said] [{n}t so]." for n, _ in numbered if n % 2),
                facts={n: {"source_entity": name} for n, (name, _) in numbered},
                text=plain.text,
                title=plain.title,
                id=plain.id,
                publisher=plain.publisher,
                byline=names[3],
                agency=names[4],
                published=names[5],
                url="https://wire.example/" + names[6],
                mentions=tuple(
                    Mention(
                        id=f"m{n}{name}",
                        start=a,
                        end=b,
                        type="Organisation",
                        confidence=0.5,
                        entity=name,
                    )
                    for n, (name, (a, b)) in numbered
                ),
                entities=tuple(
                    Entity(
                        id=f"e{n}{name}",
                        type="Organisation" if n % 2 else "Person",
                        name=name,
                        names=(name, name.upper()) if n % 3 else (),
                        mentions=(f"m{n}{name}",),
                        country=name,
                        sector=name,
                        roles=(Role(title=name, of=name, begin=name, end=name),),
                    )
                    for n, (name, _) in numbered
                ),
                places=tuple(
                    Place(
                        start=a,
                        end=b,
                        name=name,
                        confidence=0.5,
                        country=name if n % 2 else "IRQ",
                        lat=33.0 + n / 9 if n % 5 else None,
                        lon=44.0 - n / 9,
                        feature=name,
                        precision=("country", "division", "settlement", "site", "area")[n % 5],
                        use=("place", "place", "demonym", "metonym")[n % 4],
                    )
                    for n, (name, (a, b)) in numbered
                ),
                times=tuple(
                    Time(
                        start=a,
                        end=b,
                        type="DATE",
                        value=name,
                        begin=f"20{n:02}-01-01" if n % 2 else name,
                        until=f"20{n:02}-02-01" if n % 3 else None,
                    )
                    for n, (name, (a, b)) in numbered
                ),
                events=tuple(
                    Event(
                        id=f"v{n}{name}",
                        type=("ASSAULT", "CONSULT", "ACCUSE")[n % 3],
                        mode=name,
                        trigger=span,
                        actor=(spans[n - 1], spans[n - 2]) if n % 4 else (),
                        recipient=(spans[n - 3],),
                        instrument=(span,),
                        location=n,
                        time=n - 3,
                        quantity=(Quantity(of="killed", text=name),),
                        status=STATUSES[n % len(STATUSES)],
                        factuality=SURE[n % len(SURE)],
                        attribution=(None, "a1", name)[n % 3],
                        confidence=0.5,
                    )
                    for n, (name, span) in numbered
                ),
                relations=tuple(
                    Relation(
                        id=f"r{n}{name}",
                        type=("arms", "fights", "part_of")[n % 3],
                        source=span,
                        target=spans[n - 1],
                        evidence=(spans[max(n - 1, 0)][0], span[1]),
                        source_entity=f"e{n}{name}",
                        target_entity=name,
                        begin=name,
                        end=name if n % 2 else None,
                        factuality=SURE[n % len(SURE)],
                        attribution=(None, "a1", name)[n % 3],
                        confidence=0.5,
                    )
                    for n, (name, span) in numbered
                ),
                framing=tuple(
                    Framing(
                        start=a,
                        end=b,
                        technique=name,
                        voice="attributed" if n % 2 else "own",
                        attribution=name if n % 3 else None,
                        confidence=0.5,
                    )
                    for n, (name, (a, b)) in numbered
                ),
            )
        )
    )


ARTICLES = [
    article_of(NAMES[start : start + IN_EVERY_FIELD])
    for start in range(0, len(NAMES), IN_EVERY_FIELD)
]
PLAIN = article_of([f"name {n}" for n in range(IN_EVERY_FIELD)])


def elements(html: str) -> set[tuple[str, tuple[str, ...]]]:
    """Every kind of element with the names of its attributes."""
    return {(tag, tuple(sorted(attributes))) for tag, attributes in Reading(html).tags}


def test_there_are_two_hundred() -> None:
    assert len(set(NAMES)) == 200
    assert max(map(len, NAMES)) == 10_000


KINDS = (
    elements(page(PLAIN))
    | elements(page(LAYERED))
    | elements(page(TOLD))
    | elements(index([entry(PLAIN, "a.html")]))
)


@pytest.mark.parametrize("article", ARTICLES, ids=range(len(ARTICLES)))
def test_on_the_page_they_are_words_and_nothing_else(article: Analysis) -> None:
    html = page(article)
    html.encode()
    tags = {tag for tag, _ in elements(html)}
    assert tags <= {tag for tag, _ in KINDS}
    assert {name for _, names in elements(html) for name in names} <= {
        name for _, names in KINDS for name in names
    }
    reading = Reading(html)
    ids = reading.having("id")
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z0-9]+)*", id_) for id_ in ids)
    inside = [href for href in reading.having("href") if href.startswith("#")]
    outside = [href for href in reading.having("href") if not href.startswith("#")]
    assert {href[1:] for href in inside} <= set(ids)
    assert all(href.startswith("https://wire.example/") for href in outside)
    assert not REORDERING & set(html)
    for panel in ("what", "ties", "who", "where", "when", "wording"):
        assert panel in ids


@pytest.mark.parametrize("article", ARTICLES, ids=range(len(ARTICLES)))
def test_beside_the_article_they_are_short(article: Analysis) -> None:
    beside = re.sub(r"<(article|script|style).*?</\1>", "", page(article), flags=re.DOTALL)
    plain = re.sub(r"<(article|script|style).*?</\1>", "", page(PLAIN), flags=re.DOTALL)
    assert len(beside) < len(plain) + 200_000


@pytest.mark.parametrize("article", ARTICLES, ids=range(len(ARTICLES)))
@pytest.mark.parametrize("terminal", [True, False])
def test_in_a_terminal_they_steer_nothing(article: Analysis, *, terminal: bool) -> None:
    report = re.sub(r"\x1b\[[0-9;]*m", "", shown(article, terminal=terminal))
    steering = {c for c in report if unicodedata.category(c) in ("Cc", "Cs")}
    assert steering <= {"\n"}
    assert not REORDERING & set(report)
    assert len(report) < 60_000


@pytest.mark.parametrize("article", ARTICLES, ids=range(len(ARTICLES)))
def test_in_markdown_they_are_no_markup(article: Analysis) -> None:
    brief = markdown(article)
    brief.encode()
    assert not re.search(r"(?<!\\)[<`|]", brief)
    assert not re.search(r"(?<!\\)\]\(", brief)
    assert sum(line.startswith("#") for line in brief.splitlines()) <= 8
    for line in filter(None, brief.splitlines()):
        assert re.match(r"##? |(?:    |  )?- |\*\*\d|[^-+=#>|`\d ]", line), line
