"""The one request model: what checks a request in each way it may come, made of the fields of `web.schema`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self
from urllib.parse import urlencode

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model, model_validator
from pydantic_core import PydanticCustomError

from qa.request import AskRequest, Filters
from qa.settings import Settings
from qa.verdicts import OF_ALL, Kind
from web.field_types import REQUIRED, ExpectedSpan, span_as_typed
from web.schema import BY_PARAMETER, FIELDS, JUDGED_FIELDS, KIND, Control, RequestField, Way, allowed, meaning


class _Given(BaseModel):
    """What somebody sends; a field that is not known is refused."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        for of in ("published", "about"):
            first, last = (getattr(self, f"{of}_{end}", None) for end in ("from", "to"))
            if first and last and first > last:
                fields = {"field": f"{of}_from", "to": f"{of}_to"}
                raise PydanticCustomError("dates_in_wrong_order", "The first day comes after the last.", fields)
        return self


class _GivenJudgement(_Given):
    """What somebody sends who judges an answer."""

    @model_validator(mode="after")
    def _passage_for_kind(self) -> Self:
        said = {name: getattr(self, name) for name in ("passage_id", "kind")}
        if (said["passage_id"] is None) != (said["kind"] in OF_ALL):
            raise PydanticCustomError(
                "wrong_passage", "The passage does not go with the kind.", {"field": "passage_id"}
            )
        return self


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of an answer, beside what was asked; the fields are those of `KIND` and `JUDGED_FIELDS`."""

    kind: Kind
    snapshot: str
    passage_id: str | None
    comment: str


@dataclass(frozen=True, slots=True)
class RequestSchema:
    """What a request may hold, within the limits of some settings.

    Attributes:
        settings: the limits.
        fields: of a request.
        filters: the record that filters become.
        models: what checks a request, by the way it comes.
        allowed: for each field's name, what may stand there; a name with a dot is of a field within another.
        known: the names of the fields there are, by where they stand: "query", "body", "/feedback", "filters" and
            "expect".
    """

    settings: Settings
    fields: tuple[RequestField, ...]
    filters: type[Filters]
    models: Mapping[Way, type[BaseModel]]
    allowed: Mapping[str, str]
    known: Mapping[str, str]

    def coming(self, way: Way) -> tuple[RequestField, ...]:
        """The fields that may come in a way."""
        return tuple(field for field in self.fields if way in field.ways)

    def request(self, given: BaseModel) -> AskRequest:
        """The request that was made in any of the ways.

        Args:
            given: one of `models`, checked; where the answer is expected, the explanation comes too.
        """
        limits = getattr(given, "filters", given)
        filters = {field.name: getattr(limits, field.name) for field in _held(self.fields, limits) if field.is_filter}
        values = {field.name: getattr(given, field.name) for field in _held(self.fields, given) if not field.is_filter}
        if isinstance(expect := values.get("expect"), ExpectedSpan):
            values |= {"expect": expect.expected(), "explain": True}
        return AskRequest(filters=self.filters(**filters), **values)

    def judged(self, given: BaseModel) -> Judged:
        """What is said of an answer, from the model of a judgement."""
        return Judged(**{field.name: getattr(given, field.name) for field in (KIND, *JUDGED_FIELDS)})

    def form_fields(self, request: AskRequest) -> list[tuple[str, str]]:
        """The names and values that ask in the same way, beside the question, in an address of the page or a form."""
        pairs: list[tuple[str, str]] = []
        for field in self.coming("form"):
            value = getattr(request.filters if field.is_filter else request, field.name)
            if field.name == "question" or not value:
                continue
            values = value if field.type.repeats else ["1" if value is True else value]
            pairs += [(field.parameter, str(one)) for one in values]
        return pairs

    def address(self, request: AskRequest) -> str:
        """Where the page answers a request."""
        return f"/?{urlencode([('q', request.question), *self.form_fields(request)])}"

    def fault(self, error: Mapping[str, Any]) -> tuple[str, str]:
        """The parameter of the form that one of pydantic's errors is about, and what to change, in a sentence."""
        field = self.field_at_fault(error)
        control = field.control or Control(field.name)
        general = control.fault or f"“{control.label}” must be {self.allowed[field.name]}."
        return field.parameter, control.faults.get(error["type"], general).format(settings=self.settings)

    def field_at_fault(self, error: Mapping[str, Any]) -> RequestField:
        """The field that one of pydantic's errors is about, in a model where it goes by its parameter."""
        name = error["loc"][0] if error["loc"] else error["ctx"]["field"]
        return next(field for field in self.fields if field.parameter == name)


