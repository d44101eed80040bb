"""`vyrai plan`: named plans, a calendar that says nothing, errors, and a search that somebody stops."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.choose.plans import found, mark, plan, step, whole
from tests.cli.conftest import invented, run
from tools import replay
from vyrai.choose.planned import days_of
from vyrai.cli._progress import Progress
from vyrai.cli._session import today
from vyrai.cli._text_plan import draw
from vyrai.reach import Search, load
from vyrai.words import Words
from vyrai.words.calendar import calendar, escape, fold

DAY = ("--on", "2026-11-20")
PLAN = ("plan", "tests/golden/cases/farland-needs.yaml", "--to", "XA", *DAY)
REAL = ("plan", "examples/paediatrician-2026.yaml", "--to")
EN = Words("en")


def test_a_day_that_is_over_is_told_as_such() -> None:
    over = "Reckoned from 20 November 2026, which is over"
    assert over in invented(*PLAN).stdout
    ahead = invented(*PLAN[:-1], f"{today().year + 1}-01-01").stdout
    assert "which is over" not in ahead


def test_an_objective_shows_one_plan_and_a_line_for_each_other() -> None:
    answer = invented(*PLAN, "--objective", "weeks").stdout
    assert answer.count("\nPLAN ") == 1
    assert "1 OTHER PLAN" in answer
    assert invented(*PLAN, "--all").stdout.count("\nPLAN ") == 2


@pytest.mark.parametrize("written", [("--suppose", "1"), ("--suppose", "30"), ("--risk", "ten")])
def test_a_share_that_is_none_is_told_how_one_is_written(written: tuple[str, str]) -> None:
    answer = invented(*PLAN, *written)
    assert answer.exit == 2
    assert f"Invalid value for '{written[0]}': a share is a number between 0 and 1: three of ten is 0.3" in (
        answer.stderr
    )
    russian = invented(*PLAN, *written, "--lang", "ru").stderr
    assert f"{written[0]}: доля — это число от 0 до 1: три из десяти — это 0.3" in russian


@pytest.mark.parametrize("written", ["abc", "-5", "1 000", "500 USD"])
def test_a_reserve_that_is_no_sum_is_told_how_one_is_written(written: str) -> None:
    answer = invented(*PLAN, "--reserve", written)
    assert answer.exit == 2
    says = "'--reserve': a sum is written in digits alone, in your currency and without its name: 500"
    assert says in answer.stderr
    assert "--reserve: сумму пишут одними цифрами" in (
        invented(*PLAN, "--reserve", written, "--lang", "ru").stderr
    )


@pytest.mark.parametrize("written", ["long", "0", "-1"])
def test_seconds_that_are_none_are_told_how_they_are_written(written: str) -> None:
    answer = invented(*PLAN, "--seconds", written)
    assert answer.exit == 2
    assert "'--seconds': seconds are a number from 0.1 on: half a minute is 30" in answer.stderr


@pytest.mark.parametrize(
    "written", ["money", "money=", "money=0", "money=1.5", "sums=5", "money=-3", "money=²"]
)
def test_a_bucket_that_is_none_is_told_how_one_is_written(written: str) -> None:
    answer = invented(*PLAN, "--bucket", written)
    assert answer.exit == 2
    assert "Invalid value for '--bucket': a bucket is written as money=100: weeks, money," in answer.stderr
    assert (
        "--bucket: размер пишут так: money=100" in invented(*PLAN, "--bucket", written, "--lang", "ru").stderr
    )


def test_a_bucket_says_which_plans_are_alike() -> None:
    fine = json.loads(invented(*PLAN, "--bucket", "money=1", "--bucket", "weeks=7", "--json").stdout)
    assert fine["buckets"] == {"weeks": 7, "money": 1, "chance": 300, "danger": 1, "quality": 10}
    assert all(one["bucketed"]["money"] == one["comes_to"]["money"] for one in fine["plans"])
    coarse = json.loads(
        invented(*PLAN, *(f"--bucket={name}=99999" for name in fine["buckets"]), "--json").stdout
    )
    assert {size for one in coarse["plans"] for size in one["bucketed"].values()} == {0}


def test_the_problem_of_each_way_is_written_for_the_checker(tmp_path: Path) -> None:
    folder = tmp_path / "problems"
    told = invented(*PLAN, "--problems", str(folder))
    assert f"Written: {folder}. It is plain text: whoever opens it can read your answers." in told.stderr
    assert all(one.stat().st_mode & 0o077 == 0 for one in (folder, folder / "1.problem.json"))
    ways = json.loads((folder / "ways.json").read_text())
    assert ways == {"1": ["xa.guest-visa"], "2": ["xa.guest-visa", "xa.settlement"]}
    plans = 0
    for number in ways:
        problem, front = (folder / f"{number}.{what}.json" for what in ("problem", "front"))
        assert replay.main([str(problem), str(front)]) == 0
        load(problem.read_text())
        plans += len(json.loads(front.read_text())["plans"])
    assert plans >= 2
    # Ours is written anew; what is not ours is left as it is, before anybody has to wait.
    assert invented(*PLAN, "--problems", str(folder)).exit == 0
    (folder / "note.txt").write_text("mine")
    refused = invented(*PLAN, "--problems", str(folder))
    assert (refused.exit, refused.stdout) == (2, "")
    assert "holds something that was not written by this command: note.txt" in refused.stderr
    assert (folder / "note.txt").read_text() == "mine"


def test_one_plan_and_all_of_them_is_a_contradiction() -> None:
    answer = invented(*PLAN, "--objective", "weeks", "--all")
    assert answer.exit == 2
    assert "leave out one of them" in answer.stderr


def test_a_reserve_is_never_touched() -> None:
    assert "At least 800 XXA is always left untouched." in invented(*PLAN, "--reserve", "800").stdout
    poor = invented(*PLAN, "--reserve", "880").stdout
    assert re.search(r"not enough for any plan: at least \d+ XXA more are needed, at the latest on", poor)
    assert "At least 880 XXA is always left untouched." in poor
    assert invented(*PLAN, "--reserve", "-1").exit == 2


def test_who_wants_to_keep_more_than_there_is_is_told_so_and_nothing_is_written(tmp_path: Path) -> None:
    page = tmp_path / "plan.html"
    answer = invented(*PLAN, "--reserve", "100000", "--html", str(page))
    assert (answer.exit, answer.stdout) == (2, "")
    said = (
        r"You want to keep 100,000 XXA untouched and have [\d,]+ XXA: no plan can. Ask with less to keep.\n"
    )
    assert re.fullmatch(said, answer.stderr)
    assert not page.exists()


def test_a_month_is_told_by_its_parts_and_in_a_place_with_its_own_rent() -> None:
    """Rent of thirty crowns, in the north of forty; an adult and a child need eight and five each."""
    whole_ = invented(*PLAN).stdout
    rent = re.search(r"^Rent +30 XXA \(the least that is known\) \[(\d+)\]$", whole_, re.M)
    assert rent is not None
    assert f"\n[{rent[1]}] xa.rent: " in whole_
    assert re.search(r"^The North +at least \d+ XXA a month, rent in it 40 XXA", whole_, re.M)
    north = invented(*PLAN, "--place", "the north").stdout
    assert re.search(r"^Rent +40 XXA \(The North\) \[\d+\]$", north, re.M)
    assert "--place, with its name" not in north


def test_on_the_page_each_sum_of_a_month_leads_to_its_source(tmp_path: Path) -> None:
    page = tmp_path / "plan.html"
    assert invented(*PLAN, "--html", str(page)).exit == 0
    html = page.read_text()
    month = html[html.index('id="month"') :].partition("</section>")[0]
    told = dict(re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", month))
    cited = {of: set(re.findall(r'href="?#(\d+)"?', text)) for of, text in told.items()}
    rows = [set(re.findall(r'href="?#(\d+)"?', row)) for row in re.findall("<tr>.*?</tr>", month)[1:]]
    assert [len(of) for of in cited.values()] == [1, 2, 0], "the rent, two measures of needs, and their sum"
    assert rows
    assert all(rows)
    assert all(f'id="{one}"' in html for one in set.union(*cited.values(), *rows))


def test_a_place_that_is_not_there_is_named_with_those_that_are() -> None:
    answer = invented(*PLAN, "--place", "xa.nowhere")
    assert answer.exit == 2
    assert (
        answer.stderr
        == "there is no such place in XA: xa.nowhere\n  Known: Harbour Town, The North, The South\n"
    )


def test_a_country_without_places_says_so() -> None:
    answer = run(*REAL, "bz", *DAY, "--place", "bz.belmopan")
    assert answer.exit == 2
    assert answer.stderr == "nobody has written down places inside this country yet\n"


def test_where_the_family_lives_there_is_nothing_to_reach() -> None:
    answer = run(*REAL, "by", *DAY)
    assert answer.exit == 2
    assert answer.stderr.startswith("you live in BY already")
    assert answer.stdout == ""


@pytest.mark.parametrize("written", ["xa", "Xanadu", "ксанаду"])
def test_a_country_may_be_called_by_its_name(written: str) -> None:
    assert invented(*PLAN[:3], written, *DAY).stdout == invented(*PLAN).stdout


def test_an_unknown_country_is_named_with_the_known_ones() -> None:
    answer = run(*REAL, "xx", *DAY)
    assert answer.exit == 2
    assert re.fullmatch(r"there is no such country in the atlas: XX\n  Known: [A-Z, ]+\n", answer.stderr)


def test_a_sum_without_a_rate_is_told_with_the_fact_that_is_missing(tmp_path: Path) -> None:
    text = Path(PLAN[1]).read_text(encoding="utf-8")
    file = tmp_path / "case.yaml"
    file.write_text(text.replace("currency: XXA", "currency: XXB"), encoding="utf-8")
    answer = invented("plan", file, "--to", "XA", "--on", "2026-10-20").stdout
    assert "No rate is known for this day: rate.xxa-xxb." in answer
    assert "Fees                        not known" in answer


def test_stopping_the_search_keeps_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the second way, once its quickest plan is known."""
    optimum, asked = Search.optimum, []

    def stopping(self: Search, objective: str) -> object:
        asked.append(objective)
        if len(asked) > 6:
            raise KeyboardInterrupt
        return optimum(self, objective)

    monkeypatch.setattr(Search, "optimum", stopping)
    answer = invented(*PLAN, "--all")
    assert answer.exit == 0
    assert "Not finished: you stopped the search." in answer.stdout
    assert answer.stdout.count("\nPLAN ") >= 1


