"""The atlas in memory, decoded from its compiled form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from vyrai.world import _built as built
from vyrai.world import _terms as terms
from vyrai.world._late import Facts, Late
from vyrai.world._model import Fact, Requirement
from vyrai.world._passports import Passports


class Use(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Where a fact is used: by which kind of thing, its id, and as what (requirement, door, fee ...)."""

    kind: str
    id: str
    use: str


class OpenQuestion(msgspec.Struct, frozen=True):
    """What nobody has found out yet."""

    question: str | dict[str, str]
    folder: str
    fact: str | None = None
    topic: str | None = None
    note: str | dict[str, str] | None = None


class Unused(msgspec.Struct, frozen=True):
    """Why a fact, some facts, or all whose id begins with `prefix` are used by nothing."""

    reason: dict[str, str]
    folder: str
    file: str
    fact: str | None = None
    prefix: str | None = None
    facts: tuple[str, ...] = ()


class _Small(msgspec.Struct, frozen=True, kw_only=True):
    """What is decoded when an atlas is loaded, or is raw until it is asked for."""

    version: str
    format: int
    newest: int
    oldest: int
    steps: tuple[built.Step, ...]
    statuses: tuple[built.Status, ...]
    countries: tuple[built.Country, ...]
    events: tuple[built.Event, ...]
    documents: tuple[built.Document, ...]
    units: tuple[terms.Unit, ...]
    codes: dict[str, terms.Codes]
    questions: tuple[terms.Question, ...]
    languages: tuple[terms.Language, ...]
    rights: tuple[terms.Coded, ...]
    needs: tuple[terms.Need, ...]
    raw_used: msgspec.Raw = msgspec.field(name="used")
    raw_open_questions: msgspec.Raw = msgspec.field(name="open_questions")
    raw_unused: msgspec.Raw = msgspec.field(name="unused")
    takings: tuple[built.Taking, ...] = ()
    places: tuple[built.Place, ...] = ()
    translated: dict[str, str] = {}
    raw_passports: msgspec.Raw = msgspec.field(name="passports", default=msgspec.Raw(b"null"))
    raw_trees: msgspec.Raw = msgspec.field(name="trees", default=msgspec.Raw(b"{}"))


class _Compiled(_Small, frozen=True, kw_only=True):
    """The compiled form: facts under their ids, routes, and provisions."""

    facts: msgspec.Raw
    routes: msgspec.Raw
    provisions: msgspec.Raw


