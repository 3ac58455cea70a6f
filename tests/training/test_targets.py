from typing import Any

import numpy as np

from sayso.reading.tagger.labels import EVENT_TYPES, RELATIONS, STATUSES
from sayso.reading.tagger.pieces import pieces
from training.targets import ROLES, Targets, blank, evented, inside, merged, tied

TEXT = "Rebels shelled Mopti. It rained."
EVENT: dict[str, Any] = {
    "type": "ASSAULT", "mode": None, "trigger": [7, 14], "actor": [[0, 6]], "recipient": [],
    "place": [15, 20], "time": None, "instrument": [], "status": "actual", "factuality": "CT+",
}  # fmt: skip


def test_what_was_not_read_stays_unknown() -> None:
    coded = pieces(TEXT)
    labelled = evented(coded, [{"start": 0, "end": 21, "events": [EVENT]}])
    array = labelled.arrays["events"]
    read = inside(coded, [(0, 21)])
    assert not np.isnan(array[:, read]).any()
    assert np.isnan(np.delete(array, read, axis=1)).all()
    assert array[EVENT_TYPES.index("ASSAULT"), inside(coded, [(7, 14)])].all()
    assert np.nansum(array) == len(inside(coded, [(7, 14)]))
    status = labelled.arrays["status"][0]
    assert set(status[~np.isnan(status)]) == {STATUSES.index("actual")}


def test_roles_are_pieces_of_the_text() -> None:
    coded = pieces(TEXT)
    (act,) = evented(coded, [{"start": 0, "end": 21, "events": [EVENT]}]).acts
    assert act.roles[ROLES.index("actor")].tolist() == inside(coded, [(0, 6)]).tolist()
    assert act.roles[ROLES.index("place")].tolist() == inside(coded, [(15, 20)]).tolist()
    assert not len(act.roles[ROLES.index("recipient")])


def test_relations_are_told_by_the_last_pieces() -> None:
    coded = pieces(TEXT)
    relation = {"type": "fights", "source": [0, 6], "target": [15, 20]}
    sentence = {"start": 0, "end": 21, "relations": [relation]}
    (ties,) = tied(coded, [sentence], ["fights", "backs"]).ties
    ends = [inside(coded, [span])[-1] for span in ((0, 6), (15, 20))]
    assert ties.found == ((*ends, RELATIONS.index("fights")),)
    assert ties.asked == (RELATIONS.index("fights"), RELATIONS.index("backs"))


def test_the_later_annotator_holds_where_two_speak() -> None:
    coded = pieces(TEXT)
    first, second = blank("predicate", coded), blank("predicate", coded)
    first[:, :2], second[:, 1:3] = 0, 1
    both = merged(Targets({"predicate": first}), Targets({"predicate": second}))
    row = both.arrays["predicate"][0]
    assert row[:3].tolist() == [0, 1, 1]
    assert np.isnan(row[3:]).all()
