"""docs/rules.md: every rule is read, every mistake refused in the words shown, no function left out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from vyrai.rules import RuleError, Signature, parse
from vyrai.rules._functions import FUNCTIONS
from vyrai.world import compile_atlas, decode, signature

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
OF = {"p": "person"}
RULES = re.findall(r"^```rule\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
MISTAKES = re.findall(
    r"^\| `(.+?)` \| (.+) \|$", PAGE.partition("## When a rule cannot be read")[2], re.MULTILINE
)


@cache
def names() -> Signature:
    return signature(decode(compile_atlas(ROOT / "tests/invented_atlas")))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_read(rule: str) -> None:
    parse(rule, names(), OF)


@pytest.mark.parametrize(("rule", "said"), MISTAKES)
def test_a_mistake_is_refused_in_the_words_shown(rule: str, said: str) -> None:
    with pytest.raises(RuleError) as error:
        parse(rule, names(), OF)
    assert error.value.what == said


def test_the_points_are_read() -> None:
    block = re.search(r"^```yaml\n(points:.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert block is not None
    points = YAML(typ="safe").load(block[1])["points"]
    lines = [line for entry in points["of"] for line in entry.get("best_of", [entry])]
    for line in (*lines, *points["gates"], *points["tiers"]):
        parse(line["when"], names(), OF)
    thresholds = [
        points["at_least"],
        *(one["at_least"] for one in points["tiers"]),
        *(one["gives"] for one in lines),
    ]
    assert all(names().facts[name] is not None for name in thresholds)


def test_each_function_is_explained_and_shown() -> None:
    explained = PAGE.partition("## All functions")[2].partition("## Points")[0]
    assert not {name for name in FUNCTIONS if not re.search(rf"`{name}[(`]", explained)}
    assert not {name for name in FUNCTIONS if not any(re.search(rf"\b{name}\(", rule) for rule in RULES)}


def test_each_message_of_the_reader_is_shown() -> None:
    """By its first fixed words, as far as a rule of one line can bring it about."""
    source = "".join((ROOT / "src/vyrai/rules" / name).read_text() for name in ("_parse.py", "_functions.py"))
    messages = re.findall(r"error\(\s*(?:[\w.\[\]]+)\s*,\s*f?\"([^\"]+)\"", source)
    fixed = {max(re.split(r"\{[^{}]*\}", text), key=len).strip() for text in messages}
    said = " ".join(text for _, text in MISTAKES)
    assert len(fixed) > 20
    assert not {words for words in fixed if words not in said} - {
        "is looked for in",
        "one name is needed here",
        "nothing in the brackets has a name here",
        "too many lists are opened inside each other",
    }
