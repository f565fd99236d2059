"""Runs as TREC files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ir_measures
import pytest

from eval.figures import per_question
from eval.records import Dataset, Judged, Result, Retrieved, Run, RunInfo
from eval.run_folder import RunLayout
from eval.trec import trec_qrels, trec_run


def test_the_trec_files_give_the_same_ndcg(tmp_path: Path, first_questions: Dataset, put: Callable[..., Run]) -> None:
    made = put(tmp_path / "run")
    own = per_question(first_questions.questions, made)["passage_ndcg@10"]
    layout = RunLayout(tmp_path / "run")
    qrels = list(ir_measures.read_trec_qrels(str(layout.trec_qrels)))  # type: ignore[no-untyped-call]  # the library types it in part
    scored = list(ir_measures.read_trec_run(str(layout.trec_run)))  # type: ignore[no-untyped-call]  # the same
    found = {each.query_id: each.value for each in ir_measures.iter_calc([ir_measures.nDCG @ 10], qrels, scored)}
    assert found
    assert found == pytest.approx({name: own[name] for name in found})


def test_spaces_in_ids_do_not_break_trec_files() -> None:
    info = RunInfo("full", "set", "0", "s", 1, 1, "hashing", {}, "1", 0, "", "")
    result = Result("a question", (Retrieved("my file.pdf", 0, 4, "text", 1.0, {}),), "answered", None, 0.5, None, 0.1)
    made = Run(info, (result,), {"a question": Judged(("my file.pdf:0-4",), 1.0)})
    assert list(trec_run(made)) == ["a%20question Q0 my%20file.pdf:0-4 1 1 full\n"]
    assert list(trec_qrels(made)) == ["a%20question 0 my%20file.pdf:0-4 1\n"]
