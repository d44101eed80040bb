"""The terminal face: `vyrai`, a group of commands that import the engine only when they are used."""

from vyrai.cli._main import cli, main

__all__ = ["cli", "main"]
