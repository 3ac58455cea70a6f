from sayso.report.certainty import SURE, certainty, estimatives

LINES = {
    "CT+": "asserted", "PR+": "probable", "PS+": "possible", "CT-": "denied", "PR-": "denied",
    "PS-": "denied", "CTu": "open", "Uu": "open",
}  # fmt: skip


def test_every_factuality_has_a_line() -> None:
    assert {factuality: certainty(factuality) for factuality in SURE} == LINES


def test_estimative_words_are_told_once() -> None:
    text = "It will likely rain, likely. Perhaps so."
    estimative = estimatives(text)
    assert estimative([(0, 24), (0, 24)]) == ("“likely”: likely, 55–80 % (ICD 203)",)
    assert estimative([(0, 10), (9, 9)]) == ()
    assert len(estimative([(0, len(text))])) == 2
