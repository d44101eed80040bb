"""Ways of weighing, drawn and counted, on tables of whole numbers."""

from __future__ import annotations

import itertools
from math import sqrt
from operator import mul
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vyrai.choose._draws import FULL, PARTS, TOP, Counted, Ranged, confidence, count, weights

NAMES = ("a", "b", "c")
SAMPLES = 400
CLOSE = 5 * 0.5 / sqrt(SAMPLES)
"""Five standard errors: what two counts that should be alike may differ by."""
Rows = dict[str, tuple[Ranged, ...]]

values = st.integers(0, 4).map(lambda step: step * FULL // 4)
ranges = st.tuples(values, values).map(lambda ends: (min(ends), max(ends)))
known = values.map(lambda value: (value, value))


def tables(cell: st.SearchStrategy[Ranged], least: int = 1) -> st.SearchStrategy[Rows]:
    row = st.tuples(*[cell] * len(NAMES))
    return st.dictionaries(st.sampled_from("pqrst"), row, min_size=least, max_size=5)


def counted(
    table: Rows, names: tuple[str, ...] = NAMES, samples: int = SAMPLES, seed: str = "s"
) -> dict[str, Counted]:
    drawn = weights(names, frozenset(), seed, samples)
    return count(table, drawn, names, seed, samples)


# -- weights ------------------------------------------------------------------------------------------------


@given(st.sets(st.sampled_from("abcdefgh"), min_size=1), st.data())
def test_weights_add_up_and_what_matters_is_among_the_top(letters: set[str], data: st.DataObject) -> None:
    names = tuple(sorted(letters))
    matters = data.draw(st.sets(st.sampled_from(names), max_size=TOP))
    rows = list(zip(*weights(names, frozenset(matters), "s", 200), strict=True))
    assert len(rows) == 200
    for row in rows:
        assert sum(row) == PARTS
        assert min(row) >= 0
        for name in matters:
            assert sum(other > row[names.index(name)] for other in row) < TOP


def test_all_weights_are_alike_likely() -> None:
    """On a simplex of three the weights of one criterion lie above x with the chance (1 - x)^2."""
    for column in weights(NAMES, frozenset(), "s", 4000):
        for tenth in range(1, 10):
            share = sum(one > tenth * PARTS / 10 for one in column) / 4000
            assert share == pytest.approx((1 - tenth / 10) ** 2, abs=0.035)


@pytest.mark.parametrize("matters", [{"a"}, {"b", "e"}, {"a", "c", "d"}])
def test_weights_with_what_matters_are_those_that_would_be_left_of_all(matters: set[str]) -> None:
    names = ("a", "b", "c", "d", "e")
    every = zip(*weights(names, frozenset(), "all", 20000), strict=True)
    left = [row for row in every if all(sorted(row)[-TOP] <= row[names.index(name)] for name in matters)]
    chosen = list(zip(*weights(names, frozenset(matters), "some", 4000), strict=True))
    assert len(left) > 1000
    for place in range(len(names)):
        for most in (PARTS // 10, PARTS // 5, PARTS // 3):
            there = sum(row[place] > most for row in left) / len(left)
            assert sum(row[place] > most for row in chosen) / len(chosen) == pytest.approx(there, abs=0.06)


def test_weights_belong_to_names_and_not_to_turns() -> None:
    forward = weights(("a", "b", "c", "d"), frozenset("b"), "s", 50)
    back = weights(("d", "c", "b", "a"), frozenset("b"), "s", 50)
    assert forward == back[::-1]


# -- counting -----------------------------------------------------------------------------------------------


def by_hand(table: Rows, grid: int, steps: int) -> dict[str, float]:
    """The shares of first places, by trying every way of weighing and every value on a grid."""
    size = len(next(iter(table.values())))
    ways = [
        [b - a for a, b in itertools.pairwise((0, *cuts, grid))]
        for cuts in itertools.combinations_with_replacement(range(grid + 1), size - 1)
    ]
    choices = [
        [2 * steps * lo + (hi - lo) * (2 * step + 1) for step in range(steps if lo < hi else 1)]
        for row in table.values()
        for lo, hi in row
    ]
    won, tried = dict.fromkeys(table, 0.0), 0
    for drawn in itertools.product(*choices):
        rows = [drawn[place * size : (place + 1) * size] for place in range(len(table))]
        for way in ways:
            tried += 1
            sums = [sum(map(mul, way, row)) for row in rows]
            best = [place for place, total in zip(table, sums, strict=True) if total == max(sums)]
            for place in best:
                won[place] += 1 / len(best)
    return {place: share / tried for place, share in won.items()}


@given(tables(known))
def test_known_values_are_counted_as_by_hand(table: Rows) -> None:
    found, oracle = counted(table), by_hand(table, 40, 1)
    for place, one in found.items():
        # The grid has edges, on which ties lie that are not there between its points.
        assert one.ranks[0] == pytest.approx(oracle[place], abs=CLOSE + 0.05)


@given(st.dictionaries(st.sampled_from("pq"), st.tuples(ranges, ranges), min_size=2))
def test_ranges_are_counted_as_by_hand(table: Rows) -> None:
    found, oracle = counted(table, ("a", "b")), by_hand(table, 12, 4)
    for place, one in found.items():
        assert one.ranks[0] == pytest.approx(oracle[place], abs=CLOSE + 0.09)


def test_two_places_that_are_best_in_one_thing_each_come_first_for_half() -> None:
    found = counted({"p": ((FULL, FULL), (0, 0)), "q": ((0, 0), (FULL, FULL))}, ("a", "b"), 4000)
    assert found["p"].ranks[0] == pytest.approx(0.5, abs=0.03)
    assert found["p"].ranks[0] + found["p"].ranks[1] == pytest.approx(1)
    # Where it comes first, its own criterion weighs between a half and all: three quarters on average.
    assert found["p"].central == pytest.approx((0.75, 0.25), abs=0.02)
    assert found["p"].surely == found["p"].at_most == pytest.approx(found["p"].ranks[0])


@given(tables(ranges))
def test_each_rank_is_given_once(table: Rows) -> None:
    found = counted(table).values()
    for rank in range(TOP):
        assert sum(one.ranks[rank] for one in found) == pytest.approx(1 if rank < len(table) else 0)
    for one in found:
        assert (one.central is None) == (one.ranks[0] == 0)
        assert one.central is None or sum(one.central) == pytest.approx(1)


@given(tables(ranges))
def test_the_bounds_hold(table: Rows) -> None:
    for one in counted(table).values():
        assert one.surely <= one.ranks[0] + 1e-9
        assert one.ranks[0] <= one.at_most + 1e-9


@given(tables(known))
def test_what_is_known_leaves_no_room(table: Rows) -> None:
    for one in counted(table).values():
        assert one.surely == pytest.approx(one.ranks[0])
        assert one.at_most == pytest.approx(one.ranks[0])


@pytest.mark.dear
@given(tables(ranges, 2), st.data())
def test_knowing_less_never_improves_a_guarantee(table: Rows, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(sorted(table)))
    column = data.draw(st.integers(0, len(NAMES) - 1))
    lo, hi = table[place][column]
    wider = (data.draw(values.filter(lambda at: at <= lo)), data.draw(values.filter(lambda at: at >= hi)))
    row = (*table[place][:column], wider, *table[place][column + 1 :])
    before, after = counted(table), counted(table | {place: row})
    for one in table:
        assert after[one].surely <= before[one].surely + 1e-9
        assert after[one].at_most >= before[one].at_most - 1e-9


@pytest.mark.dear
@given(tables(known, 2), st.data())
def test_a_place_that_is_nowhere_better_never_comes_first_more_often(
    table: Rows, data: st.DataObject
) -> None:
    best, worse = data.draw(st.permutations(sorted(table)))[:2]
    table |= {
        worse: tuple((min(a, b), min(a, b)) for (a, _), (b, _) in zip(table[best], table[worse], strict=True))
    }
    found = counted(table)
    for ranks in range(1, TOP + 1):
        assert sum(found[worse].ranks[:ranks]) <= sum(found[best].ranks[:ranks]) + 1e-9


@pytest.mark.dear
@given(tables(ranges, 2), st.data())
def test_nor_does_one_that_may_be_nowhere_better(table: Rows, data: st.DataObject) -> None:
    best, worse = data.draw(st.permutations(sorted(table)))[:2]
    table |= {
        worse: tuple((min(a, c), min(b, d)) for (a, b), (c, d) in zip(table[best], table[worse], strict=True))
    }
    found = counted(table)
    assert found[worse].ranks[0] <= found[best].ranks[0] + CLOSE * sqrt(2)
    assert found[worse].surely <= found[best].surely + 1e-9
    assert found[worse].at_most <= found[best].at_most + 1e-9


@given(tables(ranges, 2), st.data())
def test_places_that_are_alike_share(table: Rows, data: st.DataObject) -> None:
    one, other = data.draw(st.permutations(sorted(table)))[:2]
    found = counted(table | {one: table[other]})
    assert found[one].ranks[0] == pytest.approx(found[other].ranks[0], abs=CLOSE * sqrt(2))
    assert (found[one].surely, found[one].at_most) == (found[other].surely, found[other].at_most)
    if all(lo == hi for lo, hi in table[other]):
        assert found[one] == found[other]


@given(tables(ranges), st.permutations(range(len(NAMES))), st.randoms())
def test_nothing_hangs_on_the_order(table: Rows, turn: list[int], shuffle: Random) -> None:
    items = list(table.items())
    shuffle.shuffle(items)
    turned = {place: tuple(row[column] for column in turn) for place, row in items}
    names = tuple(NAMES[column] for column in turn)
    before, after = counted(table), counted(turned, names)
    for place in table:
        a, b = before[place], after[place]
        assert (a.ranks, a.surely, a.at_most) == (b.ranks, b.surely, b.at_most)
        assert a.central is None or b.central == tuple(a.central[column] for column in turn)


def test_a_draw_leaves_nothing_out_of_a_range() -> None:
    """A place whose only thing is unknown beats one in the middle half of the time."""
    found = counted({"p": ((0, FULL),), "q": ((FULL // 2, FULL // 2),)}, ("a",), 4000)
    assert found["p"].ranks[0] == pytest.approx(0.5, abs=0.03)
    assert (found["p"].surely, found["p"].at_most) == (0, 1)


# -- confidence ---------------------------------------------------------------------------------------------


def test_confidence_counts_what_is_unknown_by_one_way_of_weighing() -> None:
    table = {"p": ((FULL, FULL), (0, FULL)), "q": ((0, 0), (FULL // 2, FULL // 2))}
    by = {"p": (0.0, 1.0), "q": (1.0, 0.0)}
    found = confidence(table, by, ("a", "b"), "s", 4000)
    assert found["p"] == pytest.approx(0.5, abs=0.03)
    assert found["q"] == 0


@given(tables(known, 2))
def test_where_all_is_known_a_place_comes_first_by_its_own_weights_or_not_at_all(table: Rows) -> None:
    for one in confidence(table, dict.fromkeys(table, (0.25, 0.25, 0.5)), NAMES, "s", 20).values():
        assert any(one == pytest.approx(part) for part in (0, 1, 1 / 2, 1 / 3, 1 / 4, 1 / 5))
