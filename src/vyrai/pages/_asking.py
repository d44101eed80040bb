"""What is unknown and what stands in the way: each thing once, with everybody of whom it is so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from vyrai.choose.lands import open_of
from vyrai.choose.matters import Matter, counts, matters
from vyrai.choose.model import Link, Open, Row, Shut
from vyrai.pages._telling import Telling


class Unmet(NamedTuple):
    """A condition that is not met, and of whom; of nobody: of the family as a whole."""

    shut: Shut
    names: tuple[str, ...]


class Asked(NamedTuple):
    """Something unknown, the other members of whom it is unknown too, and all that is told with it."""

    open: Open
    also: tuple[str, ...]
    matter: Matter


class Asking(Telling):
    """Tells what is not met and what is not known."""

    def in_the_way(self, row: Row) -> str:
        """What keeps a way from being open: what is not met, whom the door does not take, what is unknown."""
        barred = self.barred_by(row)
        if barred is not None:
            return self.barring(barred)
        missing = self.missing(row)
        if missing:
            return missing
        unsure = [link for link in row.chain if link.door.states != ("open",)]
        return self.barring(unsure[0]) if unsure else self.words("nothing that we know of")

    @staticmethod
    def barred_by(row: Row) -> Link | None:
        """The first route with a condition that is not met, else the first with a door that takes nobody."""
        shut = [link for link in row.chain if link.blockers]
        closed = [link for link in row.chain if link.door.states in (("closed",), ("paused",))]
        return next(iter((*shut, *closed)), None)

    def missing(self, row: Row) -> str:
        """How many things are unknown, by who could settle them; empty where something surely bars it."""
        return "" if self.barred_by(row) else self.words.lacking(counts(open_of(row)))

    def barring(self, link: Link) -> str:
        """The one thing that keeps a route from being open."""
        w = self.words
        for shut in self.shut_of(link):
            if self.hidden(shut.shut):
                return w("something that rests on a sensitive answer")
            return w("asked, but not so: {what}", what=str(self.wording(shut).striptags()))
        if link.open and link.door.states != ("closed",):
            return self.things(self.merged(link.open))
        return w.doorway(link.door.states, link.door.whom)

    def things(self, every: list[Asked]) -> str:
        """How many things are unknown, and the first of them."""
        w = self.words
        things = w("{n} unknown", n=len(every))
        return w("{things}, first: {what}", things=things, what=self.unknown(every[0]))

    def merged(self, items: Iterable[Open]) -> list[Asked]:
        """The same question about several members once, the others named; what one person judges, too."""
        return [Asked(one.opens[0], tuple(self._members(one.opens[1:])), one) for one in matters(items)]

    def _members(self, opens: Iterable[Open]) -> Iterable[str]:
        named = dict.fromkeys(one.item.partition(".")[0] for one in opens)
        return [self.alias(member) for member in named if member in self.comparison.labels]

    def about_what(self, asked: Asked) -> Markup:
        """What an unknown is about, in all its wordings."""
        every = asked.matter.opens[:1] if asked.open.who == "family" else asked.matter.opens
        return Markup("; ").join(dict.fromkeys(self.asked(one).rstrip(".") for one in every))

    def unknown(self, asked: Asked) -> str:
        """What an unknown is about, as plain words; of a sensitive answer the question without the answer."""
        said = str(self.about_what(asked).striptags())
        if self.hidden(asked.open):
            return f"{said} ({self.words('your answer is not printed here')})"
        return said

    def shut_of(self, link: Link) -> list[Unmet]:
        """The conditions of a link that are not met, each once, with all of whom."""
        found: dict[str, Unmet] = {}
        for one in link.blockers:
            names = found[one.requirement].names if one.requirement in found else ()
            of = (self.alias(one.member),) if one.member else ()
            found[one.requirement] = Unmet(one, (*names, *of))
        return list(found.values())

    def wording(self, unmet: Unmet) -> Markup:
        """A condition that is not met, and of whom."""
        said = self.said(unmet.shut.wording) or escape(
            self.words("The status that this way builds on is not held.")
        )
        return Markup("{} ({})").format(said.rstrip("."), self.of(unmet.names)) if unmet.names else said
