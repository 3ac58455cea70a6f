"""Claims: the propositions that statements across documents share, and how they stand.

clauses -> propositions (acts, parties, days, figures, words) -> clustering -> origins, standing
"""
