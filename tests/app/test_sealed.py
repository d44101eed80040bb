"""The sealed file: what goes in comes out; anything else is refused whole, in words that repeat nothing."""

from __future__ import annotations

import random
import sys
from itertools import product
from pathlib import Path

import pyrage
import pytest
from hypothesis import given

from tests.family.form import TODAY, case, read_form
from tests.family.strategies import cases
from vyrai.app import _sealed
from vyrai.app._refusals import RefusedError
from vyrai.app._sealed import available, look_at, pack, seal, unpack, unseal
from vyrai.family import Case
from vyrai.words import Words

PHRASE = "kot lampa rzeka dym"
SMALL = (Path(__file__).parent / "sealed/small.age").read_bytes()
"""Made by another program, with the least work that the format knows, so that opening it takes no time."""
CANARY = "kanarek-7391"
SECRET = f"""
members: [{{alias: Stork, role: parent, wanted: yes, needs: [{{need: speaking, words: {CANARY}}}]}}]
"""


def refused(sealed: bytes, phrase: str = PHRASE) -> RefusedError:
    with pytest.raises(RefusedError) as found:
        unseal(sealed, phrase, read_form(), TODAY)
    return found.value


@pytest.fixture(scope="module")
def secret() -> Case:
    return case(SECRET)


@pytest.fixture(scope="module")
def sealed(secret: Case) -> bytes:
    return seal(secret, PHRASE)


# -- what goes in comes out ----------------------------------------------------------------------------------


@given(made=cases())
def test_content_comes_back_as_the_same_case(made: Case) -> None:
    content = pack(made)
    assert unpack(content, made.form, TODAY) == (made, frozenset())
    assert len(content) >= 2**14
    assert len(content).bit_count() == 1


@pytest.mark.slow
def test_a_sealed_case_comes_back_whole(sealed: bytes, secret: Case) -> None:
    """Sensitive answers too."""
    back = unseal(sealed, PHRASE, secret.form, TODAY).case
    assert back == secret
    assert CANARY in str(back.data())


def test_what_is_settled_comes_back(secret: Case) -> None:
    settled = {"members/0.birth", "sensitive"}
    assert unpack(pack(secret, settled), secret.form, TODAY).settled == settled
    assert pack(secret, sorted(settled)) == pack(secret, sorted(settled, reverse=True))


@pytest.mark.slow
def test_sealed_it_says_age_and_nothing_of_the_family(sealed: bytes) -> None:
    assert sealed.startswith(b"age-encryption.org/v1\n-> scrypt ")
    for word in (CANARY, "Stork", "members", "vyrai", "notes"):
        assert word.encode() not in sealed


@pytest.mark.slow
def test_any_age_program_opens_it(sealed: bytes, secret: Case) -> None:
    assert pyrage.passphrase.decrypt(sealed, PHRASE).rstrip() == pack(secret).rstrip()


@pytest.mark.slow
def test_what_another_age_program_sealed_opens() -> None:
    """Also one of before it was kept which questions are settled."""
    found = unseal(SMALL, PHRASE, read_form(), TODAY)
    assert found.case.data() == {"case": 1, "members": [{"alias": "Stork", "role": "parent"}]}
    assert found.settled == frozenset()


@pytest.mark.slow
def test_a_file_that_was_turned_into_letters_opens(secret: Case) -> None:
    """As some programs do for mail."""
    letters = pyrage.passphrase.encrypt(pack(secret), PHRASE, armored=True)
    assert unseal(letters, PHRASE, secret.form, TODAY).case == secret


def test_small_notebooks_are_of_one_length(secret: Case) -> None:
    """Somebody who sees both files cannot tell which family said more."""
    assert len(pack(secret)) == len(pack(case("members: [{alias: Wren, role: child}]")))


@pytest.mark.parametrize("typed", [f" {PHRASE}\n", PHRASE])
def test_white_space_around_a_passphrase_does_not_count(typed: str) -> None:
    assert unseal(SMALL, typed, read_form(), TODAY) == unseal(SMALL, PHRASE, read_form(), TODAY)


def test_a_letter_composed_in_two_ways_is_one_letter() -> None:
    """Keyboards write й as one sign or as two."""
    assert _sealed.plain("и\u0306од") == _sealed.plain("йод")


# -- anything else is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize("phrase", ["kot lampa rzeka dyn", "Kot lampa rzeka dym", PHRASE * 2])
def test_a_wrong_passphrase(phrase: str) -> None:
    assert refused(SMALL, phrase).kind == "wrong"


def test_no_passphrase() -> None:
    assert refused(SMALL, " \n").kind == "no_passphrase"


@pytest.mark.slow
def test_one_damaged_byte_anywhere_is_noticed() -> None:
    for place, bit in product(range(len(SMALL)), (1, 0x20, 0x80)):
        damaged = SMALL[:place] + bytes([SMALL[place] ^ bit]) + SMALL[place + 1 :]
        assert refused(damaged).kind in {"damaged", "wrong", "foreign", "key", "heavy"}


def test_a_damaged_body_is_never_called_a_wrong_passphrase() -> None:
    body = SMALL.index(b"\n--- ")
    for place in range(body + 60, len(SMALL)):
        damaged = SMALL[:place] + bytes([SMALL[place] ^ 1]) + SMALL[place + 1 :]
        assert refused(damaged).kind == "damaged"


