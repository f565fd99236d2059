"""The process in which files are read: it takes a file at a time, within limits, and sends back what it gives.

A message is a pickle with its length before it. The first that comes is the `PartReader`, every further one is a
`Task`. That is answered by lists of parts, and by `FINISHED`, or `RETIRING` where the process takes no further file;
`Lent` may come in between.
"""

from __future__ import annotations

import os
import pickle
import resource
import select
import signal
import struct
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, Final

from corpus.errors import ReadError
from corpus.files import SourceFile
from corpus.limits import ReadLimits
from index.columns import DocumentRow
from index.reading.parts import Part, PartReader, PassageBatch

READY: Final = "ready"
FINISHED: Final = "finished"
RETIRING: Final = "retiring"
OUT_OF_MEMORY: Final = 77
"""The status of a process that ended because it took too much memory."""
LENGTH: Final = struct.Struct("<Q")

_MESSAGE_CHARS: Final = 200_000
_MESSAGE_SECONDS: Final = 0.3
_WATCH_SECONDS: Final = 0.05
_NEARLY_ALL: Final = 0.85  # of the memory that may be held: what goes wrong then goes wrong for want of more
_MOSTLY_ALL: Final = 0.6  # after which a process that breaks down has wanted more at once
_RETIRING_BYTES: Final = 300_000_000
"""A process that still holds more after a file gives way to a fresh one."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read.

    Attributes:
        file: where it is.
        size: in bytes.
        limits: what reading it may take.
        unpacked: how many bytes a compressed file holds; 0 for one that is not compressed.
    """

    file: SourceFile
    size: int
    limits: ReadLimits
    unpacked: int = 0

    @property
    def read_size(self) -> int:
        """How many bytes there are to read, by which its limits go."""
        return max(self.size, self.unpacked)


@dataclass(frozen=True, slots=True)
class Lent:
    """More time for the file that is being read, instead of what is left of any that was lent before.

    Attributes:
        seconds: how many.
    """

    seconds: float


def main() -> None:
    """Read files until nobody sends any more; the only argument is the number of the socket of `_Fence`."""
    asked, messages = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)  # what a library, or a program that it starts, reads and prints is no message
    os.dup2(nothing, 1)
    fence = _Fence(int(sys.argv[1]))
    reader: PartReader = _received(asked)
    send(messages, READY)

    def lend(seconds: float) -> None:
        fence.lend(seconds)
        send(messages, Lent(seconds))

    while (task := _received(asked)) is not None:
        is_retiring = True
        try:
            fence.set(task)
            for parts in _gathered(fence.checked(reader.read(task.file, lend))):
                send(messages, parts)
            is_retiring = held_bytes() > _RETIRING_BYTES
            fence.lift()
        except MemoryError:
            fence.lift()
            send(messages, [ReadError(task.file.id, task.limits.too_much_memory(task.read_size))])
        send(messages, RETIRING if is_retiring else FINISHED)
        if is_retiring:
            return


def send(stream: IO[bytes], message: Any) -> None:
    """Send a message."""
    written = pickle.dumps(message, protocol=5)
    stream.write(LENGTH.pack(len(written)))
    stream.write(written)
    stream.flush()


def _received(stream: IO[bytes]) -> Any:
    """The next message; None where there are no more."""
    length = stream.read(LENGTH.size)
    return pickle.loads(stream.read(*LENGTH.unpack(length))) if len(length) == LENGTH.size else None


def _gathered(parts: Iterator[Part]) -> Iterator[list[Part]]:
    """Parts put together to messages that are neither small nor late."""
    gathered: list[Part] = []
    chars, sent = 0, time.monotonic()
    for part in parts:
        gathered.append(part)
        chars += _chars(part)
        if chars > _MESSAGE_CHARS or time.monotonic() - sent > _MESSAGE_SECONDS:
            yield gathered
            gathered = []
            chars, sent = 0, time.monotonic()
    yield gathered


def _chars(part: Part) -> int:
    """About how long a part is."""
    if isinstance(part, DocumentRow):
        return sum(len(column) for column in part.columns if isinstance(column, str))
    return sum(len(row[2]) for row in part.rows) if isinstance(part, PassageBatch) else 100


class _Fence:
    """Holds this process to limits, and ends it with the one that started it.

    Args:
        life: the number of a socket that the process that started this one holds the other end of, until it ends; a
            byte is sent there when a task nears its limit of memory.
    """

    def __init__(self, life: int) -> None:
        self._life = life
        self._memory = sys.maxsize
        self._most = 0
        self._seconds = 0.0
        self._lent = 0.0
        self._lent_at = 0.0
        self._before = {kind: resource.getrlimit(kind) for kind in (resource.RLIMIT_DATA, resource.RLIMIT_CPU)}
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
        threading.Thread(target=self._watch, daemon=True).start()

    def set(self, task: Task) -> None:
        """Hold it to the limits of a task."""
        self._most = 0
        self._memory = task.limits.memory(task.read_size)
        self._limit(resource.RLIMIT_DATA, self._memory)
        self._seconds = _used_seconds() + task.limits.processor_seconds(task.read_size)
        self._lent = 0.0
        self._limit(resource.RLIMIT_CPU, int(self._seconds) + 1)

    def lend(self, seconds: float) -> None:
        """Add to the time of the task, instead of what is left of any that was lent before."""
        used = _used_seconds()
        self._seconds += min(used - self._lent_at, self._lent)
        self._lent, self._lent_at = seconds, used
        self._limit(resource.RLIMIT_CPU, int(self._seconds + seconds) + 1)

    def lift(self) -> None:
        """Let go of the limits: what was read is being sent."""
        self._memory = sys.maxsize
        for kind, before in self._before.items():
            resource.setrlimit(kind, before)

    def checked(self, parts: Iterator[Part]) -> Iterator[Part]:
        """Parts as they are.

        Raises:
            MemoryError: a reader took the lack of memory for another fault.
        """
        for part in parts:
            if isinstance(part, ReadError) and not part.empty and self._most > _NEARLY_ALL * self._memory:
                raise MemoryError
            yield part

    def _limit(self, kind: int, value: int) -> None:
        hard = self._before[kind][1]
        resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))

    def _watch(self) -> None:
        """End this process and those it has started when it holds too much, or when nobody waits for it any more."""
        while not select.select([self._life], [], [], _WATCH_SECONDS)[0]:
            before, self._most = self._most, max(self._most, held_bytes())
            if self._most > self._memory:
                os._exit(OUT_OF_MEMORY)
            if before <= _MOSTLY_ALL * self._memory < self._most:
                os.write(self._life, b"!")
        os.killpg(0, signal.SIGKILL)


def _used_seconds() -> float:
    """How many seconds of a processor this process has used."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    return spent.ru_utime + spent.ru_stime


def held_bytes() -> int:
    """How much memory this process holds as the limit counts it, or where that cannot be told the most it has held."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[5]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
