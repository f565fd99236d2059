"""The reference for developers, made from the OpenAPI document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from corpus.language.kinds import DateMention, Value
from qa.answer import Answer, Citation, Highlight, IndexInfo, Interpretation, Quote, RankedPassage, Sentence
from qa.decide import citation_link
from web.pages import Field, Operation, Record, ReferencePage, frame

_TEXT = "The pool reopened on 3 May 2021. Lanes must be booked."
_SENTENCE = Sentence(_TEXT[:32], 480, 480 + 32)
EXAMPLE: dict[str, Any] = TypeAdapter(Answer).dump_python(
    Answer(
        question="When did the pool reopen?",
        status="answered",
        reason=None,
        confidence=0.91,
        answer=Quote(
            "on 3 May 2021",
            "leisure/pool.pdf",
            480 + 18,
            480 + 31,
            1,
            _SENTENCE,
            Value("date", "3 May 2021", "2021-05-03"),
        ),
        passages=(
            RankedPassage(
                rank=1,
                passage_id=f"leisure/pool.pdf:480-{480 + len(_TEXT)}",
                text=_TEXT,
                heading="Opening hours",
                probability=0.91,
                scores={"text": 0.97, "dense": 0.68, "reranker": 7.2, "combined": 11.4},
                highlights=(
                    Highlight(18, 31, "quote"),
                    Highlight(21, 31, "value"),
                    Highlight(4, 8, "term"),
                    Highlight(9, 17, "term"),
                ),
                citation=Citation(
                    document_id="leisure/pool.pdf",
                    title="Using the pool",
                    source="Leisure services",
                    url="https://example.org/pool.pdf",
                    published=date(2021, 4, 19),
                    page=2,
                    paragraph=5,
                    start=480,
                    end=480 + len(_TEXT),
                    sha256="0" * 64,
                    link=citation_link("leisure/pool.pdf", 480, 480 + len(_TEXT)),
                ),
                dates=(DateMention("3 May 2021", 21, 31, "2021-05-03", "explicit"),),
            ),
        ),
        index=IndexInfo("example", 16, 120),
        took_ms=12.3,
        interpretation=Interpretation("When did the pool reopen?", answer_type="date", terms=("pool", "reopen")),
    ),
    mode="json",
)
"""An answer as /ask gives it; an `Answer` was made of it, so it is one that could be given."""


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
        Field(each["name"], _type(each["schema"]), each.get("required", False), _plain(each.get("description", "")))
        for each in described.get("parameters", ())
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
    described = _attributes(schema.get("description", ""))
    for name, part in schema.get("properties", {}).items():
        yield Field(name, _type(part), name in required, _plain(part.get("description") or described.get(name, "")))


def _attributes(docstring: str) -> dict[str, str]:
    """What a docstring's list of attributes says of each, the first letter made a capital."""
    described: dict[str, str] = {}
    for entry in re.split(r"\n\s{4}(?=\w[\w, ]*: )", docstring.partition("Attributes:")[2]):
        names, _, meaning = entry.partition(": ")
        words = " ".join(meaning.split())
        described |= {name.strip(): words[:1].upper() + words[1:] for name in names.split(",")}
    return described


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
        kind += f", {low or 0} to {high:,}" + (" characters" if kind == "string" else "")
    if schema.get("format"):
        kind += f" ({schema['format']})"
    if "default" in schema and not isinstance(schema["default"], list) and schema["default"] is not None:
        kind += f", default {json.dumps(schema['default'])}"
    return kind


def _plain(text: str) -> str:
    """Text without the marks of a docstring."""
    return " ".join(text.split("Attributes:")[0].replace("`", "").split())
