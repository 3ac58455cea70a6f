"""An article with every layer, made by hand, and desks that hold it."""

from typing import Any

from sayso.desk.store import Store
from sayso.intake.identity import sha256
from sayso.records.claims import Claim, ClaimStatement
from sayso.records.reading import (
    Analysis,
    Attribution,
    Entity,
    Event,
    Framing,
    Mention,
    Place,
    Quantity,
    Relation,
    Role,
    Sentence,
    Statement,
    Time,
)
from sayso.records.text import Span
from tests.desk.made import add, analysis

TEXT = (
    "The Salt Road Column attacked a convoy near Taoudenni on 3 March 2026, Colonel Idar Maiga "
    "said. At least 12 drivers were killed, according to two officials. "
    "The Column is commanded by Anou ag Issa, who denied that the Harbour Guard had armed it. "
    "Iranian envoys called the raid a cowardly massacre."
)


def at(words: str, *, after: str = "") -> Span:
    """Find words in the text, the first time behind others."""
    start = TEXT.index(words, TEXT.index(after))
    return start, start + len(words)


def _mention(number: int, entity: str, words: str, type: str = "Organisation") -> Mention:  # noqa: A002
    start, end = at(words)
    return Mention(
        id=f"m{number}",
        start=start,
        end=end,
        type=type,  # type: ignore[arg-type]
        confidence=0.9,
        entity=entity,
    )


MENTIONS = (
    _mention(1, "e1", "Salt Road Column"),
    _mention(2, "e2", "a convoy", "Vehicle"),
    _mention(3, "e3", "Colonel Idar Maiga", "Person"),
    _mention(4, "e4", "Anou ag Issa", "Person"),
    _mention(5, "e5", "the Harbour Guard"),
    _mention(6, "e6", "drivers", "Person"),
    _mention(7, "e7", "12", "Quantity"),
)

ENTITIES = (
    Entity(
        id="e1",
        type="Organisation",
        name="Salt Road Column",
        names=("Salt Road Column", "the Column"),
        mentions=("m1",),
        wikidata="Q900001",
        country="MLI",
        sector="REB",
    ),
    Entity(id="e2", type="Vehicle", name="a convoy", names=(), mentions=("m2",)),
    Entity(
        id="e3",
        type="Person",
        name="Idar Maiga",
        names=("Idar Maiga",),
        mentions=("m3",),
        country="MLI",
        sector="MIL",
        roles=(Role(title="Colonel", of="Harbour Guard", begin="2024"),),
    ),
    Entity(id="e4", type="Person", name="Anou ag Issa", names=("Anou ag Issa",), mentions=("m4",)),
    Entity(
        id="e5",
        type="Organisation",
        name="Harbour Guard",
        names=("Harbour Guard",),
        mentions=("m5",),
    ),
    Entity(id="e6", type="Person", name="drivers", names=(), mentions=("m6",)),
    Entity(id="e7", type="Quantity", name="12", names=(), mentions=("m7",)),
)

ATTRIBUTIONS = (
    Attribution(
        id="a1",
        source=(at("Colonel Idar Maiga"),),
        cue=(at("said"),),
        content=(at("The Salt Road Column attacked a convoy near Taoudenni on 3 March 2026"),),
        source_kind="named_person",
        named=True,
        background=False,
        confidence=0.9,
        source_entity="e3",
    ),
    Attribution(
        id="a2",
        source=(at("two officials"),),
        cue=(at("according to"),),
        content=(at("At least 12 drivers were killed"),),
        source_kind="unnamed_group",
        named=False,
        background=True,
        confidence=0.8,
    ),
    Attribution(
        id="a3",
        source=(at("Anou ag Issa"),),
        cue=(at("denied"),),
        content=(at("the Harbour Guard had armed it"),),
        source_kind="named_person",
        named=True,
        background=False,
        confidence=0.8,
        source_entity="e4",
    ),
)

EVENTS = (
    Event(
        id="v1",
        type="ASSAULT",
        mode="unconventional",
        trigger=at("attacked"),
        actor=(at("The Salt Road Column"),),
        recipient=(at("a convoy"),),
        status="actual",
        factuality="CT+",
        location=0,
        time=0,
        attribution="a1",
        confidence=0.8,
    ),
    Event(
        id="v2",
        type="ASSAULT",
        trigger=at("killed"),
        actor=(),
        recipient=(at("drivers"),),
        status="actual",
        factuality="PR+",
        quantity=(Quantity(of="killed", text="At least 12", least=12),),
        attribution="a2",
        confidence=0.7,
    ),
    Event(
        id="v3",
        type="AID",
        trigger=at("armed"),
        actor=(at("the Harbour Guard"),),
        recipient=(at("it", after="had armed"),),
        status="negated",
        factuality="CT-",
        attribution="a3",
        confidence=0.6,
    ),
)

