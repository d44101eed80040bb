"""A route must ask something that a family can answer."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from vyrai.law.soundness import routes
from vyrai.world import Atlas, load_atlas

INVENTED = Path(__file__).parents[1] / "invented_atlas"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas(INVENTED)


def test_a_whole_atlas_has_no_such_problem(atlas: Atlas) -> None:
    assert list(routes(atlas)) == []


def test_a_route_that_asks_nothing(atlas: Atlas) -> None:
    bare = msgspec.structs.replace(atlas.routes[0], requirements=(), excluded=(), prior=None)
    (problem,) = routes(msgspec.structs.replace(atlas, routes=(bare,)))
    assert str(problem) == (
        f"{bare.file}:{bare.line}: the route `{bare.id}` asks nothing\n"
        "  No answer could ever open or close it, so it would be unknown for everybody.\n"
        "  Add at least one requirement, with its source."
    )


def test_a_route_that_only_people_decide(atlas: Atlas) -> None:
    route = next(one for one in atlas.routes if one.judgements)
    name = next(iter(route.judgements))
    judged = msgspec.structs.replace(route.requirements[0], when=f"judged('{name}')", points=None, who=None)
    only = msgspec.structs.replace(route, requirements=(judged,), excluded=(), prior=None)
    (problem,) = routes(msgspec.structs.replace(atlas, routes=(only,)))
    assert problem.what == f"in the route `{route.id}` everything is left to somebody's judgement"
