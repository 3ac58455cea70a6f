import pytest
from msgspec.structs import replace

from benchmarks.gold import Attribution, Marked
from benchmarks.source_kinds import figures, join_attributions

OUTER = Attribution(
    source=((0, 5),), cue=((6, 10),), content=((11, 40),), source_kind="named_person", named=True
)
INNER = Attribution(
    source=((11, 15),), cue=((16, 20),), content=((21, 40),), source_kind="unnamed_group"
)


@pytest.mark.parametrize(
    ("system", "joined"),
    [
        ([OUTER, INNER], [OUTER, INNER]),
        ([INNER, OUTER], [OUTER, INNER]),
        ([INNER], [None, INNER]),
        ([], [None, None]),
        # The same content twice: cue and source decide.
        ([replace(OUTER, content=INNER.content), INNER], [OUTER, INNER]),
        # No content on one side: source, then cue.
        ([replace(OUTER, content=())], [OUTER, None]),
        ([replace(OUTER, content=(), source=())], [OUTER, None]),
    ],
)
def test_joining(system: list[Attribution], joined: list[Attribution | None]) -> None:
    cues = [(s and s.cue) for _, s in join_attributions([OUTER, INNER], system)]
    assert cues == [attribution and attribution.cue for attribution in joined]


def test_accuracy_is_over_the_joined_and_coverage_says_how_many() -> None:
    gold = Marked(id="d", attributions=(OUTER, INNER))
    system = Marked(id="d", attributions=(replace(INNER, source_kind="media", named=True),))
    values = {figure.name: figure.value for figure in figures([(gold, system)])}
    assert values["coverage"] == 1 / 2
    assert values["kind accuracy"] == 0
    assert values["named accuracy"] == 0
    assert values["background F1"] == 1
