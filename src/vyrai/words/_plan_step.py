"""What is said of one step of a plan: how long, who comes, what it costs, what to bring, risks."""

from __future__ import annotations

from collections.abc import Sequence

from vyrai.words._acts import OnceOf, OutOf
from vyrai.words._codes import N_
from vyrai.words._locked import LockedOf
from vyrai.words._plan_sums import Told, day, money
from vyrai.words._plan_times import held, lengths, takes
from vyrai.words._planned import FoundOf, StepOf
from vyrai.words._words import Words

_MARKS = {
    "safe": N_("You are there and may stay"),
    "settled": N_("The last paper of this way"),
    "pay": N_("Somebody of you may work"),
}
_UNTITLED = {
    "journey": N_("The journey there"),
    "wait": N_("Wait until the paper lets you work"),
    "trip": N_("To an office abroad and back"),
    "file": N_("File for this way: nobody has written down its steps"),
}
_ALL = 100


def title(w: Words, step: StepOf) -> str:
    """What is done, or what is reached."""
    if step.kind == "trip":
        return w("To an office abroad and back: {country}", country=w.text(step.title))
    if step.kind in _MARKS:
        return _reached(w, step)
    return w.text(step.title) or w(_UNTITLED.get(step.kind, _UNTITLED["file"]))


def first_day(w: Words, step: StepOf, loose: bool, about: bool) -> str:
    """The day on which a step begins, or a mark is reached. Of the last paper of a way behind something of
    which nobody knows how long it takes nobody knows it.
    """
    said = day(w, step.on, loose, about)
    return w("{day}; when, nobody knows", day=said) if loose and step.kind == "settled" else said


def _reached(w: Words, step: StepOf) -> str:
    """What is reached, and on which paper: who may stay as a visitor may not stay for good."""
    said = w(_MARKS[step.kind])
    if step.title is None:
        return said
    paper = w.text(step.title)
    return f"{said} – {paper}, {w.range(step.lasts)}" if step.lasts else f"{said} – {paper}"


def fields(
    w: Words, found: FoundOf, step: StepOf, loose: bool, at: Sequence[int | None], about: bool = False
) -> list[Told]:
    """Everything that is said of a step. at: the numbers under which the steps of its plan stand.

    loose, about: of its day, as `day` takes them.
    """
    told = [Told(w("Takes"), takes(w, step))]
    if step.until != step.on:
        told.append(Told(w("Over"), over(w, step, loose, about)))
    told += _your_day(w, step)
    if step.decided is not None:
        only = w(
            "only in {months}. Have everything ready before that begins: the day is not known, so the plan "
            "reckons to its end",
            months=held(w, step.decided),
        )
        told.append(Told(w("Decided"), only))
    if step.season:
        told.append(Told(w("Season"), w("only in {months}", months=w.list(map(w.month, step.season)))))
    if step.not_before is not None:
        lapses = w(
            "{date}: begun sooner, its paper would run out before it is needed", date=w.date(step.not_before)
        )
        told.append(Told(w("Not sooner than"), lapses))
    if step.not_after is not None:
        told.append(Told(w("At the latest"), w.date(step.not_after)))
    who = w("not known") if "attends" in step.unknown else w.list(step.who)
    told += [
        Told(w("Who must come"), who),
        Told(w("The children"), minded(w, step)),
        *(Told(w("Way out"), w.text(one.title)) for one in step.ways_out[:1]),
        Told(w("Or instead"), "; ".join(_other_way(w, one) for one in step.ways_out[1:])),
        Told(w("Where"), w.text(step.where)),
        Told(_price(w, step), fee(w, found, step)),
        *_kept_back(w, found, step.locked),
        Told(
            w("Price"),
            w("known for today; on this day it may be another: ask before") if step.price_may_differ else "",
        ),
        Told(w("Bring"), "; ".join(brings(w, found, step, at))),
        Told(w("Danger"), _peril(w, step)),
        Told(w("Who learns your name"), w.once(step.learns) if step.learns else ""),
    ]
    told += _refusals(w, step)
    if step.leaves:
        out = w("once you are out, what is done only at home cannot be done any more")
        told.append(Told(w("No way back"), out))
    if step.kind == "trip":
        home = w(
            "this plan comes home again, over the same border. Whoever cannot come back must be allowed to "
            "stay there until the answer: that is not reckoned here. Look before you go that a visa for it "
            "is still good, and in the passport with which you travel"
        )
        told.append(Told(w("The way back"), home))
    if step.closes:
        bound = "; ".join(dict.fromkeys(w.text(text) for text, _ in step.closes))
        told.append(Told(w("Closes or binds"), bound))
    if "inside" in step.unknown:
        old = w(
            "a visa or permit that you were granted may lie in the old one, or be tied to its number: ask "
            "that office before whether it still holds"
        )
        told.append(Told(w("Before you hand it in"), old))
    if "work" in step.unknown:
        told.append(Told(w("Work"), w("allowed only in part: ask what it covers")))
    return [one for one in told if one.text]


