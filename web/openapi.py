"""The OpenAPI document: every record named once, every property described by the docstring that declares it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic import TypeAdapter

from web.problems import ProblemBody

_REFERENCE = "#/components/schemas/{model}"


class DescribedAPI(FastAPI):
    """An app whose OpenAPI document is made for people to read and for programs to make clients of."""

    def openapi(self) -> dict[str, Any]:
        """The document; it is made once."""
        made = bool(self.openapi_schema)
        document: dict[str, Any] = super().openapi()
        if not made:
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            schemas |= problem_schemas()
            for schema in schemas.values():
                describe(schema)
            document["components"]["schemas"] = dict(sorted(schemas.items()))
        return document


def operation_id(route: APIRoute) -> str:
    """What a generated client calls an operation: the name of the function that answers it."""
    return str(route.name)


def problem_schemas() -> dict[str, Any]:
    """The schemas of a problem, which no route declares, since every route may answer with one."""
    problem = TypeAdapter(ProblemBody).json_schema(ref_template=_REFERENCE, mode="serialization")
    within: dict[str, Any] = problem.pop("$defs")
    return within | {"Problem": problem | {"title": "Problem"}}


def describe(schema: dict[str, Any]) -> None:
    """Move what a docstring says of each attribute to the property of that name, where nothing is said of it yet."""
    text = schema.get("description", "")
    told = _attributes(text)
    if told:
        schema["description"] = text.partition("Attributes:")[0].strip()
    for name, part in schema.get("properties", {}).items():
        if name in told:
            part.setdefault("description", told[name])


def _attributes(docstring: str) -> Mapping[str, str]:
    """What a docstring's list of attributes says of each, as a sentence."""
    told: dict[str, str] = {}
    for entry in re.split(r"\n\s{4}(?=\w[\w, ]*: )", docstring.partition("Attributes:")[2]):
        names, _, meaning = entry.partition(": ")
        words = " ".join(meaning.split())
        told |= {name.strip(): words[:1].upper() + words[1:] for name in names.split(",") if words}
    return told
