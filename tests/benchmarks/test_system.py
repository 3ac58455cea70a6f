"""What sayso writes can be scored as it is, and says the same as what the gate hands over."""

import msgspec
from msgspec.structs import replace

from benchmarks.gold import (
    Attribution,
    Event,
    Framing,
    Marked,
    Mention,
    Place,
    Relation,
    Statement,
    Time,
)
from benchmarks.system import document_of, marked
from sayso.records import reading
from sayso.records.reading import Analysis

TEXT = "Rana Sabri said on Monday that she saw Basra."
ANALYSIS = Analysis(
    id="d",
    text=TEXT,
    sha256="0",
    mentions=(
        reading.Mention(id="m1", start=0, end=10, type="Person", confidence=0.9, entity="e1"),
        reading.Mention(id="m2", start=31, end=34, type="Person", confidence=0.9, entity="e1"),
    ),
    entities=(
        reading.Entity(
            id="e1",
            type="Person",
            name="Rana Sabri",
            names=("Rana Sabri",),
            mentions=("m1", "m2"),
        ),
    ),
    attributions=(
        reading.Attribution(
            id="a1",
            source=((0, 10),),
            cue=((11, 15),),
            content=((26, 44),),
            source_kind="named_person",
            named=True,
            background=False,
            confidence=0.8,
        ),
    ),
    places=(reading.Place(start=39, end=44, name="Basra", confidence=0.9, lat=30.5, lon=47.8),),
    times=(reading.Time(start=19, end=25, type="DATE", value="2024-03-04"),),
    events=(
        reading.Event(
            id="v1",
            type="CONSULT",
            mode="visit",
            trigger=(35, 38),
            actor=((31, 34),),
            recipient=((39, 44),),
            status="actual",
            factuality="CT+",
            confidence=0.7,
            location=0,
            time=0,
        ),
    ),
    relations=(
        reading.Relation(
            id="r1",
            type="located_in",
            source=(31, 34),
            target=(39, 44),
            evidence=(31, 44),
            factuality="CT+",
            confidence=0.6,
        ),
    ),
    framing=(
        reading.Framing(
            start=35, end=38, technique="Loaded_Language", voice="attributed", confidence=0.5
        ),
    ),
    statements=(
        reading.Statement(
            id="s1",
            kind="event",
            ref="v1",
            content=(26, 44),
            voice="attributed",
            factuality="CT+",
            confidence=0.8,
        ),
    ),
)
MARKED = Marked(
    id="d",
    text=TEXT,
    mentions=(
        Mention(start=0, end=10, type="Person", entity="e1"),
        Mention(start=31, end=34, type="Person", entity="e1"),
    ),
    attributions=(
        Attribution(
            source=((0, 10),),
            cue=((11, 15),),
            content=((26, 44),),
            source_kind="named_person",
            named=True,
            confidence=0.8,
        ),
    ),
    places=(Place(start=39, end=44, lat=30.5, lon=47.8),),
    times=(Time(start=19, end=25, type="DATE", value="2024-03-04"),),
    events=(
        Event(
            id="v1",
            type="CONSULT",
            mode="visit",
            trigger=(35, 38),
            actor=((31, 34),),
            recipient=((39, 44),),
            status="actual",
            factuality="CT+",
            confidence=0.7,
            location=0,
            time=0,
        ),
    ),
    relations=(
        Relation(
            type="located_in",
            source=(31, 34),
            target=(39, 44),
            factuality="CT+",
            confidence=0.6,
        ),
    ),
    framing=(Framing(start=35, end=38, technique="Loaded_Language"),),
    statements=(Statement(content=(26, 44), ref="v1", factuality="CT+"),),
)


def test_an_analysis_is_kept_as_far_as_scorers_look() -> None:
    assert marked(ANALYSIS) == MARKED
    assert marked(Analysis(id="d", text=TEXT, sha256="0")) == Marked(id="d", text=TEXT)


def test_a_line_of_output_is_read_as_the_same() -> None:
    written = msgspec.json.decode(msgspec.json.encode(ANALYSIS), type=Marked)
    assert replace(written, entities=()) == MARKED
    assert {referent.ref for referent in written.entities} == {None}


def test_what_people_marked_is_kept_from_the_reader() -> None:
    gold = replace(MARKED, title="Basra seen", published="2024-03-04", publisher="The Zubar Post")
    document = document_of(gold)
    assert (document.title, document.published, document.publisher) == (
        "Basra seen",
        "2024-03-04",
        "The Zubar Post",
    )
    assert document == document_of(
        replace(
            gold,
            attributions=(),
            mentions=(),
            times=(),
            events=(),
            relations=(),
            framing=(),
            statements=(),
        )
    )
