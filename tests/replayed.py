"""Every plan that a search finds in any test is replayed by the checker, from its published JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import msgspec
import pytest

from tools import replay
from vyrai.reach.problem import Front, Problem
from vyrai.reach.search import Search


def published(record: msgspec.Struct) -> Any:
    """What anybody may read of a record."""
    return json.loads(msgspec.json.encode(record))


def replayed(problem: Problem, front: Front) -> list[str]:
    """The rules that the plans of a front break, in words."""
    found = replay.replay(published(problem), published(front))
    return [str(fault) for each in found for fault in each]


def _watched(search: Callable[..., Front]) -> Callable[..., Front]:
    @wraps(search)
    def watched(self: Search, *words: Any, **named: Any) -> Front:
        front = search(self, *words, **named)
        broken = replayed(self.problem, front)
        assert not broken, "the checker refuses a plan that was found:\n" + "\n".join(broken)
        return front

    return watched


@contextmanager
def watching() -> Iterator[None]:
    """Wrap what gives plans away."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("optimum", "front", "some"):
            patch.setattr(Search, name, _watched(getattr(Search, name)))
        yield
