"""One graph, a node a line, with its context before it."""

from collections.abc import Iterable
from typing import Final

from sayso.exports.article import Article
from sayso.exports.base import Task
from sayso.exports.jsonld import nodes
from sayso.exports.jsonld.nodes import Node
from sayso.exports.notes import notes
from sayso.exports.text import to_json
from sayso.records.claims import Claim

_WORKS: Final = frozenset("Dataset NewsArticle Quotation Claim".split())
"""What schema.org has conditionsOfAccess for."""


class JsonLd:
    """One file. Whoever speaks in several places of an article is one node of it."""

    notes = notes("jsonld_claims", "jsonld_words", "jsonld_apart", "replaced")

    def __init__(self, task: Task) -> None:
        self._tally = task.tally
        self._tlp = task.tlp
        self._stream = task.folder.create("sayso.jsonld")
        self._stream.write(b'{"@context":' + to_json(nodes.context()) + b',\n"@graph":[')
        self._before = b"\n"
        for node in nodes.head(task.version):
            self._put(node)

    def write(self, article: Article) -> None:
        """Write what one article says."""
        for _ in self._tally.take("documents", (article,)):
            for node in nodes.document(article):
                self._put(node)
        met = set()
        for one in self._tally.take("attributions", article.analysis.attributions):
            told = article.speaker(one.id)
            agent = nodes.speaker(article, told) if told else None
            if agent and agent["@id"] not in met:
                met.add(agent["@id"])
                self._put(agent)
            self._put(nodes.quotation(article, one))
        for statement in self._tally.take("statements", article.analysis.statements):
            self._put(nodes.statement(article, statement))

    def claims(self, found: Iterable[Claim]) -> None:
        """Write the claims that statements across documents share."""
        for one in self._tally.take("claims", found):
            self._put(nodes.claim(one))

    def close(self) -> None:
        """Close the graph."""
        self._stream.write(b"\n]}\n")
        self._stream.close()

    def _put(self, node: Node) -> None:
        if self._tlp and not _WORKS.isdisjoint(_kinds(node)):
            node = {**node, "conditionsOfAccess": self._tlp}
        self._stream.write(self._before + to_json(node))
        self._before = b",\n"


def _kinds(node: Node) -> list[str]:
    kinds = node["@type"]
    return [kinds] if isinstance(kinds, str) else kinds