class Atlas(_Small, frozen=True, kw_only=True, dict=True, weakref=True):
    """Everything the atlas says. `fact`, `route` ... look up an id; KeyError if there is none such."""

    facts: Sequence[Fact]
    routes: Sequence[built.Route]
    provisions: Sequence[built.Provision]

    @cached_property
    def by_fact(self) -> Mapping[str, Fact]:
        """Facts by id."""
        return self.facts.by_id if isinstance(self.facts, Facts) else {fact.id: fact for fact in self.facts}

    @cached_property
    def topics(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """By country and topic the facts."""
        heads = self.facts.heads() if isinstance(self.facts, Facts) else self.by_fact.items()
        found: dict[tuple[str, str], list[str]] = {}
        for name, head in heads:
            found.setdefault((head.folder, head.topic), []).append(name)
        return {key: tuple(names) for key, names in found.items()}

    @cached_property
    def trees(self) -> dict[str, msgspec.Raw]:
        """Rules that were read when the atlas was compiled, each to be decoded when it is asked for."""
        return msgspec.json.decode(self.raw_trees, type=dict[str, msgspec.Raw])

    @cached_property
    def lists_of(self) -> dict[str, str | None]:
        """By question, of what it is a list; None if it is none."""
        return {one.id: one.list for one in self.questions}

    @cached_property
    def rates(self) -> tuple[str, ...]:
        """The facts that are rates of one currency in another: `rate.aaa-bbb`."""
        return tuple(name for name in self.by_fact if name.startswith("rate."))

    @cached_property
    def _routes(self) -> dict[str, built.Route]:
        return {route.id: route for route in self.routes}

    @cached_property
    def _steps(self) -> dict[str, built.Step]:
        return {step.id: step for step in self.steps}

    @cached_property
    def _statuses(self) -> dict[str, built.Status]:
        return {status.id: status for status in self.statuses}

    @cached_property
    def _provisions(self) -> dict[str, built.Provision]:
        return {provision.id: provision for provision in self.provisions}

    @cached_property
    def _places(self) -> dict[str, built.Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def _documents(self) -> dict[str, built.Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _events(self) -> dict[str, built.Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def _countries(self) -> dict[str, built.Country]:
        return {country.id: country for country in self.countries}

    @cached_property
    def _requirements(self) -> dict[str, Requirement]:
        return {requirement.id: requirement for route in self.routes for requirement in route.requirements}

    @cached_property
    def _required(self) -> dict[str, Requirement]:
        """Those of provisions: apart, because few answers look into provisions."""
        return {one.id: one for provision in self.provisions for one in provision.requires}

    @cached_property
    def _units(self) -> dict[str, terms.Unit]:
        return {unit.id: unit for unit in self.units}

    @cached_property
    def _used(self) -> dict[str, tuple[Use, ...]]:
        return msgspec.json.decode(self.raw_used, type=dict[str, tuple[Use, ...]])

    @cached_property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What nobody has found out yet."""
        return msgspec.json.decode(self.raw_open_questions, type=tuple[OpenQuestion, ...])

    @cached_property
    def unused(self) -> tuple[Unused, ...]:
        """Reasons why facts are used by nothing."""
        return msgspec.json.decode(self.raw_unused, type=tuple[Unused, ...])

    @cached_property
    def passports(self) -> Passports | None:
        """What passports needed at borders, in dated snapshots; None if the atlas has no such table."""
        return msgspec.json.decode(self.raw_passports, type=Passports | None)

    def fact(self, name: str) -> Fact:
        """The fact of that id."""
        return self.by_fact[name]

    def route(self, name: str) -> built.Route:
        """The route of that id."""
        return self._routes[name]

    def routes_of(self, country: str) -> tuple[built.Route, ...]:
        """The routes of a country's folder, by id."""
        return tuple(route for route in self.routes if route.folder == country)

    def requirement(self, name: str) -> Requirement:
        """The requirement of that id, of whichever route or provision."""
        found = self._requirements.get(name)
        return self._required[name] if found is None else found

    def judging(self) -> Iterator[built.Route | built.Provision]:
        """Everything that names judgements."""
        yield from self.routes
        yield from self.provisions

    def asked(self) -> Iterator[tuple[built.Route | built.Provision, Requirement]]:
        """Every requirement, and of what it is one."""
        yield from ((route, one) for route in self.routes for one in route.requirements)
        yield from ((provision, one) for provision in self.provisions for one in provision.requires)

    def step(self, name: str) -> built.Step:
        """The step of that id."""
        return self._steps[name]

    def status(self, name: str) -> built.Status:
        """The status of that id."""
        return self._statuses[name]

    def provision(self, name: str) -> built.Provision:
        """The provision of that id."""
        return self._provisions[name]

    def provisions_of(self, country: str) -> tuple[built.Provision, ...]:
        """The provisions of a country's folder, by id."""
        return tuple(provision for provision in self.provisions if provision.folder == country)

    def place(self, name: str) -> built.Place:
        """The place of that id."""
        return self._places[name]

    def places_of(self, country: str) -> tuple[built.Place, ...]:
        """The places of a country's folder, by id."""
        return tuple(place for place in self.places if place.folder == country)

    def takings_of(self, country: str) -> tuple[built.Taking, ...]:
        """The papers of a country's folder by which somebody takes a child, by id."""
        return tuple(taking for taking in self.takings if taking.folder == country)

    def document(self, name: str) -> built.Document:
        """The paper of that id."""
        return self._documents[name]

    def event(self, name: str) -> built.Event:
        """The event of that id."""
        return self._events[name]

    def country(self, name: str) -> built.Country:
        """The country of that code."""
        return self._countries[name]

    def unit(self, name: str) -> terms.Unit:
        """The unit of that name; one made of a listed unit and a `per` (kilometres/hour) is put together."""
        found = self._units.get(name)
        if found is None:
            base, _, per = name.partition("/")
            rate = self._units[base].kind == "money" and per in self._units
            kind = "rate" if rate else self._units[base].kind
            found = msgspec.structs.replace(self._units[base], id=name, kind=kind, per=per, title=None)
            self._units[name] = found
        return found

    def used_by(self, fact: str) -> tuple[Use, ...]:
        """Everything that names the fact; empty if nothing does."""
        return self._used.get(fact, ())


def decode(document: bytes) -> Atlas:
    """An atlas from its compiled form; msgspec.ValidationError if it is not one."""
    read = _COMPILED.decode(document)
    small = {name: getattr(read, name) for name in _Small.__struct_fields__}
    return Atlas(
        **small,
        facts=Facts(read.facts),
        routes=Late(lambda: _ROUTES.decode(read.routes)),
        provisions=Late(lambda: _PROVISIONS.decode(read.provisions)),
    )


_COMPILED = msgspec.json.Decoder(_Compiled)
_ROUTES = msgspec.json.Decoder(tuple[built.Route, ...])
_PROVISIONS = msgspec.json.Decoder(tuple[built.Provision, ...])
