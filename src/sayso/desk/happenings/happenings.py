"""From analyses to happenings."""

from collections.abc import Iterable, Mapping

from sayso.desk.claims.words import weighty
from sayso.desk.happenings.comparing import Comparer
from sayso.desk.happenings.forms import form, words
from sayso.desk.happenings.joining import joined
from sayso.desk.happenings.occurrences import Forms, Occurrence, occurrences, told
from sayso.records.reading import Analysis
from sayso.records.text import Span


def happenings(
    analyses: Iterable[Analysis], spans: Mapping[str, Iterable[Span]] | None = None
) -> tuple[tuple[Occurrence, ...], ...]:
    """Give what documents tell of, each event with every occurrence of it.

    A pure function: the same analyses give the same groups, in whatever order they come. `spans`
    are, by document, the words to take for the occurrences; without them, those that reading found.
    """
    read = sorted(analyses, key=lambda each: each.id)
    found = [
        occurrence
        for each in read
        for occurrence in occurrences(each, told(each) if spans is None else spans.get(each.id, ()))
    ]
    return joined(found, comparer_of(read))


def comparer_of(analyses: Iterable[Analysis]) -> Comparer:
    """Count the words and names of a set of documents."""
    read = tuple(analyses)
    return Comparer(
        texts={each.id: _forms(each.text) for each in read},
        company={each.id: _company(each) for each in read},
    )


def _company(analysis: Analysis) -> Forms:
    return frozenset().union(*(_forms(each.name) for each in analysis.entities or ()))


def _forms(text: str) -> Forms:
    return frozenset(form(word) for word in words(text, 0, len(text)) if weighty(word))
