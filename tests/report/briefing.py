"""A small desk made by hand, and what every brief on any desk must hold to."""

from collections.abc import Iterator
from typing import Any

from sayso.desk.families.index import Family
from sayso.desk.families.root import Root
from sayso.desk.review.rulings import Reading
from sayso.intake.identity import sha256
from sayso.records.claims import Claim, ClaimStatement
from sayso.records.reading import Analysis, Sentence, Time
from sayso.report.brief.material import Material
from sayso.report.brief.record import Brief, Name, Part, Quote
from sayso.report.brief.record import Sentence as Told
from sayso.report.brief.subject import subject
from sayso.report.brief.writing import write

KNOWN = "2026-06-04T08:00:00.000000Z"
WIRE = (
    "The Dune League burned a fuel depot near Agadez on Monday, Captain Sani Maman of the Two "
    "Rivers Guard said. Four men were killed, he said. The road to Arlit was closed."
)
TEXTS = {
    "wire": ("Lantern Wire", "2026-06-02T07:00:00Z", WIRE),
    "copy": ("Oasis Post", "2026-06-02T09:00:00Z", WIRE),
    "radio": (
        "Kite Radio",
        "2026-06-02T12:00:00Z",
        (
            "Nine men were killed at the depot, a nurse at the Agadez hospital told us. It is not "
            "known who set the fire."
        ),
    ),
    "league": (
        "Dune League Bulletin",
        "2026-06-03",
        "The Dune League set no fire and sent nobody to Agadez.",
    ),
    "quire": (
        "Evening Quire",
        "2026-06-03T18:00:00Z",
        (
            "According to Kite Radio, nine men were killed at the depot. The League may have acted "
            "alone, a diplomat suggested."
        ),
    ),
}


def material() -> Material:
    return Material(claims(), [reading(id_, *TEXTS[id_]) for id_ in TEXTS], families())


def brief(asked: str, *, on: Material | None = None, **said: Any) -> Brief:  # noqa: ANN401
    held = on or material()
    found = subject(asked, held, ())
    assert found
    return write(found, held, asked=asked, **said)


def reading(id_: str, publisher: str | None, published: str | None, text: str) -> Reading:
    return Reading(
        document=id_,
        number=1,
        known=KNOWN,
        first=KNOWN,
        analysis=Analysis(
            id=id_,
            text=text,
            sha256=sha256(text),
            publisher=publisher,
            published=published,
            title=f"Title of {id_}",
            sentences=tuple(_sentences(text)),
            times=tuple(_mondays(text)),
        ),
    )


def families() -> tuple[Family, ...]:
    alone = [_family(id_) for id_ in ("radio", "league", "quire")]
    return (_family("wire", "copy"), *alone)


def claims() -> tuple[Claim, ...]:
    burned, captain = "The Dune League burned a fuel depot near Agadez on Monday", "Sani Maman"
    by_captain: dict[str, Any] = {"source": captain, "source_kind": "named_person"}
    nurse = "a nurse at the Agadez hospital"
    return (
        claim(
            "c111",
            statement("wire", burned, **by_captain),
            statement("copy", burned, **by_captain),
            statement(
                "league", "The Dune League set no fire", source="Dune League", stance="denies",
                source_kind="named_organisation", factuality="CT-",
            ),
            standing="disputed", credibility=4, why="Denied by Dune League.",
        ),
        claim(
            "c222",
            statement(
                "radio", "Nine men were killed at the depot", source=nurse,
                source_kind="unnamed_person",
            ),
            statement(
                "quire", "nine men were killed at the depot", source="Kite Radio",
                source_kind="media", cites="Kite Radio", origin=nurse,
            ),
            standing="circular", why="It is had by way of Kite Radio, which adds no origin.",
        ),
        claim(
            "c333",
            statement("wire", "Four men were killed", **by_captain),
            statement("copy", "Four men were killed", **by_captain),
        ),
        claim(
            "c444",
            statement("wire", "The road to Arlit was closed", voice="own"),
            statement("copy", "The road to Arlit was closed", voice="own"),
            standing="own_voice_only", kind="plain", origins_min=0,
        ),
        claim(
            "c555",
            statement(
                "quire", "The League may have acted alone", source="a diplomat",
                source_kind="unnamed_person", factuality="PS+",
            ),
        ),
    )  # fmt: skip