def minded(w: Words, step: StepOf) -> str:
    """Who is with the children who need not come."""
    if not step.left:
        return ""
    children = w.list(step.left)
    if step.minders:
        return w.plural(
            "{who} can stay with: {children}",
            "one of you can stay with them ({who}): {children}",
            len(step.minders),
            who=w.list(step.minders),
            children=children,
        )
    return w(
        "need not come, and nobody of you is left to stay with them: {children}. Ask the office before "
        "whether they may come along, or somebody whom you trust to stay with them",
        children=children,
    )


def _your_day(w: Words, step: StepOf) -> list[Told]:
    """What the family was told of its day, and whether that holds here."""
    told = []
    if step.given:
        came = w("you were given this day, and the plan keeps it")
        told.append(Told(w("Your day"), came if step.who else w("you were told that it is over on this day")))
    if step.unsure:
        late = w("how long something before it takes is not known: it may not be ready by then")
        told.append(Told(w("Be careful"), late))
    if step.missed is not None:
        other = w("you were given {date}, and this plan cannot keep it", date=w.date(step.missed))
        told.append(Told(w("Your day"), other))
    return told


def _price(w: Words, step: StepOf) -> str:
    if step.kind == "trip":
        return w("Tickets there and back")
    return w("Tickets") if step.leaves else w("Fee")


def over(w: Words, step: StepOf, loose: bool, about: bool) -> str:
    """The day on which a step is over. loose, about: of its first day."""
    open_ = lengths(step)
    return day(w, step.until, loose or "days" in open_, about or not {"usual", "by_law"}.isdisjoint(open_))


def _refusals(w: Words, step: StepOf) -> list[Told]:
    """A no that the family had, and how often others had one."""
    anew = w("you were refused before. Ask why it was a no, and add what the office has not seen")
    return [
        Told(w("Asked anew"), anew if step.again else ""),
        Told(w("Refusal"), _refusal(w, step) if step.refusable else ""),
    ]


def _refusal(w: Words, step: StepOf) -> str:
    """How often others were refused, where somebody counts."""
    if "apart" in step.unknown:
        return w(
            "it may be refused; how often is counted by citizenship, and not of one that you have said of "
            "all of you"
        )
    if step.once is not None:
        return w(
            "it may be refused; of 100 cases of people with your citizenship that ended with a yes or a no "
            "{n} were a no when it was last counted, in {year}: too long ago to reckon with",
            n=_of_hundred(w, step.once),
            year=step.once.year,
        )
    if "dated" in step.unknown:
        return w(
            "it may be refused; how often people with your citizenship were was counted too long ago to "
            "reckon with it: see the sources"
        )
    if "crowd" in step.unknown:
        return w(
            "it may be refused; how often people with your citizenship were nobody has written down; what "
            "was counted of others stands with the sources, and may say nothing of you"
        )
    if step.refused is None:
        return w("it may be refused; how often nobody has written down")
    n = w.number(round(step.refused * _ALL, 1))
    if "others" in step.unknown:
        return w(
            "it may be refused: of 100 cases of people of all countries that somebody counted {n} got no "
            "yes; how many of your citizenship nobody has written down",
            n=n,
        )
    return w(
        "it may be refused: of 100 cases of people with your citizenship that somebody counted {n} got no "
        "yes; yours hangs on your own case",
        n=n,
    )


