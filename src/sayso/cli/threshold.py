"""An analysis without what it is not sure enough of."""

import msgspec
from msgspec import UNSET

from sayso.reading.sentences import sentences
from sayso.reading.statements import statements
from sayso.reading.summary import summary
from sayso.reading.voice import voices
from sayso.records.reading import Analysis, Attribution


def surer(analysis: Analysis, *, least: float) -> Analysis:
    """Leave out attributions whose confidence is below `least`, and give the sentences their
    voice, the statements and the summary anew. An attribution that loses the one it is nested in
    goes up to the next that is left."""
    found = () if analysis.attributions is UNSET else analysis.attributions
    kept = [one for one in found if one.confidence >= least]
    if len(kept) == len(found):
        return analysis
    by_id = {one.id: one for one in found}
    left = tuple(
        msgspec.structs.replace(one, parent=_parent(one, by_id, least=least)) for one in kept
    )
    voiced = voices(analysis.text, sentences(analysis.text), left)
    stated = statements(analysis.text, voiced, left)
    return msgspec.structs.replace(
        analysis,
        attributions=left,
        sentences=voiced,
        statements=stated,
        summary=summary(text=analysis.text, sentences=voiced, attributions=left, statements=stated),
    )


def _parent(one: Attribution, by_id: dict[str, Attribution], *, least: float) -> str | None:
    outer = by_id.get(one.parent or "")
    while outer is not None and outer.confidence < least:
        outer = by_id.get(outer.parent or "")
    return outer.id if outer is not None else None
