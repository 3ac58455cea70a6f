"""How sure a text is of what it says, from the point of view of whoever says it."""
