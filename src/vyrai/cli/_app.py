"""`vyrai app`: the notebook in the browser of this computer."""

from __future__ import annotations

import gc

import click

from vyrai.cli import _options


@click.command("app")
@_options.lang
@click.option("--no-browser", is_flag=True, help="Print the link and open nothing.")
@click.option(
    "--idle",
    type=click.FloatRange(min=0.05),
    default=30,
    show_default=True,
    metavar="MINUTES",
    help="End when nobody has come for so long; what was not saved is forgotten.",
)
@click.pass_context
def app(ctx: click.Context, lang: str | None, no_browser: bool, idle: float) -> None:
    """Open the notebook in your browser: questions, answers, where you can go.

    Nothing leaves this computer. Answers are kept in memory only, until you save a file or end the program.
    """
    from vyrai.cli._failures import speak
    from vyrai.cli._session import Bad, family_atlas, today
    from vyrai.words import Words

    words = Words(lang or "en")
    speak(words)
    try:
        from vyrai.app._serve import serve
    except ImportError as missing:
        raise Bad(
            words(
                "The app needs more than was installed ({name} is missing).\n"
                "  Do: install vyrai[app], or use vyrai compare, which needs nothing more.",
                name=missing.name,
            )
        ) from None

    def ready(link: str) -> None:
        click.echo(words("Open this link in the browser of this computer; it works once:"))
        click.echo(link)
        click.echo(words("To end, press Forget everything on the page, or Ctrl+C here."))
        if not no_browser:
            import webbrowser

            webbrowser.open(link)

    gc.enable()  # this command does not end soon
    serve(family_atlas(ctx.find_root().obj), today, lang or "en", idle * 60, ready)
    click.echo(words("Ended. Nothing of the notebook is kept."))
