"""The form: a control for each field of a request that says how the form asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any, Literal, Protocol

from pydantic import BaseModel

from corpus.language.wording import day_in_words
from index.snapshot import Snapshot
from qa.request import AskRequest
from qa.wording import kinds_in_words
from web.field_types import Shape
from web.request_models import RequestSchema
from web.schema import Control, RequestField

_CHOICES_SHOWN = 200

ControlKind = Literal["text", "number", "tick", "ticks"]
_KINDS: Mapping[Shape, ControlKind] = {"whole": "number", "flag": "tick"}


class Parameters(Protocol):
    """The parameters of an address; starlette's are these."""

    def get(self, name: str, /) -> str | None:
        """The last value of a name, or None."""
        ...

    def getlist(self, name: str, /) -> list[str]:
        """All values of a name."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several that may be ticked, and what it is called."""

    name: str
    chosen: bool
    words: str


@dataclass(frozen=True, slots=True)
class ShownControl:
    """A control of the form, with what was typed in it.

    Attributes:
        name: of the parameter.
        kind: of the control.
        label: what stands beside it.
        value: what was typed; "" for choices.
        least, most: the limits of a number.
        choices: what may be ticked.
        choices_left_out: how many more there are.
    """

    name: str
    kind: ControlKind
    label: str
    value: str = ""
    least: int | None = None
    most: int | None = None
    choices: tuple[Choice, ...] = ()
    choices_left_out: int = 0

    @property
    def is_filled(self) -> bool:
        """Whether something was typed or ticked."""
        return bool(self.value) or any(choice.chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class ControlGroup:
    """Controls that stand together below a legend, or one that stands alone without."""

    legend: str
    hint: str
    controls: tuple[ShownControl, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What was typed in the form, kept as it was typed, and what is wrong with it.

    Attributes:
        q: the question.
        groups: the controls under "More choices".
        is_open: whether these are shown: something is wrong there, or limits the search before anything is asked; of a
            question that was asked, how it was read tells what limits it.
        errors: for each parameter at fault, a sentence.
        carried: names and values of what limits the search and is not asked for by a control.
    """

    q: str = ""
    groups: tuple[ControlGroup, ...] = ()
    is_open: bool = False
    errors: Mapping[str, str] = dataclass_field(default_factory=dict)
    carried: tuple[tuple[str, str], ...] = ()


def typed(parameters: Parameters, schema: RequestSchema) -> dict[str, Any]:
    """What was typed in the form, by parameter; what was left empty is left out.

    Args:
        parameters: of the address; a flag is set by "1" and "true", and nothing else is a fault.
        schema: what a request may hold.
    """
    given: dict[str, Any] = {}
    for field in schema.coming("form"):
        name = field.parameter
        if field.type.shape == "flag":
            given[name] = parameters.get(name) in ("1", "true")
        elif field.type.repeats:
            if values := [value for value in parameters.getlist(name) if value]:
                given[name] = values
        elif value := parameters.get(name):
            given[name] = value
    return given


def settled(given: Mapping[str, Any], asked: AskRequest) -> dict[str, Any]:
    """What was typed, with each day as it was understood, so that "last July" stays what it was.

    Args:
        given: what was typed, as `typed` gives it.
        asked: the request that was made of it.
    """
    days = ((name, getattr(asked.filters, name, None)) for name in given)
    return {**given, **{name: day_in_words(day) for name, day in days if isinstance(day, date)}}


def show_form(
    given: Mapping[str, Any], schema: RequestSchema, snapshot: Snapshot, errors: Mapping[str, str] | None = None
) -> Form:
    """The form with what was typed in it.

    Args:
        given: what was typed, as `typed` gives it.
        schema: what a request may hold.
        snapshot: what is searched, which says what there is to choose from.
        errors: for each parameter at fault, a sentence.
    """
    errors = errors or {}
    asked = [field for field in schema.coming("form") if field.control and field.parameter != "q"]
    asked.sort(key=lambda field: not field.is_filter)
    limits = {field.parameter for field in asked if field.is_filter}
    bounds = _bounds(schema.models["form"])
    groups: list[ControlGroup] = []
    for field in asked:
        shown = _shown(field, given, snapshot, bounds[field.parameter])
        if field.control and shown:
            _place(groups, shown, field.control)
    controls = [control for group in groups for control in group.controls]
    is_limited = any(control.is_filled for control in controls if control.name in limits)
    is_open = (is_limited and not given.get("q")) or bool(errors.keys() - {"q"})
    carried = tuple(
        (field.parameter, value)
        for field in schema.coming("form")
        if field.is_filter and not field.control
        for value in given.get(field.parameter, ())
    )
    return Form(given.get("q", ""), tuple(groups), is_open, errors, carried)


def _place(groups: list[ControlGroup], shown: ShownControl, control: Control) -> None:
    """Put a control beside those of its legend that stand before it, or in a group of its own."""
    if control.legend and groups and groups[-1].legend == control.legend:
        group = groups.pop()
        groups.append(ControlGroup(group.legend, group.hint or control.hint, (*group.controls, shown)))
    else:
        groups.append(ControlGroup(control.legend, control.hint, (shown,)))


def _shown(
    field: RequestField, given: Mapping[str, Any], snapshot: Snapshot, bounds: tuple[int | None, int | None]
) -> ShownControl | None:
    """A field's control with what was typed in it; None where there would be nothing to choose from."""
    control, name = field.control, field.parameter
    if control is None:
        return None
    if control.choices is None:
        kind = _KINDS.get(field.type.shape, "text")
        value = given.get(name, field.type.default)
        written = " ".join(value) if field.type.repeats else "1" if value is True else str(value or "")
        return ShownControl(name, kind, control.label, written, *bounds)
    all_choices, chosen = control.choices(snapshot), given.get(name, [])
    listed = {*chosen, *all_choices[:_CHOICES_SHOWN]}
    called = kinds_in_words(listed) if name == "type" else {one: one for one in listed}
    choices = tuple(Choice(one, one in chosen, words) for one, words in sorted(called.items(), key=itemgetter(1)))
    left_out = max(0, len(all_choices) - _CHOICES_SHOWN)
    return ShownControl(name, "ticks", control.label, choices=choices, choices_left_out=left_out) if choices else None


@cache
def _bounds(form: type[BaseModel]) -> Mapping[str, tuple[int | None, int | None]]:
    """The least and the greatest value of each parameter of the form that is a number."""
    properties = form.model_json_schema()["properties"]
    return {name: (rule.get("minimum"), rule.get("maximum")) for name, rule in properties.items()}
