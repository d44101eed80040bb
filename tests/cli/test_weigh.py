"""`vyrai compare --weigh`: another answer, in words, that leaves the comparison as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import invented
from tests.pages.fake import comparison
from vyrai.choose.weigh import weigh
from vyrai.cli._text_weigh import draw
from vyrai.words import Words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--matters", "money"), "--matters goes with --weigh"),
        (("--weigh", "--all"), "--weigh is an answer of its own"),
        (("--weigh", "--to", "XA"), "--weigh is an answer of its own"),
        (("--weigh", "--html", "page.html"), "--weigh is an answer of its own"),
        (("--weigh", "--matters", "mony"), "Did you mean: money"),
        (
            (
                "--weigh",
                *(word for name in ("money", "work", "school", "sure") for word in ("--matters", name)),
            ),
            "not more than three things",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(words: tuple[str, ...], said: str, small: Path) -> None:
    answer = invented("compare", small, *words)
    assert answer.exit == 2
    assert said in answer.stderr
    assert answer.stdout == ""


def test_wishes_of_the_case_are_what_matters(small: Path) -> None:
    small.write_text(small.read_text() + "wishes: [{wish: soon_safe}, {wish: own_profession}]\n")
    answer = invented("compare", small, "--weigh", "--matters", "wishes", "--json")
    found = json.loads(answer.stdout)
    assert answer.exit == 0, answer.stderr
    assert found["matters"] == ["safety", "profession"]
    assert [one["name"] for one in found["criteria"] if one["matters"]] == ["safety", "profession"]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_places_stand_by_the_alphabet_and_no_share_is_a_figure(lang: str) -> None:
    found, words = weigh(comparison()), Words(lang)
    said = [text for text, _ in draw(found, words).lines]
    assert "%" not in "".join(said)
    heads = [line for line in said if any(f" {words.text(one.title)} (" in line for one in found.places)]
    names = [line[2:] for line in heads]
    # A name that nobody has put into Russian stands behind those that somebody has.
    assert "".join(name[0] for name in names) == {"en": "ABCD", "ru": "КРСD"}[lang]
    assert len(names) == len(found.places)
    for place in found.places:
        assert words.share(place.first.bands) in " ".join(said)
        assert f"{place.first.share}" not in " ".join(said)


def test_the_comparison_stays_as_it_was(small: Path) -> None:
    answer = json.loads(invented("compare", small, "--json").stdout)
    assert "rows" in answer
    assert not {"criteria", "settled", "matters"} & set(answer)
