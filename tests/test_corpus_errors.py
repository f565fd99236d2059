"""Errors are told apart by what a person can do about them."""

from __future__ import annotations

import re
from pathlib import Path

from corpus import errors
from corpus.errors import ChapterError, ReadError, ReadWarning, UnreadableFile


def test_the_tree_of_errors_names_classes_that_exist(repo_root: Path) -> None:
    tree = (errors.__doc__ or "").split("ChapterError\n")[1]
    for line in tree.strip().splitlines():
        place, names = re.split(r"\s{2,}", line.strip(), maxsplit=1)
        if place == UnreadableFile.__name__:
            continue
        path = repo_root / place.replace(".", "/")
        files = [path.with_suffix(".py")] if path.with_suffix(".py").is_file() else sorted(path.rglob("*.py"))
        source = "".join(file.read_text(encoding="utf-8") for file in files)
        for name in names.split(", "):
            assert re.search(rf"^class {name}\(", source, re.M), f"{place} has no {name}"


def test_an_unreadable_file_is_an_error_that_a_user_can_act_on() -> None:
    assert issubclass(UnreadableFile, ChapterError)


def test_a_warning_is_no_error_and_an_error_says_whether_there_was_nothing() -> None:
    assert not isinstance(ReadWarning("a.pdf", "One page is blank."), ReadError)
    assert not ReadError("a.pdf", "It is damaged.").empty
