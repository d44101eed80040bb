"""What to do, in which order, with this money: plans of steps, searched and proven."""

from vyrai.reach._checked import load
from vyrai.reach._error import ProblemError
from vyrai.reach.problem import OBJECTIVES, Front, Placed, Plan, Problem, Use
from vyrai.reach.search import Search

__all__ = ["OBJECTIVES", "Front", "Placed", "Plan", "Problem", "ProblemError", "Search", "Use", "load"]
