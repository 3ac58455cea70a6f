import re
from collections.abc import Sequence
from functools import partial

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.entities.entities import entities
from sayso.reading.entities.names import ends
from sayso.records.reading import Entity, Mention
from sayso.records.vocabulary import MentionType

TYPES: dict[str, MentionType] = {
    "p": "Person",
    "o": "Organisation",
    "l": "Location",
    "n": "Nationality",
    "t": "Temporal",
}
_MARK = re.compile(r"\[([polnt]) |\]")


def read(marked: str) -> tuple[str, tuple[Mention, ...]]:
    """A text with its mentions marked: "[p Idris Valo] came"."""
    text, found, open_, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            open_.append((len(text), TYPES[mark[1]]))
        else:
            start, kind = open_.pop()
            found.append((start, len(text), kind))
    text += marked[at:]
    mentions = tuple(
        Mention(id=f"m{number}", start=start, end=end, type=kind, confidence=0.9)
        for number, (start, end, kind) in enumerate(found)
    )
    return text, mentions


def grouped(marked: str) -> list[list[str]]:
    text, mentions = read(marked)
    placed, _ = entities(text, mentions, title=None, published=None)
    groups: dict[str, list[str]] = {}
    for mention in placed:
        if mention.entity:
            groups.setdefault(mention.entity, []).append(text[mention.start : mention.end])
    return list(groups.values())


def only(marked: str) -> Entity:
    text, mentions = read(marked)
    return entities(text, mentions, title=None, published="2024-05-01")[1][0]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[o Harbour Defence Brigade] ([o HDB]) moved in. [o The HDB] then left.",
            [["Harbour Defence Brigade", "HDB", "The HDB"]],
            id="an acronym that the text defines",
        ),
        pytest.param(
            "[o The Harbour Defence Brigade] moved in. Later [o the HDB] left.",
            [["The Harbour Defence Brigade", "the HDB"]],
            id="an acronym by its initials",
        ),
        pytest.param(
            "[p Idris Valo] spoke in [l Basra]. [p Mr Valo] then left.",
            [["Idris Valo", "Mr Valo"], ["Basra"]],
            id="a title and a surname",
        ),
        pytest.param(
            "[p Idris Valo] met [p Sana Valo] in [l Basra].",
            [["Idris Valo"], ["Sana Valo"], ["Basra"]],
            id="one surname, two people",
        ),
        pytest.param(
            "[l Iraq] protested. [n Iraqi] troops came.",
            [["Iraq"], ["Iraqi"]],
            id="a state and its demonym",
        ),
        pytest.param(
            "[p Idris Valo], [p commander of the Harbour Brigade], spoke on Monday.",
            [["Idris Valo", "commander of the Harbour Brigade"]],
            id="an apposition",
        ),
        pytest.param(
            "[p [p Brigade chief] [p Idris Valo]] spoke.",
            [["Brigade chief Idris Valo", "Brigade chief", "Idris Valo"]],
            id="a post before a name",
        ),
        pytest.param(
            "[p Idris Valo] said [p he] would leave [l Mosul].",
            [["Idris Valo", "he"], ["Mosul"]],
            id="a pronoun",
        ),
        pytest.param(
            "[o The Harbour Brigade]'s men came. [o The Harbour Brigade] denied it.",
            [["The Harbour Brigade", "The Harbour Brigade"]],
            id="a possessive",
        ),
        pytest.param(
            "[p Minister Idris Valo] met [p the governor] in [l Basra].",
            [["Minister Idris Valo"], ["the governor"], ["Basra"]],
            id="another office",
        ),
        pytest.param(
            "[p Lt. Col. Hazim al-Rawdani] denied it. The plan is old, [p al-Rawdani] went on. "
            "[p Al-Rawdani] left.",
            [["Lt. Col. Hazim al-Rawdani", "al-Rawdani", "Al-Rawdani"]],
            id="a surname with its article, small and capital",
        ),
        pytest.param(
            "[p Tariq bin Salih] met [p Jan de Wit] in [l Basra]. [p Bin Salih] spoke. "
            "[p De Wit] left.",
            [["Tariq bin Salih", "Bin Salih"], ["Jan de Wit", "De Wit"], ["Basra"]],
            id="surnames with bin and de",
        ),
        pytest.param(
            "[p Anna van der Meer] spoke. [p Van der Meer] left. [p Meer] came back.",
            [["Anna van der Meer", "Van der Meer", "Meer"]],
            id="a surname with two particles and without",
        ),
        pytest.param(
            "[p Hazim al-Rawdani] met [p Sana al-Rawdani] in [l Basra].",
            [["Hazim al-Rawdani"], ["Sana al-Rawdani"], ["Basra"]],
            id="one surname with an article, two people",
        ),
        pytest.param(
            "[o AL-QAIM], [l Iraq] (Levant Wire) - [o An armed faction] took the post. "
            "[o al-Qaim] is quiet.",
            [["AL-QAIM", "al-Qaim"], ["Iraq"], ["An armed faction"]],
            id="a dateline and an armed group",
        ),
        pytest.param(
            "[o Ramadi] fell. [o The militia] celebrated.",
            [["Ramadi"], ["The militia"]],
            id="a town and an armed group",
        ),
        pytest.param(
            "[o Militia] tightens its grip as [o ministry] denies losing control.",
            [["Militia"], ["ministry"]],
            id="two bodies in a headline",
        ),
        pytest.param(
            "[o The militia] met [o the party]. [o The army] watched [o the council].",
            [["The militia"], ["the party"], ["The army"], ["the council"]],
            id="four bodies",
        ),
        pytest.param(
            "[o Valo Shipping Company] paid. [p Idris Valo] denied it. [o Valo Shipping] left.",
            [["Valo Shipping Company", "Valo Shipping"], ["Idris Valo"]],
            id="a legal form",
        ),
        pytest.param(
            "[p Harbour Front strongman Idris Valo] spoke in [l Basra]. [p Idris Valo] left.",
            [["Harbour Front strongman Idris Valo", "Idris Valo"], ["Basra"]],
            id="a whole name after what is said of him",
        ),
        pytest.param(
            "[l Iran] protested. [o Iran] then withdrew. [l Iran's] army stayed.",
            [["Iran", "Iran", "Iran's"]],
            id="a state under two types",
        ),
        pytest.param(
            "[o The U.S.] objected. [l The United States] then withdrew.",
            [["The U.S.", "The United States"]],
            id="two names of one state",
        ),
        pytest.param(
            "He asked [o us]. [o US] forces came.",
            [["US"]],
            id="a state that looks like a pronoun",
        ),
        pytest.param("[l [o Iraq]] protested.", [["Iraq", "Iraq"]], id="one span with two types"),
        pytest.param("It was [t Monday]. [t Monday] passed.", [], id="values are no entities"),
        pytest.param("[p He] came.", [], id="a pronoun alone is nobody"),
    ],
)
def test_what_is_one(marked: str, expected: list[list[str]]) -> None:
    assert grouped(marked) == expected


