"""The real form, read once."""

from __future__ import annotations

import pytest

from tests.family.form import read_form
from vyrai.family import Form


@pytest.fixture(scope="session")
def form() -> Form:
    return read_form()
