"""What to do in which order in the app: for a family that has answered, for one country."""

from __future__ import annotations

import re

import msgspec

from tests.app.caller import Visitor
from tests.app.conftest import family_of
from vyrai.reach import may_be_refused
from vyrai.world import Atlas


def test_before_any_answer_it_asks(invented: Atlas) -> None:
    visitor = Visitor(invented)
    assert visitor.get("plan/XA").status == 200
    assert visitor.at.split("?")[0].endswith("/ask")


def test_it_is_reached_from_the_place(family: Visitor) -> None:
    assert 'href="../plan/XA"' in family.get("place/XA").text


def test_it_says_what_to_do_in_which_order(family: Visitor) -> None:
    html = family.get("plan/XA").text
    assert "<h1>Xanadu: what to do, in which order</h1>" in html
    assert html.index("Begin with this") < html.index("Step by step")
    assert "Ask for the guest visa" in html
    assert "The same as a table" in html
    assert "style=" not in html
    assert "vyrai plan" not in html


def test_its_days_can_be_taken_along(family: Visitor, invented: Atlas) -> None:
    link = re.search(r'href="([^"]*days)"', family.get("plan/XA").text)
    assert link
    reply = family.get(link[1])
    assert reply.headers["content-type"] == "text/calendar; charset=utf-8"
    assert 'filename="notes.ics"' in reply.headers["content-disposition"]
    assert reply.text.startswith("BEGIN:VCALENDAR\r\n")
    assert "Xanadu" not in reply.text
    stranger = Visitor(invented)
    stranger.get("plan/XA/days")
    assert stranger.at.split("?")[0].endswith("/ask")
    family.get("../plan/XC/days")
    assert family.at.endswith("/compare")


def test_a_country_without_ways_leads_back(family: Visitor) -> None:
    family.get("plan/XC")
    assert family.at.endswith("/compare")


def test_what_to_begin_with_is_told_over_all_countries(family: Visitor, invented: Atlas) -> None:
    assert 'href="first"' in family.get("compare").text
    html = family.get("first").text
    assert "<h1>What to begin with, wherever you go</h1>" in html
    assert "Ask for the guest visa" in html
    assert "Serves" in html
    assert 'href="plan/XA"' in html
    assert "style=" not in html
    stranger = Visitor(invented)
    stranger.get("first")
    assert stranger.at.split("?")[0].endswith("/ask")


def test_a_step_ticked_is_planned_on_from_and_can_be_taken_back(family: Visitor) -> None:
    before = family.get("plan/XA").text
    assert 'value="xa.ask-for-visa"' in before
    assert "What you have ticked" not in before
    asked = {"step": "xa.ask-for-visa", "country": "XA"}
    refused = family.send("../tick", {**asked, "how": "refused"}).text
    assert family.at.endswith("/plan/XA")
    assert "Ask for the guest visa: Refused, " in refused
    # Ticked once more it stands once, with what is said last.
    done = family.send("../tick", {**asked, "how": "done"}).text
    assert done.count("Ask for the guest visa: Done") == 2, "the line, and the button that takes it back"
    assert "Refused, " not in done
    assert "<h4>1. Ask for the guest visa</h4>" not in done
    back = family.send("../tick", {**asked, "how": "none"}).text
    assert "What you have ticked" not in back
    assert re.sub(r"\d{4}", "", back) == re.sub(r"\d{4}", "", before)


def test_a_day_that_was_given_is_kept_and_can_be_taken_back(family: Visitor) -> None:
    before = family.get("plan/XA").text
    assert "You were given a day for it?" in before
    assert "Days that you were given" not in before
    asked = {"step": "xa.ask-for-visa", "country": "XA"}
    given = family.send("../day", {**asked, "day": "2027-03-04"}).text
    assert family.at.endswith("/plan/XA")
    assert "4 March 2027: Ask for the guest visa" in given
    assert "you were given this day, and the plan keeps it" in given
    # Another day takes its place.
    moved = family.send("../day", {**asked, "day": "2027-03-05"}).text
    assert "4 March 2027: Ask for the guest visa" not in moved
    assert 'value="2027-03-05"' in moved
    back = family.send("../day", asked).text
    assert "Days that you were given" not in back
    assert re.sub(r"\d{4}", "", back) == re.sub(r"\d{4}", "", before)


