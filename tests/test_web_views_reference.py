from __future__ import annotations

import json
import shlex
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from corpus.document import Block
from qa.settings import Settings
from tests.pages import answer_from, document
from web.app import create_app
from web.problems import PROBLEM_TEXTS
from web.views.reference import RecordsPage, ReferencePage, records_page, reference_page
from web.views.rendering import render


@pytest.fixture(scope="module")
def openapi() -> dict[str, Any]:
    return create_app(Settings.model_construct(k_max=9)).openapi()


@pytest.fixture(scope="module")
def page(openapi: dict[str, Any]) -> ReferencePage:
    return reference_page(openapi, PROBLEM_TEXTS, "http://here:80", None)


@pytest.fixture(scope="module")
def records(openapi: dict[str, Any]) -> RecordsPage:
    return records_page(openapi, True)


@pytest.fixture(scope="module")
def others(openapi: dict[str, Any]) -> RecordsPage:
    return records_page(openapi, False)


def test_every_row_says_what_it_means(page: ReferencePage, records: RecordsPage, others: RecordsPage) -> None:
    rows = [field for record in (*records.records, *others.records) for field in record.fields]
    rows += [field for operation in page.operations for field in operation.parameters]
    assert len(rows) > 90
    assert all(row.description and row.type for row in rows)
    assert not any("`" in row.description for row in rows)


def test_each_record_is_told_once_those_of_questions_and_answers_apart(
    openapi: dict[str, Any], records: RecordsPage, others: RecordsPage
) -> None:
    of_ask, beside = ([record.name for record in page.records] for page in (records, others))
    assert sorted(of_ask + beside) == sorted(openapi["components"]["schemas"])
    assert {"AskBody", "Answer", "Citation", "Problem"} <= set(of_ask)
    assert {"Timeline", "FeedbackBody", "DocumentText", "Verdict", "Trace"} <= set(beside)
    assert 'href="/docs/records/other"' in render(records) and 'href="/docs/records"' in render(others)


def test_types_are_told_in_words(records: RecordsPage, others: RecordsPage) -> None:
    rows: dict[str, Any] = {
        f"{record.name}.{field.name}": field
        for record in (*records.records, *others.records)
        for field in record.fields
    }
    assert rows["AskBody.question"].type == "string, 1 to 1,000 characters"
    assert rows["AskBody.question"].required and not rows["AskBody.k"].required
    assert rows["AskBody.k"].type == "integer, 1 to 9, default 5"
    assert rows["AskFilters.published_from"].type == "string (date) or null"
    assert rows["AskFilters.source"].type == "list of string, 1 to 500 characters"
    assert rows["Answer.passages"].type == "list of RankedPassage"
    assert rows["Health.status"].type == '"ok"'
    assert rows["Answer.status"].type == "answered or abstained"
    assert not rows["Answer.question"].required  # what is received need not be asked for


def test_fields_of_one_meaning_stand_in_one_row_and_none_is_lost(openapi: dict[str, Any], records: RecordsPage) -> None:
    for record in records.records:
        named = [name for field in record.fields for name in field.name.split(", ")]
        assert named == list(openapi["components"]["schemas"][record.name].get("properties", {}))
        told = [(field.type, field.required, field.description) for field in record.fields]
        assert all(one != after for one, after in pairwise(told))
    assert "<th>start, end</th><td>integer</td>" in render(records)


def test_an_operation_is_shown_with_its_body_and_its_answers(page: ReferencePage) -> None:
    shown = {(operation.method, operation.path): operation for operation in page.operations}
    posted = shown["POST", "/ask"]
    assert (posted.body, posted.parameters) == ("AskBody", ())
    assert {status for status, _ in posted.answers} == {"200", "413", "415", "422", "503"}
    assert shown["GET", "/ask"].body == ""
    assert [field.name for field in shown["GET", "/ask"].parameters][:2] == ["q", "k"]


def test_the_pages_can_be_drawn_and_every_record_has_a_place(page: ReferencePage, records: RecordsPage) -> None:
    html, told = render(page), render(records)
    for record in records.records:
        assert f'id="record-{record.name}"' in told
    assert '<a href="/docs/records#record-AskBody">AskBody</a>' in html
    assert '<a href="/docs/records/other#record-FeedbackBody">FeedbackBody</a>' in html
    for status, _ in page.problems:
        assert f'id="problem-{status}"' in html


def test_examples_are_of_the_service_s_own_address_and_documents(page: ReferencePage) -> None:
    assert not page.is_own and page.question == "When did the pool reopen?"
    question = 'What is the council\'s "plan" – really?'
    answer = answer_from(document("New benches came.", (Block(0, 17),)))
    more = replace(answer.passages[0], rank=2, passage_id="other")
    answer = replace(answer, question=question, passages=(*answer.passages, more))
    own = reference_page({"components": {"schemas": {}}, "paths": {}}, PROBLEM_TEXTS, "http://here:80", answer)
    assert own.is_own and own.question == question
    shown = json.loads(own.example)
    assert shown["question"] == question and [one["rank"] for one in shown["passages"]] == [1]
    asking, reading = (shlex.split(command) for _, command in own.commands)
    assert asking[2] == "http://here:80/ask" and json.loads(asking[-1]) == {"question": question, "k": 3}
    assert reading[-1] == "http://here:80/documents/a%2Fb%20c.txt"
    assert "From the documents that are searched here" in render(own) and "It is made up." in render(page)
