"""Who is tied to whom, and with which words."""

from sayso.reading.relations.relations import RelationScene as RelationScene
from sayso.reading.relations.relations import relations as relations
