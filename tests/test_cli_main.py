"""The command line as a user meets it: a real process, its output and its exit status."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import get_type_hints

import pytest

from cli.main import evaluate
from eval.systems import SYSTEMS

ONLY_FOR_ANSWERS = {"numpy", "faiss", "bm25s", "onnxruntime", "fastapi", "qa.query", "sqlite3"}
SETTINGS = {
    "QA_ENCODER": "hashing",
    "QA_RERANKER": "overlap",
    "QA_RERANKING_BUDGET_MS": "60000",
    "PYTHONPATH": str(Path(__file__).parents[1]),
}


def qa(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `qa` in a folder of its own with the models that need no download."""
    return subprocess.run(
        [sys.executable, "-m", "qa", *map(str, arguments)],
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if not name.startswith("QA_")}
        | SETTINGS
        | {"COLUMNS": "200"}
        | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    """A folder with an index of the sample documents in var/index."""
    folder = tmp_path_factory.mktemp("command_line")
    built = qa("build", repo_root / "corpus" / "samples", cwd=folder)
    assert built.returncode == 0, built.stderr
    return folder


def test_build_reports_what_it_did_and_a_second_one_that_nothing_changed(work: Path, repo_root: Path) -> None:
    again = qa("build", repo_root / "corpus" / "samples", cwd=work)
    assert again.returncode == 0 and again.stderr == ""
    assert "Failed    none" in again.stdout and "0 encoded" in again.stdout and "nothing had changed" in again.stdout


def test_files_and_lines_of_files_that_fail_are_counted_as_what_they_are(tmp_path: Path) -> None:
    lines = ('{"id": "one", "title": "One", "text": "The pool is open."}', "no JSON", "none here", '{"id": "two"}')
    (tmp_path / "papers.jsonl").write_text("\n".join(lines), encoding="utf-8")
    built = qa("build", "papers.jsonl", cwd=tmp_path).stdout
    assert "Files     1 found" in built and "Documents 1" in built
    assert re.search(r"^Failed    \d lines$", built, re.MULTILINE) and " file," not in built
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing else")
    both = qa("build", "papers.jsonl", "broken.pdf", cwd=tmp_path).stdout
    assert re.search(r"^Failed    1 file, \d lines$", both, re.MULTILINE)


