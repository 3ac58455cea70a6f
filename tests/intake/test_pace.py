import pytest

from sayso.intake import pace as module
from sayso.intake.pace import PAUSE, Pace


@pytest.mark.parametrize(
    ("urls", "slept"),
    [
        (["https://a.example/1", "https://a.example/2", "http://A.example/3"], 2 * PAUSE),
        (["https://a.example/1", "https://b.example/2"], 0),
        (["http://127.0.0.1/1", "http://127.0.0.1/2", "http://localhost/3"], 0),
        (["http://192.168.1.7/1", "http://[::1]/2", "http://192.168.1.7/3"], 0),
        (["https://[bad", "https://[bad"], 0),
    ],
)
def test_a_host_is_asked_once_a_second(
    monkeypatch: pytest.MonkeyPatch, urls: list[str], slept: float
) -> None:
    now = 100.0

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    monkeypatch.setattr(module, "monotonic", lambda: now)
    monkeypatch.setattr(module, "sleep", sleep)
    pace = Pace()
    for url in urls:
        pace.wait(url)
    assert now - 100 == pytest.approx(slept)


def test_a_pause_that_passed_anyway_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(module, "monotonic", lambda: now)
    monkeypatch.setattr(module, "sleep", lambda _: pytest.fail("slept"))
    pace = Pace()
    for _ in range(3):
        pace.wait("https://a.example/")
        now += PAUSE
