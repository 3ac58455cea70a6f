import pytest
from msgspec.structs import replace

from sayso.desk.claims.clauses import clauses
from sayso.records.reading import Statement
from tests.desk.claims.told import told


def said(marked: str) -> list[tuple[str, str]]:
    given = told("a", marked, publisher="Coast News")
    return [
        (
            given.text[each.start : each.end],
            " ".join(given.text[a:b] for a, b in each.attribution.source)
            if each.attribution
            else "",
        )
        for each in clauses(given)
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[1s Ana Bel] [1c said] [1t that seven men died and five were wounded].",
            [("seven men died", "Ana Bel"), ("five were wounded", "Ana Bel")],
        ),
        (
            "[1t The Column has left the town], [1s she] [1c said], [1t and will not come back].",
            [("The Column has left the town", "she"), ("will not come back", "she")],
        ),
        (
            "ADEN (Coast News) — The ferry sank and burned for an hour.",
            [("The ferry sank and burned for an hour", "")],
        ),
        (
            "The ferry sank off Aden, the Harbour Post has reported.",
            [("The ferry sank off Aden", "the Harbour Post")],
        ),
        (
            "Forty are dead, Superintendent Amin Noor of the Harbour Police told Coast News.",
            [("Forty are dead", "Superintendent Amin Noor of the Harbour Police")],
        ),
        (
            "[1s Amin Noor] [1c said] [1t that the envoy had told him the talks were over].",
            [("the talks were over", "the envoy")],
        ),
        (
            "The ferry sank off Aden, an official familiar with the port said on Friday.",
            [("The ferry sank off Aden", "an official familiar with the port")],
        ),
        (
            "KOCHI, India (Coast News) - The ferry sank off Aden.",
            [("The ferry sank off Aden", "")],
        ),
        (
            'The envoy rang us to have [1t none of it: "The talks are over,"] [1s he] [1c said].',
            [
                ("The talks are over", "he"),
                ("The envoy rang us to have none of it", ""),
            ],
        ),
        ("[1s No group] [1c has said] [1t that it did it].", []),
        ("The army could not confirm it at once.", []),
        ("The ministry had no comment on Friday.", []),
        ("The official asked not to be named.", []),
        ("[1s Amin Noor] [1c would not say] [1t who had come].", []),
    ],
)
def test_who_says_which_clause(marked: str, expected: list[tuple[str, str]]) -> None:
    assert said(marked) == expected


def test_an_unsure_attribution_is_the_outlets_own() -> None:
    marked = "[1s The Board] [1c added] [1t the firm to its list on Friday morning]."
    given = told("a", marked, publisher="Coast News", facts={1: {"confidence": 0.2}})
    assert [each.attribution for each in clauses(given)] == [None]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Nobody has left the barrier.", "CT-"),
        ("Nobody would leave if the road were shut.", "Uu"),
        ("The road is shut.", "Uu"),
    ],
)
def test_a_plain_negation_leaves_nothing_open(said: str, expected: str) -> None:
    made = told("a", said, publisher="Coast News")
    stated = Statement(
        id="s1",
        kind="plain",
        content=(0, len(said)),
        voice="own",
        factuality="Uu",
        confidence=0.9,
    )
    (clause,) = clauses(replace(made, statements=(stated,)))
    assert clause.factuality == expected


def test_what_a_source_denies_is_not_open() -> None:
    marked = "[1s The Board] [1c denied] [1t that any ferry had been hit]."
    made = told("a", marked, publisher="Coast News")
    stated = tuple(replace(each, factuality="Uu") for each in made.statements or ())
    assert [each.factuality for each in clauses(replace(made, statements=stated))] == ["CT-"]
