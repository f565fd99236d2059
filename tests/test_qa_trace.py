"""The trace is a record, and its JSON is what /ask has published."""

from __future__ import annotations

import json
from dataclasses import replace

from pydantic import TypeAdapter

from qa.answer import Answer, IndexInfo
from qa.trace import CandidateCounts, ChangingStage, Decision, Filtered, RankedCandidate, Trace, TracedSpan

RANKED = RankedCandidate(1, "a:0-9", "A", 2, 1.5, 0.75, None, {"dense": 1.5})
TRACE = Trace(
    filtered=Filtered(9, 4),
    candidates=CandidateCounts({"lexical": 3, "dense": 2}, all=4, read=1, to_read=2, out_of_time=True),
    ranking=(RANKED,),
    decision=Decision(0.75, 0.5, {"share": 1.25}, -1.0, None),
    changed_by=(ChangingStage("in_force", "what holds, first"),),
    took_ms={"reading": 1.5},
)
RANKED_JSON = {
    "rank": 1,
    "passage_id": "a:0-9",
    "title": "A",
    "first": 2,
    "score": 1.5,
    "probability": 0.75,
    "reranker": None,
    "parts": {"dense": 1.5},
}
JSON = {
    "filtered": {"passages": 9, "allowed": 4},
    "candidates": {"lexical": 3, "dense": 2, "all": 4, "read": 1, "to_read": 2, "out_of_time": True},
    "ranking": [RANKED_JSON],
    "decision": {"confidence": 0.75, "threshold": 0.5, "parts": {"share": 1.25}, "intercept": -1.0, "reason": None},
    "changed_by": [{"stage": "in_force", "makes": "what holds, first"}],
    "took_ms": {"reading": 1.5},
}


def test_the_json_of_a_trace_has_the_published_names_in_their_order() -> None:
    told = json.dumps(TRACE.as_json())
    assert json.loads(told) == JSON and list(json.loads(told)) == list(JSON)
    assert list(TRACE.as_json()["candidates"]) == list(JSON["candidates"])


def test_what_was_expected_is_told_where_something_was() -> None:
    expected = TracedSpan(("a:0-9",), "found", 1, "It is quoted.", RANKED)
    assert json.loads(json.dumps(replace(TRACE, expected=expected).as_json()))["expected"] == {
        "passage_ids": ["a:0-9"],
        "stage": "found",
        "rank": 1,
        "text": "It is quoted.",
        "ranked": RANKED_JSON,
    }


def test_an_answer_gives_its_trace_as_that_json() -> None:
    answer = Answer(
        "?",
        "abstained",
        "empty_question",
        0.0,
        None,
        (),
        IndexInfo("s", 1, 9),
        0.0,
        reason_text="No.",
        explanation=TRACE,
    )
    told = json.loads(TypeAdapter(Answer).dump_json(answer))
    assert told["explanation"] == JSON
    assert json.loads(TypeAdapter(Answer).dump_json(replace(answer, explanation=None)))["explanation"] is None
