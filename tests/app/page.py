"""What somebody can do on a page: the links and forms in its HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from typing import NamedTuple


class Button(NamedTuple):
    """A button of a form: what it adds to what is sent."""

    name: str
    value: str


class Control(NamedTuple):
    """Something to fill in. options: what may be chosen; empty where text is written."""

    kind: str
    name: str
    options: tuple[str, ...]


class Form(NamedTuple):
    """A form: where it goes, what it sends by itself, what can be filled in, its buttons."""

    action: str
    method: str
    hidden: tuple[tuple[str, str], ...]
    controls: tuple[Control, ...]
    buttons: tuple[Button, ...]
    upload: bool


class _Begun:
    """A form that is being read."""

    def __init__(self, of: dict[str, str]) -> None:
        self.of = of
        self.hidden: list[tuple[str, str]] = []
        self.controls: list[Control] = []
        self.buttons: list[Button] = []

    def whole(self) -> Form:
        """The form, once its end is reached."""
        return Form(
            self.of.get("action", ""),
            self.of.get("method", "get").upper(),
            tuple(self.hidden),
            tuple(self.controls),
            tuple(self.buttons),
            self.of.get("enctype") == "multipart/form-data",
        )


class Page(HTMLParser):
    """The page as a reader without eyes for colour has it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.forms: list[Form] = []
        self.heads: list[str] = []
        self.words: list[str] = []
        self._form: _Begun | None = None
        self._select: tuple[str, list[str]] | None = None
        self._in: list[str] = []
        self.feed(html)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Collect what can be followed, filled in and pressed."""
        of = {name: value or "" for name, value in attrs}
        self._in.append(tag)
        self.ids.update([of["id"]] if "id" in of else [])
        if tag == "a" and "href" in of:
            self.links.append(of["href"])
        if tag == "form":
            self._form = _Begun(of)
        elif tag == "select":
            self._select = (of["name"], [])
        elif tag == "option" and self._select is not None:
            self._select[1].append(of.get("value", ""))
        elif tag in ("input", "textarea", "button") and self._form is not None and "disabled" not in of:
            self._control(tag, of)

    def _control(self, tag: str, of: dict[str, str]) -> None:
        assert self._form is not None
        kind, name = of.get("type", "text" if tag == "input" else tag), of.get("name", "")
        if tag == "button":
            self._form.buttons.append(Button(name, of.get("value", "")))
        elif kind == "hidden":
            self._form.hidden.append((name, of.get("value", "")))
        elif kind in ("radio", "checkbox"):
            self._form.controls.append(Control(kind, name, (of.get("value", ""),)))
        else:
            self._form.controls.append(Control(kind, name, ()))

    def handle_endtag(self, tag: str) -> None:
        """Close what is complete."""
        while self._in and self._in.pop() != tag:
            pass
        if tag == "select" and self._select is not None and self._form is not None:
            name, options = self._select
            self._form.controls.append(Control("select", name, tuple(options)))
            self._select = None
        if tag == "form" and self._form is not None:
            self.forms.append(self._form.whole())
            self._form = None

    def handle_data(self, data: str) -> None:
        """Collect the words; those of the title and of scripts are not on the page."""
        if "h1" in self._in:
            self.heads.append(data)
        if not {"title", "script", "style"} & set(self._in):
            self.words.append(data)
