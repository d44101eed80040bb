"""One way as text: each link of its chain, then what the family wants to know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from vyrai.choose.lands import for_child, sums_of
from vyrai.choose.model import Link, Mark, Range, RightFrom, Row
from vyrai.cli._cites import Cites
from vyrai.cli._paper import Paper
from vyrai.cli._text_open import barred, changed, unknown
from vyrai.words import N_, Words
from vyrai.words.belonging import briefly
from vyrai.words.parting import crossings, red_line
from vyrai.words.planning import as_planned

SIGNS = {"open": "+", "perhaps": "?", "closed": "x"}
_WIDE = 18


def title(row: Row, w: Words) -> str:
    """The chain by the names of its routes."""
    return f"{w.text(row.title)}: " + " > ".join(w.text(link.title) for link in row.chain)


class Ways:
    """Tells the ways of one answer, and does not repeat what the way before has just said."""

    def __init__(self, paper: Paper, words: Words, cites: Cites, labels: Mapping[str, str]) -> None:
        self.tells_best = True
        self.children: tuple[str, ...] = ()
        self.paper, self.words, self.cites, self.labels = paper, words, cites, labels
        self._before: dict[str, str] = {}
        self._told: set[str] = set()
        self._open: set[tuple[str, str]] = set()

    def place(self) -> None:
        """Another country begins: nothing has been said of it."""
        self._before, self._open, self._told = {}, set(), set()

    def way(self, row: Row) -> None:
        """A way in full."""
        w, paper = self.words, self.paper
        notes = [w("nothing here beats it on what is known")] if row.unbeaten and self.tells_best else []
        if row.later:
            notes.append(w("a way to stay on, once you came in another way"))
        if row.mark is not None:
            notes += _written(row, row.mark, w)
        paper.line()
        paper.para(f"{SIGNS[row.way]} {title(row, w)}", 0, 2, "bold")
        if notes:
            paper.para(f"({'; '.join(notes)})", 2)
        self.crossed(row)
        for link in row.chain:
            self._link(link)
        same = []
        for label, tell in FIELDS.items():
            said = tell(self, row)
            if not said:
                continue
            if self._before.get(label) == said:
                same.append(w(label))
                continue
            self._before[label] = said
            paper.field(w(label), said, 2, _WIDE)
        if same:
            paper.field(w("As above"), w.list(same), 2, _WIDE)
        new = [one for one in row.open if (one.item, one.reason) not in self._open]
        if len(new) < len(row.open):
            paper.field(w("Unknown"), w("as above, and:") if new else w("as above"), 2, _WIDE)
        elif new:
            paper.line("  " + w("Unknown"))
        unknown(paper, new, w, self.cites, 4)
        self._open |= {(one.item, one.reason) for one in new}

    def crossed(self, row: Row) -> None:
        """The red lines that the way in crosses, or perhaps crosses."""
        for sure, text in crossings(self.words, row.crosses or (), self.labels):
            self.paper.field(red_line(self.words, sure), text, 2, _WIDE)

    def _link(self, link: Link) -> None:
        """A link: the verdict on its day, the door, whom it covers."""
        w, paper = self.words, self.paper
        said = [w.conditions(link.conditions), w.doorway(link.door.states, link.door.whom)]
        if link.door.why is not None:
            said[-1] += f" ({w.reason(link.door.why)})"
        if link.after is not None:
            said.append(w("only once the way before it is granted"))
            said.append(w("filed on {date} at the earliest", date=w.date(link.on)))
        if link.until is not None and link.way != "perhaps":
            said.append(w("this answer surely holds until {date}", date=w.date(link.until)))
        if link.lasts is not None:
            said.append(w("lasts {range}", range=w.range(link.lasts)))
        for members, text in (
            (link.left_out, w("leaves out {names}")),
            (link.unsure, w("unsure for {names}")),
        ):
            if members and link.verdict != "not met":
                said.append(text.format(names=w.list([self.labels.get(one, one) for one in members])))
        told = f"{w.text(link.title)}: {'; '.join(said)}{self.cites.of(link.door.facts)}"
        if told in self._told:
            paper.item(w("{title}: as above", title=w.text(link.title)), 2)
            return
        self._told.add(told)
        paper.item(told, 2)
        for words in link.door.texts:
            paper.para(w.text(words), 6)
        for shut in barred(link.blockers, self.labels, w, self.cites):
            paper.item(shut, 4, "x")
        if link.to_do is not None:
            paper.item(f"{w('What you can do about it within days')}: {changed(link.to_do, w)}", 4, "!")

    def safety(self, row: Row) -> str:
        """Weeks until the family is safe."""
        known = self.words.range(row.weeks_to_safety) + self.cites.of(row.weeks_to_safety.facts)
        planned = as_planned(self.words, row.planned, row.weeks_to_safety.lo)
        if row.planned is None or not planned:
            return known
        return f"{known}; {planned}{self.cites.of(row.planned.facts)}"

    def work(self, row: Row) -> str:
        """When work is lawful."""
        return self.right(row.weeks_to_work)

    def profession(self, row: Row) -> str:
        """When the own profession is."""
        return self.right(row.weeks_to_profession)

    def school(self, row: Row) -> str:
        """When school opens."""
        groups: dict[str, list[str]] = {}
        for one in row.school:
            groups.setdefault(self.right(one), []).append(one.member or "")
        if len(groups) == 1:
            return next(iter(groups))
        return "; ".join(f"{self.words.list(names)}: {said}" for said, names in groups.items())

    def care(self, row: Row) -> str:
        """What opens for children with needs; what nobody knows is said to be unwritten."""
        w = self.words
        rights = for_child(row, self.children)
        known = [f"{w.text(one.title)}: {self.right(one)}" for one in rights if one.state != "unknown"]
        unknown = [w.text(one.title) for one in rights if one.state == "unknown"]
        if unknown:
            known.append(w("{what}: nobody has written this down yet", what=w.list(unknown)))
        return "; ".join(dict.fromkeys(known))

    def months(self, row: Row) -> str:
        """What children with needs have in the months after arrival, by the best way into a country."""
        w, labels = self.words, self.labels
        titles = {one.kind: labels.get(f"kind:{one.kind}", one.kind) for one in row.months}
        told = []
        for member, scores in groupby(row.months, lambda one: one.member):
            mine = list(scores)
            facts = tuple(fact for one in mine for fact in one.paper.facts)
            told.append(f"{member}: {' '.join(briefly(w, mine, titles))}{self.cites.of(facts, 2)}")
        return " ".join(told)

    def sums(self, row: Row) -> str:
        """Money that the conditions name, beside fees."""
        return "; ".join(
            f"{self.words.text(one.title)}, {self.words.range(one.value)}{self.cites.of([one.fact])}"
            for one in sums_of(row)
        )

    def right(self, found: RightFrom) -> str:
        """When a right opens."""
        w = self.words
        when = None if found.weeks is None else _when(found.weeks, w)
        if when in (None, w("unknown")):
            when = w.state(found.state) if found.state != "unknown" else w("unknown")
            if found.state in ("yes", "limited"):
                when = w("{opens}, when is unknown", opens=when)
        elif found.state == "unknown":
            when = w("unknown; if it opens: {when}", when=when)
        elif found.state == "limited":
            when = w("in part: {when}", when=when)
        note = w.text(found.note)
        return (f"{when}; {note}" if note else str(when)) + self.cites.of(found.facts, 4)

    def money(self, row: Row) -> str:
        """What is needed before the first pay, what there is, what is left or short."""
        w, money = self.words, row.money
        said = [
            w("needed before the first pay: {range}", range=w.range(money.needed)),
            w("you have {range}", range=w.range(money.savings)),
            w("left (or short, if less than 0): {range}", range=w.range(money.spare)),
        ]
        if money.missing:
            own = {"rent": w("rent"), "living": w("food and other needs")}
            names = [own.get(one) or self._missing(one) for one in dict.fromkeys(money.missing)]
            said.append(w("not in the sum: {names}", names=w.list(names)))
        return "; ".join(said) + self.cites.of(money.needed.facts, 4)

    def _missing(self, name: str) -> str:
        """A sum that is missing, by the title of its fact, not by its id."""
        if name.startswith("rate."):
            return self.words("an exchange rate")
        return self.cites.title(name) or name

    def danger(self, row: Row) -> str:
        """The most dangerous step on the way, and who learns the name."""
        w, danger = self.words, row.danger_way
        said = [w.range(danger.level)]
        if danger.who_learns:
            said.append(w("your name is learnt by: {who}", who=w.once(danger.who_learns)))
        return "; ".join(said) + self.cites.of(danger.facts, 4)

    def leads(self, row: Row) -> str:
        """What follows once the family is safe."""
        names = {link.route: self.words.text(link.title) for link in row.chain}
        names |= self.labels
        return self.words.list([names.get(one, one) for one in row.leads_to])

    def blocked(self, row: Row) -> None:
        """A closed way: its name, what stands in the way, on whose word."""
        w, said = self.words, list[str]()
        for link in row.chain:
            if link.door.states == ("closed",):
                said.append(w.doorway(link.door.states) + self.cites.of(link.door.facts, 2))
            said += barred(link.blockers[:2], {}, w, self.cites, plain=True)
        self.paper.item(f"{title(row, w)}. {w('In the way:')} {'; '.join(said) or w('unknown')}", 0, "x")


FIELDS: dict[str, Callable[[Ways, Row], str]] = {
    N_("To safety"): Ways.safety,
    N_("Lawful work"): Ways.work,
    N_("Own profession"): Ways.profession,
    N_("School"): Ways.school,
    N_("Child with needs"): Ways.care,
    N_("Its first months"): Ways.months,
    N_("Money"): Ways.money,
    N_("Sums it names"): Ways.sums,
    N_("Danger on the way"): Ways.danger,
    N_("Leads on to"): Ways.leads,
}


def _written(row: Row, mark: Mark, w: Words) -> list[str]:
    """What the family wrote beside the way, and until when it can be left so."""
    said = [w.mark(mark.mark)]
    if mark.keeps_open:
        said.append(w("kept open, in your words, by “{what}”", what=mark.keeps_open))
    if mark.until:
        said.append(w("your date: {date}", date=w.date(mark.until)))
    if mark.stands and row.way != "perhaps":
        said.append(w("this answer surely holds until {date}", date=w.date(mark.stands)))
    return said


def _when(weeks: Range, w: Words) -> str:
    return w("at once") if weeks.hi == 0 else w.range(weeks)


def brief(paper: Paper, links: Iterable[Link], labels: Mapping[str, str], w: Words, cites: Cites) -> None:
    """Routes apart from any chain, each in a few lines; what the one before has said is not repeated."""
    before: object = None
    for link in links:
        state = f"{w.way(link.way)}; {w.doorway(link.door.states, link.door.whom)}"
        paper.item(f"{w.text(link.title)}: {state}{cites.of(link.door.facts, 2)}", 0, SIGNS[link.way])
        said = barred(link.blockers, labels, w, cites)[:2]
        if said and said == before:
            said = [w("as above")]
        else:
            before = said
        for one in said:
            paper.item(one, 4, "x")
        for sure, text in crossings(w, link.crosses or (), labels):
            paper.item(f"{red_line(w, sure)}: {text}", 4, "!")
        if link.way != "closed":
            if link.to_do is not None:
                paper.item(f"{w('What you can do about it within days')}: {changed(link.to_do, w)}", 4, "!")
            unknown(paper, link.open, w, cites, 4, 2)
