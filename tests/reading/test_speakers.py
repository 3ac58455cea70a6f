import pytest

from sayso.reading.speakers import speakers
from sayso.records.reading import Attribution, Entity, Mention


def _entity(number: int, *names: str) -> Entity:
    return Entity(
        id=f"e{number}", type="Person", name=names[0], names=names, mentions=(f"m{number}",)
    )


def _said(source: tuple[int, int], resolved: str | None) -> Attribution:
    return Attribution(
        id="a1",
        source=(source,),
        cue=(),
        content=(),
        source_kind="named_person",
        named=True,
        background=False,
        confidence=1.0,
        source_entity=resolved,
    )


ENTITIES = (_entity(1, "Rima Daoud", "Daoud"), _entity(2, "Omar Tal", "Tal"), _entity(3, "Tal"))
MENTIONS = (Mention(id="m9", start=0, end=2, type="Person", confidence=1.0, entity="e2"),)


@pytest.mark.parametrize(
    ("source", "resolved", "entity"),
    [
        ((5, 9), "Rima Daoud", "e1"),
        ((5, 9), "the Daoud", "e1"),
        # Two entities are called so: neither is sure, and the name stands.
        ((5, 9), "Tal", "Tal"),
        ((5, 9), "nurse", "nurse"),
        ((0, 2), None, "e2"),
        ((5, 9), None, None),
    ],
)
def test_a_source_is_the_entity_that_bears_its_name_or_that_its_words_mention(
    source: tuple[int, int], resolved: str | None, entity: str | None
) -> None:
    (found,) = speakers([_said(source, resolved)], MENTIONS, ENTITIES)
    assert found.source_entity == entity
