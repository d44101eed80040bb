"""The words of every face: texts by gettext; numbers, ranges, dates and codes in plain words.

Message ids are the English texts. Nothing here knows the engine: ranges are read by their `lo`, `hi`, `unit`.
"""

from vyrai.words._words import LANGUAGES, N_, Words

__all__ = ["LANGUAGES", "N_", "Words"]
