"""Differences between starts: what cannot be kept is told from either end."""

from __future__ import annotations

from vyrai.reach._network import Network


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
