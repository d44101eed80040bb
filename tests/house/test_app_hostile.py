"""What other pages of the same browser can do to the notebook: nothing, even if they know its address."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.app.family import entries
from tests.app.served import Served, loopback
from tests.app.walking import follow
from tests.house.hand import Hand
from vyrai.world import load_atlas

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow

# Every way a page has of speaking to another; ROOM is the notebook, with its secret.
ATTACKS = """<!doctype html><title>other</title><body><iframe id=frame src="ROOM/answers"></iframe>
<iframe name=hole></iframe><form id=form method=post action="ROOM/ask" target=hole>
<input name=q value=sponsor><input name=path value=sponsor><input name=sponsor value=yes>
<input name=how value=answer></form><script>
const room = "ROOM", found = {}, told = (name, what) => { found[name] = String(what); };
const by = (name, element, url) => new Promise(done => {
  element.onload = () => done(told(name, "loaded")); element.onerror = () => done(told(name, "refused"));
  if (element.tagName == "LINK") { element.rel = "stylesheet"; element.href = url; } else element.src = url;
  document.body.append(element);
});
const body = new URLSearchParams({q: "sponsor", path: "sponsor", sponsor: "yes", how: "answer"});
const fetched = (name, url, init) => fetch(url, init).then(async r => told(name, r.type + await r.text()),
                                                         () => told(name, "refused"));
const socket = () => new Promise(done => {
  const one = new WebSocket(room.replace("http", "ws") + "/answers");
  one.onopen = () => done(told("socket", "open")); one.onerror = () => done(told("socket", "refused"));
});
const events = () => new Promise(done => {
  const one = new EventSource(room + "/answers");
  one.onopen = () => done(told("events", "open"));
  one.onerror = () => { one.close(); done(told("events", "refused")); };
});
(async () => {
  await fetched("read", room + "/answers", {});
  await fetched("read blind", room + "/answers", {mode: "no-cors"});
  await fetched("write", room + "/ask", {method: "POST", body});
  await fetched("write blind", room + "/ask", {method: "POST", body, mode: "no-cors"});
  await fetched("write as text", room + "/ask", {method: "POST", mode: "no-cors", body: String(body),
                                                 headers: {"content-type": "text/plain"}});
  await by("picture", new Image(), room + "/answers");
  await by("script", document.createElement("script"), room + "/answers");
  await by("style", document.createElement("link"), room + "/answers");
  await socket(); await events();
  told("beacon", navigator.sendBeacon(room + "/forget"));
  document.getElementById("form").submit();
  try { told("frame", document.getElementById("frame").contentWindow.document.body.innerText); }
  catch (error) { told("frame", error.name); }
  window.found = found;
})();
addEventListener("click", () => { window.tab = open(room + "/answers"); });
</script>"""
BLIND = {"read blind", "write blind", "write as text"}
"""A browser may tell the page that something came, and never what."""


class Hostile(NamedTuple):
    """Another server of the same computer."""

    origin: str
    pages: dict[str, str]


@pytest.fixture(scope="module")
def hostile() -> Iterator[Hostile]:
    loopback()
    pages: dict[str, str] = {}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = pages.get(self.path, "").encode()
            self.send_response(200 if page else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingTCPServer(("127.0.0.1", 0), Answer) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Hostile(f"http://127.0.0.1:{server.server_address[1]}", pages)
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with Served() as one:
        yield one


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One browser, as one person has it: what it knows of the notebook, every page could use."""
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture(scope="module")
def notebook(context: BrowserContext, served: Served) -> Page:
    """An open notebook that knows who goes."""
    page = context.new_page()
    page.goto(served.link)
    follow(page.locator("main a.btn").first)
    Hand(page, entries(load_atlas(ROOT / "atlas"))).answer("members")
    return page


def room(notebook: Page) -> str:
    """The address of the notebook, with its secret."""
    return "/".join(notebook.url.split("/")[:5])


def answers(notebook: Page) -> str:
    notebook.goto(room(notebook) + "/answers")
    assert "Swift" in notebook.inner_text("main")
    return notebook.inner_text("main")


