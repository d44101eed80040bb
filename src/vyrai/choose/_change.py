"""A set of changed answers as a record."""

from __future__ import annotations

from vyrai.choose._open import Items
from vyrai.choose._words import partial
from vyrai.choose.model import Change, ItemOn
from vyrai.law import ASSUMED
from vyrai.law.witness import Proposal

_NEW = f"/{ASSUMED}"


def change(items: Items, proposal: Proposal) -> Change:
    """What would have to be otherwise, and how; a new record of a list is `LIST[+]`."""
    shown, becomes = [], []
    for key in sorted(proposal):
        member = items.member(key)
        alias = items.alias(member) or ""
        label = items.label(key).replace(_NEW, "[+]")
        text = {language: words.replace("{name}", alias) for language, words in items.field(key).text.items()}
        shown.append(ItemOn(item=key, label=label, text=text, value=None))
        becomes.append(_plain(items, key, proposal))
    return Change(items=tuple(shown), becomes=tuple(becomes))


def _plain(items: Items, key: str, proposal: Proposal) -> str:
    value, field = proposal[key][0], items.field(key)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple) and field.kind == "level":
        return list(items.form.codes[field.codes or ""])[int(value[0])]
    if isinstance(value, tuple):
        return partial(int(value[0]), int(value[1])) if field.kind == "date" else f"{value[0]}"
    return str(value)
