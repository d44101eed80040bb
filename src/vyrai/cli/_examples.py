"""The examples of requirements, tried again only where something of theirs has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from vyrai.law.examples import examples
from vyrai.law.form import form_of
from vyrai.world import Atlas, Problem


def tried_in(kept: Path) -> Callable[[Atlas], Iterator[Problem]]:
    """A check of an atlas that keeps in a file what has passed."""

    def tried(atlas: Atlas) -> Iterator[Problem]:
        passed = set(msgspec.json.decode(kept.read_bytes())) if kept.exists() else set()
        yield from examples(atlas, form_of(atlas), passed)
        kept.write_bytes(msgspec.json.encode(sorted(passed)))

    return tried