def test_several_are_not_a_body_of_one() -> None:
    assert ["The Harbour Brigade", "the villages"] not in grouped(
        "[o The Harbour Brigade] shelled [l the villages] near [l Sinjar]."
    )


def test_the_best_name_is_the_fullest() -> None:
    one = only("[p Valo] spoke. [p Harbour chief Idris Benat Valo] left. [p Valo] came back.")
    assert one.name == "Idris Benat Valo"
    assert one.names == ("Valo", "Idris Benat Valo")


@pytest.mark.parametrize(
    ("marked", "title", "of", "begin", "end"),
    [
        ("[p Idris Valo], commander of the Harbour Brigade, spoke.", "commander", "Harbour Brigade",
         None, None),
        ("[p Idris Valo], the Brigade's spokesman since 2020, spoke.", "spokesman", "Brigade",
         "2020", None),
        ("[p Former Prime Minister Idris Valo] spoke.", "Former Prime Minister", None, None, None),
        ("[p Iraqi Foreign Minister Idris Valo] spoke.", "Foreign Minister", "Iraq", None, None),
        ("[p Idris Valo], governor of Nineveh from 2014 to 2018, spoke.", "governor", "Nineveh",
         "2014", "2018"),
        ("[p U.S. Secretary of State Idris Valo] spoke.", "Secretary", "State", None, None),
        ("[p Brigade deputy commander Idris Valo] spoke.", "deputy commander", "Brigade", None,
         None),
    ],
)  # fmt: skip
def test_posts(marked: str, title: str, of: str | None, begin: str | None, end: str | None) -> None:
    (role,) = only(marked).roles
    assert (role.title, role.of, role.begin, role.end) == (title, of, begin, end)