def test_cut_anywhere_it_is_refused() -> None:
    assert refused(b"").kind == "empty"
    for length in range(1, len(SMALL)):
        assert refused(SMALL[:length]).kind in {"damaged", "foreign"}


def test_something_hung_on_is_noticed() -> None:
    assert refused(SMALL + b"x").kind == "damaged"


@pytest.mark.parametrize(
    "foreign",
    [b"\x89PNG\r\n\x1a\n" + bytes(200), b"members: []", b"PK\x03\x04", random.Random(1).randbytes(999)],
)
def test_foreign_files(foreign: bytes) -> None:
    assert refused(foreign).kind == "foreign"


def test_a_file_sealed_for_a_key() -> None:
    key = pyrage.x25519.Identity.generate()
    assert refused(pyrage.encrypt(b"x", [key.to_public()])).kind == "key"


def test_a_file_that_asks_for_hours_of_work_is_refused_at_once() -> None:
    assert refused(SMALL.replace(b" 1\n", b" 30\n", 1)).kind == "heavy"


def test_a_device_that_is_busy_for_a_moment_is_not_taken_for_a_slow_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """age looks anew at each opening how much work the device can do."""
    decrypt, busy = pyrage.passphrase.decrypt, [True, True, False]

    def looked(sealed: bytes, phrase: str) -> bytes:
        heavy = SMALL.replace(b" 1\n", b" 30\n", 1)
        opened: bytes = decrypt(heavy if busy.pop(0) else sealed, phrase)
        return opened

    monkeypatch.setattr(pyrage.passphrase, "decrypt", looked)
    assert unseal(SMALL, PHRASE, read_form(), TODAY).case.data()["members"]
    assert busy == []


def test_too_large_a_file_is_not_even_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyrage.passphrase, "decrypt", lambda *_: pytest.fail("it was tried"))
    assert refused(SMALL + bytes(2**21)).kind == "large"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "other"),
        (b"shopping list", "other"),
        (b"\xff\xfe", "other"),
        (b'["format", 1]', "other"),
        (b'{"notes": {}}', "other"),
        (b'{"format": 2, "notes": {"case": 1}, "more": 1}', "newer"),
        (b'{"format": 1}', "unlike_form"),
        (b'{"format": 1, "notes": {"case": 1}, "settled": {"a": 1}}', "other"),
        (b'{"format": 1, "notes": {"case": 1, "members": []}}', "unlike_form"),
        (b'{"format": 1, "notes": {"case": 1, "unheard_of": 1}}', "unlike_form"),
    ],
)
def test_something_else_was_sealed(content: bytes, kind: str) -> None:
    with pytest.raises(RefusedError) as found:
        unpack(content, read_form(), TODAY)
    assert found.value.kind == kind


def test_more_than_can_be_read_again_is_not_sealed() -> None:
    long = case(SECRET).with_answers({"stork.needs[1].words": "x" * 999_950})
    with pytest.raises(RefusedError) as found:
        pack(long)
    assert found.value.kind == "too_much"


@pytest.mark.parametrize(
    ("first", "again", "kind"),
    [
        ("", "", "no_passphrase"),
        (PHRASE, PHRASE + "x", "unlike"),
        ("kot lampa", "kot lampa", "short"),
        ("ababababababab", "ababababababab", "short"),
    ],
)
def test_a_new_passphrase_that_is_not_taken(first: str, again: str, kind: str) -> None:
    with pytest.raises(RefusedError) as found:
        look_at(first, again)
    assert found.value.kind == kind


def test_a_new_passphrase_that_is_taken() -> None:
    look_at(PHRASE, f"{PHRASE} ")


# -- where the library is missing ----------------------------------------------------------------------------


def test_without_the_library_it_says_so(monkeypatch: pytest.MonkeyPatch, secret: Case) -> None:
    """As in a browser tab."""
    monkeypatch.setitem(sys.modules, "pyrage", None)
    assert not available()
    assert refused(SMALL).kind == "absent"
    with pytest.raises(RefusedError) as found:
        seal(secret, PHRASE)
    assert found.value.kind == "absent"


# -- what is said --------------------------------------------------------------------------------------------


def test_no_message_repeats_anything() -> None:
    """Neither an answer, nor the passphrase, nor a piece of the file."""
    notes = f'{{"case": 1, "{CANARY}": "{CANARY}", "members": [{{"role": "{CANARY}"}}]}}'
    content = f'{{"format": 1, "notes": {notes}}}'
    with pytest.raises(RefusedError) as found:
        unpack(content.encode(), read_form(), TODAY)
    errors = [
        found.value,
        refused(SMALL, CANARY),
        refused(CANARY.encode()),
        refused(SMALL[:99] + CANARY.encode()),
    ]
    for lang in ("en", "ru"):
        said = " ".join(line for error in errors for line in error.text(Words(lang)))
        assert CANARY not in said
    assert CANARY not in " ".join(f"{error} {error!r}" for error in errors)
    assert all(error.__cause__ is None and error.__suppress_context__ for error in errors[:2])


def test_every_message_says_what_why_and_what_to_do() -> None:
    for kind in ("wrong", "damaged", "foreign", "large", "short"):
        lines = RefusedError(kind, {"n": 12}).text(Words("en"))
        assert len(lines) == 4
        assert all(line.endswith(".") for line in lines)
        assert lines[-1] == "Nothing was changed in your notebook."
