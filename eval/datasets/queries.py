"""A question of a queries.jsonl, which several forms have."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import AliasChoices, Field

from eval.datasets.checking import Line

QUERIES: Final = "queries.jsonl"
CORPUS: Final = "corpus.jsonl"


class Query(Line):
    """A line of a queries.jsonl."""

    id: str = Field(validation_alias=AliasChoices("id", "_id"))
    text: str
    answerable: bool = True
    answers: tuple[str, ...] = ()
    spans_needed: Literal["any", "all"] = "any"
