from msgspec.structs import replace

from sayso.desk.actors.record import Actor, Class, Member
from sayso.desk.review.rulings import Reading
from sayso.records.reading import Entity, Mention
from sayso.report.brief.material import Material
from sayso.report.brief.subject import Subject, subject
from sayso.report.brief.writing import write
from tests.report.briefing import claims, families, material, section

LEAGUE = ("The Dune League", "The League")


def held() -> Material:
    """The desk, with the mentions of the League in it."""
    return Material(
        claims(), [_mentioned(each) for each in material().readings.values()], families()
    )


def actor(name: str, *names: str, sort: Class = "body", documents: tuple[str, ...] = ()) -> Actor:
    members = tuple(
        Member(
            subject=f"{each} e1", document=each, entity="e1", name=name, mentions=2, statements=1
        )
        for each in documents
    )
    return Actor(
        id=f"a{name}", sort=sort, name=name, names=(name, *names), members=members, joins=()
    )


def found(asked: str, *actors: Actor) -> Subject:
    one = subject(asked, held(), actors)
    assert one
    return one


def ids(one: Subject) -> set[str]:
    return {each.claim for each in one.about}


def test_an_actor_is_found_by_any_name_and_called_as_asked() -> None:
    league = actor("Dune League", "League", documents=("wire", "copy", "league", "quire"))
    for asked, title in (("dune league", "Dune League"), ("League", "League")):
        one = found(asked, league)
        assert (one.kind, one.title, ids(one)) == ("actor", title, {"c111", "c555"})


def test_part_of_a_name_is_enough_where_it_is_one_actors() -> None:
    captain = actor("Sani Maman")
    assert found("Maman", captain).kind == "actor"
    assert found("Arlit", captain, actor("Arlit North"), actor("Arlit South")).kind == "query"


def test_the_one_called_so_first_goes_before_others_who_are_called_so_too() -> None:
    captain, other = actor("Sani Maman"), actor("Two Rivers Guard", "Sani Maman")
    assert found("Sani Maman", other, captain).title == "Sani Maman"


def test_what_somebody_says_of_others_stands_apart() -> None:
    one = found("Sani Maman", actor("Sani Maman", sort="person"))
    assert not one.about
    assert [each.document for each in one.says] == ["wire", "wire"]
    told = write(one, held(), asked="Sani Maman")
    lines = section(told, "What Sani Maman says besides")
    assert lines[0][0].startswith("Lantern Wire: “The Dune League burned a fuel depot near Agadez")


def test_a_place_has_the_claims_that_are_of_it() -> None:
    one = found("agadez", actor("Agadez", sort="place"))
    assert (one.kind, len(one.about)) == ("place", 5)


def test_a_claim_is_found_by_the_beginning_of_its_id() -> None:
    assert ids(found("c111")) == {"c111"}
    assert found("c222").kind == "claim"


def test_words_are_looked_for_in_whole_sentences() -> None:
    assert ids(found("hospital NINE")) == {"c222"}
    assert found("road to Arlit").title == "road to Arlit"


def test_nothing_is_found_of_what_nobody_tells() -> None:
    for asked in ("volcano", "", "?!", "road volcano"):
        assert subject(asked, held(), (actor("Dune League"),)) is None


def _mentioned(reading: Reading) -> Reading:
    text = reading.analysis.text
    spans = [(text.index(each), len(each)) for each in LEAGUE if each in text]
    mentions = tuple(
        Mention(id=f"m{n}", start=at, end=at + length, type="Organisation", confidence=0.9)
        for n, (at, length) in enumerate(spans)
    )
    entity = Entity(
        id="e1", type="Organisation", name="Dune League", names=("Dune League",),
        mentions=tuple(each.id for each in mentions),
    )  # fmt: skip
    analysis = replace(reading.analysis, mentions=mentions, entities=(entity,))
    return replace(reading, analysis=analysis)
