"""What `qa ask` makes of its options, where a process of its own would tell no more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import typer

from cli.ask import asked
from qa.request import AskRequest, Expected, Filters
from qa.settings import Settings
from web.request_models import request_schema

SCHEMA = request_schema(Settings.model_construct(question_max_chars=20, k_max=9))


def request(question: str = "When?", **given: Any) -> AskRequest:
    """The request for the options that are given; of the others typer gives the default."""
    defaults: dict[str, Any] = {field.name: None for field in SCHEMA.coming("option")}
    defaults |= {"k": 5, "as_typed": False, "fast": False, "explain": False}
    return asked({**defaults, "question": question, **given}, SCHEMA)


def test_options_become_the_request() -> None:
    assert request() == AskRequest("When?")
    assert request(
        k=3, published_from="2020-01-02", source=["A", "B"], document=["x"], as_typed=True, fast=True, explain=True
    ) == AskRequest(
        "When?",
        3,
        Filters(date(2020, 1, 2), None, ("A", "B"), ("x",)),
        as_typed=True,
        fast=True,
        explain=True,
    )
    assert request(expect="a b:1-2") == AskRequest("When?", explain=True, expect=Expected("a b", 1, 2))


@pytest.mark.parametrize(
    ("given", "option", "told"),
    [
        ({"question": " "}, "QUESTION", "it is empty. Type a question."),
        ({"question": ""}, "QUESTION", "it is empty. Type a question."),
        ({"question": "x" * 21}, "QUESTION", "it has 21 characters; at most 20 are allowed."),
        ({"question": "\udcff"}, "QUESTION", "it holds bytes that are not text in UTF-8. Type it again."),
        ({"k": 0}, "-k", "it must be a whole number from 1 to 9."),
        ({"k": 10}, "-k", "it must be a whole number from 1 to 9."),
        ({"published_to": "2020"}, "--to", "it must be a day written as year-month-day, such as 2022-07-31."),
        (
            {"published_from": "2021-01-02", "published_to": "2021-01-01"},
            "--from",
            "2021-01-02 is after 2021-01-01.",
        ),
        ({"about_from": "2021-03-02", "about_to": "2021-03-01"}, "--about-from", "2021-03-02 is after 2021-03-01."),
        ({"source": [""]}, "--source", "it is empty."),
        ({"source": ["\udcff"]}, "--source", "it holds bytes that are not text in UTF-8. Type it again."),
        ({"expect": "pool.txt:9-9"}, "--expect", "such as news/pool.txt:120-180."),
        ({"expect": "pool.txt"}, "--expect", "such as news/pool.txt:120-180."),
        ({"expect": "\udcff:1-9"}, "--expect", "it holds bytes that are not text in UTF-8. Type it again."),
    ],
)
def test_a_mistake_is_told_with_the_option_it_is_in(given: dict[str, Any], option: str, told: str) -> None:
    with pytest.raises(typer.BadParameter) as mistake:
        request(**given)
    assert mistake.value.param_hint == option
    assert mistake.value.message.endswith(told)
