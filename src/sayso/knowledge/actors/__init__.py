"""Public actors: states, forces, groups, parties, bodies and office-holders, by name.

`actors.py` finds them, `link.py` says which one a document means, `add.py` takes in a user's own.
"""
