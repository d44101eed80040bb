"""What a family can change within days, and whether a verdict could turn on it."""

from __future__ import annotations

from collections.abc import Set
from functools import cached_property

from vyrai.law._decide import Asked
from vyrai.law._programs import Programs
from vyrai.law.finding import Verdict
from vyrai.rules.support import leaves
from vyrai.world import Atlas


def question_of(atlas: Atlas, key: str) -> str:
    """The question behind an item key, ENTITY.FIELD; empty for what is no answer of the family."""
    if ":" in key:
        return ""
    entity, name = "family", ""
    for part in key.removeprefix("family.").split("."):
        name = f"{entity}.{part.partition('/')[0]}"
        entity = atlas.lists_of.get(name) or entity
    return name


class Soon:
    """The answers of one atlas that can be made other within days."""

    def __init__(self, programs: Programs, questions: Set[str]) -> None:
        """questions: those whose answers can."""
        self._programs, self._own = programs, questions
        self._reads: dict[str, bool] = {}

    def could_open(self, verdict: Verdict) -> bool:
        """Whether other such answers might keep it from being surely not met. If not, none need be tried."""
        return verdict.reasons.might_be(self._turns)

    @cached_property
    def _questions(self) -> frozenset[str]:
        """Them, and the lists in whose records they stand: a record more may be one of them."""
        records = {name.partition(".")[0] for name in self._own}
        lists = self._programs.atlas.lists_of
        return frozenset(self._own | {name for name, record in lists.items() if record in records})

    def _turns(self, asked: Asked) -> bool:
        """Whether a requirement, or an exception from it, asks for any of them."""
        own = asked.program.requirement
        reads = self._reads.get(own.id)
        if reads is None:
            atlas = self._programs.atlas
            programs = (asked.program, *map(self._programs.of, (*own.unless, *own.excluded)))
            asks = (leaf for program in programs for tree in program.trees for leaf in leaves(tree))
            reads = any(question_of(atlas, leaf) in self._questions for leaf in asks)
            self._reads[own.id] = reads
        return reads
