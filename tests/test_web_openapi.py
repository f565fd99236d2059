from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from qa.settings import Settings
from web.app import create_app
from web.openapi import describe
from web.schema import allowed


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return create_app(Settings.model_construct(feedback_retention_days=1)).openapi()


def parts(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a document, with where it stands."""
    if isinstance(node, dict):
        yield path, node
        for name, value in node.items():
            yield from parts(value, f"{path}/{name}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from parts(value, f"{path}/{number}")


def test_operations_are_called_by_what_they_do(document: dict[str, Any]) -> None:
    operations = {
        (method, path): operation["operationId"]
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }
    assert operations == {
        ("get", "/ask"): "ask",
        ("get", "/ask.csv"): "ask_for_csv",
        ("post", "/ask"): "ask_in_body",
        ("get", "/documents"): "list_documents",
        ("get", "/documents/{document_id}"): "read_document",
        ("post", "/feedback"): "give_feedback",
        ("get", "/healthz"): "liveness",
        ("get", "/readyz"): "readiness",
        ("get", "/verify"): "check_quotation",
        ("get", "/timeline"): "judged_over_time",
    }


def test_what_may_stand_in_each_parameter_of_an_address_is_told(document: dict[str, Any]) -> None:
    rules = allowed(Settings.model_construct())
    names = {
        parameter["name"]
        for methods in document["paths"].values()
        for operation in methods.values()
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "query"
    }
    assert {"subject", "goto", "page", "q"} <= names <= set(rules)


def test_every_property_and_parameter_is_described(document: dict[str, Any]) -> None:
    seen = 0
    for record, schema in document["components"]["schemas"].items():
        for name, value in schema.get("properties", {}).items():
            assert value.get("description"), f"nobody says what {name} of {record} is"
            seen += 1
    assert seen > 90
    for _, methods in document["paths"].items():
        for operation in methods.values():
            assert operation["summary"] and operation["description"]
            assert all(parameter["description"] for parameter in operation.get("parameters", ()))


def test_no_description_holds_the_list_of_a_docstring(document: dict[str, Any]) -> None:
    for path, node in parts(document):
        description = node.get("description", "")
        assert not isinstance(description, str) or "Attributes:" not in description, path


def test_every_record_is_named_once_and_every_reference_leads_to_one(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    titles = Counter(schema.get("title", name) for name, schema in schemas.items())
    assert max(titles.values()) == 1
    for path, node in parts(document):
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/components/schemas/") in schemas, path
        if node.get("type") == "object" and "properties" in node:
            assert path.count("/") == 3 and path.startswith("/components/schemas/"), f"{path} has no name of its own"


def test_every_error_is_the_one_problem(document: dict[str, Any]) -> None:
    for methods in document["paths"].values():
        for operation in methods.values():
            for status, response in operation["responses"].items():
                if status >= "400":
                    assert response["content"] == {
                        "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                    }
    assert list(document["components"]["schemas"]) == sorted(document["components"]["schemas"])


def test_the_document_is_made_once() -> None:
    app = create_app(Settings.model_construct())
    assert app.openapi() is app.openapi()


def test_attributes_of_a_docstring_describe_properties_that_nothing_is_said_of() -> None:
    schema: dict[str, Any] = {
        "description": "A span.\n\nAttributes:\n    start, end: where it\n        stands: exactly.\n    kind: of it.\n",
        "properties": {"start": {}, "end": {"description": "Its own."}, "kind": {}, "more": {}},
    }
    describe(schema)
    assert schema == {
        "description": "A span.",
        "properties": {
            "start": {"description": "Where it stands: exactly."},
            "end": {"description": "Its own."},
            "kind": {"description": "Of it."},
            "more": {},
        },
    }


def test_a_docstring_without_attributes_stays_as_it_is() -> None:
    schema = {"description": "A span.\nIts end: open.", "properties": {"end": {"type": "integer"}}}
    describe(schema)
    assert schema == {"description": "A span.\nIts end: open.", "properties": {"end": {"type": "integer"}}}
