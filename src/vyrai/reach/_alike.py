"""Lives that are the same are played once.

Those that meet the same luck at the first try of every step, and need no second, are one life. And how long
the last wait of a plan takes, on which nothing hangs but its last mark, decides only whether that mark comes
in time: where it does with the longest of such waits it does with all, and where it does not with the
shortest, with none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from vyrai.reach._life import Played, Player
from vyrai.reach._luck import Luck
from vyrai.reach._net import ANY, HOME, TRANSIT
from vyrai.reach._stage import Stage

_FEW = 3
"""With so many waits that differ from life to life, and no more, many lives begin alike."""


def all_lives(player: Player, luck: Luck) -> tuple[list[Played], list[int]]:
    """Lives, and how many went like each."""
    stage = player.stage
    every = [(slot, luck.met(act.step, 0)) for slot, act in enumerate(player.first_acts) if act is not None]
    drawn = {slot: days for slot, (days, differ) in every if differ}
    last = max((slot for slot in drawn if _last(stage, slot)), key=lambda slot: max(drawn[slot]), default=-1)
    ends = drawn.pop(last, [0] * luck.lives)
    # Lives that have met the same luck so long follow each other: they are played from there on.
    asked = [drawn[slot] for slot in sorted(drawn, key=lambda slot: (stage.planned[slot], slot))]
    if min(ends) < 0:
        asked.append([min(days, 0) for days in ends])  # refused
    player.keeps = len(asked) <= _FEW
    alike: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for life, key in enumerate(zip(*asked, strict=True)):
        alike[key].append(life)
    if not asked:
        alike[()] = [*range(luck.lives)]
    played: list[Played] = []
    counts: list[int] = []
    for _, lives in sorted(alike.items()):
        some = _played(player, lives, ends) if len(lives) > 1 else ((player.play(lives[0]), 1),)
        for one, count in some:
            if played and one is played[-1]:
                counts[-1] += count
            else:
                played.append(one)
                counts.append(count)
    return played, counts


def _played(player: Player, lives: Sequence[int], ends: Sequence[int]) -> Iterator[tuple[Played, int]]:
    """Lives that differ in their last wait at the most."""
    lives = sorted(lives, key=ends.__getitem__)
    slowest = player.play(lives[-1])
    if player.tried_again:
        yield from ((player.play(life), 1) for life in lives)
    elif ends[lives[0]] == ends[lives[-1]] or not slowest.failed:
        yield slowest, len(lives)
    else:
        late = bisect_left(lives, True, key=lambda life: player.play(life).failed)
        yield slowest, len(lives) - late
        if late:
            yield player.play(lives[0]), late


def _last(stage: Stage, slot: int) -> bool:
    """Whether nothing hangs on how long a slot takes but the day of a last mark of the plan."""
    if len(stage.users[slot]) != 1 or slot in stage.goals:
        return False
    (mark,) = stage.users[slot]
    end, act = stage.acts[mark][0], stage.acts[slot][0]
    moves, gain, locked, income, _ = end.effects
    # What lapses while the mark waits is made again, and what holds the family at home keeps it there.
    plain = not (end.who or end.fee or end.windows or end.fragile or gain or locked or income)
    last = mark != stage.safe and not stage.users[mark]
    waits = act.effects[:2] == (ANY, 0) and act.effects[3] is None
    away = end.place not in (HOME, TRANSIT) and act.place not in (HOME, TRANSIT)
    return plain and moves == ANY and last and waits and away
