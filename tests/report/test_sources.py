import pytest

from sayso.records.reading import Entity
from sayso.report.sources import kind_of, sources
from tests.build import analysis

NESTED = (
    "[1s A driver] [1c said] [1t that [2s the men] [2c told] him [2t that it was closed]]. "
    "[3t It was], [3c added] [3s the driver]."
)


def test_sources_are_numbered_by_first_mention() -> None:
    found = sources(analysis("[2t Rain], [1s A] [1c said] [1t he]. [2s B] [2c said] [2t snow]."))
    assert [(source.number, source.name) for source in found] == [(1, "B"), (2, "A")]


def test_one_source_under_the_same_words() -> None:
    found = sources(analysis(NESTED))
    assert [(source.name, len(source.sayings)) for source in found] == [
        ("A driver", 2),
        ("the men", 1),
    ]


def test_nested_sayings_know_each_other() -> None:
    driver, men = sources(analysis(NESTED))
    (inner,) = driver.sayings[0].inner
    assert (inner.source, inner.cue, inner.content) == (2, "told", "that it was closed")
    assert men.sayings[0].outer == 1
    assert driver.sayings[1].inner == ()


def test_a_resolved_name_joins_pronoun_title_and_name() -> None:
    text = (
        "[1s Idris Halabi, a general,] [1c said] [1t no]. [2s He] [2c said] [2t yes]. "
        "[3s Idris Halabi] [3c left] [3t open when]."
    )
    name = {"source_entity": "Idris Halabi", "named": True, "source_kind": "named_person"}
    (source,) = sources(analysis(text, facts={1: name, 2: name}))
    assert (source.name, source.also) == ("Idris Halabi", "Idris Halabi, a general")
    assert len(source.sayings) == 3


def test_an_entity_gives_its_name() -> None:
    entity = Entity(id="e1", type="Person", name="Idris Halabi", names=(), mentions=())
    text = "[1s He] [1c said] [1t no]."
    (source,) = sources(analysis(text, facts={1: {"source_entity": "e1"}}, entities=(entity,)))
    assert source.name == "Idris Halabi"


def test_two_entities_of_one_name_stay_two() -> None:
    entities = tuple(
        Entity(id=id_, type="Person", name="Ali", names=(), mentions=()) for id_ in ("e1", "e2")
    )
    facts = {1: {"source_entity": "e1"}, 2: {"source_entity": "e2"}}
    text = "[1s Ali] [1c said] [1t no]. [2s Ali] [2c said] [2t yes]."
    assert len(sources(analysis(text, facts=facts, entities=entities))) == 2


def test_nobody_comes_last_and_has_number_0() -> None:
    found = sources(analysis("It is [1c feared] [1t that it falls]. [2s A] [2c said] [2t so]."))
    assert [source.number for source in found] == [1, 0]


def test_content_in_pieces() -> None:
    (source,) = sources(analysis('[1t "No,"] [1s A] [1c said]. [1t "Never.]\n[1t "Not ever."]'))
    assert source.sayings[0].content == '"No," … "Never. "Not ever."'


def test_a_colon_is_no_cue_to_show() -> None:
    (source,) = sources(analysis("[1s Poll][1c :] [1t Voters leave]."))
    assert source.sayings[0].cue == ""


def test_where_a_saying_stands() -> None:
    (source,) = sources(analysis("Title\n\nFlat. So.\n\nFlat. [1s A] [1c said] [1t so]."))
    assert (source.sayings[0].paragraph, source.sayings[0].sentence) == (2, 5)


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"source_kind": "unnamed_group", "background": True}, "unnamed group, on background"),
        ({"source_kind": "document", "named": True}, "document, named"),
        ({"source_kind": "media"}, "media, not named"),
        ({"source_kind": "named_person", "named": True}, "named person"),
    ],
)
def test_kind(facts: dict[str, object], kind: str) -> None:
    (source,) = sources(analysis("[1s A] [1c said] [1t so].", facts={1: facts}))
    assert kind_of(source) == kind


def test_an_attribution_of_nothing_harms_nothing() -> None:
    empty = analysis("[1c Said] so.", facts={1: {"cue": ()}})
    assert sources(empty)[0].sayings[0].content == ""


def test_no_layer_no_sources() -> None:
    assert sources(analysis("Flat.", attributions=())) == ()
