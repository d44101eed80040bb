"""What is decoded late is what was compiled, and rules are kept as they were read."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.world.invented import copy, invented
from vyrai.rules import nodes as n
from vyrai.rules import parse
from vyrai.world import compile_atlas, decode, prior_rule, signature, tree_key
from vyrai.world._expressions import texts


def test_facts_are_found_by_their_ids_and_in_order() -> None:
    atlas = invented()
    assert [fact.id for fact in atlas.facts] == sorted(atlas.by_fact)
    assert len(atlas.facts) == len(atlas.by_fact) > 1
    assert atlas.facts[0] is atlas.fact(atlas.facts[0].id)
    assert "xa.adult-age" in atlas.by_fact
    assert "xa.no-such-fact" not in atlas.by_fact
    with pytest.raises(KeyError):
        atlas.fact("xa.no-such-fact")


def test_late_parts_compare_by_what_they_hold(tmp_path: Path) -> None:
    one, other = invented(), decode(compile_atlas(copy(tmp_path)))
    assert one.routes == other.routes
    assert one.routes == tuple(other.routes)
    assert one.routes != ()


def test_facts_that_were_put_in_are_found_too() -> None:
    first = invented().facts[0]
    assert dict(msgspec.structs.replace(invented(), facts=(first,)).by_fact) == {first.id: first}


def test_every_rule_is_kept_as_it_is_read() -> None:
    atlas, names = invented(), signature(invented())
    asked = {
        tree_key(rule, one.who is not None): parse(rule, names, {"p": "person"} if one.who else {})
        for _, one in atlas.asked()
        for rule in texts(one)
    }
    before = [rule for route in atlas.routes if (rule := prior_rule(route)) is not None]
    asked |= {tree_key(rule, True): parse(rule, names, {"p": "person"}) for rule in before}
    assert before
    assert {key: n.decode(tree) for key, tree in atlas.trees.items()} == asked


def test_a_rule_that_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    file = folder / "XA/routes/guest-visa.yaml"
    file.write_text(file.read_text().replace("when: sponsor", "when: sponsors"))
    kept = decode(compile_atlas(folder)).trees
    assert set(invented().trees) - set(kept) == {"sponsor"}
    assert "sponsors" not in kept


def test_the_version_says_nothing_of_how_the_atlas_is_packed(tmp_path: Path) -> None:
    whole = msgspec.json.decode(compile_atlas(copy(tmp_path)))
    assert isinstance(whole["facts"], dict)
    assert whole["version"] == invented().version


def test_a_rule_that_stands_twice_is_kept_once(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    file = folder / "XA/routes/guest-visa.yaml"
    file.write_text(file.read_text().replace("when: money('XXA') >= fact('xa.guest.money')", "when: sponsor"))
    assert set(invented().trees) - set(decode(compile_atlas(folder)).trees) == {
        "money('XXA') >= fact('xa.guest.money')"
    }
