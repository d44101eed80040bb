"""The next best question, and one route explained with what would open it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import msgspec
import pytest

from tests.law.made import ON, atlas, case, child, door, parent, route, span
from tests.law.made import ask as asked
from tests.world.invented import invented
from vyrai.choose import ask, compare, why
from vyrai.choose.explained import Why
from vyrai.choose.model import Question
from vyrai.family import Case
from vyrai.law import Law
from vyrai.world._built import Bond


def questions(of: Case, *routes: Any, count: int = 9) -> list[str]:
    return [one.label for one in ask(Law(atlas(*routes)), of, ON, None, count)]


def named(name: str, *rules: tuple[str, str], **keys: Any) -> Any:
    return route(*(asked(f"{name}-{what}", rule) for what, rule in rules), name=name, filed="outside", **keys)


def test_the_question_that_settles_most_comes_first() -> None:
    """Both answers to one question settle two routes; the others settle one, or one in half of the cases."""
    routes = (
        named("a", ("x", "invitation == 'XA'")),
        named("b", ("x", "invitation == 'XA'"), ("y", "host")),
        named("c", ("x", "invitation == 'XA'")),
    )
    assert questions(case(), *routes) == ["invitation", "host"]
    first = ask(Law(atlas(*routes)), case(), ON)[0]
    assert (first.settles, first.matters, first.question) == (3, ("a", "b", "c"), "family.invitation")
    assert not first.sensitive


def test_what_is_sensitive_or_heavy_to_answer_comes_last() -> None:
    routes = (
        named("a", ("x", "any(h.for_views for h in happened)")),
        named("b", ("x", "sponsor")),
        named("c", ("x", "host")),
    )
    assert questions(case(), *routes) == ["host", "sponsor", "happened"]


def test_nothing_is_asked_of_what_is_settled_shut_or_crossed_out() -> None:
    assert questions(case(host=True), named("a", ("x", "host"))) == []
    assert questions(case(), named("a", ("x", "host"), door=(door("closed"),))) == []
    assert compare(Law(atlas(named("a", ("x", "host")))), case(host=False), ON).next is None


def test_marks_weigh() -> None:
    """What is kept comes before what is in the pocket, and that before what is crossed out."""
    names = ("guest-visa", "settlement", "practise")
    rules = ("host", "sponsor", "invitation == 'XA'")
    law = Law(atlas(*(named(f"xa.{name}", ("x", rule)) for name, rule in zip(names, rules, strict=True))))
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        marks = [
            {"what": f"xa.{names[place]}", "mark": mark}
            for place, mark in zip(order, ("keep", "pocket", "crossed"), strict=True)
        ]
        found = [one.matters[0] for one in ask(law, case(marks=marks), ON, None, 3)]
        assert found.index(f"xa.{names[order[0]]}") < found.index(f"xa.{names[order[2]]}")
        assert found[-1] == f"xa.{names[order[2]]}"


KINDS = (
    ("p.birth <= on", "stork.birth"),
    ("level(p, 'xan', 'speaking') >= fact('xa.settled.level-low')", "stork.languages"),
    ("p.ethnicity in ('xanadian',)", "stork.ethnicity"),
    ("p.occupation in fact('xa.practise.occupations')", "stork.occupation"),
    ("p.occupation == '2211'", "stork.occupation"),
    ("any(l.level >= fact('xa.settled.level-low') for l in p.languages)", "stork.languages[1].level"),
    ("any(c.free_pages >= 1 for c in p.citizenships)", "stork.citizenships[1].free_pages"),
    ("any(o.of in ('stork',) for o in others)", "others[1].of"),
)


@pytest.mark.parametrize(("rule", "label"), KINDS)
def test_every_kind_of_question_can_be_asked(rule: str, label: str) -> None:
    person: dict[str, Any] = {"citizenships": [{}]} | (
        {"languages": [{"language": "xan"}]} if "[1].level" in label else {}
    )
    of = case(parent(**person), others=[{"alias": "heron"}])
    law = Law(atlas(route(asked("a", rule, "person"), name="a", filed="outside")))
    found: tuple[Question, ...] = ask(law, of, ON, None, 9)
    assert label in [one.label for one in found] or label.startswith("others")
    assert all("{name}" not in text for one in found for text in (*one.text.values(), *one.why.values()))


def after_twelve(law: Law, of: Case, truth: dict[str, Any], order: str) -> int:
    """How many questions it takes until nothing about the family is open any more."""
    for number_ in range(30):
        found = ask(law, of, ON, None, 30)
        if not found:
            return number_
        pick = found[0] if order == "best" else sorted(found, key=lambda one: one.label)[-1]
        of = of.with_answers({pick.item.removeprefix("family."): truth[pick.label]}, loose=True)
    return 30


def test_the_best_order_never_needs_more_questions_than_the_worst() -> None:
    routes = (
        named("a", ("x", "host"), ("y", "sponsor")),
        named("b", ("x", "host"), ("y", "invitation == 'XA'")),
        named("c", ("x", "host and (sponsor or invitation == 'XA')")),
    )
    law = Law(atlas(*routes))
    truth = {"host": False, "sponsor": True, "invitation": "none"}
    assert after_twelve(law, case(), truth, "best") == 1
    assert after_twelve(law, case(), truth, "worst") == 3


SPEAKS = "any(l.level >= fact('xa.settled.level-low') for l in p.languages)"


@cache
def law() -> Law:
    changeable = ("person.insured", "family.host", "money.amount", "money.currency", "language.level")
    questions_ = tuple(
        msgspec.structs.replace(one, checks={**one.checks, "changeable": "long"})
        if one.id in changeable
        else one
        for one in atlas().questions
    )
    history = (door("open", span("2025-01-01", "2025-12-31")), door("narrow", span("2026-01-01")))
    opened = route(
        asked("insured", "p.insured", "person"),
        asked("host", "host"),
        asked("money", "money('XXA') >= fact('xa.guest.money')"),
        asked("xan", SPEAKS, "adult", "applicant"),
        asked("passport", "all(not c.expires < on for c in p.citizenships)", "person"),
        name="xa.long",
        filed="outside",
        door=history,
        steps=("xa.ask-for-visa", "stamp-diploma"),
        fees=("xa.guest.fee",),
        refusal=("xa.guest.again",),
        closes=(Bond({"en": "One first visa."}, "xa.guest.binds"),),
        binds=(Bond({"en": "A year."}),),
        cites=("xa.guest.form",),
    )  # fmt: skip
    fixed = route(
        asked("grown", "age(p) >= fact('xa.adult-age')", "person"), name="xa.fixed", filed="outside"
    )
    thaw = route(asked("thaw", "during('xa.thaw') and sponsor"), name="xa.melt", filed="outside")
    routes = (*invented().routes, opened, fixed, thaw)
    return Law(atlas(*routes, questions=questions_))


SHUT = case(
    parent(
        birth="2010-01-01",
        insured=False,
        languages={"complete": True, "items": [{"language": "xan", "level": "A1"}]},
        citizenships={"complete": True, "items": []},
    ),
    host=False,
    savings={"complete": True, "items": [{"currency": "XXA", "amount": 20}]},
)


def test_why_a_route_is_shut_and_what_would_open_it() -> None:
    found = why(law(), SHUT, "xa.long", ON)
    assert (found.link.verdict, found.link.way, found.country) == ("not met", "closed", "XA")
    assert [one.requirement for one in found.link.blockers] == [
        "xa.r.insured",
        "xa.r.host",
        "xa.r.money",
        "xa.r.xan",
    ]
    assert found.changeable
    labels = [
        dict(zip((one.label for one in change.items), change.becomes, strict=True))
        for change in found.changes
    ]
    assert {
        "host": "yes",
        "stork.insured": "yes",
        "savings[+].amount": "100",
        "savings[+].currency": "XXA",
        "stork.languages[1].level": "A2",
    } in labels
    for change in found.changes:
        assert len(change.items) == len(found.changes[0].items)


def test_the_proposed_answers_do_open_it() -> None:
    found = why(law(), SHUT, "xa.long", ON)
    answers: dict[str, Any] = {
        "host": True,
        "stork.insured": True,
        "savings": [{"currency": "XXA", "amount": 20}, {"currency": "XXA", "amount": 100}],
        "stork.languages[1].level": "A2",
    }
    opened = why(law(), SHUT.with_answers(answers), "xa.long", ON)
    assert (found.link.verdict, opened.link.verdict) == ("not met", "met")
    assert (opened.changes, opened.changeable) == ((), True)
    values = {one.label: one.value for one in opened.support}
    assert values["host"] == "yes"
    assert values["xa.guest.money"] == "100 XXA"
    assert values["stork.languages[1].level"] == "A2"
    assert values["savings[2].amount"] == "100"


def test_nothing_you_can_change() -> None:
    found = why(law(), SHUT, "xa.fixed", ON)
    assert (found.link.verdict, found.changes, found.changeable) == ("not met", (), False)
    assert [(one.label, one.value) for one in found.support] == [
        ("stork.birth", "2010-01-01"),
        ("xa.adult-age", "18 years-of-age"),
    ]


def test_everything_that_is_shown_of_a_route() -> None:
    found: Why = why(law(), SHUT, "xa.long", ON)
    assert [(one.state, one.begin, one.end, one.now) for one in found.door_history] == [
        ("open", "2025-01-01", "2025-12-31", False),
        ("narrow", "2026-01-01", None, True),
    ]
    assert [one.step for one in found.steps] == ["xa.ask-for-visa", "stamp-diploma"]
    first, second = found.steps
    assert (first.weeks.lo, first.weeks.hi, first.costs, first.papers) == (
        8,
        18,
        ("xa.guest.fee",),
        ({"en": "Passport", "ru": "Паспорт"},),
    )
    assert (second.danger, second.danger_text) == (
        1,
        {"en": "The ministry sees who asks.", "ru": "Министерство видит, кто просит."},
    )
    assert found.closes == (({"en": "One first visa."}, "xa.guest.binds"), ({"en": "A year."}, None))
    assert (found.fees, found.refusal) == (("xa.guest.fee",), ("xa.guest.again",))
    assert found.cites == ("xa.guest.form",)
    by_name = {one.requirement: one for one in found.asked}
    money = by_name["xa.r.money"]
    assert (money.verdict, money.rule) == ("not met", "money('XXA') >= fact('xa.guest.money')")
    assert money.facts == ("xa.guest.money",)
    assert by_name["xa.r.passport"].verdict == "met"
    assert [(one.standing, one.value) for one in found.sources["xa.guest.fee"]] == [
        ("surely", "10"),
        ("surely", "12"),
        ("excluded", "30"),
    ]


def test_the_event_behind_a_route_is_named() -> None:
    found = why(law(), case(sponsor=True), "xa.melt", date(2025, 6, 1))
    assert found.link.verdict == "met"
    assert found.events["xa.thaw"].title["en"] == "The great thaw"
    assert found.events["xa.thaw"].begin == "2025-03-01"
    assert [one.label for one in found.support] == ["xa.thaw", "sponsor"]


def test_reasons_of_what_is_open() -> None:
    of = case(
        parent(birth="2008", languages={"unknown": "does_not_know"}),
        child(),
        sponsor={"unknown": "will_not_say"},
    )

    def reasons(name: str, on: date = ON) -> dict[str, tuple[str, str]]:
        found = why(law(), of, name, on)
        return {one.label: (one.reason, one.who) for row in found.asked for one in row.open}

    assert reasons("xa.melt") == {
        "xa.thaw": ("not_known_in_force", "atlas"),
        "sponsor": ("will_not_say", "family"),
    }
    assert reasons("xa.fixed") == {
        "stork.birth": ("too_coarse", "family"),
        "wren.birth": ("not_asked", "family"),
    }
    assert reasons("xa.long")["stork.languages"] == ("does_not_know", "family")
    settle = reasons("xa.settlement")
    assert settle["xa.integrated"] == ("needs_judgement", "person")
    assert settle["xa.quota"] == ("decided_later", "time")
    assert reasons("xa.fixed", date(2019, 1, 1))["xa.adult-age"] == ("not_known_in_force", "atlas")


def test_an_unknown_route_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        why(law(), SHUT, "xa.none", ON)


def test_a_route_far_along_a_chain_is_explained_on_its_day() -> None:
    found = why(law(), SHUT, "xa.settlement", ON)
    assert (found.link.on, found.link.after) == ("2027-01-20", "xa.guest")