RELATIONS = (
    Relation(
        id="r1",
        type="commands",
        source=at("Anou ag Issa"),
        target=at("The Column"),
        evidence=at("The Column is commanded by Anou ag Issa"),
        factuality="CT+",
        source_entity="e4",
        target_entity="e1",
        begin="2025",
        confidence=0.9,
    ),
    Relation(
        id="r2",
        type="arms",
        source=at("the Harbour Guard"),
        target=at("it", after="had armed"),
        evidence=at("the Harbour Guard had armed it"),
        factuality="CT-",
        source_entity="e5",
        target_entity="e1",
        attribution="a3",
        confidence=0.7,
    ),
    Relation(
        id="r3",
        type="fights",
        source=at("The Salt Road Column"),
        target=at("a convoy"),
        evidence=at("attacked a convoy"),
        factuality="PS+",
        source_entity="e1",
        attribution="a1",
        confidence=0.5,
    ),
)

PLACES = (
    Place(
        start=at("Taoudenni")[0],
        end=at("Taoudenni")[1],
        name="Taoudenni",
        geonameid=2449067,
        country="MLI",
        lat=22.67834,
        lon=-3.98361,
        feature="PPLA",
        precision="settlement",
        confidence=0.9,
    ),
    Place(
        start=at("Iranian")[0],
        end=at("Iranian")[1],
        name="Iran",
        geonameid=130758,
        country="IRN",
        lat=32.0,
        lon=53.0,
        feature="PCLI",
        precision="country",
        use="demonym",
        confidence=0.9,
    ),
)

TIMES = (
    Time(
        start=at("3 March 2026")[0],
        end=at("3 March 2026")[1],
        type="DATE",
        value="2026-03-03",
        begin="2026-03-03",
        until="2026-03-03",
    ),
)

FRAMING = (
    Framing(
        start=at("cowardly massacre")[0],
        end=at("cowardly massacre")[1],
        technique="Loaded_Language",
        voice="attributed",
        confidence=0.8,
    ),
)

STATEMENTS = (
    Statement(
        id="s1",
        kind="event",
        ref="v1",
        content=ATTRIBUTIONS[0].content[0],
        voice="attributed",
        factuality="CT+",
        attribution="a1",
        confidence=0.8,
    ),
    Statement(
        id="s2",
        kind="relation",
        ref="r1",
        content=at("The Column is commanded by Anou ag Issa"),
        voice="own",
        factuality="CT+",
        confidence=0.8,
    ),
    Statement(
        id="s3",
        kind="plain",
        content=at("the Harbour Guard had armed it"),
        voice="attributed",
        factuality="CT-",
        attribution="a3",
        confidence=0.8,
    ),
)


CLAIM = Claim(
    claim="c1",
    kind="event",
    type="ASSAULT",
    proposition="The Salt Road Column attacked a convoy",
    standing="disputed",
    credibility=4,
    actor="the Salt Road Column",
    recipient=None,
    place="Taoudenni",
    begin="2026-03-03",
    until="2026-03-03",
    origins_min=1,
    origins_max=2,
    why="The column denies it.",
    statements=(
        ClaimStatement(
            document="raid.txt",
            start=0,
            end=30,
            stance="affirms",
            factuality="CT+",
            voice="attributed",
            source_kind="named_person",
            origin="Idar Maiga",
        ),
    ),
)


def full(id: str = "raid.txt", **changed: Any) -> Analysis:  # noqa: A002, ANN401
    """Make the article; layers and fields may be changed."""
    return Analysis(
        **{
            "id": id,
            "text": TEXT,
            "sha256": sha256(TEXT),
            "title": "Raid near Taoudenni",
            "publisher": "Northern Courier",
            "url": f"https://courier.example/{id}",
            "published": "2026-03-04T08:00:00+00:00",
            "language": "en",
            "byline": "Salma Keïta",
            "sentences": (Sentence(start=0, end=len(TEXT), voice="mixed"),),
            "mentions": MENTIONS,
            "entities": ENTITIES,
            "attributions": ATTRIBUTIONS,
            "events": EVENTS,
            "relations": RELATIONS,
            "places": PLACES,
            "times": TIMES,
            "framing": FRAMING,
            "statements": STATEMENTS,
            **changed,
        }
    )


BARE = analysis("bare.txt", "The ferry did not run. Nobody said why.")
"""An article in which nobody looked for more than sentences, attributions and statements."""


def filled(store: Store) -> None:
    """Add the article, and one that has few layers."""
    add(store, full(), BARE)
