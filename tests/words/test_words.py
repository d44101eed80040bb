"""Numbers, ranges, dates and codes in two languages."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from markupsafe import Markup

from vyrai.words import Words
from vyrai.words._codes import REASONS

D1, D2 = date(2026, 3, 1).toordinal(), date(2026, 3, 31).toordinal()

EN, RU = Words("en"), Words("ru")
NARROW = "\N{NARROW NO-BREAK SPACE}"


class Bounds(NamedTuple):
    lo: float | None
    hi: float | None
    unit: str


@pytest.mark.parametrize(
    ("bounds", "en", "ru"),
    [
        (Bounds(6, 22, "weeks"), "6 to 22 weeks", "6–22 недели"),
        (Bounds(6, None, "weeks"), "at least 6 weeks", "6 недель или больше"),
        (Bounds(None, 22, "weeks"), "up to 22 weeks", "самое большее 22 недели"),
        (Bounds(0, 22, "weeks"), "up to 22 weeks", "самое большее 22 недели"),
        (Bounds(1, 1, "weeks"), "1 week", "1 неделя"),
        (Bounds(21, 21, "days"), "21 days", "21 день"),
        (Bounds(2.5, 2.5, "months"), "2.5 months", "2,5 месяца"),
        (Bounds(0, 0, "weeks"), "0 weeks", "0 недель"),
        (Bounds(None, None, "weeks"), "unknown", "неизвестно"),
        (Bounds(0, None, "weeks"), "unknown", "неизвестно"),
        (Bounds(-300, 1985.32, "XXA"), "from −300 to 1,985 XXA", f"от −300 до 1{NARROW}985 XXA"),
        (Bounds(540, 540, "XXA/month"), "540 XXA a month", "540 XXA в месяц"),
        (Bounds(9.6, 9.6, "XXA/m2-month"), "9.6 XXA a square metre and month", "9,6 XXA за кв. метр в месяц"),
        (Bounds(1, 4, "of 4"), "1 to 4 of 4", "1–4 из 4"),
        (Bounds(3, 3, "count"), "3", "3"),
        (Bounds(3, 3, "hours/fortnight"), "3 hours/fortnight", "3 часа/fortnight"),
        (None, "unknown", "неизвестно"),
    ],
)
def test_a_range(bounds: Bounds | None, en: str, ru: str) -> None:
    assert EN.range(bounds) == en
    assert RU.range(bounds) == ru


@pytest.mark.parametrize(
    ("iso", "en", "ru"),
    [
        ("2026-11-20", "20 November 2026", "20 ноября 2026"),
        ("2022-10", "October 2022", "октябрь 2022"),
        ("2022", "2022", "2022"),
        ("2022-13", "2022-13", "2022-13"),
        ("soon", "soon", "soon"),
        (None, "", ""),
    ],
)
def test_a_date(iso: str | None, en: str, ru: str) -> None:
    assert EN.date(iso) == en
    assert RU.date(iso) == ru


@pytest.mark.parametrize(
    ("n", "ru"), [(1, "1 шаг"), (3, "3 шага"), (5, "5 шагов"), (11, "11 шагов"), (21, "21 шаг")]
)
def test_a_plural(n: int, ru: str) -> None:
    assert RU.plural("{n} step", "{n} steps", n) == ru
    assert EN.plural("{n} step", "{n} steps", n) == (f"{n} step" if n == 1 else f"{n} steps")


def test_numbers_are_grouped() -> None:
    assert (EN.number(2100), EN.number(-3.5), EN.number(0.1 + 0.2)) == ("2,100", "−3.5", "0.3")
    assert (RU.number(2100), RU.number(-3.5)) == (f"2{NARROW}100", "−3,5")
    assert EN.span(2, 3) == "2 to 3"


def test_lists() -> None:
    assert [EN.list(items) for items in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert RU.list(("a", "b", "c")) == "a, b и c"


def test_people_told_of_in_a_clause_are_parted_by_semicolons() -> None:
    guards, clerk = {"en": "guards"}, {"en": "the clerk"}
    assert EN.once((guards, clerk)) == "guards and the clerk"
    assert EN.once((guards, clerk, {"en": "a firm with a treaty with police and tax"})) == (
        "guards; the clerk; a firm with a treaty with police and tax"
    )
    assert EN.once(({"en": "a firm, which tells police"}, clerk)) == "a firm, which tells police; the clerk"
    assert RU.once(({"ru": "а: б"}, {"ru": "в"})) == "а: б; в"


@pytest.mark.parametrize(
    ("lang", "one", "five", "fraction"),
    [
        ("en", "1 day", "5 days", "2.5 months"),
        ("ru", "1 дня", "5 дней", "2,5 месяца"),
        ("be", "1 дня", "5 дзён", "2,5 месяца"),
        ("pl", "1 dnia", "5 dni", "2,5 miesiąca"),
    ],
)
def test_a_number_has_its_case(lang: str, one: str, five: str, fraction: str) -> None:
    w = Words(lang)
    assert (w.of(1, "days"), w.of(5, "days")) == (one, five)
    assert w.range(Bounds(2.5, 2.5, "months")) == fraction


def test_countries_stand_by_their_names_in_the_language() -> None:
    class Land(NamedTuple):
        country: str
        title: dict[str, str]

    lands = [Land("DE", {"en": "Germany", "be": "Германія"}), Land("IL", {"en": "Israel", "be": "Ізраіль"})]
    lands += [Land("CA", {"en": "Canada", "be": "Канада"}), Land("AM", {"en": "Armenia", "be": "Арменія"})]
    assert [one.country for one in EN.by_name(lands)] == ["AM", "CA", "DE", "IL"]
    assert [one.country for one in Words("be").by_name(lands)] == ["AM", "DE", "IL", "CA"]


def test_texts_fall_back() -> None:
    assert RU.text({"en": "a", "ru": "б"}) == "б"
    assert RU.text({"en": "a", "pl": "c"}) == "a"
    assert RU.text({"pl": "c", "be": "d"}) == "d"
    assert RU.text({}) == RU.text(None) == ""


def test_a_language_without_a_catalogue_is_english() -> None:
    assert Words("xx")("unknown") == "unknown"


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_has_words(code: str) -> None:
    assert "_" not in EN.reason(code)
    assert RU.reason(code) not in (code, EN.reason(code))


def test_codes_in_words() -> None:
    assert EN.who("family") == "you can answer it"
    assert EN.kind("peer") == "what people lived through"
    assert EN.confidence("low") == "low trust"
    assert EN.standing("too_old") == "too old to lean on"
    assert EN.verdict("not met") == "not met"
    assert RU.way("perhaps") == "может быть"
    assert EN.door(("closed", "open")) == "not known which: takes nobody; takes people"
    assert EN.doorway(()) == "door: not known"
    assert EN.door(("narrow",), [{"en": "doctors"}]) == "takes some people only: doctors"
    assert RU.doorway(("paused",)) == "дверь: бумаги берут, но не решают"
    assert EN.because("needs_judgement", {"en": "the consul"}) == "to be judged by the consul"
    assert EN.because("decided_later") == "only a later decision settles it"
    assert EN.band(None) == "nearness: unknown"
    assert EN.band("same_group") == "near"
    assert EN.danger(4) == "danger to life"
    assert EN.danger(9) == "9"
    assert EN.burden(5) == "very hard to answer"
    assert EN.burden(9) == "9"
    assert EN.state("limited") == "opens in part"
    assert EN.mark("pocket") == "in your pocket"
    assert EN.reason("a code of tomorrow") == "a code of tomorrow"


@pytest.mark.parametrize(
    ("counts", "en", "ru"),
    [
        ((0, 0, 0), "no condition was found", "условия не найдены"),
        ((1, 0, 0), "the one condition is met", "выполнено 1 условие из 1"),
        ((5, 0, 0), "all 5 conditions are met", "выполнены все 5 условий"),
        (
            (2, 1, 3),
            "2 of 6 conditions met, 1 not met, 3 unknown",
            "выполнено условий: 2 из 6, не выполнено: 1, неизвестно: 3",
        ),
    ],
)
def test_conditions_are_counted(counts: tuple[int, int, int], en: str, ru: str) -> None:
    counted = SimpleNamespace(met=counts[0], not_met=counts[1], unknown=counts[2])
    assert EN.conditions(counted) == en
    assert RU.conditions(counted) == ru


def test_nobody_who_learns_of_it_is_named_twice() -> None:
    who = [
        {
            "en": "the police, the embassy, which asks at home",
            "ru": "полиция, посольство, которое спрашивает дома",
        },
        {"en": "the police and the court, and if you go on"},
        {"en": "the Ministry of Labour and Health, the Police"},
    ]
    assert EN.once(who) == (
        "the police; the embassy, which asks at home; the court, and if you go on; "
        "the Ministry of Labour and Health"
    )
    assert RU.once(who[:1]) == "полиция; посольство, которое спрашивает дома"


@pytest.mark.parametrize(
    ("value", "unit", "en", "ru"),
    [
        ("1", "months", "1 month", "1 месяц"),
        ("≤ 2", "days", "≤ 2 days", "≤ 2 дня"),
        ("3–14", "days", "3–14 days", "3–14 дней"),
        ("1\N{THIN SPACE}000", "days", "1\N{THIN SPACE}000 days", "1\N{THIN SPACE}000 дней"),
        ("2.5", "weeks", "2.5 weeks", "2.5 недели"),
        ("B2", None, "B2", "B2"),
        ("0.28", "XXA/XXB", "0.28 XXA for one XXB", "0.28 XXA за 1 XXB"),
        ("≥ x", "weeks", "≥ x weeks", "≥ x недель"),
    ],
)
def test_a_written_value_takes_the_form_of_its_figure(value: str, unit: str | None, en: str, ru: str) -> None:
    assert EN.figure(value, unit) == en
    assert RU.figure(value, unit) == ru


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("be", ["Беларусь", "Грузія", "ЗША", "Ізраіль", "Казахстан"]),
        ("pl", ["Czechy", "Izrael", "Litwa", "Łotwa", "Meksyk", "Żory"]),
        ("ru", ["Ель", "Ёж", "Жук"]),
        ("en", ["2 x", "Armenia", "armenia b", "Éire"]),
    ],
)
def test_names_stand_where_they_are_looked_for(lang: str, names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=Words(lang).order) == names


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((D1, D1, D2, D2), "in force: 1 March 2026 – 31 March 2026"),
        ((D1, D2, None, None), "in force: March 2026 – no end known"),
        ((None, D1, D2, None), "in force: 1 March 2026 at the latest – no end known"),
        ((None, None, None, D2), "in force: beginning unknown – 31 March 2026 at the latest"),
    ],
)
def test_when_something_is_in_force(ends: tuple[int | None, ...], said: str) -> None:
    names = ("begin_lo", "begin_hi", "end_lo", "end_hi")
    assert EN.in_force(SimpleNamespace(**dict(zip(names, ends, strict=True)))) == said


def test_a_year_is_said_as_a_year() -> None:
    assert EN.days(date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal()) == "2026"


def test_a_value_as_the_engine_writes_it() -> None:
    assert EN.valued("12 months | 1 years | yes | no | B1") == "12 months | 1 year | yes | no | B1"
    assert EN.valued(None) == ""


def test_what_is_marked_up_stays_so_in_a_sentence_and_nothing_else_does() -> None:
    said = Words("en")("for: {whom}", whom=Markup("<b>{}</b>").format("<i>"))
    assert said == "for: <b>&lt;i&gt;</b>"
    assert Words("en")("for: {whom}", whom="<i>") == "for: <i>"


@pytest.mark.parametrize(
    ("lang", "one", "few", "many"),
    [
        ("en", "1 year of age", "3 years of age", "7 years of age"),
        ("ru", "1 год", "3 года", "7 лет"),
        ("be", "1 год", "3 гады", "7 гадоў"),
        ("pl", "1 rok", "3 lata", "7 lat"),
    ],
)
def test_an_age_is_told_as_people_say_it(lang: str, one: str, few: str, many: str) -> None:
    told = [Words(lang).range(Bounds(years, years, "years-of-age")) for years in (1, 3, 7)]
    assert [" ".join(text.split()) for text in told] == [one, few, many]
