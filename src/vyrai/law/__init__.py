"""Family and world to verdicts: each route with its findings, its reasons and until when it stands."""

from vyrai.law._family import Family
from vyrai.law.finding import Finding, Verdict
from vyrai.law.law import Law

__all__ = ["Family", "Finding", "Law", "Verdict"]
