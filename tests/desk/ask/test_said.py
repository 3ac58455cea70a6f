import pytest

from sayso.desk.ask.said import Said, unrepeated


def line(start: int, end: int, kind: str = "plain", source: str | None = "Idris Halabi") -> Said:
    return Said(
        subject=f"{kind}:d:{start}-{end}",
        document="d",
        title=None,
        publisher=None,
        published=None,
        start=start,
        end=end,
        words="w" * (end - start),
        kind=kind,  # type: ignore[arg-type]
        voice="attributed" if source else "own",
        factuality="CT+",
        confidence=0.9,
        source=source,
    )


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([line(0, 40), line(0, 40, "event")], ["event:d:0-40"]),
        ([line(0, 40), line(3, 20)], ["plain:d:0-40"]),
        ([line(0, 40), line(0, 20), line(20, 40)], ["plain:d:0-40"]),
        ([line(0, 40), line(30, 60)], ["plain:d:0-40", "plain:d:30-60"]),
        ([line(0, 40), line(3, 20, "event")], ["plain:d:0-40", "event:d:3-20"]),
        ([line(0, 40, "event"), line(3, 20)], ["event:d:0-40", "plain:d:3-20"]),
        ([line(0, 40), line(3, 20, source=None)], ["plain:d:0-40", "plain:d:3-20"]),
    ],
)
def test_what_a_line_says_in_more_words_is_not_said_again(
    lines: list[Said], left: list[str]
) -> None:
    assert [each.subject for each in unrepeated(lines)] == left
    assert [each.subject for each in unrepeated(lines[::-1])] == left[::-1]
