"""Happenings: which words of which documents tell of one event.

predicates -> occurrences (forms, acts, who and what stands around) -> comparing -> joining
"""
