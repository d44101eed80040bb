"""For how many ways of weighing a place comes first: what of a comparison is weighed, and what is said."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.choose.real import DAYS, FAMILIES, example, law
from tests.pages.fake import comparison
from tests.pages.invented import text, weeks
from vyrai.choose import compare
from vyrai.choose.model import Comparison, Danger, Language, Mark, Range, RightFrom, Row
from vyrai.choose.weigh import CRITERIA, MOST, SAMPLES, SEED, weigh, wished
from vyrai.choose.weigh_model import Reading, Share, Weighed, Weighing

MADE = comparison()
PERHAPS = next(row for row in MADE.rows if row.way == "perhaps" and not row.red_lines and not row.later)


def of(*rows: Row) -> Comparison:
    return msgspec.structs.replace(MADE, rows=rows)


def row(country: str, **change: Any) -> Row:
    return msgspec.structs.replace(PERHAPS, country=country, title=text(country), **change)


def right(state: Any, found: Range | None) -> RightFrom:
    return msgspec.structs.replace(PERHAPS.weeks_to_work, state=state, weeks=found)


def cash(low: float, high: float | None, held: float | None = 0, unit: str = "XXA") -> Any:
    def there(lo: float | None, hi: float | None) -> Range:
        return Range(lo=lo, hi=hi, unit=unit)

    zero = there(0, 0)
    return msgspec.structs.replace(
        PERHAPS.money,
        fees=there(low, high),
        rent_until_work=zero,
        needed=there(low, None),
        savings=there(0, held),
    )


def tongue(band: Any) -> Language:
    return msgspec.structs.replace(PERHAPS.language[0], band=band)


def read(name: str, *rows: Row) -> list[tuple[float, float, str]]:
    """What each place, by the alphabet, says of one criterion."""
    found = [one for place in weigh(of(*rows)).places for one in place.readings if one.criterion == name]
    return [(one.lo, one.hi, one.known) for one in found]


def places(weighing: Weighing) -> dict[str, Weighed]:
    return {place.country: place for place in weighing.places}


# -- what is weighed ----------------------------------------------------------------------------------------


def test_weeks_go_on_for_two_years_where_nobody_knows_their_end() -> None:
    rows = [
        row("XA", weeks_to_safety=weeks(6, 22)),
        row("XB", weeks_to_safety=weeks(4, None)),
        row("XC", weeks_to_safety=Range(lo=None, hi=None, unit="weeks")),
        row("XD", weeks_to_safety=weeks(8, 8)),
    ]
    assert read("safety", *rows) == [
        (6, 22, "partly"),
        (4, 104, "partly"),
        (0, 104, "unknown"),
        (8, 8, "known"),
    ]
    longer = row("XE", weeks_to_safety=weeks(10, 260))
    assert read("safety", *rows, longer)[1] == (4, 260, "partly")


def test_a_right_in_part_may_open_wholly_at_any_time_and_one_that_stays_closed_never() -> None:
    rows = [
        row("XA", weeks_to_work=right("yes", weeks(2, 9))),
        row("XB", weeks_to_work=right("limited", weeks(2, 9))),
        row("XC", weeks_to_work=right("unknown", None)),
        row("XD", weeks_to_work=right("no", None)),
    ]
    assert read("work", *rows) == [
        (2, 9, "partly"),
        (2, 104, "partly"),
        (0, 104, "unknown"),
        (104, 104, "known"),
    ]


def test_school_is_that_of_the_child_for_whom_it_is_worst() -> None:
    soon, late = right("yes", weeks(0, 2)), right("yes", weeks(3, 30))
    rows = [
        row("XA", school=(soon, late, soon)),
        row("XB", school=(soon, right("unknown", None))),
        row("XC", school=(soon, right("no", None))),
        row("XD", school=()),
    ]
    assert read("school", *rows) == [
        (3, 30, "partly"),
        (0, 104, "unknown"),
        (104, 104, "known"),
        (0, 104, "unknown"),
    ]


def test_without_children_school_is_not_weighed() -> None:
    found = weigh(of(row("XA", school=()), row("XB", school=())), ["school", "money"])
    assert "school" not in {one.name for one in found.criteria}
    assert found.matters == ("money",)


def test_an_open_sum_goes_on_to_all_that_the_family_has() -> None:
    rows = [row("XA", money=cash(10, 40, 900)), row("XB", money=cash(30, None, 900))]
    assert read("money", *rows) == [(10, 40, "partly"), (30, 900, "partly")]
    assert read("money", *rows, row("XC", money=cash(1200, None, 900)))[1:] == [
        (30, 1200, "partly"),
        (1200, 1200, "known"),
    ]


def test_sums_in_two_currencies_are_not_compared() -> None:
    found = read("money", row("XA", money=cash(10, 40)), row("XB", money=cash(1, 1, 0, "XXB")))
    assert found == [(0, 1, "unknown"), (0, 1, "unknown")]


def test_danger_and_language_are_read_by_their_levels() -> None:
    rows = [
        row("XA", language=(tongue("unrelated"), tongue("same_group"))),
        row("XB", language=(tongue("known"), tongue(None))),
        row(
            "XC",
            language=(tongue("same_family"), tongue(None)),
            danger_way=Danger(level=Range(lo=1, hi=None, unit="of 4")),
        ),
        row("XD", language=(tongue(None),)),
    ]
    assert read("language", *rows) == [(1, 1, "known"), (0, 0, "known"), (0, 2, "partly"), (0, 3, "unknown")]
    assert read("danger", *rows)[2] == (1, 4, "partly")


def test_a_way_that_is_open_for_sure_is_better_than_one_that_is_perhaps_open() -> None:
    found = places(weigh(of(row("XA", way="open"), row("XB"))))
    assert found["XA"].first.share > found["XB"].first.share
    assert [one for one in found["XB"].readings if one.criterion == "sure"] == [
        Reading(criterion="sure", lo=1, hi=1, known="known")
    ]


def test_what_may_not_be_weighed_is_left_out_with_its_reason() -> None:
    crossed = Mark(mark="crossed", keeps_open=None, until=None, stands=None)
    found = weigh(
        of(
            row("XA"),
            row("XB", way="closed"),
            row("XC", red_lines=(text("no camp"),)),
            row("XD", mark=crossed),
            row("XE", later=True),
        )
    )
    assert [place.country for place in found.places] == ["XA"]
    assert [(one.country, one.why) for one in found.left_out] == [
        ("XB", "closed"),
        ("XC", "red_line"),
        ("XD", "crossed"),
        ("XE", "no_way_in"),
    ]
    assert found.places[0].first == Share(share=1, bands=("nearly",))


def test_where_the_best_way_is_crossed_out_the_next_is_weighed() -> None:
    crossed = Mark(mark="crossed", keeps_open=None, until=None, stands=None)
    kept = row("XA", weeks_to_safety=weeks(50, 60))
    found = weigh(of(row("XA", mark=crossed, way="open"), kept))
    assert found.places[0].way == kept.way


def test_with_nothing_to_weigh_it_says_so() -> None:
    found = weigh(of(row("XB", way="closed")))
    assert (found.places, found.criteria, found.settled.share) == ((), (), 0)
    assert found.left_out[0].country == "XB"


# -- what is said -------------------------------------------------------------------------------------------


def test_two_places_that_are_alike_share_all_ways() -> None:
    known = {
        "weeks_to_safety": weeks(3, 3),
        "money": cash(0, 0),
        "school": (),
        "weeks_to_work": right("no", None),
    }
    known |= {"weeks_to_profession": right("no", None)}
    found = weigh(of(row("XA", **known), row("XB", **known)))
    a, b = found.places
    assert a.first == b.first == a.surely == a.at_most
    assert a.first.share == 0.5
    assert all(one.same for one in found.criteria)
    assert a.confidence is not None
    assert a.confidence.share == 0.5
    assert a.suits == ()
    assert found.settled.share == 1


def test_a_place_that_is_nowhere_better_is_first_for_none() -> None:
    known = {"money": cash(0, 0), "school": (), "weeks_to_work": right("yes", weeks(5, 5))}
    known |= {"weeks_to_profession": right("no", None)}
    found = places(
        weigh(
            of(
                row("XA", weeks_to_safety=weeks(3, 3), **known),
                row("XB", weeks_to_safety=weeks(4, 9), **known),
            )
        )
    )
    assert found["XA"].first.bands == found["XA"].surely.bands == ("nearly",)
    assert found["XB"].first == found["XB"].at_most == Share(share=0, bands=("none",))
    assert (found["XB"].central, found["XB"].confidence) == (None, None)


def test_a_place_is_said_to_suit_those_to_whom_its_strength_matters() -> None:
    known = {"school": (), "weeks_to_work": right("no", None), "weeks_to_profession": right("no", None)}
    found = places(
        weigh(
            of(
                row("XA", weeks_to_safety=weeks(2, 2), money=cash(900, 900), **known),
                row("XB", weeks_to_safety=weeks(80, 80), money=cash(0, 0), **known),
            )
        )
    )
    assert found["XA"].suits == ("safety",)
    assert found["XB"].suits == ("money",)
    central = found["XA"].central
    assert central is not None
    assert central["safety"] > central["money"]


def test_what_matters_weighs_more() -> None:
    rows = [
        row("XA", weeks_to_safety=weeks(2, 2), money=cash(900, 900)),
        row("XB", weeks_to_safety=weeks(80, 80), money=cash(0, 0)),
    ]
    every, some = weigh(of(*rows)), weigh(of(*rows), ["money"])
    assert [one.name for one in some.criteria if one.matters] == ["money"]
    assert places(some)["XB"].first.share > places(every)["XB"].first.share


@pytest.mark.parametrize("matters", [CRITERIA[: MOST + 1], ["luck"]])
def test_more_than_three_things_or_a_word_that_is_none_is_refused(matters: list[str]) -> None:
    with pytest.raises(ValueError, match="matters"):
        weigh(MADE, matters)


@pytest.mark.dear
@given(st.permutations(range(len(MADE.rows))), st.sets(st.sampled_from(CRITERIA), max_size=MOST))
@settings(max_examples=10)
def test_the_order_of_countries_changes_nothing(turn: list[int], matters: set[str]) -> None:
    """Rows of one country stay in their order, which says what is best where nothing else does."""
    waiting = {
        row.country: iter([one for one in MADE.rows if one.country == row.country]) for row in MADE.rows
    }
    turned = of(*(next(waiting[MADE.rows[place].country]) for place in turn))
    assert weigh(turned, matters, samples=200) == weigh(MADE, sorted(matters), samples=200)


def test_other_names_of_places_change_nothing_but_the_draw() -> None:
    """A name is part of what is drawn; which place comes first for most does not hang on it."""
    rows = [row("XA", weeks_to_safety=weeks(3, 3)), row("XB", weeks_to_safety=weeks(90, 90))]
    again = [msgspec.structs.replace(one, country=name) for one, name in zip(rows, ("XZ", "XY"), strict=True)]
    a, b = places(weigh(of(*rows))), places(weigh(of(*again)))
    assert set(a["XA"].first.bands) & set(b["XZ"].first.bands)


def test_knowing_less_of_a_place_never_improves_what_it_is_sure_of() -> None:
    others = [row("XB", weeks_to_safety=weeks(0, 0)), row("XC", weeks_to_safety=weeks(104, 104))]
    table = {
        "weeks_to_work": right("yes", weeks(4, 4)),
        "weeks_to_profession": right("no", None),
        "school": (),
    }
    others = [msgspec.structs.replace(one, **table, money=cash(50, 50, 90)) for one in others]
    sure = row("XA", weeks_to_safety=weeks(30, 30), money=cash(0, 0, 90), **table)
    before = places(weigh(of(sure, *others)))
    for found in (weeks(30, 60), weeks(10, None), Range(lo=None, hi=None, unit="weeks")):
        after = places(weigh(of(msgspec.structs.replace(sure, weeks_to_safety=found), *others)))
        for one in before:
            assert after[one].surely.share <= before[one].surely.share
            assert after[one].at_most.share >= before[one].at_most.share
        assert after["XA"].surely.share < after["XA"].at_most.share


# -- the example families -----------------------------------------------------------------------------------


@cache
def real(number: int) -> Comparison:
    return compare(law(), example(FAMILIES[number]), DAYS[-1])


@pytest.mark.dear
@pytest.mark.parametrize("number", range(len(FAMILIES)), ids=[one.stem for one in FAMILIES])
def test_another_seed_never_contradicts(number: int) -> None:
    first = weigh(real(number))
    for seed in ("another", "a third"):
        for one, other in zip(first.places, weigh(real(number), seed=seed).places, strict=True):
            for name in ("first", "surely", "at_most", "among_three"):
                assert set(getattr(one, name).bands) & set(getattr(other, name).bands), (one.country, name)


@pytest.mark.dear
@pytest.mark.parametrize("number", range(len(FAMILIES)), ids=[one.stem for one in FAMILIES])
def test_every_country_is_weighed_or_left_out_and_stands_by_the_alphabet(number: int) -> None:
    found = weigh(real(number))
    names = [place.title["en"] for place in found.places]
    assert names == sorted(names)
    every = {place.country for place in found.places} | {one.country for one in found.left_out}
    assert every == {row.country for row in real(number).rows}
    assert sum(place.ranks[0] for place in found.places) == pytest.approx(1, abs=0.002)
    assert (found.samples, found.error) == (SAMPLES, 0.0129)


@pytest.mark.dear
def test_the_same_comparison_gives_the_same_bytes() -> None:
    demo = next(n for n, file in enumerate(FAMILIES) if file.stem == "paediatrician-2026")
    one, other = weigh(real(demo)), weigh(real(demo), seed=SEED)
    assert msgspec.json.encode(one) == msgspec.json.encode(other)


def test_wishes_are_read_from_the_case() -> None:
    case = next(example(file) for file in FAMILIES if file.stem == "paediatrician-2026")
    assert wished(case) == ("profession", "safety")
    many = [
        {"wish": wish}
        for wish in ("low_cost", "near_home", "work_soon", "low_cost", "soon_safe", "school_soon")
    ]
    assert wished(case.with_answer("wishes", many)) == ("money", "work", "safety")
    assert wished(case.with_answer("wishes", None)) == ()
