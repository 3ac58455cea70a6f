"""The network's vocabulary: what the rows of its outputs stand for. Training and reading share it,
so a list may only change together with the weights."""

from typing import Final, get_args

from sayso.records.vocabulary import EventStatus, EventType, Factuality, RelationType

EVENT_TYPES: Final[tuple[EventType, ...]] = get_args(EventType)
STATUSES: Final[tuple[EventStatus, ...]] = get_args(EventStatus)
RELATIONS: Final[tuple[RelationType, ...]] = get_args(RelationType)
FACTUALITIES: Final[tuple[Factuality, ...]] = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu")
"""What the labelled events use of FactBank's scale."""

MODES: Final = (
    "visit", "third-party", "multilateral", "phone", "assist", "change", "yield", "meet",
    "disapprove", "investigate", "allege", "restrict", "arrest", "relations", "expel", "territory",
    "violence", "ban", "demo", "riot", "strike", "hunger", "boycott", "obstruct", "convict",
    "withdraw", "discontinue", "troops", "weapons", "police", "militia", "seize", "censor",
    "curfew", "martial-law", "deport", "withhold", "misinformation", "cyber", "abduct", "beat",
    "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
    "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    "execute", "assassinate", "cleansing", "massacre", "release", "return", "disarm", "ceasefire",
    "access", "resign",
)  # fmt: skip
"""PLOVER's modes, as the labelled events and the written stories name them."""

ARGUMENTS: Final = ("actor", "recipient", "place", "time", "instrument")
"""What a piece may be to an event's trigger."""

TECHNIQUES: Final = (
    "Appeal_to_Authority", "Appeal_to_fear-prejudice", "Bandwagon,Reductio_ad_hitlerum",
    "Black-and-White_Fallacy", "Causal_Oversimplification", "Doubt", "Exaggeration,Minimisation",
    "Flag-Waving", "Loaded_Language", "Name_Calling,Labeling", "Repetition", "Slogans",
    "Thought-terminating_Cliches", "Whataboutism,Straw_Men,Red_Herring",
)  # fmt: skip
"""The techniques of persuasion of SemEval-2020 task 11."""

ACTS: Final = (
    ("events", len(EVENT_TYPES)),
    ("predicate", 1),
    ("status", len(STATUSES)),
    ("mode", len(MODES)),
    ("factuality", len(FACTUALITIES)),
    ("degree", 1),
)
"""What the columns of the output `acts` are about, and how many each has: `events` and `predicate`
in log odds, `status`, `mode` and `factuality` before their softmax, `degree` from -3 to 3."""
