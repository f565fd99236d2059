"""Runs: systems put to a question set, cut off and taken up again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from eval.gold import gold_notes
from eval.records import Dataset, Question, Result, Run, Span
from eval.run_folder import RunError, RunLayout, read_run
from eval.run_info import code_version
from eval.systems import SYSTEMS, Reply
from index.snapshot import Snapshot
from qa.pipeline import Assistant


class CutOffError(Exception):
    """Stands for the power going out."""


def stop_after(count: int) -> Callable[[int, int], None]:
    def progress(done: int, total: int) -> None:
        if done == count:
            raise CutOffError

    return progress


def without_seconds(made: Run) -> list[Result]:
    return [replace(result, seconds=0.0) for result in made.results]


def test_a_run_is_kept_and_read_back(tmp_path: Path, first_questions: Dataset, put: Callable[..., Run]) -> None:
    made = put(tmp_path / "run", SYSTEMS["full"])
    assert read_run(tmp_path / "run") == made
    assert [result.question_id for result in made.results] == [question.id for question in first_questions.questions]
    assert all(result.seconds > 0 for result in made.results)
    assert made.judged.keys() == {question.id for question in first_questions.questions if question.answerable}
    assert made.info.settings["reranker"] == "none"
    assert "host" not in made.info.settings
    assert made.info.code == code_version()


def test_the_same_seed_gives_the_same_numbers(tmp_path: Path, put: Callable[..., Run]) -> None:
    assert without_seconds(put(tmp_path / "one")) == without_seconds(put(tmp_path / "two"))


def test_a_run_that_was_cut_off_is_taken_up_again(
    tmp_path: Path, first_questions: Dataset, put: Callable[..., Run]
) -> None:
    folder = tmp_path / "run"
    with pytest.raises(CutOffError):
        put(folder, progress=stop_after(5))
    with pytest.raises(RunError, match=r"was cut off after 5 of 12 questions\. Finish it"):
        read_run(folder)
    with RunLayout(folder).results.open("a") as file:
        file.write('{"question_id": "b0')
    with pytest.raises(RunError, match=r"was cut off after 5 of 12 questions\. Finish it"):
        read_run(folder)
    asked: list[str] = []

    def counting(snapshot: Snapshot, assistant: Assistant, question: str, k: int) -> Reply:
        asked.append(question)
        return SYSTEMS["bm25"].answer(snapshot, assistant, question, k)

    again = put(folder, replace(SYSTEMS["bm25"], answer=counting))
    remaining = [question.text for question in first_questions.questions[5:]]
    assert asked == remaining[:3] + remaining
    assert without_seconds(again) == without_seconds(put(tmp_path / "other"))
    asked.clear()
    assert put(folder, replace(SYSTEMS["bm25"], answer=counting)) == again
    assert not asked


def test_a_run_that_is_being_made_is_not_made_twice(tmp_path: Path, put: Callable[..., Run]) -> None:
    def meanwhile(done: int, total: int) -> None:
        if done == 5:
            with pytest.raises(
                RunError, match=r"Another qa eval is making the run in .* just now\. Wait until it is done"
            ):
                put(tmp_path / "run")

    made = put(tmp_path / "run", progress=meanwhile)
    assert len(made.results) == 12
    assert put(tmp_path / "run") == made
    RunLayout(tmp_path / "run").lock.unlink(missing_ok=True)
    RunLayout(tmp_path / "run").lock.mkdir()
    with pytest.raises(RunError, match=r"Nothing can be written in .*: .*\. Choose another folder"):
        put(tmp_path / "run")


def test_other_code_is_another_run_and_another_commit_of_it_is_not(tmp_path: Path, put: Callable[..., Run]) -> None:
    made = put(tmp_path / "run")
    info = RunLayout(tmp_path / "run").info
    source = made.info.code.rpartition(" ")[2]
    info.write_text(info.read_text().replace(made.info.code, f"0.0.1, commit 0123456789ab, source {source}"))
    assert put(tmp_path / "run").results == made.results
    info.write_text(info.read_text().replace(source, "0" * 12))
    with pytest.raises(RunError, match=f"code is '{'0' * 12}' there and '{source}' now"):
        put(tmp_path / "run")


def test_a_folder_with_another_run_is_refused(
    tmp_path: Path, first_questions: Dataset, put: Callable[..., Run]
) -> None:
    folder = tmp_path / "run"
    put(folder)
    with pytest.raises(
        RunError, match=r"already holds another run: k is 10 there and 5 now\. Choose another folder for --save"
    ):
        put(folder, k=5)
    with pytest.raises(RunError, match="seed is 0 there and 7 now"):
        put(folder, seed=7)
    with pytest.raises(RunError, match="system is 'bm25' there and 'dense' now"):
        put(folder, SYSTEMS["dense"])
    with pytest.raises(RunError, match="questions is 12 there and 3 now"):
        put(folder, of=replace(first_questions, questions=first_questions.questions[:3]))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").touch()
    with pytest.raises(RunError, match="holds other files and no run"):
        put(tmp_path / "full")


def test_an_index_of_other_documents_is_refused_or_noted(
    tmp_path: Path, first_questions: Dataset, samples_snapshot: Snapshot, put: Callable[..., Run]
) -> None:
    elsewhere = Question("q1", "?", True, (Span("elsewhere.txt", 0, 4, "text"),))
    with pytest.raises(RunError, match=r"holds none of the 1 documents .*'elsewhere\.txt'.*leave out --index"):
        put(tmp_path / "run", of=replace(first_questions, questions=(elsewhere,)))
    assert gold_notes(first_questions, samples_snapshot) == ()
    known = first_questions.questions[0].gold[0]
    moved = Question("q2", "?", True, (replace(known, start=known.start + 1, end=known.end + 1),))
    missing, misplaced = gold_notes(replace(first_questions, questions=(elsewhere, moved)), samples_snapshot)
    assert "1 of 2 documents" in missing
    assert "'q2'" in misplaced
