"""What stands above a report: the title, and who published the text when."""

from sayso.records.reading import Analysis
from sayso.report.paragraphs import paragraphs
from sayso.report.words import one_line


def title_of(analysis: Analysis) -> str:
    """Give the title on one line: the document's, else a first heading's, else the id."""
    if analysis.title:
        return one_line(analysis.title)
    first = paragraphs(analysis)[:1]
    if first and first[0].number is None:
        return one_line(analysis.text[first[0].start : first[0].end])
    return one_line(analysis.id)


def facts_of(analysis: Analysis) -> tuple[str, ...]:
    """Give what is known of where the text comes from, a line each, and its id."""
    known = (analysis.publisher, analysis.byline, analysis.agency, analysis.published, analysis.id)
    lines = dict.fromkeys(one_line(fact) for fact in known if fact)
    lines.pop(title_of(analysis), None)
    return tuple(lines)
