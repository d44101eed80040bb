"""Plans that were never searched for: every shape of the record that a face may meet."""

from __future__ import annotations

from typing import Any

from vyrai.choose import Planning
from vyrai.choose.mending import RemedyOn
from vyrai.choose.model import Basis
from vyrai.choose.monthly import MonthlyOn
from vyrai.choose.plan_on import GivesUp, LivedOn, PlanOn
from vyrai.choose.step_on import StepOn
from vyrai.reach.lives import Days, Lives, Rules, Share, Shortfall

START = "2026-11-20"


def step(name: str, on: str = START, until: str = "", **keys: Any) -> StepOn:
    """A step that asks for nothing; everything by default known."""
    plain: dict[str, Any] = {
        "kind": "step",
        "title": {"en": name.capitalize()},
        "route": "xa.way",
        "days": (0, 0, 0),
        "by_law": None,
        "usual": None,
        "lasts": None,
        "not_before": None,
        "not_after": None,
        "left": (),
        "minders": (),
        "given": False,
        "missed": None,
        "unsure": False,
        "step": name.rpartition("/")[2] if keys.get("kind", "step") == "step" else None,
        "price_may_differ": False,
        "who": (),
        "moves": False,
        "leaves": False,
        "ways_out": (),
        "place": None,
        "where": None,
        "fee": 0,
        "locked": None,
        "danger": 0,
        "danger_text": None,
        "learns": (),
        "refusable": False,
        "again": False,
        "refused": None,
        "once": None,
        "unknown": (),
        "uses": (),
        "lacks": (),
        "decided": None,
        "season": (),
        "closes": (),
        "after": (),
        "facts": (),
    }
    return StepOn(id=name, on=on, until=until or on, **(plain | keys))


def mark(kind: Any, on: str, *after: int) -> StepOn:
    """What is reached."""
    return step(f"{kind}:xa.way", on, kind=kind, title=None, after=after)


def plan(*steps: StepOn, **keys: Any) -> PlanOn:
    """A plan of these steps; everything by default nothing."""
    nothing = dict.fromkeys(("weeks", "money", "chance", "danger", "quality"), 0)
    plain: dict[str, Any] = {
        "way": ("xa.way",),
        "also": (),
        "verdict": "open",
        "pays": True,
        "hangs_on": (),
        "rounds": (),
        "asks_after_entry": False,
        "best": (),
        "gives_up": (),
        "beaten_by": (),
        "red_lines": (),
        "bucketed": nothing,
        "at_least": (),
        "refusals_unknown": 0,
        "kept": None,
        "lacking": None,
        "waits": 0,
        "refusals": (),
        "lived": None,
    }
    comes_to = nothing | keys.pop("comes_to", {})
    return PlanOn(steps=steps, comes_to=comes_to, **(plain | keys))


def lived(holds: bool = True, reserve: int = 0, spare: int = 0, **keys: Any) -> LivedOn:
    """A plan in a hundred lives: by default all goes well, and everything is known."""
    never = Share(share=0.0, error=0.01)
    plain: dict[str, Any] = {
        "lives": 100,
        "seed": 1,
        "rules": Rules(),
        "safe": Days(p50=1, p80=1, p95=1),
        "work": None,
        "never_safe": never,
        "failed": never,
        "short": never,
        "shortfall": Shortfall(mean=None, p90=None, enough=0),
        "expired": never,
        "lapsed": (),
        "savings": (),
        "critical": (),
        "unknown": {},
        "at_least": "days" in keys.get("unknown", {}),
    }
    shares = {name: Share(share=one, error=0.01) for name, one in keys.items() if isinstance(one, float)}
    if keys.get("short"):
        plain["shortfall"] = Shortfall(mean=300, p90=700, enough=450)
    lives = Lives(**(plain | keys | shares))
    return LivedOn(lives=lives, reserve=reserve, holds=holds, spare=spare, enough=500)


def month(rent: int, needs: int = 0, income: int = 0, **keys: Any) -> MonthlyOn:
    """What a month there costs."""
    paid = max(0, rent + needs - income)
    plain: dict[str, Any] = {
        "place": None,
        "rents": (),
        "rent_facts": (),
        "needs_facts": (),
        "pay": paid,
        "offered": None,
        "home": None,
    } | keys
    return MonthlyOn(rent=rent, needs=needs, income=income, monthly=paid, **plain)


def found(*plans: PlanOn, **keys: Any) -> Planning:
    """An answer with these plans."""
    basis = Basis(on=START, known=None, atlas="0" * 64, newest=None, oldest=None, decisive=0, old=())
    plain: dict[str, Any] = {
        "country": "XA",
        "title": {"en": "Xanadu"},
        "start": START,
        "horizon": 540,
        "there": False,
        "wage": None,
        "children": False,
        "currency": "XXA",
        "savings": 900,
        "reserve": 0,
        "buckets": {"weeks": 14, "money": 100, "chance": 300, "danger": 1, "quality": 10},
        "living": month(100),
        "leaving": (),
        "barred": (),
        "proven": True,
        "sure": ("weeks", "money", "chance", "danger", "quality"),
        "shown": sum(bool(one.best) for one in plans),
        "firsts": None,
        "reacting": None,
        "crossed": (),
        "crossed_out": False,
        "unkept": (),
        "bound": (),
        "closed": (),
        "empty": (),
        "without": (),
        "hopeless": (),
        "left": (),
        "unmade": (),
        "unknown": (),
        "sources": {},
        "labels": {"xa.way": {"en": "The way"}, "photos": {"en": "Photos"}, "form": {"en": "Form"}},
    }
    return Planning(basis=basis, plans=plans, home=(), risk=0.1, **(plain | keys))


def whole() -> PlanOn:
    """Get a form, hand it in, wait, leave and cross, be safe, work: with something unknown on the way."""
    return plan(
        step("form"),
        step(
            "hand in",
            "2026-11-21",
            who=("Robin", "Wren"),
            fee=50,
            uses=(("form", 0), ("passport", None)),
            lacks=("photos",),
            after=(0,),
            where={"en": "The office"},
            unknown=("danger",),
        ),
        step("wait", "2026-11-21", "2026-12-21", days=(30, 30, 30), refusable=True, after=(1,),
             unknown=("days", "refused")),
        step("leave", "2026-12-21", leaves=True, after=(2,), danger=3, danger_text={"en": "Guards look."},
             learns=({"en": "guards"},)),
        step("cross", "2026-12-21", moves=True, who=("Robin", "Wren"), place="there", after=(2, 3)),
        mark("safe", "2026-12-21", 2, 4),
        mark("pay", "2026-12-21", 5),
        step("card", "2026-12-22", who=("Robin",), after=(4,), unknown=("work", "attends", "fee")),
        mark("settled", "2026-12-22", 5, 7),
        best=("weeks", "money"),
        at_least=("weeks",),
        comes_to={"weeks": 31, "money": 50, "quality": 60, "danger": 3},
        refusals_unknown=1,
    )  # fmt: skip


def behind(**by: int) -> tuple[GivesUp, ...]:
    """By how much a plan is behind."""
    return tuple(GivesUp(objective=name, by=much) for name, much in by.items())


def remedy(**keys: Any) -> RemedyOn:
    """A change for the way."""
    plain: dict[str, Any] = dict.fromkeys(("sum", "by", "weeks", "days", "inside"))
    many: dict[str, Any] = dict.fromkeys(("hangs_on", "papers", "paper_titles"), ())
    return RemedyOn(way=("xa.way",), **(plain | many | keys))
