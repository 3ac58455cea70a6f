import pytest

from sayso.desk.claims.negation import denied, is_negative, is_plain
from sayso.desk.claims.words import tokens


@pytest.mark.parametrize(
    ("said", "negative"),
    [
        ("the ferry did not sink", True),
        ("nobody left the harbour", True),
        ("the gate is no longer shut", False),
        ("not only the ferry sank", False),
        ("the ferry, which was not insured, sank", False),
        ("the ferry left on Tuesday and has carried nothing since", False),
        ("a deckhand, not named here, saw it sink", False),
        ("it was the guards, not the boatmen, who sank the ferry", False),
        ("the ferry left with two cars and no lorry", False),
        ("the captain agreed not to sail by night", False),
        ("the captain was not to sail by night", True),
        ("the ferry was taken for no reason at all", False),
        ("the ferry at no time left the quay", True),
        ("it is false that the ferry sank", True),
        ("the story of the ferry is pure invention", True),
        ("there is no evidence that the ferry sank", True),
        ("the meeting at the quay never took place", True),
        ("the guards fabricated the papers", False),
    ],
)
def test_what_is_negative_in_its_main_point(said: str, *, negative: bool) -> None:
    assert is_negative(said) is negative


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Nobody has left the barrier.", True),
        ("Nobody would leave if the road were shut.", False),
        ("The road is shut.", False),
    ],
)
def test_a_plain_negation_leaves_nothing_open(said: str, *, plain: bool) -> None:
    assert is_plain(said) is plain


@pytest.mark.parametrize(
    ("said", "of_the_killing"),
    [
        ("the police did not kill the boatman", True),
        ("the police do not say who killed the boatman", False),
        ("the police killed the boatman", False),
        ("the police killed nobody", True),
    ],
)
def test_what_a_negation_is_about(said: str, *, of_the_killing: bool) -> None:
    words = tuple(tokens(said, 0, len(said)))
    at = next(i for i, token in enumerate(words) if token.word.startswith("kill"))
    assert denied(words, {"kill": at}) == ({"kill"} if of_the_killing else frozenset())
