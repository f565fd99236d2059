"""The process that reads files answers messages, keeps within limits, and lets nothing else reach its answers."""

from __future__ import annotations

import io
import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import ReadError
from corpus.files import SourceFile
from corpus.limits import ReadLimits
from corpus.splitting import PassageSize
from index.columns import DocumentRow
from index.reading.parts import PartReader
from index.reading.worker import FINISHED, LENGTH, OUT_OF_MEMORY, READY, RETIRING, Task, send
from index.tokens import WordCounter
from tests.bombs import pdf_bomb
from tests.builds import TEXT

COUNT = WordCounter()


class Noisy(WordCounter):
    """Prints while it counts."""

    def __call__(self, texts: Any) -> list[int]:
        sys.stdout.write("noise")
        os.write(1, b"noise")
        return super().__call__(texts)


class Hoarding(WordCounter):
    """Keeps much when it has counted."""

    def __call__(self, texts: Any) -> list[int]:
        HOARD.append(bytes(400_000_000))
        return super().__call__(texts)


HOARD: list[bytes] = []


def answers(
    tmp_path: Path, *names: str, limits: ReadLimits = ReadLimits(), count: Any = COUNT
) -> tuple[list[Any], int]:
    """What a process answers that is sent some files, and its status at the end."""
    asked = io.BytesIO()
    send(asked, PartReader(count, PassageSize(), tmp_path))
    for name in names:
        path = tmp_path / name
        send(asked, Task(SourceFile(path, name), path.stat().st_size, limits))
    alive, life = socket.socketpair()
    ended = subprocess.run(
        [sys.executable, "-c", "from index.reading.worker import main; main()", str(life.fileno())],
        input=asked.getvalue(),
        capture_output=True,
        pass_fds=[life.fileno()],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])},
        start_new_session=True,
        check=False,
        timeout=600,
    )
    life.close()
    alive.close()
    found, rest = [], ended.stdout
    while rest:
        (length,) = LENGTH.unpack_from(rest)
        found.append(pickle.loads(rest[LENGTH.size : LENGTH.size + length]))
        rest = rest[LENGTH.size + length :]
    return found, ended.returncode


def ids_of(parts: Iterable[object]) -> list[str]:
    return [part.id for part in parts if isinstance(part, DocumentRow)]


def test_each_file_is_answered_and_its_end_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT.format(name), encoding="utf-8")
    (ready, *told), status = answers(tmp_path, "a.txt", "b.txt")
    assert (ready, status) == (READY, 0)
    # a slow machine tells one file in several messages
    said = [one for each in told for one in ([each] if each == FINISHED else ids_of(each))]
    assert said == ["a.txt", FINISHED, "b.txt", FINISHED]


def test_what_is_printed_is_no_answer(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("adoption"), encoding="utf-8")
    found, _ = answers(tmp_path, "a.txt", count=Noisy())
    assert found[0] == READY and found[-1] in (FINISHED, RETIRING)
    assert found[1:-1] and all(isinstance(parts, list) for parts in found[1:-1])


def test_a_file_with_much_in_it_is_answered_by_and_by(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("adoption") * 6000, encoding="utf-8")
    found, _ = answers(tmp_path, "a.txt")
    assert len(found) > 4 and max(len(pickle.dumps(each)) for each in found[2:]) < 1_000_000


def test_a_process_that_still_holds_much_says_that_it_takes_no_other_file(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("One text.", encoding="utf-8")
    found, status = answers(tmp_path, "a.txt", "b.txt", count=Hoarding())
    assert (found[-1], status, found.count(FINISHED)) == (RETIRING, 0, 0)
    told = [part for parts in found[1:-1] for part in parts]  # a slow machine tells one file in several messages
    assert {*ids_of(told), *(part.where for part in told if isinstance(part, ReadError))} == {"a.txt"}


@pytest.mark.parametrize(("name", "content"), [("a.pdf", pdf_bomb(900)), ("a.txt", b"\xff" * 40_000_000)])
def test_one_file_s_hunger_ends_the_process_or_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    found, status = answers(tmp_path, name, limits=ReadLimits(memory_mb=180 - 3 * len(content) // 1_000_000))
    told = [part for parts in found[1:-1] for part in parts if isinstance(part, ReadError)]
    assert status < 0 or status == OUT_OF_MEMORY or ("QA_READ_MEMORY_MB" in told[0].reason and found[-1] == RETIRING)


def test_it_ends_with_the_process_that_started_it(tmp_path: Path) -> None:
    alive, life = socket.socketpair()
    with subprocess.Popen(
        [sys.executable, "-c", "from index.reading.worker import main; main()", str(life.fileno())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        pass_fds=[life.fileno()],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])},
        start_new_session=True,
    ) as process:
        assert process.stdin and process.stdout
        send(process.stdin, PartReader(WordCounter(), PassageSize(), tmp_path))
        assert process.stdout.read(1)
        life.close()
        alive.close()
        assert process.wait(600) == -9
