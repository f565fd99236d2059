"""The fields of a request: what each may hold, in a type and in words."""

# Annotations are evaluated here, because FastAPI reads them.

import json
import re
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import date
from typing import Annotated, Any, Self

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError
from starlette.requests import Request
from starlette.responses import Response

from qa.answer import Filters
from qa.feedback import COMMENT_MAX_CHARS, KINDS
from qa.request import Expected
from qa.settings import Settings

SINGLE = ("q", "k", "published_from", "published_to", "as_typed", "fast", "explain")
"""The parameters of an address that may stand there only once."""
REPEATED = object()
"""What stands for the value of a field that was given more than once; no field can hold it."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def allowed(settings: Settings) -> dict[str, str]:
    """For each field's name, what may stand there; a name with a dot is of a field within another.

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
        "as_typed": "true or false",
        "fast": "true or false",
        "explain": "true or false",
        "expect": "an object with document, start and end",
        "expect.document": "the id of a document, of 1 to 1,000 characters",
        "expect.start": "a whole number, at least 0 and less than end",
        "expect.end": "a whole number, more than start",
        "start": "a whole number, at least 0 and less than end",
        "end": "a whole number, more than start and at most the length of the document",
        "kind": f"one of {', '.join(KINDS)}",
        "snapshot": "index.snapshot of the answer, text of 1 to 100 characters",
        "passage_id": "passage_id of a passage of the answer; nothing for the kind nothing_answers",
        "comment": f"text of at most {COMMENT_MAX_CHARS} characters",
    }


def given_once(request: Request) -> None:
    """Refuse an address that gives one of `SINGLE` more than once.

    Raises:
        RequestValidationError: with `REPEATED` as the input of each of them.
    """
    counts = Counter(name for name, _ in request.query_params.multi_items())
    repeated = [
        {"type": "repeated", "loc": ("query", name), "msg": "given more than once", "input": REPEATED}
        for name in SINGLE
        if counts[name] > 1
    ]
    if repeated:
        raise RequestValidationError(repeated)


class NamesOnce(APIRoute):
    """A route that reads a JSON object with a name twice as one that holds `REPEATED` there, so that validation finds it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What handles a request."""
        handle = super().get_route_handler()

        async def handle_json(request: Request) -> Response:
            return await handle(_NamesOnceRequest(request.scope, request.receive))

        return handle_json


class _NamesOnceRequest(Request):
    async def json(self) -> Any:
        return json.loads(await self.body(), object_pairs_hook=_object)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    counts = Counter(name for name, _ in pairs)
    return {name: value if counts[name] == 1 else REPEATED for name, value in pairs}


def not_blank(question: str) -> str:
    """The question, when there is more to it than spaces."""
    if not question.strip():
        raise PydanticCustomError("empty_question", "The question is empty.")
    return question


def in_order(first: date | None, last: date | None) -> None:
    """Refuse a first day that comes after the last."""
    if first and last and first > last:
        raise PydanticCustomError(
            "dates_in_wrong_order", "The first day comes after the last.", {"field": "published_from"}
        )


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


class ExpectedStretch(BaseModel):
    """A stretch of a document that is known to answer: half-open offsets in code points into its text."""

    model_config = ConfigDict(extra="forbid")
    document: str = Field(min_length=1, max_length=1000, description="The document's id.")
    start: int = Field(ge=0, strict=True, description="Where the stretch starts.")
    end: int = Field(ge=1, strict=True, description="Where it ends, the character there not included.")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.start >= self.end:
            raise PydanticCustomError("stretch_in_wrong_order", "The stretch ends before it starts.")
        return self

    def expected(self) -> Expected:
        """The same as the search takes it."""
        return Expected(self.document, self.start, self.end)