def test_a_day_on_which_nothing_is_ready_is_told_first(family: Visitor) -> None:
    family.get("plan/XA")
    html = family.send("../day", {"step": "xa.settle", "country": "XA", "day": "2026-11-20"}).text
    assert "The day that you were given for this" in html
    assert html.index("The day that you were given for this") < html.index("Begin with this")


def test_what_is_no_day_changes_nothing(family: Visitor, invented: Atlas) -> None:
    for wrong in (
        {"step": "xa.nothing", "day": "2027-03-04"},
        {"step": "xa.settle", "day": "2027-02-30"},
        {},
    ):
        family.get("plan/XA")
        family.send("../day", {"country": "XA", **wrong})
        assert family.at.endswith("/compare")
        assert "Days that you were given" not in family.get("plan/XA").text
    family.get("plan/XA")
    family.send("../day", {"step": "xa.settle", "day": "2027-03-04", "country": "XC"})
    assert family.at.endswith("/compare"), "no way leads into that country"
    stranger = Visitor(invented)
    stranger.get("compare")
    stranger.send("day", {"step": "xa.settle", "day": "2027-03-04", "country": "XA"})
    assert stranger.at.split("?")[0].endswith(("/ask", "/compare"))


def test_a_yes_is_one_on_the_way_of_the_plan_and_a_no_is_one_for_every_way(invented: Atlas) -> None:
    """A visa for work is no visa for family, though one step decides both."""
    visa = next(one for one in invented.routes if one.id == "xa.guest-visa")
    other = msgspec.structs.replace(visa, id="xa.other-visa")
    family = family_of(msgspec.structs.replace(invented, routes=(*invented.routes, other)))
    step = next(name for name in visa.steps if may_be_refused(invented.step(name).outcomes))
    html = family.get("plan/XA").text
    assert f'name="step" value="{step}"><input type="hidden" name="on" value="xa.guest-visa"' in html
    asked, ticked = {"step": step, "country": "XA"}, 'name="route" value="'
    for on in ("xa.guest-visa", "xa.other-visa"):
        done = family.send("../tick", {**asked, "how": "done", "on": on}).text
        assert f'{ticked}{on}"' in done
    assert f'{ticked}xa.guest-visa"' in done, "what was said of one way stands"
    refused = family.send("../tick", {**asked, "how": "refused", "on": "xa.guest-visa"}).text
    assert refused.count(ticked) == 1
    assert f'{ticked}"' in refused
    elsewhere = family.send("../tick", {**asked, "how": "done", "on": "xa.settling"}).text
    assert f'{ticked}"' in elsewhere, "it is no step of that way"


def test_what_cannot_be_ticked_changes_nothing(family: Visitor, invented: Atlas) -> None:
    for wrong in ({"step": "xa.nothing", "how": "done"}, {"step": "xa.settle", "how": "granted"}, {}):
        family.get("plan/XA")
        family.send("../tick", {"country": "XA", **wrong})
        assert family.at.endswith("/compare")
        assert "What you have ticked" not in family.get("plan/XA").text
    family.get("plan/XA")
    family.send("../tick", {"step": "xa.settle", "how": "done", "country": "XC"})
    assert family.at.endswith("/compare"), "no way leads into that country"
    stranger = Visitor(invented)
    stranger.get("compare")
    stranger.send("tick", {"step": "xa.settle", "how": "done", "country": "XA"})
    assert stranger.at.split("?")[0].endswith(("/ask", "/compare"))
