"""Why a file or passphrase is not taken: what is wrong, why it matters, what to do. No value is repeated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from vyrai.family import CaseError
from vyrai.words import N_

if TYPE_CHECKING:
    from vyrai.words import Words

_KEPT = N_("Nothing was changed in your notebook.")

_SAID: dict[str, tuple[str, str, str]] = {
    "absent": (
        N_("Sealing is not available here"),
        N_("The library that does it is not part of this installation."),
        N_("Install vyrai[app], or take a plain file and read its warning first."),
    ),
    "no_passphrase": (
        N_("There is no passphrase"),
        N_("Without one nobody can seal the file, or open it."),
        N_("Write the passphrase, and choose the file again if there was one."),
    ),
    "unlike": (
        N_("The two passphrases are not the same"),
        N_("A slip in one of them would lock you out for ever: nobody can open the file without it."),
        N_("Write it twice, slowly."),
    ),
    "short": (
        N_("The passphrase is too short or too simple"),
        N_("Whoever takes the file can let a machine guess for as long as they like."),
        N_("Take at least {n} letters and signs, best some words that do not belong together."),
    ),
    "too_much": (
        N_("The notebook is too large to be sealed"),
        N_("A file may hold a few hundred pages of answers."),
        N_("Shorten what you wrote in your own words."),
    ),
    "nothing": (
        N_("No file was chosen"),
        N_("There is nothing to open."),
        N_("Choose a file that was saved from a notebook."),
    ),
    "empty": (
        N_("The file is empty"),
        N_("Nothing was saved into it, or a copy was broken off before it began."),
        N_("Take another copy of the file."),
    ),
    "large": (
        N_("The file is too large"),
        N_("A saved notebook is far smaller, so this is something else."),
        N_("Check that it is the right file."),
    ),
    "foreign": (
        N_("This is not a file that was saved from a notebook"),
        N_("It is neither a sealed file nor a case file in plain text."),
        N_("Check that it is the right file. Some messengers change files unless they go as a document."),
    ),
    "key": (
        N_("The file is sealed for a key, not with a passphrase"),
        N_("This program opens only what was sealed with a passphrase."),
        N_("Open it with the program that sealed it."),
    ),
    "wrong": (
        N_("The passphrase does not open this file"),
        N_("It is another passphrase, or the head of the file is damaged. Nobody can tell which."),
        N_("Look at the keyboard language and at capital letters. Then try another copy of the file."),
    ),
    "heavy": (
        N_("The file asks for more work than this device can do"),
        N_("It was sealed on a much stronger computer, or made to hold you up."),
        N_("Open it on the computer on which it was saved."),
    ),
    "damaged": (
        N_("The file is damaged or cut off"),
        N_("Part of it was changed or is missing. Nothing of it is shown: nobody could trust the rest."),
        N_("Take another copy of the file."),
    ),
    "other": (
        N_("The passphrase is right, but there is no notebook in the file"),
        N_("Something else was sealed in it."),
        N_("Check that it is the right file."),
    ),
    "newer": (
        N_("The file was saved by a newer version of this program"),
        N_("This version might misread what it does not know."),
        N_("Open it with the newer version."),
    ),
    "plain": (
        N_("The case file cannot be read"),
        N_("Nothing of it was taken, since an answer that is guessed could mislead you."),
        N_("Correct the file at the place that is named, or take another copy."),
    ),
    "unlike_form": (
        N_("The file was opened, but this version does not take its answers"),
        N_("They do not fit the questions that this version asks."),
        N_("Open it with the version that saved it, and take a plain file there."),
    ),
}


class RefusedError(ValueError):
    """A file or a passphrase that is not taken.

    kind: a stable word for what is wrong. wrong: what the case file says of itself, if it is that.
    """

    def __init__(
        self, kind: str, values: Mapping[str, object] | None = None, wrong: CaseError | None = None
    ) -> None:
        self.kind, self.values, self.wrong = kind, dict(values or {}), wrong
        super().__init__(kind)

    def text(self, words: Words) -> list[str]:
        """What is wrong, why, what to do, and that nothing was lost."""
        what, why, todo = (words(part).format_map(self.values) for part in _SAID[self.kind])
        said = [f"{what}.", why, todo]
        if self.wrong is not None:
            said += [" ".join(line.strip() for line in self.wrong.text(words).split("\n"))]
        return [*said, words(_KEPT)]

    def __str__(self) -> str:
        return " ".join(part.format_map(self.values) for part in _SAID[self.kind])
