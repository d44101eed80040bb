"""What would open a route: the smallest sets of answers that can change, each decided again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.made import ON, ask, atlas, case, excused, family, number, parent, route
from vyrai.family import Case
from vyrai.law import Law, openings
from vyrai.law.trial import Trial
from vyrai.rules import SURE
from vyrai.world import Requirement, World

PRICE = number("xa.price", 100, "XXA")
NOTHING = {"complete": True, "items": []}
NO_SAVINGS = {"savings": NOTHING}


def trial(of: Case, *asked: Requirement, **keys: Any) -> Trial:
    law = Law(atlas(route(*asked, **keys), facts=(PRICE, number("xa.two", 2, "count"))))
    return Trial(law, law.atlas.route("xa.r"), family(law, of), World(law.atlas, ON))


def found(of: Case, *asked: Requirement, wholly: bool = True, but: str = "", **keys: Any) -> list[Any]:
    made = trial(of, *asked, **keys)
    proposals = openings(made, lambda key: not but or but not in key, wholly)
    for one in proposals:
        assert made.bits(one) == SURE or not wholly
    return proposals


def person(rule: str) -> Requirement:
    return ask("one", rule, "person")


@pytest.mark.parametrize(
    ("rule", "stork", "answers"),
    [
        ("p.insured", {"insured": False}, {"members/0.insured": (True,)}),
        ("not p.insured", {"insured": True}, {"members/0.insured": (False,)}),
        ("p.occupation == '2211'", {"occupation": "2512"}, {"members/0.occupation": ("2211",)}),
        ("p.occupation in ('2211',)", {"occupation": "2512"}, {"members/0.occupation": ("2211",)}),
        (
            "p.occupation in fact('xa.practise.occupations')",
            {"occupation": "2512"},
            {"members/0.occupation": ("2211",)},
        ),
        (
            "p.insured and p.good_standing",
            {"insured": False, "good_standing": True},
            {"members/0.insured": (True,)},
        ),
        (
            "p.insured and p.good_standing",
            {"insured": False, "good_standing": False},
            {"members/0.insured": (True,), "members/0.good_standing": (True,)},
        ),
        ("p.insured or p.good_standing", {"insured": False}, {"members/0.insured": (True,)}),
        ("not (p.insured and p.wanted)", {"insured": True, "wanted": True}, {"members/0.insured": (False,)}),
        ("p.birth <= on", {"birth": "2026-11-20"}, None),
        (
            "level(p, 'xan') >= fact('xa.settled.level-low')",
            {"languages": [{"language": "xan", "level": "A1"}]},
            {"members/0.languages/0.level": ((2, 2),)},
        ),
        (
            "fact('xa.settled.level-low') <= level(p, 'xan')",
            {"languages": {"complete": True, "items": [{"language": "en", "level": "C1"}]}},
            {
                "members/0.languages/+.language": ("xan",),
                "members/0.languages/+.level": ((2, 2),),
            },
        ),
    ],
)  # fmt: skip
def test_answers_that_would_open_it(rule: str, stork: Any, answers: Any) -> None:
    proposals = found(case(parent(**stork)), person(rule))
    assert answers in proposals or (answers is None and proposals == [])


@pytest.mark.parametrize(
    ("rule", "root", "answers"),
    [
        (
            "money('XXA') >= fact('xa.price')",
            NO_SAVINGS,
            {"savings/+.amount": ((100, 100),), "savings/+.currency": ("XXA",)},
        ),
        (
            "money('XXA') > fact('xa.price')",
            NO_SAVINGS,
            {"savings/+.amount": ((101, 101),), "savings/+.currency": ("XXA",)},
        ),
        (
            "any(worth(s.amount, 'XXA') >= fact('xa.price') for s in savings)",
            {"savings": {"complete": True, "items": [{"currency": "XXA", "amount": 1}]}},
            {"savings/0.amount": ((100, 100),), "savings/0.currency": ("XXA",)},
        ),
        (
            "any(o.country == 'XA' for o in job_offers if o.regulated)",
            {"job_offers": NOTHING},
            {"job_offers/+.country": ("XA",), "job_offers/+.regulated": (True,)},
        ),
        (
            "any(o.country == 'XA' for o in job_offers)",
            {"job_offers": {"complete": True, "items": [{"country": "XB"}]}},
            {"job_offers/0.country": ("XA",)},
        ),
        ("invitation != 'XA'", {"invitation": "XA"}, None),
        ("not invitation == 'XA'", {"invitation": "XA"}, None),
        (
            "count(o for o in job_offers) >= fact('xa.two')",
            {"job_offers": NOTHING},
            None,
        ),
        ("all(o.regulated for o in job_offers)", {"job_offers": [{"regulated": False}]}, None),
        ("on - on >= 1", {}, None),
        ("'XA' == invitation", {"invitation": "XB"}, {"family.invitation": ("XA",)}),
        ("money('XXA') < fact('xa.price')", {"savings": [{"currency": "XXA", "amount": 500}]}, None),
    ],
)
def test_answers_of_the_family_that_would_open_it(rule: str, root: Any, answers: Any) -> None:
    proposals = found(case(**root), ask("one", rule))
    assert answers in proposals or (answers is None and proposals == [])


@pytest.mark.parametrize(
    ("rule", "pages", "becomes"),
    [
        (">= fact('xa.two')", 1, 2),
        ("> 1", 1, 2),
        ("<= 1", 5, 1),
        ("< 1", 5, 0),
        ("== 1", 5, 1),
        ("!= 1", 1, None),
    ],
)
def test_the_nearest_number(rule: str, pages: int, becomes: int | None) -> None:
    held = parent(citizenships={"complete": True, "items": [{"free_pages": pages}]})
    rule = f"any(c.free_pages {rule.replace('xa.two', 'xa.pages')} for c in p.citizenships)"
    law = Law(atlas(route(person(rule)), facts=(number("xa.pages", 2, "pages"),)))
    made = Trial(law, law.atlas.route("xa.r"), family(law, case(held)), World(law.atlas, ON))
    proposals = openings(made, lambda key: True, True)
    nearest = {"members/0.citizenships/0.free_pages": ((becomes, becomes),)}
    assert nearest in proposals or (becomes is None and proposals == [])


def test_only_what_may_change_is_proposed() -> None:
    of = case(parent(insured=False), sponsor=False)
    asked = ask("one", "p.insured or sponsor", "person")
    assert found(of, asked, but="insured") == [{"family.sponsor": (True,)}]
    assert found(of, ask("one", "p.insured", "person"), but="insured") == []


def test_the_smallest_sets_and_no_others() -> None:
    of = case(sponsor=False, host=False, invitation="none")
    asked = ask("one", "(sponsor and host) or invitation == 'XA'")
    assert found(of, asked) == [{"family.invitation": ("XA",)}]


def test_an_exception_may_be_what_opens_it() -> None:
    of = case(parent(birth="2020-01-01"), sponsor=False)
    asked = (
        ask("grown", "age(p) >= fact('xa.adult-age')", "person", unless=("xa.r.vouched",)),
        ask("vouched", "sponsor", aside=True),
    )
    assert found(of, *asked) == [{"family.sponsor": (True,)}]


def test_what_opens_it_is_said_of_the_one_who_is_asked() -> None:
    of = case(parent(insured=False, good_standing=False, residence="XA", birth="1988-03-01"))
    assert found(of, *excused("age(p) < 0"), but="residence") == [{"members/0.good_standing": (True,)}]


def test_what_is_excluded_must_go() -> None:
    of = case(sponsor=True, host=True)
    asked = (ask("one", "sponsor"), ask("hosted", "host", aside=True))
    assert found(of, *asked, excluded=("xa.r.hosted",)) == [{"family.host": (False,)}]


def test_away_from_closed_or_wholly_open() -> None:
    """What is merely open is left out of what has to be done, and belongs to what would surely open it."""
    of = case(parent(insured=False))
    asked = (ask("a", "p.insured", "person"), ask("b", "sponsor"))
    assert found(of, *asked, wholly=False) == [{"members/0.insured": (True,)}]
    assert found(of, *asked) == [{"members/0.insured": (True,), "family.sponsor": (True,)}]


def test_nothing_is_proposed_where_only_others_can_change_it() -> None:
    assert found(case(parent(birth="2020-01-01")), person("age(p) >= fact('xa.adult-age')")) == []


def test_each_of_two_members() -> None:
    of = case(parent(insured=False), parent("lark", insured=False))
    everybody = ask("one", "p.insured", "person", "family")
    assert found(of, everybody) == [{"members/0.insured": (True,), "members/1.insured": (True,)}]
    somebody = ask("one", "p.insured", "adult", "applicant")
    assert found(of, somebody) == [{"members/0.insured": (True,)}, {"members/1.insured": (True,)}]


def test_an_exclusion_of_a_requirement_must_go_too() -> None:
    of = case(sponsor=False, host=True)
    asked = (ask("one", "sponsor", excluded=("xa.r.hosted",)), ask("hosted", "host", aside=True))
    assert found(of, *asked) == [{"family.sponsor": (True,), "family.host": (False,)}]


def test_points_are_not_proposed_but_an_exception_of_theirs_is() -> None:
    from vyrai.world._model import Gives, Points

    block = Points("xa.settled.points-needed", ((Gives("host", "xa.settled.points-low"),),))
    of = case(host=False, sponsor=False)
    test = ask("points", None, points=block)
    assert found(of, test) == []
    excused = ask("points", None, points=block, unless=("xa.r.vouched",))
    assert found(of, excused, ask("vouched", "sponsor", aside=True)) == [{"family.sponsor": (True,)}]


def test_a_trial_changes_nothing_of_the_family() -> None:
    made = trial(case(sponsor=False), ask("one", "sponsor"))
    assert made.bits({"family.sponsor": (True,)}) == SURE
    assert made.bits({}) == 2
    assert made.open() == {}
    assert list(trial(case(), ask("one", "sponsor")).open()) == ["family.sponsor"]
