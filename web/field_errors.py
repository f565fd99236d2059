"""What is wrong with a field, in words: pydantic's findings for people and programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from web.once import REPEATED
from web.request_models import RequestSchema


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field.

    Attributes:
        field: its name; a name with a dot is of a field within another.
        message: a sentence that says what to change.
        allowed: what may stand there; null where that is not known.
    """

    field: str
    message: str
    allowed: str | None


@dataclass(frozen=True, slots=True)
class _Finding:
    """One of pydantic's errors.

    Attributes:
        names: of the fields it is within, the outermost first.
        place: the last part of where it is, such as the character at which JSON breaks off.
        known: the names there are where it is.
        rule: what may stand there.
        said: pydantic's own message.
        allowed: what may stand in every field.
        context: what it adds of itself, such as the fields it is about.
    """

    names: tuple[str, ...]
    place: object
    known: str
    rule: str | None
    said: str
    allowed: Mapping[str, str]
    context: Mapping[str, Any]

    @property
    def field(self) -> str:
        return readable(".".join(self.names))[:200] or "body"

    def within(self, name: str) -> str:
        """The full name of a field of the object it is about."""
        return ".".join((*self.names, name))


def field_errors(errors: Sequence[Mapping[str, Any]], schema: RequestSchema, path: str) -> tuple[FieldError, ...]:
    """Pydantic's findings in plain words.

    Args:
        errors: what `RequestValidationError.errors()` returns.
        schema: what a request may hold.
        path: of the request.

    Returns:
        One entry for each finding, in order.
    """
    return tuple(_field_error(error, schema, path) for error in errors)


def readable(text: str) -> str:
    """The text with a question mark for what is no character, such as half of a pair."""
    return text.encode("utf-8", "replace").decode()


def _field_error(error: Mapping[str, Any], schema: RequestSchema, path: str) -> FieldError:
    origin, *place = error["loc"]
    names = tuple(str(part) for part in place if not isinstance(part, int))
    finding = _Finding(
        names,
        place[-1] if place else None,
        schema.known.get(names[0], "") if len(names) > 1 else schema.known.get(path, schema.known.get(origin, "")),
        _rule(names, schema.allowed),
        error["msg"],
        schema.allowed,
        error.get("ctx", {}),
    )
    kind = error["type"]
    if error.get("input") is REPEATED and kind != "extra_forbidden":
        kind = "repeated"
    return _TOLD.get(kind, _told)(finding)


def _rule(names: tuple[str, ...], allowed: Mapping[str, str]) -> str | None:
    if not names:
        return "a JSON object"
    return allowed.get(".".join(names), allowed.get(names[-1]))


def _told(finding: _Finding) -> FieldError:
    field, rule = finding.field, finding.rule
    return FieldError(field, f"{field!r} must be {rule}." if rule else f"{field!r} is wrong: {finding.said}.", rule)


def _not_json(finding: _Finding) -> FieldError:
    message = f"The body is not valid JSON: it breaks off or goes wrong at character {finding.place}."
    return FieldError("body", message, "a JSON object")


def _unknown(finding: _Finding) -> FieldError:
    message = f"There is no field {finding.field!r}; the fields are {finding.known}."
    return FieldError(finding.field, message, finding.known)


def _repeated(finding: _Finding) -> FieldError:
    return FieldError(finding.field, f"{finding.field!r} is given more than once; give it once.", finding.rule)


def _days(finding: _Finding) -> FieldError:
    name = finding.context["field"]
    first, last = finding.within(name), finding.within(finding.context["to"])
    message = f"{first!r} is later than {last!r}; change one of them."
    return FieldError(first, message, finding.allowed[name])


def _span(finding: _Finding) -> FieldError:
    start, end = finding.within("start"), finding.within("end")
    return FieldError(end, f"{end!r} must be more than {start!r}.", finding.allowed[end])


def _passage(finding: _Finding) -> FieldError:
    message = (
        "'passage_id' must name the passage that is judged, and must be left out for nothing_answers and "
        "should_be_answered."
    )
    return FieldError("passage_id", message, finding.allowed["passage_id"])


def _surrogate(finding: _Finding) -> FieldError:
    message = f"{finding.field!r} holds half a character, a lone surrogate; take it out."
    return FieldError(finding.field, message, finding.rule)


def _missing(finding: _Finding) -> FieldError:
    rule = f"it must be {finding.rule}" if finding.rule else "give it"
    return FieldError(finding.field, f"{finding.field!r} is missing; {rule}.", finding.rule)


_TOLD: Mapping[str, Callable[[_Finding], FieldError]] = {
    "json_invalid": _not_json,
    "extra_forbidden": _unknown,
    "repeated": _repeated,
    "dates_in_wrong_order": _days,
    "span_in_wrong_order": _span,
    "wrong_passage": _passage,
    "string_unicode": _surrogate,
    "missing": _missing,
}
"""What is said of each of pydantic's types of error; of any other, what may stand there."""
