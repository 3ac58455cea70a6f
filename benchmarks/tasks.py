"""Every accuracy task by its name: what a person can score, and what a floor can hold."""

from collections.abc import Callable, Mapping, Sequence

from benchmarks import (
    arguments,
    attributions,
    calibration,
    coreference,
    events,
    factuality,
    first_event,
    framing,
    linking,
    mentions,
    places,
    plain_speech,
    relations,
    source_kinds,
    times,
)
from benchmarks.counts import Figure
from benchmarks.gold import Pair

TASKS: Mapping[str, Callable[[Sequence[Pair]], list[Figure]]] = {
    "attributions": attributions.figures,
    "plain_speech": plain_speech.figures,
    "mentions": mentions.figures,
    "places": places.figures,
    "times": times.figures,
    "coreference": coreference.figures,
    "linking": linking.figures,
    "source_kinds": source_kinds.figures,
    "events": events.figures,
    "first_event": first_event.figures,
    "arguments": arguments.figures,
    "relations": relations.figures,
    "factuality": factuality.figures,
    "framing": framing.figures,
    "calibration": calibration.figures,
    "event_calibration": calibration.event_figures,
    "relation_calibration": calibration.relation_figures,
}