def _held(fields: Iterable[RequestField], given: BaseModel) -> list[RequestField]:
    return [field for field in fields if field.name in type(given).model_fields]


def request_schema(
    settings: Settings, fields: tuple[RequestField, ...] = FIELDS, filters: type[Filters] = Filters
) -> RequestSchema:
    """What a request may hold, within the limits of some settings.

    Args:
        settings: the limits.
        fields: of a request.
        filters: the record that has a field for each filter among them.
    """
    limits = _model(
        "AskFilters",
        "What the search is limited to; an empty filter limits nothing.",
        _flat([field for field in fields if field.is_filter], "body", settings),
    )
    asked = "A question and how to answer it."
    judged = "What is said of an answer; all but kind, snapshot, passage_id and comment is what it was asked with."
    models: dict[Way, type[BaseModel]] = {
        "address": _model("AskQuery", asked, _flat(fields, "address", settings)),
        "body": _model("AskBody", asked, _nested(fields, "body", settings, limits)),
        "form": _model("AskForm", asked, _flat(fields, "form", settings)),
        "feedback": _model(
            "FeedbackBody",
            judged,
            _nested((KIND, *fields, *JUDGED_FIELDS), "feedback", settings, limits),
            _GivenJudgement,
        ),
        "option": _model("AskOptions", asked, _flat(fields, "option", settings)),
    }
    known = {
        "query": _names(models["address"]),
        "body": _names(models["body"]),
        "/feedback": _names(models["feedback"]),
        "filters": _names(limits),
        "expect": _names(ExpectedSpan),
    }
    return RequestSchema(settings, fields, filters, models, allowed(settings, fields), known)


def _model(name: str, doc: str, members: Mapping[str, Any], base: type[BaseModel] = _Given) -> type[BaseModel]:
    made: type[BaseModel] = create_model(name, __base__=base, __doc__=doc, **members)
    return made


def _flat(fields: Iterable[RequestField], way: Way, settings: Settings) -> dict[str, Any]:
    """The members of a model that holds every field beside every other."""
    return {field.name: _member(field, way, settings) for field in fields if way in field.ways}


def _nested(fields: Iterable[RequestField], way: Way, settings: Settings, limits: type[BaseModel]) -> dict[str, Any]:
    """The members of a model that holds the filters in an object of their own, where the first of them would stand."""
    members: dict[str, Any] = {}
    for field in fields:
        if field.is_filter:
            members["filters"] = (limits, Field(default_factory=limits, description="What the search is limited to."))
        elif way in field.ways:
            members[field.name] = _member(field, way, settings)
    return members


def _member(field: RequestField, way: Way, settings: Settings) -> tuple[Any, Any]:
    """A field as pydantic's `create_model` takes it; in a body, JSON's own whole numbers and truths are asked for."""
    typed = field.type.in_form if way == "form" else None
    annotation = typed or field.type.annotation(settings)
    if way == "option" and field.type.shape == "span":
        annotation = Annotated[annotation, BeforeValidator(span_as_typed)]
    rule = field.type.allowed.format(settings=settings)
    given: dict[str, Any] = {"description": meaning(field, rule, way)}
    if field.type.default is not REQUIRED:
        given["default"] = field.type.default
    if way in BY_PARAMETER and field.short:
        given["alias"] = field.short
    if way == "body" and field.type.shape in ("whole", "flag"):
        given["strict"] = True
    return annotation, Field(**given)


def _names(model: type[BaseModel]) -> str:
    return ", ".join(member.alias or name for name, member in model.model_fields.items())
