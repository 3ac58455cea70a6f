"""The closed lists of words that a record may use, each as its field defines it."""

from typing import Final, Literal

SentenceVoice = Literal["own", "attributed", "mixed", "none"]
"""Who answers for a sentence; `none` for a heading or a fragment."""

Voice = Literal["own", "attributed"]
"""Who answers for a wording or a statement."""

MentionType = Literal[
    "Person", "Organisation", "Location", "Nationality", "Weapon", "MilitaryPlatform", "Vehicle",
    "Temporal", "Quantity", "Money", "DocumentReference", "CommsIdentifier", "Url", "Coordinate",
    "Frequency", "Other",
]  # fmt: skip
"""The re3d entity schema, and `Other` for what is referred to and is none of these: a ceasefire, an
inquiry, a telephone (docs/decisions/0013-other.md)."""

OTHER: Final = "Other"

SourceKind = Literal[
    "named_person", "named_organisation", "unnamed_person", "unnamed_group", "document", "media",
    "unspecified",
]  # fmt: skip

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""PLOVER's sixteen event types."""

EventStatus = Literal["actual", "historical", "future", "hypothetical", "negated"]
"""PLOVER's auxiliary modes."""

RelationType = Literal[
    "commands", "part_of", "member_of", "allied_with", "fights", "arms", "trains", "finances",
    "backs", "succeeded", "founded", "communicated_with", "located_in", "same_as", "attribute_of",
    "likes", "dislikes", "apart", "has_role",
]  # fmt: skip

Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
"""FactBank's scale, from the point of view of whoever states it."""

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
"""TimeML's TIMEX3 types."""

PlacePrecision = Literal["country", "division", "settlement", "site", "area"]
"""How fine the text itself is; a place is never drawn finer. `area` is a water or a region."""

PlaceUse = Literal["place", "demonym", "metonym"]
"""What a place's name stands for: the place, what belongs to it ("Iranian"), its government."""

StatementKind = Literal["event", "relation", "plain"]
