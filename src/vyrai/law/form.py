"""The form of an atlas: by which questions a family is asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vyrai.family import Form
from vyrai.world import Atlas, Country, Route, Status, Step


def form_of(atlas: Atlas) -> Form:
    """The form, with its questions and code lists, as `vyrai.family` reads cases by."""
    questions: list[dict[str, Any]] = []
    for question in atlas.questions:
        data = {name: getattr(question, name) for name in question.__struct_fields__}
        questions.append(
            {"question": question.id} | {name: of for name, of in data.items() if of is not None}
        )
    codes: dict[str, dict[str, Any]] = {
        name: {"ordered": one.ordered, **one.codes} for name, one in atlas.codes.items()
    }
    own: dict[str, Iterable[Country | Route | Status | Step]] = {
        "statuses": atlas.statuses,
        "steps": atlas.steps,
        "places": (*atlas.countries, *atlas.routes),
    }
    for name, listed in own.items():
        codes[name] = codes.get(name, {}) | {one.id: one.title for one in listed}
    judged = {name: of.who for one in atlas.judging() for name, of in one.judgements.items()} | {
        name: of.text for route in atlas.routes for name, of in route.decided_later.items()
    }
    codes["judgements"] = codes.get("judgements", {}) | judged
    return Form.from_data(questions, codes)
