import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.records.claims import Claim, ClaimStatement
from sayso.report.brief.facts import quoted
from sayso.report.brief.html import html
from sayso.report.brief.markdown import markdown
from sayso.report.brief.material import Material
from sayso.report.brief.record import Brief, Name, Quote, Sentence
from sayso.report.brief.subject import Subject
from sayso.report.brief.unknown import admits
from sayso.report.brief.writing import write
from tests.report.briefing import (
    TEXTS,
    brief,
    claims,
    families,
    faults,
    material,
    parts,
    reading,
    section,
    statement,
    told,
)

DENIAL = "“The Dune League set no fire and sent nobody to Agadez.”"
WORDS = {id_: text for id_, (_, _, text) in TEXTS.items()}

# All that a brief says in words of its own; a new one is added here on purpose.
OURS = set(
    """
    a add adds against alone also and answers as at back be behind beneath by can cannot carries
    carry circular citations cites claim claims corroborated counted credited denial denied
    denies deny disputed document first for from had has have her his how in independent injured
    is it its itself killed known leads least left less many more much names no nobody none not
    nothing of one only or origin origins own possible possibly probable probably publication
    publications put rests ring say says single so somebody source stand takes tell tells text than
    that the this time to told too took traced until voice what where whether which who whose with
    withdrew without
    """.split()
)


@pytest.mark.parametrize("asked", ["Agadez depot", "c111", "c222", "c333", "killed", "League"])
def test_every_sentence_has_a_footnote_and_every_footnote_is_in_its_document(asked: str) -> None:
    assert faults(brief(asked), WORDS) == []


def test_a_brief_that_breaks_its_promise_is_found() -> None:
    good = brief("c111")
    moved = replace(good.footnotes[0], start=good.footnotes[0].start + 1)
    assert faults(replace(good, footnotes=(moved, *good.footnotes[1:])), WORDS)
    bare = replace(good.sections[0].entries[0], sentences=(Sentence(("The League burned it.",)),))
    unsaid = replace(good.sections[0], entries=(bare,))
    assert "no footnote: The League burned it." in faults(replace(good, sections=(unsaid,)), WORDS)


def test_it_says_nothing_in_words_of_its_own_that_is_not_listed() -> None:
    whys = {f"Why: {each.why}" for each in claims()}
    for asked in ("depot", "killed", "League", "c111"):
        for part in parts(brief(asked)):
            if isinstance(part, str) and part not in whys:
                # Who is beneath a citation is a name of the claim.
                ours = part.replace("a nurse at the Agadez hospital", "")
                assert {w.lower() for w in re.findall(r"[^\W\d]+", ours)} <= OURS


def test_names_are_those_of_sources_and_publishers() -> None:
    known = {publisher for publisher, _, _ in TEXTS.values()}
    known |= {s.source or "" for c in claims() for s in c.statements}
    found = {part.words for part in parts(brief("depot")) if isinstance(part, Name)}
    assert found
    assert found <= known


def test_who_says_so_in_whose_words() -> None:
    first = brief("c111")
    entry = next(e for s in first.sections if s.title == "What is claimed" for e in s.entries)
    assert entry.label == "disputed"
    assert entry.facts == ("1 independent origin", "grade F4")
    assert section(first, "What is claimed") == [
        [
            "disputed",
            "Sani Maman says so in Lantern Wire[1].",
            "Dune League denies it in its own publication[2].",
            "Oasis Post[3] carries the text of Lantern Wire[1] and adds no origin.",
            "Why: Denied by Dune League.[1][2]",
        ]
    ]


def test_disagreements_have_their_own_section() -> None:
    assert section(brief("c111"), "Where they disagree")[0] == [
        "denied",
        "For it: Sani Maman says so in Lantern Wire[1].",
        "Against it: Dune League denies it, in its own publication: " + DENIAL,
    ]


def test_a_sentence_that_denies_twice_is_quoted_once() -> None:
    first, *rest = claims()
    again = statement(
        "league", "sent nobody to Agadez", source="Dune League", stance="denies",
        source_kind="named_organisation", factuality="CT-",
    )  # fmt: skip
    made = (replace(first, statements=(*first.statements, again)), *rest)
    held = Material(made, list(material().readings.values()), families())
    told = section(brief("c111", on=held), "Where they disagree")[0]
    assert [each for each in told if each.startswith("Against it")] == [
        "Against it: Dune League denies it, in its own publication: " + DENIAL
    ]


