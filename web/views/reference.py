"""The reference for developers, made from the OpenAPI document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from web.example import EXAMPLE
from web.views.frame import Frame, frame


@dataclass(frozen=True, slots=True)
class Field:
    """A row of the reference: a parameter, a field of a body or of a record."""

    name: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address, as the reference shows it."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    body: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One schema of the reference."""

    name: str
    description: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """The reference for developers, made from the OpenAPI document."""

    frame: Frame
    operations: tuple[Operation, ...]
    records: tuple[Record, ...]
    example: str
    problems: tuple[tuple[int, str], ...]


def reference_page(openapi: Mapping[str, Any], problems: Mapping[int, str]) -> ReferencePage:
    """The reference page.

    Args:
        openapi: the service's OpenAPI document.
        problems: for each status of an error, when it happens.
    """
    schemas = openapi["components"]["schemas"]
    operations = tuple(
        _operation(method, path, described)
        for path, methods in openapi["paths"].items()
        for method, described in methods.items()
    )
    records = tuple(
        Record(name, _plain(schema.get("description", "")), tuple(_fields(schema))) for name, schema in schemas.items()
    )
    example = json.dumps(EXAMPLE, indent=2, ensure_ascii=False)
    return ReferencePage(frame("For developers"), operations, records, example, tuple(problems.items()))


def _operation(method: str, path: str, described: Mapping[str, Any]) -> Operation:
    parameters = tuple(
        Field(
            parameter["name"],
            _type(parameter["schema"]),
            parameter.get("required", False),
            _plain(parameter.get("description", "")),
        )
        for parameter in described.get("parameters", ())
    )
    body = described.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    answers = tuple((status, answer["description"]) for status, answer in described["responses"].items())
    return Operation(
        method.upper(),
        path,
        described["summary"],
        _plain(described.get("description", "")),
        parameters,
        _type(body) if body else "",
        answers,
    )


def _fields(schema: Mapping[str, Any]) -> Iterator[Field]:
    is_sent = schema.get("additionalProperties") is False
    required = schema.get("required", ()) if is_sent else ()
    for name, part in schema.get("properties", {}).items():
        yield Field(name, _type(part), name in required, _plain(part.get("description", "")))


def _type(schema: Mapping[str, Any]) -> str:
    """A JSON schema in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " or ".join(_type(part) for part in schema["anyOf"])
    if "enum" in schema:
        return " or ".join(json.dumps(value) for value in schema["enum"])
    if "const" in schema:
        return json.dumps(schema["const"])
    kind = str(schema.get("type", "anything"))
    if kind == "array":
        return f"list of {_type(schema.get('items', {}))}"
    low, high = schema.get("minimum", schema.get("minLength")), schema.get("maximum", schema.get("maxLength"))
    if high is not None:
        kind += f", {int(low or 0)} to {int(high):,}" + (" characters" if kind == "string" else "")
    if schema.get("format"):
        kind += f" ({schema['format']})"
    if "default" in schema and not isinstance(schema["default"], list) and schema["default"] is not None:
        kind += f", default {json.dumps(schema['default'])}"
    return kind


def _plain(text: str) -> str:
    """Text without the marks of a docstring."""
    return " ".join(text.replace("`", "").split())
