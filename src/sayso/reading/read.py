"""One document in, one analysis out: the layers in their order."""

from sayso.errors import IntakeError
from sayso.intake.language import SUPPORTED, name
from sayso.reading.attributions import attributions
from sayso.reading.coreference import coreference
from sayso.reading.events import EventScene, events
from sayso.reading.framing import framing
from sayso.reading.nesting import nested
from sayso.reading.places import places
from sayso.reading.predicates import predicates
from sayso.reading.relations import RelationScene, relations
from sayso.reading.sentences import sentences
from sayso.reading.sourcing import source_kinds
from sayso.reading.speakers import speakers
from sayso.reading.statements import statements
from sayso.reading.summary import summary
from sayso.reading.tagger.marks import mark
from sayso.reading.tagger.network import Network
from sayso.reading.times import times
from sayso.reading.voice import voices
from sayso.records.reading import Analysis
from sayso.records.text import Document


class Reader:
    """Reads documents, one network loaded once for all of them.

    `threads` is for the network; two readers of one thread in two processes read more than one
    reader of two threads.
    """

    def __init__(self, *, threads: int = 2) -> None:
        self._network = Network(threads=threads)

    def read(self, document: Document) -> Analysis:
        """Say of a document who says what in it. The same document always gives the same answer.

        Raises IntakeError for a document in a language that cannot be read.
        """
        text = document.text
        if document.language is not None and document.language not in SUPPORTED:
            raise IntakeError(
                document.id,
                f"the text is in {name(document.language)}",
                "sayso reads English only, and says nothing about this text",
            )
        marks = mark(text, self._network)
        split = sentences(text)
        found = coreference(document, marks, split)
        joined = nested(attributions(text, marks))
        sourced = speakers(
            source_kinds(text, joined, title=document.title, mentions=found.mentions),
            found.mentions,
            found.entities,
        )
        voiced = voices(text, split, sourced)
        where = places(text, mentions=found.mentions, title=document.title)
        when = times(text, published=document.published)
        happened = events(EventScene(text, split, where, when, sourced), marks)
        ties = relations(RelationScene(text, split, found.mentions, when, sourced), marks)
        worded = framing(text, marks, split, sourced)
        stated = statements(
            text,
            marks=marks,
            sentences=voiced,
            attributions=sourced,
            events=happened,
            relations=ties,
        )
        return Analysis(
            id=document.id,
            text=text,
            sha256=document.sha256,
            title=document.title,
            publisher=document.publisher,
            url=document.url,
            published=document.published,
            language=document.language,
            byline=document.byline,
            agency=document.agency,
            sentences=voiced,
            mentions=found.mentions,
            entities=found.entities,
            attributions=sourced,
            predicates=predicates(text, marks),
            events=happened,
            relations=ties,
            places=where,
            times=when,
            framing=worded,
            statements=stated,
            summary=summary(
                text=text,
                sentences=voiced,
                attributions=sourced,
                statements=stated,
                framing=worded,
                entities=found.entities,
            ),
        )
