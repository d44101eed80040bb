"""What every face says of plans: their names, what they give up, their steps, what is not known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import exp
from typing import NamedTuple

from vyrai.words._codes import N_
from vyrai.words._plan_hanging import hangs_on as hangs_on
from vyrai.words._plan_hanging import unanswered as unanswered
from vyrai.words._plan_head import AT_HEAD, rates_known
from vyrai.words._plan_head import about as about
from vyrai.words._plan_head import alike as alike
from vyrai.words._plan_head import bound as bound
from vyrai.words._plan_head import crossed as crossed
from vyrai.words._plan_head import search as search
from vyrai.words._plan_head import unkept as unkept
from vyrai.words._plan_lives import LIVING, becomes
from vyrai.words._plan_living import Place as Place
from vyrai.words._plan_living import Sum as Sum
from vyrai.words._plan_living import by_place as by_place
from vyrai.words._plan_living import counted, lacking, lacks, with_lacking
from vyrai.words._plan_living import kept as kept
from vyrai.words._plan_living import month as month
from vyrai.words._plan_living import untouchable as untouchable
from vyrai.words._plan_mends import no_plan as no_plan
from vyrai.words._plan_mends import nothing as nothing
from vyrai.words._plan_mends import remedy as remedy
from vyrai.words._plan_mends import shuts as shuts
from vyrai.words._plan_mends import wage as wage
from vyrai.words._plan_reacting import CANDOUR
from vyrai.words._plan_reacting import below as below
from vyrai.words._plan_reacting import turns as turns
from vyrai.words._plan_reacting import worth as worth
from vyrai.words._plan_refusals import about_refusals as about_refusals
from vyrai.words._plan_refusals import after_refusal as after_refusal
from vyrai.words._plan_step import brings as brings
from vyrai.words._plan_step import fee as fee
from vyrai.words._plan_step import fees, long_ago
from vyrai.words._plan_step import fields as fields
from vyrai.words._plan_step import first_day as first_day
from vyrai.words._plan_step import minded as minded
from vyrai.words._plan_step import over as over
from vyrai.words._plan_step import peril as peril
from vyrai.words._plan_step import title as title
from vyrai.words._plan_sums import Told as Told
from vyrai.words._plan_sums import between as between
from vyrai.words._plan_sums import day as day
from vyrai.words._plan_sums import money as money
from vyrai.words._plan_times import Days, held, told_of
from vyrai.words._plan_times import as_planned as as_planned
from vyrai.words._plan_times import by_law as is_by_law
from vyrai.words._plan_times import days as days
from vyrai.words._plan_times import endless as is_endless
from vyrai.words._plan_times import reckoned as is_reckoned
from vyrai.words._plan_times import takes as takes
from vyrai.words._plan_times import unwritten as is_unwritten
from vyrai.words._plan_times import usual as is_usual
from vyrai.words._planned import BeginsOf, FoundOf, LossOf, PlanOf, StepOf
from vyrai.words._waiting import closes as closes
from vyrai.words._waiting import costs as costs
from vyrai.words._words import Words
from vyrai.words.belonging import route

_NAMES = {
    "weeks": N_("quickest"),
    "money": N_("cheapest"),
    "chance": N_("likeliest to be granted"),
    "danger": N_("safest"),
    "quality": N_("best for the child"),
}
WHOLE = AT_HEAD | {
    "homes": N_(
        "You do not all live in one country: these plans reckon as if you all lived where the one who is "
        "named first does, or, if one of you is there, as if all were."
    ),
    "rent": N_("No rent of this country is known: a home there is counted as nothing."),
    "rent_there": N_("No rent of this place is known: the least of the country is counted."),
    "living": N_("What food and other needs cost there is not known of everybody: it is counted as nothing."),
    "home_spent": N_(
        "What goes from your savings each month at home is not known in full: no more than what is known is "
        "counted, and nothing that you put aside."
    ),
    "tickets": N_("What tickets there cost is not written down: they are counted as nothing."),
    "tickets_in_part": N_(
        "What tickets cost is not known of every way out, or not of everybody: what is not known is counted "
        "as nothing."
    ),
    "post": N_(
        "An office of a way stands in another country, and by what is known no way to go there is open to "
        "you: the plans that need it are left out."
    ),
    "savings": N_("What you have saved is not known in full: {sum} is counted."),
    "unsaid": N_("You have not said what you have saved: no plan is left out for want of money."),
    "short": N_("Every way that was found ends with a paper that lasts less than half a year."),
}
_REFUSED = (
    (0.9, N_("seldom refused")),
    (0.7, N_("sometimes refused")),
    (0.4, N_("often refused")),
    (0.0, N_("mostly refused")),
)
"""Words for the share that is granted, from the greatest on."""
_PER = 10_000
_ALL = 100


class Purse(NamedTuple):
    """The least that is left of the savings, the month, and the one that they do not pay for without pay."""

    left: int
    month: str
    fails: str | None


# ---------------------------------------------------------------------- plans
def names(w: Words, found: FoundOf, plan: PlanOf) -> str:
    """What a plan is best in; empty: nothing. What rests on nothing known is no name, or the only one."""
    if len(found.plans) == 1:
        return w("The one that lacks least") if plan.lacking else w("The only one that was found")
    hollow = {"chance"} if plan.refusals_unknown or not rates_known(found) else set()
    hollow |= {"chance"} if found.reacting is not None and found.reacting.refused is not None else set()
    hollow |= {"chance"} if any("others" in step.unknown for step in plan.steps) else set()
    hollow |= {"quality"} if plan.comes_to["quality"] >= _ALL else set()
    told = [one for one in plan.best if one not in hollow] or [one for one in plan.best if one != "chance"]
    if not told:
        return w("With more money") if plan.lacking else ""
    enough = [other for other in found.plans if not other.lacking]
    if len(enough) == 1 < len(found.plans) and not plan.lacking:
        return w("The only one whose known costs your money covers")
    said = ", ".join(w(_NAMES[one]) for one in told)
    if plan.pays and not all(other.pays for other in found.plans):
        said = w("{names} of the ways with work", names=said)
    if not enough:
        said = w("{names} of those that lack least", names=said)
    if not plan.lacking and any(other.lacking for other in found.plans):
        said = w("{names} of those whose known costs your money covers", names=said)
    if any(one in plan.at_least for one in told):
        said = w("{names}, by what is known", names=said)
    return said[:1].upper() + said[1:]


def way(w: Words, found: FoundOf, routes: Iterable[str]) -> str:
    """The routes of a way, one after the other."""
    return route(w, found.labels, routes)


def whole_way(w: Words, found: FoundOf, plan: PlanOf) -> str:
    """The way of a plan, and the routes whose papers it uses beside."""
    said = way(w, found, plan.way)
    if not plan.also:
        return said
    return w("{way}; first: {routes}", way=said, routes="; ".join(way(w, found, (one,)) for one in plan.also))


def gives_up(w: Words, found: FoundOf, plan: PlanOf) -> str:
    """One sentence: where it is behind the best of all plans; empty: there is none to be measured by."""
    if not plan.gives_up:
        if len(found.plans) == 1 or all(one.lacking for one in found.plans):
            return ""
        said = w("It gives up nothing: by what is known no plan is better in anything.")
        if breaks_risk(found) and plan.best and not plan.lacking:
            said = w(
                "It gives up nothing to a plan that keeps your risk: by what is known none is better in "
                "anything."
            )
        if any(one.refusals_unknown for one in found.plans):
            said = f"{said} {w('Which is likelier to be granted nobody can say.')}"
        return said
    said = w("It gives up: {what}.", what="; ".join(_loss(w, found, plan, one) for one in plan.gives_up))
    return f"{said} {_beaten(w, plan.beaten_by[:1])}" if plan.beaten_by else said


def breaks_risk(found: FoundOf) -> bool:
    """Whether some plan fails more often than the family bears: it is the best in nothing."""
    return any(one.lived is not None and not one.lived.holds for one in found.plans)


def _beaten(w: Words, by: Sequence[int]) -> str:
    return w(
        "Plan {n} is no worse in any of these figures, by what is known; it hangs on other things.", n=by[0]
    )


def _loss(w: Words, found: FoundOf, plan: PlanOf, of: LossOf) -> str:
    """By how much something is better elsewhere, and where nobody may work there, that."""
    if of.objective == "weeks":
        said = w.plural("{n} day more until you are safe", "{n} days more until you are safe", of.by)
    elif of.objective == "money":
        said = w("{sum} more in fees", sum=money(w, found, of.by))
    elif of.objective == "danger":
        said = w("more danger on the way")
    elif of.objective == "chance":
        said = w("a refusal is likelier")
    else:
        said = w("less is sure for the children")
    least = plan.comes_to[of.objective] - of.by
    better = [one for one in found.plans if one.comes_to[of.objective] <= least]
    if plan.pays and better and not any(one.pays for one in better):
        return w("{what} (than on a way without work)", what=said)
    if of.objective in plan.best and any(
        one.bucketed[of.objective] == plan.bucketed[of.objective] for one in better
    ):
        return w("{what} (so little that it counts as equal)", what=said)
    return said


def figures(
    w: Words,
    found: FoundOf,
    plan: PlanOf,
    safe_on: str,
    purse: Purse,
    at: Sequence[int | None],
) -> list[Told]:
    """What a plan comes to in words.

    safe_on: the day; at: the numbers of its steps.
    """
    least = plan.at_least
    safe = _safe(w, plan, safe_on)
    told = [Told(w("Crosses your red line"), _red_lines(w, plan))] if plan.red_lines else []
    told += [Told(w("It hangs on"), hangs_on(w, plan.hangs_on))] if plan.hangs_on else []
    if plan.asks_after_entry:
        told.append(Told(w("Before you apply"), w(CANDOUR)))
    if plan.lacking is not None:
        told.append(Told(w("Money that is lacking"), lacking(w, found, plan.lacking, plan.pays)))
    told += [
        Told(w("There and allowed to stay"), safe),
        *([Told(w("It waits"), _put_off(w, plan.waits))] if plan.waits else []),
        Told(w("Fees"), fees(w, found, plan.comes_to["money"], "money" in least)),
        Told(w("Danger"), _danger(w, plan)),
        Told(w("Refusals"), _refusals(w, plan)),
    ]
    if found.children:
        told.append(Told(w("For the children"), _children(w, plan)))
    if found.savings is None:
        takes = w(
            "{sum} at the least, until {month}",
            sum=money(w, found, -purse.left),
            month=w.date(purse.month[:7]),
        )
        told.append(Told(w("Money it takes"), takes))
    else:
        told.append(Told(w("Left of your savings"), _left(w, found, plan, purse)))
    if purse.fails is not None and plan.pays:
        told.append(Told(w("If no pay comes"), lacks(w, purse.fails)))
    if not plan.pays:
        told.append(Told(w("Work"), w("on this way nobody may work, by what is known")))
    if plan.lived is not None:
        told += becomes(w, found, plan, plan.lived)
    numbered = [(number, step) for number, step in zip(at, plan.steps, strict=True) if number]
    unknown = [number for number, step in numbered if is_unwritten(step) and not told_of(w, step)]
    if unknown:
        told.append(
            Told(w("Not written down"), w("how long these steps take: {steps}", steps=_runs(unknown)))
        )
    return told


def _put_off(w: Words, days: int) -> str:
    """That it could be sooner with more money."""
    return w.plural(
        "{n} day longer than its steps need, so that the money lasts: with more it could be sooner",
        "{n} days longer than its steps need, so that the money lasts: with more it could be sooner",
        days,
    )


def _safe(w: Words, plan: PlanOf, safe_on: str) -> str:
    """The day of safety, with what it is reckoned with and what it waits for."""
    days = plan.comes_to["weeks"]
    about, late = any(map(is_reckoned, _before(plan))), "weeks" in plan.at_least
    safe = day(w, safe_on, late, about)
    takes = w.range(Days(days, None if late else days)) if days and not about else ""
    safe = f"{safe} ({takes})" if takes else safe
    usual, by_law, waits = (_waits(w, plan, which) for which in (is_usual, is_by_law, is_endless))
    if usual:
        safe = w(
            "{day}; reckoned with what is usual, it may be sooner or later: {steps}",
            day=safe,
            steps="; ".join(usual),
        )
    if by_law:
        safe = w(
            "{day}; reckoned with all the time that the law gives, an office may be quicker or late: {steps}",
            day=safe,
            steps="; ".join(by_law),
        )
    if waits:
        safe = w("{day}; on top of that nobody knows how long: {steps}", day=safe, steps="; ".join(waits))
    border = [title(w, step) for step in _before(plan) if step.moves and step.refusable]
    if border:
        safe = w("{day}; only if it is a yes at the border: {steps}", day=safe, steps="; ".join(border))
    dated = [one.decided for one in _before(plan) if one.decided is not None]
    if dated:
        safe = w(
            "{day}; reckoned to the end of the months in which this is decided: {what}",
            day=safe,
            what="; ".join(f"{w.text(one.what).rstrip('.')} ({held(w, one)})" for one in dated),
        )
    if plan.rounds:
        safe = w(
            "{day}; and only once this is decided, for which no day is reckoned: {what}",
            day=safe,
            what="; ".join(w.text(one).rstrip(".") for one in plan.rounds),
        )
    return safe


def _red_lines(w: Words, plan: PlanOf) -> str:
    said = [
        w.text(one.title) if one.sure else w("perhaps: {what}", what=w.text(one.title))
        for one in plan.red_lines
    ]
    return "; ".join(dict.fromkeys(said))


def _left(w: Words, found: FoundOf, plan: PlanOf, purse: Purse) -> str:
    """The least that is left. What nobody knows would make it less; savings not told in full, more."""
    sum_, month = money(w, found, purse.left), w.date(purse.month[:7])
    if plan.lacking is not None:
        month = with_lacking(w, found, plan.lacking, month)
    open_ = [w(text) for name, text in LIVING.items() if name in found.unknown]
    if "money" in plan.at_least:
        open_.append(w("fees that nobody has written down"))
    if any("locked" in step.unknown for step in plan.steps):
        open_.append(w("money that must be put aside"))
    if plan.kept is not None and plan.kept.on is not None:
        open_.append(w("what of it the state may take first"))
    if not open_:
        # Rent and needs are counted as the least.
        at_most = w("{sum} at the most, in {month}", sum=sum_, month=month)
        return at_most if found.living.monthly else w("{sum} at the least, in {month}", sum=sum_, month=month)
    what = w.list(open_)
    if "savings" in found.unknown:
        return w("{sum} by what is known, in {month}; not in it: {what}", sum=sum_, month=month, what=what)
    return w("{sum} at the most, in {month}; not in it: {what}", sum=sum_, month=month, what=what)


def _waits(w: Words, plan: PlanOf, which: Callable[[StepOf], bool]) -> list[str]:
    """What an office decides before the family is safe, with what is told of its time."""
    waits = [
        (title(w, step), told_of(w, step))
        for step in _before(plan)
        if which(step) and (step.refusable or is_reckoned(step))
    ]
    return list(dict.fromkeys(f"{name} ({'; '.join(told)})" if told else name for name, told in waits))


def _before(plan: PlanOf) -> Sequence[StepOf]:
    """The steps that are over when the family is safe."""
    safe = next(number for number, step in enumerate(plan.steps) if step.kind == "safe")
    return [step for step in plan.steps[:safe] if step.until <= plan.steps[safe].until]


def _runs(numbers: Sequence[int]) -> str:
    """Numbers in their order, those that follow each other as one: `1-4, 6`."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and runs[-1][-1] == one - 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def briefly(w: Words, found: FoundOf, plan: PlanOf) -> str:
    """A plan in one line."""
    days = plan.comes_to["weeks"]
    time = w.range(Days(days, None if "weeks" in plan.at_least else days))
    if any(map(is_reckoned, _before(plan))):
        time = w("about {time}", time=w.of(days, "days"))
    parts = [
        w("until safe: {time}", time=time),
        w("fees: {sum}", sum=fees(w, found, plan.comes_to["money"], "money" in plan.at_least)),
        w("danger: {danger}", danger=w.danger(max((step.danger for step in plan.steps), default=0))),
    ]
    if not plan.pays:
        parts.append(w("nobody may work"))
    if plan.beaten_by:
        parts.append(w("plan {n} is no worse in any figure", n=plan.beaten_by[0]))
    if plan.lived is not None and not plan.lived.holds:
        parts.append(w("more risk than you would bear"))
    return "; ".join(parts)


