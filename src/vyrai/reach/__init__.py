"""Steps to plans: the ways into a country as a problem, proven plans of it, and what would make one."""

from vyrai.reach._checked import load
from vyrai.reach._error import ProblemError
from vyrai.reach.draft import HERE, Draft, Way, draft
from vyrai.reach.problem import OBJECTIVES, Front, Placed, Plan, Problem, Step, Use
from vyrai.reach.remedy import Remedy, remedies
from vyrai.reach.search import Search
from vyrai.reach.ways import Planned, Plans, plan_all

__all__ = [
    "HERE",
    "OBJECTIVES",
    "Draft",
    "Front",
    "Placed",
    "Plan",
    "Planned",
    "Plans",
    "Problem",
    "ProblemError",
    "Remedy",
    "Search",
    "Step",
    "Use",
    "Way",
    "draft",
    "load",
    "plan_all",
    "remedies",
]
