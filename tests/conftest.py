"""The whole suite: no network, a set number of Hypothesis examples, none of the reader's own settings."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

DEEP = os.environ.get("VYRAI_DEEP") == "1"

for name, examples in {"check": 25, "some": 60, "test": 1_000, "deep": 20_000}.items():
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,  # no timed test: a busy machine must not fail the suite
        print_blob=True,
        derandomize=name != "deep",  # the same run twice: what is covered here is covered there
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("VYRAI_PROFILE", "check"))

# A reader's language, width or colours must never change what a test sees.
for variable in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
    os.environ.pop(variable, None)
os.environ.update(LC_ALL="C.UTF-8", COLUMNS="100", NO_COLOR="1")

_connect = socket.socket.connect


def _refuse(self: socket.socket, address: Any) -> None:
    if self.family != socket.AF_UNIX:
        raise AssertionError(f"Vyrai never uses the network, and something just tried to reach {address!r}.")
    _connect(self, address)


def _refuse_lookup(host: Any, *_: Any, **__: Any) -> None:
    raise AssertionError(f"Vyrai never uses the network, and something just looked up {host!r}.")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Cut the network for everything in this process; processes that tests start are cut off by `unshare`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _refuse)
        patch.setattr(socket.socket, "connect_ex", _refuse)
        patch.setattr(socket, "getaddrinfo", _refuse_lookup)
        yield


@pytest.fixture(autouse=True, scope="session")
def every_plan_is_replayed() -> Iterator[None]:
    """Whatever plans a test of this process makes, the checker must accept."""
    from tests.replayed import watching

    with watching():
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep `deep` tests for `make deep`."""
    if not DEEP:
        for item in items:
            if "deep" in item.keywords:
                item.add_marker(pytest.mark.skip(reason="only in make deep"))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The one driver of browsers of this process; a second would refuse to start."""
    if not shutil.which("chromium"):
        pytest.skip("needs chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started


def start_chromium(playwright: Playwright, *words: str, **options: Any) -> Browser:
    """Debian's Chromium, cut off from every name; `evil.example` leads to this computer."""
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium"),
        # root, as in a container, has no sandbox
        args=[
            "--no-sandbox",
            "--host-resolver-rules=MAP evil.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            *words,
        ],
        **options,
    )


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium for all tests; mark the test `slow`."""
    started = start_chromium(playwright)
    yield started
    started.close()
