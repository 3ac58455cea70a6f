"""The formats that a desk can be written in; a new one gets its file and its line here."""

from typing import Final

from sayso.exports.base import Format
from sayso.exports.followthemoney.export import FollowTheMoney
from sayso.exports.geojson import GeoJson
from sayso.exports.graph.gexf import Gexf
from sayso.exports.graph.graphml import GraphMl
from sayso.exports.jsonld.export import JsonLd
from sayso.exports.tables.tables import in_csv, in_parquet

FORMATS: Final = (
    Format(
        name="followthemoney",
        summary="entities, edges and statements for Aleph, OpenAleph and OpenSanctions' tools",
        begin=FollowTheMoney,
    ),
    Format(
        name="jsonld",
        summary="schema.org's Claim and Quotation, with PROV for where each comes from",
        begin=JsonLd,
    ),
    Format(
        name="gexf",
        summary="the network of relations, for Gephi",
        begin=Gexf,
    ),
    Format(
        name="graphml",
        summary="the network of relations, for yEd, Cytoscape, igraph and networkx",
        begin=GraphMl,
    ),
    Format(
        name="csv",
        summary="a table a kind of record, for spreadsheets and statistics",
        begin=in_csv,
    ),
    Format(
        name="parquet",
        summary="the same tables, for many rows",
        begin=in_parquet,
        needs="sayso[parquet]",
    ),
    Format(
        name="geojson",
        summary="events and places on a map (RFC 7946)",
        begin=GeoJson,
    ),
)


def by_name(name: str) -> Format:
    """Give a format. Raises KeyError for a name that none has."""
    return {each.name: each for each in FORMATS}[name]
