"""`atlas check`: everything that is wrong with an atlas, and what deserves a second look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from vyrai.world._atlas import Atlas, decode
from vyrai.world._compile import finish, in_english, join, laid_in, packed, without_examples
from vyrai.world._cross import cross
from vyrai.world._expressions import expressions, with_trees
from vyrai.world._files import read_all
from vyrai.world._passports import problems as passports
from vyrai.world._problems import AtlasError, Problem
from vyrai.world._references import references
from vyrai.world._texts import numbers_in_texts
from vyrai.world._translations import problems as translations
from vyrai.world._warnings import warnings

Further = Callable[[Atlas], Iterable[Problem]]


def check(atlas_dir: Path, cache_dir: Path | None, further: Iterable[Further]) -> list[Problem]:
    """All problems and warnings; see `vyrai.world.check`."""
    files = read_all(atlas_dir, cache_dir)
    raw = join(files)
    found = [problem for file in files for problem in file.problems]
    sound = not any(problem.grave for problem in found)
    # What an unreadable file holds would be missed everywhere: say nothing of what is missing.
    readable = all(file.readable for file in files)
    missing = [*references(files, raw), *(passports(raw) if sound else ())] if readable else []
    found += missing
    if sound:
        said = {text for file in files for text in file.texts}
        found += [*cross(raw), *translations(raw, said)]
    if sound and not missing:
        atlas = decode(packed(in_english(raw)))  # nothing below reads a translation
        trees, unreadable = expressions(atlas)
        found += [*unreadable, *warnings(atlas), *numbers_in_texts(atlas)]
        if not any(problem.grave for problem in found):
            atlas = with_trees(atlas, trees)
            for look in further:
                found += look(atlas)
    return sorted(set(found))


def compiled(atlas_dir: Path, cache_dir: Path | None) -> bytes:
    """The compiled form; see `vyrai.world.compile_atlas`."""
    files = read_all(atlas_dir, cache_dir)
    atlas = join(files)
    found = [problem for file in files for problem in file.problems if problem.grave]
    found = sorted(found or [*references(files, atlas), *passports(atlas)])
    if found:
        raise AtlasError(found)
    document = without_examples(packed(finish(atlas)))
    trees, _ = expressions(decode(document))
    return laid_in(document, trees)
