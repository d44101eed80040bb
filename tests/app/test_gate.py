"""Who may speak to the app, and what every answer carries."""

from __future__ import annotations

import pytest

from tests.app.caller import HOST, SECRET, Visitor, send
from vyrai.world import Atlas

OURS = f"http://{HOST}"
CASES = [
    ("another name that leads here", "GET", {"host": "evil.example:4321"}, 421),
    ("another port", "GET", {"host": "127.0.0.1:80"}, 421),
    ("localhost is not what was printed", "GET", {"host": "localhost:4321"}, 421),
    ("no host", "GET", {}, 421),
    (
        "a picture in a foreign page",
        "GET",
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"},
        403,
    ),
    (
        "a foreign page that fetches",
        "GET",
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"},
        403,
    ),
    (
        "a foreign page that frames",
        "GET",
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"},
        403,
    ),
    (
        "another port of this computer",
        "GET",
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"},
        403,
    ),
    (
        "a link in a foreign page",
        "GET",
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"},
        200,
    ),
    ("an old browser that says nothing", "GET", {}, 200),
    ("a form without origin", "POST", {}, 403),
    ("a form of nobody", "POST", {"origin": "null"}, 403),
    ("a form of a foreign page", "POST", {"origin": "https://evil.example"}, 403),
    ("a form of another port", "POST", {"origin": "http://127.0.0.1:80"}, 403),
    ("a form by way of another site", "POST", {"origin": OURS, "sec-fetch-site": "cross-site"}, 403),
    ("our own form", "POST", {"origin": OURS, "sec-fetch-site": "same-origin"}, 303),
    ("our own form in an old browser", "POST", {"origin": OURS}, 303),
]


@pytest.mark.parametrize(
    ("method", "heads", "status"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_only_our_own_pages_may_speak(real: Atlas, method: str, heads: dict[str, str], status: int) -> None:
    somebody = Visitor(real)
    named = {} if status == 421 else {"host": HOST}
    form = [("content-type", "application/x-www-form-urlencoded")] if method == "POST" else []
    path = somebody.at + ("ask" if method == "POST" else "")
    reply = send(somebody.app, method, path, b"q=members&how=undo", [*(named | heads).items(), *form])
    assert reply.status == status
    if status in (403, 421):
        assert reply.text == "Not here.\n", "whoever is refused is told nothing"


def test_two_hosts_in_one_request_are_refused(real: Atlas) -> None:
    somebody = Visitor(real)
    assert (
        send(somebody.app, "GET", somebody.at, heads=[("host", HOST), ("host", "evil.example")]).status == 421
    )


def test_every_answer_keeps_itself_to_this_page(real: Atlas) -> None:
    somebody = Visitor(real)
    for path in ("", "ask", "nowhere", "../s/none.css"):
        heads = somebody.get(path).headers
        assert heads["cache-control"] == "no-store"
        assert heads["content-security-policy"].startswith("default-src 'none';")
        assert "frame-ancestors 'none'" in heads["content-security-policy"]
        assert heads["referrer-policy"] == "same-origin"
        assert heads["cross-origin-opener-policy"] == heads["cross-origin-resource-policy"] == "same-origin"
        assert "set-cookie" not in heads


def test_the_first_link_works_once(real: Atlas) -> None:
    somebody = Visitor(real)
    again = send(somebody.app, "GET", f"/{SECRET}", heads=[("host", HOST)])
    assert again.status == 404
    assert "closed" in again.text


def test_a_guess_opens_nothing(real: Atlas) -> None:
    somebody = Visitor(real)
    for path in ("/guess", "/guess/en/", f"/{SECRET[:-1]}", "/guess/en/compare"):
        assert send(somebody.app, "GET", path, heads=[("host", HOST)]).status == 404
