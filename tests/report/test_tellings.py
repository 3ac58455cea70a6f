from sayso.report.glance import Line
from sayso.report.markdown import markdown
from sayso.report.sources import sources
from sayso.report.tellings import tie_lines, what_lines, wording_lines
from tests.report.telling import TOLD, telling
from tests.report.test_terminal import shown

WHAT = (
    Line(
        name="shelled",
        what="the outlet itself · Harbour Guard → Basra · asserted as done · "
        "assault · heavy-weapons · ●●●●",
    ),
    Line(
        name="raid",
        what="source 1 · the regime → Mosul · probable as to come · assault · "
        "“probably”: likely, 55–80 % (ICD 203) · ●●●●",
    ),
)
TIES = (
    Line(name="Tal arms Harbour Guard", what="the outlet itself · asserted · since 2020 · ●●●●"),
    Line(
        name="Harbour Guard not commands Delta Front",
        what="the outlet itself · denied or doubted · ●●●●",
    ),
)


def test_lines() -> None:
    found = sources(TOLD)
    assert what_lines(TOLD, found) == WHAT
    assert tie_lines(TOLD, found) == TIES
    first, second = wording_lines(TOLD, found)
    assert (first.name, first.times) == ("terror group", 1)
    assert first.what.startswith("the outlet itself · name calling or labelling · plainly: ")
    assert second.what.startswith("source 1 · loaded language · plainly: ")


def test_in_a_terminal_and_in_markdown() -> None:
    own = "in the outlet's own voice: 1 of 2 events, 2 of 2 ties, 1 loaded wording"
    report, brief = shown(TOLD, width=100), markdown(TOLD)
    for said in (report, brief):
        for title in (own, "What is told to have happened", "Who is tied to whom"):
            assert title in said
        assert said.index(own) < said.index("1 source, not named")
        assert said.index("shelled") < said.index("probable as to come")


def test_what_is_hardly_sure_is_counted_and_not_named() -> None:
    article = telling("Tal came. Tal left.", events=[("came", {"confidence": 0.05}), ("left", {})])
    left, more = what_lines(article, ())
    assert (left.name, more.what) == ("left", "1 more event")


def test_without_the_layers_there_is_nothing() -> None:
    bare = telling("Flat.")
    assert (what_lines(bare, ()), tie_lines(bare, ()), wording_lines(bare, ())) == ((), (), ())
    for said in (shown(bare), markdown(bare)):
        assert "What is told" not in said
        assert "own voice:" not in said


def test_a_long_article_stays_short() -> None:
    names = [f"hit{n:03}" for n in range(300)]
    article = telling(
        " ".join(names) + ".",
        events=[(name, {}) for name in names],
        framing=[(name, {}) for name in names],
    )
    lines = (*what_lines(article, ()), *wording_lines(article, ()))
    assert len(lines) < 30
    assert lines[12].what == "288 more events"
