import pytest

from sayso.desk.claims.frames import frames, types
from sayso.desk.claims.words import tokens


def shown(text: str) -> set[str]:
    return set(frames(tuple(tokens(text, 0, len(text)))))


@pytest.mark.parametrize(
    ("one", "other", "frame"),
    [
        ("the barge tied up at the quay", "the barge put in at the quay", "dock"),
        ("the Guard was behind the raid", "the Guard carried out the raid", "perpetrate"),
        ("he stepped down", "he is no longer minister", "resign"),
        ("they let her and two others go", "the captives were freed", "release"),
        ("they sat down in the mill", "they held talks in the mill", "meet"),
        ("dockers downed tools", "dockers walked out", "strike"),
        ("the cease-fire held", "a cessation of hostilities held", "truce"),
        ("the batteries did not fire on the quay", "the quay was shelled", "attack"),
        ("she won the by-election", "her victory in the vote", "elect"),
        ("air strikes on the town", "the town was bombed", "attack"),
        ("it had nothing to do with the raid", "it took part in the raid", "perpetrate"),
        ("the road was shut", "traffic was stopped at the bridge", "block"),
    ],
)
def test_one_act_in_other_words(one: str, other: str, frame: str) -> None:
    assert frame in shown(one) & shown(other)


def test_a_weak_word_needs_its_object() -> None:
    assert "supply" in shown("the firm gave them rifles")
    assert "supply" not in shown("the firm gave no reason")


def test_every_frame_has_a_type() -> None:
    assert set(types().values()) > {"ASSAULT", "relation"}


def test_what_is_presupposed_is_no_act() -> None:
    assert "missing" not in shown("the families of the missing drivers waited")
    assert "abduct" not in shown("six drivers were missing")


def test_a_phrase_without_a_gap_skips_no_word() -> None:
    assert "attack" in shown("they fire on the quay")
    assert "attack" not in shown("a fire burned low on the quay")
