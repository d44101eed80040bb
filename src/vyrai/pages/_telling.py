"""Sentences over several records: what to get first, what a sum is made of, what a question is for."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from vyrai.choose.lands import for_child, sums_of
from vyrai.choose.model import (
    Change,
    Danger,
    ItemOn,
    Link,
    Money,
    Open,
    Peril,
    Question,
    Range,
    RightFrom,
    Row,
    Shut,
)
from vyrai.pages._speech import Speech, rounded

YES = "yes"
MOST_FEARED = 2
"""Dangers of one level that its heading names."""
BRIEF = 10
"""Words of what stands in the way that the overview has room for."""
TOP = 4
"""The highest level of danger."""


class Telling(Speech):
    """Tells of rows, links and sums in sentences."""

    def of(self, names: Iterable[str]) -> str:
        """Of whom something is said; of everybody, `all of you`."""
        every = list(names)
        whole = len(every) == len(self.comparison.people) > 1
        return self.words("all of you") if whole else self.words.list(every)

    def everybody(self, aliases: Iterable[str]) -> str:
        """Several members by their ids."""
        return self.of([self.alias(alias) for alias in aliases])

    # -- money ---------------------------------------------------------------------------------------------

    def left(self, spare: Range) -> str:
        """Money left or short, in words."""
        w = self.words
        r = rounded(spare)
        lo, hi = r.lo, r.hi
        if lo is None and hi is None:
            return w("unknown")
        if hi is not None and hi < 0:
            short = Range(lo=-hi, hi=None if lo is None else -lo, unit=r.unit)
            return w("{range} short", range=w.range(short))
        if lo is None or lo >= 0:
            return w("{range} left", range=w.range(Range(lo=lo, hi=hi, unit=r.unit)))
        short = Range(lo=None, hi=-lo, unit=r.unit)
        if not hi:
            return w("{range} short", range=w.range(short))
        spared = Range(lo=None, hi=hi, unit=r.unit)
        return w("{short} short or {spare} left", short=w.range(short), spare=w.range(spared))

    def sum_of(self, money: Money) -> list[str]:
        """What is had, what the need is made of, what is not in the sum."""
        w = self.words
        said = [w("you have {range}", range=self.range(money.savings))]
        fees, rent = money.fees, money.rent_until_work
        if not self.blank(fees):
            none = w("none") if fees.facts else w("none was found")
            said.append(w("fees: {range}", range=none if fees.hi == 0 else self.range(fees)))
        else:
            said.append(w("fees: {range}", range=w("unknown")))
        if "rent" in money.missing:
            said.append(w("rent: no figure was found"))
        elif rent.hi == 0:
            said.append(w("rent until you may work: none is counted"))
        else:
            said.append(w("rent until you may work: {range}", range=self.range(rent)))
        if "living" in money.missing:
            said.append(w("food and other needs: not known of everybody"))
        elif money.needs_until_work.hi != 0:
            said.append(
                w(
                    "food and other needs until you may work: {range}",
                    range=self.range(money.needs_until_work),
                )
            )
        missing = [name for name in dict.fromkeys(money.missing) if name not in ("rent", "living")]
        if missing:
            said.append(w("not in the sum: {names}", names=self.names(missing)))
        return said

    # -- danger --------------------------------------------------------------------------------------------

    def peril(self, danger: Danger) -> str:
        """A level of danger in words; empty where nothing is known of it."""
        w, lo, hi = self.words, int(danger.level.lo or 0), danger.level.hi
        if danger.level.lo is None and hi is None:
            return ""
        if hi is None or (hi >= TOP and lo < TOP):
            return w("at least {n} of 4, {word}", n=lo, word=w.danger(lo)) if lo else ""
        if hi == lo:
            return f"{w('{n} of 4', n=lo)}, {w.danger(lo)}"
        return f"{w('{lo} to {hi} of 4', lo=lo, hi=int(hi))}, {w('up to: {word}', word=w.danger(int(hi)))}"

    def feared(self, perils: Iterable[Peril]) -> str:
        """The dangers of one level in their own words, as a short list."""
        said = [
            f"{self.words.text(one.text or one.title).rstrip('.')} ({self.where(one.countries)})"
            for one in perils
        ]
        every = list(dict.fromkeys(said))
        rest = len(every) - MOST_FEARED
        more = "; " + self.words.plural("{n} more thing", "{n} more things", rest) if rest > 0 else ""
        return "; ".join(every[:MOST_FEARED]) + more

    def where(self, countries: Iterable[str]) -> str:
        """Countries by name."""
        return self.words.list([self.name(country) for country in countries])

    def lands(self, countries: Iterable[str]) -> str:
        """Countries by name; where the family is now has none."""
        return self.words.list(
            [self.name(one) if one else self.words("Leaving where you are") for one in countries]
        )

    @staticmethod
    def brief(text: str) -> str:
        """The beginning of a text that stands in full elsewhere; what is left out is marked."""
        words = text.split()
        return text if len(words) <= BRIEF else " ".join(words[:BRIEF]).rstrip(",;:.") + " …"

    def titles(self, links: Iterable[Link]) -> str:
        """Routes by name."""
        return self.words.list([self.words.text(link.title) for link in links])

    # -- what to do ----------------------------------------------------------------------------------------

    def first_get(self, links: Iterable[Link]) -> list[str]:
        """What the family can do within days and without which the way stays shut, each thing once."""
        said = [one for link in links if link.to_do is not None for one in self._changed(link.to_do)]
        return list(dict.fromkeys(said))

    def _changed(self, change: Change) -> list[str]:
        groups: dict[tuple[str, str], list[ItemOn]] = {}
        for item, becomes in zip(change.items, change.becomes, strict=True):
            member, dot, field = item.label.partition(".")
            groups.setdefault((field if dot else member, becomes), []).append(item)
        return [self._change(items, becomes) for (_, becomes), items in groups.items()]

    def _change(self, items: list[ItemOn], becomes: str) -> str:
        w = self.words
        if any(item.sensitive for item in items):
            return w("something that rests on a sensitive answer, which is not printed here")
        said = w.text(items[0].text) or items[0].label
        if becomes != YES:
            said = w("{question} It would have to be: {value}.", question=said, value=w.date(becomes))
        others = [item.label.partition(".")[0] for item in items[1:]]
        return f"{said} ({w('the same for {names}', names=w.list(others))})" if others else said

    def matters(self, question: Question) -> list[str]:
        """The ways in that hang on a question, by name; of none, the routes."""
        text, asked = self.words.text, set(question.matters)
        ways = [
            f"{text(row.title)}: {self.words.list([text(one.title) for one in row.chain])}"
            for row in self.comparison.rows
            if not row.later and row.way != "closed" and asked & {one.route for one in row.chain}
        ]
        return ways or [self.name(route) for route in question.matters]

    def stay(self, row: Row) -> Markup:
        """A way to stay on by what comes after the entry."""
        return Markup(" → ").join(self.said(link.title) for link in row.chain[1:] or row.chain)

    def answer(self, question: Question) -> str:
        """Where an answer goes."""
        w = self.words
        if question.sensitive:
            return w("You need not answer. If you do, only in your own case file.")
        return w("Tell it to whoever made this page for you.")

    def helpers(self, question: Question) -> list[str]:
        """How whoever made the page writes an answer down."""
        if question.sensitive:
            return []
        w, labels = self.words, [question.label, *question.also]
        command = f"vyrai answer CASE {question.label} {w('VALUE')} --save FILE"
        return [
            w("Write it in the case file, at: {labels}.", labels=w.list(labels)),
            w("Or on the command line: {command}", command=command),
        ]

    # -- a child with needs --------------------------------------------------------------------------------

    def for_child(self, row: Row) -> tuple[RightFrom, ...]:
        """What a way opens for the children with needs, each thing once."""
        rights = for_child(row, () if self.thought is None else self.thought.children)
        return tuple({(one.right, str(one.weeks), one.state): one for one in rights}.values())

    def child(self, row: Row) -> str:
        """The same in a few words; what nobody knows is said to be unwritten."""
        w, said = self.words, dict[str, list[str]]()
        for one in self.for_child(row):
            said.setdefault(self._opening(one), []).append(w.text(one.title))
        unwritten = w("not written down yet")
        if set(said) <= {unwritten}:
            return w("nothing written down yet")
        return "; ".join(f"{w.list(titles)}: {when}" for when, titles in said.items())

    def unwritten(self, row: Row) -> str:
        """Of which rights of the children with needs nobody knows anything."""
        titles = [self.words.text(one.title) for one in self.for_child(row) if one.state == "unknown"]
        return self.words.list(titles) if titles else ""

    def _opening(self, right: RightFrom) -> str:
        """Whether and when a right opens, in the fewest words."""
        w = self.words
        if right.state in ("no", "unknown"):
            return w("no") if right.state == "no" else w("not written down yet")
        if self.blank(right.weeks):
            return w("yes, day not known") if right.state == "yes" else w("in part, day not known")
        return self.when(right)

    def sums(self, row: Row) -> list[str]:
        """The sums that a way names beside fees, each with what it is."""
        return [f"{self.words.range(one.value)} ({self.words.text(one.title)})" for one in sums_of(row)]

    def cost(self, row: Row) -> str:
        """What is known of money in a few words: what is surely short, else the fees, else nothing."""
        money, fees = row.money, row.money.fees
        if (money.spare.hi is not None and money.spare.hi < 0) or money.spare.lo is not None:
            return self.left(money.spare)
        if not fees.lo:
            return self.words("unknown")
        least = Range(lo=fees.lo, hi=None, unit=fees.unit) if fees.hi is None else fees
        return self.words("fees {range}", range=self.range(least))

    @staticmethod
    def hidden(record: Shut | Open) -> bool:
        """Whether a record tells of a sensitive answer, which is not written. What nobody knows is none."""
        return record.sensitive and getattr(record, "reason", "") not in ("not_asked", "does_not_know")

    def about(self, link: Link) -> list[Markup]:
        """What is to be known of one link, sentence by sentence."""
        w, said = self.words, []
        if link.after:
            said.append(w("After: {status}.", status=self.name(link.after)))
        if link.on != self.comparison.basis.on:
            said.append(w("Decided as filed on {date}.", date=w.date(link.on)))
        if link.until and link.way != "perhaps":
            said.append(
                w(
                    "This answer surely holds until {date} if your answers stay the same.",
                    date=w.date(link.until),
                )
            )
        if link.covered:
            said.append(w("Covers {names}.", names=self.everybody(link.covered)))
        if link.unsure:
            said.append(w("Unsure for {names}.", names=self.everybody(link.unsure)))
        if link.left_out:
            said.append(w("Leaves out {names}.", names=self.everybody(link.left_out)))
        if link.gives:
            status = w.text(link.gives_title) if link.gives_title else self.name(link.gives)
            if self.blank(link.lasts):
                said.append(w("Gives: {status}.", status=status))
            else:
                said.append(w("Gives: {status}, for {range}.", status=status, range=self.range(link.lasts)))
        if self.blank(link.weeks):
            said.append(w("How long it takes is unknown: no source was found."))
        else:
            said.append(w("It takes {range}.", range=self.range(link.weeks)))
        return [escape(one) for one in said]
