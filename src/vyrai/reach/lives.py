"""Simulated lives: what becomes of one plan when offices are slow, refuse, and papers lapse.

A plan is proven on likely days. Here it is lived ten thousand times: every time with days drawn anew (`_luck`
says from what and why), refusals tried again, then another way to the same paper, lapsed papers made again,
people who cannot be in two places, and the money counted on the days that came. What nobody knows is not
drawn: it is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import compress
from math import sqrt
from operator import mul

import msgspec

from vyrai.reach._alike import all_lives
from vyrai.reach._life import Played, Player
from vyrai.reach._luck import Luck
from vyrai.reach._many import Many
from vyrai.reach._stage import FAR, Stage
from vyrai.reach.problem import Plan, Problem, Step

LIVES = 10_000
SEED = 2026
RISK = 0.1
"""The share of lives in which a family bears that money runs out, a paper lapses, or something that the way
leads to is not reached, unless it says other.
"""


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base: published whole, nothing left out."""


class Rules(_Record, frozen=True, kw_only=True):
    """How people go on in a life.

    tries: how often a step is asked for in all when it is refused, `wait` days after each refusal; each try
    takes its time and its fee and is judged afresh (in truth a second refusal is likelier: nothing states by
    how much). remakes: how often a lapsed paper is made again in one life, with time and fee. fallbacks:
    another step that makes the same papers from what the plan has is taken when all tries are refused or it
    cannot be done any more. keep_dates: no step starts before its planned day (the sooner a paper is made,
    the sooner it lapses). The family leaves a place only when what must be attended there is attended, and
    what may be refused there is granted.
    """

    tries: int = 3
    wait: int = 30
    remakes: int = 2
    fallbacks: bool = True
    keep_dates: bool = True


class Share(_Record, frozen=True, kw_only=True):
    """A share of the lives and its standard error, never nought: that none of n lives did is not "never"."""

    share: float
    error: float


class Days(_Record, frozen=True, kw_only=True):
    """Days by which half, 80 % and 95 % of all lives had got there; None: fewer did by the horizon."""

    p50: int | None
    p80: int | None
    p95: int | None


class Shortfall(_Record, frozen=True, kw_only=True):
    """How much is lacking in the worst month of those lives that run out of money (None: none does). enough:
    the least sum more, from the first day, with which no greater share of lives runs out than the family
    bears.
    """

    mean: int | None
    p90: int | None
    enough: int


class Month(_Record, frozen=True, kw_only=True):
    """Savings left at the end of a month: one life in ten has no more than p10, half no more than p50."""

    month: int
    p10: int
    p50: int
    p90: int


class Critical(_Record, frozen=True, kw_only=True):
    """Of the lives that end in safety, the share in which the step is on the longest chain to it."""

    step: str
    share: Share


class Lives(_Record, frozen=True, kw_only=True):
    """What becomes of a plan.

    never_safe: not safe by the horizon. failed: some goal was not reached by the horizon. short: savings fall
    below nought in some month; money lacking is counted on, as if lent. expired: a paper lapsed before it was
    used; lapsed: such papers. unknown: what is not known of the steps that were lived, fallbacks too, by
    kind, with the steps; those of whom nobody knows how often they are "refused" were granted in every life.
    at_least: the days of some step are only a least, so days are told as "at least", and the risks that hang
    on days as well.
    """

    lives: int
    seed: int
    rules: Rules
    safe: Days
    work: Days | None
    never_safe: Share
    failed: Share
    short: Share
    shortfall: Shortfall
    expired: Share
    lapsed: tuple[str, ...]
    savings: tuple[Month, ...]
    critical: tuple[Critical, ...]
    unknown: dict[str, tuple[str, ...]]
    at_least: bool


def simulate(
    problem: Problem,
    plan: Plan,
    lives: int = LIVES,
    seed: int = SEED,
    rules: Rules | None = None,
    luck: Luck | None = None,
    risk: float = RISK,
) -> Lives:
    """Live a plan. `luck`: the draws of an earlier call with the same seed and lives, so as not to draw them
    again. risk: the share of lives, 0 to 1, in which the family bears that money runs out.
    """
    rules = rules or Rules()
    luck = luck or Luck(seed, lives)
    if (luck.seed, luck.lives) != (seed, lives):
        raise ValueError("this luck is of another seed or number of lives")
    stage = Stage(problem, plan, rules.keep_dates, rules.fallbacks)
    player = Player(stage, luck, rules.tries, rules.wait, rules.remakes)
    return _tell(player, *all_lives(player, luck), seed, rules, risk)


