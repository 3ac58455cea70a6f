import pytest

from sayso.reading.events.reach import Barrier, Reach, barrier, reached
from sayso.records.text import Span


def span(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


def reach(text: str, trigger: str, *others: str, content: str | None = None) -> Reach:
    return Reach(
        text,
        (0, len(text)),
        span(text, trigger),
        (span(text, content),) if content else None,
        [span(text, words) for words in (trigger, *others)],
    )


BARRIERS: list[tuple[str, str, str, Barrier | None]] = [
    ("Rebels shelled the bridge in Uvira.", "shelled", "Uvira", None),
    ("On Monday, in Uvira, rebels shelled the bridge.", "shelled", "Monday", None),
    ("When envoys met in Goma, rebels shelled the bridge.", "shelled", "Goma", "fronted"),
    ("After talks in Goma, rebels shelled the bridge.", "shelled", "Goma", None),
    ("The mayor, who once lived in Goma, accused the army.", "accused", "Goma", "aside"),
    ("The mayor, who once lived in Goma, accused the army.", "accused", "The mayor", None),
    ("The mayor of Goma said that men shelled a bridge.", "shelled", "Goma", "opened before"),
    ("The army left Goma; rebels shelled the bridge.", "shelled", "Goma", "clause before"),
    ("Rebels shelled the bridge while envoys met in Goma.", "shelled", "Goma", "opened after"),
    ("Rebels shelled the bridge after noon in Goma.", "shelled", "Goma", None),
    ("Rebels shelled the bridge, and envoys left Goma.", "shelled", "Goma", "next clause"),
]


@pytest.mark.parametrize(("text", "trigger", "words", "expected"), BARRIERS)
def test_what_parts_a_span_from_its_trigger(
    text: str, trigger: str, words: str, expected: Barrier | None
) -> None:
    assert barrier(reach(text, trigger), span(text, words)) == expected


def test_what_is_said_ends_with_the_content() -> None:
    text = "A driver was shot in Goma, the governor told reporters in Uvira."
    said = reach(text, "shot", content="A driver was shot in Goma")
    assert reached(said, "place", (span(text, "Goma"), span(text, "Uvira"))) == (
        span(text, "Goma"),
    )
    assert reached(said, "actor", (span(text, "the governor"),)) == ()


def test_another_event_between() -> None:
    text = "On Friday the council condemned the killing of a nurse."
    killing = reach(text, "killing", "condemned")
    assert reached(killing, "time", (span(text, "Friday"),)) == ()
    text = "Gunmen killed and wounded drivers in Goma."
    assert reached(reach(text, "killed", "wounded"), "recipient", (span(text, "drivers"),))


def test_a_side_beyond_a_clause_yields_to_a_nearer_one() -> None:
    text = "Students cheered as the army shelled the soldiers who had fired on them."
    fired = reach(text, "fired")
    army, soldiers = span(text, "the army"), span(text, "the soldiers")
    assert reached(fired, "actor", (soldiers,)) == (soldiers,)
    shelled = reach(text, "shelled")
    assert reached(shelled, "actor", (span(text, "Students"), army)) == (army,)


def test_a_recipient_follows_an_active_verb_and_precedes_a_passive_one() -> None:
    text = "The army shelled the camp."
    both = (span(text, "The army"), span(text, "the camp"))
    assert reached(reach(text, "shelled"), "recipient", both) == both[1:]
    text = "The camp was shelled by the army."
    both = (span(text, "The camp"), span(text, "the army"))
    assert reached(reach(text, "shelled"), "recipient", both) == both[:1]
