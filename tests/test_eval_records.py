"""The records of an evaluation: they are written as JSON and read back the same."""

from __future__ import annotations

import json
from dataclasses import asdict

from pydantic import TypeAdapter

from corpus.document import Passage
from eval.records import Question, Result, Retrieved, RunInfo, Span
from tests.eval_cases import passage, result


def test_a_result_is_read_back_from_json_and_needs_no_field_that_came_later() -> None:
    made = result("q", passage(0, 9), quote=Span("d", 0, 4, "1901"))
    written = json.loads(json.dumps(asdict(made)))
    assert TypeAdapter(Result).validate_json(json.dumps(written)) == made
    del written["question"], written["quote"]["part"]
    assert TypeAdapter(Result).validate_json(json.dumps(written)) == made


def test_what_an_older_run_did_not_say_of_itself_has_a_default() -> None:
    info = RunInfo("full", "set", "0", "s", 1, 1, "hashing", {}, "1", 0, "", "")
    assert (info.corpus_sha256, info.gives_confidence, info.gives_quotes) == ("", True, False)


def test_a_question_needs_any_of_its_spans_unless_it_says_otherwise() -> None:
    question = Question("q", "Why?", answerable=False)
    assert (question.spans_needed, question.gold, dict(question.slices), dict(question.grades)) == ("any", (), {}, {})


def test_a_passage_of_the_corpus_may_stand_for_one_that_was_given() -> None:
    assert Retrieved.of(Passage("d", 3, 7, "rain", "Weather", 2, "1")) == Retrieved("d", 3, 7, "rain", 0.0, {})
