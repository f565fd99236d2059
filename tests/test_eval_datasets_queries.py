"""Questions of a queries.jsonl."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from eval.datasets.queries import Query


@pytest.mark.parametrize("field", ["id", "_id"])
def test_an_id_may_have_either_name_and_be_a_number(field: str) -> None:
    query = Query.model_validate({field: 7, "text": "When?", "type": "when"})
    assert (query.id, query.text, query.answerable, query.answers, query.spans_needed) == (
        "7",
        "When?",
        True,
        (),
        "any",
    )
    assert query.model_extra == {"type": "when"}


@pytest.mark.parametrize("line", [{"text": "When?"}, {"id": "q"}, {"id": "q", "text": "W", "spans_needed": "some"}])
def test_what_a_question_lacks_is_told(line: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Query.model_validate(line)
