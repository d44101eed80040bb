"""Steps to plans: the ways into a country as a problem, proven plans of it, and what would make one."""

from vyrai.reach._checked import load
from vyrai.reach._crossed import crossed_out
from vyrai.reach._deeds import WELL, Said
from vyrai.reach._drafted import HERE, LEFT, SAFE, SAVED, SETTLED, UNSAID, Draft, Way
from vyrai.reach._error import ProblemError
from vyrai.reach._given import FOR_DAY, Unkept, Why, lengths
from vyrai.reach._locks import LOCKED
from vyrai.reach._making import DATED, GIVEN, HOME, RECKONED, RUNNING, STAY, THERE
from vyrai.reach._minding import MINDER
from vyrai.reach._moves import No
from vyrai.reach._often import may_be_refused, once
from vyrai.reach._rounds import Round, season
from vyrai.reach.as_planned import after_safety, as_planned, before_safety
from vyrai.reach.draft import draft
from vyrai.reach.firsts import Firsts, firsts
from vyrai.reach.hopeless import Hopeless, hopeless
from vyrai.reach.lives import LIVES, RISK, Lives, simulate
from vyrai.reach.living import Living, Wage
from vyrai.reach.policy import Policy, Turn, few, policy
from vyrai.reach.problem import OBJECTIVES, Front, Placed, Plan, Problem, Step, Use
from vyrai.reach.recourse import recourse
from vyrai.reach.remedy import Remedy, goes_on, remedies
from vyrai.reach.search import Search
from vyrai.reach.soonest import Soonest, soonest
from vyrai.reach.spent import most, spent
from vyrai.reach.steady import Lived, live_through
from vyrai.reach.suppose import supposing
from vyrai.reach.waiting import waits
from vyrai.reach.ways import (
    Planned,
    Plans,
    alone,
    doors_only,
    enough,
    named,
    only,
    plan_all,
    quickest,
    undated,
)

__all__ = [
    "DATED",
    "FOR_DAY",
    "GIVEN",
    "HERE",
    "HOME",
    "LEFT",
    "LIVES",
    "LOCKED",
    "MINDER",
    "OBJECTIVES",
    "RECKONED",
    "RISK",
    "RUNNING",
    "SAFE",
    "SAVED",
    "SETTLED",
    "STAY",
    "THERE",
    "UNSAID",
    "WELL",
    "Draft",
    "Firsts",
    "Front",
    "Hopeless",
    "Lived",
    "Lives",
    "Living",
    "No",
    "Placed",
    "Plan",
    "Planned",
    "Plans",
    "Policy",
    "Problem",
    "ProblemError",
    "Remedy",
    "Round",
    "Said",
    "Search",
    "Soonest",
    "Step",
    "Turn",
    "Unkept",
    "Use",
    "Wage",
    "Way",
    "Why",
    "after_safety",
    "alone",
    "as_planned",
    "before_safety",
    "crossed_out",
    "doors_only",
    "draft",
    "enough",
    "few",
    "firsts",
    "goes_on",
    "hopeless",
    "lengths",
    "live_through",
    "load",
    "may_be_refused",
    "most",
    "named",
    "once",
    "only",
    "plan_all",
    "policy",
    "quickest",
    "recourse",
    "remedies",
    "season",
    "simulate",
    "soonest",
    "spent",
    "supposing",
    "undated",
    "waits",
]
