"""A file of a network in XML, in whichever vocabulary: filled article by article, then written."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from lxml import etree

from sayso.exports.article import Article
from sayso.exports.base import Task
from sayso.exports.graph.network import Network
from sayso.exports.notes import notes


class GraphFile(ABC):
    """One file, written as it is closed. `root` is its outermost element, in the namespace `space`
    and with some facts about itself; `graph` is what its graph says of itself."""

    notes = notes("graph_nodes", "graph_edges", "replaced")
    name: ClassVar[str]
    space: ClassVar[str]
    root: ClassVar[tuple[str, dict[str, str]]]
    graph: ClassVar[dict[str, str]]

    def __init__(self, task: Task) -> None:
        self._tlp = task.tlp
        self._version = task.version
        self._network = Network(task)
        self._stream = task.folder.create(self.name)

    def write(self, article: Article) -> None:
        """Take in the relations of one article."""
        self._network.add(article)

    def close(self) -> None:
        """Write the network."""
        root, facts = self.root
        with etree.xmlfile(self._stream, encoding="utf-8") as xml:
            xml.write_declaration()
            with xml.element(root, facts, nsmap={None: self.space}):
                self._head(xml)
                with xml.element("graph", self.graph):
                    self._body(xml)
        self._stream.write(b"\n")
        self._stream.close()

    @abstractmethod
    def _head(self, xml: Any) -> None:  # noqa: ANN401 (lxml's writer has no public type)
        """Write what stands before the graph."""

    @abstractmethod
    def _body(self, xml: Any) -> None:  # noqa: ANN401
        """Write the nodes and the edges."""
