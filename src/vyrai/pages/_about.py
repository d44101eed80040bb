"""Whom to ask, and what these pages are."""

from __future__ import annotations

from vyrai.pages._frame import Frame
from vyrai.pages._reader import Reader
from vyrai.pages._screen import screen
from vyrai.pages._start import limits, promises


def people(frame: Frame, reader: Reader) -> str:
    """Whom to ask, country by country."""
    library = reader.library
    every = [(one.id, library.contacts(one.id)) for one in reader.countries if library.routes[one.id]]
    return screen(
        "people.html",
        frame,
        reader.words,
        reader.atlas,
        r=reader,
        groups=[group for group in every if group[1]],
        nowhere=[reader.country(code) for code, facts in every if not facts],
    )


def about(frame: Frame, reader: Reader) -> str:
    """What this is, what it promises and cannot, and where the questions are asked."""
    w, atlas = reader.words, reader.atlas
    lines = [
        w(
            "This is a notebook for a family that has to leave its country. It says which lawful ways there "
            "are, what each asks, and on whose word."
        ),
        w("These pages can be read without answering anything. What they say, they say to everybody."),
        w("Ways stand in the order of the alphabet. Nothing is ranked, and nobody pays to stand here."),
    ]
    where = [
        w("Not here. These pages hold no script and no form, and nothing that you could fill in."),
        w("The questions run in the program on your own computer. To start it: vyrai app"),
        w("Copied whole to a stick, these pages can be read without the internet."),
    ]
    counts = [
        w.plural("{n} country", "{n} countries", sum(map(bool, reader.library.routes.values()))),
        w.plural("{n} way", "{n} ways", len(atlas.routes)),
        w.plural("{n} fact", "{n} facts", len(atlas.facts)),
        w.plural("{n} open question", "{n} open questions", len(atlas.open_questions)),
        w("This is the law of {date}.", date=w.date(reader.library.on.isoformat())),
        w("Atlas {hash}", hash=atlas.version),
    ]
    return screen(
        "about.html",
        frame,
        w,
        atlas,
        lines=lines,
        promises=promises(w),
        limits=limits(w, frame),
        where=where,
        counts=counts,
    )