def test_stopping_at_once_says_that_nothing_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopping(_self: Search, _objective: str) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(Search, "optimum", stopping)
    answer = invented(*PLAN)
    assert "0 plans were found. Not finished: you stopped the search." in answer.stdout
    assert json.loads(invented(*PLAN, "--json").stdout)["left"][0] == ["xa.guest-visa"]


def test_a_calendar_is_the_same_each_time_and_says_nothing(tmp_path: Path) -> None:
    first, second = tmp_path / "a.ics", tmp_path / "b.ics"
    for file in (first, second):
        assert invented(*PLAN, "--ics", file).exit == 0
    data = first.read_bytes()
    assert data == second.read_bytes()
    lines = data.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "\n" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= 75
    titles = [line.partition(":")[2] for line in lines if line.startswith("SUMMARY")]
    assert titles == [
        "appointment 1: step 1: from about this day on",
        "step 2: from about this day on",
        "step 3: from about this day on",
    ]
    assert not re.search(rb"visa|xanadu|vyrai|robin|wren", data, re.IGNORECASE)


def test_a_new_calendar_takes_the_place_of_an_old_one_and_of_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "days.ics"
    assert invented(*PLAN, "--ics", file).exit == 0
    before = file.read_bytes()
    assert invented(*PLAN[:-1], "2026-11-23", "--ics", file).exit == 0
    assert file.read_bytes() != before
    file.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//somebody//EN\r\nEND:VCALENDAR\r\n", newline=""
    )
    answer = invented(*PLAN, "--ics", file)
    assert answer.exit == 2
    assert "this file exists and was not made by this program, so it was left as it is" in answer.stderr
    assert "somebody" in file.read_text()


