from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

from web.example import EXAMPLE


def shape(value: Any) -> Any:
    """The names in an answer, one within the other; labels have other names in every document."""
    if isinstance(value, dict):
        return {name: None if name == "labels" else shape(part) for name, part in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else None


def test_the_example_has_the_fields_of_a_real_answer(client: TestClient) -> None:
    answer = client.get("/ask", params={"q": "When did the pool reopen?"}).json()
    assert list(EXAMPLE) == list(answer)
    assert shape(EXAMPLE["answer"]) == shape(answer["answer"])
    passage, real = EXAMPLE["passages"][0], answer["passages"][0]
    assert list(passage) == list(real)
    assert list(passage["citation"]) == list(real["citation"])
    assert shape(passage["highlights"]) == shape(real["highlights"])


def test_the_offsets_of_the_example_hold() -> None:
    (passage,) = EXAMPLE["passages"]
    text, start = passage["text"], passage["citation"]["start"]
    quote = EXAMPLE["answer"]
    assert text[quote["start"] - start : quote["end"] - start] == quote["quote"]
    words = [text[mark["start"] : mark["end"]] for mark in passage["highlights"]]
    assert words == ["on 3 May 2021", "3 May 2021", "pool", "reopened"]
    (mention,) = passage["dates"]
    assert text[mention["start"] : mention["end"]] == mention["text"]
