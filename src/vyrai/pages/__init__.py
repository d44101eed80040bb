"""The faces that draw HTML: one page that needs nothing from outside, no script, and reads on paper.

`notebook(comparison, words)` is the comparison of a family. Same comparison and language, same bytes.
"""

from __future__ import annotations

from vyrai.pages._notebook import notebook

__all__ = ["notebook"]
