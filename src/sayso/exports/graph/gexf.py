"""GEXF 1.2, which Gephi reads."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from lxml import etree

from sayso.exports.graph.attributes import Attribute, attributes, values
from sayso.exports.graph.file import GraphFile
from sayso.exports.graph.network import Edge, Node


class Gexf(GraphFile):
    """One file, whose marking is in its description and on every node and edge."""

    name = "sayso.gexf"
    space = "http://www.gexf.net/1.2draft"
    root = ("gexf", {"version": "1.2"})
    graph: ClassVar = {"defaultedgetype": "directed", "mode": "static"}

    def _head(self, xml: Any) -> None:  # noqa: ANN401 (lxml's writer has no public type)
        description = "Who is tied to whom, and who says so."
        with xml.element("meta"):
            _text(xml, "creator", f"sayso {self._version}")
            _text(xml, "description", " ".join(filter(None, (self._tlp, description))))

    def _body(self, xml: Any) -> None:  # noqa: ANN401
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