def long_ago(w: Words, step: StepOf) -> str:
    """What was counted too long ago, and of which step; empty: nothing."""
    if step.once is None:
        return ""
    return w(
        "{step}: {n} of 100 in {year}", step=title(w, step), n=_of_hundred(w, step.once), year=step.once.year
    )


def _of_hundred(w: Words, of: OnceOf) -> str:
    least, most = w.number(of.least), w.number(of.most)
    return least if least == most else w("{lo} to {hi}", lo=least, hi=most)


def _other_way(w: Words, one: OutOf) -> str:
    return w("{way} (danger: {danger})", way=w.text(one.title), danger=w.danger(one.danger))


def brings(w: Words, found: FoundOf, step: StepOf, at: Sequence[int | None]) -> list[str]:
    """The papers that a step asks for, and where each comes from; without numbers only their names."""

    def name(paper: str) -> str:
        return w.text(found.labels.get(paper)) or paper

    said = []
    for paper, made in step.uses:
        if not at:
            said.append(name(paper))
        elif made is None:
            said.append(w("{paper} (you have it)", paper=name(paper)))
        else:
            said.append(w("{paper} (from step {n})", paper=name(paper), n=at[made]))
    for paper in step.lacks:
        lacking = w("{paper} (how to get one, if you have none, is not written down)", paper=name(paper))
        said.append(lacking if at else name(paper))
    return said


def fee(w: Words, found: FoundOf, step: StepOf) -> str:
    """What a step costs; empty: nothing."""
    if step.leaves:
        return money(w, found, step.fee, True) if step.fee else ""
    unknown = "fee" in step.unknown
    return fees(w, found, step.fee, unknown) if step.fee or unknown else ""


def _kept_back(w: Words, found: FoundOf, of: LockedOf | None) -> list[Told]:
    """What is put aside with a step, or has to be shown."""
    if of is None:
        return []
    if of.shown:
        return [Told(w("Money to show"), shown(w, found, of))]
    return [Told(w("Locked"), locked(w, found, of))]


def locked(w: Words, found: FoundOf, of: LockedOf) -> str:
    """How much is put aside, how it comes back, and with what nothing would be."""
    if of.sum:
        amount = money(w, found, of.sum, of.least)
        told = [w("{sum}: put aside on this day, and yours all the same", sum=amount)]
    else:
        told = [w("money is put aside on this day, and yours all the same; how much nobody has written down")]
    if of.monthly is not None and of.months is not None:
        told.append(
            w.plural(
                "{sum} come back once, at the beginning of the first month that you are there",
                "{sum} come back at the beginning of each month that you are there, {n} times",
                of.months,
                sum=money(w, found, of.monthly),
            )
        )
    elif of.sum:
        told.append(w("how it comes back nobody has written down, and here it does not"))
    if of.unless is not None:
        text = w.text(of.unless)
        told.append(w("nothing would be locked if you had said yes to this: {text}", text=text))
    return "; ".join(told)


def shown(w: Words, found: FoundOf, of: LockedOf) -> str:
    """How much has to be shown, and with what nothing would have to be."""
    if of.sum:
        amount = money(w, found, of.sum, of.least)
        told = [
            w(
                "{sum} of your own, and not to be spent until you are there",
                sum=amount,
            )
        ]
    else:
        told = [w("how much, or whether any, hangs on what is not known of you or of the law")]
    if of.unless is not None:
        text = w.text(of.unless)
        told.append(w("none would have to be shown if you had said yes to this: {text}", text=text))
    return "; ".join(told)


def peril(w: Words, step: StepOf) -> str:
    """How dangerous a step is, and why."""
    why = w.text(step.danger_text)
    return f"{w.danger(step.danger)}. {why}" if why else w.danger(step.danger)


def _peril(w: Words, step: StepOf) -> str:
    if step.danger:
        return peril(w, step)
    return w("nobody has written down how dangerous it is") if "danger" in step.unknown else ""


def fees(w: Words, found: FoundOf, amount: int, least: bool) -> str:
    """A sum of fees; least: it may be more."""
    if not amount:
        return w("not known") if least else w("none is written down")
    return money(w, found, amount, least)
