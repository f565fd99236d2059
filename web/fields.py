"""The fields of a request: what each may hold, in a type and in words."""

# Annotations are evaluated here, because FastAPI reads them.

import re
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from qa.answer import Filters
from qa.feedback import COMMENT_MAX_CHARS, KINDS
from qa.settings import Settings

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def allowed(settings: Settings) -> dict[str, str]:
    """For each field's name, what may stand there.

    Args:
        settings: the limits of a request.
    """
    question = f"text of 1 to {settings.question_max_chars:,} characters, not only spaces"
    day = "a day written as year-month-day, such as 2022-07-31"
    return {
        "q": question,
        "question": question,
        "k": f"a whole number from 1 to {settings.k_max}",
        "published_from": day,
        "published_to": day,
        "source": "the names of at most 100 publishers, each of 1 to 500 characters",
        "document": "the ids of at most 100 documents, each of 1 to 1,000 characters",
        "filters": "an object with published_from, published_to, source and document",
        "explain": "true or false",
        "start": "a whole number, at least 0 and less than end",
        "end": "a whole number, more than start and at most the length of the document",
        "kind": f"one of {', '.join(KINDS)}",
        "snapshot": "index.snapshot of the answer, text of 1 to 100 characters",
        "passage_id": "passage_id of a passage of the answer; nothing for the kind nothing_answers",
        "comment": f"text of at most {COMMENT_MAX_CHARS} characters",
    }


def not_blank(question: str) -> str:
    """The question, when there is more to it than spaces."""
    if not question.strip():
        raise PydanticCustomError("empty_question", "The question is empty.")
    return question


def in_order(first: date | None, last: date | None) -> None:
    """Refuse a first day that comes after the last."""
    if first and last and first > last:
        raise PydanticCustomError("dates_in_wrong_order", "The first day comes after the last.", {"field": "published_from"})


def _day(value: object) -> object:
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("not_a_day", "This is not a day.")


Day = Annotated[date | None, BeforeValidator(_day)]
Sources = Annotated[list[Annotated[str, Field(min_length=1, max_length=500)]], Field(max_length=100)]
Documents = Annotated[list[Annotated[str, Field(min_length=1, max_length=1000)]], Field(max_length=100)]


class AskFilters(BaseModel):
    """What the search is limited to; an empty filter limits nothing."""

    model_config = ConfigDict(extra="forbid")
    published_from: Day = Field(None, description="The first day of publication; undated documents are then left out.")
    published_to: Day = Field(None, description="The last day of publication.")
    source: Sources = Field([], description="Publishers, any of which will do.")
    document: Documents = Field([], description="Ids of documents, any of which will do.")

    @model_validator(mode="after")
    def _check(self) -> Self:
        in_order(self.published_from, self.published_to)
        return self

    def filters(self) -> Filters:
        """The same as the search takes it."""
        return Filters(self.published_from, self.published_to, tuple(self.source), tuple(self.document))