def test_every_event_has_what_the_standard_asks_for() -> None:
    text = calendar(EN, *days_of(found(whole()), 0))
    events = text.split("BEGIN:VEVENT")[1:]
    assert len(events) == 6
    uids = re.findall(r"UID:(\S+)", text)
    assert len(set(uids)) == len(uids) == 6
    for event in events:
        assert re.search(r"DTSTAMP:20261120T000000Z\r\n", event)
        assert re.search(r"DTSTART;VALUE=DATE:\d{8}\r\nDTEND;VALUE=DATE:\d{8}\r\n", event)
        assert event.count("END:VEVENT\r\n") == 1
    assert "DTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20261222" in text


def test_another_plan_has_other_names_of_events_and_none_none() -> None:
    one, other = (
        calendar(EN, *days_of(found(plan(step("a"), mark("safe", day, 0))), 0))
        for day in ("2026-12-01", "2026-12-02")
    )
    assert re.findall("UID:.*", one) != re.findall("UID:.*", other)


def test_without_a_plan_no_calendar_is_written(tmp_path: Path) -> None:
    """Nobody threatened them and nobody vouches for them: no way is open."""
    file, closed = tmp_path / "a.ics", tmp_path / "closed.yaml"
    text = Path(PLAN[1]).read_text(encoding="utf-8")
    closed.write_text(text.replace("{unknown: will_not_say}", "{complete: yes, items: []}\nsponsor: no"))
    answer = invented("plan", closed, *PLAN[2:], "--ics", file)
    assert (answer.exit, answer.stderr) == (0, f"{file}: not written, for there is no plan\n")
    assert not file.exists()


