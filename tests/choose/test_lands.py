"""Each country once, by its best way; what can go wrong; whom to ask; how conditions are counted."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from tests.choose.real import DAYS, FAMILIES, example, law
from tests.law.made import ON, ask, atlas, case, child, door, fact, number, parent, route, span
from tests.pages.fake import comparison
from vyrai.choose import compare, why
from vyrai.choose.lands import asks_after_entering, contacts, lands
from vyrai.choose.model import Comparison, Counts, Link, Range
from vyrai.law import Law
from vyrai.world._built import Danger, Event, Judgement, Step

MADE = comparison()


def counted(*findings: str) -> Counts:
    """The conditions of a route that asks these rules of each member."""
    asked = [ask(f"q{n}", rule, "person", "person") for n, rule in enumerate(findings)]
    of = case(parent(exit_ban=False, insured=True), child(insured=True))
    return why(Law(atlas(route(*asked, filed="outside"))), of, "xa.r", ON).link.conditions


def test_conditions_are_counted_once_for_all_members() -> None:
    assert counted("p.insured") == Counts(met=1, not_met=0, unknown=0)
    assert counted("p.insured", "not p.exit_ban") == Counts(met=1, not_met=0, unknown=1)
    assert counted("p.insured", "not p.insured") == Counts(met=1, not_met=1, unknown=0)


def without(made: Comparison, **change: Any) -> Comparison:
    return msgspec.structs.replace(made, **change)


def test_a_country_is_judged_by_its_best_way() -> None:
    found = {land.country: land for land in lands(MADE)}
    assert list(found) == ["XA", "XB", "XC", "XD"]
    assert [found[one].way for one in found] == ["perhaps", "open", "open", "perhaps"]
    assert found["XB"].best.chain[0].route == "xb.stay"
    assert len(found["XB"].later) == 4
    assert all(row.way == "closed" for land in found.values() for row in land.closed)


def test_great_danger_and_a_visit_without_work_come_after() -> None:
    perhaps = [row for row in MADE.rows if (row.country, row.way, row.red_lines) == ("XA", "perhaps", ())]
    first, second = perhaps[:2]
    great = msgspec.structs.replace(
        first, danger_way=msgspec.structs.replace(first.danger_way, level=Range(lo=3, hi=3, unit="of 4"))
    )
    assert lands(without(MADE, rows=(great, second)))[0].best == second
    visit = msgspec.structs.replace(
        second, weeks_to_work=msgspec.structs.replace(second.weeks_to_work, state="no")
    )
    assert lands(without(MADE, rows=(visit, first)))[0].best == first
    assert lands(without(MADE, rows=(visit, first)))[0].entries == (first, visit)


def test_a_visa_for_a_visit_from_which_somebody_asks_for_protection_comes_after_another_with_work() -> None:
    perhaps = [row for row in MADE.rows if (row.country, row.way, row.red_lines) == ("XA", "perhaps", ())]
    first = next(row for row in perhaps if row.weeks_to_work.state == "yes")
    link, sure = first.chain[0], Counts(met=2, not_met=0, unknown=0)
    replace = msgspec.structs.replace
    for kind, best in (("visa", first), ("visa-free", None)):
        enter = replace(link, route="xa.enter", kind=kind, conditions=sure)
        claim = replace(link, route="xa.claim", kind="protection", conditions=sure)
        asking = replace(first, chain=(enter, claim))
        assert lands(without(MADE, rows=(asking, first)))[0].best == (best or asking)


def test_a_country_with_ways_to_stay_on_alone_still_stands() -> None:
    later = tuple(row for row in MADE.rows if row.later)
    (land,) = lands(without(MADE, rows=later))
    assert land.best.later
    assert land.entries == land.closed == ()


def test_whom_to_ask_by_country() -> None:
    found = dict(contacts(MADE))
    assert list(found) == ["", "XA", "XB", "XC", "XD"]
    assert found["XA"] == ("xa.help",)
    closed = tuple(
        msgspec.structs.replace(row, way="closed") if row.country == "XC" else row for row in MADE.rows
    )
    assert "XC" not in dict(contacts(without(MADE, rows=closed)))


def test_whom_to_ask_in_a_country_stands_beside_each_of_its_ways() -> None:
    (xanadu,) = atlas().countries
    routes = (
        route(ask("x", "sponsor"), name="xa.r", contacts=("xa.mine",), filed="outside"),
        route(ask("x2", "sponsor"), name="xa.s", filed="outside"),
    )
    facts = (number("xa.mine", 1, "count"), number("xa.all", 1, "count"))
    helped = msgspec.structs.replace(xanadu, contacts=("xa.all",))
    made = Law(atlas(*routes, facts=facts, countries=(helped,)))
    found = compare(made, case(), ON)
    assert {row.chain[0].route: row.chain[0].contacts for row in found.rows} == {
        "xa.r": ("xa.mine", "xa.all"),
        "xa.s": ("xa.all",),
    }
    assert dict(contacts(found))["XA"] == ("xa.all", "xa.mine")
    reason = why(made, case(), "xa.s", ON)
    assert set(reason.link.contacts) <= set(reason.sources)


def test_who_enters_as_a_visitor_and_asks_for_protection_then() -> None:
    (one, *_), *_ = (row.chain for row in MADE.rows)

    def chain(*kinds: str) -> list[Link]:
        return [msgspec.structs.replace(one, kind=kind, route=f"xa.{n}") for n, kind in enumerate(kinds)]

    assert asks_after_entering(chain("visa", "permit", "protection")) == {"xa.0", "xa.2"}
    assert asks_after_entering(chain("visa-free", "protection", "protection")) == {"xa.0", "xa.1", "xa.2"}
    assert asks_after_entering(chain("protection", "visa")) == frozenset()
    assert asks_after_entering(chain("visa", "permit")) == frozenset()


def step(name: str, level: int | None, **keys: Any) -> Step:
    danger = None if level is None else Danger(level=level, fact=keys.pop("fact", None))
    return Step(id=name, title={"en": name}, folder="XA", file="x.yaml", line=1, danger=danger, **keys)


def test_perils_stand_gravest_first_each_once() -> None:
    steps = (
        step("a", 2, who_learns=({"en": "the police"},), cites=("xa.n",)),
        step("b", 4, fact="xa.n"),
        step("c", 0, who_learns=({"en": "nobody"},)),
        step("d", None),
        step("e", None, who_learns=({"en": "the town"},)),
    )
    names = tuple(one.id for one in steps)
    made = Law(
        atlas(
            route(ask("x", "sponsor"), name="xa.r", steps=names, filed="outside"),
            route(ask("x2", "sponsor"), name="xa.s", steps=("a",), filed="outside"),
            facts=(number("xa.n", 1, "count"),),
            steps=steps,
        )
    )
    found = compare(made, case(), ON).perils
    assert [(one.step, one.level, one.facts) for one in found] == [
        ("b", 4, ("xa.n",)),
        ("a", 2, ("xa.n",)),
        ("e", None, ()),
    ]
    assert {one.countries for one in found} == {("XA",)}


def test_a_judgement_is_asked_in_the_words_of_its_requirement() -> None:
    judge = {"xa.j": Judgement(who={"en": "the consul"}, helps={"en": "a letter"})}
    of = route(ask("x", "judged('xa.j')"), judgements=judge, filed="outside")
    (found,) = why(Law(atlas(of)), case(), "xa.r", ON).link.open
    assert (found.text, found.judge, found.helps) == (
        of.requirements[0].wording,
        {"en": "the consul"},
        {"en": "a letter"},
    )


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        ("2023-09-05", "2024-02-01", ("2023-09-05", "2024-02-01", None)),
        ("2023-09-05", None, ("2023-09-05", None, None)),
    ],
)
def test_an_event_has_an_end_only_where_one_is_known(
    begin: str, end: str | None, said: tuple[Any, ...]
) -> None:
    from vyrai.choose._words import event

    found = event(of_event(span(begin, end)), "thaw")
    assert (found.begin, found.end, found.seen) == said


def of_event(when: Any) -> Any:
    return atlas(
        events=(
            Event(
                id="thaw", title={"en": "Thaw"}, when=when, fact="xa.n", folder="XA", file="x.yaml", line=1
            ),
        ),
        facts=(number("xa.n", 1, "count"),),
    )


def test_an_event_whose_end_nobody_found_was_still_so_when_it_was_read() -> None:
    from vyrai.choose._words import event

    first, last = date(2023, 9, 1).toordinal(), date(2023, 9, 30).toordinal()
    seen = date(2024, 1, 5).toordinal()
    when = msgspec.structs.replace(
        span("2023-09-01"), begin_lo=first, begin_hi=last, end_lo=seen, end_hi=None
    )
    found = event(of_event(when), "thaw")
    assert (found.begin, found.end, found.seen) == ("2023-09", None, "2024-01-05")
    wide = msgspec.structs.replace(when, end_lo=first, end_hi=seen)
    assert event(of_event(wide), "thaw").end == "2024-01-05"
    unsaid = msgspec.structs.replace(when, begin_lo=None, end_lo=None)
    found = event(of_event(unsaid), "thaw")
    assert (found.begin, found.end, found.seen) == ("2023-09-30", None, None)


def test_a_statement_names_another_fact_by_its_title() -> None:
    from vyrai.choose._words import sources
    from vyrai.world import World

    named = number("xa.n", 1, "count")
    claim = named.claims[0]
    shown = {
        **msgspec.json.decode(claim.raw),
        "statement": {"en": "Half of xa.n, see xa.none and a.example.org."},
    }
    told = fact("xa.told", msgspec.structs.replace(claim, raw=msgspec.Raw(msgspec.json.encode(shown))))
    titled = msgspec.structs.replace(named, title={"en": "The number"})
    world = World(atlas(facts=(titled, told)), ON)
    assert sources(world, ["xa.told"])["xa.told"][0].statement["en"] == (
        "Half of “The number”, see xa.none and a.example.org."
    )


def test_the_same_question_about_several_is_asked_in_one_go() -> None:
    made = compare(law(), example(FAMILIES[0]), DAYS[-1]).next
    from vyrai.choose import ask as questions

    every = questions(law(), example(FAMILIES[0]), DAYS[-1], None, 99)
    fields = [(one.question, one.label.partition(".")[2]) for one in every if "." in one.label]
    assert len(fields) == len(set(fields))
    assert any(one.also for one in every)
    assert made in every


def test_a_narrow_door_says_for_whom() -> None:
    narrow = msgspec.structs.replace(door("narrow"), narrow_for={"en": "doctors"})
    found = why(Law(atlas(route(ask("x", "sponsor"), door=(narrow,), filed="outside"))), case(), "xa.r", ON)
    assert found.link.door.whom == ({"en": "doctors"},)
