"""What `qa eval` prints."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

from typer.testing import CliRunner

from cli.evaluate import MOST_CHANGED_SHOWN
from cli.main import app
from eval.measures import measures_shown
from eval.run_folder import RunLayout
from qa.settings import Settings
from tests.eval_cases import evaluated, printed


def test_the_figures_of_all_systems_and_the_slices_of_the_last_are_printed(
    small_set: Path, hashing_settings: Settings
) -> None:
    text = printed(evaluated(hashing_settings, small_set, systems=["all"]))
    assert "small: 3 questions, 1 of them without an answer, over 3 documents" in text
    for shown in (
        "passages: hit@1",
        "1.000 [0.342, 1.000]",
        "refusing: refused of unanswerable",
        "calibration: ECE",
        "full, by slice",
        "where",
    ):
        assert shown in text
    for measure in measures_shown("printed"):
        assert (measure.title in text) == (measure.name != "right_of_the_sure"), "no answer of so small a set is sure"


def test_what_a_measure_lacks_is_left_out(small_set: Path, hashing_settings: Settings) -> None:
    text = printed(evaluated(hashing_settings, small_set, systems=["bm25"]))
    assert "calibration: ECE" not in text and "quotes: F1" not in text


def test_files_that_cannot_be_read_and_what_a_reader_must_know_are_noted(
    small_set: Path, hashing_settings: Settings
) -> None:
    (small_set / "documents" / "empty.pdf").write_bytes(b"%PDF-1.7\nno more")
    text = printed(evaluated(hashing_settings, small_set, systems=["bm25"]))
    assert "Not indexed: empty.pdf: " in text
    found = replace(evaluated(hashing_settings, small_set, systems=["bm25"]), notes=("Take care.",))
    assert "Note: Take care." in printed(found)


def test_answers_are_said_to_be_the_same(tmp_path: Path, small_set: Path, hashing_settings: Settings) -> None:
    save = tmp_path / "kept"
    evaluated(hashing_settings, small_set, save=save)
    text = printed(evaluated(hashing_settings, small_set, compare_with=save))
    assert (
        "The same answer to 3 of 3 questions (ranking 3, quote 3, confidence 3, outcome 3)." in text
        and "Answered otherwise" not in text
    )


def test_every_answer_that_differs_is_listed_with_what_was_and_what_is(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    save = tmp_path / "kept"
    evaluated(hashing_settings, small_set, save=save)
    layout = RunLayout(save / "full")
    first, *others = [json.loads(line) for line in layout.results.read_text().splitlines()]
    confidence = first["confidence"]
    first |= {"confidence": 0.0421, "quote": None, "status": "abstained", "reason": "nothing_relevant"}
    layout.results.write_text("".join(json.dumps(line) + "\n" for line in (first, *others)))
    found = evaluated(hashing_settings, small_set, compare_with=save, save=tmp_path / "new")
    text = printed(found)
    assert "The same answer to 2 of 3 questions (ranking 3, quote 2, confidence 2, outcome 2)." in text
    listed = text.partition("Answered otherwise")[2]
    for shown in (
        "How was Ludlow rated?",
        "none",
        "'The service in Ludlow was rated good.' at",
        "0.0421",
        f"{confidence:.4f}",
        "abstained: nothing_relevant",
    ):
        assert shown in " ".join(listed.split())
    assert "ranking" not in listed and "q2" not in listed
    kept = json.loads((tmp_path / "new" / "summary.json").read_text())["comparisons"]["full"]["agreement"]
    assert kept["same"] == {"ranking": 3, "quote": 2, "confidence": 2, "outcome": 2}
    assert kept["changed"] == json.loads(
        json.dumps([asdict(answer) for answer in found.comparisons["full"].agreement.changed])
    )
    (answer,) = kept["changed"]
    assert (answer["question_id"], answer["question"]) == ("q1", "How was Ludlow rated?")
    assert answer["changes"][-1] == {
        "aspect": "outcome",
        "before": "abstained: nothing_relevant",
        "now": "answered",
    }


def test_twenty_answers_that_differ_are_printed_and_all_are_kept(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    asked = [{"id": f"q{place:02}", "question": f"Who is {place}?", "answerable": False} for place in range(25)]
    (small_set / "questions.jsonl").write_text("".join(json.dumps(line) + "\n" for line in asked))
    save = tmp_path / "kept"
    evaluated(hashing_settings, small_set, save=save)
    layout = RunLayout(save / "full")
    lines = [json.loads(line) | {"confidence": 0.9999} for line in layout.results.read_text().splitlines()]
    layout.results.write_text("".join(json.dumps(line) + "\n" for line in lines))
    text = printed(evaluated(hashing_settings, small_set, compare_with=save, save=tmp_path / "new"))
    assert f"Answered otherwise (the first {MOST_CHANGED_SHOWN} of 25)" in text
    assert "Who is 19?" in text and "Who is 20?" not in text
    kept = json.loads((tmp_path / "new" / "summary.json").read_text())["comparisons"]["full"]["agreement"]
    assert len(kept["changed"]) == 25


def test_a_run_saved_before_answers_were_compared_is_still_compared_with(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    save = tmp_path / "kept"
    found = evaluated(hashing_settings, small_set, save=save)
    made = found.runs["full"]
    old = tmp_path / "old" / "full"
    old.mkdir(parents=True)
    for path in (save / "full").iterdir():
        (old / path.name).write_bytes(path.read_bytes())
    retrieved = made.results[0].retrieved[0]
    line = (
        '{"question_id": "q1", "retrieved": [{"document_id": "Ludlow.txt", "start": START, "end": END, "text": "x", '
        '"score": -4.25, "parts": {"lexical": 1.5, "dense": 0.5, "combined": -4.25, "reranker": 0.25}}], '
        '"status": "answered", "reason": null, "confidence": 0.125, "quote": {"document_id": "Ludlow.txt", '
        '"start": 8, "end": 12, "text": "The ", "part": ""}, "seconds": 0.5}\n'
    )
    line = line.replace("START", str(retrieved.start)).replace("END", str(retrieved.end))
    rest = RunLayout(old).results.read_text().splitlines(keepends=True)[1:]
    RunLayout(old).results.write_text(line + "".join(rest))
    comparison = evaluated(hashing_settings, small_set, compare_with=tmp_path / "old").comparisons["full"]
    (changed,) = comparison.agreement.changed
    assert changed.question_id == "q1"
    assert {change.aspect for change in changed.changes} >= {"quote", "confidence"}
    assert comparison.agreement.same["outcome"] == 3


def test_what_is_printed_can_be_written_as_markdown(tmp_path: Path, small_set: Path) -> None:
    results = tmp_path / "results" / "small.md"
    environment = {
        "QA_INDEX": str(tmp_path / "index"),
        "QA_ENCODER": "hashing",
        "QA_RERANKER": "none",
    }
    done = CliRunner().invoke(
        app, ["eval", str(small_set), "--system", "bm25", "--results", str(results)], env=environment
    )
    assert done.exit_code == 0, (done.output, done.exception)
    text = results.read_text(encoding="utf-8")
    assert text.startswith("# small\n\n```sh\nqa ")
    assert "| passages: hit@1 | 1.000 [0.342, 1.000] |" in text
    assert "3 questions, 1 of them without an answer" in text
