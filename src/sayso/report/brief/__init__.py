"""A sourced brief on an actor, a claim, a place or a question, for an editor to read.

desk -> gathering (what the desk holds on it) -> writing (sections of footnoted sentences) -> a
renderer: markdown, html, pdf
"""
