"""Differences between starts: what cannot be kept is told from either end."""

from __future__ import annotations

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from vyrai.reach._network import Network

FAR = 10**9


def test_a_start_whose_last_day_lies_before_its_first_has_no_day() -> None:
    network = Network(2, {}, [])
    assert not network.settle([5, 0], [3, 9], [0], [])
    assert not network.settle([5, 0], [3, 9], [], [0])


def test_what_must_be_sooner_than_it_can_be_has_no_day() -> None:
    network = Network(2, {}, [])
    network.edge(0, 1, 4)
    assert not network.settle([2, 0], [9, 5], [], [1])


def test_edges_push_later_and_pull_sooner() -> None:
    network = Network(2, {}, [])
    network.edge(0, 1, 4)
    low, high = [2, 0], [9, 10]
    assert network.settle(low, high, [0], [1])
    assert (low, high) == ([2, 6], [6, 10])
    network.undo(0, 1)
    low = [2, 0]
    assert network.settle(low, [9, 10], [0], [1])
    assert low == [2, 0]


def test_a_start_without_a_day_is_seen_however_many_are_looked_at_before() -> None:
    network = Network(3, {}, [])
    assert not network.settle([0, 0, 5], [9, 9, 3], [2, 0, 1, 0, 1, 0], [])


@st.composite
def networks(draw: st.DrawFn) -> tuple[Network, list[int], list[int], dict[int, tuple[tuple[int, int], ...]]]:
    """A few starts, some with windows, and differences both ways, so that many contradict each other."""
    size = draw(st.integers(2, 6))
    pair = st.tuples(st.integers(0, 40), st.integers(0, 15)).map(lambda of: (of[0], of[0] + of[1]))
    windows = {
        one: tuple(sorted(draw(st.lists(pair, min_size=1, max_size=3))))
        for one in draw(st.sets(st.integers(0, size - 1), max_size=2))
    }

    def opens(one: int, day: int) -> int:
        return min((max(day, first) for first, last in windows[one] if last >= day), default=FAR)

    network = Network(size, windows, [partial(opens, one) for one in range(size)])
    starts = st.integers(0, size - 1)
    for source, target, least in draw(
        st.lists(st.tuples(starts, starts, st.integers(-20, 12)), max_size=3 * size)
    ):
        if source != target:
            network.edge(source, target, least)
    return network, [0] * size, draw(st.lists(st.integers(0, 400), min_size=size, max_size=size)), windows


@given(networks())
def test_the_least_days_are_those_that_raising_one_by_one_comes_to(
    drawn: tuple[Network, list[int], list[int], dict[int, tuple[tuple[int, int], ...]]],
) -> None:
    network, low, high, windows = drawn
    wanted: list[int] | None = list(low)
    again = True
    while wanted is not None and again:
        again = False
        for one in network.everything:
            day = max([wanted[one], *(wanted[source] + least for source, least in network.into[one])])
            day = network.opens[one](day) if one in windows else day
            if day > high[one]:
                wanted = None
                break
            again, wanted[one] = again or day != wanted[one], day
    kept = network.settle(low, list(high), list(network.everything), [])
    assert (low if kept else None) == wanted


def test_two_starts_that_each_must_come_after_the_other_are_seen_at_once() -> None:
    """Raised by turns they would take half a million looks to pass their last day."""
    network = Network(2, {}, [])
    network.edge(0, 1, 1)
    network.edge(1, 0, 0)
    low = [0, 0]
    assert not network.settle(low, [10**6, 10**6], [0, 1], [])
    assert max(low) < 10


def test_a_start_that_waits_for_a_window_and_pulls_another_along_does_not_rise_for_ever() -> None:
    """The second starts five days after the first, today or from the seventh day on, and the first no sooner
    than five days before it.
    """
    network = Network(3, {1: ((0, 0), (7, 30))}, [int, lambda day: max(day, 7) if day else 0, int])
    network.edge(0, 1, 5)
    network.edge(1, 0, -5)
    low = [0, 0, 0]
    assert network.settle(low, [40, 30, 40], [0, 2, 2, 2], [])
    assert low == [2, 7, 0]