def share(count: int, of: int) -> Share:
    """A share with its standard error, as if two lives more had gone either way (Agresti and Coull 1998)."""
    near = (count + 2) / (of + 4)
    return Share(share=round(count / of, 4), error=round(sqrt(near * (1 - near) / (of + 4)), 4))


def _days(days: Sequence[int], counts: Sequence[int]) -> Days:
    """Over all lives: those that never get there count as later than every day."""
    many = Many([FAR if day < 0 else day for day in days], counts)
    p50, p80, p95 = (None if day == FAR else day for day in map(many.within, (50, 80, 95)))
    return Days(p50=p50, p80=p80, p95=p95)


def _enough(worst: Sequence[int], counts: Sequence[int], risk: float) -> int:
    """The least sum more with which no greater share of lives lacks more. worst: what each lacks in its worst
    month, below nought what is left then.
    """
    short, bearable = 0, risk * sum(counts)
    for lack, count in sorted(zip(worst, counts, strict=True), reverse=True):
        short += count
        if short > bearable or lack <= 0:
            return max(0, lack)
    return 0


def _tell(
    player: Player, played: list[Played], counts: list[int], seed: int, rules: Rules, risk: float
) -> Lives:
    stage, fallen_back, lives = player.stage, sorted(player.fallen_back), sum(counts)
    safe, work, left, expired, failed, chains = zip(*played, strict=True)
    paths: defaultdict[tuple[int, ...], int] = defaultdict(int)
    for path, count in zip(map(tuple, left), counts, strict=True):
        paths[path] += count
    worst, often = [-min(path) for path in paths], [*paths.values()]
    short = [sum_ > 0 for sum_ in worst]
    lacking, lack = [*compress(worst, short)], [*compress(often, short)]
    bands = [Many(month, often) for month in zip(*paths, strict=True)]
    chained: Counter[int] = Counter()
    for chain, count in zip(chains, counts, strict=True):
        chained[chain] += count
    critical: Counter[int] = Counter()
    for chain, count in chained.items():
        for slot in range(stage.size):
            if chain >> slot & 1:
                critical[slot] += count
    safes = _count(counts, (day >= 0 for day in safe))
    unknown = _unknown([stage.problem.steps[at] for at in (*stage.steps, *fallen_back)])
    return Lives(
        lives=lives,
        seed=seed,
        rules=rules,
        safe=_days(safe, counts),
        work=_days(work, counts) if stage.work >= 0 else None,
        never_safe=share(lives - safes, lives),
        failed=share(_count(counts, failed), lives),
        short=share(sum(lack), lives),
        shortfall=Shortfall(
            mean=round(sum(map(mul, lacking, lack)) / sum(lack)) if lacking else None,
            p90=Many(lacking, lack).within(90) if lacking else None,
            enough=_enough(worst, often, risk),
        ),
        expired=share(_count(counts, expired), lives),
        lapsed=stage.papers(player.lapsed),
        savings=tuple(
            Month(month=month, p10=band.within(10), p50=band.within(50), p90=band.within(90))
            for month, band in enumerate(bands)
        ),
        critical=tuple(
            Critical(step=stage.net.ids[step], share=share(critical[slot], safes))
            for slot, step in enumerate(stage.steps)
            if safes
        ),
        unknown=unknown,
        at_least="days" in unknown,
    )


def _count(counts: Sequence[int], of: Iterable[bool]) -> int:
    """Of all lives, those of which it is so."""
    return sum(compress(counts, of))


def _unknown(steps: Iterable[Step]) -> dict[str, tuple[str, ...]]:
    """What nobody knows of steps, by kind."""
    found: dict[str, list[str]] = {}
    for step in steps:
        kinds = dict.fromkeys([*step.unknown, *(("refused",) if step.refused is None else ())])
        for kind in kinds:
            found.setdefault(kind, []).append(step.id)
    return {kind: tuple(found[kind]) for kind in sorted(found)}
