"""Documents that carry the same text: wire copies, reprints, cuts and rewrites.

    index = FamilyIndex()
    for document in documents:
        index.add(document)
    index.families()

A document's signature is kept, never its text. Candidates share fingerprints, an alignment of
their words decides whether they are copies, and families are made of those matches so that a
round-up of two reports does not join them.
"""
