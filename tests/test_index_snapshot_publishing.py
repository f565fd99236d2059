"""A snapshot becomes the live one whole or not at all, and everything is on disk before that."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest

from index.encoder import HashingEncoder
from index.snapshot import live_snapshot_id, open_snapshot
from index.snapshot.layout import Layout
from index.snapshot.publishing import publish, remove
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
    if event in {
        "open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "shutil.rmtree", "sqlite3.connect"
    }:
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


def building(layout: Layout, content: str = "new") -> None:
    """Write a snapshot of three files in two folders where a build writes it."""
    (layout.building.root / "postings" / "text").mkdir(parents=True)
    for name in ("manifest.json", "postings/words.npy", "postings/text/words.npy"):
        (layout.building.root / name).write_text(content, encoding="utf-8")


def held(layout: Layout) -> set[str]:
    """Which snapshots there are."""
    return {path.name for path in layout.snapshots.iterdir()}


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    layout = Layout(tmp_path / "index")
    layout.snapshots.mkdir(parents=True)
    return layout


def test_the_snapshot_before_the_live_one_is_kept_and_older_ones_go(layout: Layout) -> None:
    expected = [{"one"}, {"one", "two"}, {"two", "three"}, {"three", "four"}]
    for name, kept in zip(("one", "two", "three", "four"), expected, strict=True):
        building(layout, name)
        publish(layout, name)
        assert live_snapshot_id(layout.root) == name and held(layout) == kept
        assert {layout.snapshot(other).manifest.read_text(encoding="utf-8") for other in kept} == kept


def test_a_reader_of_the_earlier_snapshot_can_still_open_it_after_the_next_build(folder: Path, tmp_path: Path) -> None:
    earlier, _ = rebuild(folder, tmp_path / "index")
    (folder / "adoption.txt").write_text(TEXT.format("kinship"), encoding="utf-8")
    rebuild(folder, tmp_path / "index")
    (tmp_path / "index" / "live").write_text(earlier.snapshot, encoding="utf-8")
    assert open_snapshot(tmp_path / "index", HashingEncoder()).manifest.snapshot_id == earlier.snapshot


def test_a_snapshot_of_the_same_id_takes_the_place_of_the_earlier_one(layout: Layout) -> None:
    layout.replaced.mkdir()
    (layout.replaced / "left behind").write_text("", encoding="utf-8")
    for content in ("old", "new"):
        building(layout, content)
        publish(layout, "same")
    assert layout.snapshot("same").manifest.read_text(encoding="utf-8") == "new"
    assert held(layout) == {"same"} and live_snapshot_id(layout.root) == "same"


def test_the_pointer_is_a_line(layout: Layout) -> None:
    building(layout)
    publish(layout, "0123")
    assert layout.pointer.read_bytes() == b"0123\n" and not layout.next_pointer.exists()


def recorded(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is synced to disk and renamed from now on, in order, by paths below the index folder."""
    events: list[str] = []
    fsync, rename, replace = os.fsync, os.rename, os.replace

    def below(path: object) -> str:
        return Path(str(path)).relative_to(layout.root).as_posix()

    def synced(descriptor: int) -> None:
        events.append(f"sync {below(os.readlink(f'/proc/self/fd/{descriptor}'))}")
        fsync(descriptor)

    def renamed(old: object, new: object) -> None:
        events.append(f"rename {below(old)} {below(new)}")
        rename(str(old), str(new))

    def replaced(old: object, new: object) -> None:
        events.append(f"replace {below(old)} {below(new)}")
        replace(str(old), str(new))

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "rename", renamed)
    monkeypatch.setattr(os, "replace", replaced)
    return events


def test_everything_is_on_disk_in_its_order_before_the_pointer_is_swapped(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    building(layout)
    events = recorded(layout, monkeypatch)
    publish(layout, "0123")
    last = events.index("rename snapshots/unfinished snapshots/0123")
    inside = events[:last]
    names = ["manifest.json", "postings", "postings/words.npy", "postings/text", "postings/text/words.npy"]
    assert sorted(inside) == sorted(
        f"sync snapshots/unfinished{name}" for name in ["", *(f"/{name}" for name in names)]
    )
    for outer, inner in (
        ("", "/postings"),
        ("/postings", "/postings/text"),
        ("/postings/text", "/postings/text/words.npy"),
    ):
        assert inside.index(f"sync snapshots/unfinished{inner}") < inside.index(f"sync snapshots/unfinished{outer}")
    assert events[last + 1 :] == ["sync snapshots", "sync live.next", "replace live.next live", "sync ."]


def test_a_build_syncs_every_file_of_its_snapshot(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Layout(tmp_path / "index")
    events = recorded(index, monkeypatch)
    report, _ = rebuild(folder, index.root)
    own = index.snapshot(report.snapshot).root
    names = {path.relative_to(own).as_posix() for path in own.rglob("*")}
    swap = events.index("replace live.next live")
    assert {f"sync snapshots/unfinished/{name}" for name in names} <= set(events[:swap])


def test_no_descriptor_is_left_open(layout: Layout) -> None:
    building(layout)
    before = len(os.listdir("/proc/self/fd"))
    publish(layout, "0123")
    assert len(os.listdir("/proc/self/fd")) == before


def test_what_is_removed_may_be_missing(tmp_path: Path) -> None:
    (tmp_path / "full" / "deep").mkdir(parents=True)
    remove(tmp_path / "full")
    remove(tmp_path / "full")
    assert not (tmp_path / "full").exists()
