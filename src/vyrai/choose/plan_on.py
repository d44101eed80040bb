"""Plans into a country as every face is told them."""

from __future__ import annotations

from vyrai.choose.mending import HopelessOn, RemedyOn
from vyrai.choose.model import Basis, Crossing, Record, SourceOn, Taken, Text, Way
from vyrai.choose.monthly import LackingOn, MonthlyOn, WageOn
from vyrai.choose.reacting import ReactingOn
from vyrai.choose.refusals import RefusalOn
from vyrai.choose.shut import ClosedOn
from vyrai.choose.step_on import StepOn
from vyrai.choose.unkept import UnkeptOn
from vyrai.reach import Firsts, Lives


class GivesUp(Record, frozen=True, kw_only=True):
    """By how much a plan is behind the best of all in one objective, in the objective's own unit."""

    objective: str
    by: int


class LivedOn(Record, frozen=True, kw_only=True):
    """A plan lived through. lives: what became of it; reserve: savings kept untouched so that the risk that
    the family bears holds; spare: days of the papers that lapsed which it leaves unused for that;
    holds: it does. enough: a sum more from the first day, in whole buckets, with which its money runs out no
    more often than the family bears.
    """

    lives: Lives
    reserve: int
    holds: bool
    spare: int
    enough: int


class KeptOn(Record, frozen=True, kw_only=True):
    """A home and food from the state. on: from which day living costs nothing for it; None: it is given in
    part or to some, and is not counted.
    """

    on: str | None
    note: Text | None
    facts: tuple[str, ...]


class PlanOn(Record, frozen=True, kw_only=True):
    """One plan.

    also: routes of other ways whose papers it uses, to leave with for example; verdict and hangs_on count
    them too. hangs_on: what of its way is not known; rounds: draws and rounds of it that decide later,
    for which no day is reckoned; one whose months are known stands with its step. asks_after_entry: it
    comes in by another way and asks for protection then. best: what it is best in of all that nothing surely
    beats. beaten_by: numbers (from one) of plans that are no worse in any bucket and better in one, by what
    is known: the front over all ways has none. red_lines: of the family that its way crosses. comes_to:
    days to safety, sum of fees, chance cost, danger points, quality points that are missing (of 100).
    at_least: objectives that can only be told as a least, because something of a step is not known. kept:
    what the state gives of a home and food. lacking: the plan holds only with this sum more, and reckons as
    if it were there from the first day. waits: days longer than its steps need, for the money to last.
    refusals: what comes after each that it may meet, of the plans that
    are shown; None where nobody looked.
    """

    way: tuple[str, ...]
    also: tuple[str, ...]
    verdict: Way
    hangs_on: tuple[Text, ...]
    rounds: tuple[Text, ...]
    asks_after_entry: bool
    pays: bool
    best: tuple[str, ...]
    gives_up: tuple[GivesUp, ...]
    beaten_by: tuple[int, ...]
    red_lines: tuple[Crossing, ...]
    comes_to: dict[str, int]
    bucketed: dict[str, int]
    at_least: tuple[str, ...]
    refusals_unknown: int
    kept: KeptOn | None
    lacking: LackingOn | None
    waits: int
    lived: LivedOn | None
    steps: tuple[StepOn, ...]
    refusals: tuple[RefusalOn, ...] | None


class Planning(Record, frozen=True, kw_only=True):
    """Plans into a country.

    shown: so many of `plans` are shown first. proven: on likely durations nothing better exists; sure:
    the objectives over which that is shown: all, the first three, or none. buckets: how fine each
    objective is told, within which plans count as equal. savings: None where nobody said what there is:
    then money binds no plan. there: the family is in the country already. children: it has a child.
    empty: ways that have no plan with this money and time; without: what would make one; hopeless: of those
    that nothing makes, why, where it is known. closed: where
    every way is closed, what closes each. crossed: ways that the family crossed out and that are not in
    the plans; crossed_out: it crossed out the country. unkept: days that it was given and that no plan keeps.
    bound: what it was granted already shuts or binds to, with the fact.
    living: what a month there costs. home: for each
    child whether somebody may take it if the parents cannot come home. leaving: what may stop them at the
    border where they live and nobody has answered; barred: what surely does, by what they have said: no plan
    is then called safest. firsts: what can be begun now, ranked by the ways that
    it keeps open, with what is lost by waiting one, four and eight weeks; and what is done before
    leaving, by what closes first. left: ways that were not looked at to the end, because somebody stopped
    the search. reacting: what it is worth to react to refusals, where the family supposed how often there
    are some. unmade: papers that no step of the atlas makes. unknown: what is not known of the whole; of
    a rate that is not known its fact.
    """

    format: int = 1
    basis: Basis
    country: str
    title: Text
    start: str
    horizon: int
    there: bool
    children: bool
    currency: str
    savings: int | None
    reserve: int
    buckets: dict[str, int]
    living: MonthlyOn
    wage: WageOn | None
    proven: bool
    sure: tuple[str, ...]
    risk: float
    shown: int
    home: tuple[Taken, ...]
    leaving: tuple[Text, ...]
    barred: tuple[ClosedOn, ...]
    firsts: Firsts | None
    reacting: ReactingOn | None
    plans: tuple[PlanOn, ...]
    empty: tuple[tuple[str, ...], ...]
    crossed: tuple[tuple[str, ...], ...]
    crossed_out: bool
    unkept: tuple[UnkeptOn, ...]
    bound: tuple[tuple[Text, str | None], ...]
    closed: tuple[ClosedOn, ...]
    without: tuple[RemedyOn, ...]
    hopeless: tuple[HopelessOn, ...]
    left: tuple[tuple[str, ...], ...]
    unmade: tuple[str, ...]
    unknown: tuple[str, ...]
    sources: dict[str, tuple[SourceOn, ...]]
    labels: dict[str, Text]
