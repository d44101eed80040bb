"""Family and world to verdicts: each route with its findings, its reasons and until when it stands."""

from vyrai.law._family import ASSUMED, Family
from vyrai.law._money import RATE, rate, rate_facts
from vyrai.law._soon import question_of
from vyrai.law._time import A_DAY, WEEKS, Weeks, duration, step_takes
from vyrai.law.adding import adds, gives
from vyrai.law.chain import Chain, Chains, Link
from vyrai.law.entitled import Condition, conditions
from vyrai.law.finding import Finding, Verdict
from vyrai.law.law import Law
from vyrai.law.opening import openings
from vyrai.law.own import OwnLine, holds_own, own_lines
from vyrai.law.purse import Purse, fares, living, monthly
from vyrai.law.showing import locked_by, to_show
from vyrai.law.timeline import Stage, Timeline, at_home, put_off, rights_of, timeline

__all__ = [
    "ASSUMED",
    "A_DAY",
    "RATE",
    "WEEKS",
    "Chain",
    "Chains",
    "Condition",
    "Family",
    "Finding",
    "Law",
    "Link",
    "OwnLine",
    "Purse",
    "Stage",
    "Timeline",
    "Verdict",
    "Weeks",
    "adds",
    "at_home",
    "conditions",
    "duration",
    "fares",
    "gives",
    "holds_own",
    "living",
    "locked_by",
    "monthly",
    "openings",
    "own_lines",
    "put_off",
    "question_of",
    "rate",
    "rate_facts",
    "rights_of",
    "step_takes",
    "timeline",
    "to_show",
]
