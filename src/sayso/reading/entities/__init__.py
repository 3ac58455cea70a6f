"""Who and what a document speaks of: mentions joined into entities, with names, posts, sector.

`entities.py` is the way in. Knowledge mends types that are surely wrong (`sure_types.py`,
`known.py`); a mention gets a profile (`profiles.py`); certain signs and names of one bearer join
mentions outright (`signs.py`, `names.py`); each other mention looks back over a bounded list
(`looking.py`) and takes its likeliest antecedent or none (`ranking.py`); `naming.py`, `roles.py`
and `belonging.py` say what the joined mentions tell of the entity.
"""
