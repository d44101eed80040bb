"""What every face says of what opens for whom: when, why not sooner, what is not known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from vyrai.words._belonging import (
    AppealOf,
    AroundOf,
    BackupOf,
    EndingOf,
    GroupOf,
    LabelledOf,
    MonthsOf,
    OpeningOf,
    TrackOf,
    WayOf,
)
from vyrai.words._codes import N_
from vyrai.words._words import Bounds, Number, Words

_CAUSES = {
    "status": N_("the papers held so far do not open it"),
    "paper": N_("nobody knows whether the paper lasts so long or is prolonged"),
    "held": N_("one must have stayed there for some time before"),
    "condition": N_("a condition is not met, or nobody knows whether it is"),
    "age": N_("it hangs on age"),
    "place": N_("places come free when a school year begins"),
    "where": N_("it hangs on where in the country you live"),
    "queue": N_("there is a wait"),
    "money": N_("the family pays for it"),
    "line": N_("what there is crosses your red line"),
    "way": N_("this way does not take this person"),
    "unknown": N_("nobody has written down enough to say"),
}
_MISSING = {
    "right": N_("whether the paper opens it"),
    "paper": N_("whether it goes on when the paper runs out or changes"),
    "law": N_("how long the office may take by law"),
    "wait": N_("how long people wait"),
    "share": N_("how much of it really comes"),
}
_LINES = {
    ("school", True): N_("Red line: more than three months without school on this way."),
    ("school", False): N_("Perhaps a red line: more than three months without school, nobody knows."),
    ("health", True): N_("Red line: no public health care for the child on this way."),
    ("health", False): N_("Perhaps a red line: public health care for the child is partial or not known."),
}
STATES = {
    "at_once": N_("Opens on arrival, by law"),
    "open": N_("Opens later"),
    "sometime": N_("Opens, but nobody has written down when"),
    "limited": N_("Opens in part"),
    "closed": N_("Closed on these papers"),
    "unknown": N_("Not known"),
    "against": N_("Not counted: against your red line"),
}
"""How supports are put together, in this order."""


class _Years(NamedTuple):
    lo: Number
    hi: Number | None
    unit: str = "years"


_WEEKS = 365.2425 / 7
_LONG = 104
"""From so many weeks on they are told in years, the least rounded down and the most rounded up.

