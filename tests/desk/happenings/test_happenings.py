"""Events told in several invented reports, by predicates that are given."""

import re

from sayso.desk.happenings.happenings import happenings
from sayso.desk.happenings.occurrences import told
from sayso.records.reading import Analysis, Event, Predicate, Sentence

BLAST = (
    "A truck bomb exploded outside the grain depot in Kassala on Sunday, police said.",
    "The explosion of a truck bomb at the grain depot in Kassala tore the gate off.",
)
FERRY = (
    "A ferry of the Blue Lily line sank off Kosti with forty passengers.",
    "Divers searched for the Blue Lily ferry that sank with forty passengers off Kosti.",
)
QUAY = "Two barges sank at a quay in Rangoon during the monsoon; nobody was aboard."


def analysis(number: int, text: str, *, told_by: str) -> Analysis:
    return Analysis(
        id=f"d{number}",
        text=text,
        sha256="",
        sentences=(Sentence(start=0, end=len(text), voice="own"),),
        predicates=tuple(
            Predicate(start=found.start(), end=found.end(), factuality="CT+")
            for found in re.finditer(told_by, text)
        ),
    )


def grouped(said: tuple[str, ...]) -> set[frozenset[str]]:
    told_by = r"explo\w+|sank|searched|tore|said"
    read = [analysis(number, text, told_by=told_by) for number, text in enumerate(said)]
    texts = {each.id: each.text for each in read}
    return {
        frozenset(f"{x.document} {texts[x.document][x.start : x.end]}" for x in group)
        for group in happenings(read)
    }


def test_a_verb_and_its_noun_tell_of_one_event() -> None:
    assert frozenset({"d0 exploded", "d1 explosion"}) in grouped((*BLAST, *FERRY, QUAY))


def test_one_word_tells_of_two_events_in_two_stories() -> None:
    found = grouped((*BLAST, *FERRY, QUAY))
    assert frozenset({"d2 sank", "d3 sank"}) in found
    assert frozenset({"d4 sank"}) in found


def test_the_order_of_documents_does_not_matter() -> None:
    read = [analysis(n, text, told_by="sank|said") for n, text in enumerate((*BLAST, *FERRY))]
    assert happenings(read) == happenings(read[::-1])


def test_without_predicates_the_triggers_of_events_count() -> None:
    read = Analysis(
        id="d", text=BLAST[0], sha256="",
        events=(
            Event(
                id="v1", type="ASSAULT", trigger=(13, 21), actor=(), recipient=(),
                status="actual", factuality="CT+", confidence=0.9,
            ),
        ),
    )  # fmt: skip
    assert told(read) == ((13, 21),)


def test_nothing_told_is_no_happening() -> None:
    assert happenings(()) == ()
