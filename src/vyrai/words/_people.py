"""What the words of sheets and packs read of a person: one home for what several of them ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

Text = Mapping[str, str]


class Soothed(Protocol):
    """What to know of somebody on the first day."""

    @property
    def calms(self) -> str | None:
        """What calms."""

    @property
    def upsets(self) -> str | None:
        """What frightens or upsets."""

    @property
    def likes(self) -> str | None:
        """What is liked, and done well."""


class Spoken(Protocol):
    """A language and how well."""

    @property
    def language(self) -> Text:
        """Its name."""

    @property
    def levels(self) -> Mapping[str, Text]:
        """By skill."""


class Need(Protocol):
    """What is hard."""

    @property
    def title(self) -> Text:
        """In plain words."""

    @property
    def much(self) -> Text | None:
        """How much."""


class Goal(Protocol):
    """What is wanted."""

    @property
    def words(self) -> str | None:
        """In the words of the family."""

    @property
    def area(self) -> Text | None:
        """In which part of life."""

    @property
    def voice(self) -> Text | None:
        """Who says so."""


class Held(Protocol):
    """A citizenship or permit."""

    @property
    def title(self) -> Text:
        """The paper."""

    @property
    def country(self) -> Text | None:
        """Whose."""

    @property
    def begins(self) -> str | None:
        """From when."""

    @property
    def ends(self) -> str | None:
        """Until when."""


class Told(Soothed, Protocol):
    """A member as an audience may know them."""

    @property
    def talks_by(self) -> Sequence[Text]:
        """How they talk."""

    @property
    def birth(self) -> str | None:
        """When born."""

    @property
    def languages(self) -> Sequence[Spoken]:
        """Languages."""

    @property
    def needs(self) -> Sequence[Need]:
        """Needs."""

    @property
    def goals(self) -> Sequence[Goal]:
        """Goals."""

    @property
    def school_now(self) -> str | None:
        """The last school."""

    @property
    def doctor_now(self) -> str | None:
        """The last doctor."""

    @property
    def medicine(self) -> str | None:
        """Medicine."""

    @property
    def diagnosis_paper(self) -> bool | None:
        """Whether there is a medical paper."""

    @property
    def insured(self) -> bool | None:
        """Whether insured."""

    @property
    def residence(self) -> Text | None:
        """Where they live."""

    @property
    def citizenships(self) -> Sequence[Held]:
        """Citizenships."""

    @property
    def statuses(self) -> Sequence[Held]:
        """Permits of the country."""

    @property
    def custody(self) -> Text | None:
        """Who decides."""

    @property
    def consent(self) -> bool | None:
        """Whether the other parent agrees."""


class TakerOf(Protocol):
    """Somebody who takes a child."""

    @property
    def who(self) -> str | None:
        """Who it is for the child."""

    @property
    def place(self) -> str | None:
        """A town or district."""

    @property
    def paper(self) -> bool | None:
        """Whether a paper is signed."""

    @property
    def until(self) -> str | None:
        """Until when it holds, as written."""


class SayingOf(Protocol):
    """How a child says something."""

    @property
    def means(self) -> str | None:
        """A code of the list `meanings`."""

    @property
    def how(self) -> str | None:
        """What one sees or hears."""


class ChildOf(Soothed, Protocol):
    """What to know of a child."""

    @property
    def talks_by(self) -> Sequence[str]:
        """Codes of the list `talks_by`."""

    @property
    def sayings(self) -> Sequence[SayingOf]:
        """How it says yes, no, stop, pain."""

    @property
    def languages(self) -> Sequence[str]:
        """Codes of languages."""

    @property
    def needs(self) -> Sequence[str]:
        """Codes of needs."""
