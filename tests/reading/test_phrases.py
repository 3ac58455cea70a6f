import pytest

from sayso.reading.phrases import Phrases, Surroundings, tokens_of

LISTS = {"body": ("group", "task force")}


def found(phrase: str, text: str) -> list[str]:
    tokens = tokens_of(text)
    return [
        text[tokens[one.first].start : tokens[one.end - 1].end]
        for one in Phrases([(phrase, None)], LISTS).find(text, tokens)
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("so called", "The so-called truce, so\ncalled.", ["so-called", "so\ncalled"]),
        ("so called", "He said so. Called back.", []),
        ("so called", "He said so\n\ncalled", []),
        ("rebel(s)", "Rebels and a rebel, rebelled.", ["Rebels", "rebel"]),
        ("a {body}", "A group, a task force.", ["A group", "a task force"]),
        ("a clean_up/sweep", "A clean-up, a sweep.", ["A clean-up", "a sweep"]),
        ("[highly] likely/probable", "Likely, highly probable.", ["Likely", "highly probable"]),
        ("world s end", "The world’s end.", ["world’s end"]),
        ("rebel(s)", "anti-rebels", ["rebels"]),
    ],
)  # fmt: skip
def test_forms(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


def test_the_longest_stands_and_none_inside_it() -> None:
    tokens = tokens_of("terror group leader")
    phrases = Phrases([("terror", 1), ("terror group", 2), ("group leader", 3)], {})
    assert [one.value for one in phrases.find("terror group leader", tokens)] == [2]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("word *", 'the word "rebel"', True),
        ("word [the] *", "the word the rebel", True),
        ("word *", "the word. A rebel", False),
        ("* act", "Rebel Act", True),
        ("anti * act", "anti-rebel act", True),
        ("anti * act", "anti-rebel law", False),
        ("* act", "rebel", False),
        ("word *", "rebel", False),
    ],
)
def test_surroundings(pattern: str, text: str, *, expected: bool) -> None:
    tokens = tokens_of(text)
    (one,) = Phrases([("rebel", None)], {}).find(text, tokens)
    assert Surroundings([pattern], {}).around(text, tokens, one) is expected
