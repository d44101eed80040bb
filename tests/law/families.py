"""Strategies: families of whom part is known, for small laws and for the invented atlas."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from tests.law.made import case
from vyrai.family import Case

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
_births = st.dates(date(1985, 1, 1), date(2008, 12, 31))
_yesno = st.sampled_from((True, False, {"unknown": "does_not_know"}))


def _dated(days: st.SearchStrategy[date]) -> st.SearchStrategy[str]:
    return st.tuples(days, st.sampled_from((10, 10, 7, 4))).map(lambda pair: pair[0].isoformat()[: pair[1]])


def _list(items: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.tuples(st.lists(items, max_size=2), st.sampled_from((True, True, False, "unknown"))).map(
        lambda pair: pair[0] if pair[1] == "unknown" else {"complete": pair[1], "items": pair[0]}
    )


@st.composite
def _status(draw: Any) -> dict[str, Any]:
    start = draw(DAYS)
    end = draw(st.sampled_from(("open", (start + timedelta(days=draw(st.integers(0, 500)))).isoformat())))
    whole = {
        "status": draw(st.sampled_from(("xa.guest", "xa.settled"))),
        "from": start.isoformat(),
        "to": end,
    }
    return {key: value for key, value in whole.items() if draw(st.integers(0, 5))}


_languages = st.fixed_dictionaries(
    {"language": st.sampled_from(("xan", "en"))},
    optional={"level": st.sampled_from(("none", "A1", "A2", "B1", "B2", "C1"))},
)
_money = st.fixed_dictionaries(
    {},
    optional={
        "currency": st.sampled_from(("XXA", "XXB")),
        "amount": st.sampled_from((0, 10, 80, 100, 200, 400)),
    },
)
_happening = st.fixed_dictionaries(
    {}, optional={"kind": st.sampled_from(("threat", "arrest", "other")), "for_views": _yesno}
)


@cache
def _member(alias: str, role: str) -> st.SearchStrategy[dict[str, Any]]:
    optional = {
        "birth": _dated(_births if role == "parent" else st.dates(date(2010, 1, 1), date(2023, 12, 31))),
        "occupation": st.sampled_from(("2211", "2512", "0000")),
        "residence": st.sampled_from(("XA", "XB")),
        "insured": _yesno,
        "good_standing": _yesno,
        "languages": _list(_languages),
        "statuses": _list(_status()),
    }
    given = {"alias": st.just(alias), "role": st.just(role)}
    return st.fixed_dictionaries(given, optional=optional)


_alone, _two = ("parent",), ("parent", "parent")
_roles = st.sampled_from((_alone, (*_alone, "child"), _two, (*_two, "child")))
_root = st.fixed_dictionaries(
    {},
    optional={
        "sponsor": _yesno,
        "host": _yesno,
        "savings": _list(_money),
        "happened": _list(_happening),
        "judgements": _list(st.fixed_dictionaries({"about": st.just("xa.integrated"), "value": _yesno})),
    },
)


@st.composite
def cases(draw: Any) -> Case:
    """One to three members, each answer there or not."""
    names = ("stork", "lark", "wren")
    members = [draw(_member(name, role)) for name, role in zip(names, draw(_roles), strict=False)]
    return case(*members, **draw(_root))
