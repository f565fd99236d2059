"""Explanations: each stage is told, and the one that lost a known right passage is named."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from index.build import build
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot, open_snapshot
from qa.answer import Answer
from qa.explain import RANKS
from qa.pipeline import Assistant
from qa.request import AskRequest, Expected, Filters

QUESTION = "When does the pool open?"
SHEEP = "Sheep graze upon hills."
POOLS = 60
ANSWERING = Assistant(HashingEncoder(), OverlapReranker(), answer_confidence=0.0)
HURRIED = replace(ANSWERING, reranking_budget_ms=0)
REFUSING = replace(ANSWERING, answer_confidence=1.0)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Sixty documents that speak of a pool, more than may be candidates, and one that does not."""
    folder = tmp_path_factory.mktemp("explanation")
    lines = [
        {"id": f"pool-{number}", "text": f"Lane {number} is wide. The pool will open in May {1960 + number}."}
        for number in range(POOLS)
    ]
    lines.append({"id": "sheep", "text": SHEEP})
    (folder / "all.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    build([folder / "all.jsonl"], folder / "index", HashingEncoder())
    return open_snapshot(folder / "index", HashingEncoder())


def ask(
    snapshot: Snapshot, expect: tuple[str, int, int] | None = None, *, assistant: Assistant = ANSWERING, **more: Any
) -> tuple[Answer, dict[str, Any]]:
    answer = assistant.ask(
        snapshot, AskRequest(QUESTION, explain=True, expect=Expected(*expect) if expect else None, **more)
    )
    assert answer.explanation is not None
    return answer, answer.explanation.as_json()


def stretch_of(passage_id: str) -> tuple[str, int, int]:
    document, _, offsets = passage_id.rpartition(":")
    start, end = offsets.split("-")
    return document, int(start), int(end)


def lost(snapshot: Snapshot, expect: tuple[str, int, int], **more: Any) -> dict[str, Any]:
    _, explained = ask(snapshot, expect, **more)
    found: dict[str, Any] = explained["expected"]
    assert found["text"].endswith(".")
    return found


def test_every_stage_is_told_and_is_ready_for_json(snapshot: Snapshot) -> None:
    answer, explained = ask(snapshot)
    assert explained.keys() == {"filtered", "candidates", "ranking", "decision", "changed_by", "took_ms"}
    assert explained["filtered"] == {"passages": POOLS + 1, "allowed": POOLS + 1}
    assert explained["candidates"]["all"] >= explained["candidates"]["read"] > 0
    assert [row["rank"] for row in explained["ranking"]] == list(range(1, len(explained["ranking"]) + 1))
    assert [row["passage_id"] for row in explained["ranking"][:5]] == [
        passage.passage_id for passage in answer.passages
    ]
    assert explained["decision"]["confidence"] == answer.confidence
    assert all(took >= 0 for took in explained["took_ms"].values()) and explained["took_ms"].keys() == {
        "reading",
        "evidence",
        "ranking",
        "passages",
    }
    json.dumps(explained)
    assert ANSWERING.ask(snapshot, AskRequest(QUESTION)).explanation is None


def test_the_log_odds_of_the_parts_add_up_to_the_confidence(snapshot: Snapshot) -> None:
    confidence_features = ask(snapshot)[1]["decision"]
    total = confidence_features["intercept"] + sum(confidence_features["parts"].values())
    assert 1 / (1 + 2.718281828**-total) == pytest.approx(confidence_features["confidence"], abs=0.01)


def test_without_a_reranker_nothing_is_read(snapshot: Snapshot) -> None:
    _, explained = ask(snapshot, fast=True)
    assert explained["candidates"]["read"] == 0
    assert {row["reranker"] for row in explained["ranking"]} == {None}


def test_where_the_time_of_the_reranker_ran_out_is_told(snapshot: Snapshot) -> None:
    _, unhurried = ask(snapshot)
    assert (
        1 < unhurried["candidates"]["read"] == unhurried["candidates"]["to_read"]
        and not unhurried["candidates"]["out_of_time"]
    )
    second = unhurried["ranking"][1]
    _, hurried = ask(snapshot, assistant=HURRIED)
    assert hurried["candidates"] == unhurried["candidates"] | {"read": 1, "out_of_time": True}
    found = lost(snapshot, stretch_of(second["passage_id"]), assistant=HURRIED)
    assert found["stage"] == "not read by the reranker"
    assert found["text"].endswith(
        f"after the 1 that the reranker has read of {unhurried['candidates']['to_read']} before its time ran out."
    )


def test_a_document_or_offsets_that_are_not_in_the_index(snapshot: Snapshot) -> None:
    assert lost(snapshot, ("nowhere", 0, 5))["stage"] == "not in the index"
    assert lost(snapshot, ("sheep", 500, 505))["stage"] == "not in the index"


def test_a_passage_that_the_filters_leave_out(snapshot: Snapshot) -> None:
    assert lost(snapshot, ("sheep", 0, 5), filters=Filters(document=("pool-1",)))["stage"] == "filtered"


def test_filters_that_leave_out_everything(snapshot: Snapshot) -> None:
    answer, explained = ask(snapshot, ("sheep", 0, 5), filters=Filters(source=("Nobody",)))
    assert answer.reason == explained["decision"]["reason"] == "nothing_matches_filters"
    assert explained["filtered"]["allowed"] == 0
    assert explained["expected"]["stage"] == "filtered"


def test_a_question_that_is_refused_before_any_search(snapshot: Snapshot) -> None:
    trace = ANSWERING.ask(snapshot, AskRequest("?!", explain=True, expect=Expected("sheep", 0, 5))).explanation
    assert trace is not None and trace.expected is not None and trace.expected.stage == "not searched"
    assert trace.as_json().keys() == ask(snapshot, ("sheep", 0, 5))[1].keys()


def test_a_passage_that_neither_words_nor_vectors_brought(snapshot: Snapshot) -> None:
    found = lost(snapshot, ("sheep", 0, len(SHEEP)))
    assert (found["stage"], found["rank"], found["ranked"]) == ("not a candidate", None, None)


def test_a_passage_after_those_that_the_reranker_read(snapshot: Snapshot) -> None:
    _, explained = ask(snapshot)
    read = [row["reranker"] for row in explained["ranking"] if row["reranker"] is not None]
    assert len(read) == explained["candidates"]["read"] and all(isinstance(logit, float) for logit in read)
    unread = next(row for row in explained["ranking"] if row["reranker"] is None)
    found = lost(snapshot, stretch_of(unread["passage_id"]))
    assert (found["stage"], found["rank"], found["ranked"]) == ("not read by the reranker", unread["rank"], unread)


@pytest.mark.parametrize("fast", [False, True])
def test_a_passage_that_others_are_ranked_above(snapshot: Snapshot, fast: bool) -> None:
    second = ask(snapshot, fast=fast)[1]["ranking"][1]
    found = lost(snapshot, stretch_of(second["passage_id"]), fast=fast)
    assert (found["stage"], found["rank"]) == ("ranked below", 2)


def test_a_passage_that_is_first_and_yet_refused(snapshot: Snapshot) -> None:
    first = ask(snapshot)[1]["ranking"][0]
    assert lost(snapshot, stretch_of(first["passage_id"]), assistant=REFUSING)["stage"] == "refused"


def test_a_passage_that_is_first_and_of_which_other_words_are_quoted(snapshot: Snapshot) -> None:
    answer, _ = ask(snapshot)
    assert answer.answer is not None
    cited = answer.passages[0].citation
    before = (cited.document_id, cited.start, answer.answer.start)
    assert before[1] < before[2]
    assert lost(snapshot, before)["stage"] == "quoted otherwise"


def test_words_that_are_found_and_quoted(snapshot: Snapshot) -> None:
    answer, _ = ask(snapshot)
    assert answer.answer is not None
    quoted = (answer.answer.document_id, answer.answer.start, answer.answer.end)
    found = lost(snapshot, quoted)
    assert (found["stage"], found["rank"]) == ("found", 1)
    assert list(found["passage_ids"]) == [answer.passages[0].passage_id]


def test_next_to_nothing_is_not_told(snapshot: Snapshot) -> None:
    parts = [abs(part) for row in ask(snapshot)[1]["ranking"] for part in row["parts"].values()]
    assert parts and min(parts) >= 0.0005


def test_no_more_than_so_many_candidates_are_told(snapshot: Snapshot) -> None:
    _, explained = ask(snapshot)
    assert len(explained["ranking"]) == RANKS == 20 < explained["candidates"]["all"]
