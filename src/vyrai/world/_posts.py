"""What only shows between a step, its country and the posts at which others ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vyrai.world._problems import Problem

Record = dict[str, Any]


def problems(atlas: Record) -> Iterator[Problem]:
    """Posts to which nobody has to travel."""
    for step in atlas["steps"]:
        posts = step.get("posts") or {}
        if posts and step.get("at") == "inside":
            yield _at(
                step,
                f"`{step['id']}` has `posts` and is done inside the country",
                "Plans send those who live elsewhere to a post, and those who are there to an office there.",
                "Leave out `posts:`, or `at: inside`.",
            )
        for home, post in posts.items():
            for land in (post or {}).get("in") or ():
                if land in (home, step["folder"]):
                    what = "live there already" if land == home else "would be at their goal"
                    yield _at(
                        step,
                        f"`posts` of `{step['id']}` sends people from {home} to {land}, where they {what}",
                        "A plan would reckon with a journey there and back that nobody makes.",
                        "Name the countries abroad whose embassies or centres take them, or leave it out.",
                    )


def _at(record: Record, what: str, why: str, do: str) -> Problem:
    return Problem(record["file"], record["line"], what, why, do)
