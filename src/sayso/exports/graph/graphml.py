"""GraphML, which yEd, Cytoscape, igraph and networkx read."""

from collections.abc import Iterable
from typing import Any, ClassVar, Final

from lxml import etree

from sayso.exports.graph.attributes import attributes, values
from sayso.exports.graph.file import GraphFile
from sayso.exports.graph.network import Edge, Node

_KINDS: Final = {"integer": "long"}
"""What GraphML calls otherwise than GEXF."""


class GraphMl(GraphFile):
    """One file, whose marking is on the graph and on every node and edge."""

    name = "sayso.graphml"
    space = "http://graphml.graphdrawing.org/xmlns"
    root = ("graphml", {})
    graph: ClassVar = {"id": "sayso", "edgedefault": "directed"}

    def _head(self, xml: Any) -> None:  # noqa: ANN401 (lxml's writer has no public type)
        declared = [
            ("graph", "creator", "string"),
            *([("graph", "tlp", "string")] if self._tlp else []),
            *(("node", each.name, each.kind) for each in attributes(Node, self._tlp)),
            *(("edge", each.name, each.kind) for each in attributes(Edge, self._tlp)),
        ]
        for of, name, kind in declared:
            facts = {"attr.name": name, "attr.type": _KINDS.get(kind, kind)}
            xml.write(etree.Element("key", {"id": f"{of}-{name}", "for": of, **facts}))

    def _body(self, xml: Any) -> None:  # noqa: ANN401
        about = [("creator", f"sayso {self._version}")]
        _say(xml, "graph", [*about, ("tlp", self._tlp)] if self._tlp else about)
        for number, node in self._network.nodes():
            with xml.element("node", {"id": f"n{number}"}):
                _say(xml, "node", values(node, self._tlp))
        for number, tie in self._network.edges():
            ends = {"source": f"n{tie.source}", "target": f"n{tie.target}"}
            with xml.element("edge", {"id": f"e{number}", **ends}):
                _say(xml, "edge", values(tie.edge, self._tlp))


def _say(xml: Any, of: str, known: Iterable[tuple[str, str]]) -> None:  # noqa: ANN401
    for name, value in known:
        with xml.element("data", {"key": f"{of}-{name}"}):
            xml.write(value)