def _danger(w: Words, plan: PlanOf) -> str:
    worst = max((step.danger for step in plan.steps), default=0)
    said = w.danger(worst)
    if worst:
        where = "; ".join(dict.fromkeys(title(w, step) for step in plan.steps if step.danger == worst))
        said = f"{said}: {where}"
    unknown = sum("danger" in step.unknown for step in plan.steps)
    if unknown:
        said += "; " + w.plural(
            "of {n} step nobody has written down how dangerous it is",
            "of {n} steps nobody has written down how dangerous they are",
            unknown,
        )
    return said


def _refusals(w: Words, plan: PlanOf) -> str:
    said = []
    if plan.refusals_unknown:
        said.append(
            w.plural(
                "{n} step may be refused, and how often that happens is not known",
                "{n} steps may be refused, and how often that happens is not known",
                plan.refusals_unknown,
            )
        )
    if plan.comes_to["chance"]:
        granted = exp(-plan.comes_to["chance"] / _PER)
        often = w(next(text for share, text in _REFUSED if granted >= share))
        supposed = sum("supposed" in step.unknown for step in plan.steps)
        counted = [step for step in plan.steps if step.refused]
        if supposed:
            steps = w.plural("{n} step may be refused", "{n} steps may be refused", supposed)
            often = w("{steps}; with refusals as you suppose them: {often}", steps=steps, often=often)
        elif counted and all("others" in step.unknown for step in counted):
            often = w("as counted of people of all countries: {often}", often=often)
        elif said:
            often = w("of the decisions that somebody counts: {often}", often=often)
        said.append(often)
    once = [told for step in plan.steps if (told := long_ago(w, step))]
    if once:
        said.append(
            w("once it was a no, counted too long ago to reckon with: {steps}", steps="; ".join(once))
        )
    return "; ".join(said) or w("nobody has written down that a step can be refused")


