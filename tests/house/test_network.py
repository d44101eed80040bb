"""The suite itself runs with the network cut."""

import socket
import urllib.request

import pytest


def test_connecting_is_refused() -> None:
    with socket.socket() as s, pytest.raises(AssertionError, match="never uses the network"):
        s.connect(("192.0.2.1", 80))


def test_looking_up_a_name_is_refused() -> None:
    with pytest.raises(AssertionError, match=r"looked up 'vyrai\.invalid'"):
        urllib.request.urlopen("https://vyrai.invalid/")
