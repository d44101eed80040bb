"""Translations beside the atlas: laid over its texts by their English, and never over those of their own."""

from __future__ import annotations

from pathlib import Path

from tests.world.invented import copy
from vyrai.words import Words
from vyrai.world import check, compile_atlas, decode

BE = """language: be
reviewed_by: none
texts:
- {en: Guest visa, to: Гасцявая віза}
- {en: Settling, to: Пасяленне}
- {en: People are adults at eighteen., to: Дарослыя з васямнаццаці.}
"""


def test_texts_are_shown_in_the_language_that_was_laid_over_them(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "translations").mkdir()
    (folder / "translations/be.yaml").write_text(BE, encoding="utf-8")
    route = folder / "XA/routes/settlement.yaml"
    own = route.read_text(encoding="utf-8").replace("{en: Settling, ", "{en: Settling, be: Свая назва, ")
    route.write_text(own, encoding="utf-8")
    assert check(folder) == []
    made = decode(compile_atlas(folder))
    assert made.translated == {"be": "none"}
    be = Words("be")
    assert be.text(made.route("xa.guest-visa").title) == "Гасцявая віза"
    assert be.text(made.route("xa.settlement").title) == "Свая назва"
    assert be.text(made.route("xa.practise").title) == "Работа врачом"
    said = [claim.shown.statement for fact in made.facts for claim in fact.claims]
    assert "Дарослыя з васямнаццаці." in [be.text(statement) for statement in said]


def test_an_atlas_without_translations(tmp_path: Path) -> None:
    assert decode(compile_atlas(copy(tmp_path))).translated == {}
