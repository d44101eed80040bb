"""The pack of one audience: which members, what may be told of them, which papers count."""

from __future__ import annotations

from vyrai.family import Case, Many, Record
from vyrai.prove._allowed import CHILDREN, Audience
from vyrai.prove._papers import Asked, papers, written
from vyrai.prove._told import PERSON, Teller
from vyrai.prove.model import Pack
from vyrai.world import Atlas


def pack(
    atlas: Atlas, case: Case, audience: Audience, country: str | None = None, member: str | None = None
) -> Pack:
    """What an audience in a country gets, about one member or about all that it concerns.

    country: none for `anyone`. member: an alias. Nobody: the pack has no members.
    """
    chosen = [one for one in members(case) if _is(case, one, audience, member)]
    teller = Teller(case.form, audience, country)
    told = tuple(teller.member(one, _child(case, one)) for one in chosen)
    children = [_child(case, one) for one in chosen]
    needs = frozenset(need for one in chosen for need in _needs(one))
    asked = Asked(needs, any(children), not all(children))
    return Pack(
        audience=audience,
        members=told,
        papers=() if country is None else papers(atlas, country, audience, asked),
        written=country is None or written(atlas, country, audience),
    )


def members(case: Case) -> tuple[Record, ...]:
    """Everybody of the family who goes."""
    return _listed(case, "members")


def others(case: Case) -> tuple[Record, ...]:
    """Those who matter to the journey but stay behind."""
    return _listed(case, "others")


def _listed(case: Case, name: str) -> tuple[Record, ...]:
    listed = case.root.values.get(name)
    return listed.items if isinstance(listed, Many) else ()


def _is(case: Case, one: Record, audience: Audience, member: str | None) -> bool:
    if member is not None:
        return str(one.values["alias"]).casefold() == member.casefold()
    return audience not in CHILDREN or _child(case, one)


def _child(case: Case, one: Record) -> bool:
    """Whether somebody is a child, by the role that the family gave."""
    codes = case.form.field(f"{PERSON}.role").codes or ""
    role = case.form.codes.get(codes, {}).get(str(one.values.get("role")), {})
    return role.get("group") == "child"


def _needs(one: Record) -> list[str]:
    """Needs by code. They choose which papers are looked for, which are told to the family alone."""
    listed = one.values.get("needs")
    items = listed.items if isinstance(listed, Many) else ()
    return [str(item.values["need"]) for item in items if isinstance(item.values.get("need"), str)]
