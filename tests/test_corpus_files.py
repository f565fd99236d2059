"""Every file is found once, in the same order, and what cannot be read is named instead of stopping anything."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.files import FoundFiles, find_files


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")


def ids(found: FoundFiles) -> list[str]:
    return [file.id for file in found.files]


@contextmanager
def without_privileges() -> Iterator[None]:
    """Root may read everything, so its tests of what may not be read run as nobody."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every account may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for path in folder.rglob("*"):
            path.chmod(0o755)


def test_ids_are_paths_below_the_folder_sorted_and_hidden_ones_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/b/c.html", ".hidden.txt", ".git/config.txt", "a/.cache/x.txt", "A.txt")
    found = find_files([tmp_path])
    assert ids(found) == ["A.txt", "a/b/c.html", "a/z.md", "b.txt"]
    assert [file.path for file in found.files] == [tmp_path / file_id for file_id in ids(found)]
    assert found.errors == found.skipped == ()


def test_a_single_file_is_called_by_its_name_and_paths_keep_their_order(tmp_path: Path) -> None:
    write(tmp_path, "one/report.pdf", "two/a.txt")
    assert ids(find_files([tmp_path / "two", tmp_path / "one" / "report.pdf"])) == ["a.txt", "report.pdf"]


def test_pictures_and_spreadsheets_are_skipped_with_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, "photo.GIF", "budget.xls", "old.doc", "read.txt", "README", "notes.unknown")
    found = find_files([tmp_path])
    assert ids(found) == ["README", "notes.unknown", "read.txt"]
    assert [error.where for error in found.skipped] == ["budget.xls", "old.doc", "photo.GIF"]
    assert "Save it as .docx or .pdf" in found.skipped[1].reason
    assert "text recognition" in found.skipped[2].reason


def test_a_pdf_is_read_under_any_name_and_a_page_called_a_table_is_not(tmp_path: Path) -> None:
    (tmp_path / "scan.doc").write_bytes(b"\r\n%PDF-1.7\n")
    (tmp_path / "late.doc").write_bytes(b" " * 1024 + b"%PDF-1.7\n")
    (tmp_path / "table.xls").write_bytes(b"<html><body><table></table></body></html>")
    found = find_files([tmp_path])
    assert ids(found) == ["scan.doc"]
    assert [error.where for error in found.skipped] == ["late.doc", "table.xls"]


def test_rich_text_is_read_under_any_name_that_programs_give_it(tmp_path: Path) -> None:
    for name in ("policy.doc", "table.xls", "old.dot"):
        (tmp_path / name).write_bytes(rb"{\rtf1\ansi Streets are named by the council.\par}")
    assert ids(find_files([tmp_path])) == ["old.dot", "policy.doc", "table.xls"]


def test_the_folder_to_leave_out_is_passed_over_wherever_it_is_met(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "index/b.txt", "index2/c.txt")
    (tmp_path / "linked").symlink_to(tmp_path / "index")
    assert ids(find_files([tmp_path], leave_out=tmp_path / "index")) == ["a.txt", "index2/c.txt"]
    assert ids(find_files([tmp_path / "index"], leave_out=tmp_path / "gone")) == ["b.txt"]


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    found = find_files([tmp_path, tmp_path / "a.txt"])
    assert (ids(found), found.errors) == (["a.txt"], ())


def test_a_name_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "docs/line\nend.txt")
    (error,) = find_files([tmp_path]).errors
    assert (error.where, "Rename it" in error.reason) == (r"'docs/line\nend.txt'", True)


def test_the_same_id_twice_names_both_files(tmp_path: Path) -> None:
    write(tmp_path, "one/a.txt", "two/a.txt")
    found = find_files([tmp_path / "one", tmp_path / "two"])
    assert ids(found) == ["a.txt"]
    (error,) = found.errors
    assert error.where == str(tmp_path / "two" / "a.txt")
    assert str(tmp_path / "one" / "a.txt") in error.reason


def test_a_missing_path_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    found = find_files([tmp_path / "nowhere", tmp_path, Path("odd\0name")])
    assert ids(found) == ["a.txt"]
    assert found.errors[0].where == str(tmp_path / "nowhere")
    assert "no such file or folder" in found.errors[0].reason
    assert "NUL" in found.errors[1].reason


