"""Saving and opening, through the app: what each file holds, what it leaves out, and that nothing is lost."""

from __future__ import annotations

import csv
import html
import io
import os
import tempfile
from typing import Any

import pytest

from tests.app import test_sealed
from tests.app.caller import DAY, Reply, Visitor
from tests.app.uploads import place, upload
from tests.family.form import read_form
from vyrai.app import _keeping, _sealed
from vyrai.family import Case, loads
from vyrai.world import Atlas

PHRASE = "kot lampa rzeka dym"
CANARY = "kanarek-7391"
BIRDS = ("Stork", "Lark")
PLAIN = f"""
members:
- {{alias: Stork, role: parent, birth: 1987-09, wanted: yes, criminal_record: yes}}
- {{alias: Lark, role: child, birth: 2014-08, needs: [{{need: speaking, words: {CANARY}}}]}}
happened: {{complete: yes, items: [{{date: "2019-07", who: stork}}]}}
"""
SENSITIVE = (CANARY, "wanted", "criminal_record", "happened", "2019-07")


@pytest.fixture
def empty(invented: Atlas) -> Visitor:
    return Visitor(invented)


@pytest.fixture
def family(empty: Visitor) -> Visitor:
    """Somebody who has opened a notebook with sensitive answers in it."""
    assert upload(empty, PLAIN.encode()).status == 200
    return empty


def case_of(text: str) -> Case:
    return loads(text, read_form(), "case", DAY)


def answers(visitor: Visitor) -> str:
    return visitor.get(place(visitor, "answers")).text


def disposition(reply: Reply) -> str:
    return reply.headers["content-disposition"]


def undoing(page: str) -> str:
    """Where the button is posted to that takes the opening back."""
    return html.unescape(page.partition('action="')[2].partition('"')[0])


def alert(reply: Reply) -> str:
    return reply.text.partition('role="alert"')[2].partition("</div>")[0]


# -- sealed --------------------------------------------------------------------------------------------------


@pytest.mark.dear
def test_what_is_saved_sealed_opens_in_another_run(family: Visitor, invented: Atlas) -> None:
    before = answers(family)
    reply = family.send(place(family, "keep"), {"passphrase": PHRASE, "again": PHRASE})
    assert disposition(reply) == 'attachment; filename="notes.age"'
    assert reply.headers["cache-control"] == "no-store"
    assert reply.body.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert not any(word.encode() in reply.body for word in (*SENSITIVE, *BIRDS))
    other = Visitor(invented)
    opened = upload(other, reply.body, PHRASE)
    assert "It is the notebook of 2 people." in opened.text
    assert answers(other).split("<main")[1] == before.split("<main")[1]
    assert CANARY in answers(other)


def next_asked(visitor: Visitor) -> str:
    """The key of the question that comes by itself."""
    return visitor.get(place(visitor, "ask")).text.partition('name="q" value="')[2].partition('"')[0]


@pytest.mark.slow
def test_what_was_skipped_for_good_is_not_asked_again_from_the_file(family: Visitor, invented: Atlas) -> None:
    skipped = next_asked(family)
    family.send(place(family, "ask"), {"q": skipped, "path": skipped, "how": "not_asked"})
    family.send(place(family, "hides"), {"q": "", "how": "skip"})
    then = next_asked(family)
    assert then != skipped
    reply = family.send(place(family, "keep"), {"passphrase": PHRASE, "again": PHRASE})
    other = Visitor(invented)
    upload(other, reply.body, PHRASE)
    assert next_asked(other) == then
    assert "the sensitive questions are left out" in other.get(place(other, "hides")).text
    page = other.get(place(other, "ask?q=members/0.wanted")).text
    assert "What this program cannot hide</h1>" in page, "this device is another one"


def test_another_notebook_brings_its_own(family: Visitor) -> None:
    """What was skipped in the one before it is asked again; a plain file skips nothing."""
    skipped = next_asked(family)
    family.send(place(family, "ask"), {"q": skipped, "path": skipped, "how": "not_asked"})
    assert next_asked(family) != skipped
    page = upload(family, PLAIN.encode()).text
    assert next_asked(family) == skipped
    family.send(undoing(page), {})
    assert next_asked(family) != skipped


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({}, "There is no passphrase."),
        ({"passphrase": PHRASE, "again": PHRASE + "!"}, "The two passphrases are not the same."),
        ({"passphrase": "dom", "again": "dom"}, "The passphrase is too short or too simple."),
    ],
)
def test_a_passphrase_that_is_not_taken(family: Visitor, form: dict[str, str], said: str) -> None:
    reply = family.send(place(family, "keep"), form)
    assert said in alert(reply)
    assert PHRASE not in reply.text


