"""What one document alone tells, in its own sentences: who says it there stands in them."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from sayso.records.claims import ClaimStatement
from sayso.report.brief.material import Material
from sayso.report.brief.notes import Notes
from sayso.report.brief.record import Entry, Sentence
from sayso.report.brief.unknown import admits

SHORTEST: Final = 6
"""Words of a sentence that is told."""

Place = tuple[str, int, int]


def alone(
    said: Sequence[ClaimStatement],
    material: Material,
    notes: Notes,
    *,
    told: Collection[ClaimStatement] = (),
) -> Iterator[Entry]:
    """Give the sentences of some statements, in order, each once, but for those of `told`."""
    gone = {_place(each, material) for each in told}
    for document, start, end in dict.fromkeys(_place(each, material) for each in said):
        words = material.analysis(document).text[start:end]
        tells = len(words.split()) >= SHORTEST and not admits(words)
        if tells and (document, start, end) not in gone:
            quote = notes.quoted(document, start, end)
            yield Entry(sentences=(Sentence((material.outlet(document), ": ", quote)),))


def _place(said: ClaimStatement, material: Material) -> Place:
    return (said.document, *material.sentence(said.document, said.start, said.end))
