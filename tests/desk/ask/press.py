"""Three reports on one raid at a ferry, of which one is a copy, made by hand."""

from typing import Any

import msgspec

from sayso.desk.adding import Adder
from sayso.desk.store import Store
from sayso.records.reading import Analysis, Attribution, Event, Relation, Statement, Time
from tests.desk.actors.scenes import analysis

NAMES = {
    "Idris Halabi": "Person",
    "Salt Road Column|the Column": "Organisation",
    "Niger Bend Guard": "Organisation",
    "Korioume": "Location",
}
WIRE = (
    "Idris Halabi of the Niger Bend Guard said the Salt Road Column raided the ferry at Korioume "
    "on 4 March. The ferry lay idle in March and its crew waited for fuel that never came. "
    "Traders carried their millet back up the bank to the market and slept beside it. "
    "The owner of the ferry wants to sail again before the river falls."
)
DENIAL = "The Salt Road Column denied it. Nobody came to Korioume, the Column wrote."


def report(
    id: str,  # noqa: A002
    text: str,
    published: str,
    names: dict[str, Any] | None = None,
    **said: Any,  # noqa: ANN401
) -> Analysis:
    """Read a report: its first sentence is Halabi's on the raid, the others are the outlet's."""
    made = analysis(id, text, names or NAMES, published=published, **said)
    start, end = text.index("the Salt Road"), text.index(".")
    raid = text.index("raided")
    sentences = made.sentences or ()
    return msgspec.structs.replace(
        made,
        attributions=(
            Attribution(id="t1", source=((0, 12),), cue=((36, 40),), content=((start, end),),
                        source_kind="named_person", named=True, background=False, confidence=0.8,
                        source_entity="e0"),
        ),
        events=(
            Event(id="v1", type="ASSAULT", trigger=(raid, raid + 6), actor=((start, start + 20),),
                  recipient=(), status="actual", factuality="CT+", confidence=0.7, time=0,
                  attribution="t1"),
        ),
        relations=(
            Relation(id="r1", type="member_of", source=(0, 12), target=(20, 36), evidence=(0, 36),
                     factuality="CT+", confidence=0.9, source_entity="e0", target_entity="e2"),
        ),
        times=(
            _time(text, "4 March", "2026-03-04", "2026-03-04"),
            _time(text, "in March", "2026-03-01", "2026-03-31"),
        ),
        statements=(
            Statement(id="s1", kind="event", content=(start, end), voice="attributed",
                      factuality="CT+", confidence=0.7, attribution="t1", ref="v1"),
            Statement(id="s2", kind="plain", content=(start, end), voice="attributed",
                      factuality="CT+", confidence=0.7, attribution="t1"),
            *(
                Statement(id=f"s{number}", kind="plain", content=(one.start, one.end), voice="own",
                          factuality="CT+", confidence=0.9)
                for number, one in enumerate(sentences[1:], start=3)
            ),
        ),
    )  # fmt: skip


def denial() -> Analysis:
    made = analysis("denial", DENIAL, NAMES, published="2026-03-05", publisher="Column Bulletin")
    start = DENIAL.index("Nobody")
    end = DENIAL.index(",")
    return msgspec.structs.replace(
        made,
        attributions=(
            Attribution(id="t1", source=((46, 56),), cue=((57, 62),), content=((start, end),),
                        source_kind="named_organisation", named=True, background=False,
                        confidence=0.8, source_entity="e1"),
        ),
        statements=(
            Statement(id="s1", kind="plain", content=(start, end), voice="attributed",
                      factuality="CT-", confidence=0.7, attribution="t1"),
        ),
    )  # fmt: skip


def add(store: Store, *analyses: Analysis) -> None:
    adder = Adder(store, program="test 1")
    for each in analyses:
        adder.add(each)
    adder.close()


def _time(text: str, words: str, begin: str, until: str) -> Time:
    start = text.index(words)
    return Time(start=start, end=start + len(words), type="DATE", begin=begin, until=until)


FIRST = report("first", WIRE, "2026-03-04T18:00:00Z", publisher="Northern Wire")
COPY = report("copy", WIRE, "2026-03-05T06:00:00Z", publisher="Harbour Post")
