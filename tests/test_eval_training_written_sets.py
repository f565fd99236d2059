"""Written files as question sets: gold words stand where the set says, each file is asked about its own documents."""

from __future__ import annotations

import zlib
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from eval.training.written_sets import WRITTEN_SET, examples_of_written, written_set
from qa.pipeline import load_assistant
from qa.settings import read_settings

MINUTES = """# Minutes | Wexley Parish Council | 3 May 2021
## Bins
The bin by the pond is emptied on Mondays. The new bin cost £90.
? when do they empty the pond bin
= Mondays
? who paid for the new bin
-
# Minutes | Wexley Parish Council | 7 June 2021
The bin by the school is emptied on Tuesdays.
The clerk is Ada Moor.
? who is clerk
= Ada Moor
= The clerk is Ada Moor
"""
HALLS = """# Halls | Wexley Trust | 2020
## Hire
The hall costs £9 an hour.
? what does the hall cost
= £9 an hour
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files that the reader is not trained on, and one that it is."""
    held = [name for name in map(str, range(400)) if zlib.crc32(name.encode()) % 12 == 0][:2]
    trained = next(name for name in map(str, range(400)) if zlib.crc32(name.encode()) % 12)
    for name, text in zip((*held, trained), (MINUTES, HALLS, HALLS), strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_gold_words_stand_in_the_documents_that_the_set_brings(tmp_path: Path) -> None:
    path = tmp_path / "wexley.txt"
    path.write_text(MINUTES, encoding="utf-8")
    dataset = written_set(path)
    assert dataset.name == "written-wexley"
    assert list(dataset.articles) == ["Minutes", "Minutes, Wexley Parish Council | 7 June 2021"], "names are told apart"
    assert dataset.articles["Minutes"].startswith("## Bins\n\nThe bin by the pond")
    assert [one.answerable for one in dataset.questions] == [True, False, True]
    for question in dataset.questions:
        for span in question.gold:
            assert dataset.articles[span.document_id][span.start : span.end] == span.text
    assert [span.text for span in dataset.questions[2].gold] == ["Ada Moor", "The clerk is Ada Moor"]
    assert dataset.questions[2].gold[0].part == dataset.questions[2].gold[1].part, "one of them is enough"


def test_each_file_is_asked_about_its_own_documents(
    folder: Path, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QA_MODELS", str(models))
    monkeypatch.setenv("QA_INDEX", str(tmp_path / "var" / "index"))
    assistant = load_assistant(read_settings())
    found = examples_of_written(folder, assistant, 100, Console(quiet=True), date(2026, 1, 1))
    assert {one.dataset for one in found} == {WRITTEN_SET} and len(found) == 4
    assert len({one.group for one in found}) == 2, "questions of one file are held out together"
    for one in found:
        assert one.hits.any() == one.question.answerable
        hall = "hall" in one.question.text
        assert all(("hall" in passage.text) == hall for passage in one.candidates.passages)
    assert len(examples_of_written(folder, assistant, 2, Console(quiet=True), date(2026, 1, 1))) == 2
