"""A snapshot becomes the live one whole or not at all, and everything is on disk before that."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from index.encoder import HashingEncoder
from index.snapshot import live_snapshot_id, open_snapshot
from tests.builds import TEXT, python, rebuild, write_papers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


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
