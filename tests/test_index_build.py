"""Builds: reports, what is done again and what is not, and what survives."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Document, Passage
from corpus.errors import ChapterError
from index.build import BuildReport, build
from index.encoder import HashingEncoder
from index.errors import BuildLocked, SnapshotError
from index.passage_header import encoder_text
from index.snapshot import Layout, Snapshot, live_snapshot_id, open_snapshot

TEXT = "Published: 4 May 2021\n\nThe {0} service was inspected in spring. Inspectors found that {0} was good. Leaders know the {0} team well.\n"


class CountingEncoder(HashingEncoder):
    """The hashing encoder, keeping count of what it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        self.texts.extend(texts)
        return super().encode_passages(texts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("fostering", "adoption", "early-help"):
        (folder / f"{name}.txt").write_text(TEXT.format(name), encoding="utf-8")
    return folder


def python(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own that can import the rooms."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(
        command, cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=False, timeout=60
    )


def rebuild(folder: Path, index: Path) -> tuple[BuildReport, list[str]]:
    encoder = CountingEncoder()
    return build([folder], index, encoder), encoder.texts


def test_a_build_holds_every_document_and_says_so(folder: Path, tmp_path: Path) -> None:
    report, encoded = rebuild(folder, tmp_path / "index")
    assert (report.files, report.documents, report.failed, report.changed) == (3, 3, (), True)
    assert report.passages == report.encoded == len(encoded) >= 3
    snapshot = open_snapshot(tmp_path / "index", HashingEncoder())
    document = snapshot.document("fostering.txt")
    assert document is not None and document.published is not None and document.published.isoformat() == "2021-05-04"
    assert snapshot.manifest.snapshot_id == report.snapshot == live_snapshot_id(tmp_path / "index")


def test_a_second_build_encodes_nothing_and_keeps_the_snapshot(folder: Path, tmp_path: Path) -> None:
    first, _ = rebuild(folder, tmp_path / "index")
    second, encoded = rebuild(folder, tmp_path / "index")
    assert encoded == [] and second.changed is False and second.snapshot == first.snapshot
    assert second.passages == first.passages


def test_only_what_changed_is_encoded_and_what_is_deleted_leaves(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")
    (folder / "adoption.txt").write_text(TEXT.format("kinship"), encoding="utf-8")
    (folder / "early-help.txt").unlink()
    report, encoded = rebuild(folder, tmp_path / "index")
    assert encoded and all("kinship" in text for text in encoded)
    assert (report.documents, report.removed) == (2, 1)
    snapshot = open_snapshot(tmp_path / "index", HashingEncoder())
    assert snapshot.document("early-help.txt") is None
    rows = range(report.passages)
    for row, passage in zip(rows, snapshot.passages(list(rows)), strict=True):
        document = snapshot.document(passage.document_id)
        assert document is not None
        expected = HashingEncoder().encode_question(encoder_text(document, passage))
        assert snapshot.vectors.vectors(np.array([row]))[0] == pytest.approx(expected)


def test_a_renamed_file_is_not_encoded_again(folder: Path, tmp_path: Path) -> None:
    (folder / "notes.md").write_text(
        "---\ntitle: Notes on fostering\n---\nCarers met in May. They asked for more training.\n", encoding="utf-8"
    )
    rebuild(folder, tmp_path / "index")
    (folder / "notes.md").rename(folder / "minutes.md")
    report, encoded = rebuild(folder, tmp_path / "index")
    assert (encoded, report.removed) == ([], 1)
    assert open_snapshot(tmp_path / "index", HashingEncoder()).document("minutes.md") is not None


def test_the_index_itself_is_never_read_as_documents(folder: Path) -> None:
    first, _ = rebuild(folder, folder / "var" / "index")
    second, _ = rebuild(folder, folder / "var" / "index")
    assert (first.files, second.files, second.changed, second.failed) == (3, 3, False, ())


def test_a_jsonl_with_its_own_name_as_an_id_keeps_all_its_documents(tmp_path: Path) -> None:
    lines = [{"id": "set.jsonl", "text": "One text."}, {"id": "two", "text": "Another text."}]
    (tmp_path / "set.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    for _ in range(2):
        assert build([tmp_path / "set.jsonl"], tmp_path / "index", HashingEncoder()).documents == 2


def test_half_a_character_in_a_title_spoils_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "odd.md").write_text('---\ntitle: "Half \\ud800 a pair"\n---\nThe meeting was short.\n', encoding="utf-8")
    (folder / "odd.eml").write_bytes(
        b"From: J\xf6rg <j@example.org>\nSubject: Rota\nDate: Mon, 3 May 2021 10:00:00 +0000\n\nThe rota is ready.\n"
    )
    report, _ = rebuild(folder, tmp_path / "index")
    assert (report.documents, report.failed) == (5, ())


def test_a_full_disk_ends_in_a_sentence_and_harms_nothing(folder: Path, tmp_path: Path) -> None:
    before, _ = rebuild(folder, tmp_path / "index")
    for number in range(300):
        (folder / f"more-{number}.txt").write_text(TEXT.format(f"item{number}") * 9, encoding="utf-8")
    script = (
        "import resource, signal, sys; from pathlib import Path; from corpus.errors import ChapterError\n"
        "from index.build import build; from index.encoder import HashingEncoder\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)\n"
        "try:\n    build([Path(sys.argv[1])], Path(sys.argv[2]), HashingEncoder())\n"
        "except ChapterError as error:\n    print(error)\n"
    )
    for most in (20_000, 300_000, 700_000):
        ended = python(script, folder, tmp_path / "index", most)
        assert ended.returncode == 0 and "cannot be written" in ended.stdout, (most, ended)
        assert live_snapshot_id(tmp_path / "index") == before.snapshot
        open_snapshot(tmp_path / "index", HashingEncoder()).close()


def test_the_same_files_give_the_same_snapshot_wherever_it_is_built(folder: Path, tmp_path: Path) -> None:
    assert rebuild(folder, tmp_path / "one")[0].snapshot == rebuild(folder, tmp_path / "two")[0].snapshot


def test_a_broken_file_is_named_and_the_rest_is_built(folder: Path, tmp_path: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really")
    (folder / "nothing.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    report, _ = rebuild(folder, tmp_path / "index")
    assert [fault.where for fault in report.failed] == ["broken.pdf"] and report.failed[0].reason
    assert [fault.where for fault in report.empty] == ["nothing.txt"]
    assert [fault.where for fault in report.skipped] == ["picture.png"]
    assert report.documents == 3


def test_what_was_noticed_about_a_file_that_was_read_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").write_text(
        '{"id": "a", "text": "One text.", "published": "2999-13-45"}\n', encoding="utf-8"
    )
    report = build([tmp_path / "set.jsonl"], tmp_path / "index", HashingEncoder())
    assert (report.documents, report.failed) == (1, ())
    assert [warning.where for warning in report.warnings] == ["set.jsonl:1"] and "2999-13-45" in report.warnings[
        0
    ].reason


def test_when_nothing_can_be_read_the_earlier_index_stays(folder: Path, tmp_path: Path) -> None:
    before, _ = rebuild(folder, tmp_path / "index")
    with pytest.raises(ChapterError, match="no-such-folder"):
        build([tmp_path / "no-such-folder"], tmp_path / "index", HashingEncoder())
    assert live_snapshot_id(tmp_path / "index") == before.snapshot


def test_a_folder_that_turns_out_empty_does_not_empty_a_good_index(folder: Path, tmp_path: Path) -> None:
    before, _ = rebuild(folder, tmp_path / "index")
    (tmp_path / "unmounted").mkdir()
    with pytest.raises(ChapterError, match="no document"):
        build([tmp_path / "unmounted"], tmp_path / "index", HashingEncoder())
    assert live_snapshot_id(tmp_path / "index") == before.snapshot


def test_an_empty_folder_gives_an_empty_index(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    report, _ = rebuild(tmp_path / "papers", tmp_path / "index")
    assert (report.documents, report.passages) == (0, 0)
    assert open_snapshot(tmp_path / "index", HashingEncoder()).manifest.passages == 0


def test_a_repeated_id_is_refused_for_the_later_document(tmp_path: Path) -> None:
    lines = [{"id": "a", "title": "A", "text": "One text."}, {"id": "a", "title": "B", "text": "Another text."}]
    (tmp_path / "set.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    report = build([tmp_path / "set.jsonl"], tmp_path / "index", HashingEncoder())
    assert report.documents == 1 and len(report.failed) == 1 and "a" in report.failed[0].reason


def test_two_builds_at_once_are_not_allowed(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")
    script = (
        "import sys, time, filelock\n"
        "with filelock.FileLock(sys.argv[1]):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    lock = str(Layout(tmp_path / "index").lock)
    with subprocess.Popen(
        [sys.executable, "-c", script, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with pytest.raises(BuildLocked, match="Another build"):
            build([folder], tmp_path / "index", HashingEncoder())
        other.communicate("")


def test_an_interrupted_build_is_taken_up_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    class Interrupted(CountingEncoder):
        def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
            if self.texts:
                raise KeyboardInterrupt
            return super().encode_passages(texts)

    (folder / "long.txt").write_text(
        "\n\n".join(f"Paragraph {n} says a little about item {n}. " * 6 for n in range(1200)), encoding="utf-8"
    )
    first = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        build([folder], tmp_path / "index", first)
    second = CountingEncoder()
    report = build([folder], tmp_path / "index", second)
    assert not set(first.texts) & set(second.texts)
    assert report.passages == len(first.texts) + len(second.texts)
    whole = build([folder], tmp_path / "whole", HashingEncoder())
    assert whole.snapshot == report.snapshot
    rows = np.arange(report.passages)
    one, two = (open_snapshot(tmp_path / name, HashingEncoder()).vectors.vectors(rows) for name in ("index", "whole"))
    assert (one == two).all()


KILLED = """
import os, signal, sys
from pathlib import Path
from index.build import build
from index.encoder import HashingEncoder

papers, index, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
steps = 0


def watch(event, arguments):
    global steps
    if event in {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "shutil.rmtree", "sqlite3.connect"}:
        if any(index in str(argument) for argument in arguments):
            steps += 1
            if steps == last:
                os.kill(os.getpid(), signal.SIGKILL)


sys.addaudithook(watch)
build([papers], Path(index), HashingEncoder())
print(steps)
"""


def test_a_build_killed_at_any_step_leaves_the_earlier_or_the_new_snapshot(folder: Path, tmp_path: Path) -> None:
    earlier, _ = rebuild(folder, tmp_path / "earlier")
    for number in range(8):
        (folder / f"more-{number}.txt").write_text(TEXT.format(f"item{number}"), encoding="utf-8")
    shutil.copytree(tmp_path / "earlier", tmp_path / "counted")
    steps = int(python(KILLED, folder, tmp_path / "counted", 0).stdout)
    assert steps > 30
    later = live_snapshot_id(tmp_path / "counted")
    seen = set()
    for step in sorted({*range(1, steps, 4), *range(steps - 12, steps + 1)}):
        index = tmp_path / f"index-{step}"
        shutil.copytree(tmp_path / "earlier", index)
        assert python(KILLED, folder, index, step).returncode == -signal.SIGKILL
        found = open_snapshot(index, HashingEncoder())
        seen.add(found.manifest.snapshot_id)
        assert found.manifest.documents == (3 if found.manifest.snapshot_id == earlier.snapshot else 11)
        again = rebuild(folder, index)[0]
        assert again.snapshot == later, (step, again)
    assert seen == {earlier.snapshot, later}


def test_a_damaged_snapshot_is_refused_and_a_build_mends_it(folder: Path, tmp_path: Path) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    vectors = Layout(tmp_path / "index").snapshot(report.snapshot).vectors
    content = bytearray(vectors.read_bytes())
    content[-1] ^= 1
    vectors.write_bytes(content)
    with pytest.raises(SnapshotError, match=r"vectors\.faiss is changed.*qa build"):
        open_snapshot(tmp_path / "index", HashingEncoder())
    again, _ = rebuild(folder, tmp_path / "index")
    assert again.notes and open_snapshot(tmp_path / "index", HashingEncoder()).manifest.passages == report.passages


def test_words_that_were_changed_are_refused_and_a_build_mends_them_without_encoding(
    folder: Path, tmp_path: Path
) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    kept = Layout(tmp_path / "index").snapshot(report.snapshot).postings("text") / "words.npy"
    content = bytearray(kept.read_bytes())
    content[-1] ^= 1
    kept.write_bytes(content)
    with pytest.raises(SnapshotError, match=r"words\.npy is changed.*qa build"):
        open_snapshot(tmp_path / "index", HashingEncoder())
    again, encoded = rebuild(folder, tmp_path / "index")
    assert again.notes and encoded == []
    assert open_snapshot(tmp_path / "index", HashingEncoder()).manifest == open_snapshot(tmp_path / "index").manifest


@pytest.mark.parametrize(("earlier_format", "vectors_kept"), [(1, False), (2, True)])
def test_a_snapshot_of_an_earlier_format_is_refused_and_a_build_takes_its_vectors(
    folder: Path, tmp_path: Path, earlier_format: int, vectors_kept: bool
) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    manifest = Layout(tmp_path / "index").snapshot(report.snapshot).manifest
    written = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(written | {"format": earlier_format}), encoding="utf-8")
    with pytest.raises(SnapshotError, match=f"has format {earlier_format} .*qa build"):
        open_snapshot(tmp_path / "index", HashingEncoder())
    again, encoded = rebuild(folder, tmp_path / "index")
    assert (again.notes != (), encoded == []) == (True, vectors_kept)
    opened = open_snapshot(tmp_path / "index", HashingEncoder())
    expected = HashingEncoder().encode_passages([encoder_text(*each) for each in _passages(opened)])
    assert np.allclose(opened.vectors.vectors(np.arange(opened.manifest.passages)), expected, atol=1e-6)


def _passages(snapshot: Snapshot) -> list[tuple[Document, Passage]]:
    return [
        (document, passage)
        for document, _ in snapshot.store.documents()
        for passage in snapshot.store.passages_of(document.id)
    ]


def test_vectors_of_another_encoder_are_not_taken(folder: Path, tmp_path: Path) -> None:
    class Other(CountingEncoder):
        fingerprint = "other"

    first, _ = rebuild(folder, tmp_path / "index")
    other = Other()
    build([folder], tmp_path / "index", other)
    assert len(other.texts) == first.passages


def test_an_index_of_another_encoder_is_refused_with_what_to_do(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")

    class Other(HashingEncoder):
        name = "other"
        fingerprint = "other"

    with pytest.raises(SnapshotError, match="QA_ENCODER=hashing"):
        open_snapshot(tmp_path / "index", Other())


def test_no_index_yet_says_which_command_makes_one(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="qa build"):
        open_snapshot(tmp_path / "index")