def _children(w: Words, plan: PlanOf) -> str:
    sure = _ALL - plan.comes_to["quality"]
    if sure <= 0:
        return w("nothing of what they need is surely open by law")
    return w("in {n} of 100 months what they need is surely open by law", n=w.number(sure))


# ---------------------------------------------------------------------- the whole
def not_counted(w: Words, found: FoundOf) -> list[str]:
    """What the sums and days leave out."""
    said = counted(w, found)
    if found.reserve:
        said.append(w("At least {sum} is always left untouched.", sum=money(w, found, found.reserve)))
    for code in [one for one in found.unknown if one not in AT_HEAD]:
        said.append(
            w(WHOLE[code], sum=money(w, found, found.savings or 0))
            if code in WHOLE
            else w(
                "No rate is known for this day: {fact}. Sums in that currency count as the least.", fact=code
            )
        )
    return said


# ---------------------------------------------------------------------- the first steps
def begins(w: Words, found: FoundOf, plan: int, of: BeginsOf) -> str:
    """Why a plan has no step that can be begun at once. plan: its number."""
    if of.lacks:
        papers = w.list([w.text(found.labels.get(one)) or one for one in of.lacks])
        return w(
            "Plan {n}: get this first: {papers}. How to get it nobody has written down.",
            n=plan,
            papers=papers,
        )
    steps = "; ".join(title(w, step) for step in of.steps)
    if of.on is not None:
        return w(
            "Plan {n}: its first step has its day, {date}: {step}.", n=plan, date=w.date(of.on), step=steps
        )
    return w("Plan {n} begins with a way out that is dangerous: {step}.", n=plan, step=steps)
