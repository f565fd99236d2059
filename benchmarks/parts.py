"""What each part of answering takes: milliseconds a question, and megabytes held.

    python -m benchmarks.parts ../shared/data/ofsted/queries.jsonl --index var/index --most 40

QUESTIONS, --index and --most are as in benchmarks.latency. The parts are those that the code declares: the stages of
the pipeline, the groups of features with what several features share, the models, and what an index is opened into.

A part's time is what passes within it, less what passes in other parts that it calls, so that of one question they add
up to the whole; the table has medians. So is its memory: how far the process's resident size grows (from /proc, so on
Linux alone) until all is opened and what was freed is given back, and until all has been asked. Time and memory are
measured in a new process each; time while the passages are new to it, and when all is asked again. Looking on takes a
millisecond or two. Use a quiet machine: the first line says how busy it is.
"""

from __future__ import annotations

import argparse
import ctypes
import multiprocessing
import os
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import qa.pipeline
from benchmarks.latency import WARM_UP, spread
from eval.results import Results
from index.catalogue import Catalogue
from index.lexical import BM25Indexes
from index.snapshot import Snapshot, open_snapshot
from index.store import SqliteStore
from index.vectors import BACKENDS
from qa.features import FEATURES
from qa.features.context import FeatureContext
from qa.pipeline import Assistant, load_assistant
from qa.request import AskRequest
from qa.settings import read_settings
from qa.stages import STAGES, StageClock

ENCODER, RERANKER = "encoder", "reranker"
REST = "Python, its libraries, and the rest"
OPENED: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    (ENCODER, qa.pipeline, ("load_encoder",)),
    (RERANKER, qa.pipeline, ("load_reranker",)),
    ("ranker and answer extractor", qa.pipeline, ("Assistant",)),
    *(("vector index", backend.open, ("__init__", "search", "scores")) for backend in BACKENDS.values()),
    ("lexical index", BM25Indexes, ("__init__", "query", "positions")),
    ("document store", SqliteStore, ("__init__", "metadata", "passages")),
    ("catalogue", Catalogue, ("__init__",)),
)
"""What is opened before a question is asked, and which of the functions that open or ask it are watched."""
GROUPS = {feature.compute: f"features: {feature.group}" for feature in FEATURES}


def part_of(compute: Callable[[FeatureContext], Any]) -> str:
    """The group of a feature, by what computes it; or, of what several features share, the module it stands in."""
    return GROUPS.get(compute) or f"features, shared: {compute.__module__.rpartition('.')[2]}"


class Meter:
    """Counts how far a gauge goes up in each part, less what is counted for another within it."""

    def __init__(self, gauge: Callable[[], float]) -> None:
        self.gauge = gauge
        self._spent: defaultdict[str, float] = defaultdict(float)
        self._last = 0.0
        self._within = [REST]

    def _count(self) -> None:
        now = self.gauge()
        self._spent[self._within[-1]] += now - self._last
        self._last = now

    def taken(self) -> dict[str, float]:
        """What was counted for each part since this was last asked."""
        self._count()
        spent, self._spent = self._spent, defaultdict(float)
        return spent

    def watch(self, owner: Any, name: str, part: str | Callable[..., str]) -> None:
        """Count what a function does for a part, which its arguments may decide."""
        run = getattr(owner, name)

        def watched(*given: Any, **named: Any) -> Any:
            self._count()
            self._within.append(part if isinstance(part, str) else part(*given))
            try:
                return run(*given, **named)
            finally:
                self._count()
                self._within.pop()

        setattr(owner, name, watched)

    def opened(self, folder: Path) -> tuple[Assistant, Snapshot]:
        """The assistant and the snapshot, watched from their opening on."""
        for part, owner, names in OPENED:
            for name in names:
                self.watch(owner, name, part)
        self.watch(StageClock, "run", lambda clock, stage, *_: f"stage: {stage.__name__}")
        self.watch(FeatureContext, "shared", lambda context, compute: part_of(compute))
        assistant = load_assistant(read_settings())
        snapshot = open_snapshot(folder, assistant.encoder)
        self.watch(assistant.encoder, "encode_question", ENCODER)
        if assistant.reranker:
            self.watch(assistant.reranker, "score", RERANKER)
        return assistant, snapshot


def main() -> None:
    """Run the measurement and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, metavar="QUESTIONS")
    parser.add_argument("--index", type=Path)
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    given = parser.parse_args()
    folder = read_settings(index=given.index).index
    questions = spread(given.questions, given.most + WARM_UP)
    results = Results(Console(width=160))
    results.line(
        f"{len(questions) - WARM_UP} questions of {given.questions}, {os.cpu_count()} processors, "
        f"{os.getloadavg()[0]:.2f} busy before this began"
    )
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), max_tasks_per_child=1) as new_process:
        held = new_process.submit(megabytes, folder, questions).result()
        took = new_process.submit(milliseconds, folder, questions).result()
    results.table(parts_table(took, held))
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.parts", *sys.argv[1:]])


def parts_table(took: Sequence[Sequence[dict[str, float]]], held: Sequence[dict[str, float]]) -> Table:
    """A row for each part: what it took of each question, new and asked again, and held once opened, and once asked."""
    counted = {part for spent in (*held, *took[0], *took[1]) for part in spent}
    stages = [f"stage: {stage.name}" for stage in STAGES]
    shared = sorted(part for part in counted if part.startswith("features, shared"))
    parts = dict.fromkeys((*stages, *GROUPS.values(), *shared, *(part for part, _, _ in OPENED), REST))
    table = Table("part")
    for column in ("ms, passages new", "ms, asked again", "MB opened", "MB when all was asked"):
        table.add_column(column, justify="right")
    for name, own in (*((part, [part]) for part in parts), ("the whole", list(counted))):
        medians = [statistics.median(_sum(question, own) for question in way) for way in took]
        table.add_row(name, *(f"{value:.1f}" for value in (*medians, *(_sum(spent, own) for spent in held))))
    return table


def _sum(spent: dict[str, float], parts: Sequence[str]) -> float:
    return sum(spent.get(part, 0.0) for part in parts)


def megabytes(folder: Path, questions: Sequence[str]) -> tuple[dict[str, float], dict[str, float]]:
    """What each part makes this process hold when all is opened, and then when all is asked."""
    libc = ctypes.CDLL(None)

    def resident() -> float:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6

    def resident_at_least() -> float:
        libc.malloc_trim(0)
        return resident()

    meter = Meter(resident_at_least)
    assistant, snapshot = meter.opened(folder)
    opened = meter.taken()
    meter.gauge = resident
    for question in questions:
        assistant.ask(snapshot, AskRequest(question))
    asked = meter.taken()
    return opened, {part: opened.get(part, 0.0) + asked.get(part, 0.0) for part in (*opened, *asked)}


def milliseconds(folder: Path, questions: Sequence[str]) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """What each part takes for each question after the first few, with new passages and then asked again."""
    meter = Meter(lambda: 1000 * time.perf_counter())
    assistant, snapshot = meter.opened(folder)

    def asked(question: str) -> dict[str, float]:
        meter.taken()
        assistant.ask(snapshot, AskRequest(question))
        return meter.taken()

    new = [asked(question) for question in questions]
    return new[WARM_UP:], [asked(question) for question in questions[WARM_UP:]]


if __name__ == "__main__":
    main()
