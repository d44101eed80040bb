"""What it is worth to react to a no, where somebody counts how often it is said or the family supposes it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.belong.made import status
from tests.choose.plans import found, plan, step
from tests.law.made import after, ask, child, parent
from tests.law.made import number as number_
from tests.reach.made import country, describe, into, rich
from vyrai.choose import Planning, form_of, planning
from vyrai.choose._pocket import Asked, instead, pocket
from vyrai.choose.drafting import drafting
from vyrai.choose.reacting import ReactingOn, TurnOn
from vyrai.choose.step_on import StepOn
from vyrai.family import Case, loads
from vyrai.law import Law
from vyrai.words import Words
from vyrai.words.planning import about, below, fields, names, turns, worth
from vyrai.world import Step as Described
from vyrai.world._built import Grant, Outcome

ON = date(2026, 11, 20)
W = Words("en")
CROSS = describe("cross", "f.now", who_comes="each", moves=True, level=0)
ASK = describe("ask", "f.week", level=0, refused=True)
OTHER = describe("other", "f.ten", level=0, refused=True)
LAW = country(into("visa", "st.here", ASK, CROSS), into("permit", "st.here", OTHER, CROSS))
REST = (
    "Courts, and what else may be done after a no, stand with each plan. Once a yes lets you in, no other "
    "way in is asked for. Fees, living and what you put aside at home are counted. What each way hangs on, "
    "as it stands with its plan, is taken as true here. Safety is here to be there, allowed to stay, and to "
    "get no later no on that way, as to a claim for protection; how long that answer takes is not counted."
)


def fields_of(step: StepOn) -> list[Any]:
    return [*fields(W, found(plan(step)), step, False, (1,))]


def asked(suppose: float | None) -> Planning:
    return planning(LAW, rich(parent()), "XA", ON, lives=400, suppose=suppose)


def test_nothing_is_supposed_that_nobody_asked_for() -> None:
    every = asked(None)
    assert every.reacting is None
    assert all("refused" in step.unknown for one in every.plans for step in one.steps if step.refusable)
    assert "as you suppose" not in " ".join(about(W, every))


def test_after_a_no_the_other_way_is_asked_for_and_that_is_worth_what_it_adds() -> None:
    every = asked(0.3)
    of = every.reacting
    assert of is not None
    # Either is refused in 30 of 100: both in 9.
    assert (of.refused, of.value, of.without, of.exact) == (0.3, 0.91, 0.7, True)
    assert worth(W, of) == [
        "You suppose that each decision of which it is not known today how often it is refused is refused "
        "in 30 of 100 cases, each for itself. No source says so: take it as an example, and suppose no less "
        "than what was once counted, where a step says it.",
        "Then whoever reacts to each no as is told here comes to safety in at least four of five cases; "
        "whoever stops at the first no, in at least two of three cases.",
        f"Here each decision is asked for once. {REST}",
    ]
    assert turns(W, every, of)[0] == (1, "Begin with: r.visa: ask")
    assert (3, "After a no to 1: r.permit: other") in turns(W, every, of)
    assert any("nothing is left of what this table looks at" in text for _, text in turns(W, every, of))
    assert not any("likeliest" in names(W, every, one) for one in every.plans)
    assert "Reckoned with refusals as you suppose them: 30 of 100, where" in " ".join(about(W, every))


def test_where_a_yes_is_the_last_that_the_table_looks_at_it_says_so() -> None:
    of = asked(0.3).reacting
    assert of is not None
    ends = next(one for one in of.turns if one.kind is None and not one.safe)
    begin = of.turns[0]
    cut = replace(of, turns=(begin, replace(ends, after=begin.number, answer="granted")))
    assert turns(W, asked(0.3), cut)[-1] == (
        2,
        "After a yes to 1: this table looks no further; the plan of this way does",
    )


def test_what_is_supposed_is_lived_and_never_told_as_known() -> None:
    first = asked(0.3).plans[0]
    assert [step.unknown for step in first.steps if step.refusable] == [("supposed", "fee")]
    assert first.lived is not None
    assert "refused" not in first.lived.lives.unknown
    assert [step.refused for step in first.steps if step.refusable] == [None], "a guess is no count"
    assert not any("that somebody counted" in text for step in first.steps for _, text in fields_of(step))
    assert 0.2 < first.lived.lives.never_safe.share < 0.4, "three of ten are refused, and ask no second time"


def counted(*shares: str | None) -> Law:
    """Ways to one paper, each decided by a step, with the facts that say how often it is refused."""
    ways = []
    for number, share in enumerate(shares):
        of = Outcome() if share is None else Outcome(share={"any": share})
        decide = replace(describe(f"decide-{number}", "f.week", level=0), outcomes={"refused": of})
        ways.append(into(f"way-{number}", "st.here", decide, CROSS, kind="visa"))
    law = country(*ways)
    return Law(replace(law.atlas, facts=(*law.atlas.facts, number_("f.third", 30, "percent"))))


def test_where_every_refusal_is_counted_nobody_need_suppose_a_share() -> None:
    every = planning(counted("f.third", "f.third"), rich(), "XA", ON, lives=100)
    of = every.reacting
    assert of is not None
    assert (of.refused, of.value, of.without) == (None, 0.91, 0.7)
    assert worth(W, of)[0] == (
        "Reckoned with how often others were refused, each decision for itself; yours hang on your own case."
    )
    assert not any("as you suppose them" in text for text in about(W, every))
    # Of a way of which nobody counts the refusals nothing is told.
    one = planning(counted("f.third", None), rich(), "XA", ON, lives=100).reacting
    assert one is not None
    assert (one.value, one.without) == (0.7, 0.7)
    assert planning(counted(None), rich(), "XA", ON, lives=100).reacting is None


def test_who_comes_later_after_a_no_is_not_shut_out_where_nobody_may_work() -> None:
    """A plan without work wants to be there as soon as it can be; that is no door for another answer."""
    long = replace(
        describe("long", "f.half-year", level=0), outcomes={"refused": Outcome(share={"any": "f.third"})}
    )
    law = country(into("visa", "st.here", long, CROSS, kind="visa"), statuses=(status("here"),))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, number_("f.third", 30, "percent"))))
    of = planning(law, rich(), "XA", ON, lives=100).reacting
    assert of is not None
    assert of.value == 0.7


def test_who_waits_long_is_not_shut_out_by_a_paper_that_the_plan_makes_anew() -> None:
    long = replace(
        describe("decide", "f.half-year", level=0, needs=("passport",)),
        outcomes={"refused": Outcome(share={"any": "f.third"})},
    )
    leave = describe("leave", "f.now", who_comes="each", moves=True, level=0, needs=("passport",))
    renew = describe("renew", "f.week", folder="", level=0, yields=("passport",))
    law = country(into("visa", "st.here", renew, long, leave, kind="visa"))
    law = Law(replace(law.atlas, facts=(*law.atlas.facts, number_("f.third", 30, "percent"))))
    held = [{"country": "XB", "document": "passport", "expires": "2026-12-20"}]
    own = parent(citizenships={"complete": True, "items": held})
    every = planning(law, rich(own), "XA", ON, lives=100)
    assert "s.renew" in {step.id for step in every.plans[0].steps}
    assert every.reacting is not None
    assert every.reacting.value == 0.7


def test_of_a_plan_that_is_paid_from_what_comes_in_at_home_nothing_is_told() -> None:
    """In the table nobody waits for money; that nothing is left would be untrue, for the plan holds."""
    cross = describe("cross", "f.now", who_comes="each", moves=True, level=0, costs=("f.dear",))
    law = country(into("visa", "st.here", ASK, cross), rent=None, living=())
    saved = {"complete": True, "items": [{"currency": "XXA", "amount": 200}]}
    every = planning(law, rich(parent(), amount=100, saved_at_home=saved), "XA", ON, lives=50, suppose=0.3)
    assert every.plans
    assert every.reacting is None


def test_what_is_put_aside_while_an_answer_is_waited_for_pays_the_next_step() -> None:
    """Ten weeks are two months of the money: 400 more, of which 600 for the journey are paid."""
    cross = describe("cross", "f.now", who_comes="each", moves=True, level=0, costs=("f.dear",))
    slow = describe("slow", "f.ten", level=0, refused=True)
    law = country(into("visa", "st.here", slow, cross), rent=None, living=())

    def with_aside(monthly: int) -> ReactingOn | None:
        saved = {"complete": True, "items": [{"currency": "XXA", "amount": monthly}]}
        case = rich(parent(), amount=300, saved_at_home=saved)
        return planning(law, case, "XA", ON, lives=50, suppose=0.3).reacting

    enough = with_aside(200)
    assert enough is not None
    assert enough.value == 0.7
    assert with_aside(100) is None


def test_a_later_no_counts_and_the_row_names_the_answer_on_which_it_hangs() -> None:
    claim = describe("claim", "f.week", level=0)
    hearing = describe("hearing", "f.ten", level=0, refused=True)
    visit = into("visit", "st.visit", ASK, CROSS, kind="visa")
    asked_there = into("protection", "st.here", claim, hearing, kind="protection", filed="inside")
    statuses = (status("here", {"work": "yes"}), status("visit"))
    law = country(visit, asked_there, statuses=statuses)
    of = planning(law, rich(), "XA", ON, lives=50, suppose=0.3).reacting
    assert of is not None
    assert (of.value, of.without) == (0.49, 0.49), "the visa, then the claim"
    told = [(one.answer, one.route, one.title) for one in of.turns if one.kind == "step"]
    assert told[0][1:] == ("r.visit", {"en": "ask"})
    assert ("granted", "r.protection", {"en": "hearing"}) in told
    assert any(one.kind is None and one.answer == "refused" and one.after == 2 for one in of.turns)


def test_what_is_refused_later_and_gives_no_status_does_not_count() -> None:
    """A place at school that is refused sends nobody away."""
    place = describe("place", "f.week", level=0, refused=True)
    grant = describe("ask", "f.week", level=0, refused=True, yields=("st.here",))
    law = country(into("visa", "st.here", grant, CROSS, place, kind="visa"))
    of = planning(law, rich(), "XA", ON, lives=50, suppose=0.3).reacting
    assert of is not None
    assert of.value == 0.7


def test_whoever_may_come_in_asks_for_no_other_way_in() -> None:
    """The permit may still be a no once they are there: a second visa beforehand is no help that exists."""
    permit = describe("permit", "f.week", level=0, refused=True)
    first = into("visa", "st.here", ASK, CROSS, permit, kind="visa")
    other = into("other", "st.here", OTHER, CROSS, kind="visa")
    of = planning(country(first, other), rich(), "XA", ON, lives=50, suppose=0.3).reacting
    assert of is not None
    rows = {one.number: one for one in of.turns}
    for one in of.turns:
        before = rows.get(one.after or 0)
        if before is not None and one.answer == "granted" and one.route is not None:
            assert one.route == before.route
    assert of.value == 0.847, "the other first: 0.7, and after its no both answers of this one: 0.3 of 0.49"


def test_without_a_plan_there_is_nothing_to_react_to() -> None:
    shut = country(into("visa", "st.here", ASK, CROSS, asked=(ask("no", "citizen(p, 'XA')", "person"),)))
    own = parent(citizenships={"complete": True, "items": [{"country": "XB"}]})
    every = planning(shut, rich(own), "XA", ON, lives=100, suppose=0.3)
    assert (every.plans, every.reacting) == ((), None)


def worth_of(**keys: Any) -> ReactingOn:
    plain: dict[str, Any] = {"refused": 0.2, "value": 0.6, "without": 0.6, "exact": True, "turns": ()}
    return ReactingOn(
        **(
            plain
            | {"again": False, "pocket": (), "uncounted": (), "unplanned": (), "there": (), "cut": False}
            | keys
        )
    )


def test_asking_again_after_a_no_is_worth_what_it_adds() -> None:
    again = describe("again", "f.ten", level=0)
    asking = replace(ASK, outcomes={"refused": Outcome(steps=("s.again",))})
    law = country(into("visa", "st.here", asking, CROSS), shared=(again,))
    every = planning(law, rich(), "XA", ON, lives=100, suppose=0.3)
    of = every.reacting
    assert of is not None
    assert (of.value, of.without, of.again) == (0.91, 0.7, True)
    assert (3, "After a no to 1: r.visa: again") in turns(W, every, of)
    assert worth(W, of)[2] == f"Asking once more is counted, where the atlas says how. {REST}"
    twice = country(
        into("visa", "st.here", replace(ASK, outcomes={"refused": Outcome(steps=("s.ask",))}), CROSS)
    )
    every = planning(twice, rich(), "XA", ON, lives=100, suppose=0.3)
    assert every.reacting is not None
    assert every.reacting.value == 0.91
    assert (3, "After a no to 1: r.visa: once more: ask") in turns(W, every, every.reacting)


def test_of_who_was_refused_before_nobody_counts_refusals_and_that_is_said() -> None:
    law = counted("f.third")
    decide = law.atlas.step("s.decide-0")
    share = Outcome(share={"any": "f.third"}, steps=("s.decide-0",))
    steps = [
        replace(decide, outcomes={"refused": share}) if one is decide else one for one in law.atlas.steps
    ]
    of = planning(Law(replace(law.atlas, steps=tuple(steps))), rich(), "XA", ON, lives=100).reacting
    assert of is not None
    assert (of.value, of.without, of.again) == (0.7, 0.7, False)
    assert worth(W, of)[2] == (
        "Here each decision is asked for once. Not in it, for nobody counts how often it is a no: decide-0. "
        f"{REST}"
    )


def with_pocket(sail: Described, **keys: Any) -> Law:
    """The visa, and a second country into which one may sail."""
    law = country(
        into("visa", "st.here", ASK, CROSS), into("other", "st.here", sail, folder="XC", kind="visa", **keys)
    )
    second = [replace(one, id="XC") for one in law.atlas.countries if one.id == "XA"]
    return Law(replace(law.atlas, countries=(*law.atlas.countries, *second)))


def kept(law: Law, suppose: float | None = 0.3, **mark: Any) -> ReactingOn:
    of = planning(law, pocketing(law, parent(), **mark), "XA", ON, lives=100, suppose=suppose).reacting
    assert of is not None
    return of


def pocketing(law: Law, *members: dict[str, Any], **mark: Any) -> Case:
    """A family with savings that keeps the second country in its pocket, by the form that knows it."""
    savings = {"complete": True, "items": [{"currency": "XXA", "amount": 10_000}]}
    marks = [{"what": "XC", "mark": "pocket", **mark}]
    written = {"members": [*members], "savings": savings, "marks": marks}
    return loads(json.dumps(written), form_of(law.atlas))


def test_after_a_no_there_is_the_country_in_the_pocket_for_as_long_as_it_is_open() -> None:
    sail = describe("sail", "f.ten", folder="XC", moves=True, outcomes={"granted": Outcome()})
    law = with_pocket(sail)
    of = kept(law)
    assert of.without == 0.7
    assert of.value == 0.91, "that country is supposed to refuse too"
    assert [one["en"] for one in of.pocket] == ["Xanadu"]
    told = [one for one in of.turns if one.kind == "pocket"]
    assert [(one.answer, one.route, one.title) for one in told] == [("refused", None, of.pocket[0])]
    assert worth(W, of)[2] == f"What is in your pocket is counted: Xanadu. {REST}"
    assert (
        "Asking once more is counted, and what is in your pocket: Xanadu."
        in worth(W, replace(of, again=True))[2]
    )
    # The answer comes after a week, on 27 November.
    assert kept(law, until="2026-11-27").value == of.value
    assert kept(law, until="2026-11-26").value == 0.7


def test_the_country_in_the_pocket_is_one_step_with_all_that_its_plan_takes() -> None:
    """Its fee, the rent until pay, the dangers, the days up to safety; what may be refused after that counts
    no more there than in the country that is asked for.
    """
    sail = describe("sail", "f.ten", folder="XC", moves=True, level=2, costs=("f.fee",), who_comes="each")
    card = describe("card", "f.half-year", folder="XC", refused=True)
    law = with_pocket(sail)
    law = Law(
        replace(
            law.atlas,
            steps=(*law.atlas.steps, card),
            routes=tuple(
                replace(one, steps=(*one.steps, "s.card"), kind="visa-free") if one.folder == "XC" else one
                for one in law.atlas.routes
            ),
        )
    )
    case = pocketing(law, parent())
    family, world, draft = drafting(law, case, "XA", ON, suppose=0.3)
    assert family is not None
    ask_for = Asked(law, case, world, "XA", 0, None, None)
    (one,) = instead(ask_for, draft, 0.3)
    assert (one.country, one.planned) == ("XC", True)
    assert one.step is not None
    step = one.step
    assert (step.id, step.days, step.fee, step.danger, step.place) == (
        "pocket:XC",
        (70, 70, 70),
        40,
        3,
        "home",
    )
    assert step.locked > 0, "the rent until somebody is paid"
    assert step.refused == 0, "the card is asked for once they are there"
    # Nobody counts how often the card is refused, and it closes nothing.
    (known,) = instead(ask_for, draft, None)
    assert known.step is not None
    # Whom it lets in is refused by nobody knows how many: it is planned, and not counted.
    asked_there = replace(
        law.atlas,
        steps=tuple(
            replace(one, outcomes={"refused": Outcome()}) if one.id == "s.sail" else one
            for one in law.atlas.steps
        ),
    )
    (unknown,) = instead(ask_for._replace(law=Law(asked_there)), draft, None)
    assert (unknown.step, unknown.planned) == (None, True)
    # The country itself is in no pocket.
    (left,) = instead(ask_for._replace(case=pocketing(law, parent(), what="XC")), draft, 0.3)
    assert left.country == "XC"
    assert pocket(ask_for._replace(case=pocketing(law, parent(), what="XA"))) == {}
    # Where nobody has said what is saved no sum binds.
    silent = loads(
        json.dumps({"members": [parent()], "marks": [{"what": "XC", "mark": "pocket"}]}), form_of(law.atlas)
    )
    (free,) = instead(ask_for._replace(case=silent), drafting(law, silent, "XA", ON, suppose=0.3).draft, 0.3)
    assert free.step is not None
    assert (free.step.fee, free.step.locked) == (0, 0)
    told = planning(law, silent, "XA", ON, lives=50, suppose=0.3).reacting
    assert told is not None
    assert told.value == 1


def test_who_is_there_already_is_told_that_no_journey_to_the_pocket_is_planned() -> None:
    law = with_pocket(describe("sail", "f.ten", folder="XC", moves=True))
    told = planning(law, pocketing(law, parent(residence="XA")), "XA", ON, lives=50, suppose=0.3).reacting
    assert told is not None
    assert (told.pocket, [one["en"] for one in told.unplanned]) == ((), ["Xanadu"])


def test_being_where_the_family_is_already_is_no_row_of_the_table() -> None:
    first, last = (describe(name, "f.ten", who_comes="applicant", refused=True) for name in ("ask", "tell"))
    law = country(into("permit", "st.here", first, last, kind="permit", filed="inside"))
    case = loads(json.dumps({"members": [parent(residence="XA")]}), form_of(law.atlas))
    found = planning(law, case, "XA", ON, lives=50, suppose=0.3)
    assert found.there
    assert found.reacting is not None
    assert turns(W, found, found.reacting)[:2] == [
        (1, "Begin with: r.permit: ask"),
        (2, "After a yes to 1: r.permit: tell"),
    ]


def test_who_lives_in_the_country_in_the_pocket_is_told_that_it_is_not_counted() -> None:
    """Staying where they are is no journey, and no answer to a no."""
    law = with_pocket(describe("sail", "f.ten", folder="XC", moves=True, refused=True))
    case = loads(
        json.dumps({"members": [parent(residence="XA")], "marks": [{"what": "XA", "mark": "pocket"}]}),
        form_of(law.atlas),
    )
    of = planning(law, case, "XC", ON, lives=50, suppose=0.3).reacting
    assert of is not None
    assert (of.pocket, of.unplanned, [one["en"] for one in of.there]) == ((), (), ["Xanadu"])
    assert "You are in this country of your pocket already; it is not counted: Xanadu." in worth(W, of)[2]


def test_under_the_table_stands_what_it_leaves_out_and_what_to_mind_before_a_visit() -> None:
    one = TurnOn(
        number=1,
        after=None,
        answer=None,
        route="xa.claim",
        kind="safe",
        title=None,
        again=False,
        prepare=(),
        safe=False,
    )
    table = worth_of(turns=(one,), cut=True)
    plans = (plan(step("form"), way=("xa.visit", "xa.claim"), asks_after_entry=True),)
    said = below(W, found(*plans), table)
    assert said[0] == "What comes after a third no is not told here: see what stands with each plan."
    assert said[1].startswith(
        "If you mean to come in first and ask for protection then, speak to a lawyer before"
    )
    elsewhere = worth_of(turns=(replace(one, route="xa.other"),))
    assert below(W, found(*plans), elsewhere) == []
    assert below(W, found(plan(step("form"), way=("xa.visit", "xa.claim"))), worth_of(turns=(one,))) == []


def test_a_visit_on_which_nobody_may_work_ends_no_table_beside_a_way_to_stay() -> None:
    visit = into("visit", "st.visit", describe("stamp", "f.now", level=0, refused=True), CROSS, kind="visa")
    law = country(
        into("visa", "st.here", ASK, CROSS),
        visit,
        statuses=(status("here", {"work": "yes"}), status("visit")),
    )
    of = planning(law, rich(), "XA", ON, lives=50, suppose=0.3).reacting
    assert of is not None
    assert {one.route for one in of.turns} == {"r.visa", None}
    alone = planning(
        country(visit, statuses=(status("visit"),)), rich(), "XA", ON, lives=50, suppose=0.3
    ).reacting
    assert alone is not None
    assert {one.route for one in alone.turns} == {"r.visit", None}


def test_a_paper_that_only_a_plan_that_is_left_out_makes_anew_stays_in_hand() -> None:
    """Else nothing could be begun, though the plan holds."""
    renew = describe("renew", "f.week", folder="", level=0, yields=("passport",))
    ways = []
    for number in range(6):
        needs = ("passport",)
        decide = replace(
            describe(f"decide-{number}", "f.week", level=0, needs=needs, refused=True), needs=needs
        )
        late = [renew, describe(f"late-{number}", "f.half-year", level=0)] if number == 5 else []
        ways.append(into(f"way-{number}", "st.here", *late, decide, CROSS, kind="visa"))
    law = country(*ways)
    held = [{"country": "XB", "document": "passport", "expires": "2027-01-20"}]
    own = parent(citizenships={"complete": True, "items": held})
    told = planning(law, rich(own), "XA", ON, lives=50, suppose=0.3).reacting
    assert told is not None
    assert told.value > 0.7
    assert told.turns[0].kind is not None


def test_a_pocket_into_which_there_is_no_plan_is_named() -> None:
    shut = with_pocket(
        describe("sail", "f.ten", folder="XC", moves=True),
        asked=(ask("no", "citizen(p, 'XA')", "person"),),
    )
    own = parent(citizenships={"complete": True, "items": [{"country": "XB"}]})
    of = planning(shut, pocketing(shut, own), "XA", ON, lives=100, suppose=0.3).reacting
    assert of is not None
    assert (of.value, of.pocket, of.uncounted) == (0.7, (), ())
    assert [one["en"] for one in of.unplanned] == ["Xanadu"]
    assert "In your pocket, but there is no plan now to get there: Xanadu." in worth(W, of)[2]


@pytest.mark.parametrize(
    ("value", "without", "said"),
    [
        (
            0.8,
            0.8,
            "in at least four of five cases. Of the ways that were looked at none is a help after a no.",
        ),
        (0.55, 0.5, "in more than half of all cases, somewhat oftener by whoever reacts to each no"),
        (0.97, 0.1, "nearly always; whoever stops at the first no, in fewer than one of four cases."),
    ],
)
def test_how_much_it_is_worth_is_told_in_bands(value: float, without: float, said: str) -> None:
    of = worth_of(value=value, without=without, exact=False)
    assert said in worth(W, of)[1]
    assert worth(W, of)[2].endswith("these are simulated answers.")


def test_rows_say_what_is_made_ready_and_what_has_no_name() -> None:
    def row(number: int, **keys: Any) -> TurnOn:
        plain: dict[str, Any] = {"after": 1, "answer": "granted", "route": None, "kind": "journey"}
        plain |= {"title": None, "again": False, "prepare": (), "safe": False}
        return TurnOn(number=number, **(plain | keys))

    ready = ({"en": "Buy"}, {"en": "Buy"}, {"en": "File"})
    rows = (
        row(1, after=None, answer=None, kind="step", title={"en": "Ask"}, prepare=ready),
        row(2, safe=True, kind=None),
        row(3, answer="refused", kind=None),
        row(4, answer="refused", kind=None, safe=True),
        row(5, after=3, route="xa.way"),
        row(6, after=1, answer="refused", kind="step", title={"en": "Ask"}, again=True),
        row(7, after=6, answer="refused", kind="pocket", title={"en": "Xanadu"}),
    )
    of = worth_of(turns=rows)
    every = found(plan(step("form")))
    assert turns(W, every, of) == [
        (1, "Begin with: Ask (before it: Buy; File)"),
        (2, "After a no to 1: nothing is left of what this table looks at; see what stands with the plan"),
        (3, "After a no to 1: you are there and may stay"),
        (4, "After a yes to 2: The way: The journey there"),
        (5, "After a no to 1: once more: Ask"),
        (6, "After a no to 5: Xanadu, which is in your pocket"),
    ]
    assert every.reacting is None


def test_one_decision_that_is_a_no_is_a_no_for_every_way_that_hangs_on_it() -> None:
    """Refugee or another status: the same hearing decides, and nobody asks it twice."""
    claim = describe("claim", "f.week", level=0, yields=("st.asks",))
    hearing = describe("hearing", "f.ten", level=0, refused=True)
    gives = [status(name, {"work": "yes"}) for name in ("here", "more")]
    statuses = (*gives, status("visit"), status("asks"))
    law = country(
        into("visit", "st.visit", ASK, CROSS, kind="visa"),
        into("claim", "st.asks", claim, kind="protection", filed="inside"),
        into("one", "st.here", hearing, kind="protection", **after("st.asks")),
        into("two", "st.more", hearing, kind="protection", **after("st.asks")),
        statuses=statuses,
    )
    of = planning(law, rich(), "XA", ON, lives=50, suppose=0.3).reacting
    assert of is not None
    assert (of.value, of.without) == (0.343, 0.343), "the visa, the claim, and one hearing"


def test_a_later_no_in_the_country_in_the_pocket_counts_too() -> None:
    claim = describe("plea", "f.week", folder="XC", at="inside", yields=("st.asks",))
    hearing = describe("hearing", "f.ten", folder="XC", at="inside", refused=True)
    sail = describe("sail", "f.ten", folder="XC", moves=True)
    law = with_pocket(sail)
    route = next(one for one in law.atlas.routes if one.folder == "XC")
    held = (*law.atlas.statuses, *(replace(status(name), folder="XC") for name in ("asks", "given")))
    steps = ("s.sail", "s.plea", "s.hearing")
    longer = replace(route, kind="protection", steps=steps, gives=Grant(status="st.given"))
    routes = tuple(longer if one is route else one for one in law.atlas.routes)
    law = Law(replace(law.atlas, steps=(*law.atlas.steps, claim, hearing), statuses=held, routes=routes))
    of = kept(law)
    assert [one["en"] for one in of.pocket] == ["Xanadu"]
    assert of.value == 0.91, "after the no of 30 in 100, 70 of 100 are heard with a yes"


def test_whoever_minds_the_children_is_no_stranger_to_what_follows_a_no() -> None:
    """Asking again takes a parent away, and somebody must stay with the child."""
    again = describe("again", "f.week", level=0, who_comes="applicant")
    asking = replace(ASK, outcomes={"refused": Outcome(steps=("s.again",))})
    law = country(into("visa", "st.here", asking, CROSS), shared=(again,))
    small = child(birth="2024-05-01")
    for adults in ((parent(),), (parent(), parent("heron"))):
        of = planning(law, rich(*adults, small), "XA", ON, lives=50, suppose=0.3).reacting
        assert of is not None
        assert of.value == 0.91
