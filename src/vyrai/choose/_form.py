"""The form of an atlas: by which questions a family is asked."""

from __future__ import annotations

from typing import Any

from vyrai.family import Form
from vyrai.world import Atlas


def form_of(atlas: Atlas) -> Form:
    """The form, with its questions and code lists, as `vyrai.family` reads cases by."""
    questions: list[dict[str, Any]] = []
    for question in atlas.questions:
        data = {name: getattr(question, name) for name in question.__struct_fields__}
        questions.append(
            {"question": question.id} | {name: of for name, of in data.items() if of is not None}
        )
    codes = {name: {"ordered": listed.ordered, **listed.codes} for name, listed in atlas.codes.items()}
    return Form.from_data(questions, codes)