def test_a_build_of_no_document_says_so_and_does_not_succeed(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    built = qa("build", "papers", cwd=tmp_path)
    assert built.returncode == 3
    assert built.stderr.strip() == "There is no document in papers: nothing can be asked yet."


def test_a_wrong_table_of_labels_ends_a_build_with_its_key_and_value(tmp_path: Path, repo_root: Path) -> None:
    table = tmp_path / "labels.toml"
    table.write_text('[[rules]]\nlabel = "ward"\nin = "tittle"\nwords = "Ward: <name>"\n', encoding="utf-8")
    built = qa("build", repo_root / "corpus" / "samples", cwd=tmp_path, QA_LABELS=str(table))
    assert built.returncode == 1 and built.stdout == ""
    assert "rule 1: in is 'tittle'; allowed are title, line, start, opening, ending." in built.stderr


ANSWERING = {"QA_ANSWER_CONFIDENCE": "0"}
REFUSING = {"QA_ANSWER_CONFIDENCE": "1"}


def test_ask_prints_a_quotation_with_its_source(work: Path) -> None:
    asked = qa("ask", "When was the service rated inadequate?", cwd=work, **ANSWERING)
    assert asked.returncode == 0
    assert asked.stdout.startswith("“") and "characters" in asked.stdout


def test_json_is_the_contract_of_ask(work: Path) -> None:
    answer = json.loads(
        qa("ask", "When was the service rated inadequate?", "--json", "-k", "3", cwd=work, **ANSWERING).stdout
    )
    assert list(answer)[:6] == ["question", "status", "reason", "confidence", "answer", "passages"]
    assert {"timeline", "conflicts", "index", "took_ms"} <= answer.keys()
    assert len(answer["passages"]) == 3
    passage = answer["passages"][0]
    assert {
        "rank",
        "passage_id",
        "text",
        "probability",
        "scores",
        "highlights",
        "citation",
        "dates",
        "also_in",
    } <= passage.keys()
    assert set(passage["citation"]) == {
        "document_id", "title", "source", "url", "published", "dated", "dated_basis", "labels", "page", "paragraph",
        "last_page", "last_paragraph", "start", "end", "sha256", "link", "recognised",
    }  # fmt: skip
    parts = {
        "quote", "document_id", "start", "end", "passage_rank", "sentence", "citation", "value", "support",
        "completeness", "parts", "counted",
    }  # fmt: skip
    assert set(answer["answer"]) == parts
    assert set(answer["answer"]["citation"]) == set(passage["citation"])
    assert set(answer["answer"]["sentence"]) == {"text", "start", "end"}


def test_a_question_without_an_answer_says_so_and_is_no_failure(work: Path) -> None:
    asked = qa("ask", "Which vaccines do airline pilots need?", cwd=work)
    assert asked.returncode == 0 and asked.stdout.startswith("No answer.")


def test_the_value_stands_under_the_quotation(work: Path) -> None:
    asked = qa(
        "ask",
        "Who was the lead inspector in 2018?",
        "--source",
        "Chapter and Verse samples: council news",
        cwd=work,
        **ANSWERING,
    ).stdout
    assert asked.splitlines()[0] == "“Pauline Higham was the lead inspector.”"
    assert "  Name: Pauline Higham" in asked.splitlines()


def test_a_mended_name_is_told_with_the_way_to_undo_it(work: Path) -> None:
    asked = qa("ask", "What was Heresfordshire told?", cwd=work)
    assert asked.stdout.startswith("You typed “Heresfordshire”; looked for “Herefordshire”. With --as-typed")
    undone = qa("ask", "What was Heresfordshire told?", "--as-typed", cwd=work, **REFUSING).stdout
    assert "looked for" not in undone
    assert (
        undone.startswith("No answer. The documents here do not mention Heresfordshire.")
        and "Herefordshire" in undone.splitlines()[0]
    )


def test_an_unknown_name_is_told_beside_an_answer_too(work: Path) -> None:
    asked = qa("ask", "What was Shropshire told?", cwd=work, **ANSWERING).stdout
    assert asked.startswith("“Shropshire” is in none of the documents.")


def test_explain_prints_each_stage(work: Path) -> None:
    asked = qa("ask", "What was Heresfordshire told in 1999?", "--explain", cwd=work).stdout
    for words in (
        "Question    What was Herefordshire told in 1999?",
        "Name        Herefordshire: ",
        "Time        1999: no document dated then",
        "passages through",
        "by words",
        "Reranker  Passage",
        "Decision    ",
        "its log odds: ",
        "Time        reading ",
    ):
        assert words in asked, words


def test_fast_reads_nothing_with_the_reranker(work: Path) -> None:
    assert "the reranker read none" in qa("ask", "What was Herefordshire told?", "--explain", "--fast", cwd=work).stdout


def test_expect_says_what_became_of_a_passage_and_what_stands_above_it(work: Path) -> None:
    asked = qa("ask", "When did the improvement board begin?", "--expect", "guides/timeline.txt:0-50", cwd=work).stdout
    assert "\nExpected    " in asked and "characters 0 to 50 of 'guides/timeline.txt'" in asked
    filtered = ("--source", "Nobody", "--expect", "guides/timeline.txt:0-50")
    assert "Expected    filtered. The filters leave out" in qa("ask", "When did it begin?", *filtered, cwd=work).stdout


def test_some_failed_files_give_exit_status_3_and_are_named(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "good.txt").write_text("The pool opens in May.\n", encoding="utf-8")
    (tmp_path / "papers" / "bad.pdf").write_bytes(b"%PDF-1.4 cut short")
    built = qa("build", "papers", cwd=tmp_path)
    assert built.returncode == 3 and "bad.pdf: " in built.stdout
    assert qa("ask", "pool opens", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["ask", ""], 2, "empty"),
        (["ask", "   "], 2, "empty"),
        (["ask", "x" * 1001], 2, "1000"),
        (["ask", "pool \udcff"], 2, "UTF-8"),
        (["ask", "pool", "-k", "0"], 2, "-k"),
        (["ask", "pool", "-k", "51"], 2, "50"),
        (["ask", "pool", "--from", "31-12-2020"], 2, "--from"),
        (["ask", "pool", "--from", "2021-01-02", "--to", "2021-01-01"], 2, "after"),
        (["ask", "pool", "--colour", "red"], 2, "--colour"),
        (["ask", "pool", "--expect", "pool.txt"], 2, "pool.txt:120-180"),
        (["ask", "pool", "--expect", "pool.txt:9-9"], 2, "--expect"),
        (["ask", "pool", "--expect", ":1-9"], 2, "--expect"),
        (["ask", "pool", "--expect", "\udcff:1-9"], 2, "UTF-8"),
        (["ask", "pool", "--index", "nowhere"], 1, "qa build"),
        (["build", "nowhere"], 1, "nowhere"),
        (["build"], 2, "PATH"),
        (["models", "pull", "no-such-model"], 1, "no-such-model"),
    ],
)
def test_mistakes_end_in_a_sentence_that_names_them(work: Path, arguments: list[str], status: int, words: str) -> None:
    result = qa(*arguments, cwd=work)
    assert result.returncode == status
    assert words in result.stderr and "Traceback" not in result.stderr


