"""The screens of a tour, by any Python, without what is different in each run."""

from __future__ import annotations

from tests.app.tour import Tour
from vyrai.world import Atlas

LANGS = ("en", "be")


def pages(atlas: Atlas) -> dict[str, str]:
    """Every screen of the example family, by language and name."""
    tour = Tour(atlas)
    secrets = {somebody.at.split("/")[1] for somebody in (tour.empty, tour.begun, tour.full)}
    found = {}
    for lang in LANGS:
        for shown in tour.screens(lang):
            html = shown.html
            for secret in secrets:
                html = html.replace(secret, "TOKEN")
            found[f"{lang} {shown.name}"] = html
    return found
