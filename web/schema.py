"""What a request may hold, declared once.

The parameters of an address, the fields of a body, the controls of the form, what is sent with a judgement, the options
of the command line, the texts of problems and the reference all come from `FIELDS`. A new field is one more row here, a
field of `AskRequest` or `Filters`, and the place in `qa` that heeds it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import Field

from qa.request import type_of
from qa.settings import Settings
from qa.verdicts import COMMENT_MAX_CHARS, KINDS, Kind
from web.field_types import (
    FIRST_DAY,
    FLAG,
    LAST_DAY,
    PASSAGES,
    QUESTION,
    REQUIRED,
    SPAN,
    SPAN_ALLOWED,
    FieldType,
    names,
)

if TYPE_CHECKING:
    from index.snapshot import Snapshot  # the command line reads these fields before it knows whether it needs an index

Way = Literal["address", "body", "form", "feedback", "option"]
"""How a request comes: GET /ask, POST /ask, the form of the page, POST /feedback, `qa ask`."""
EVERY_WAY: frozenset[Way] = frozenset(get_args(Way))
BY_PARAMETER: frozenset[Way] = frozenset({"address", "form", "option"})
"""The ways in which every field stands beside every other, filters too, and goes by its short name."""


@dataclass(frozen=True, slots=True)
class Control:
    """How the form asks for a field.

    Attributes:
        label: what stands beside it; for choices, what they are called in the plural.
        fault: what to change when it is wrong, in a sentence; without one, what may stand there.
        faults: what to change for some of pydantic's types of error, where that is another sentence.
        legend: what stands above this control and its neighbours of the same legend; "" where it stands alone.
        hint: what is said below these.
        choices: what there is to choose from in a snapshot; None where something is typed.
    """

    label: str
    fault: str = ""
    faults: Mapping[str, str] = dataclass_field(default_factory=dict)
    legend: str = ""
    hint: str = ""
    choices: Callable[[Snapshot], Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class RequestField:
    """A field of a request.

    Attributes:
        name: in `AskRequest`, or in `Filters` when it is a filter, and in a body.
        type: what it may hold.
        meaning: what it is for, in a sentence; `{allowed}` stands for what may stand there.
        is_filter: whether it limits what is searched.
        ways: how it may come.
        short: its name in an address and in the form, where that is another.
        option: its name on the command line, where that is not made of `name`; one without dashes is an argument.
        control: how the form asks for it; None where the form only carries it along.
    """

    name: str
    type: FieldType
    meaning: str
    is_filter: bool = False
    ways: frozenset[Way] = EVERY_WAY
    short: str = ""
    option: str = ""
    control: Control | None = None

    @property
    def parameter(self) -> str:
        """Its name in an address."""
        return self.short or self.name

    @property
    def told(self) -> str:
        """What it is called where it stands with its value, such as "Publisher" or "Date from"."""
        if self.control is None or not self.control.legend:
            return self.name.replace("_", " ").capitalize()
        legend, label = self.control.legend, self.control.label
        return legend if self.control.choices else f"{legend} {label.lower()}"

    @property
    def flag(self) -> str:
        """Its name on the command line."""
        return self.option or f"--{self.name.replace('_', '-')}"


def _types(snapshot: Snapshot) -> Sequence[str]:
    """The kinds of document there are; none where all are of one."""
    types = sorted({type_of(meta.id, dict(meta.labels)) for meta in snapshot.metadata})
    return types if len(types) > 1 else ()


_NOT_A_DAY = "“{}” is not a date that can be read. Write it such as 31 July 2022, July 2022, 2022 or last July."

FIELDS: tuple[RequestField, ...] = (
    RequestField(
        "question",
        QUESTION,
        "The question: {allowed}.",
        short="q",
        option="QUESTION",
        control=Control(
            "Your question",
            "Type a question.",
            {
                "string_too_long": "Your question is too long. Shorten it to at most "
                "{settings.question_max_chars:,} characters."
            },
        ),
    ),
    RequestField(
        "k",
        PASSAGES,
        "How many passages to return.",
        option="-k",
        control=Control(
            "Number of passages", "The number of passages must be a whole number from 1 to {settings.k_max}."
        ),
    ),
    RequestField(
        "published_from",
        FIRST_DAY,
        "The first day of publication, or else of what a document is of; undated documents are then left out.",
        is_filter=True,
        option="--from",
        control=Control(
            "From",
            _NOT_A_DAY.format("From"),
            {"dates_in_wrong_order": "“From” comes after “To”. Change one of the two days."},
            "Date",
            "Such as 3 May 2021, May 2021, 2021 or last July. It is the day of publication, or else of the inspection, "
            "meeting or letter. Documents without a known date are then left out.",
        ),
    ),
    RequestField(
        "published_to",
        LAST_DAY,
        "The last day of publication, or else of what a document is of; undated documents are then left out.",
        is_filter=True,
        option="--to",
        control=Control("To", _NOT_A_DAY.format("To"), legend="Date"),
    ),
    RequestField(
        "source",
        names("the names of at most 100 publishers", 500),
        "Publishers, any of which will do.",
        is_filter=True,
        control=Control(
            "publishers",
            "Choose at most 100 publishers, from the list.",
            legend="Publisher",
            hint="None ticked means all of them.",
            choices=lambda snapshot: snapshot.sources(),
        ),
    ),
    RequestField(
        "document",
        names("the ids of at most 100 documents", 1000),
        "Ids of documents, any of which will do.",
        is_filter=True,
        ways=EVERY_WAY - {"form"},
    ),
    RequestField(
        "authority",
        names("the names of at most 100 authorities", 500),
        "Authorities that documents are labelled with, any of which will do.",
        is_filter=True,
    ),
    RequestField(
        "type",
        names("at most 100 kinds of document", 500),
        "Kinds of document, by their label or else the suffix of their file in capitals, any of which will do.",
        is_filter=True,
        control=Control(
            "kinds of document",
            "Choose at most 100 kinds, from the list.",
            legend="Kind of document",
            hint="None ticked means all of them.",
            choices=_types,
        ),
    ),
    RequestField(
        "about_from",
        FIRST_DAY,
        "The first day that passages speak of: one of their dates must meet it or a later one.",
        is_filter=True,
        control=Control(
            "From",
            _NOT_A_DAY.format("From"),
            {"dates_in_wrong_order": "“From” comes after “To”. Change one of the two days."},
            "Time spoken of",
            "Such as July 2022: only passages with a date that meets it are searched.",
        ),
    ),
    RequestField(
        "about_to",
        LAST_DAY,
        "The last day that passages speak of: one of their dates must meet it or an earlier one.",
        is_filter=True,
        control=Control("To", _NOT_A_DAY.format("To"), legend="Time spoken of"),
    ),
    RequestField("as_typed", FLAG, "Whether to leave words as they are typed, though they may be misspelt."),
    RequestField(
        "plain",
        names("at most 100 pieces of the question", 500),
        "Words of the question to take as they are typed: neither corrected, nor read as a short form, a time, a name, "
        "an order or what says which kind of answer is wanted.",
    ),
    RequestField("fast", FLAG, "Whether to go without the reranker: quicker, less exact.", ways=EVERY_WAY - {"form"}),
    RequestField(
        "explain",
        FLAG,
        "Whether to say how the answer came about, stage by stage.",
        ways=frozenset({"address", "body", "option"}),
    ),
    RequestField(
        "expect",
        SPAN,
        "Where the answer is known to stand: the explanation, which then comes in any case, says which stage lost it.",
        ways=frozenset({"body", "option"}),
    ),
)

KIND = RequestField(
    "kind",
    FieldType("text", lambda settings: Kind, f"one of {', '.join(KINDS)}", REQUIRED),
    "Of one passage: it answers the question, it is helpful (thumbs_up), it is not (thumbs_down). "
    "Of all of them: nothing_answers, or, of a refusal, should_be_answered.",
)
JUDGED_FIELDS = (
    RequestField(
        "snapshot",
        FieldType(
            "text",
            lambda settings: Annotated[str, Field(min_length=1, max_length=100)],
            "index.snapshot of the answer, text of 1 to 100 characters",
            REQUIRED,
        ),
        "index.snapshot of the answer.",
    ),
    RequestField(
        "passage_id",
        FieldType(
            "text",
            lambda settings: Annotated[str | None, Field(max_length=1100)],
            "passage_id of a passage of the answer; nothing for the kinds nothing_answers and should_be_answered",
        ),
        "Of the passage that is judged; not for nothing_answers and should_be_answered.",
    ),
    RequestField(
        "comment",
        FieldType(
            "text",
            lambda settings: Annotated[str, Field(max_length=COMMENT_MAX_CHARS)],
            f"text of at most {COMMENT_MAX_CHARS} characters",
            "",
        ),
        "In the person's own words.",
    ),
)
"""What a judgement holds beside its kind and what was asked."""
LINK_ALLOWED = {
    "start": SPAN_ALLOWED["start"],
    "end": "a whole number, more than start and at most the length of the document",
    **dict.fromkeys(("part", "page", "goto", "match"), "a whole number from 1 to 1,000,000"),
    "find": "text of at most 200 characters",
    **dict.fromkeys(("title", "type", "year", "language"), "text of at most 500 characters"),
    "words": "text of at most 4,000 characters",
    "quote": "text of at most 4,000 characters",
    "near": "a whole number from 0",
    "file": "the SHA-256 of a file, or its beginning",
    "check": "the beginning of the SHA-256 of the cited words",
    **dict.fromkeys(("subject", "beside"), "a name of at most 200 characters, such as that of a council or a school"),
}
"""What may stand in the addresses of pages, beside what asks a question."""


def allowed(settings: Settings, fields: Sequence[RequestField] = FIELDS) -> dict[str, str]:
    """For each field's name, what may stand there; a name with a dot is of a field within another.

    Args:
        settings: the limits of a request.
        fields: of a request.
    """
    *others, last = (field.name for field in fields if field.is_filter)
    rules = {name: field.type.allowed for field in fields for name in (field.name, field.parameter)}
    rules |= {field.name: field.type.allowed for field in (KIND, *JUDGED_FIELDS)}
    rules |= {f"expect.{name}": rule for name, rule in SPAN_ALLOWED.items()}
    rules |= LINK_ALLOWED | {"filters": f"an object with {', '.join(others)} and {last}"}
    return {name: rule.format(settings=settings) for name, rule in rules.items()}


def meaning(field: RequestField, rule: str, way: Way) -> str:
    """What a field is for, in a sentence, and how several values are given.

    Args:
        field: the field.
        rule: what may stand there, in words.
        way: how the request comes.
    """
    repeated = " Repeat it for several." if field.type.repeats and way in BY_PARAMETER else ""
    return field.meaning.format(allowed=rule) + repeated