def test_long_lines_are_folded_between_letters_and_signs_are_marked() -> None:
    line = "SUMMARY:" + "ў" * 100
    folded = fold(line)
    assert all(len(row.encode()) <= 75 for row in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == line
    assert fold("short") == "short"
    assert escape("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne"


class _Terminal:
    """Something that is a terminal, and remembers."""

    def __init__(self, is_one: bool) -> None:
        self.is_one, self.said = is_one, ""

    def isatty(self) -> bool:
        return self.is_one

    def write(self, text: str) -> None:
        self.said += text

    def flush(self) -> None:
        pass


@pytest.mark.parametrize("is_one", [True, False])
def test_progress_is_told_on_a_terminal_only(is_one: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal(is_one)
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress(EN) as progress:
        tell: Callable[[str, int, int], None] = progress.tell
        tell("xa.way", 0, 3)
    assert ("Searching: way 1 of 3." in terminal.said) == is_one
    assert terminal.said.endswith("\r\033[K") == is_one


def test_only_what_waits_for_nothing_stands_under_that_sentence() -> None:
    late = plan(step("cross", "2026-12-01", moves=True), mark("safe", "2026-12-01", 0), best=("money",))
    both = "\n".join(line for line, _ in draw(found(whole(), late), EN).lines)
    assert both.index("It waits for nothing else.") < both.index("- Form (plan 1)")
    assert both.index("- Form (plan 1)") < both.index("- Plan 2: its first step has its day, 1 December 2026")
    alone = "\n".join(line for line, _ in draw(found(late), EN).lines)
    assert "- Plan 1: its first step has its day, 1 December 2026: Cross." in alone
    assert "It waits for nothing else." not in alone
    other = "\n".join(line for line, _ in draw(found(whole(), late), EN, "weeks").lines)
    assert "Plan 2: its first step" not in other


def test_text_of_every_part() -> None:
    text = "\n".join(line for line, _ in draw(found(
        whole(), plan(mark("safe", "2026-12-01")), unmade=("photos",), empty=(("xa.way",),)
    ), EN).lines)  # fmt: skip
    assert "WAYS WITHOUT A PLAN" in text
    assert "- Photos" in text
    assert "Plan 2. The way: until safe:" in text
