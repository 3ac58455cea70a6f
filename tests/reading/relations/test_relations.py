"""Invented groups; mentions are given, and the network has seen nothing unless a test says so."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.relations import RelationScene, relations
from sayso.reading.relations.candidates import candidates
from sayso.reading.relations.cues import named
from sayso.reading.relations.features import pairs
from sayso.reading.relations.lasting import lasting
from sayso.reading.relations.nodes import Node, nodes, words_of
from sayso.reading.relations.plain import stated
from sayso.reading.relations.weights import odds
from sayso.reading.sentences import sentences
from sayso.reading.tagger.labels import RELATIONS
from sayso.reading.tagger.marks import Tie
from sayso.reading.tagger.pieces import pieces
from sayso.records.reading import Mention, Relation, Time
from sayso.records.vocabulary import MentionType
from tests.reading.marking import SURE, blank

TEXT = "Kassim Dera met the Salt Column on the road."


def mentions_of(text: str, *said: str, kind: MentionType = "Organisation") -> list[Mention]:
    found = []
    for number, words in enumerate(said):
        start = text.index(words)
        end = start + len(words)
        found.append(
            Mention(id=words, start=start, end=end, type=kind, confidence=0.9, entity=f"e{number}")
        )
    return found


def read(text: str, *said: str, ties: tuple[Tie, ...] = ()) -> tuple[Relation, ...]:
    scene = RelationScene(text, sentences(text), mentions_of(text, *said), (), ())
    return relations(scene, blank(text, ties=ties))


def shown(text: str, items: tuple[Relation, ...]) -> set[tuple[str, str, str]]:
    return {(r.type, text[slice(*r.source)], text[slice(*r.target)]) for r in items}


def last_piece(word: str) -> int:
    return int(np.searchsorted(pieces(TEXT).ends, TEXT.index(word) + len(word)))


def nodes_of(text: str, *said: str) -> list[Node]:
    return nodes(mentions_of(text, *said), words_of(text, (0, len(text))))


PLAIN = [
    (
        "The Salt Column arms, trains, and finances the Ridge Guard.",
        {("arms", "The Salt Column", "the Ridge Guard"),
         ("trains", "The Salt Column", "the Ridge Guard"),
         ("finances", "The Salt Column", "the Ridge Guard")},
    ),
    (
        "The Ridge Guard, which is openly funded by the Salt Column, left.",
        {("finances", "the Salt Column", "The Ridge Guard")},
    ),
    ("Norwegian-backed Ridge Guard units left.", {("backs", "Norwegian", "Ridge Guard units")}),
    (
        "Since succeeding Idris Valo in 2020, Kassim Dera has been quiet.",
        {("succeeded", "Kassim Dera", "Idris Valo")},
    ),
    (
        "The Ridge Guard, organized chiefly under the Salt Column, left.",
        {("part_of", "The Ridge Guard", "the Salt Column")},
    ),
    ("The Salt Column trains the Ridge Guard’s horses.", set()),
    ("The Salt Column met the Ridge Guard.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_a_plain_verb_is_known_by_rule(text: str, expected: set[tuple[str, str, str]]) -> None:
    said = re.findall(
        "(?:[Tt]he )?(?:Salt Column|Ridge Guard(?: units)?|Norwegian)|Idris Valo|Kassim Dera", text
    )
    spoken = words_of(text, (0, len(text)))
    found = {
        (kind, text[slice(*pair.source.span)], text[slice(*pair.target.span)])
        for pair in pairs(nodes(mentions_of(text, *said), spoken), spoken)
        for kind, _ in stated(spoken, pair)
    }
    assert found == expected


def test_what_a_rule_knows_is_a_relation() -> None:
    text, expected = PLAIN[0]
    assert expected <= shown(text, read(text, "The Salt Column arms", "the Ridge Guard"))


def test_what_the_network_sees_makes_a_tie_likelier() -> None:
    found = mentions_of(TEXT, "Kassim Dera", "the Salt Column")
    kind = RELATIONS.index("communicated_with")
    tie = Tie(last_piece("Dera"), last_piece("Column"), kind, SURE)
    unseen, seen = (
        dict(odds(next(candidates(TEXT, sentences(TEXT), found, blank(TEXT, ties=ties)))))[kind]
        for ties in ((), (tie,))
    )
    assert seen > unseen + 1


def test_a_relation_leads_back_to_the_text_and_the_entities() -> None:
    text = "The Ridge Guard was founded by Kassim Dera."
    (relation,) = [r for r in read(text, "The Ridge Guard", "Kassim Dera") if r.type == "founded"]
    assert shown(text, (relation,)) == {("founded", "Kassim Dera", "The Ridge Guard")}
    assert (relation.source_entity, relation.target_entity) == ("e1", "e0")
    assert text[slice(*relation.evidence)] == "The Ridge Guard was founded by Kassim Dera"


def test_nothing_is_tied_across_sentences() -> None:
    text = "The Salt Column trains. The Ridge Guard left."
    assert read(text, "The Salt Column", "The Ridge Guard") == ()


@pytest.mark.parametrize(
    ("text", "said", "head"),
    [
        ("the commander of the Salt Column", "the commander of the Salt Column", "commander"),
        ("Norwegian-backed fighters in Oslo", "Norwegian-backed fighters in Oslo", "fighters"),
        ("The Salt Column arms, trains the Guard", "The Salt Column arms", "Column"),
        ("the Salt Column and its allies", "the Salt Column and its allies", "Column"),
    ],
)
def test_mentions_meet_at_their_heads(text: str, said: str, head: str) -> None:
    spoken = words_of(text, (0, len(text)))
    found = [node for node in nodes_of(text, said) if node.types == ("Organisation",)]
    assert [text[spoken[n.head].start : spoken[n.head].end] for n in found] == [head]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kassim Dera, commander of the Salt Column, left.", "commander of the Salt Column"),
        ("Harbour Council spokesman Kassim Dera left.", "Harbour Council spokesman"),
    ],
)
def test_titles_are_ends_of_their_own(text: str, title: str) -> None:
    said = [words for words in ("Kassim Dera", "the Salt Column") if words in text]
    found = [node for node in nodes_of(text, *said) if node.types == ("Title",)]
    assert [text[slice(*node.span)] for node in found] == [title]


def test_the_rest_of_a_list_is_not_between() -> None:
    text = "The Column arms the Guard, the Watch and the Band."
    spoken = words_of(text, (0, len(text)))
    found = nodes_of(text, "The Column", "the Guard", "the Watch", "the Band")
    between = {
        text[slice(*pair.target.span)]: [word.low for word in spoken[pair.begin : pair.end]]
        for pair in pairs(found, spoken)
        if pair.source.first == 0
    }
    assert between == {name: ["arms"] for name in ("the Guard", "the Watch", "the Band")}


@given(st.text(alphabet="Ab -,’s.\n", max_size=60), st.data())
def test_any_text_and_mentions_give_candidates_inside_it(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=6))
    mentions = [
        Mention(id=str(n), start=a, end=b, type="Organisation", confidence=0.5)
        for n, (a, b) in enumerate(spans)
        if a < b
    ]
    for each in candidates(text, [(0, len(text))], mentions, blank(text)):
        assert 0 <= each.pair.begin <= each.pair.end <= len(each.spoken)


@pytest.mark.parametrize(
    ("word", "kind"), [("training", "trains"), ("armed", "arms"), ("proxies", "backs")]
)
def test_words_name_ties(word: str, kind: str) -> None:
    assert kind in named(word)


@pytest.mark.parametrize(
    ("before", "kind", "expected"),
    [
        ("has led it since ", "commands", ("2019-01-01", None)),
        ("led it until ", "commands", (None, "2019-12-31")),
        ("was founded in ", "founded", ("2019-01-01", None)),
        ("fought in ", "fights", (None, None)),
    ],
)
def test_since_when_and_until_when(
    before: str, kind: str, expected: tuple[str | None, str | None]
) -> None:
    text = f"{before}2019."
    year = Time(
        start=len(before), end=len(before) + 4, type="DATE", begin="2019-01-01", until="2019-12-31"
    )
    assert lasting(text, kind, (0, len(before)), [year]) == expected
