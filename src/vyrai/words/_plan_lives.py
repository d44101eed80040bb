"""What becomes of a plan in simulated lives, in words, and what is not in it because nobody knows it."""

from __future__ import annotations

from vyrai.words._codes import N_
from vyrai.words._lived import DaysOf, LivedOf, LivesOf
from vyrai.words._plan_sums import Told, money
from vyrai.words._planned import FoundOf, PlanOf
from vyrai.words._words import Words

_BANDS = (
    (0.01, N_("in at most one of a hundred")),
    (0.05, N_("in at most one of twenty")),
    (0.1, N_("in at most one of ten")),
    (0.25, N_("in at most one of four")),
    (0.5, N_("in at most half")),
    (1.0, N_("in more than half")),
)
"""Words for a share of lives, the least first."""
LIVING = {
    "rent": N_("rent"),
    "living": N_("food and other needs"),
    "tickets": N_("tickets"),
    "tickets_in_part": N_("a part of the tickets"),
}
"""Of the way and of living there what nobody knows, and no sum holds."""
_OPEN = {
    "days": N_("waits"),
    "usual": N_("how far waits are from what is usual"),
    "by_law": N_("how late offices are"),
    "fee": N_("fees"),
    "locked": N_("money that must be put aside"),
    "refused": N_("refusals"),
    "others": N_("how often people with your citizenship are refused"),
    "income": N_("pay"),
    "danger": N_("dangers"),
    "attends": N_("who must come"),
    "steps": N_("steps that nobody wrote down"),
    "work": N_("which work is allowed"),
}
"""What may be unknown of steps, as the lives name it."""
_WEEK = 7
_MOSTLY = 0.5
"""A step that is on the longest chain in a greater share of lives decides the day."""


def becomes(w: Words, found: FoundOf, plan: PlanOf, lived: LivedOf) -> list[Told]:
    """What becomes of the plan when offices are slow: bands, never a figure of chance."""
    of, told = lived.lives, []
    days = _days(w, plan, of)
    if days:
        told.append(Told(w("Days in simulated lives"), days))
    deciding = _deciding(w, plan, of) if _spread(of.safe) else ""
    if deciding:
        told.append(Told(w("What decides the day"), deciding))
    risk = _lapses(w, found, of)
    if found.savings is not None:
        risk = f"{_runs_out(w, found, of)}, {risk}"
    if of.failed.share:
        missed = w(
            "something that this way leads to is not reached, for a refusal or for want of time, {band}",
            band=_band(w, of.failed.share),
        )
        risk = f"{risk}, {missed}"
    open_ = _open(w, found, of)
    fine = not (of.short.share or of.expired.share or of.failed.share)
    if open_ and fine and "refused" in of.unknown:
        risk = w(
            "they cannot show how often this fails: not in them, for nobody knows it: {what}", what=open_
        )
    elif open_ and fine:
        risk = w("nothing that is known goes wrong; not in them, for nobody knows it: {what}", what=open_)
    elif open_:
        risk = w(
            "{risk}. It may be more often: not in it, for nobody knows it: {what}", risk=risk, what=open_
        )
    told.append(Told(w("Of {n} simulated lives", n=w.number(of.lives)), risk))
    own = _risk(w, found, lived)
    return [*told, *([Told(w("Your risk"), own)] if own else [])]


def _risk(w: Words, found: FoundOf, lived: LivedOf) -> str:
    """Whether the risk that the family bears holds, and by what; empty: it holds as it is."""
    of, told = lived.lives, []
    if not lived.holds and of.failed.share > found.risk:
        told.append(
            w(
                "more often than the limit (--risk) allows something that this way leads to is not reached, "
                "for a refusal or for want of time: keep another way ready"
            )
        )
    if not lived.holds:
        if of.short.share > found.risk:
            told.append(
                w(
                    "the money runs out more often than the limit (--risk); keeping some of it back does not "
                    "mend that; by what is known {sum} more than is reckoned with here would, or more pay",
                    sum=money(w, found, lived.enough),
                )
            )
        if of.expired.share > found.risk:
            told.append(
                w(
                    "a paper lapses more often than the limit (--risk), and none of the orders that were "
                    "tried mends it: it must then be made again, with its fee and its wait"
                )
            )
        if lived.reserve:
            kept = money(w, found, lived.reserve)
            told.append(w("the money lasts if {sum} are kept untouched", sum=kept))
        return "; ".join(told)
    if lived.reserve:
        told.append(w("it holds if {sum} are kept untouched", sum=money(w, found, lived.reserve)))
    if lived.spare:
        told.append(w("it holds, for its papers are made later or by others, so that none lapses too often"))
    return "; ".join(told)


