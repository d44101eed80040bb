"""What opens for each member of a family, when and on which paper: needs before the statuses of a way."""

from vyrai.belong._gaps import ONLY_PAPER
from vyrai.belong._life import AHEAD_MONTHS, UNTIL_AGE
from vyrai.belong.belong import WINDOW_MONTHS, belong
from vyrai.belong.model import Belonging, BridgeOn, Cliff, ConditionOn, Gap, StageOn, Support, Year

__all__ = [
    "AHEAD_MONTHS",
    "ONLY_PAPER",
    "UNTIL_AGE",
    "WINDOW_MONTHS",
    "Belonging",
    "BridgeOn",
    "Cliff",
    "ConditionOn",
    "Gap",
    "StageOn",
    "Support",
    "Year",
    "belong",
]
