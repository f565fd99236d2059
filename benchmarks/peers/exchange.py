"""What the scripts of all systems share: reading passages and questions from files, leaving rankings in one.

It uses the standard library alone, because it runs in the environment of each peer.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

TOP = 10
WARM_UP = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as every system gets it: `text` stands at start-end of its document, which has a title."""

    document_id: str
    start: int
    end: int
    text: str
    title: str

    @property
    def titled(self) -> str:
        """What a peer indexes: the title in front of the text."""
        return f"{self.title}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was found for a question: passages by their number, best first, with scores that are higher for better.

    `confidence` is set only by a system that tells how sure it is apart from its scores.
    """

    rows: tuple[int, ...]
    scores: tuple[float, ...]
    confidence: float | None = None


Search = Callable[[str], Ranking]


class Peer(Protocol):
    """A system that is built in one process and asked in another."""

    def load(self) -> None:
        """Get ready to build: load the model and encode something with it; the clock does not run yet."""
        ...

    def build(self, passages: Sequence[Passage], folder: Path) -> None:
        """Index the passages and leave in the folder all that is needed to search them."""
        ...

    def open(self, folder: Path) -> Search:
        """What finds the first ten passages for a question in such a folder."""
        ...


def main(make: Callable[[str, Path], Peer]) -> None:
    """Do the step the command line asks for.

    Args:
        make: the peer for a system's name and the folder of the encoder.
    """
    given = arguments()
    peer = make(given.system, given.encoder)
    if given.step == "build":
        passages = read_passages(given.passages)
        peer.load()
        started = time.perf_counter()
        peer.build(passages, given.index)
        write_figures(given.out, {"seconds": time.perf_counter() - started})
    else:
        ask(peer.open(given.index), given)


def arguments() -> argparse.Namespace:
    """What the script was started with."""
    parser = argparse.ArgumentParser()
    parser.add_argument("step", choices=["build", "ask"])
    parser.add_argument("--system", required=True)
    parser.add_argument(
        "--started", type=float, required=True, help="the time at which the process was started, in seconds since 1970"
    )
    for name in ("--encoder", "--passages", "--questions", "--index", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--corpus", type=Path, help="the documents, for the system that makes the passages")
    return parser.parse_args()


def ask(search: Search, given: argparse.Namespace) -> None:
    """Ask all questions one by one, after three that are not timed, and write what was found."""
    questions = [json.loads(line) for line in given.questions.read_text(encoding="utf-8").splitlines()]
    ready = 0.0
    for question in questions[:WARM_UP]:
        search(question["text"])
        ready = ready or time.time() - given.started
    answers = []
    for question in questions:
        started = time.perf_counter()
        ranking = search(question["text"])
        seconds = time.perf_counter() - started
        answers.append(
            {
                "id": question["id"],
                "rows": [int(row) for row in ranking.rows[:TOP]],
                "scores": [float(score) for score in ranking.scores[:TOP]],
                "confidence": ranking.confidence,
                "seconds": seconds,
            }
        )
    write_figures(given.out, {"ready_seconds": ready, "answers": answers})


def read_passages(path: Path) -> list[Passage]:
    """The passages, numbered by their order."""
    return [Passage(**json.loads(line)) for line in path.read_text(encoding="utf-8").split("\n") if line]


def write_figures(path: Path, figures: dict[str, Any]) -> None:
    """Write figures of this process, with the most memory it has held so far."""
    path.write_text(json.dumps({**figures, "peak_mib": peak_mib()}), encoding="utf-8")


def peak_mib() -> float:
    """The most memory this process has held, in MiB.

    On Linux from /proc, because getrusage gives a child at least what the process that started it held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
