"""Family and world to verdicts: each route with its findings, its reasons and until when it stands."""

from vyrai.law._family import ASSUMED, Family
from vyrai.law._money import rate, rate_facts
from vyrai.law._time import WEEKS, Weeks, duration, step_takes
from vyrai.law.chain import Chain, Chains, Link
from vyrai.law.finding import Finding, Verdict
from vyrai.law.law import Law

__all__ = [
    "ASSUMED",
    "WEEKS",
    "Chain",
    "Chains",
    "Family",
    "Finding",
    "Law",
    "Link",
    "Verdict",
    "Weeks",
    "duration",
    "rate",
    "rate_facts",
    "step_takes",
]
