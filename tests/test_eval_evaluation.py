"""Evaluations: indexed, asked, measured, kept, compared and reported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import ChapterError
from eval.compare import compare
from eval.run_folder import read_run
from eval.systems import SYSTEMS
from qa.settings import Settings
from tests.eval_cases import evaluated, printed


def test_an_evaluation_builds_an_index_and_keeps_its_figures(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    stages = []
    save = tmp_path / "kept"
    found = evaluated(
        hashing_settings,
        small_set,
        systems=["all"],
        save=save,
        report=tmp_path / "report.html",
        progress=lambda stage, done, total: stages.append(stage),
    )
    assert list(found.runs) == list(SYSTEMS)
    assert found.figures["bm25"].measures["passage_hit@1"].mean == 1
    assert (tmp_path / "var" / "eval" / "small" / "hashing" / "live").is_file()
    assert "Asking bm25" in stages
    kept = json.loads((save / "summary.json").read_text())
    assert kept["systems"]["full"]["figures"]["measures"]["passage_hit@1"]["mean"] == 1
    assert "ece" not in kept["systems"]["bm25"]["figures"]["measures"]
    assert kept["systems"]["full"]["figures"]["measures"]["ece"]["mean"] >= 0
    assert read_run(save / "full").results == found.runs["full"].results
    assert "Evaluation of full on small" in (tmp_path / "report.html").read_text()


def test_each_further_system_is_compared_with_the_first(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    save = tmp_path / "kept"
    found = evaluated(
        hashing_settings, small_set, systems=["bm25", "dense", "full"], save=save, report=tmp_path / "report.html"
    )
    assert list(found.beside_first) == ["dense", "full"]
    for name, comparison in found.beside_first.items():
        assert comparison == compare(found.dataset.questions, found.runs[name], found.runs["bm25"], 0)
    lines = [
        [cell.strip() for cell in line.split("│")[1:-1]]
        for line in printed(found).partition("Less bm25")[2].splitlines()
    ]
    refused = next(cells for cells in lines if cells[:1] == ["all in all: right outcome"])
    expected = [
        next(str(each) for each in one.differences if each.measure == "right_outcome")
        for one in found.beside_first.values()
    ]
    assert refused[1:] == expected and expected[1] == "+0.333 (p 1)", "only the whole refuses what has no answer"
    assert "Comparison with bm25" in (tmp_path / "report.html").read_text()
    assert json.loads((save / "summary.json").read_text())["beside_first"]["full"]["old"] == "bm25"
    alone = evaluated(hashing_settings, small_set, systems=["full"])
    assert alone.beside_first == {} and "Less" not in printed(alone)


def test_a_summary_is_of_every_run_in_its_folder_and_of_one_set(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    save = tmp_path / "kept"
    evaluated(hashing_settings, small_set, systems=["dense"], save=save)
    found = evaluated(hashing_settings, small_set, systems=["bm25"], save=save)
    assert list(found.runs) == ["bm25"]
    summary = json.loads((save / "summary.json").read_text())["systems"]
    assert summary.keys() == {"dense", "bm25"}
    assert summary["dense"]["figures"]["questions"] == 3
    with pytest.raises(
        ChapterError, match=r"holds a run of bm25 over other questions \(3 of 'small' then, 2 of 'small' as it is now\)"
    ):
        evaluated(hashing_settings, small_set, systems=["fusion"], limit=2, save=save)
    assert not (save / "fusion").exists()


def test_an_evaluation_is_compared_with_an_earlier_one(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    save = tmp_path / "kept"
    evaluated(hashing_settings, small_set, systems=["bm25", "full"], save=save)
    found = evaluated(hashing_settings, small_set, systems=["bm25"], compare_with=save)
    assert [each.mean for each in found.comparisons["bm25"].differences] == [0] * len(
        found.comparisons["bm25"].differences
    )
    assert "bm25 less the earlier bm25" in printed(found)
    assert "Won: none" in printed(found)
    with pytest.raises(ChapterError, match=r"holds no run of 'dense' but of bm25, full\. Name one of them: --compare"):
        evaluated(hashing_settings, small_set, systems=["dense"], compare_with=save)
    assert (
        evaluated(hashing_settings, small_set, systems=["dense"], compare_with=save / "bm25").comparisons["dense"].old
        == "bm25"
    )
    with pytest.raises(ChapterError, match=r"There is no run in .*nowhere"):
        evaluated(hashing_settings, small_set, compare_with=tmp_path / "nowhere")


def test_a_comparison_that_cannot_be_is_refused_before_anything_is_loaded(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    evaluated(hashing_settings, small_set, systems=["bm25"], save=tmp_path / "kept")
    nowhere: dict[str, Any] = {"index": tmp_path / "no-index", "compare_with": tmp_path / "kept", "systems": ["bm25"]}
    with pytest.raises(ChapterError, match="over different questions"):
        evaluated(hashing_settings, small_set, limit=2, **nowhere)
    questions = small_set / "questions.jsonl"
    questions.write_text(questions.read_text().replace("How was Ludlow rated?", "What is Ludlow?"))
    with pytest.raises(ChapterError, match="1 of 3 have the same id but other words, such as 'q1'"):
        evaluated(hashing_settings, small_set, **nowhere)


def test_a_wrong_system_and_a_set_without_documents_say_what_to_do(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    with pytest.raises(ChapterError, match=r"There is no system 'magic'\. Choose from bm25, .*full, or all"):
        evaluated(hashing_settings, small_set, systems=["magic"])
    (small_set / "documents").rename(tmp_path / "papers")
    with pytest.raises(ChapterError, match=r"brings no documents\. Name the index to ask with --index DIR"):
        evaluated(hashing_settings, small_set)


def test_a_report_looks_further_down_for_what_was_missed(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    evaluated(hashing_settings, small_set, systems=["dense"], k=1, report=tmp_path / "report.html")
    swapped = (
        (small_set / "questions.jsonl")
        .read_text()
        .replace("How was Ludlow rated?", "Where was the service in Ross outstanding?")
    )
    (small_set / "questions.jsonl").write_text(swapped)
    evaluated(hashing_settings, small_set, systems=["dense"], k=1, report=tmp_path / "report.html")
    assert "Asked for 100, the system gives the first that answers at rank" in (tmp_path / "report.html").read_text()
