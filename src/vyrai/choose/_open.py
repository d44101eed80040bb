"""What is unknown: in words, for which reason, and who could settle it."""

from __future__ import annotations

from typing import Literal

from vyrai.choose.model import ItemOn, Open, Text
from vyrai.family import Field, Form
from vyrai.law import ASSUMED, Family
from vyrai.rules.env import EVENT, FACT, JUDGED, LATER
from vyrai.world import Judgement, Requirement, Route, World

VALID = "valid:"
Who = Literal["family", "person", "atlas", "time"]
MEMBERS = "members"
_OTHERS: dict[str, Who] = {"needs_judgement": "person", "decided_later": "time"}


class Items:
    """Reads item keys of one family on one day."""

    def __init__(self, form: Form, family: Family, world: World) -> None:
        self.form, self.family, self.world = form, family, world

    def alias(self, member: str | None) -> str | None:
        """The name of a member."""
        return None if member is None else self.family.answers.labels[member]

    def member(self, key: str) -> str | None:
        """The member a key is about."""
        head = key.split(".")[0]
        return head if head.startswith(f"{MEMBERS}/") else None

    def field(self, key: str) -> Field:
        """The question of an answer key."""
        return self.form.at(key)

    def open(self, key: str, route: Route) -> Open:
        """An open item of a route."""
        reason, judged = self.reason(key), self._judged(key, route)
        return Open(
            item=key,
            label=self.label(key),
            text=self.text(key, route),
            reason=reason,
            who=self.who(reason),
            routes=(route.id,),
            sensitive=self.sensitive(key),
            judge=None if judged is None else judged.who,
            helps=None if judged is None else judged.helps,
        )

    def _judged(self, key: str, route: Route) -> Judgement | None:
        kind, _, name = key.partition(":")
        if kind + ":" != JUDGED:
            return None
        # What is judged for one way may be asked of another: a condition that both have.
        routes = (route, *self.world.atlas.routes)
        return next((one.judgements[name] for one in routes if name in one.judgements), None)

    def label(self, key: str) -> str:
        """A short path: `Stork.birth`, the id of a fact or judgement."""
        return key.partition(":")[2] if ":" in key else self.family.answers.labels[key]

    def text(self, key: str, route: Route) -> Text:
        """What the item is, in words."""
        kind, _, name = key.partition(":")
        if kind + ":" == FACT and name in self.world.atlas.by_fact:
            fact = self.world.atlas.fact(name)
            return fact.title or fact.claims[0].shown.statement
        if kind + ":" == EVENT:
            return self.world.atlas.event(name).title
        judged = self._judged(key, route)
        if judged is not None:
            return judged.text or self._line(route, name, judged) or _asking(route, name) or judged.who
        if kind + ":" == LATER and name in route.decided_later:
            return route.decided_later[name].text
        if kind + ":" == VALID:
            wording = next((one.wording for one in route.requirements if one.id == name), None)
            return wording or route.title
        if ":" in key:
            return {"en": name}
        alias = self.alias(self.member(key)) or ""
        return {language: text.replace("{name}", alias) for language, text in self.field(key).text.items()}

    def _line(self, route: Route, judgement: str, judged: Judgement) -> Text | None:
        """The title of a line in a table of points: the table has one wording, its lines have none."""
        sums = [rule for one in route.requirements if one.points is not None for rule in _rules(one)]
        if judged.fact is None or not any(_names(rule, judgement) for rule in sums):
            return None
        return self.world.atlas.fact(judged.fact).title

    def reason(self, key: str) -> str:
        """Why an item is open."""
        kind, _, name = key.partition(":")
        why = self.family.answers.why.get(key)
        if kind + ":" == FACT:
            return self._of_fact(name)
        if kind + ":" == JUDGED:
            return why or "needs_judgement"
        if kind + ":" == LATER:
            return "decided_later"
        if ":" in key:
            return "not_known_in_force"
        if self.family.lists.get(key):
            return why or "perhaps_more"
        return "too_coarse" if key in self.family.known else why or "not_asked"

    def _of_fact(self, name: str) -> str:
        if name not in self.world.atlas.by_fact:
            return "fact_missing"
        found = self.world.value(name)
        if found.why is not None:
            return found.why
        return "sources_conflict" if len(found.alternatives) > 1 else "too_coarse"

    @staticmethod
    def who(reason: str) -> Who:
        """Who could settle it."""
        if reason in ("not_asked", "does_not_know", "will_not_say", "too_coarse", "perhaps_more"):
            return "family"
        return _OTHERS.get(reason, "atlas")

    def item(self, key: str, route: Route) -> ItemOn | None:
        """An item of a support; None for a status that an earlier link would give."""
        if f"/{ASSUMED}" in key:
            return None
        sensitive = self.sensitive(key)
        return ItemOn(
            item=key,
            label=self.label(key),
            text=self.text(key, route),
            value=None if sensitive else self._value(key),
            sensitive=sensitive,
        )

    def dated(self, key: str) -> bool:
        """Whether an answer is a date, so that what rests on it may change by the passing of time alone."""
        return f"/{ASSUMED}" not in key and self.field(key).kind == "date"

    def sensitive(self, key: str) -> bool:
        """Whether the question, or a list it stands in, is a sensitive one."""
        if ":" in key or f"/{ASSUMED}" in key:
            return False
        parts = key.split(".")
        keys = [".".join(parts[: count + 1]).rpartition("/")[0] for count in range(len(parts))]
        lists = [one for one in keys if one]
        return any(self.field(one).sensitive for one in (*lists, key))

    def _value(self, key: str) -> str | None:
        from vyrai.choose._words import fact_value, partial

        if key.startswith(FACT):
            name = key.removeprefix(FACT)
            if name not in self.world.atlas.by_fact:
                return None
            return fact_value(self.world, name)
        value = self.family.answers.known.get(key)
        field = None if ":" in key else self.field(key)
        if field is None or value is None:
            return None
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, frozenset):
            return ", ".join(sorted(value))
        if isinstance(value, str):
            return value
        if field.kind == "date":
            return "open" if value[0] == float("inf") else partial(int(value[0]), int(value[1]))
        if field.kind == "level":
            return list(self.form.codes[field.codes or ""])[int(value[0])]
        return f"{value[0]}" if value[0] == value[1] else f"{value[0]}–{value[1]}"


def _asking(route: Route, judgement: str) -> Text | None:
    """The words of the first requirement that hangs on a judgement: what is judged."""
    return next(
        (one.wording for one in route.requirements if any(_names(rule, judgement) for rule in _rules(one))),
        None,
    )


def _names(rule: str, judgement: str) -> bool:
    return f"judged('{judgement}')" in rule


def _rules(one: Requirement) -> tuple[str, ...]:
    if one.points is None:
        return (one.when or "",)
    lines = tuple(line.when for group in one.points.of for line in group)
    return (*lines, *(gate.when for gate in one.points.gates))
