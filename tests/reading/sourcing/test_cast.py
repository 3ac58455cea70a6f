from sayso.reading.sourcing.cast import MEDIA, ORGANISATION, PERSON, PLACE, cast
from sayso.records.reading import Mention

TEXT = (
    "Colonel Awa Deme met General Omar Tal in Gao. Mr. Tal, 52, leads the River Guard (RG). "
    "Velland Corp. sold Deme nothing, the Gao Tribune reported. Iran denied it."
)


def test_titles_ages_and_lexicons_decide_what_a_name_is() -> None:
    known = cast(TEXT, title=None, mentions=()).actors
    assert {name: known[name].kind for name in ("Awa Deme", "Omar Tal", "River Guard", "Iran")} == {
        "Awa Deme": PERSON,
        "Omar Tal": PERSON,
        "River Guard": ORGANISATION,
        "Iran": PLACE,
    }
    assert known["Gao Tribune"].kind == MEDIA
    assert known["Omar Tal"].gender == "m"


def test_short_forms_and_acronyms_stand_for_the_full_name() -> None:
    known = cast(TEXT, title=None, mentions=())
    for short, full in (("Tal", "Omar Tal"), ("Deme", "Awa Deme"), ("RG", "River Guard")):
        actor = known.actor(short)
        assert actor is not None
        assert actor.name == full


def test_a_mention_settles_a_name_that_shows_nothing() -> None:
    text = "Sarkona Melt refused."
    assert cast(text, title=None, mentions=()).actors["Sarkona Melt"].kind == ""
    mention = Mention(id="m", start=0, end=12, type="Organisation", confidence=0.9)
    known = cast(text, title=None, mentions=(mention,)).actors
    assert known["Sarkona Melt"].kind == ORGANISATION


def test_the_headline_gives_evidence_for_names_of_the_text() -> None:
    text = "Sarkona Melt refused."
    known = cast(text, title="President Sarkona Melt refuses", mentions=()).actors
    assert known["Sarkona Melt"].kind == PERSON


def test_names_before_a_position_come_nearest_first() -> None:
    known = cast(TEXT, title=None, mentions=())
    near = [item.text for item in known.before(TEXT.index("Mr."), reach=100)]
    assert near == ["Gao", "Omar Tal", "Awa Deme"]
