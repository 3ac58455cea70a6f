from sayso.report.markdown import markdown
from tests.build import analysis

BRIEF = """# The gate is shut

Levant Wire · a.txt

**2 sources, 1 named · 1 of 3 sentences in the outlet's own voice**

1 attribution with no source given

## Who says what

- 1: **Idris Halabi** (Idris Halabi, a general), named person
  - *said*: that drivers told him that the gate was shut (¶1, 90% sure)
    - 2: drivers *told*: that the gate was shut
- 2: **drivers**, unnamed group
  - *told*: that the gate was shut (¶1, 60% sure, as 1: Idris Halabi has it)
- ?: **Nobody in particular**, no source given
  - *feared*: that it stays so (¶2, 90% sure)

## Nobody answers for these

- ¶1 The gate was always going to be shut.
"""


def test_brief() -> None:
    article = analysis(
        "The gate is shut\n\n"
        "[1s Idris Halabi, a general,] [1c said] [1t that [2s drivers] [2c told] him "
        "[2t that the gate was shut]]. The gate was always going to be shut.\n\n"
        "It is [3c feared] [3t that it stays so].",
        facts={
            1: {"source_entity": "Idris Halabi", "source_kind": "named_person", "named": True},
            2: {"confidence": 0.6},
        },
        publisher="Levant Wire",
    )
    assert markdown(article) == BRIEF


def test_words_are_never_markup() -> None:
    brief = markdown(analysis("*Bold* <b>tag</b> `code` a_b_c ![x](http://x).", title="<b>"))
    assert r"\*Bold\* \<b\>tag\</b\> \`code\` a\_b\_c !\[x\](http://x)." in brief
    assert brief.startswith("# \\<b\\>\n")
