"""One document read: a pure function from Document to Analysis, layer upon layer."""
