"""The order of letters: where a name stands in a list that people look through by its first letters."""

from __future__ import annotations

LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "be": "абвгґдеёжзіийклмнопрстуўфхцчшщъыьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
}


def place(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """What to sort a text by: marks, then figures, then the letters of the language, then all others."""
    letters = LETTERS.get(lang) or LETTERS["en"]
    return tuple(_place(letter, letters) for letter in text.casefold())


def _place(letter: str, letters: str) -> tuple[int, int]:
    if not letter.isalnum():
        return (0, ord(letter))
    if letter.isdigit():
        return (1, ord(letter))
    found = letters.find(letter)
    return (3, ord(letter)) if found < 0 else (2, found)