Weeks are rounded already: two years are 104 whole weeks and a part, and must not come out as one year.
"""


def about(w: Words, on: str, window: int, way: str | None) -> tuple[str, ...]:
    """What the figures mean. way: how it stands today; None at home."""
    if way is None:
        return (
            w("This is what there is where you live now: what a departure would end."),
            w("Weeks are counted from {date}. Months are the first {n} after it.", date=w.date(on), n=window),
        )
    return (
        w(
            "All that hangs on the papers of this way holds only if it is granted. Today the way is: {way}.",
            way=w.way(way),
        ),
        w(
            "Unless you chose it, it is shown because on your answers least stands in its way. There are "
            "others."
        ),
        w(
            "Weeks are counted from arrival. Ages and the school year are reckoned for an arrival on {date}, "
            "the earliest day. Months are those of the first {n} after arrival.",
            date=w.date(on),
            n=window,
        ),
    )


def state(w: Words, code: str) -> str:
    """The heading of a group of supports."""
    return w(STATES[code])


def group(one: OpeningOf) -> str:
    """The group of a support: one of STATES."""
    if one.against:
        return "against"
    at_once = one.state == "open" and one.due is not None and one.due.lo == one.due.hi == 0
    if at_once:
        return "at_once"
    ends = [None if weeks is None else weeks.hi for weeks in (one.due, one.seen)]
    return "sometime" if one.state == "open" and ends == [None, None] else one.state


def when(w: Words, weeks: Bounds | None) -> str:
    """Until when after arrival: `on arrival`, `6 to 22 weeks`, `not known`."""
    if weeks is not None and weeks.lo == weeks.hi == 0:
        return w("on arrival")
    if weeks is not None and (weeks.lo or 0) >= _LONG:
        most = None if weeks.hi is None else -(-(weeks.hi - 1) // _WEEKS)
        return w.range(_Years(((weeks.lo or 0) + 1) // _WEEKS, most))
    return w.range(weeks)


def cause(w: Words, code: str) -> str:
    """Why something is not there, or not sooner."""
    return w(_CAUSES[code])


def condition(w: Words, wording: str, shuts: bool, verdict: str) -> str:
    """A condition, and whether it is so of this member; one that shuts is met where it is not so."""
    so = {"met": not shuts, "not met": shuts}.get(verdict)
    answer = w("not known") if so is None else w("it is so") if so else w("it is not so")
    if shuts:
        return w("not if this is so: {condition}: {answer}", condition=wording, answer=answer)
    return w("{condition}: {answer}", condition=wording, answer=answer)


def red_line(w: Words, line: str, sure: bool) -> str:
    """A red line of a child that a way crosses, or perhaps crosses."""
    return w(_LINES[line, sure])


def missing(w: Words, codes: Iterable[str]) -> str:
    """What nobody has written down."""
    return "; ".join(w(_MISSING[code]) for code in codes)


_SECONDS = {
    "carer": N_("a second person who can care for the child"),
    "income": N_("a second income"),
    "place": N_("a second place to live, kept in the pocket"),
}
_NAMED = {"named": N_("there is one"), "nobody": N_("there is none yet"), "unknown": N_("not said")}


def backup(w: Words, of: BackupOf) -> list[str]:
    """What would have to fail, and what carries the child then."""
    told = [
        w(
            "Think it through at each age: what would have to fail for {name} to end up alone in a room or "
            "in an institution? What carries {name} then:",
            name=of.member,
        )
    ]
    for name, text in _SECONDS.items():
        told.append(w("{thing}: {answer}", thing=w(text), answer=w(_NAMED[getattr(of, name)])))
    return told


def track(
    w: Words,
    of: TrackOf,
    arrives: str,
    titles: Mapping[str, Mapping[str, str]],
    since_decision: Collection[str] = (),
) -> list[str]:
    """Why something is asked for in the first week, and what to do if no answer comes; see `appeal`."""
    told = []
    if of.opens:
        names = w.list([w.text(titles[one]) for one in of.opens])
        told.append(w("Waiting for its paper: {names}.", names=names))
    if of.answer_by is None:
        told.append(w("How long the office may take was not found."))
    else:
        told.append(
            w(
                "By law the office has {time}. If you ask on {day}, the answer is due by {date}: after that "
                "remind them in writing.",
                time=w.range(of.law_time),
                day=w.date(arrives),
                date=w.date(of.answer_by),
            )
        )
    told.append(w("If the answer is no: {appeal}.", appeal=appeal(w, of.appeal, since_decision)))
    return told


def appeal(w: Words, of: AppealOf, since_decision: Collection[str] = ()) -> str:
    """How a refusal may be objected to: how long, to whom, or that nobody has written it down.

    since_decision: provisions whose time runs from the day of the decision itself. Where but one is among
    those told of together, that earlier day counts for all: who keeps to it is late for none.
    """
    if of.time is None and of.to is None:
        return w("nobody found how long one may object, or to whom")
    if of.time is None:
        return w("object, to: {whom}; nobody found how long one may", whom=w.text(of.to))
    if not set(of.provisions).isdisjoint(since_decision):
        return _since_decision(w, of)
    if of.to is None:
        return w(
            "object within {time} from the day the decision reached you; to whom was not found",
            time=w.range(of.time),
        )
    return w(
        "object within {time} from the day the decision reached you, to: {whom}",
        time=w.range(of.time),
        whom=w.text(of.to),
    )


def _since_decision(w: Words, of: AppealOf) -> str:
    if of.to is None:
        return w(
            "object within {time} from the day of the decision itself, however late it reached you; to whom "
            "was not found",
            time=w.range(of.time),
        )
    return w(
        "object within {time} from the day of the decision itself, however late it reached you, to: {whom}",
        time=w.range(of.time),
        whom=w.text(of.to),
    )


def about_appeals(w: Words) -> str:
    """How the time to object is counted, and what to keep."""
    return w(
        "Keep the envelope or the message: it shows the day from which the time runs. A refusal mostly says "
        "itself how long there is and to whom to write; where it says less than stands here, keep to the "
        "shorter time."
    )


def no_birth(w: Words, name: str) -> str:
    """That without a birth nothing of ages is known."""
    return w(
        "When was {name} born? Without it ages cannot be reckoned, and what hangs on them is not known.",
        name=name,
    )


def letters(w: Words) -> str:
    """What to write and keep."""
    return w(
        "For each: an application with its date, a copy that the office has stamped, a reminder when the "
        "time is over, and an appeal if the answer is no. Write down refusals that are only spoken: day, "
        "office, words."
    )


def gap(w: Words, begins: Bounds, ends: Bounds | None, code: str, unwritten: bool) -> str:
    """For how long nothing is there for a need, and why."""
    if unwritten:
        return w("nobody has written down what there is")
    if begins.lo or begins.hi is None or begins.hi:
        return w("nothing more after {time}: {cause}", time=w.range(begins), cause=cause(w, code))
    if ends is None:
        return w("nothing for sure in these months: {cause}", cause=cause(w, code))
    return w("nothing for {time} after arrival: {cause}", time=w.range(ends), cause=cause(w, code))


def unasked(w: Words, names: Sequence[str]) -> str:
    """That of the needs of some children nothing was said."""
    return w(
        "Nothing is said yet of the needs of {names}. What hangs on them is not shown.", names=w.list(names)
    )


def about_months(w: Words) -> str:
    """What the months of a kind of support mean."""
    return w(
        "Months are those of the first two years after arrival: due by law, then there in fact, from the "
        "least to the most. Where nobody has seen how long one waits or how much comes, the least is none. "
        "Where two ranges overlap, nobody can say which way is better."
    )


def about_places(w: Words) -> str:
    """What is told of a place, and what is not."""
    return w(
        "The law of the country holds in each of its places: support is due once the papers for it are held. "
        "What was only seen, the wait for a paper too, counts where it was seen; how it is in another place "
        "is unknown, whatever the country as a whole shows. How long an office took on average is told and "
        "not reckoned with: yours may be shorter or longer. Places stand in the order of the alphabet."
    )


def place(w: Words, title: str, region: str | None) -> str:
    """The name of a place, and in which region it lies."""
    return title if region is None else w("{place}, in {region}", place=title, region=region)


def times(w: Words, due: Bounds | None, seen: Bounds | None, averages: Sequence[Bounds], told: str) -> str:
    """Until when after arrival some of it is due, and is there as seen, before the months."""
    there = seen_there(w, seen, averages)
    return w("due: {due}; as seen: {seen}; {months}", due=when(w, due), seen=there, months=told)


def seen_there(w: Words, seen: Bounds | None, averages: Sequence[Bounds]) -> str:
    """Until when after arrival something is there as seen in a place, and what an office took on average."""
    told = when(w, seen)
    if not averages:
        return told
    times = w.list([w.range(one) for one in averages])
    return w("{when}, the office took about {time} on average or as a rule", when=told, time=times)


def unseen(w: Words) -> str:
    """That nothing was written of a place."""
    return w("unknown: nobody has written down how any of it is here")


def elsewhere(w: Words, names: Sequence[str], every: bool) -> str:
    """Of which places something is unknown: all of them, few by name, else the others."""
    if every:
        return w("unknown in every place")
    if len(names) > _FEW:
        return w("unknown in every other place")
    return w("unknown in: {names}", names="; ".join(names))


_FEW = 4
"""So many places are named, more are not."""


def unseen_anywhere(w: Words, names: Sequence[str]) -> str:
    """Kinds of support of which nothing was written of any place."""
    return w("Of no place has anybody written down how these are there: {names}.", names=w.list(names))


def unclear_everywhere(w: Words, names: Sequence[str]) -> str:
    """Kinds of support of which something was written of a place, but nothing that makes other months."""
    return w(
        "Of some places something is written of these, but not enough to tell months there: {names}. It "
        "stands below, with each place.",
        names=w.list(names),
    )


def route(w: Words, labels: Mapping[str, Mapping[str, str]], names: Iterable[str]) -> str:
    """A way by its routes, one after the other; not with commas, which stand in the titles themselves."""
    return " › ".join(w.text(labels.get(name)) or name for name in names)


def routes(w: Words, found: LabelledOf, ways: Iterable[WayOf]) -> str:
    """Several ways."""
    return "; ".join(route(w, found.labels, way.routes) for way in ways)


def kind(w: Words, found: LabelledOf, code: str) -> str:
    """A kind of support by its name."""
    return w.text(found.labels.get(f"kind:{code}")) or code


def spot(w: Words, found: AroundOf, group: GroupOf) -> str:
    """A place, with the ways if there are several."""
    place = w.text(found.labels.get(group.place or ""))
    return w("{place} by {way}", place=place, way=routes(w, found, group.ways)) if found.ways else place


def more_there(w: Words, member: str, kind: str, measure: str, at: str, than: Sequence[str]) -> str:
    """That in one place, or on one way there, there are surely more months than in others."""
    if measure == "paper":
        return w(
            "{name}, {what}: on paper surely more in {place} than in {others}",
            name=member, what=kind, place=at, others="; ".join(than),
        )  # fmt: skip
    return w(
        "{name}, {what}: in fact surely more in {place} than in {others}",
        name=member, what=kind, place=at, others="; ".join(than),
    )  # fmt: skip


def months(w: Words, score: MonthsOf) -> str:
    """Months of a kind of support on paper and in fact."""
    if score.unwritten:
        return w("nobody has written down what there is")
    if score.against:
        return w("what there is crosses your red line, so none is counted")
    if score.state == "closed":
        return w("closed on these papers")
    return both(w, score.paper, score.real, score.months)


def briefly(w: Words, scores: Sequence[MonthsOf], titles: Mapping[str, str]) -> list[str]:
    """The months of every kind of support of one member in a few sentences. titles: words for kinds."""
    told = [one for one in scores if not one.unwritten and one.state != "closed"]
    seen = [one for one in told if one.real.lo or one.real.hi != one.months]
    closed = [titles[one.kind] for one in scores if one.state == "closed" and not one.against]
    against = [titles[one.kind] for one in scores if one.against]
    unwritten = [titles[one.kind] for one in scores if one.unwritten]
    unsure = [titles[one.kind] for one in told if not one.paper.lo and one.paper.hi == one.months]
    parts = []
    if told:
        due = [one for one in told if one.paper.lo or one.paper.hi != one.months]
        on_paper = "; ".join(f"{titles[one.kind]} {pair(w, one.paper)}" for one in due)
        if due:
            parts.append(w("Of {n} months on paper: {months}.", n=w.number(told[0].months), months=on_paper))
        if unsure:
            parts.append(w("Not sure on paper: {names}.", names=w.list(unsure)))
        in_fact = "; ".join(f"{titles[one.kind]} {pair(w, one.real)}" for one in seen)
        parts.append(w("In fact: {months}.", months=in_fact) if seen else w("In fact: nobody knows."))
    if closed:
        parts.append(w("Closed on these papers: {names}.", names=w.list(closed)))
    if against:
        parts.append(w("Not counted, against your red line: {names}.", names=w.list(against)))
    if unwritten:
        parts.append(w("Nobody has written down: {names}.", names=w.list(unwritten)))
    return parts


def both(w: Words, paper: Bounds, real: Bounds, whole: Number) -> str:
    """Months on paper, and in fact, of so many."""
    if not real.lo and real.hi == whole:
        return w("on paper {paper}, in fact nobody knows", paper=pair(w, paper))
    return w("on paper {paper}, in fact {real}", paper=pair(w, paper), real=pair(w, real))


def pair(w: Words, bounds: Bounds) -> str:
    """Months without their word."""
    lo, hi = w.number(bounds.lo or 0), w.number(bounds.hi or 0)
    return lo if lo == hi else w("{lo} to {hi}", lo=lo, hi=hi)


def better(w: Words, member: str, kind: str, measure: str, group: int, than: Iterable[int]) -> str:
    """That one group of ways surely brings more months than others; groups are counted from one."""
    others = ", ".join(str(one + 1) for one in than)
    if measure == "paper":
        return w(
            "{name}, {what}: on paper {n} surely brings more than {others}",
            name=member, what=kind, n=group + 1, others=others,
        )  # fmt: skip
    return w(
        "{name}, {what}: in fact {n} surely brings more than {others}",
        name=member, what=kind, n=group + 1, others=others,
    )  # fmt: skip


def differing(scores: Sequence[Sequence[MonthsOf]]) -> set[tuple[str, str]]:
    """The kinds of which not every month of arrival brings the same."""
    seen: dict[tuple[str, str], set[tuple[object, ...]]] = {}
    for one in (one for of_month in scores for one in of_month):
        bounds = one.paper.lo, one.paper.hi, one.real.lo, one.real.hi
        seen.setdefault((one.member, one.kind), set()).add((one.state, *bounds))
    return {key for key, of in seen.items() if len(of) > 1}


def ends(w: Words, one: EndingOf, today: str) -> str:
    """That a support ends at an age, and from when to see to what follows."""
    date = w.date(one.on) if one.on == one.latest else f"{w.date(one.on)} – {w.date(one.latest)}"
    what, years = w.text(one.title), age(w, one.age, one.by_school_year)
    if one.alarm <= today:
        return w("{what} ends at {age}: {date}. See to what follows now.", what=what, age=years, date=date)
    return w(
        "{what} ends at {age}: {date}. See to what follows from {alarm} on.",
        what=what, age=years, date=date, alarm=w.date(one.alarm),
    )  # fmt: skip


def age(w: Words, years: Bounds, by_school_year: object) -> str:
    """An age, and whether it counts with a school year."""
    said = w.range(years)
    return w("{age}, counted by school years", age=said) if by_school_year else said
