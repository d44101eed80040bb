"""JSON out: one document, two spaces in, a line feed at the end."""

from __future__ import annotations

from typing import Any

import click
import msgspec


def write_json(record: Any) -> None:
    """Write a record, or a list of records, to standard output."""
    click.echo(msgspec.json.format(msgspec.json.encode(record), indent=2).decode())
