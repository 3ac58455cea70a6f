"""Triggers are written by hand: which pieces, which type, and what fills the roles."""

from collections.abc import Mapping

import numpy as np
import pytest

from sayso.reading.events import EventScene, events
from sayso.reading.events.certainty import certainty
from sayso.reading.sentences import sentences
from sayso.reading.tagger.labels import ARGUMENTS, EVENT_TYPES, FACTUALITIES, MODES, STATUSES
from sayso.reading.tagger.marks import Trigger
from sayso.reading.tagger.network import Floats
from sayso.reading.tagger.pieces import pieces
from sayso.records.reading import Attribution, Event, Place, Time
from tests.reading.marking import SURE, blank, piece

TEXT = (
    "Rebels shelled the market in Mopti on Monday, killing four traders. "
    "The army said it would answer."
)


def _scores(names: tuple[str, ...], chosen: str) -> Floats:
    found = np.full(len(names), -SURE, dtype=np.float32)
    found[names.index(chosen)] = SURE
    return found


def trigger(  # noqa: PLR0913
    word: str,
    kind: str,
    *,
    odds: float = SURE,
    roles: Mapping[str, str] | None = None,
    status: str = "actual",
    factuality: str = "CT+",
    mode: str = "heavy-weapons",
) -> Trigger:
    coded = pieces(TEXT)
    arguments = np.full((len(ARGUMENTS), len(coded)), -SURE, dtype=np.float32)
    for role, words in (roles or {}).items():
        start = TEXT.index(words)
        inside = (coded.ends > start) & (coded.starts < start + len(words))
        arguments[ARGUMENTS.index(role), inside] = SURE
    at = piece(TEXT, word)
    return Trigger(
        at,
        int(np.searchsorted(coded.starts, TEXT.index(word) + len(word))),
        EVENT_TYPES.index(kind),
        odds,
        status=_scores(STATUSES, status),
        mode=_scores(MODES, mode),
        factuality=_scores(FACTUALITIES, factuality),
        offset=0,
        arguments=arguments,
    )


def found(*triggers: Trigger, attributions: tuple[Attribution, ...] = ()) -> tuple[Event, ...]:
    mopti, monday = TEXT.index("Mopti"), TEXT.index("Monday")
    scene = EventScene(
        TEXT,
        sentences(TEXT),
        places=[Place(start=mopti, end=mopti + 5, name="Mopti", confidence=0.9)],
        times=[Time(start=monday, end=monday + 6, type="DATE")],
        attributions=attributions,
    )
    return events(scene, blank(TEXT, triggers=triggers))


def _words(*spans: tuple[int, int]) -> list[str]:
    return [TEXT[start:end] for start, end in spans]


def test_an_event_with_its_sides_place_time_and_toll() -> None:
    roles = {"actor": "Rebels", "recipient": "the market", "place": "in Mopti", "time": "on Monday"}
    (event,) = found(trigger("shelled", "ASSAULT", roles=roles))
    assert (event.type, event.mode, event.status, event.factuality) == (
        "ASSAULT", "heavy-weapons", "actual", "CT+",
    )  # fmt: skip
    assert _words(event.trigger, *event.actor, *event.recipient) == [
        "shelled", "Rebels", "the market",
    ]  # fmt: skip
    assert (event.location, event.time) == (0, 0)
    assert [(q.of, q.least) for q in event.quantity] == [("killed", 4)]


def test_what_is_not_marked_stays_empty() -> None:
    (event,) = found(trigger("shelled", "ASSAULT"))
    assert (event.actor, event.recipient, event.location, event.time) == ((), (), None, None)


def test_a_role_does_not_leave_the_sentence() -> None:
    (event,) = found(trigger("shelled", "ASSAULT", roles={"actor": "The army"}))
    assert event.actor == ()


def test_half_an_abbreviation_is_no_side() -> None:
    text = "Gunmen hit U.S. trucks."
    coded = pieces(text)
    arguments = np.full((len(ARGUMENTS), len(coded)), -SURE, dtype=np.float32)
    arguments[ARGUMENTS.index("recipient"), piece(text, "U.S.")] = SURE
    hit = trigger("shelled", "ASSAULT")._replace(
        first=piece(text, "hit"), end=piece(text, "hit") + 1, arguments=arguments
    )
    scene = EventScene(text, sentences(text), places=[], times=[], attributions=())
    (event,) = events(scene, blank(text, triggers=(hit,)))
    assert [text[start:end] for start, end in event.recipient] == ["U.S."]


def test_of_two_types_on_one_stretch_the_surer_stays() -> None:
    both = found(trigger("shelled", "ASSAULT"), trigger("shelled", "COERCE", odds=-0.9))
    assert [event.type for event in both] == ["ASSAULT"]


def test_a_mode_of_another_type_is_none() -> None:
    (event,) = found(trigger("shelled", "PROTEST"))
    assert event.mode is None or event.mode in {"demo", "riot", "strike"}


def test_the_innermost_content_answers() -> None:
    content = (TEXT.index("it would"), len(TEXT))
    said = Attribution(
        id="a7", source=(), cue=(), content=(content,), source_kind="unspecified", named=False,
        background=False, confidence=0.9,
    )  # fmt: skip
    events_ = found(
        trigger("shelled", "ASSAULT"),
        trigger("answer", "THREATEN", status="future", factuality="PR+"),
        attributions=(said,),
    )
    assert [event.attribution for event in events_] == [None, "a7"]


@pytest.mark.parametrize(
    ("status", "factuality", "together"),
    [
        ("negated", "CT-", ("negated", "CT-")),
        ("hypothetical", "PS+", ("hypothetical", "PS+")),
        ("actual", "CT+", ("actual", "CT+")),
    ],
)
def test_status_and_factuality_agree(
    status: str, factuality: str, together: tuple[str, str]
) -> None:
    sure = certainty(trigger("shelled", "ASSAULT", status=status, factuality=factuality))
    assert (sure.status, sure.factuality) == together
    assert sure.chance > 0.9


@pytest.mark.parametrize(
    ("degree", "expected"), [(None, "CT+"), (2.6, "CT+"), (0.9, "PS+"), (-2.0, "PS+")]
)
def test_a_degree_lowers_what_is_sure(degree: float | None, expected: str) -> None:
    told = trigger("shelled", "ASSAULT")
    sure = certainty(told._replace(factuality=told.factuality / SURE), degree=degree)
    assert (sure.status, sure.factuality) == ("actual", expected)


def test_grammar_overrules_only_toward_less_real() -> None:
    done = trigger("shelled", "ASSAULT")
    assert certainty(done, left=frozenset({"negated"})).status == "negated"
    undone = trigger("shelled", "ASSAULT", status="negated", factuality="CT-")
    assert certainty(undone, left=frozenset({"future"})).status == "negated"


def test_the_surer_the_evidence_the_surer_the_event() -> None:
    (weak,) = found(trigger("shelled", "ASSAULT", odds=0.0))
    (strong,) = found(trigger("shelled", "ASSAULT"))
    assert 0 < weak.confidence < strong.confidence < 1
