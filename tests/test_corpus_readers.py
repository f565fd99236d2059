"""A format is declared in its reader's module and nowhere else; everything that knows of formats asks there."""

from __future__ import annotations

import ast
import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.readers import FORMAT_OF_SUFFIX, FORMATS, SHARED_LIBRARIES, by_suffix, holds_many, reading_libraries

RICH_TEXT = """
from corpus.assembly import SourceBlock, assemble
from corpus.document import Document
from corpus.formats import Confidence, Format


def read(file_id, data, sha256):
    assembled = assemble([SourceBlock(data.decode()[6:-1])])
    told = (None, None, None, FORMAT.media_type, sha256, ())
    yield Document(file_id, "Rich", assembled.text, *told, assembled.blocks)


def sniff(sample):
    return Confidence.CERTAIN if sample.data.startswith(b"{\\\\rtf") else Confidence.NO


FORMAT = Format("rtf", "a rich text file", (".rtf", ".rich"), "application/rtf", ("rich",), sniff, read)
"""
USE_IT = """
import json, sys
from pathlib import Path
from corpus.errors import UnreadableFile
from corpus.files import find_files
from corpus.kind import format_of
from corpus.readers import reading_libraries
from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import open_snapshot

papers = Path("papers")
said = []
for name in ("letter.pdf", "letter.txt"):
    try:
        format_of(name, b"{\\\\rtf1 Hello}")
    except UnreadableFile as error:
        said.append(str(error))
build([papers], Path("index_folder"), HashingEncoder())
snapshot = open_snapshot(Path("index_folder"), HashingEncoder())
print(json.dumps({
    "files": [file.id for file in find_files([papers]).files],
    "skipped": [file.where for file in find_files([papers]).skipped],
    "kind": format_of("letter", b"{\\\\rtf1 Hello}").kind,
    "said": said,
    "libraries": reading_libraries(),
    "documents": [[document.id, document.text, document.media_type]
                  for document in snapshot.document_store.documents()],
}))
"""


def imported(path: Path) -> set[str]:
    """The modules that a module imports, or imports names from."""
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def third_party(path: Path) -> set[str]:
    """The distributions whose packages a module imports, of those that are not this project's."""
    offered = importlib.metadata.packages_distributions()
    names = {name.partition(".")[0] for name in imported(path)}
    return {canonical(offered[name][0]) for name in names - sys.stdlib_module_names - {"corpus"}}


def canonical(distribution: str) -> str:
    return re.sub("[-_.]+", "-", distribution).lower()


def test_every_module_of_the_readers_declares_a_format_and_their_order_is_that_of_the_names(repo_root: Path) -> None:
    modules = sorted(path.stem for path in (repo_root / "corpus" / "readers").glob("*.py") if path.stem != "__init__")
    assert [declared.kind for declared in FORMATS] == modules


def test_suffixes_are_in_lower_case_with_their_full_stop_and_lead_to_their_format() -> None:
    for declared in FORMATS:
        for suffix in declared.suffixes:
            assert re.fullmatch(r"\.[a-z]+", suffix)
            assert FORMAT_OF_SUFFIX[suffix] is declared
    assert len(FORMAT_OF_SUFFIX) == sum(len(declared.suffixes) for declared in FORMATS)


def test_two_formats_with_the_same_kind_media_type_or_suffix_are_refused() -> None:
    first = FORMATS[0]
    other = replace(first, kind="other", media_type="text/other", suffixes=(".other",))
    assert by_suffix([first, other])[".other"] is other
    with pytest.raises(ValueError, match="same kind"):
        by_suffix([first, replace(other, kind=first.kind)])
    with pytest.raises(ValueError, match="same media_type"):
        by_suffix([first, replace(other, media_type=first.media_type)])
    with pytest.raises(ValueError, match=rf"\{first.suffixes[0]} is a suffix of both {first.kind} and other"):
        by_suffix([first, replace(other, suffixes=first.suffixes)])


def test_a_reader_s_own_libraries_are_declared(repo_root: Path) -> None:
    for declared in FORMATS:
        used = third_party(repo_root / "corpus" / "readers" / f"{declared.kind}.py")
        assert used <= {canonical(name) for name in declared.libraries}, declared.kind


def test_the_reading_libraries_are_all_that_reading_imports_anywhere(repo_root: Path) -> None:
    readers = repo_root / "corpus" / "readers"
    waiting = [repo_root / "corpus" / "reading.py", repo_root / "corpus" / "splitting.py", *readers.glob("*.py")]
    modules = set[Path]()
    while waiting:
        path = waiting.pop()
        if path.is_file() and path not in modules:
            modules.add(path)
            waiting += [repo_root.joinpath(*name.split(".")).with_suffix(".py") for name in imported(path)]
    used = {name for path in modules for name in third_party(path)}
    assert {canonical(name) for name in reading_libraries()} == used
    assert set(SHARED_LIBRARIES) <= set(reading_libraries())
    assert list(reading_libraries()) == sorted(set(reading_libraries()))


def test_json_mails_and_mailboxes_hold_many_documents() -> None:
    assert [declared.kind for declared in FORMATS if holds_many(declared.media_type)] == [
        "email",
        "json",
        "jsonl",
        "mbox",
        "msg",
    ]
    assert not holds_many("image/png")


def test_a_new_format_is_one_file(repo_root: Path, tmp_path: Path) -> None:
    shutil.copytree(repo_root / "corpus", tmp_path / "corpus", ignore=shutil.ignore_patterns("__pycache__", "samples"))
    (tmp_path / "corpus" / "readers" / "rtf.py").write_text(RICH_TEXT, encoding="utf-8")
    (tmp_path / "papers").mkdir()
    for name in ("a.rtf", "b.RICH", "c"):
        (tmp_path / "papers" / name).write_bytes(b"{\\rtf1 Letter " + name.encode() + b"}")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(repo_root)])}
    run = subprocess.run(
        [sys.executable, "-c", USE_IT], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout)
    assert (seen["files"], seen["skipped"], seen["kind"]) == (["a.rtf", "b.RICH", "c"], [], "rtf")
    assert "It holds a rich text file, not a PDF" in seen["said"][0] and "end in .rtf" in seen["said"][0]
    assert "not plain text as its suffix .txt says" in seen["said"][1]
    assert "rich" in seen["libraries"]
    assert sorted(seen["documents"]) == [
        [name, f"Letter {name}", "application/rtf"] for name in ("a.rtf", "b.RICH", "c")
    ]