def _days(w: Words, plan: PlanOf, of: LivesOf) -> str:
    """When half, most and nearly all lives come to safety, and to work; empty: on nearly the same day."""
    if of.safe.p80 is None and of.safe.p50 is not None:
        return w(
            "half of them are safe after {n} days; safety is not reached in this time {band}",
            n=of.safe.p50,
            band=_band(w, of.never_safe.share),
        )
    if of.safe.p80 is None:
        return w("safety is not reached in this time {band}", band=_band(w, of.never_safe.share))
    told = []
    if _spread(of.safe):
        safe = w("half of them are safe after {n} days, eight in ten after {m}", n=of.safe.p50, m=of.safe.p80)
        told.append(_nearly(w, safe, of.safe))
    work = of.work if plan.pays and of.work != of.safe else None
    if work is not None and work.p80 is not None and _spread(work):
        text = w(
            "in half somebody may work after {n} days, in eight of ten after {m}", n=work.p50, m=work.p80
        )
        told.append(_nearly(w, text, work))
    said = "; ".join(told)
    return (
        w("{days}; it is more, for how long some steps take nobody knows", days=said)
        if said and of.at_least
        else said
    )


def _spread(days: DaysOf) -> bool:
    """Whether nearly all lives take at least a week longer than half of them."""
    return days.p50 is not None and (days.p95 is None or days.p95 - days.p50 >= _WEEK)


def _nearly(w: Words, said: str, days: DaysOf) -> str:
    return said if days.p95 is None else w("{days}, nineteen in twenty after {n}", days=said, n=days.p95)


def _deciding(w: Words, plan: PlanOf, of: LivesOf) -> str:
    """Steps that take time and are on the longest chain to safety in most lives."""
    often = {one.step for one in of.critical if one.share.share > _MOSTLY}
    titles = [w.text(step.title) for step in plan.steps if step.id in often and step.days[2] and step.title]
    return "; ".join(dict.fromkeys(titles))


def _open(w: Words, found: FoundOf, of: LivesOf) -> str:
    """Everything that was not drawn, because nobody knows it."""
    open_ = [w(_OPEN[kind]) for kind in _OPEN if kind in of.unknown]
    open_ += [w(text) for name, text in LIVING.items() if name in found.unknown]
    if found.savings is None:
        open_.append(w("your savings"))
    return ", ".join(open_)


def _runs_out(w: Words, found: FoundOf, of: LivesOf) -> str:
    lacks = of.shortfall
    if lacks.mean is None or lacks.p90 is None:  # a sentence of its own: many languages deny the verb too
        return w("the money runs out in none")
    band = _band(w, of.short.share)
    if lacks.mean == lacks.p90:
        return w(
            "the money runs out {band} (then {sum} are lacking)", band=band, sum=money(w, found, lacks.mean)
        )
    return w(
        "the money runs out {band} (then {mean} are lacking on average, in one of ten {most} or more)",
        band=band,
        mean=money(w, found, lacks.mean),
        most=money(w, found, lacks.p90),
    )


def _lapses(w: Words, found: FoundOf, of: LivesOf) -> str:
    if not of.expired.share:
        return w("a paper lapses in none")
    lapses = w("a paper lapses {other}", other=_band(w, of.expired.share))
    papers = [w.text(label) for one in of.lapsed if (label := found.labels.get(one))]
    return f"{lapses} ({w.list(papers)})" if papers else lapses


def _band(w: Words, share: float) -> str:
    """A share of lives in words."""
    return w(next(words for most, words in _BANDS if share <= most))
