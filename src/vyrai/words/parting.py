"""What every face says of red lines that a way crosses, and of members who hold other papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from vyrai.words._codes import N_
from vyrai.words._words import Words

_OWN = {
    "citizen": N_(
        "{name} is a citizen there: what opens is reckoned on that, not on the papers of this way."
    ),
    "unwritten": N_(
        "{name} is a citizen there. Nobody has written down what that opens, so what hangs on a paper is not "
        "known for {name}."
    ),
    "held": N_(
        "{name} has a paper of this country already: what opens is reckoned on it for as long as it holds."
    ),
    "perhaps": N_(
        "{name} perhaps has a valid paper of this country on arrival: on what you have said nobody can tell. "
        "What hangs on a paper is not known for {name} until you say from when and until when it is valid."
    ),
    "left_out": N_("This way does not take {name}: what hangs on its papers stays closed to {name}."),
}


class CrossingOf(Protocol):
    """A red line that a way crosses."""

    @property
    def title(self) -> Mapping[str, str]:
        """The line, in words."""

    @property
    def how(self) -> str:
        """kind, left_out, unsure or alone."""

    @property
    def members(self) -> Sequence[str]:
        """Who stays behind, or perhaps does."""

    @property
    def sure(self) -> bool:
        """Whether it surely is crossed."""


class OwnOf(Protocol):
    """Papers of a member that are not those of the way."""

    @property
    def member(self) -> str:
        """Whose."""

    @property
    def why(self) -> str:
        """citizen, held, perhaps or left_out."""

    @property
    def stages(self) -> Sequence[object]:
        """What there is of them."""


def crossed(w: Words, one: CrossingOf, labels: Mapping[str, str]) -> str:
    """A red line, and who would stay behind. labels: names of members."""
    line, names = w.text(one.title), w.list([labels.get(name, name) for name in one.members])
    if one.how == "left_out":
        return w("{line}: {names} would stay behind", line=line, names=names)
    if one.how == "unsure":
        return w("{line}: unsure for {names}", line=line, names=names)
    if one.how == "alone":
        return w("{line}: the paper goes to one person and takes no family along", line=line)
    return line


def crossings(w: Words, every: Iterable[CrossingOf], labels: Mapping[str, str]) -> list[tuple[bool, str]]:
    """Each red line once: whether it surely is crossed, and what is said of it; the sure ones first."""
    told = {crossed(w, one, labels): one.sure for one in every}
    return sorted(((sure, text) for text, sure in told.items()), key=lambda pair: not pair[0])


def red_line(w: Words, sure: bool) -> str:
    """The label of a red line that is crossed, or perhaps is."""
    return w("Red line") if sure else w("Perhaps a red line")


def own(w: Words, one: OwnOf) -> str:
    """Why what opens for a member is not what the way opens."""
    why = "unwritten" if one.why == "citizen" and not one.stages else one.why
    return w(_OWN[why], name=one.member)