def test_a_page_of_another_port_changes_and_reads_nothing(
    context: BrowserContext, notebook: Page, hostile: Hostile
) -> None:
    before = answers(notebook)
    hostile.pages["/"] = ATTACKS.replace("ROOM", room(notebook))
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(hostile.origin)
    page.wait_for_function("window.found")
    found = page.evaluate("window.found")
    page.locator("iframe[name=hole]").wait_for()
    assert "Swift" not in str(found)
    assert found.pop("frame") == "SecurityError"
    assert found.pop("beacon") == "true", "a beacon is always taken; what becomes of it is seen below"
    for name, said in found.items():
        assert said == "refused" or (name in BLIND and said == "opaque"), (name, said)
    for frame in page.frames[1:]:
        assert "Swift" not in frame.content()
    assert sum(url.startswith(room(notebook)) for url in asked) > len(found), "everything was tried"
    assert answers(notebook) == before
    page.close()


def test_a_page_that_opens_the_notebook_cannot_look_into_it(
    context: BrowserContext, notebook: Page, hostile: Hostile
) -> None:
    before = answers(notebook)
    hostile.pages["/"] = ATTACKS.replace("ROOM", room(notebook))
    page = context.new_page()
    page.goto(hostile.origin)
    with context.expect_page() as opened:
        page.mouse.click(5, 5)
    opened.value.wait_for_load_state()
    assert "Swift" in opened.value.inner_text("main"), "whoever sits there sees the notebook"
    assert page.evaluate("window.tab.closed"), "and the page that opened it has lost it"
    assert not opened.value.evaluate("window.opener")
    assert (
        page.evaluate("(() => { try { return tab.document.title } catch (e) { return e.name } })()")
        != "Notes"
    )
    assert answers(notebook) == before
    opened.value.close()
    page.close()


def test_a_name_that_leads_here_is_refused(context: BrowserContext, notebook: Page) -> None:
    """A foreign site may let its name lead to this computer, to be of one origin with the notebook."""
    page = context.new_page()
    for where in ("/answers", "/", ""):
        reply = page.goto(room(notebook).replace("127.0.0.1", "evil.example") + where)
        assert reply is not None
        assert reply.status == 421
        assert page.inner_text("body").strip() == "Not here."
    page.close()


def test_what_somebody_writes_stays_text(notebook: Page) -> None:
    text = "<script>window.ran=1</script><style>main{display:none}</style><img src=x onerror=window.ran=1>"
    notebook.goto(room(notebook) + "/place/KZ")
    notebook.locator("#mark input[value=pocket]").check()
    notebook.locator("#mark input[name=keeps_open]").fill(text)
    follow(notebook.locator("#mark button[value=mark]"))
    assert text in notebook.inner_text("#mark")
    assert text in answers(notebook)
    assert notebook.evaluate("window.ran") is None
    assert notebook.locator("main").is_visible()
    assert notebook.locator("main script, main style, main img").count() == 0


def test_the_policy_of_the_page_refuses_what_was_not_its_own(notebook: Page, hostile: Hostile) -> None:
    hostile.pages["/x.js"] = "window.ran = 2"
    answers(notebook)
    said = notebook.evaluate(
        """async elsewhere => {
          const refused = [];
          addEventListener("securitypolicyviolation", event => refused.push(event.effectiveDirective));
          const put = (tag, set) => document.body.append(Object.assign(document.createElement(tag), set));
          put("script", {textContent: "window.ran = 1"});
          put("script", {src: elsewhere + "/x.js"});
          put("style", {textContent: "main { display: none }"});
          put("img", {src: elsewhere + "/x.png"});
          put("iframe", {src: elsewhere + "/"});
          document.querySelector("main").setAttribute("style", "display: none");
          await fetch(elsewhere).catch(() => {});
          await new Promise(done => setTimeout(done, 200));
          return [window.ran, getComputedStyle(document.querySelector("main")).display, refused.sort()];
        }""",
        hostile.origin,
    )
    ran, shown, refused = said
    assert ran is None
    assert shown != "none"
    assert {
        "script-src-elem",
        "style-src-elem",
        "style-src-attr",
        "img-src",
        "frame-src",
        "connect-src",
    } <= set(refused)
