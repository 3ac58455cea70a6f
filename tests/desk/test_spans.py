import msgspec
import pytest

from sayso.desk.spans import outside, spans
from sayso.records.reading import Analysis
from tests.desk.made import WIRE, analysis

EVENT = {
    "id": "e1", "type": "ASSAULT", "trigger": [0, 6], "actor": [[0, 6], [7, 9]], "recipient": [],
    "status": "actual", "factuality": "CT+", "confidence": 0.5, "location": 3, "time": 1,
    "instrument": [[10, 12]],
}  # fmt: skip
RELATION = {
    "id": "r1", "type": "arms", "source": [1, 2], "target": [3, 4], "evidence": [1, 4],
    "factuality": "CT+", "confidence": 0.5,
}  # fmt: skip
MENTION = {"id": "m1", "start": 0, "end": 6, "type": "Person", "confidence": 0.5}


def with_layers(**layers: object) -> Analysis:
    return msgspec.convert(msgspec.to_builtins(analysis("a", WIRE)) | layers, Analysis)


def test_spans_of_every_layer_are_found() -> None:
    given = with_layers(events=[EVENT], relations=[RELATION], mentions=[MENTION])
    found = dict(spans(given))
    assert found["attributions.0.cue.0"] == (0, 1)
    assert found["events.0.trigger"] == (0, 6)
    assert found["events.0.actor.1"] == (7, 9)
    assert found["events.0.instrument.0"] == (10, 12)
    assert found["relations.0.evidence"] == (1, 4)
    assert found["mentions.0"] == (0, 6)
    assert found["statements.0.content"] == found["sentences.0"]
    assert list(outside(given)) == []


@pytest.mark.parametrize("span", [(-1, 3), (3, 3), (5, 3), (0, len(WIRE) + 1)])
def test_what_is_no_stretch_of_the_text_is_told(span: tuple[int, int]) -> None:
    given = with_layers(events=[EVENT | {"actor": [[0, 6], span]}])
    assert list(outside(given)) == [("events.0.actor.1", span)]
