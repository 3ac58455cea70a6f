"""Which labelled conflict documents are kept for measuring: training and benchmarks ask here."""

import hashlib


def held_out(document_id: str) -> bool:
    """Say whether a document may only be measured on: a third, fixed by the id alone."""
    digest = hashlib.sha1(document_id.encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % 3 == 0