def claim(id_: str, *said: ClaimStatement, **fields: Any) -> Claim:  # noqa: ANN401
    proposition = TEXTS[said[0].document][2][said[0].start : said[0].end]
    given: dict[str, Any] = {
        "claim": id_, "proposition": proposition, "statements": said,
        "kind": "event", "type": "ASSAULT", "actor": None, "recipient": None, "place": "Agadez",
        "begin": None, "until": None, "standing": "single_origin", "credibility": 3,
        "origins_min": 1, "origins_max": 1, "why": "No more than one origin can be counted on.",
    }  # fmt: skip
    return Claim(**given | fields)


def statement(document: str, words: str, **fields: Any) -> ClaimStatement:  # noqa: ANN401
    start = TEXTS[document][2].index(words)
    given: dict[str, Any] = {
        "document": document, "start": start, "end": start + len(words),
        "stance": "affirms", "factuality": "CT+", "voice": "attributed", "source_kind": None,
        "origin": fields.get("source"),
    }  # fmt: skip
    return ClaimStatement(**given | fields)


def told(brief: Brief) -> Iterator[Told]:
    """Every sentence of a brief."""
    for section in brief.sections:
        for entry in section.entries:
            yield from filter(None, (entry.head, *entry.sentences))


def parts(brief: Brief) -> Iterator[Part]:
    for sentence in told(brief):
        yield from sentence.parts


def section(brief: Brief, title: str) -> list[list[str]]:
    """The entries of a section, each with its label and then its sentences in plain words."""
    found = next((each for each in brief.sections if each.title == title), None)
    return [
        [*filter(None, (each.label,)), *map(plain, each.sentences)]
        for each in (found.entries if found else ())
    ]


def plain(sentence: Told) -> str:
    return "".join(
        part
        if isinstance(part, str)
        else part.words
        if isinstance(part, Name)
        else f"“{part.words}”"
        if isinstance(part, Quote)
        else f"[{part.note}]"
        for part in sentence.parts
    )


def faults(brief: Brief, texts: dict[str, str]) -> list[str]:
    """What a brief must not be: a sentence without a footnote, words that are not where their
    footnote says, a footnote or a document that is not listed."""
    notes = {each.number: each for each in brief.footnotes}
    cited = {each.number: each.document for each in brief.documents}
    used = list(dict.fromkeys(number for each in told(brief) for number in each.notes))
    found = [] if used == [*notes] == list(range(1, len(notes) + 1)) else [f"out of order: {used}"]
    found += [f"no footnote: {plain(each)}" for each in told(brief) if not each.notes]
    for sentence in told(brief):
        found += [f"no footnote {number}" for number in sentence.notes if number not in notes]
    for part in parts(brief):
        if isinstance(part, Quote):
            words = notes[part.note].words
            if not (words.startswith(part.words) if part.cut else words == part.words):
                found.append(f"not quoted exactly: {part.words}")
    for note in brief.footnotes:
        text = texts[note.document]
        if text[note.start : note.end] != note.words:
            found.append(f"not in its document: {note.words}")
        if f"{note.before}{note.words}{note.after}" not in text:
            found.append(f"not around it: {note.words}")
        if cited.get(note.source) != note.document:
            found.append(f"no document {note.source}")
    return found


def _family(root: str, *copies: str) -> Family:
    return Family(
        id=root,
        members=(root, *copies),
        root=Root(document=root, agency=None, reason="the earliest"),
    )


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    while start < len(text):
        end = text.find(". ", start) + 1 or len(text)
        yield Sentence(start=start, end=end, voice="own")
        start = end + 1


def _mondays(text: str) -> Iterator[Time]:
    at = text.find("Monday")
    if at >= 0:
        day = "2026-06-01"
        yield Time(start=at, end=at + 6, type="DATE", value=day, begin=day, until=day)
