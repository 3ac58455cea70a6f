from typing import Any

import pytest

from sayso.desk.claims.clauses import clauses
from sayso.desk.origins.described import Descriptions
from sayso.desk.origins.names import names
from sayso.desk.origins.outlets import is_outlet, outlets
from sayso.desk.origins.voices import Voice, Voices
from tests.desk.claims.told import told

UNNAMED = {1: {"named": False, "source_kind": "unnamed_person"}}


def voice(
    marked: str, *, publisher: str = "Coast News", facts: dict[int, Any] | None = None
) -> Voice:
    given = told("a", marked, publisher=publisher, facts=facts)
    other = told(
        "b", "The Salt Front left Gao. The Harbour Post wrote so.", publisher="Harbour Post"
    )
    desk = [given, other]
    known = names(desk)
    voices = Voices(desk, known, outlets(desk, known), Descriptions(desk, known))
    clause = clauses(given)[-1]
    return voices.of(given, clause.attribution, sentence=clause.sentence)


@pytest.mark.parametrize(
    ("marked", "kind", "key"),
    [
        ("The bridge at Gao was closed on Friday.", "own", "Coast News"),
        ("[1s The Harbour Post] [1c said] [1t the bridge was closed].", "outlet", "Harbour Post"),
        ("[1s Coast News] [1c learned] [1t that the bridge was closed].", "own", "Coast News"),
        (
            "[1s Col. Amin Noor of the Dune Guard] [1c said] [1t it was closed].",
            "named",
            "dune guard",
        ),
        ("[1s The Dune Guard] [1c said] [1t the bridge was closed].", "named", "dune guard"),
        ("[1s Hawa Sall, a boatman,] [1c said] [1t the bridge was closed].", "named", "hawa sall"),
        (
            "[1t The bridge was closed], Hawa Sall, [1s a boatman], [1c said].",
            "named",
            "hawa sall",
        ),
        (
            "[1t The bridge was closed], [1s this newspaper's correspondent Ana Bel] [1c saw].",
            "named",
            "/reporter Coast News",
        ),
        (
            "Our correspondent Ana Bel, who went there by boat, saw the bridge closed.",
            "named",
            "/reporter Coast News",
        ),
        ("Ana Bel saw our correspondent at the bridge.", "own", "Coast News"),
        (
            "The command of the Dune Guard met. [1s The command] [1c said] [1t it was closed].",
            "named",
            "dune guard",
        ),
        (
            "Governor Amin Noor spoke. [1s The governor of the province] [1c said] [1t it closed].",
            "named",
            "amin noor",
        ),
    ],
)
def test_whose_voice_it_is(marked: str, kind: str, key: str) -> None:
    found = voice(marked)
    assert (found.kind, found.key) == (kind, key)


def test_a_partys_paper_is_that_party() -> None:
    found = voice("The bridge is ours.", publisher="Salt Front Information Office")
    assert (found.kind, found.key) == ("named", "salt front")


def test_we_of_a_party_are_that_party() -> None:
    marked = "[1s We] [1c say] [1t that the bridge is ours]."
    found = voice(marked, publisher="Salt Front Information Office", facts=UNNAMED)
    assert (found.kind, found.key) == ("named", "salt front")


def test_a_description_keeps_its_walk_of_life() -> None:
    found = voice("[1s A nurse] [1c said] [1t the bridge was closed].", facts=UNNAMED)
    assert found.kind == "unnamed"
    assert found.walks == {"medical"}


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("[1s A] militia officer [1c said] [1t the bridge was closed].", "A militia officer"),
        ("[1s A nurse, who gave no name,] [1c said] [1t the bridge was closed].", "A nurse"),
        ("[1s The clinic has] [1c put] [1t the dead at eleven].", "The clinic"),
        ("[1t The bridge was closed by Hawa Sall], [1s a nurse] [1c said].", "a nurse"),
    ],
)
def test_what_somebody_without_a_name_is_called(marked: str, label: str) -> None:
    assert voice(marked, facts=UNNAMED).label == label


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("A former clerk of the Salt Front", "unnamed"),
        ("A Salt Front fighter", "unnamed"),
        ("Two Salt Front officers", "unnamed"),
        ("A Salt Front commander, Amin Noor,", "named"),
        ("A Salt Front spokesman", "named"),
        ("A spokesman of the Salt Front", "named"),
        ("People who had read the letter", "unnamed"),
        ("The harbour log, which was shown to the Harbour Post,", "named"),
    ],
)
def test_who_of_a_body_is_its_voice(source: str, kind: str) -> None:
    marked = f"The Salt Front left. [1s {source}] [1c said] [1t the bridge was closed]."
    assert voice(marked, facts=UNNAMED).kind == kind


def test_a_source_in_plain_words_is_read_where_none_is_marked() -> None:
    found = voice("The bridge at Gao was closed on Friday, according to the director, Ana Bel.")
    assert (found.kind, found.key) == ("named", "ana bel")


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Northern Wire", True),
        ("Agence Levante", True),
        ("The Evening Ledger", True),
        ("Dune Guard", False),
        ("a nurse at the post", False),
    ],
)
def test_what_is_built_like_an_outlets_name(name: str, *, outlet: bool) -> None:
    assert is_outlet(name) is outlet


def test_an_officer_of_a_place_is_not_the_place() -> None:
    entity = {1: {"named": True, "source_entity": "Gao Bridge"}}
    found = voice(
        "Gao Bridge was quiet. [1s The commander of the Gao Bridge post] [1c said] [1t it shut].",
        facts=entity,
    )
    assert (found.kind, found.label) == ("unnamed", "The commander of the Gao Bridge post")
