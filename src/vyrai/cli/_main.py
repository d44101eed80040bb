"""The `vyrai` command, and the one place where errors become a message and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

COMMANDS = {
    "compare": "vyrai.cli._compare:compare",
    "why": "vyrai.cli._why:why",
    "belong": "vyrai.cli._belong:belong",
    "first": "vyrai.cli._first:first",
    "plan": "vyrai.cli._plan:plan",
    "home": "vyrai.cli._home:home",
    "helps": "vyrai.cli._helps:helps",
    "needs": "vyrai.cli._needs:needs",
    "pack": "vyrai.cli._pack:pack",
    "board": "vyrai.cli._board:board",
    "ask": "vyrai.cli._ask:ask",
    "answer": "vyrai.cli._record:answer",
    "mark": "vyrai.cli._record:mark",
    "done": "vyrai.cli._record:done",
    "date": "vyrai.cli._record:given",
    "app": "vyrai.cli._app:app",
    "site": "vyrai.cli._site:site",
    "atlas": "vyrai.cli._atlas:atlas",
}
UNEXPECTED = 70


class Lazy(click.Group):
    """A group whose commands are imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a family needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from vyrai.cli._version import version

        folder = ctx.params.get("atlas_dir") or os.environ.get("VYRAI_ATLAS")
        click.echo(version(None if folder is None else Path(folder)))
        ctx.exit()


@click.command(cls=Lazy, context_settings={"help_option_names": ["--help"], "max_content_width": 100})
@click.option(
    "--atlas",
    "atlas_dir",
    type=click.Path(path_type=Path),
    envvar="VYRAI_ATLAS",
    is_eager=True,
    help="Folder of the atlas, or its compiled file; otherwise the one that came with the program.",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Version of the program, hash of the atlas, day of its newest fact.",
)
@click.pass_context
def cli(ctx: click.Context, atlas_dir: Path | None) -> None:
    """Where a family that has to leave can lawfully go, why, and on whose word.

    Everything happens on this computer: no network, no account, nothing kept but what you save.
    """
    ctx.obj = atlas_dir


def main() -> None:
    """Run the command line of this process and leave with its exit code.

    Looking for what may be thrown away costs a tenth of the time of a process that soon ends anyway. Whoever
    calls this and goes on afterwards enables it again.
    """
    gc.disable()
    sys.exit(_run())


def _run() -> int:
    try:
        result: Any = cli.main(prog_name="vyrai", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        from vyrai.cli._usage import show

        show(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # Whoever read the answer has seen enough; nothing may be written to the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except Exception as error:
        from vyrai.cli._failures import shown

        message = shown(error)
        if message is not None:
            click.echo(message, err=True)
            return 2
        click.echo(_unexpected(error), err=True)
        return UNEXPECTED
    return result if isinstance(result, int) else 0


def _unexpected(error: Exception) -> str:
    """What is said of a mistake of the program: never a value, which may be an answer of the family."""
    from vyrai.cli._failures import spoken

    w = spoken()
    lines = [
        w("Vyrai made a mistake and stopped. The file that you gave is as it was."),
        "  " + w("It is a mistake of the program ({kind}), not of your file.", kind=type(error).__name__),
        "  "
        + w("Set VYRAI_DEBUG=1 to see where it happened, without any answer, so that it can be reported."),
    ]
    if os.environ.get("VYRAI_DEBUG") == "1":
        import traceback

        frames = traceback.extract_tb(error.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join(lines)
