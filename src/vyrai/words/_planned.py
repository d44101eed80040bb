"""What the words of plans are told of: records of the engine, by the fields that are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from vyrai.words._acts import ActOf, DecidedOf, OnceOf, OutOf
from vyrai.words._hopeless import HopelessOf
from vyrai.words._lived import LivedOf, ReactingOf
from vyrai.words._locked import LockedOf
from vyrai.words._monthly import LackingOf, LivingOf
from vyrai.words._words import Bounds


class StepOf(ActOf, Protocol):
    """A step of a plan."""

    @property
    def kind(self) -> str:
        """What it is: a step of the atlas or a mark."""

    @property
    def title(self) -> Mapping[str, str] | None:
        """Its words."""

    @property
    def id(self) -> str:
        """Its name in the plan."""

    @property
    def step(self) -> str | None:
        """Its name in the atlas."""

    @property
    def on(self) -> str:
        """Its first day."""

    @property
    def until(self) -> str:
        """The day on which it is over, on likely times."""

    @property
    def days(self) -> tuple[int, int, int]:
        """Least, likely and most days."""

    @property
    def by_law(self) -> Bounds | None:
        """The time that the law gives."""

    @property
    def not_before(self) -> str | None:
        """Begun sooner, what it makes would have run out."""

    @property
    def not_after(self) -> str | None:
        """The last day on which it may begin."""

    @property
    def given(self) -> bool:
        """Whether its day is one that the family was given."""

    @property
    def unsure(self) -> bool:
        """Whether what such a day needs may not be ready by then."""

    @property
    def lasts(self) -> Bounds | None:
        """How long the paper holds that is reached."""

    @property
    def missed(self) -> str | None:
        """The day that the family was given and that this plan does not keep."""

    @property
    def usual(self) -> Bounds | None:
        """What an office took on average or as a rule."""

    @property
    def who(self) -> tuple[str, ...]:
        """Who must come, by alias."""

    @property
    def left(self) -> tuple[str, ...]:
        """Children who need not come, by alias."""

    @property
    def minders(self) -> tuple[str, ...]:
        """Adults who need not come, by alias."""

    @property
    def leaves(self) -> bool:
        """Whether it is the way out."""

    @property
    def ways_out(self) -> Sequence[OutOf]:
        """Of a way out that one, then what else is open with the same papers."""

    @property
    def moves(self) -> bool:
        """Whether the family crosses by it."""

    @property
    def fee(self) -> int:
        """What is paid."""

    @property
    def locked(self) -> LockedOf | None:
        """What is put aside beside the fee."""

    @property
    def price_may_differ(self) -> bool:
        """Whether its fee, or what is put aside, is known for today and not for its day."""

    @property
    def refusable(self) -> bool:
        """Whether it may be refused."""

    @property
    def again(self) -> bool:
        """Whether what was refused is asked anew from it on."""

    @property
    def refused(self) -> float | None:
        """The share of others that was refused, 0 to 1; None: nobody counts."""

    @property
    def once(self) -> OnceOf | None:
        """How often others were refused, counted too long ago to reckon with."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """What of it is not known."""

    @property
    def decided(self) -> DecidedOf | None:
        """The round of known months that it ends with."""

    @property
    def season(self) -> Sequence[int]:
        """The months of the year in which it may be begun; none: in all."""

    @property
    def closes(self) -> Sequence[tuple[Mapping[str, str], str | None]]:
        """What its route shuts elsewhere or binds to from it on, with the fact."""

    @property
    def uses(self) -> Sequence[tuple[str, int | None]]:
        """Papers, and the place of the step that makes each."""


class ClosedOf(Protocol):
    """A way that is closed."""

    @property
    def way(self) -> Sequence[str]:
        """Its routes up to the closed one."""

    @property
    def door(self) -> bool:
        """Whether nobody is taken."""

    @property
    def wordings(self) -> Sequence[Mapping[str, str]]:
        """What is asked and is not so."""


class BeginsOf(Protocol):
    """What a plan begins with that has nothing to be begun at once."""

    @property
    def lacks(self) -> Sequence[str]:
        """Papers that nobody tells how to get."""

    @property
    def on(self) -> str | None:
        """The day of its first step; None: the first day."""

    @property
    def steps(self) -> Sequence[StepOf]:
        """The first step, or what is dangerous of the way out."""


class LossOf(Protocol):
    """By how much a plan is behind the best."""

    @property
    def objective(self) -> str:
        """In what."""

    @property
    def by(self) -> int:
        """By how much."""


class KeptOf(Protocol):
    """A home and food from the state."""

    @property
    def on(self) -> str | None:
        """From which day living costs nothing."""

    @property
    def note(self) -> Mapping[str, str] | None:
        """What is given, and to whom."""


class RedLineOf(Protocol):
    """A red line of the family that a way crosses."""

    @property
    def title(self) -> Mapping[str, str]:
        """Its words."""

    @property
    def sure(self) -> bool:
        """Whether it surely does."""


class PlanOf(Protocol):
    """A plan."""

    @property
    def way(self) -> Sequence[str]:
        """The routes of its way."""

    @property
    def also(self) -> Sequence[str]:
        """Routes of other ways whose papers it uses."""

    @property
    def lived(self) -> LivedOf | None:
        """What became of it in simulated lives."""

    @property
    def rounds(self) -> Sequence[Mapping[str, str]]:
        """Draws and rounds of its way that decide later."""

    @property
    def asks_after_entry(self) -> bool:
        """Whether it comes in first and asks for protection then."""

    @property
    def hangs_on(self) -> Sequence[Mapping[str, str]]:
        """What of its way is not known."""

    @property
    def pays(self) -> bool:
        """Whether somebody may work on it."""

    @property
    def waits(self) -> int:
        """Days longer than its steps need, for the money to last."""

    @property
    def lacking(self) -> LackingOf | None:
        """The sum without which it does not hold."""

    @property
    def kept(self) -> KeptOf | None:
        """What the state gives of a home and food."""

    @property
    def best(self) -> tuple[str, ...]:
        """What it is best in."""

    @property
    def gives_up(self) -> Sequence[LossOf]:
        """Where it is behind the best of all plans."""

    @property
    def red_lines(self) -> Sequence[RedLineOf]:
        """Red lines of the family that it crosses."""

    @property
    def beaten_by(self) -> Sequence[int]:
        """Numbers of plans that are no worse in anything and better in something."""

    @property
    def comes_to(self) -> Mapping[str, int]:
        """What it comes to."""

    @property
    def bucketed(self) -> Mapping[str, int]:
        """The same in steps within which plans count as equal."""

    @property
    def at_least(self) -> tuple[str, ...]:
        """What is only a least."""

    @property
    def refusals_unknown(self) -> int:
        """Of how many steps nobody knows how often they are refused."""

    @property
    def steps(self) -> Sequence[StepOf]:
        """Its steps."""


class WageOf(Protocol):
    """The lowest pay a month."""

    @property
    def monthly(self) -> int:
        """The sum."""

    @property
    def facts(self) -> tuple[str, ...]:
        """What says so."""


class RemedyOf(Protocol):
    """A change that makes a plan."""

    @property
    def hangs_on(self) -> Sequence[Mapping[str, str]]:
        """What of its way is not known, and this does not mend."""

    @property
    def sum(self) -> int | None:
        """A sum more."""

    @property
    def by(self) -> str | None:
        """The last day for it."""

    @property
    def weeks(self) -> int | None:
        """Weeks of work for the lowest pay at home that come to the sum."""

    @property
    def paper_titles(self) -> Sequence[Mapping[str, str]]:
        """Papers in hand."""

    @property
    def days(self) -> int | None:
        """Days more."""

    @property
    def inside(self) -> Sequence[Mapping[str, str]] | None:
        """To be in the country already, and what is done there first."""


class UnkeptOf(Protocol):
    """A day that the family was given and that no plan keeps."""

    @property
    def title(self) -> Mapping[str, str]:
        """The step."""

    @property
    def on(self) -> str:
        """The day."""

    @property
    def why(self) -> str:
        """Over, or too early."""

    @property
    def other(self) -> Mapping[str, str] | None:
        """What else is on that day."""


class FoundOf(Protocol):
    """All plans into a country."""

    @property
    def start(self) -> str:
        """Its first day."""

    @property
    def risk(self) -> float:
        """The share of lives in which the family bears that something goes wrong."""

    @property
    def title(self) -> Mapping[str, str]:
        """The country."""

    @property
    def reacting(self) -> ReactingOf | None:
        """What it is worth to react to refusals."""

    @property
    def crossed_out(self) -> bool:
        """Whether the family crossed out the country."""

    @property
    def bound(self) -> Sequence[tuple[Mapping[str, str], str | None]]:
        """What the family was granted already shuts or binds to."""

    @property
    def unkept(self) -> Sequence[UnkeptOf]:
        """Days that the family was given and that no plan keeps."""

    @property
    def crossed(self) -> Sequence[tuple[str, ...]]:
        """Ways that the family crossed out."""

    @property
    def there(self) -> bool:
        """Whether the family is there already."""

    @property
    def currency(self) -> str:
        """In what sums are told."""

    @property
    def savings(self) -> int | None:
        """What the family has."""

    @property
    def reserve(self) -> int:
        """What must always be left."""

    @property
    def living(self) -> LivingOf:
        """What a month there costs."""

    @property
    def wage(self) -> WageOf | None:
        """The lowest pay at home, where a sum is told as weeks of work."""

    @property
    def proven(self) -> bool:
        """Whether the search was finished."""

    @property
    def barred(self) -> Sequence[ClosedOf]:
        """What surely stops the family at the border."""

    @property
    def leaving(self) -> Sequence[Mapping[str, str]]:
        """What may stop them at the border where they live."""

    @property
    def sure(self) -> Sequence[str]:
        """The objectives over which nothing better exists."""

    @property
    def children(self) -> bool:
        """Whether the family has a child."""

    @property
    def shown(self) -> int:
        """How many plans are shown first."""

    @property
    def hopeless(self) -> Sequence[HopelessOf]:
        """Why no change makes a plan of some."""

    @property
    def empty(self) -> Sequence[Sequence[str]]:
        """Ways without a plan."""

    @property
    def left(self) -> Sequence[tuple[str, ...]]:
        """Ways that were not searched."""

    @property
    def plans(self) -> Sequence[PlanOf]:
        """The plans."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """What is not known of the whole."""

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """Words by id."""