def test_the_one_offered_is_long_new_each_time_and_would_be_taken(family: Visitor) -> None:
    pages = [family.get(place(family, "keep")).text for _ in range(2)]
    first, second = (page.partition('class="phrase">')[2].partition("<")[0] for page in pages)
    assert first != second
    assert len(first.split("-")) == 7
    assert not set(first) & set("0Ol1Iqjyxc")
    _sealed.look_at(first, first)


def test_every_offer_would_be_taken() -> None:
    for _ in range(500):
        offer = _keeping.offered()
        _sealed.look_at(offer, offer)


def test_where_nothing_can_be_sealed_the_page_says_so(
    family: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a browser tab: no form that could not work, and the plain file beside its warning."""
    monkeypatch.setattr(_keeping, "available", lambda: False)
    page = family.get(place(family, "keep")).text
    assert "Sealing is not available here" in page
    assert "passphrase" not in page.split("<main")[1].partition("</main>")[0].lower()
    assert 'href="keep/plain"' in page


# -- opening -------------------------------------------------------------------------------------------------


def test_every_page_leads_to_keeping_and_the_start_to_opening(empty: Visitor) -> None:
    page = empty.get(place(empty, "")).text
    assert 'href="open"' in page
    assert 'href="keep"' in page
    assert empty.get(place(empty, "open")).status == 200
    assert "there is nothing to save" in empty.get(place(empty, "keep")).text


def test_an_opened_notebook_can_be_put_away_again(family: Visitor) -> None:
    before = answers(family)
    page = upload(family, b"members: [{alias: Wren, role: grandparent}]").text
    assert "It is the notebook of 1 person." in page
    assert answers(family) != before
    undo = undoing(page)
    family.get(place(family, "opened"))
    family.send(undo, {})
    assert answers(family) == before
    family.send(place(family, undo), {})  # a second press of the same button takes nothing more back
    assert answers(family) == before


def test_undo_leads_back_to_an_empty_notebook(empty: Visitor) -> None:
    page = upload(empty, PLAIN.encode())
    empty.send(undoing(page.text), {})
    assert "Nothing is answered yet" in answers(empty)


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_a_plain_case_file_opens(empty: Visitor, name: str) -> None:
    import msgspec

    data = case_of(PLAIN).data()
    encoded = msgspec.json.Encoder(decimal_format="number").encode(data)
    assert "2 people" in upload(empty, PLAIN.encode() if name == "yaml" else encoded).text


def files() -> dict[str, tuple[bytes | None, str, str]]:
    """A bad file, the passphrase, and the beginning of what is said."""
    sealed = test_sealed.SMALL
    return {
        "none": (None, "", "No file was chosen."),
        "empty": (b"", "", "The file is empty."),
        "white": (b" \n", "", "The file is empty."),
        "picture": (b"\x89PNG\r\n\x1a\n\0\0", "", "This is not a file that was saved from a notebook."),
        "letters": ("жук".encode("cp1251"), "", "This is not a file that was saved from a notebook."),
        "prose": (f"Dear {CANARY}".encode(), "", "The case file cannot be read."),
        "unknown": (
            f"members: [{{alias: Stork, {CANARY}: 1}}]".encode(),
            "",
            "The case file cannot be read.",
        ),
        "half": (b"members:\n- {alias: Stork, role: par", "", "The case file cannot be read."),
        "large": (b"#" * 1_000_001, "", "The file is too large."),
        "huge": (b"#" * 3_000_000, "", "The file is too large."),
        "large sealed": (sealed + bytes(1_100_000), PHRASE, "The file is too large."),
        "wrong": (sealed, CANARY, "The passphrase does not open this file."),
        "no phrase": (sealed, "", "There is no passphrase."),
        "damaged": (sealed[:-1] + b"~", PHRASE, "The file is damaged or cut off."),
        "cut": (sealed[:200], PHRASE, "The file is damaged or cut off."),
    }


@pytest.mark.parametrize("name", files())
def test_a_bad_file_gets_one_clear_message_and_changes_nothing(family: Visitor, name: str) -> None:
    before = answers(family)
    file, phrase, said = files()[name]
    reply = upload(family, file, phrase)
    assert reply.status == 200
    assert f"<b>{said}</b>" in alert(reply)
    assert "Nothing was changed in your notebook." in alert(reply)
    assert CANARY not in reply.text
    assert answers(family) == before


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "a"]
)
def test_what_is_no_form_changes_nothing(family: Visitor, kind: str) -> None:
    before = answers(family)
    assert "No file was chosen." in alert(upload(family, PLAIN.encode(), kind=kind))
    assert answers(family) == before


def test_nothing_that_is_sent_ever_lies_on_the_disk(family: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a large upload nor a larger one; nor does a thread write it."""

    def never(*_: Any, **__: Any) -> Any:
        raise AssertionError("a file was made")

    for module, name in (
        (tempfile, "TemporaryFile"),
        (tempfile, "NamedTemporaryFile"),
        (tempfile, "mkstemp"),
    ):
        monkeypatch.setattr(module, name, never)
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", never)
    monkeypatch.setattr(os, "open", never)
    comment = b"#" * 999_000
    assert "notebook is open" in upload(family, PLAIN.encode() + comment[: 999_000 - len(PLAIN)]).text
    assert "too large" in alert(upload(family, comment * 2))
    assert "damaged" in alert(upload(family, b"age-encryption.org/v1\n" + b"x" * 1_050_000, PHRASE))


def test_the_patched_file_would_have_been_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The way Starlette would go by itself leads through what is patched above."""
    called = []
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", lambda *_: called.append(1))
    with tempfile.SpooledTemporaryFile(max_size=10) as file:
        file.write(b"x" * 11)
    assert called


# -- plain ---------------------------------------------------------------------------------------------------


def test_the_plain_file_comes_after_a_warning_and_without_sensitive_answers(family: Visitor) -> None:
    warning = family.get(place(family, "keep/plain")).text
    assert "Whoever has the file can read it" in warning
    assert " checked" not in warning.split("<main")[1]
    reply = family.send(place(family, "keep/plain"), {})
    assert disposition(reply) == 'attachment; filename="notes.yaml"'
    for word in SENSITIVE:
        assert word not in reply.text
    assert case_of(reply.text).data()["members"][0]["birth"] == "1987-09"


def test_a_ticked_box_keeps_them(family: Visitor) -> None:
    reply = family.send(place(family, "keep/plain"), {"sensitive": "yes"})
    assert case_of(reply.text) == case_of(PLAIN)


# -- what it found -------------------------------------------------------------------------------------------


def rows(reply: Reply, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(reply.body.decode("utf-8-sig")), delimiter=delimiter))


@pytest.mark.parametrize(("lang", "delimiter"), [("en", ","), ("ru", ";"), ("pl", ";"), ("be", ";")])
def test_the_table_has_one_line_for_each_way(family: Visitor, lang: str, delimiter: str) -> None:
    family.get(place(family, "").replace("/en/", f"/{lang}/"))
    reply = family.get(place(family, "keep/table"))
    assert disposition(reply) == 'attachment; filename="notes.csv"'
    assert reply.body.startswith(b"\xef\xbb\xbf")
    head, *lines = rows(reply, delimiter)
    assert len(head) == 9
    assert lines
    assert all(len(line) == 9 and line[0] and line[1] and line[2] for line in lines)
    assert CANARY not in reply.text


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_cell_is_run(cell: str) -> None:
    from vyrai.pages._table import tame

    assert tame(cell) == f"'{cell}"
    assert tame(f"a{cell}") == f"a{cell}"


def test_the_page_is_one_file_and_repeats_no_sensitive_answer(family: Visitor) -> None:
    reply = family.get(place(family, "keep/page"))
    assert disposition(reply) == 'attachment; filename="notes.html"'
    for outside in ("<script", '<link rel="stylesheet', 'src="http', "@import"):
        assert outside not in reply.text
    assert "<title>Notes</title>" in reply.text
    assert CANARY not in reply.text


def test_the_lines_for_a_messenger_name_nobody(family: Visitor) -> None:
    reply = family.get(place(family, "keep/lines"))
    assert disposition(reply) == 'attachment; filename="notes.txt"'
    for word in (*BIRDS, "{name}", CANARY, "1987", "2014", "Vyrai"):
        assert word not in reply.text
    assert any(f"{word}:" in reply.text for word in ("Open", "Perhaps", "Closed"))
    assert "Still to be found out, first:" in reply.text
    shown = family.get(place(family, "keep/text")).text
    assert "<textarea readonly" in shown
    lines = html.unescape(shown.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0])
    assert lines == reply.text


def test_sensitive_answers_change_nothing_in_the_lines(family: Visitor, invented: Atlas) -> None:
    """Nothing in them, not even what is open, says whether somebody is wanted."""
    other = Visitor(invented)
    upload(other, family.send(place(family, "keep/plain"), {}).body)
    assert family.get(place(family, "keep/lines")).body == other.get(place(other, "keep/lines")).body


@pytest.mark.parametrize("page", ["keep/plain", "keep/page", "keep/table", "keep/text", "keep/lines"])
def test_with_nothing_answered_there_is_nothing_to_take(empty: Visitor, page: str) -> None:
    assert "there is nothing to save" in empty.get(place(empty, page)).text


def test_file_names_say_nothing(family: Visitor) -> None:
    """No country, no day, not what made it."""
    for page in ("page", "table", "lines"):
        assert disposition(family.get(place(family, f"keep/{page}"))).startswith(
            'attachment; filename="notes.'
        )
