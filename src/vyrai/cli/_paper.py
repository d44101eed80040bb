"""Lines for a terminal: wrapped to its width, plain when piped, coloured by Rich on a terminal."""

from __future__ import annotations

import shutil
import sys
import textwrap

import click

WIDEST = 120
NARROWEST = 40


def width() -> int:
    """Columns to write in: COLUMNS, else the terminal's, else 100."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))


class Paper:
    """What is to be written, line by line. A style is Rich's word for it and shows on a terminal only."""

    def __init__(self, columns: int | None = None) -> None:
        self.columns = columns or width()
        self.lines: list[tuple[str, str]] = []

    def line(self, text: str = "", style: str = "") -> None:
        """One line as it is."""
        self.lines.append((text.rstrip(), style))

    def heading(self, text: str, under: str = "=") -> None:
        """A line with a line under it, after an empty one."""
        if self.lines:
            self.line()
        self.para(text, style="bold")
        self.line(under * min(len(text), self.columns))

    def para(self, text: str, indent: int = 0, hang: int = 0, style: str = "") -> None:
        """A paragraph; lines after the first stand `hang` further in."""
        wrapped = textwrap.wrap(
            " ".join(text.split(" ")),
            self.columns,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in wrapped or [""]:
            self.line(line, style)

    def item(self, text: str, indent: int = 2, sign: str = "-") -> None:
        """A paragraph behind a sign."""
        self.para(f"{sign} {text}", indent, len(sign) + 1)

    def field(self, label: str, text: str, indent: int = 4, wide: int = 16) -> None:
        """A label, and a paragraph beside it."""
        self.para(f"{label:<{wide}}{text}" if len(label) < wide else f"{label} {text}", indent, wide)

    def write(self) -> None:
        """Write everything to standard output."""
        if sys.stdout.isatty():
            from rich.console import Console
            from rich.text import Text

            console = Console(highlight=False, soft_wrap=True)
            for text, style in self.lines:
                console.print(Text(text, style=style))
        else:
            click.echo("\n".join(text for text, _ in self.lines))