def test_an_outlet_is_named_once_for_several_of_its_documents() -> None:
    _, day, text = TEXTS["copy"]
    readings = {**material().readings, "copy": reading("copy", "Lantern Wire", day, text)}
    held = Material(claims(), list(readings.values()), ())
    claimed = section(brief("c111", on=held), "What is claimed")[0]
    assert claimed[1] == "Sani Maman says so in Lantern Wire[1][3]."
    closed = section(brief("c444", on=held), "What is claimed")[0]
    assert closed[1] == "Lantern Wire[1][2] says so in its own voice, without a source."


def test_what_an_actor_says_besides_is_not_told_again() -> None:
    said = statement("league", "sent nobody to Agadez", source="Dune League")
    of_league = replace(claims()[0], claim="c666", standing="single_origin", statements=(said,))
    subject = Subject(
        kind="actor", title="Dune League", about=(claims()[2], of_league), says=(said,)
    )
    made = write(subject, material(), asked="Dune League")
    assert section(made, "What Dune League says besides") == [["Dune League Bulletin: " + DENIAL]]
    assert section(made, "Told in one document only") == []


def test_figures_are_a_range_with_who_gives_which() -> None:
    label, four, nine, again = section(brief("killed"), "Figures that differ")[-1]
    assert label == "killed, from 4 to 9"
    assert four == "4: Sani Maman says, in Lantern Wire: “Four men were killed”."
    assert nine.startswith("9: a nurse at the Agadez hospital says, in Kite Radio: “Nine men")
    assert again.startswith("9: Evening Quire, which has it from Kite Radio, which leads back to a")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('"We did not attack', "“We did not attack”"),
        ('We did not attack."', "“We did not attack.”"),
        ('the "Home Guard" came', '“the "Home Guard" came”'),
        ('"Home Guard" men came', '“"Home Guard" men came”'),
        ("“We did not”, he said", "““We did not”, he said”"),
        ("«Nous", "“Nous”"),
    ],
)
def test_a_mark_without_its_fellow_is_not_quoted(words: str, shown: str) -> None:
    assert quoted(Quote(words, 1)) == shown


@pytest.mark.parametrize(
    ("source", "kind", "begins"),
    [
        ("the regional police", "named_organisation", "The regional police say so in "),
        ("The police in Gedo", "named_organisation", "The police in Gedo say so in "),
        ("a head of police", "named_person", "A head of police says so in "),
        ("eNews Police Desk", "media", "eNews Police Desk says so in "),
        ("residents", "unnamed_group", "residents say so in "),
    ],
)
def test_a_sentence_begins_with_a_capital_and_agrees(source: str, kind: str, begins: str) -> None:
    made = list(claims())
    said = [replace(each, source=source, source_kind=kind) for each in made[2].statements]
    made[2] = replace(made[2], statements=tuple(said))
    held = Material(made, list(material().readings.values()), families())
    lines = section(brief("c333", on=held), "What is claimed")[0]
    assert any(line.startswith(begins) for line in lines), lines


@pytest.mark.parametrize(
    "changes", [{"place": "Diffa"}, {"begin": "2026-05-01", "until": "2026-05-01"}]
)
def test_figures_of_other_places_and_days_are_kept_apart(changes: dict[str, str]) -> None:
    made = list(claims())
    made[1] = replace(made[1], begin="2026-06-01", until="2026-06-01")
    made[2] = replace(made[2], **changes)
    held = Material(made, list(material().readings.values()), families())
    found = section(brief("killed", on=held), "Figures that differ")
    assert not [label for label, *_ in found if "from" in label]


def test_who_only_repeats() -> None:
    found = [told for (told,) in section(brief("depot"), "Who only repeats")]
    assert [re.sub(r"\[\d+\]", "", each) for each in found] == [
        "Oasis Post carries the text of Lantern Wire.",
        "Evening Quire has what it tells of this from Kite Radio.",
    ]


def test_the_timeline_is_of_days_that_documents_name_and_of_publication() -> None:
    burned = "“The Dune League burned a fuel depot near Agadez on Monday”"
    assert section(brief("c111"), "Timeline") == [
        ["1 June 2026", f"Lantern Wire, of that time: {burned}."],
        ["2 June 2026", f"Lantern Wire is the first to tell: {burned}."],
        ["3 June 2026", f"Dune League Bulletin has the first denial of {burned}: {DENIAL}"],
    ]


def test_what_is_not_known() -> None:
    (first,), *_, last = section(brief("depot"), "What is not known")
    assert "It cannot be traced who first had “Nine men were killed at the depot”" in first
    assert last == ["Kite Radio: “It is not known who set the fire.”"]


