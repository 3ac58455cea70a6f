from typing import Any

import msgspec
import pytest

from sayso.desk.review.applied import Ruling, applied
from sayso.records.reading import Analysis, Attribution, Event, Mention, Statement
from tests.desk.actors.scenes import analysis

TEXT = "Idris Halabi said guards fired first. The market closed."
NAMES = {"Idris Halabi": "Person"}


def read() -> Analysis:
    said = (18, 36)
    return msgspec.structs.replace(
        analysis("a", TEXT, NAMES),
        attributions=(
            Attribution(id="t1", source=((0, 12),), cue=((13, 17),), content=(said,),
                        source_kind="named_person", named=True, background=False, confidence=0.8,
                        source_entity="e0"),
        ),
        events=(
            Event(id="v1", type="ASSAULT", trigger=(25, 30), actor=((18, 24),), recipient=(),
                  status="actual", factuality="CT+", confidence=0.7, attribution="t1"),
        ),
        statements=(
            Statement(id="s1", kind="plain", content=said, voice="attributed", factuality="CT+",
                      confidence=0.7, attribution="t1"),
            Statement(id="s2", kind="event", content=said, voice="attributed", factuality="CT+",
                      confidence=0.7, attribution="t1", ref="v1"),
            Statement(id="s3", kind="plain", content=(38, 55), voice="own", factuality="CT+",
                      confidence=0.9),
        ),
    )  # fmt: skip


def ruling(kind: str, span: tuple[int, int], verdict: str, number: int = 1, **set_: Any) -> Ruling:  # noqa: ANN401
    return Ruling(kind=kind, span=span, verdict=verdict, judgement=number, changes=set_)


def test_without_decisions_it_stays_as_it_was() -> None:
    assert applied(read(), ()) == read()


def test_what_is_rejected_is_gone_and_nothing_else() -> None:
    left = applied(read(), [ruling("plain", (38, 55), "reject")])
    assert [one.id for one in left.statements or ()] == ["s1", "s2"]


def test_a_kind_is_not_another_at_the_same_words() -> None:
    left = applied(read(), [ruling("event", (25, 30), "reject")])
    assert [one.id for one in left.statements or ()] == ["s1", "s3"]


def test_what_is_accepted_is_sure() -> None:
    found = applied(read(), [ruling("plain", (18, 36), "accept")])
    assert [one.confidence for one in found.statements or ()] == [1.0, 0.7, 0.9]


def test_a_correction_sets_right_the_statement_its_attribution_and_its_event() -> None:
    found = applied(
        read(),
        [
            ruling(
                "event", (25, 30), "correct", factuality="CT-", type="COERCE", named=False,
            )
        ],
    )  # fmt: skip
    assert found.statements and found.attributions and found.events  # noqa: PT018
    assert found.statements[1].factuality == "CT-"
    assert found.statements[0].factuality == "CT+"
    assert (found.events[0].type, found.events[0].factuality) == ("COERCE", "CT-")
    assert not found.attributions[0].named


def test_words_that_mostly_overlap_are_the_same_item() -> None:
    found = applied(read(), [ruling("plain", (20, 36), "reject")])
    assert [one.id for one in found.statements or ()] == ["s2", "s3"]
    assert applied(read(), [ruling("plain", (0, 5), "reject")]) == read()


def test_the_last_decision_counts() -> None:
    span = (38, 55)
    decisions = [
        ruling("plain", span, "correct", 2, factuality="PS+"),
        ruling("plain", span, "correct", 1, factuality="CT-"),
    ]
    found = applied(read(), decisions)
    assert (found.statements or ())[2].factuality == "PS+"


def test_an_entity_is_renamed_or_gone() -> None:
    renamed = applied(
        read(), [ruling("entity", (0, 12), "correct", name="I. Halabi", country="NER")]
    )
    (entity,) = renamed.entities or ()
    assert (entity.names, entity.country) == (("I. Halabi", "Idris Halabi"), "NER")
    gone = applied(read(), [ruling("entity", (0, 12), "reject")])
    assert gone.entities == ()
    assert gone.attributions and gone.attributions[0].source_entity is None  # noqa: PT018
    (mention,) = gone.mentions or ()
    assert isinstance(mention, Mention)
    assert mention.entity is None


@pytest.mark.parametrize(
    "changes", [{}, {"colour": "red"}, {"factuality": "surely"}, {"type": "ASSAULT"}]
)
def test_a_correction_that_does_not_fit_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"set|factuality|Invalid"):
        applied(read(), [ruling("plain", (38, 55), "correct", **changes)])
