"""GEXF 1.2, which Gephi reads."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from lxml import etree

from sayso.exports.article import Article
from sayso.exports.base import Task
from sayso.exports.graph.attributes import Attribute, attributes, values
from sayso.exports.graph.network import Edge, Network, Node
from sayso.exports.notes import notes

_SPACE: Final = "http://www.gexf.net/1.2draft"


class Gexf:
    """One file, whose marking is in its description and on every node and edge."""

    notes = notes("graph_nodes", "graph_edges", "replaced")

    def __init__(self, task: Task) -> None:
        self._tlp = task.tlp
        self._version = task.version
        self._network = Network(task)
        self._stream = task.folder.create("sayso.gexf")

    def write(self, article: Article) -> None:
        """Take in the relations of one article."""
        self._network.add(article)

    def close(self) -> None:
        """Write the network."""
        with etree.xmlfile(self._stream, encoding="utf-8") as xml:
            xml.write_declaration()
            with xml.element("gexf", {"version": "1.2"}, nsmap={None: _SPACE}):
                self._meta(xml)
                with xml.element("graph", {"defaultedgetype": "directed", "mode": "static"}):
                    self._graph(xml)
        self._stream.write(b"\n")
        self._stream.close()

    def _meta(self, xml: Any) -> None:  # noqa: ANN401 (lxml's writer has no public type)
        description = "Who is tied to whom, and who says so."
        with xml.element("meta"):
            _text(xml, "creator", f"sayso {self._version}")
            _text(xml, "description", " ".join(filter(None, (self._tlp, description))))

    def _graph(self, xml: Any) -> None:  # noqa: ANN401
        of_nodes, of_edges = attributes(Node, self._tlp), attributes(Edge, self._tlp)
        _declare(xml, "node", of_nodes)
        _declare(xml, "edge", of_edges)
        with xml.element("nodes"):
            for number, node in self._network.nodes():
                with xml.element("node", {"id": f"n{number}", "label": node.label}):
                    _say(xml, of_nodes, values(node, self._tlp))
        with xml.element("edges"):
            for number, tie in self._network.edges():
                ends = {"source": f"n{tie.source}", "target": f"n{tie.target}"}
                facts = {"id": f"e{number}", **ends, "label": tie.edge.type}
                with xml.element("edge", facts):
                    _say(xml, of_edges, values(tie.edge, self._tlp))


def _declare(xml: Any, kind: str, declared: Sequence[Attribute]) -> None:  # noqa: ANN401
    with xml.element("attributes", {"class": kind}):
        for number, each in enumerate(declared):
            facts = {"id": str(number), "title": each.name, "type": each.kind}
            xml.write(etree.Element("attribute", facts))


def _say(
    xml: Any,  # noqa: ANN401
    declared: Sequence[Attribute],
    known: Iterable[tuple[str, str]],
) -> None:
    numbers = {each.name: str(number) for number, each in enumerate(declared)}
    with xml.element("attvalues"):
        for name, value in known:
            xml.write(etree.Element("attvalue", {"for": numbers[name], "value": value}))


def _text(xml: Any, name: str, said: str) -> None:  # noqa: ANN401
    with xml.element(name):
        xml.write(said)
