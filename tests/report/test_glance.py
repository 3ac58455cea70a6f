from sayso.report.glance import Line, when_lines, where_lines, who_lines
from sayso.report.markdown import markdown
from sayso.report.sources import sources
from tests.report.layers import BAGHDAD, IRAQ, QAIM, layered
from tests.report.test_terminal import shown

ARTICLE = layered(
    "[1s Idris Halabi] [1c said] [1t that the Guard left Baghdad for Al-Qaim in 2020]. "
    "Halabi left Iraq, or Springfield, this week. Nobody followed.",
    entities={
        "e1": {
            "name": "Idris Halabi",
            "names": ("Idris Halabi", "Halabi"),
            "said": ["Idris Halabi", "Halabi"],
            "country": "IRQ",
            "sector": "MIL",
        },
        "e2": {"type": "Organisation", "name": "Guard", "names": ("Guard",), "said": ["Guard"]},
        "e3": {"name": "Nobody", "said": ["Nobody"]},
    },
    places=[("Baghdad", BAGHDAD), ("Al-Qaim", QAIM), ("Iraq", IRAQ), ("Springfield", {})],
    times=[("2020", {}), ("this week", {})],
)

WHO = (
    Line(name="Idris Halabi", what="armed forces · Iraq · source 1", times=2),
    Line(name="Guard", what="", times=1),
    Line(name="", what="1 described and not named"),
)
WHERE = (
    Line(name="Iraq", what="Baghdad, Al-Qaim", times=3),
    Line(name="unresolved", what="Springfield"),
)
WHEN = (
    Line(name="2020", what="", times=1),
    Line(name="unresolved: no publication date", what="this week"),
)

TIMES = "\N{MULTIPLICATION SIGN}"

REPORT = """
  Who is in it ───────────────────────────────────────────────────────────────

   2*  Idris Halabi                 armed forces · Iraq · source 1
       Guard
                                    1 described and not named

  Where and when ─────────────────────────────────────────────────────────────

   3*  Iraq                         Baghdad, Al-Qaim
       unresolved                   Springfield

       2020
       unresolved: no publication   this week
       date
"""

BRIEF = """
## Who is in it

- **Idris Halabi** 2*: armed forces · Iraq · source 1
- **Guard**
- 1 described and not named

## Where and when

- **Iraq** 3*: Baghdad, Al-Qaim
- **unresolved**: Springfield
- **2020**
- **unresolved: no publication date**: this week
"""


def test_lines() -> None:
    assert who_lines(ARTICLE, sources(ARTICLE)) == WHO
    assert where_lines(ARTICLE) == WHERE
    assert when_lines(ARTICLE) == WHEN


def test_in_a_terminal_and_in_markdown() -> None:
    assert REPORT in shown(ARTICLE).replace(TIMES, "*")
    assert markdown(ARTICLE).replace(TIMES, "*").endswith(BRIEF)


def test_without_the_layers_there_is_nothing() -> None:
    bare = layered("Flat.")
    assert (who_lines(bare, ()), where_lines(bare), when_lines(bare)) == ((), (), ())
    assert "Who is in it" not in shown(bare) + markdown(bare)
    assert "Where and when" not in shown(bare) + markdown(bare)


def test_a_long_article_stays_short() -> None:
    names = [f"Name{n:03}" for n in range(300)]
    article = layered(
        " ".join(names) + ".",
        entities={name: {"name": name, "names": (name,), "said": [name]} for name in names},
        places=[(name, BAGHDAD | {"lat": 30 + n / 100}) for n, name in enumerate(names)],
        times=[(name, {"begin": f"{1700 + n}-01-01"}) for n, name in enumerate(names)],
    )
    lines = (*who_lines(article, ()), *where_lines(article), *when_lines(article))
    assert len(lines) < 30
    assert lines[10].what == "290 more with a name"
    assert lines[11].what.endswith("and 292 more")
    assert lines[-1].what == "288 more with days"
