"""The outlines of the map that a report draws."""
