import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.desk.actors.grouping import group
from sayso.desk.actors.record import Scene, Sighting, of_sighting
from sayso.desk.review.decided import Decided
from sayso.records.reading import Role
from tests.desk.actors.scenes import body, grouped, members, of, person, place, scene

HALABI = person("Idris Halabi", country="MLI")
GUARD = body("Niger Bend Guard", country="MLI")


def said(one: str, other: str, number: int = 1, **verdict: bool) -> Decided:
    return Decided(
        one=one, other=other, judgement=number, who="Inès", reason="read both",
        **{"same": False, "unsure": False} | verdict,
    )  # fmt: skip


def test_one_full_name_is_one_actor() -> None:
    assert grouped(scene("a", HALABI), scene("b", HALABI)) == {
        frozenset(["a Idris Halabi", "b Idris Halabi"])
    }


def test_a_surname_goes_to_whom_the_company_fits() -> None:
    found = group(
        [
            scene("a", HALABI, GUARD, place("Sévaré")),
            scene("b", person("Omar Halabi"), body("Tripoli Chamber")),
            scene("c", person("Halabi"), GUARD, place("Sévaré")),
        ]
    )
    halabi = of(found, "Idris Halabi")
    assert [member.document for member in halabi.members] == ["a", "c"]
    (join,) = halabi.joins
    assert join.judgement is None
    assert join.reasons[0] == "“Halabi” is a surname of “Idris Halabi”"
    assert "both are named beside" in " ".join(join.reasons)


def test_a_surname_that_fits_two_stays_apart_and_is_told() -> None:
    scenes = [
        scene("a", HALABI, GUARD),
        scene("b", person("Omar Halabi"), GUARD),
        scene("c", person("Halabi"), GUARD),
    ]
    found = group(scenes)
    assert frozenset(["c Halabi"]) in members(found)
    assert {of(found, "Halabi").id} == {unsure.one for unsure in found.unsure}
    assert len(found.unsure) == 2


def test_a_surname_alone_joins_nobody_without_company() -> None:
    assert len(grouped(scene("a", HALABI), scene("b", person("Halabi")))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Mansour Deghaim"), person("Mansur Dughaim")),
        (body("Niger Bend Guard"), body("NBG")),
        (body("Harbour Militia"), body("Adjara Harbour Militia")),
        (person("Idris Halabi"), person("Superintendent General Idris Halabi")),
    ],
)
def test_names_that_agree_in_one_company_are_one(one: Sighting, other: Sighting) -> None:
    near = (place("Sévaré"), body("Salt Road Column"), person("Aminata Coulibaly"))
    found = grouped(scene("a", one, *near), scene("b", other, *near))
    assert frozenset([f"a {one.name}", f"b {other.name}"]) in found


def test_accuser_and_accused_stay_two_when_one_document_mixes_them_up() -> None:
    front, both = body("Amber Front"), body("Amber Front", "Niger Bend Guard")
    near = (place("Sévaré"), HALABI)
    found = grouped(scene("a", both, *near), scene("b", front, GUARD, *near))
    assert frozenset(["b Niger Bend Guard"]) in found


def test_what_is_known_is_one_under_any_name_and_never_another() -> None:
    found = group(
        [
            scene("a", body("Salt Bank", anchor="Q1")),
            scene("b", body("SB", anchor="Q1")),
            scene("c", body("Salt Bank", anchor="Q2")),
        ]
    )
    assert members(found) == {frozenset(["a Salt Bank", "b SB"]), frozenset(["c Salt Bank"])}
    assert sorted(actor.anchor or "" for actor in found.actors) == ["Q1", "Q2"]


def test_a_ministry_of_nobody_knows_where_is_each_documents_own() -> None:
    ministry = body("Ministry of Defence")
    assert len(grouped(scene("a", ministry), scene("b", ministry))) == 2
    here = body("Ministry of Defence", country="MLI")
    assert len(grouped(scene("a", here), scene("b", here))) == 1
    there = body("Ministry of Defence", country="NER")
    assert len(grouped(scene("a", here), scene("b", there))) == 2


def test_a_full_name_is_of_the_kind_that_most_documents_take_it_for() -> None:
    three = [scene(x, person("Salt Road")) for x in "abc"]
    assert len(grouped(*three, scene("d", body("Salt Road")))) == 1


def test_a_person_is_no_body() -> None:
    near = (place("Sévaré"), HALABI)
    found = grouped(scene("a", person("Omar Road"), *near), scene("b", body("Road"), *near))
    assert frozenset(["b Road"]) in found


