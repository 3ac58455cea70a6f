import pytest

from sayso.errors import IntakeError, RecordError, SaysoError, StoreError


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            IntakeError("a.pdf", "the file ends in the middle", "Get it again."),
            "a.pdf: the file ends in the middle. Get it again.",
        ),
        (RecordError("not JSON"), "not JSON"),
        (
            StoreError("news.sqlite", "has no room", "Make room"),
            "the desk news.sqlite has no room. Make room",
        ),
        (RecordError("a split character", id="wire/7"), "wire/7: a split character"),
    ],
)
def test_errors_say_where_what_and_what_next(error: SaysoError, text: str) -> None:
    assert str(error) == text
    assert isinstance(error, SaysoError)
