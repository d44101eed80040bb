"""What opens for each member of a family, when and on which paper: needs before the statuses of a way."""

from vyrai.belong._clock import ONLY_PAPER
from vyrai.belong._life import AHEAD_MONTHS, UNTIL_AGE
from vyrai.belong._score import FROM_AGE, quality
from vyrai.belong.belong import WINDOW_MONTHS, belong, child_scores
from vyrai.belong.model import (
    Backup,
    Belonging,
    BridgeOn,
    Cliff,
    ConditionOn,
    Flag,
    Gap,
    OwnOn,
    Quality,
    Score,
    StageOn,
    Support,
    Track,
    Year,
)
from vyrai.belong.profile import (
    Goal,
    NeedSaid,
    Part,
    Profile,
    Profiles,
    Row,
    asked_needs,
    follows,
    interview,
    profiles,
)

__all__ = [
    "AHEAD_MONTHS",
    "FROM_AGE",
    "ONLY_PAPER",
    "UNTIL_AGE",
    "WINDOW_MONTHS",
    "Backup",
    "Belonging",
    "BridgeOn",
    "Cliff",
    "ConditionOn",
    "Flag",
    "Gap",
    "Goal",
    "NeedSaid",
    "OwnOn",
    "Part",
    "Profile",
    "Profiles",
    "Quality",
    "Row",
    "Score",
    "StageOn",
    "Support",
    "Track",
    "Year",
    "asked_needs",
    "belong",
    "child_scores",
    "follows",
    "interview",
    "profiles",
    "quality",
]