@pytest.mark.parametrize(
    ("words", "open_"),
    [
        ("It was not immediately clear who fired.", True),
        ("The figure could not be independently verified.", True),
        ("It was not possible to confirm the account.", True),
        ("No group has claimed responsibility.", True),
        ("A spokesman declined to comment.", True),
        ("The ministry didn’t respond.", True),
        ("The road was cleared by noon.", False),
        ("We did not say yes, she said.", False),
        ("The army denied that it had shelled the town.", False),
        ("He could not swim.", False),
    ],
)
def test_what_a_document_leaves_open_is_told_by_its_words(words: str, open_: bool) -> None:  # noqa: FBT001
    assert admits(words) == open_


def test_a_hedge_is_kept() -> None:
    assert section(brief("League"), "Told in one document only") == [
        ["Evening Quire: “The League may have acted alone, a diplomat suggested.”"]
    ]
    said = section(brief("c555"), "In short")[0][1]
    assert said.endswith("“The League may have acted alone” (put as possible).")


def test_what_was_withdrawn_is_said_to_be() -> None:
    first, *rest = claims()
    gone = replace(first.statements[0], withdrawn=True, source=None, voice="own", origin=None)
    back = replace(gone, start=0, end=30, stance="denies", withdrawn=False)
    made = (replace(first, statements=(gone, back)), *rest)
    held = Material(made, list(material().readings.values()), ())
    told = brief("c111", on=held)
    _, line = section(told, "In short")[0]
    assert line.startswith("Lantern Wire, which took it back, in its own voice: “The Dune")
    assert line.endswith("; Lantern Wire[2] withdrew it.")
    assert "Lantern Wire withdrew it[2]." in section(told, "What is claimed")[0]
    assert section(told, "Where they disagree")[0][0] == "withdrawn"
    assert "Lantern Wire takes back “The" in section(told, "Timeline")[-1][-1]


def test_it_says_what_the_desk_held_and_when() -> None:
    found = brief("depot", as_of="2026-06-04")
    assert (found.held.documents, found.held.families, found.held.publishers) == (5, 4, 5)
    assert (found.held.first, found.held.last) == ("2026-06-02T07:00:00Z", "2026-06-03")
    assert "as of 4 June 2026" in markdown(found)
    assert "1 of them carries another’s text" in markdown(found)


def test_the_same_material_gives_the_same_brief() -> None:
    turned = Material(claims()[::-1], list(material().readings.values())[::-1], families()[::-1])
    assert brief("depot", on=turned) == brief("depot")


TEXT = st.text(min_size=1, max_size=60)
LABEL = st.none() | st.text(min_size=1, max_size=12)


@st.composite
def desks(draw: st.DrawFn) -> Material:
    """Any documents, with any statements on any stretches of them."""
    texts = draw(st.lists(TEXT, min_size=1, max_size=4))
    read = [
        reading(f"d{n}", draw(LABEL), draw(st.sampled_from([None, "2026-06-01", "soon"])), text)
        for n, text in enumerate(texts)
    ]
    made = draw(st.lists(_claims(texts), min_size=1, max_size=3))
    return Material([replace(c, claim=f"c{n}000") for n, c in enumerate(made)], read, ())


@st.composite
def _claims(draw: st.DrawFn, texts: list[str]) -> Claim:
    said = draw(st.lists(_statements(texts), min_size=1, max_size=4))
    return replace(
        claims()[0],
        statements=tuple(said),
        standing=draw(st.sampled_from([each.standing for each in claims()])),
        proposition=draw(TEXT),
        kind=draw(st.sampled_from(["event", "plain"])),
    )


@st.composite
def _statements(draw: st.DrawFn, texts: list[str]) -> ClaimStatement:
    at = draw(st.integers(0, len(texts) - 1))
    start = draw(st.integers(0, len(texts[at]) - 1))
    return ClaimStatement(
        document=f"d{at}",
        start=start,
        end=draw(st.integers(start + 1, len(texts[at]))),
        stance=draw(st.sampled_from(["affirms", "denies"])),
        factuality=draw(st.sampled_from(["CT+", "PS+", "CT-"])),
        voice=draw(st.sampled_from(["own", "attributed"])),
        source_kind=draw(st.sampled_from([None, "named_person", "unnamed_person", "media"])),
        origin=draw(LABEL),
        source=draw(LABEL),
        cites=draw(LABEL),
        withdrawn=draw(st.booleans()),
    )


@settings(max_examples=30)
@given(desks())
def test_any_desk_gives_a_brief_that_holds(held: Material) -> None:
    found: Brief = write(Subject(kind="query", title="any", about=held.claims), held, asked="any")
    assert list(told(found))
    assert faults(found, {id_: each.analysis.text for id_, each in held.readings.items()}) == []
    markdown(found).encode()
    html(found).encode()
