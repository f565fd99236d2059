"""How gold spans lie in a samples_snapshot."""

from __future__ import annotations

import pytest

from eval.gold import judge, judge_all
from eval.records import Dataset
from index.snapshot import Snapshot
from tests.eval_cases import asked, passage, span


def test_every_passage_of_the_snapshot_that_hits_is_relevant() -> None:
    judged = judge(asked("q", span(100, 200)), [passage(0, 150), passage(150, 250), passage(250, 400)])
    assert judged.passages == ("d:0-150", "d:150-250")
    assert judged.precision_omega == pytest.approx(0.4)


def test_what_is_relevant_is_every_passage_that_holds_gold(
    first_questions: Dataset, samples_snapshot: Snapshot
) -> None:
    answerable = [question for question in first_questions.questions if question.answerable]
    judged = judge_all(answerable, samples_snapshot)
    for question in answerable:
        documents = {span.document_id for span in question.gold}
        assert documents == {passage.rpartition(":")[0] for passage in judged[question.id].passages}
        assert 0 < judged[question.id].precision_omega <= 1
