"""Files are read in processes that end with their file, with the build, and with the process that started them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.scanned import picture_file
from corpus.errors import ReadError
from corpus.files import SourceFile, find_files
from corpus.limits import ReadLimits
from corpus.splitting import PassageSize
from index.columns import DocumentRow
from index.reading.parts import Part, PartReader
from index.reading.pool import Job, ReadingPool
from index.reading.worker import Task
from index.tokens import WordCounter
from tests.bombs import pdf_bomb
from tests.builds import TEXT, write_papers
from tests.scans import FOUND, instead_of_tesseract

BUILD = """
import json, signal, sys
from pathlib import Path
from index.build import build
from index.encoder import HashingEncoder
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background ignores it
report = build([Path(sys.argv[1])], Path(sys.argv[2]), HashingEncoder())
print(json.dumps([report.documents, [[fault.where, fault.reason] for fault in report.failed]]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


def jobs(folder: Path, limits: ReadLimits = ReadLimits()) -> list[Job]:
    return [Job(Task(file, file.path.stat().st_size, limits)) for file in find_files([folder]).files]


def taken(given: list[Job], spool: Path, most: int | None = None) -> list[tuple[str, Part | None]]:
    """What a pool gives for some jobs, by file."""
    reader = PartReader(WordCounter(), PassageSize(), spool)
    with ReadingPool(reader, len(given), sum(job.task.size for job in given), most) as pool:
        return [(job.task.file.id, part) for job, part in pool.read(iter(given))]


def children(pid: int) -> list[int]:
    """The processes that one has started and that have not ended, or whose end nobody has asked for."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def is_there(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def until(condition: Callable[[], object], seconds: float = 600) -> bool:
    ends = time.monotonic() + seconds
    while not condition() and time.monotonic() < ends:
        time.sleep(0.02)
    return bool(condition())


@pytest.mark.parametrize("most", [1, 3])
def test_parts_come_in_the_order_of_the_files_whoever_reads_them(folder: Path, tmp_path: Path, most: int) -> None:
    (folder / "a-long.txt").write_text(TEXT.format("long") * 5000, encoding="utf-8")
    for number in range(70):
        (folder / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    given = jobs(folder)
    given[3].here = lambda: iter([ReadError("here", "Not read.")])
    before = children(os.getpid())
    found = taken(given, tmp_path, most)
    assert [name for name, part in found if part is None] == [job.task.file.id for job in given]
    assert [name for name, _ in found] == sorted((name for name, _ in found), key=[j.task.file.id for j in given].index)
    documents = [part.id for _, part in found if isinstance(part, DocumentRow)]
    assert documents == [job.task.file.id for job in given if not job.here]
    assert children(os.getpid()) == before, "no process is left"


def test_no_process_is_started_where_there_is_nothing_for_it_to_do(tmp_path: Path) -> None:
    def here() -> Iterator[Part]:
        assert children(os.getpid()) == before
        yield ReadError("a", "Not read.")

    before = children(os.getpid())
    task = Task(SourceFile(tmp_path / "a", "a"), 0, ReadLimits())
    assert [name for name, _ in taken([Job(task, here)] * 3, tmp_path)] == ["a"] * 6


def test_a_bomb_costs_its_own_file(folder: Path, tmp_path: Path) -> None:
    for place in ("a", "b", "z"):
        (folder / f"{place}-bomb.pdf").write_bytes(pdf_bomb(900))
    found = taken(jobs(folder, ReadLimits(memory_mb=300)), tmp_path)
    faults = [part for _, part in found if isinstance(part, ReadError)]
    assert [fault.where for fault in faults] == ["a-bomb.pdf", "b-bomb.pdf", "z-bomb.pdf"]
    said = re.compile(r"takes more than 30\d MB of memory.*QA_READ_MEMORY_MB")
    assert all(said.search(fault.reason) for fault in faults), faults
    assert sum(isinstance(part, DocumentRow) for _, part in found) == 3


def test_a_file_that_takes_too_long_is_given_up(folder: Path, tmp_path: Path) -> None:
    (folder / "a-slow.txt").write_text("It was long. It was so. " * 500_000, encoding="utf-8")
    limits = ReadLimits(seconds=-119)
    given = [Job(Task(job.task.file, job.task.size, limits)) if job.task.size > 1e6 else job for job in jobs(folder)]
    found = taken(given, tmp_path)
    faults = [part for _, part in found if isinstance(part, ReadError)]
    assert [(fault.where, "QA_READ_SECONDS" in fault.reason) for fault in faults] == [("a-slow.txt", True)]
    assert [job.failed for job in given] == [True, False, False, False]


def test_a_long_scan_has_more_time_for_its_pages(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, f"sleep 2; {FOUND}")
    path = tmp_path / "scan.tiff"
    path.write_bytes(picture_file([Image.linear_gradient("L")] * 6, "TIFF"))
    scan = Job(Task(SourceFile(path, path.name), 0, ReadLimits(seconds=1)))
    begun = time.monotonic()
    found = taken([*jobs(folder), scan], tmp_path, 1)  # the process has been started when it comes to the scan
    assert time.monotonic() - begun > scan.task.limits.waiting_seconds(0)
    assert not scan.failed
    assert sum(isinstance(part, DocumentRow) for _, part in found) == 4


def test_a_file_that_never_comes_is_given_up(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "a-pipe.txt")
    pipe = Job(Task(SourceFile(folder / "a-pipe.txt", "a-pipe.txt"), 0, ReadLimits(seconds=1)))
    found = taken([pipe, *(job for job in jobs(folder) if job.task.file.id != "a-pipe.txt")], tmp_path)
    assert [part.where for _, part in found if isinstance(part, ReadError)] == ["a-pipe.txt"]
    assert sum(isinstance(part, DocumentRow) for _, part in found) == 3


def started(folder: Path, index: Path) -> subprocess.Popen[str]:
    """A build that is just reading a long file."""
    (folder / "a-long.txt").write_text(TEXT.format("long") * 160_000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(folder), str(index)],
        cwd=Path(__file__).parent.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert until(lambda: any(used(child) > 4 for child in children(process.pid)))
    return process


def used(pid: int) -> float:
    """How many seconds of a processor a process has used."""
    try:
        times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    except OSError:
        return 0.0
    return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")


def test_a_process_that_is_killed_costs_its_file_and_is_started_anew(folder: Path, tmp_path: Path) -> None:
    (folder / "more.html").write_text("<h1>Plan</h1><p>We met in May.</p>", encoding="utf-8")
    process = started(folder, tmp_path / "index")
    for child in children(process.pid):
        os.kill(child, signal.SIGKILL)
    documents, failed = json.loads(process.communicate(timeout=600)[0])
    assert (documents, [where for where, _ in failed]) == (4, ["a-long.txt"])
    assert "SIGKILL" in failed[0][1] and "Save it anew" in failed[0][1]


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, -signal.SIGINT)])
def test_a_build_that_is_killed_or_stopped_leaves_no_process(
    folder: Path, tmp_path: Path, sent: signal.Signals, status: int
) -> None:
    process = started(folder, tmp_path / "index")
    readers = children(process.pid)
    process.send_signal(sent)
    assert process.wait(600) == status
    assert readers and until(lambda: not any(map(is_there, readers)))
    process.communicate()
