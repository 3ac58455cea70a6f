"""Loaded wording and contested labels, and whose words they are."""
