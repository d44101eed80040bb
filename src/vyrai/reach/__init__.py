"""Steps to plans: the ways into a country as a problem, proven plans of it, and what would make one."""

from vyrai.reach.draft import Draft, Way, draft
from vyrai.reach.problem import OBJECTIVES, Front, Placed, Plan, Problem, Step
from vyrai.reach.remedy import Remedy, remedies
from vyrai.reach.search import Search
from vyrai.reach.ways import Planned, Plans, plan_all

__all__ = [
    "OBJECTIVES",
    "Draft",
    "Front",
    "Placed",
    "Plan",
    "Planned",
    "Plans",
    "Problem",
    "Remedy",
    "Search",
    "Step",
    "Way",
    "draft",
    "plan_all",
    "remedies",
]
