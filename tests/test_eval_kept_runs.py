"""Folders that hold runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ChapterError
from qa.settings import Settings
from tests.eval_cases import evaluated


def test_a_folder_of_other_things_is_no_place_for_runs(
    tmp_path: Path, small_set: Path, hashing_settings: Settings
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").touch()
    with pytest.raises(
        ChapterError, match=r"holds other files, such as dear\.txt, and no runs\. Choose a new folder for --save"
    ):
        evaluated(hashing_settings, small_set, systems=["bm25"], save=tmp_path / "letters")
    with pytest.raises(ChapterError, match="is a file, and --save needs a folder for runs"):
        evaluated(hashing_settings, small_set, systems=["bm25"], save=tmp_path / "letters" / "dear.txt")
    evaluated(hashing_settings, small_set, systems=["bm25"], save=tmp_path / "kept")
    with pytest.raises(ChapterError, match="is the folder of one run"):
        evaluated(hashing_settings, small_set, systems=["bm25"], save=tmp_path / "kept" / "bm25")
