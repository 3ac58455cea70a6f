"""What people decided, and what follows: corrected readings, pairs that are one, a queue.

A decision is a judgement (`desk.judgements`). `subjects` says what one is about, `locating` where
that is now, `applied` what an analysis comes to by it, `decided` which things are one.
"""
