"""What stands around every screen: where links lead, the languages, the style sheet, the way out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple
from urllib.parse import quote, urlencode

Face = Literal["app", "site"]


class Frame(NamedTuple):
    """One screen of a face. Links are relative, so that no page has to know under which address it lives.

    here: the place of this screen below its language, as `fact/ID`; empty for the start.
    style, script: names of the files beside the languages. begun: whether somebody has answered something.
    languages: the codes of those that this face has; none: all. shelves: where a fact has no page of its own,
    on which page of facts it stands.
    """

    face: Face
    lang: str
    here: str
    style: str
    script: str | None = None
    begun: bool = False
    query: str = ""
    languages: tuple[str, ...] = ()
    shelves: Mapping[str, str] | None = None

    @property
    def _up(self) -> str:
        return "../" * self.here.count("/")

    def to(self, page: str, key: str = "", /, **query: str) -> str:
        """A page of the same language; `key` is what it is about."""
        return self._up + self._file(page, key) + (f"?{urlencode(query)}" if query else "")

    def _file(self, page: str, key: str) -> str:
        if page == "fact" and self.shelves is not None:
            return f"{self._file('facts', self.shelves[key])}#{quote(key)}"
        path = f"{page}/{quote(key, safe='')}" if key else page
        if self.face == "site":
            return f"{path or 'index'}.html"
        return path or "./"

    def asset(self, name: str) -> str:
        """A file that all languages share."""
        return f"{self._up}../s/{name}"

    def tongue(self, lang: str) -> str:
        """This screen in another language."""
        if self.face == "site":
            page, _, key = self.here.partition("/")
            return f"{self._up}../{lang}/{self._file(page, key)}"
        here = "/".join(quote(part, safe="") for part in self.here.split("/"))
        return f"{self._up}../{lang}/{here}{self.query and '?' + self.query}"
