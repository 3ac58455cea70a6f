"""The network of relations, as GEXF and as GraphML."""
