"""What is unknown and what stands in the way: each thing once, with everybody of whom it is so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from vyrai.choose.model import Link, Open, Row, Shut
from vyrai.pages._telling import Telling


class Unmet(NamedTuple):
    """A condition that is not met, and of whom; of nobody: of the family as a whole."""

    shut: Shut
    names: tuple[str, ...]


class Asked(NamedTuple):
    """Something unknown, and the other members of whom it is unknown too."""

    open: Open
    also: tuple[str, ...]


class Asking(Telling):
    """Tells what is not met and what is not known."""

    def in_the_way(self, row: Row) -> str:
        """What keeps a way from being open: what is not met, whom the door does not take, what is unknown."""
        shut = [link for link in row.chain if link.blockers]
        barred = [link for link in row.chain if link.door.states in (("closed",), ("paused",))]
        if shut or barred:
            return self.barring((shut or barred)[0])
        every = self.merged(self.open_of(row))
        if every:
            return self.things(every)
        unsure = [link for link in row.chain if link.door.states != ("open",)]
        return self.barring(unsure[0]) if unsure else self.words("nothing that we know of")

    def barring(self, link: Link) -> str:
        """The one thing that keeps a route from being open."""
        w = self.words
        for shut in self.shut_of(link):
            hidden = self.hidden(shut.shut)
            return (
                w("something that rests on a sensitive answer")
                if hidden
                else str(self.wording(shut).striptags())
            )
        if link.open and link.door.states != ("closed",):
            return self.things(self.merged(link.open))
        return w.doorway(link.door.states, link.door.whom)

    def things(self, every: list[Asked]) -> str:
        """How many things are unknown, and the first of them."""
        w = self.words
        things = w("{n} unknown", n=len(every))
        return w("{things}, first: {what}", things=things, what=self.unknown(every[0].open))

    def merged(self, items: Iterable[Open]) -> list[Asked]:
        """The same question about several members once, with the others named."""
        found: dict[tuple[str, str], Asked] = {}
        for item in items:
            member, _, field = item.item.partition(".")
            of_member = member in self.comparison.labels and bool(field)
            key = (field if of_member else item.item, item.reason)
            if key not in found:
                found[key] = Asked(item, ())
            elif of_member:
                found[key] = Asked(found[key].open, (*found[key].also, self.alias(member)))
        return list(found.values())

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
