"""What a month of living costs and what of it the plans reckon with, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from vyrai.words._lived import LivedOf
from vyrai.words._monthly import LackingOf
from vyrai.words._plan_sums import money
from vyrai.words._planned import FoundOf, KeptOf
from vyrai.words._words import Words


class Sum(NamedTuple):
    """A sum in words, with what it is of and the facts that say it."""

    label: str
    text: str
    facts: Sequence[str] = ()


def month(w: Words, found: FoundOf) -> list[Sum]:
    """The parts of a month there, and what is paid of it from the savings until pay comes."""
    of = found.living
    if not (of.rent or of.needs):
        return []
    told = [Sum(w("Rent"), _rent(w, found), of.rent_facts)]
    needs = money(w, found, of.needs, True) if of.needs else w("not known, counted as nothing")
    told.append(Sum(w("Food and other needs"), needs, of.needs_facts))
    if of.income:
        told.append(Sum(w("Less what keeps coming"), money(w, found, of.income)))
    told.append(Sum(w("From your savings"), _from_savings(w, found, of.monthly)))
    return told


def _rent(w: Words, found: FoundOf) -> str:
    """The rent, and of where it is."""
    of = found.living
    if not of.rent:
        return w("not known, counted as nothing: do not compare it with other countries")
    asked = [w.text(one.title) for one in of.rents if one.place == of.place]
    least = [w.text(one.title) for one in of.rents if one.rent == of.rent]
    if asked:
        where = asked[0]
    elif "rent_there" in found.unknown:
        where = w("none is known of the place; this is the least of the country")
    elif least:
        where = w("the least that is known: {place}", place=least[0])
    else:
        where = w("the least that is known")
    return f"{money(w, found, of.rent)} ({where})"


def _from_savings(w: Words, found: FoundOf, monthly: int) -> str:
    if not monthly:
        return w("nothing of what is known: money that keeps coming pays for it")
    return money(w, found, monthly, True)


class Place(NamedTuple):
    """A place in words: its name, the rent, a month there, and the month that the savings do not pay for if
    no pay comes (empty: none is known). facts: those that say the rent.
    """

    name: str
    rent: str
    month: str
    fails: str
    facts: Sequence[str]

    def told(self, w: Words) -> str:
        """One line of it."""
        told = w("{sum} a month, rent in it {rent}", sum=self.month, rent=self.rent)
        if not self.fails:
            return told
        fails = w("the savings are not enough for {month}", month=self.fails)
        return w("{told}; if no pay comes, {fails}", told=told, fails=fails)


def by_place(w: Words, found: FoundOf, fails: Callable[[int], str | None]) -> list[Place]:
    """A month in each place of which a rent is known. fails: the month that the savings do not last through
    without pay, at such a sum a month; None: none is known.
    """
    rows = []
    for one in found.living.rents:
        short = fails(one.monthly)
        rent = money(w, found, one.rent)
        month = money(w, found, one.monthly, True) if one.monthly else w("nothing from savings")
        fails_in = "" if short is None else w.date(short[:7])
        rows.append(Place(w.text(one.title), rent, month, fails_in, one.facts))
    return rows


def lacks(w: Words, month: str) -> str:
    """The month that the savings do not pay for if no pay comes."""
    return w("the savings are not enough for {month}", month=w.date(month[:7]))


def short(w: Words, found: FoundOf, of: LackingOf, lived: LivedOf | None) -> str:
    """That no plan holds with what the family has, what the plans reckon with instead, and with how much the
    first, so lived through, runs out of money no more often than the family bears.
    """
    said = w(
        "What you have is not enough for any plan: at least {sum} more are needed, at the latest on {date}. "
        "What follows reckons as if you had them; for any other way more is lacking.",
        sum=money(w, found, of.sum),
        date=w.date(of.by),
    )
    if of.first < of.sum:
        said = w(
            "What you have is not enough for any plan: at least {sum} more are needed, {part} of them at the "
            "latest on {date}. What follows reckons as if you had them; for any other way more is lacking.",
            sum=money(w, found, of.sum),
            part=money(w, found, of.first),
            date=w.date(of.by),
        )
    if lived is None or lived.holds or lived.lives.short.share <= found.risk:
        return said
    steady = w(
        "So that the money of plan 1 runs out no more often than the limit (--risk), {sum} more are needed "
        "in all, with what was just named.",
        sum=money(w, found, of.sum + lived.enough),
    )
    return f"{said} {steady}"


def untouchable(w: Words, found: FoundOf, savings: int) -> str:
    """That the family wants to keep more than it has."""
    return w(
        "You want to keep {reserve} untouched and have {savings}: no plan can. Ask with less to keep.",
        reserve=money(w, found, found.reserve),
        savings=money(w, found, savings),
    )


def more(w: Words, found: FoundOf, amount: int, by: str | None, weeks: int | None) -> str:
    """A sum that is lacking, by when, and for how long somebody would work for it."""
    said = w(
        "{sum} more, earned, lent or given by relatives, at the latest on {date}",
        sum=money(w, found, amount),
        date=w.date(by),
    )
    if weeks is None:
        return said
    work = w.plural(
        "the lowest pay at home for {n} week of work", "the lowest pay at home for {n} weeks of work", weeks
    )
    if by is not None and 7 * weeks > (date.fromisoformat(by) - date.fromisoformat(found.start)).days:
        work = w("{work}, more than there are until then", work=work)
    return f"{said} ({work})"


def lacking(w: Words, found: FoundOf, of: LackingOf, pays: bool) -> str:
    """How much a plan lacks, by when, and what it takes beside."""
    said = more(w, found, of.sum, of.all_by, of.weeks)
    if of.first < of.sum and of.by < of.all_by:
        first = money(w, found, of.first)
        said = w("{lacking}; {sum} of it already on {date}", lacking=said, sum=first, date=w.date(of.by))
    if not (pays and found.living.monthly):
        return said
    month = money(w, found, found.living.monthly, True)
    return w("{lacking}; each month in which no pay comes takes {month}", lacking=said, month=month)


def with_lacking(w: Words, found: FoundOf, of: LackingOf, month: str) -> str:
    """The month of which it is told what is left of the savings and of the sum that is lacking."""
    return w("{month}, with the {sum} that are lacking", month=month, sum=money(w, found, of.sum))


def kept(w: Words, of: KeptOf) -> str:
    """What the state gives, and whether the plan counts it."""
    if of.on is None:
        said = w("not counted, for it is given only in part or to some")
    else:
        said = w("from the state from {date} on; no living is counted from then", date=w.date(of.on))
    return f"{said}. {w.text(of.note)}" if of.note else said


def counted(w: Words, found: FoundOf) -> list[str]:
    """What of living the sums leave out, and what they take for granted."""
    of = found.living
    said = []
    if of.home is not None:
        said.append(_at_home(w, found, of.home))
        if of.needs:
            said.append(w("A deposit for a home is not counted."))
        else:
            said.append(w("A deposit for a home, and food there, are not counted."))
    elif of.needs:
        said.append(w("Living at home and a deposit for a home are not counted."))
    else:
        said.append(w("Living at home and food, at home and there, are not counted."))
    if of.rent and of.needs:
        said.append(
            w("Of living there rent and the least that a person needs are counted: real life costs more.")
        )
    elif of.rent:
        said.append(
            w(
                "Of living there only rent is counted, the least that is known: {sum} a month.",
                sum=money(w, found, of.rent),
            )
        )
    if any(plan.pays for plan in found.plans):
        said.append(_pay(w, found))
    if found.children:
        said.append(
            w(
                "Where one adult is enough at an office it is always the same one, so another, if there is "
                "one, can be with the children. Where every adult must come, the children come along, or "
                "somebody must be with them: what that costs is not counted."
            )
        )
    return said


def _at_home(w: Words, found: FoundOf, home: int) -> str:
    """What they have said that a month takes or adds until they leave."""
    sum_ = money(w, found, abs(home))
    if home > 0:
        return w("Until you leave each month takes {sum} from your savings, as you have said.", sum=sum_)
    if home < 0:
        return w("Until you leave each month but the first adds {sum}, as you have said.", sum=sum_)
    return w("Until you leave your savings stay as they are, as you have said.")


def _pay(w: Words, found: FoundOf) -> str:
    """What is taken for granted of pay."""
    of = found.living
    if of.offered is None:
        return w(
            "From a month after work is allowed it is assumed that pay covers the living there. When "
            "there is pay, and how much, nobody knows."
        )
    offered = money(w, found, of.offered)
    if of.pay == of.monthly:
        return w(
            "From a month after work is allowed it is assumed that the pay that is offered, {offered} a "
            "month before tax, covers the living there. When it comes, and how much tax takes, nobody knows.",
            offered=offered,
        )
    return w(
        "From a month after work is allowed only the pay that is offered is counted, {offered} a month "
        "before tax: it does not cover the living there, and tax is taken from it.",
        offered=offered,
    )
