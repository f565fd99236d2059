"""What a field of a request may hold: in a type that is checked, and in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from corpus.language.times.typed import typed_days
from qa.request import Expected
from qa.settings import Settings

REQUIRED = object()
"""The default of a field that must be given."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPAN = re.compile(r"(?P<document>.+):(?P<start>[0-9]{1,12})-(?P<end>[0-9]{1,12})", re.S)

Shape = Literal["text", "whole", "day", "flag", "names", "span"]
"""How a value is typed: it decides on the control of the form and the option of the command line."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """What a field may hold.

    Attributes:
        shape: how a value is typed.
        annotation: the type that pydantic checks, within the limits of some settings.
        allowed: what may stand there, in words; `{settings.…}` stands for a limit.
        default: what counts when it is not given; `REQUIRED` where it must be.
        metavar: what stands for a value in the help of the command line; "" for the name of what is read.
        in_form: the type that the form takes, where people may type more there; None for the same.
    """

    shape: Shape
    annotation: Callable[[Settings], Any]
    allowed: str
    default: Any = None
    metavar: str = ""
    in_form: Any = None

    @property
    def repeats(self) -> bool:
        """Whether several values may be given, one after the other."""
        return self.shape == "names"


def not_blank(text: str) -> str:
    """The text, when there is more to it than spaces."""
    if not text.strip():
        raise PydanticCustomError("blank", "There are only spaces.")
    return text


def as_day(value: object) -> object:
    """The day that is written as year-month-day, and nothing else."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("not_a_day", "This is not a day.")


def first_typed_day(value: object) -> object:
    """The first day of a time as people type it, such as "last July", or else what `as_day` makes of it."""
    return _typed_days(value)[0]


def last_typed_day(value: object) -> object:
    """The last day of a time as people type it, such as "last July", or else what `as_day` makes of it."""
    return _typed_days(value)[1]


def _typed_days(value: object) -> tuple[object, object]:
    days = typed_days(value, date.today()) if isinstance(value, str) else None
    return days or (as_day(value),) * 2


class ExpectedSpan(BaseModel):
    """A span of a document that is known to answer: half-open offsets in code points into its text."""

    model_config = ConfigDict(extra="forbid", defer_build=True)
    document: str = Field(min_length=1, max_length=1000, description="The document's id.")
    start: StrictInt = Field(ge=0, description="Where the span starts.")
    end: StrictInt = Field(ge=1, description="Where it ends, the character there not included.")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.start >= self.end:
            raise PydanticCustomError("span_in_wrong_order", "The span ends before it starts.")
        return self

    def expected(self) -> Expected:
        """The span as the search takes it."""
        return Expected(self.document, self.start, self.end)


SPAN_ALLOWED = {
    "document": "the id of a document, of 1 to 1,000 characters",
    "start": "a whole number, at least 0 and less than end",
    "end": "a whole number, more than start",
}
"""What may stand in each field of an `ExpectedSpan`."""


def span_as_typed(value: object) -> object:
    """The fields of an `ExpectedSpan` that is typed in a line, DOCUMENT:START-END; anything else as it is."""
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value
    return {"document": found["document"], "start": int(found["start"]), "end": int(found["end"])}


def names(what: str, longest: int) -> FieldType:
    """A list of names, any of which will do.

    Args:
        what: what has these names, such as "the names of at most 100 publishers".
        longest: how many characters a name may have.
    """
    name = Annotated[str, Field(min_length=1, max_length=longest)]
    return FieldType(
        "names",
        lambda settings: Annotated[tuple[name, ...], Field(max_length=100)],
        f"{what}, each of 1 to {longest:,} characters",
        (),
    )


QUESTION = FieldType(
    "text",
    lambda settings: Annotated[
        str, Field(min_length=1, max_length=settings.question_max_chars), AfterValidator(not_blank)
    ],
    "text of 1 to {settings.question_max_chars:,} characters, not only spaces",
    REQUIRED,
)
PASSAGES = FieldType(
    "whole",
    lambda settings: Annotated[int, Field(ge=1, le=settings.k_max)],
    "a whole number from 1 to {settings.k_max}",
    5,
)
DAY = FieldType(
    "day",
    lambda settings: Annotated[date | None, BeforeValidator(as_day)],
    "a day written as year-month-day, such as 2022-07-31",
    None,
    "YYYY-MM-DD",
)
FIRST_DAY = replace(DAY, in_form=Annotated[date | None, BeforeValidator(first_typed_day)])
LAST_DAY = replace(DAY, in_form=Annotated[date | None, BeforeValidator(last_typed_day)])
FLAG = FieldType("flag", lambda settings: bool, "true or false", False)
SPAN = FieldType(
    "span",
    lambda settings: ExpectedSpan | None,
    f"an object with {', '.join(list(SPAN_ALLOWED)[:-1])} and {list(SPAN_ALLOWED)[-1]}",
    None,
    "DOCUMENT:START-END",
)
