"""What is said of ways without a plan, and of what would make one."""

from __future__ import annotations

from vyrai.words._plan_hanging import hangs_on
from vyrai.words._plan_living import Sum, more
from vyrai.words._plan_sums import money
from vyrai.words._planned import FoundOf, RemedyOf
from vyrai.words._words import Words


def remedy(w: Words, found: FoundOf, of: RemedyOf) -> str:
    """A change that would make a plan, and what it does not mend."""
    said = _mend(w, found, of)
    asked = hangs_on(w, of.hangs_on)
    return w("{mend}; and it hangs on: {what}", mend=said, what=asked) if asked else said


def _mend(w: Words, found: FoundOf, of: RemedyOf) -> str:
    if of.sum is not None:
        return more(w, found, of.sum, of.by, of.weeks)
    if of.days is not None:
        return w.plural("{n} day more time for everything", "{n} days more time for everything", of.days)
    return w("this paper in hand: {paper}", paper=w.text(of.paper_title))


def no_plan(w: Words, found: FoundOf) -> str:
    """What is said of a way without a plan that nothing mends."""
    if found.left or not found.proven:
        return w("not looked at long enough to say what would make one")
    return w("no sum, paper or time that was tried makes one")


def nothing(w: Words, found: FoundOf, ways: bool) -> str:
    """What is said where there is no plan at all. ways: some way is not closed."""
    if not found.proven:
        return w("No plan was found so far.")
    if ways:
        return w("With this money and in this time there is no plan into this country.")
    return w("Every way into this country is closed to you today, or leads to no paper that lets you stay.")


def wage(w: Words, found: FoundOf, beside: bool) -> list[Sum]:
    """The pay in which sums that are lacking are told as weeks of work. beside: it stands beside plans that
    lack a sum; else, where none does, beside the ways without a plan.
    """
    if found.wage is None or beside != any(plan.lacking for plan in found.plans):
        return []
    sum_ = money(w, found, found.wage.monthly)
    told = w("{sum} a month before tax; the weeks count as if nothing of it were spent", sum=sum_)
    return [Sum(w("The lowest pay at home, by law"), told, found.wage.facts)]
