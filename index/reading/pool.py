"""The processes that read files, and what they give in the order of the files."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Any, Final

from corpus.errors import ChapterError, ReadError
from corpus.limits import MB
from index.reading.parts import Part, PartReader
from index.reading.worker import FINISHED, LENGTH, OUT_OF_MEMORY, READY, RETIRING, Lent, Task, send

_START: Final = "from index.reading.worker import main; main()"
_AHEAD_FILES: Final = 64
"""So many files after the one whose turn it is may be begun."""
_AHEAD_BYTES: Final = 32 * MB
"""Beyond so much that waits for its turn, only the file whose turn it is goes on."""
_FILES_A_PROCESS: Final = 20
_BYTES_A_PROCESS: Final = MB
"""So much is read about as soon as one more process is ready; more than that makes it worth its while."""
_CHUNK: Final = 1 << 20
_ONE_THREAD: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_ENVIRONMENT: Final = _ONE_THREAD | {"RAYON_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
"""Each process works on one thread: there are as many processes as processors."""


@dataclass(slots=True, eq=False)
class Job:
    """A file and who reads it.

    Attributes:
        task: what is to be read.
        here: reads it in this process, when its turn comes; None where another process reads it.
        parts: what was read of it and waits for its turn.
        waiting: how many bytes that is, as it was sent.
        is_done: whether there is nothing more to come.
        failed: whether its reading was broken off.
    """

    task: Task
    here: Callable[[], Iterator[Part]] | None = None
    parts: deque[Part] = field(default_factory=deque)
    waiting: int = 0
    is_done: bool = False
    failed: bool = False

    def fail(self, reason: str) -> None:
        """Break it off."""
        self.parts.append(ReadError(self.task.file.id, reason))
        self.is_done = self.failed = True


class ReadingPool:
    """Processes that are started as they are needed, and anew when one has died of its file.

    Args:
        reader: what each of them reads with.
        files: how many files there are.
        size: how many bytes they have.
        most: how many processes there may be at once.
    """

    def __init__(self, reader: PartReader, files: int, size: int, most: int | None = None) -> None:
        self._reader = reader
        self._files = files
        self._size = size
        self._most = most or _processors()
        self._workers: list[_Worker] = []

    def __enter__(self) -> ReadingPool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def read(self, jobs: Iterator[Job]) -> Iterator[tuple[Job, Part | None]]:
        """What the files give, in their order.

        Args:
            jobs: the files; they are asked for as there is somebody to read them.

        Returns:
            Each part with its job, and None after a job's last part.
        """
        ahead: deque[Job] = deque()
        while True:
            self._fill(ahead, jobs)
            if not ahead:
                return
            job = ahead[0]
            if job.here:
                yield from ((job, part) for part in job.here())
                job.is_done = True
            job.waiting = 0
            while job.parts:
                yield job, job.parts.popleft()
            if job.is_done:
                ahead.popleft()
                yield job, None
            else:
                self._listen(ahead)

    def _fill(self, ahead: deque[Job], jobs: Iterator[Job]) -> None:
        """Give files to idle processes, and start one more where that is worth its while."""
        while len(ahead) < _AHEAD_FILES:
            idle = next((worker for worker in self._workers if worker.job is None), None)
            wanted = min(self._most, 1 + self._files // _FILES_A_PROCESS + self._size // _BYTES_A_PROCESS)
            if ahead and idle is None and len(self._workers) >= wanted:
                return
            job = next(jobs, None)
            if job is None:
                return
            self._files -= 1
            self._size -= job.task.size
            ahead.append(job)
            if not job.here:
                self._begin(job, idle)

    def _begin(self, job: Job, idle: _Worker | None) -> None:
        """Have a process read a file; one that has died while it was idle makes way for another."""
        if idle and not idle.begin(job):
            self._remove(idle)
            idle = None
        if idle is None:
            worker = _Worker(self._reader)
            self._workers.append(worker)
            worker.begin(job)

    def _remove(self, worker: _Worker) -> int:
        self._workers.remove(worker)
        return worker.end()

    def _listen(self, ahead: deque[Job]) -> None:
        """Wait until some process has sent something, or has taken too long."""
        is_full = sum(job.waiting for job in ahead) > _AHEAD_BYTES
        heard: dict[Any, _Worker] = {
            worker.out.fileno(): worker
            for worker in self._workers
            if worker.job and (worker.job is ahead[0] or not is_full)
        }
        started = time.monotonic()
        for out in wait(heard, min(worker.seconds_left + worker.lent for worker in heard.values())):
            worker = heard.pop(out)
            if not worker.receive():
                self._ended(worker)
            elif worker.is_retiring:
                self._remove(worker)
        waited = time.monotonic() - started
        for worker in heard.values():
            worker.spend(waited)
            if worker.job and worker.seconds_left <= 0:
                worker.job.fail(worker.job.task.limits.too_long(worker.job.task.read_size))
                self._remove(worker)

    def _ended(self, worker: _Worker) -> None:
        """Find out why a process has ended, and say it of the file that it was reading."""
        status = self._remove(worker)
        if not worker.is_ready:
            raise ChapterError(f"The process that reads files cannot be started (status {status}). Install it anew.")
        if worker.job:
            limits, size = worker.job.task.limits, worker.job.task.read_size
            is_full = status == OUT_OF_MEMORY or worker.was_full
            worker.job.fail(limits.too_much_memory(size) if is_full else limits.ended(size, status))


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


class _Worker:
    """A process that reads, as this process sees it."""

    def __init__(self, reader: PartReader) -> None:
        self._life, life = socket.socketpair()
        environment = os.environ | _ENVIRONMENT | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, str(life.fileno())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            pass_fds=[life.fileno()],
            start_new_session=True,
        )
        life.close()
        assert self._process.stdin and self._process.stdout
        self._in, self.out = self._process.stdin, self._process.stdout
        self._buffer = bytearray()
        self.job: Job | None = None
        self.is_ready = False
        self.is_retiring = False
        self.was_full = False
        self.seconds_left = self.lent = 0.0
        self._send(reader)

    def begin(self, job: Job) -> bool:
        """Have it read a file; whether it was still there to be told so."""
        self.job = job
        self._is_told_full()
        self.seconds_left = float(job.task.limits.waiting_seconds(job.task.read_size))
        self.lent = 0.0
        return self._send(job.task)

    def spend(self, seconds: float) -> None:
        """Take time from what it has left, first from what it was lent."""
        lent = min(self.lent, seconds)
        self.lent -= lent
        self.seconds_left -= seconds - lent

    def receive(self) -> bool:
        """Take what it has sent; whether there may be more."""
        chunk = os.read(self.out.fileno(), _CHUNK)
        self._buffer += chunk
        while len(self._buffer) >= LENGTH.size:
            end = LENGTH.size + LENGTH.unpack_from(self._buffer)[0]
            if len(self._buffer) < end:
                break
            message = bytes(self._buffer[LENGTH.size : end])
            del self._buffer[:end]
            self._take(message)
        return bool(chunk)

    def _take(self, written: bytes) -> None:
        message: str | Lent | list[Part] = pickle.loads(written)
        if message == READY:
            self.is_ready = True
        elif isinstance(message, Lent):
            self.lent = message.seconds
        elif message in (FINISHED, RETIRING) and self.job:
            self.is_retiring = message == RETIRING
            self.job.is_done = True
            self.job = None
        elif self.job:
            self.job.waiting += len(written)
            self.job.parts.extend(part for part in message if not isinstance(part, str))

    def _send(self, message: object) -> bool:
        try:
            send(self._in, message)
        except BrokenPipeError:
            return False
        return True

    def end(self) -> int:
        """End it with all that it has started, and say with which status it has ended."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        status = self._process.wait()
        self.was_full = self._is_told_full()
        with contextlib.suppress(BrokenPipeError):
            self._in.close()
        self.out.close()
        self._life.close()
        return status

    def _is_told_full(self) -> bool:
        """Whether it has said, since this was last asked, that it holds most of what it may."""
        try:
            return bool(self._life.recv(_CHUNK, socket.MSG_DONTWAIT))
        except (BlockingIOError, ConnectionResetError):
            return False
