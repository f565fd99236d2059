"""The reference for developers and the pages of its records, made from the OpenAPI document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final

from pydantic import TypeAdapter

from qa.answer import Answer, IndexInfo
from web.example import EXAMPLE
from web.views.addresses import DocumentAddress
from web.views.frame import Frame, frame

RECORDS_OF_ASK: Final = "/docs/records"
OTHER_RECORDS: Final = "/docs/records/other"
"""Where the records of questions and answers are told, and where all others."""
_RECORD: Final = re.compile(r'"#/components/schemas/(\w+)"')


@dataclass(frozen=True, slots=True)
class Field:
    """A row of the reference: a parameter, a field of a body or of a record."""

    name: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address, as the reference shows it.

    Attributes:
        records: the address of the page that tells of its body.
    """

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    body: str
    records: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One schema of the reference, with a row for each field, or for neighbours of one meaning."""

    name: str
    description: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """The reference for developers, made from the OpenAPI document.

    Attributes:
        operations, problems: of that document.
        question: one to try.
        commands: to be typed into a terminal, each with what it does.
        example: an answer as JSON.
        is_own: whether that is of the documents being searched, and not made up.
    """

    frame: Frame
    question: str
    commands: tuple[tuple[str, str], ...]
    operations: tuple[Operation, ...]
    example: str
    is_own: bool
    problems: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class RecordsPage:
    """Records that are sent and answered, made from the OpenAPI document.

    Attributes:
        records: in the order of that document.
        is_of_ask: whether they are those of questions and answers, or else all others.
    """

    frame: Frame
    records: tuple[Record, ...]
    is_of_ask: bool


def reference_page(
    openapi: Mapping[str, Any],
    problems: Mapping[int, str],
    site: str,
    answer: Answer | None,
    index: IndexInfo | None = None,
) -> ReferencePage:
    """The reference page.

    Args:
        openapi: the service's OpenAPI document.
        problems: for each status of an error, when it happens.
        site: the address of the service, without a stroke at its end.
        answer: to a question that the documents answer; None where none is known.
        index: what is searched; None where that is not known.
    """
    operations = tuple(
        _operation(method, path, described)
        for path, methods in openapi["paths"].items()
        for method, described in methods.items()
    )
    example = TypeAdapter(Answer).dump_python(_shortened(answer), mode="json") if answer else EXAMPLE
    return ReferencePage(
        frame("For developers", index),
        example["question"],
        _commands(site, example["question"], example["answer"]["document_id"]),
        operations,
        json.dumps(example, indent=2, ensure_ascii=False),
        answer is not None,
        tuple(problems.items()),
    )


def records_page(openapi: Mapping[str, Any], is_of_ask: bool, index: IndexInfo | None = None) -> RecordsPage:
    """A page of records.

    Args:
        openapi: the service's OpenAPI document.
        is_of_ask: whether of those that questions and answers are made of, or else of all others.
        index: what is searched; None where that is not known.
    """
    of_ask = _within(openapi, [methods for path, methods in openapi["paths"].items() if _is_ask(path)])
    records = (
        Record(name, _plain(schema.get("description", "")), tuple(_told_once(_fields(schema))))
        for name, schema in openapi["components"]["schemas"].items()
        if (name in of_ask) is is_of_ask
    )
    title = f"{'Records' if is_of_ask else 'Other records'}, for developers"
    return RecordsPage(frame(title, index), tuple(records), is_of_ask)


def _is_ask(path: str) -> bool:
    return path.startswith("/ask")


def _within(openapi: Mapping[str, Any], described: Iterable[Any]) -> frozenset[str]:
    """The names of the records that some descriptions speak of, and of those in these."""
    found: set[str] = set()
    waiting = list(described)
    while waiting:
        new = set(_RECORD.findall(json.dumps(waiting.pop()))) - found
        found |= new
        waiting += [openapi["components"]["schemas"][name] for name in new]
    return frozenset(found)


def _shortened(answer: Answer) -> Answer:
    """An answer with the passage alone in which it stands, and one judgement of its timeline."""
    rank = answer.answer.passage_rank if answer.answer else 1
    passages = tuple(passage for passage in answer.passages if passage.rank == rank)
    return replace(answer, passages=passages, timeline=answer.timeline[:1], conflicts=())


def _commands(site: str, question: str, document_id: str) -> tuple[tuple[str, str], ...]:
    body = json.dumps({"question": question, "k": 3}).replace("'", "\\u0027")  # which would end the shell's quotation
    return (
        (
            "The same from a terminal, with the question in a body",
            f"curl -s {site}/ask \\\n  -H 'Content-Type: application/json' \\\n  -d '{body}'",
        ),
        (
            "The document in which its answer stands, whose offsets can be checked",
            f"curl -s -H 'Accept: application/json' \\\n  {site}{DocumentAddress(document_id).path}",
        ),
    )


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
        RECORDS_OF_ASK if _is_ask(path) else OTHER_RECORDS,
        answers,
    )


def _fields(schema: Mapping[str, Any]) -> Iterator[Field]:
    is_sent = schema.get("additionalProperties") is False
    required = schema.get("required", ()) if is_sent else ()
    for name, part in schema.get("properties", {}).items():
        yield Field(name, _type(part), name in required, _plain(part.get("description", "")))


def _told_once(fields: Iterable[Field]) -> Iterator[Field]:
    """Fields of a record; neighbours of one meaning, such as "start" and "end", in one row."""
    for first, same in groupby(fields, key=lambda field: replace(field, name="")):
        yield replace(first, name=", ".join(field.name for field in same))


def _type(schema: Mapping[str, Any]) -> str:
    """A JSON schema in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " or ".join(_type(part) for part in schema["anyOf"])
    if "enum" in schema:
        return " or ".join(map(str, schema["enum"]))
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
    if schema.get("default"):
        kind += f", default {json.dumps(schema['default'])}"
    return kind


def _plain(text: str) -> str:
    """Text without the marks of a docstring."""
    return " ".join(text.replace("`", "").split())