def test_a_misspelt_setting_is_named(work: Path) -> None:
    result = qa("ask", "pool", cwd=work, QA_PORTS="1")
    assert result.returncode == 1 and "QA_PORTS" in result.stderr and "QA_PORT" in result.stderr


def test_a_missing_model_says_how_to_fetch_it(work: Path) -> None:
    result = qa("ask", "pool", cwd=work, QA_ENCODER="all-MiniLM-L6-v2", QA_MODELS="nowhere")
    assert result.returncode == 1 and "qa models pull" in result.stderr


def test_an_index_of_another_encoder_is_refused(work: Path) -> None:
    result = qa("ask", "pool", cwd=work, QA_ENCODER="no-such-encoder")
    assert result.returncode == 1 and "no-such-encoder" in result.stderr


def test_output_cut_off_by_a_pipe_is_no_error(work: Path) -> None:
    command = f"{sys.executable} -m qa ask 'When was the service rated inadequate?' -k 9 | head -n 1"
    result = subprocess.run(
        ["bash", "-c", command], cwd=work, env=os.environ | SETTINGS, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0 and result.stderr == ""


def test_the_command_line_starts_without_what_only_an_answer_needs(repo_root: Path) -> None:
    program = "import sys, cli.main; print(*sys.modules, sep='\\n')"
    made = subprocess.run([sys.executable, "-c", program], cwd=repo_root, capture_output=True, text=True, check=True)
    assert "qa.request" in made.stdout.split()
    assert ONLY_FOR_ANSWERS.isdisjoint(made.stdout.split())


def test_the_help_of_an_evaluation_names_every_system() -> None:
    (option,) = get_type_hints(evaluate, include_extras=True)["system"].__metadata__
    named, _, _ = option.help.removeprefix("What answers: ").partition(", or all;")
    assert named.split(", ") == list(SYSTEMS)


def test_the_version_is_told(tmp_path: Path) -> None:
    told = qa("--version", cwd=tmp_path)
    assert (told.returncode, told.stdout) == (0, f"Chapter and Verse {version('chapter-and-verse')}\n")