@pytest.mark.parametrize(
    ("marked", "country", "sector"),
    [
        ("[p Iraqi Foreign Minister Idris Valo] spoke.", "IRQ", "GOV"),
        ("[o the Yemeni militias] fired.", "YEM", "UAF"),
        ("[p Journalist Idris Valo] wrote.", None, "MED"),
        ("[p U.S. Secretary of State Idris Valo] spoke.", "USA", "GOV"),
        ("[p the president of Iraq] spoke.", "IRQ", "GOV"),
        ("[o Hezbollah] denied it.", "LBN", "REB"),
        ("[l Iraq] protested.", "IRQ", "GOV"),
        ("[p the woman] came.", None, None),
    ],
)
def test_country_and_sector(marked: str, country: str | None, sector: str | None) -> None:
    one = only(marked)
    assert (one.country, one.sector) == (country, sector)


def test_a_network_has_its_say_about_pronouns() -> None:
    text, mentions = read("[p Idris Valo] told [p Rami Keri] that [p he] must go.")
    for wanted in (0, 1):
        placed, _ = entities(
            text,
            mentions,
            title=None,
            published=None,
            scores=partial(_sure_of, 2, wanted),
        )
        assert placed[2].entity == placed[wanted].entity


def _sure_of(anaphor: int, antecedent: int, one: int, others: Sequence[int]) -> list[float]:
    return [20.0 if (one, other) == (anaphor, antecedent) else -20.0 for other in others]


@pytest.mark.parametrize(
    "marked",
    [
        "[p the commander of the brigade], [p Idris Valo], spoke.",
        "[p the brigade's commander, [p Idris Valo]], spoke.",
    ],
)
def test_a_name_and_its_description_are_one_whatever_the_weights_say(marked: str) -> None:
    text, mentions = read(marked)
    placed, _ = entities(
        text, mentions, title=None, published=None, scores=lambda _, others: [-20.0] * len(others)
    )
    assert len({one.entity for one in placed}) == 1


def test_a_bare_reference_takes_the_type_of_what_it_refers_to() -> None:
    text, mentions = read("[p Idris Valo] said [p he] would leave.")
    bare = [msgspec.structs.replace(m, type="reference") if m.start else m for m in mentions]
    placed, _ = entities(text, bare, title=None, published=None)
    assert [m.type for m in placed] == ["Person", "Person"]


def test_what_has_none_of_the_types_is_called_other() -> None:
    text, mentions = read("[p The ceasefire] failed. [p The ceasefire] had lasted [t a day].")
    bare = [msgspec.structs.replace(m, type="reference") for m in mentions[:2]] + [mentions[2]]
    placed, (ceasefire,) = entities(text, bare, title=None, published=None)
    assert [m.type for m in placed] == ["Other", "Other", "Temporal"]
    assert (ceasefire.type, ceasefire.sector, ceasefire.roles) == ("Other", None, ())


def test_no_mentions_no_entities() -> None:
    assert entities("Nothing.", (), title=None, published=None) == ((), ())


@given(
    st.text(max_size=80), st.lists(st.tuples(st.integers(0, 79), st.integers(1, 30)), max_size=9)
)
def test_any_text_and_spans_give_a_partition(text: str, spans: list[tuple[int, int]]) -> None:
    mentions = [
        Mention(
            id=str(number),
            start=min(start, len(text)),
            end=min(start + length, len(text)),
            type=list(TYPES.values())[number % 5],
            confidence=0.5,
        )
        for number, (start, length) in enumerate(spans)
        if start < len(text)
    ]
    placed, made = entities(text, mentions, title=text, published=None)
    assert sorted(m.id for m in placed) == sorted(m.id for m in mentions)
    belonging = {m.id: m.entity for m in placed if m.entity}
    assert {i: one.id for one in made for i in one.mentions} == belonging


def test_time_grows_with_the_text_not_faster() -> None:
    line = "[p Idris Valo] met [o the Harbour Brigade] and [p he] left [l Basra]. "
    text, mentions = read(line * 400)
    placed, made = entities(text, mentions, title=None, published=None)
    assert len(placed) == 1600
    assert len(made) < 10


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("idris valo", "harbour brigade chief idris valo", True),
        ("harbour brigade chief idris valo", "idris valo", True),
        ("salman bin tariq", "idris bin salman bin tariq", False),
        ("sana amari", "idris valo appointed sana amari", False),
        ("valo", "idris valo", False),
        ("idris valo", "sana valo", False),
    ],
)
def test_a_whole_name_at_the_end_of_another(one: str, other: str, *, expected: bool) -> None:
    assert ends(one, other) == expected


@given(st.permutations(["[l Iran]", "[o Iran]", "[l Iran's]", "[o Iran]", "[n Iranian]"]))
def test_a_state_is_one_entity_a_type(said: list[str]) -> None:
    text, mentions = read(". Then came ".join(said) + ".")
    _, made = entities(text, mentions, title=None, published=None)
    assert len({one.type for one in made}) == len(made)
