"""What passports needed at borders: a value counts between the snapshots that showed it, and no longer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.invented import copy, invented
from vyrai.world import EntrySeen, Passports, Seen, compile_atlas, decode, entry_seen, load_atlas

DAY = date.fromisoformat
REAL = Path(__file__).parents[2] / "atlas"


def passports() -> Passports:
    found = invented().passports
    assert found is not None
    return found


def seen(day: str, known: str | None = None, passport: str = "XA", place: str = "XB") -> EntrySeen:
    return entry_seen(passports(), passport, place, DAY(day), None if known is None else DAY(known))


@pytest.mark.parametrize(
    ("day", "requirement", "last", "way"),
    [
        ("2023-12-31", "unknown", None, "unknown"),
        ("2024-01-01", "visa required", ("visa required", "2024-03-01"), "visa"),
        ("2024-03-01", "visa required", ("visa required", "2024-03-01"), "visa"),
        ("2024-03-02", "unknown", ("visa required", "2024-03-01"), "visa"),
        ("2024-04-30", "unknown", ("visa required", "2024-03-01"), "visa"),
        ("2024-06-01", "Fair Guest Permit", ("Fair Guest Permit", "2024-07-01"), "permit"),
        ("2024-12-31", "30", ("30", "2025-01-01"), "visa_free"),
        ("2025-01-02", "unknown", ("30", "2025-01-01"), "visa_free"),
        ("2030-01-01", "unknown", ("30", "2025-01-01"), "visa_free"),
    ],
)
def test_on_a_day(day: str, requirement: str, last: tuple[str, str] | None, way: str) -> None:
    found = seen(day)
    assert (found.requirement, found.way) == (requirement, way)
    assert (found.seen, found.last_seen) == ((None, None) if last is None else (last[0], DAY(last[1])))
    assert found.newest == (found.last_seen == date(2025, 1, 1))


def test_days_without_a_visa() -> None:
    assert seen("2024-12-31").days == 30
    assert seen("2024-01-15").days is None
    assert seen("2023-01-01").days is None


def test_a_passport_or_a_place_that_the_table_does_not_name() -> None:
    assert seen("2024-12-31", passport="XB") == seen("2024-12-31", place="XA") == EntrySeen("unknown")


def test_only_snapshots_known_by_then_count() -> None:
    assert seen("2026-01-01", "2024-10-01") == EntrySeen(
        "unknown", "30", date(2024, 9, 1), date(2024, 9, 1), newest=True
    )
    assert seen("2024-10-01", "2024-08-01").seen == "Fair Guest Permit"
    assert seen("2024-10-01", "2023-01-01") == EntrySeen("unknown")


ROW = st.tuples(st.sampled_from(["90", "eta", "visa required"]), st.integers(1, 9), st.integers(0, 9))


@given(st.lists(ROW, max_size=5), st.integers(1, 90), st.one_of(st.none(), st.integers(1, 90)))
def test_a_value_counts_only_between_its_snapshots(
    rows: list[tuple[str, int, int]], day: int, known: int | None
) -> None:
    at, made = 0, []
    for word, gap, length in rows:
        made.append(Seen(word, at + gap, at + gap + length))
        at += gap + length
    days = tuple(sorted({end for row in made for end in (row.first, row.last)}))
    table = msgspec.structs.replace(passports(), days=days, seen={"XA": {"XB": tuple(made)}})
    on, until = date.fromordinal(day), None if known is None else date.fromordinal(known)
    found = entry_seen(table, "XA", "XB", on, until)
    if found.requirement != "unknown":
        assert any(row.first <= day <= row.last and row.requirement == found.requirement for row in made)
    if found.last_seen is not None:
        assert found.first_seen is not None
        assert found.first_seen <= found.last_seen
        assert found.first_seen <= on
        assert until is None or found.last_seen <= until


def test_the_compiled_atlas_carries_the_table(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    file = tmp_path / "atlas.json"
    file.write_bytes(compile_atlas(folder))
    assert load_atlas(file).passports == passports()


def test_a_changed_table_is_read_again(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    before = load_atlas(folder)
    table = folder / "entry-by-passport.csv"
    table.write_text(table.read_text().replace("XA,XB,30,", "XA,XB,e-visa,"))
    after = load_atlas(folder).passports
    assert after is not None
    assert after != before.passports
    assert entry_seen(after, "XA", "XB", date(2024, 10, 1)).way == "e_visa"


def test_an_atlas_without_a_table(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    for name in ("entry-by-passport.csv", "entry-by-passport.yaml"):
        (folder / name).unlink()
    assert decode(compile_atlas(folder)).passports is None


def test_the_real_table() -> None:
    found = load_atlas(REAL).passports
    assert found is not None
    assert (found.licence, found.kind, found.confidence) == ("MIT", "media", "medium")
    assert set(found.seen) == {"BY", "KZ", "RU", "UA"}
    assert b"Copyright (c) 2017 Ilya Ilyankou" in bytes(load_atlas(REAL).raw_passports)
    assert {rows[-1].last for of in found.seen.values() for rows in of.values()} == {found.days[-1]}
    gap = entry_seen(found, "BY", "AE", date(2020, 7, 1))
    assert (gap.requirement, gap.seen, gap.last_seen) == ("unknown", "visa required", date(2020, 5, 9))
