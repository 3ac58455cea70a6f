"""How well a claim stands, and its grade: the rules in their order, and in words why.

`disputed`: somebody denies it, or its outlet withdrew it. `corroborated`: at least two independent
origins. `own_voice_only`: nobody gives a source and nobody cites an outlet. `circular`: two
families or more on one origin at most, and one of them at least has it by way of another outlet.
`single_origin`: the rest.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from sayso.desk.origins.counting import Count
from sayso.desk.origins.tracing import Traced
from sayso.records.claims import Credibility, Standing


class Verdict(Struct, frozen=True, kw_only=True):
    """A standing with its Admiralty credibility, and why, in words."""

    standing: Standing
    credibility: Credibility
    why: str


def verdict(statements: Sequence[Traced], count: Count) -> Verdict:
    """Judge the statements on one claim, whose origins are counted."""
    standing, reason = _standing(statements, count)
    credibility, grade = _grade(standing, statements, count)
    families = len({each.family for each in statements})
    documents = len({each.proposition.document for each in statements})
    copies = (
        [f"{documents} documents are {families} {'family' if families == 1 else 'families'}"]
        if families < documents
        else []
    )
    parts = [reason, *count.why, *copies, grade]
    return Verdict(
        standing=standing,
        credibility=credibility,
        why=" ".join(f"{part[0].upper()}{part[1:]}." for part in parts),
    )


def _standing(statements: Sequence[Traced], count: Count) -> tuple[Standing, str]:
    affirming = [each for each in statements if each.affirms]
    cited = _listed(each.cites for each in affirming if each.cites)
    if any(not each.affirms or each.withdrawn for each in statements):
        return "disputed", _dispute(statements)
    if count.least > 1:
        return "corroborated", f"at least {count.least} independent origins"
    if not count.sources and not cited:
        return "own_voice_only", "nobody gives a source for it and nobody cites an outlet"
    if len({each.family for each in affirming}) > 1 and count.sources <= 1 and cited:
        return "circular", f"it is had by way of {cited}, which adds no origin"
    if count.sources > 1:
        return "single_origin", f"the origins may be {count.most} but need not be"
    return "single_origin", "no more than one origin can be counted on"


def _dispute(statements: Sequence[Traced]) -> str:
    denying = [each for each in statements if not each.affirms and each.origin]
    labels = _listed(each.origin.label for each in denying if each.origin)
    if any(each.withdrawn for each in statements):
        return f"{labels} withdrew it, and whoever cites that has nothing beneath"
    return f"denied by {labels}"


def _grade(
    standing: Standing, statements: Sequence[Traced], count: Count
) -> tuple[Credibility, str]:
    """Credibility by the Admiralty code, which follows from the standing."""
    affirming = [each for each in statements if each.affirms]
    unsure = all(each.proposition.hedged for each in affirming)
    found: tuple[Credibility, str]
    if standing == "corroborated":
        found = 1, "confirmed by independent sources"
    elif standing == "disputed" and count.most == 0:
        found = 5, "improbable: nothing is left that affirms it"
    elif standing == "disputed" and count.least > 1:
        found = 3, "possibly true: more than one origin affirms it, and it is denied"
    elif standing == "disputed":
        found = 4, "doubtful: it is denied"
    elif count.least == 0:
        found = 6, "cannot be judged: no origin is known"
    elif unsure:
        found = 4, "doubtful: its own source is not sure of it"
    else:
        found = 3, "possibly true: not confirmed by a second source"
    return found[0], f"credibility {found[0]}, {found[1]}"


def _listed(labels: Iterable[str]) -> str:
    found = list(dict.fromkeys(labels))
    return (
        found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""
    )
