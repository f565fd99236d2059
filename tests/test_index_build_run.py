"""Builds: reports, what is done again and what is not, and what survives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import ChapterError
from corpus.splitting import PassageSize
from index.build import build
from index.encoder import HashingEncoder
from index.errors import BuildLocked
from index.snapshot import live_snapshot_id, open_snapshot
from index.snapshot.layout import Layout
from tests.builds import TEXT, python, rebuild, write_papers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


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


def test_when_nothing_can_be_read_the_earlier_index_stays(folder: Path, tmp_path: Path) -> None:
    before, _ = rebuild(folder, tmp_path / "index")
    with pytest.raises(ChapterError, match="no-such-folder"):
        build([tmp_path / "no-such-folder"], tmp_path / "index", HashingEncoder())
    assert live_snapshot_id(tmp_path / "index") == before.snapshot


def test_when_nothing_can_be_read_every_file_is_named_an_empty_one_too(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7 cut off")
    (papers / "nothing.txt").write_bytes(b"")
    with pytest.raises(ChapterError, match=r"(?s)Nothing could be read.*broken\.pdf: .*nothing\.txt: "):
        build([papers], tmp_path / "index", HashingEncoder())


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


def test_when_a_build_has_ended_nothing_is_left_of_it_but_its_snapshot(folder: Path, tmp_path: Path) -> None:
    layout = Layout(tmp_path / "index")
    for _ in range(2):
        report, _ = rebuild(folder, layout.root)
        assert [path.name for path in layout.snapshots.iterdir()] == [report.snapshot]
        assert not layout.journal.exists() and not layout.next_pointer.exists()


def test_passages_that_the_encoder_would_not_read_to_their_end_are_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(
        ChapterError, match=r"up to 197 tokens, with 60 .*looks at 256.*QA_PASSAGE_LIMIT_TOKENS to 196 or"
    ):
        build([folder], tmp_path / "index", HashingEncoder(), size=PassageSize(limit=197))
    build([folder], tmp_path / "index", HashingEncoder(), size=PassageSize(limit=196))


def test_other_passages_and_another_encoder_are_another_snapshot(folder: Path, tmp_path: Path) -> None:
    class Other(HashingEncoder):
        fingerprint = "other"

    made = [
        build([folder], tmp_path / "index", encoder, size=size).snapshot
        for encoder, size in (
            (HashingEncoder(), PassageSize()),
            (HashingEncoder(), PassageSize(target=100)),
            (Other(), PassageSize(target=100)),
        )
    ]
    assert len(set(made)) == 3