def test_an_actor_tells_names_countries_roles_and_why_each_member_is_in_it() -> None:
    chief = Role(title="chief", of="Niger Bend Guard")
    found = group(
        [
            scene("a", person("Idris Halabi", country="MLI", roles=(chief,))),
            scene("b", person("Idris Halabi", "Halabi", country="MLI")),
        ]
    )
    (actor,) = found.actors
    assert (actor.name, actor.names) == ("Idris Halabi", ("Idris Halabi", "Halabi"))
    assert (actor.countries, actor.roles) == (("MLI",), (chief,))
    assert actor.members[0].why is None
    assert "has the whole name of a's" in (actor.members[1].why or "")


class TestDecisions:
    apart = (scene("a", HALABI), scene("b", person("The Colonel Bird")))
    one, other = (of_sighting(each.sightings[0]) for each in apart)
    alike = (scene("a", HALABI), scene("b", HALABI), scene("c", HALABI))
    first, second, third = (of_sighting(each.sightings[0]) for each in alike)

    def test_a_person_joins_what_no_name_would(self) -> None:
        found = group(self.apart, [said(self.one, self.other, same=True)])
        (actor,) = found.actors
        assert actor.joins[0].reasons == ("Inès: read both",)
        assert actor.joins[0].judgement == 1

    def test_a_person_joins_even_two_that_are_known(self) -> None:
        scenes = (
            scene("a", body("Salt Bank", anchor="Q1")),
            scene("b", body("Salt Bank", anchor="Q2")),
        )
        pair = [of_sighting(each.sightings[0]) for each in scenes]
        assert len(group(scenes, [said(pair[0], pair[1], same=True)]).actors) == 1

    def test_a_person_keeps_apart_what_has_one_name(self) -> None:
        found = group(self.alike, [said(self.first, self.second)])
        assert members(found) == {
            frozenset(["a Idris Halabi"]),
            frozenset(["b Idris Halabi", "c Idris Halabi"]),
        }
        assert found.unsure == ()

    def test_who_is_taken_out_takes_along_whom_a_person_joined_to_it(self) -> None:
        decisions = [said(self.first, self.third, 2, same=True), said(self.first, self.second)]
        assert members(group(self.alike, decisions)) == {
            frozenset(["a Idris Halabi", "c Idris Halabi"]),
            frozenset(["b Idris Halabi"]),
        }

    def test_unsure_keeps_apart_and_stays_told(self) -> None:
        found = group(self.alike, [said(self.first, self.second, unsure=True)])
        assert len(found.actors) == 2
        assert [unsure.join.judgement for unsure in found.unsure] == [1]

    def test_the_later_decision_counts(self) -> None:
        pair = (self.first, self.second)
        later = [said(pair[0], pair[1], 2, same=True), said(self.second, self.first, 1)]
        assert len(group(self.alike, later).actors) == 1
        assert group(self.alike, later).overruled == (1,)

    def test_a_decision_about_what_is_gone_rests(self) -> None:
        gone = [said("entity:z:0-4", self.first, same=True)]
        assert group(self.alike, gone) == group(self.alike)


def _press() -> list[Scene]:
    chance = random.Random(11)  # noqa: S311
    people = [person("Idris Halabi"), person("Halabi"), person("I. Halabi"), person("Omar Halabi"),
              person("Idriss Halabi", country="MLI"), person("Idris Halabi", country="NER"),
              ]  # fmt: skip
    bodies = [GUARD, body("Guard"), body("NBG"), body("Amber Front"), place("Sévaré")]
    return [
        scene(f"d{number:02}", *chance.sample(people, 2), *chance.sample(bodies, 3))
        for number in range(14)
    ]


PRESS = _press()


@settings(max_examples=15)
@given(st.permutations(PRESS))
def test_the_order_of_documents_makes_no_difference(order: list[Scene]) -> None:
    assert grouped(*order) == grouped(*PRESS)


def test_every_member_is_in_one_actor_and_every_merge_is_traced() -> None:
    found = group(PRESS)
    held = [member.subject for actor in found.actors for member in actor.members]
    assert len(held) == len(set(held)) == sum(len(each.sightings) for each in PRESS)
    for actor in found.actors:
        untold = sum(member.why is None for member in actor.members)
        assert untold == len(actor.joins) + 1
        assert all(join.reasons for join in actor.joins)
    assert len({actor.id for actor in found.actors}) == len(found.actors)