def test_linked_folders_are_followed_but_a_loop_is_a_fault(tmp_path: Path) -> None:
    write(tmp_path, "docs/a.txt", "elsewhere/b.txt")
    (tmp_path / "docs" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "docs" / "loop").symlink_to(tmp_path / "docs")
    (tmp_path / "docs" / "self").symlink_to("self")
    (tmp_path / "docs" / "gone.txt").symlink_to("missing.txt")
    found = find_files([tmp_path / "docs"])
    assert ids(found) == ["a.txt", "linked/b.txt"]
    reasons = {error.where: error.reason for error in found.errors}
    assert reasons.keys() == {"gone.txt", "loop", "self"}
    assert str(tmp_path / "docs") in reasons["loop"]
    assert "missing.txt" in reasons["gone.txt"]
    assert "circle" in reasons["self"]


def test_pipes_sockets_and_devices_are_named_and_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        found = find_files([tmp_path, Path("/dev/null")])
    assert found.files == ()
    assert [error.where for error in found.errors] == ["pipe.txt", "socket.txt", "/dev/null"]
    assert all("not a file" in error.reason for error in found.errors)


def test_what_may_not_be_opened_is_named_and_the_rest_is_found(open_folder: Path) -> None:
    write(open_folder, "locked/a.txt", "secret.txt", "plain.txt")
    (open_folder / "locked").chmod(0)
    (open_folder / "secret.txt").chmod(0)
    with without_privileges():
        found = find_files([open_folder])
    assert ids(found) == ["plain.txt"]
    assert [error.where for error in found.errors] == ["locked", "secret.txt"]
    assert all("permission" in error.reason for error in found.errors)


def test_folders_nested_beyond_reason_are_a_fault(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 120)
    deep.mkdir(parents=True)
    write(deep, "a.txt")
    (error,) = find_files([tmp_path]).errors
    assert "100 folders deep" in error.reason


LITTER = (
    "~$minutes.docx",
    ".~lock.minutes.odt#",
    "~WRL0003.tmp",
    "minutes.txt~",
    "#minutes.txt#",
    "Thumbs.db",
    "desktop.ini",
    ".DS_Store",
    "__MACOSX/._minutes.docx",
    "__MACOSX/minutes.docx",
    "$RECYCLE.BIN/a.txt",
    "@eaDir/a.txt",
    "minutes.pdf:Zone.Identifier",
    "agenda.pdf.crdownload",
    "Icon\r",
)


def test_what_other_programs_leave_is_passed_over_without_a_word(tmp_path: Path) -> None:
    write(tmp_path, "minutes.txt", *LITTER, *(f"sub/{name}" for name in LITTER))
    found = find_files([tmp_path])
    assert ids(found) == ["minutes.txt"]
    assert found.errors == found.skipped == ()
    assert find_files([tmp_path / "~$minutes.docx"]).files == ()


def test_files_of_many_documents_may_have_the_same_name(tmp_path: Path) -> None:
    write(tmp_path, "one/set.jsonl", "two/set.jsonl", "three/two/set.jsonl", "two/deep/all.json", "one/deep/all.json")
    given = [tmp_path / folder / "set.jsonl" for folder in ("one", "two", "three/two")]
    assert ids(find_files(given)) == ["set.jsonl", "two/set.jsonl", "three/two/set.jsonl"]
    assert [file.path for file in find_files(given).files] == given
    found = find_files([tmp_path / "one", tmp_path / "two", tmp_path / "two"])
    assert ids(found) == ["deep/all.json", "set.jsonl", "two/deep/all.json", "two/set.jsonl"]
    assert found.errors == ()
    assert ids(find_files([tmp_path]))[:2] == ["one/deep/all.json", "one/set.jsonl"]


def test_compressed_files_of_many_documents_may_have_the_same_name_and_others_may_not(tmp_path: Path) -> None:
    write(tmp_path, "one/set.jsonl.gz", "two/set.jsonl.gz", "one/a.txt.gz", "two/a.txt.gz", "one/b.mbox", "two/b.mbox")
    found = find_files([tmp_path / "one", tmp_path / "two"])
    assert ids(found) == ["a.txt.gz", "b.mbox", "set.jsonl.gz", "two/b.mbox", "two/set.jsonl.gz"]
    (error,) = found.errors
    assert "already that of" in error.reason and "a.txt.gz" in error.where
