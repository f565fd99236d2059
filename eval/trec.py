"""Runs as the files that TREC's programs read."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from eval.measures.relevance import passage_id
from eval.records import Run


def trec_run(made: Run) -> Iterable[str]:
    """The lines of a TREC run file: question, Q0, passage, rank, score, system.

    White space and "%" in ids are percent-encoded. The score is one that keeps the order, as trec_eval orders by it
    and not by rank.
    """
    for result in made.results:
        for rank, passage in enumerate(result.retrieved, start=1):
            score = len(result.retrieved) - rank + 1
            where = f"{_token(result.question_id)} Q0 {_token(passage_id(passage))}"
            yield f"{where} {rank} {score} {_token(made.info.system)}\n"


def trec_qrels(made: Run) -> Iterable[str]:
    """The lines of a TREC qrels file: question, 0, passage that hits a gold span, 1."""
    for identifier, judged in made.judged.items():
        for passage in judged.passages:
            yield f"{_token(identifier)} 0 {_token(passage)} 1\n"


def _token(text: str) -> str:
    return quote(text, safe="/:-_.,;()'&+=@!#~")
