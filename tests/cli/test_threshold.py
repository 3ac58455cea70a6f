from sayso.cli.threshold import surer
from tests.build import analysis

TEXT = (
    "[1s A man] [1c said] [1t [2s women] [2c said] "
    "[2t [3s children] [3c said] [3t the bridge fell]]]."
)


def test_what_is_sure_enough_stays_as_it_is() -> None:
    article = analysis(TEXT)
    assert surer(article, least=0.9) is article


def test_what_is_not_goes_and_its_inner_ones_move_up() -> None:
    left = surer(analysis(TEXT, facts={2: {"confidence": 0.4}}), least=0.5)
    assert [(one.id, one.parent) for one in left.attributions or ()] == [("a1", None), ("a3", "a1")]


def test_voice_and_summary_follow() -> None:
    left = surer(analysis(TEXT, facts={n: {"confidence": 0.1} for n in (1, 2, 3)}), least=0.5)
    assert [sentence.voice for sentence in left.sentences or ()] == ["own"]
    assert left.summary
    assert left.summary.sentences["own"] == 1
