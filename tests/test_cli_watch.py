"""`qa watch` as a user meets it: questions added, asked of two builds, and what has changed between them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from qa.watching.feed import NAMESPACE
from tests.test_cli_main import qa

FEE = "What does a day in the hall cost?"
ANSWERING = {"QA_ANSWER_CONFIDENCE": "0"}


def build(folder: Path, fee: str) -> None:
    (folder / "papers").mkdir(exist_ok=True)
    (folder / "papers" / "hall.txt").write_text(f"The hall\n\nA day in the hall costs {fee}.\n", encoding="utf-8")
    assert qa("build", "papers", cwd=folder).returncode == 0


def test_questions_are_added_asked_of_two_builds_and_removed(tmp_path: Path) -> None:
    build(tmp_path, "£45")
    assert "No question is watched yet" in qa("watch", "list", cwd=tmp_path).stdout
    added = qa("watch", "add", FEE, cwd=tmp_path)
    assert added.returncode == 0 and added.stdout.startswith("Watching 1 question, kept in var/index.watched.json")
    assert "not asked yet" in qa("watch", "list", cwd=tmp_path).stdout
    again = qa("watch", "add", f" {FEE} ", cwd=tmp_path)
    assert again.returncode == 1 and "is watched already" in again.stderr

    first = qa("watch", "run", cwd=tmp_path, **ANSWERING)
    assert first.stdout.startswith("This is the first run: 1 question asked") and "£45" in first.stdout
    build(tmp_path, "£52")
    second = qa("watch", "run", "--atom", "feeds/changes.xml", cwd=tmp_path, **ANSWERING)
    lines = second.stdout.splitlines()
    assert lines[0].startswith("1 question asked; 1 changed since snapshot ")
    assert lines[1:3] == [FEE, "  changed: value, quote"]
    assert lines[3].startswith("  before: “") and "£45" in lines[3] and "£52" in lines[4]
    feed = ElementTree.fromstring((tmp_path / "feeds" / "changes.xml").read_bytes())
    assert len(feed.findall(f"{{{NAMESPACE}}}entry")) == 1

    told = json.loads(qa("watch", "run", "--json", cwd=tmp_path, **ANSWERING).stdout)
    assert told["snapshot"] == told["since"] and told["questions"][0]["changed"] == []
    assert told["questions"][0]["now"]["value"] == "52"
    assert "£52" in qa("watch", "list", cwd=tmp_path).stdout
    assert qa("watch", "remove", FEE, cwd=tmp_path).stdout == "Watching 0 questions.\n"
    assert qa("watch", "remove", FEE, cwd=tmp_path).returncode == 1


def test_a_question_that_is_none_is_refused(tmp_path: Path) -> None:
    for question in ("  ", "why " * 300):
        refused = qa("watch", "add", question, cwd=tmp_path)
        assert refused.returncode == 2 and "at most 1000 characters" in refused.stderr
    assert not (tmp_path / "var").exists()
