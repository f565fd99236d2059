"""What each part of the ranking costs: milliseconds a question, and megabytes held.

    python -m benchmarks.parts ../shared/data/ofsted/queries.jsonl --index var/index --most 40

QUESTIONS, --index and --most are as in benchmarks.latency; the parts are those of eval.training.ablation. A part's time
is what passes inside the functions that do its work, less what they call for another row's. So is its memory: how far
the process's resident size grows there (from /proc, so on Linux alone), once all is opened and what was freed is given
back, and once all has been asked. Work that serves several parts has one row for all of them. Time and memory are
measured in a new process each, time while the passages are new to it and when all is asked again. Looking on takes time
too, a millisecond or two. Use a quiet machine: the first line says how busy it is.
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
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from rich.console import Console
from rich.table import Table

import corpus.language.statements
import index.snapshot
import qa.features.answers
import qa.features.entities
import qa.features.lexical
import qa.features.time
import qa.pipeline
import qa.rank
import qa.retrieve
from benchmarks.latency import WARM_UP, spread
from index.lexical import BM25Index
from index.snapshot import Snapshot, open_snapshot
from index.store import Store
from index.vectors import FlatIndex
from qa.features import FEATURES
from qa.features.answers import KIND, SUMMARIES
from qa.features.context import FeatureContext
from qa.features.lexical import BM25, COVERAGE, DENSE, HEADINGS, NAMES, SHAPE
from qa.features.time import ORDER, TIMES
from qa.pipeline import Assistant, load_assistant
from qa.request import AskRequest
from qa.settings import read_settings

ENCODER, RERANKER, REST = (
    "the encoder",
    "the cross-encoder, and choosing what it reads",
    "Python, its libraries, and the rest",
)
FIELDS = {"text": "postings of the text", "identity": "postings of title, publisher, date, headings"}
BY_WORDS = (NAMES, COVERAGE, HEADINGS, SUMMARIES, KIND, SHAPE)


@dataclass(frozen=True, slots=True)
class Work:
    """Something that is done for a question.

    Attributes:
        name: what is done, or what it is done with.
        parts: those that need it, by their names in `eval.training.ablation` (which would be in memory itself); none
            where all do.
        done_by: the functions that do it, each by where its callers find it and its name there.
        groups: the groups of features whose computing it is, but for what is watched by itself.
        modules: the modules whose work for several features it is.
    """

    name: str
    parts: tuple[str, ...]
    done_by: tuple[tuple[object, str], ...] = ()
    groups: tuple[str, ...] = ()
    modules: tuple[ModuleType, ...] = ()


WORK = (
    Work("reading the question", (NAMES, TIMES, ORDER, KIND), ((qa.pipeline, "understand"),)),
    Work(
        "the catalogue, and which documents are meant",
        (NAMES, TIMES, ORDER),
        ((index.snapshot, "open_catalogue"), (qa.retrieve, "documents_meant"), (qa.retrieve, "first_rows")),
        groups=(NAMES, TIMES),
        modules=(qa.features.entities, qa.features.time),
    ),
    Work("the order of documents", (ORDER,), groups=(ORDER,)),
    Work(ENCODER, (DENSE,), ((qa.pipeline, "load_encoder"),)),
    Work(
        "the vectors",
        (DENSE,),
        (
            (index.snapshot, "FlatIndex"),
            (FlatIndex, "search"),
            (FlatIndex, "vectors"),
            (qa.retrieve, "_nearest_within"),
        ),
        groups=(DENSE,),
    ),
    *(Work(name, (BM25,)) for name in FIELDS.values()),
    Work("the passages, fetched", (), ((index.snapshot, "Store"), (Store, "passages"))),
    Work(
        "words of the passages, read once",
        BY_WORDS,
        ((BM25Index, "found"), (qa.features.time, "_years_named")),
        groups=(COVERAGE, HEADINGS, SHAPE),
        modules=(qa.features.lexical,),
    ),
    Work("pairs and statements", (SUMMARIES,), groups=(SUMMARIES,), modules=(qa.features.answers,)),
    Work(
        "values of the kind asked after",
        (KIND,),
        ((qa.features.answers, "value_spans"), (corpus.language.statements, "value_spans")),
        groups=(KIND,),
    ),
    Work(RERANKER, ("reranker",), ((qa.pipeline, "load_reranker"), (qa.rank, "window_of"))),
    Work("adding up", ("other weights for series",), ((qa.pipeline, "rank"),), groups=(BM25,)),
    Work("quotes and citations", (), ((qa.pipeline, "extract"), (qa.pipeline, "decide"))),
    Work(REST, ()),
)


def work_for(context: FeatureContext, compute: Callable[[FeatureContext], object]) -> str:
    """For which work a feature, or what several features need, is computed."""
    group = next((feature.group for feature in FEATURES if feature.compute == compute), None)
    module = sys.modules[compute.__module__]
    works = (work.name for work in WORK if group in work.groups or (group is None and module in work.modules))
    return next(works, REST)


class Meter:
    """Counts how far a gauge goes up during each kind of work, less what is done for another within it."""

    def __init__(self, gauge: Callable[[], float]) -> None:
        self.gauge = gauge
        self._spent: defaultdict[str, float] = defaultdict(float)
        self._last = 0.0
        self._doing = [REST]

    def _turn(self) -> None:
        now = self.gauge()
        self._spent[self._doing[-1]] += now - self._last
        self._last = now

    def taken(self) -> dict[str, float]:
        """What was counted for each work since this was last asked."""
        self._turn()
        spent, self._spent = self._spent, defaultdict(float)
        return spent

    def watch(self, owner: Any, name: str, work: str | Callable[..., str]) -> None:
        """Count what a function does for a work, which what it is given may decide."""
        run = getattr(owner, name)

        def watched(*given: Any, **named: Any) -> Any:
            self._turn()
            self._doing.append(work if isinstance(work, str) else work(*given))
            try:
                return run(*given, **named)
            finally:
                self._turn()
                self._doing.pop()

        setattr(owner, name, watched)

    def opened(self, folder: Path) -> tuple[Assistant, Snapshot]:
        """The assistant and the snapshot, watched from their opening on."""
        self.watch(index.snapshot, "BM25Index", lambda folder: FIELDS[folder.name])
        for work in WORK:
            for owner, name in work.done_by:
                self.watch(owner, name, work.name)
        self.watch(FeatureContext, "shared", work_for)
        assistant = load_assistant(read_settings())
        snapshot = open_snapshot(folder, assistant.encoder)
        self.watch(assistant.encoder, "encode_question", ENCODER)
        if assistant.reranker:
            self.watch(assistant.reranker, "read", RERANKER)
        for field, postings in snapshot.postings.items():
            self.watch(postings, "scores", FIELDS[field])
        return assistant, snapshot


def main() -> None:
    """Run the measurement and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, metavar="QUESTIONS")
    parser.add_argument("--index", type=Path)
    parser.add_argument("--most", type=int, default=100)
    given = parser.parse_args()
    folder = read_settings(index=given.index).index
    questions = spread(given.questions, given.most + WARM_UP)
    console = Console(width=200)
    console.print(
        f"{len(questions) - WARM_UP} questions of {given.questions}, {os.cpu_count()} processors, "
        f"{os.getloadavg()[0]:.2f} busy before this began"
    )
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), max_tasks_per_child=1) as new_process:
        opened, asked = new_process.submit(megabytes, folder, questions).result()
        met, again = new_process.submit(milliseconds, folder, questions).result()
    table = Table("work", "for the parts")
    for column in ("ms, passages new", "ms, asked again", "MB opened", "MB when all was asked"):
        table.add_column(column, justify="right")
    for name, parts, of in (
        *((work.name, work.parts, [work.name]) for work in WORK),
        ("the whole", (), [work.name for work in WORK]),
    ):
        took = [statistics.median(sum(question[each] for each in of) for question in way) for way in (met, again)]
        held = [sum(opened[each] for each in of), sum(opened[each] + asked[each] for each in of)]
        table.add_row(
            name, "; ".join(parts), *(f"{value:.1f}" for value in took), *(str(round(value)) for value in held)
        )
    console.print(table)


def megabytes(folder: Path, questions: Sequence[str]) -> tuple[dict[str, float], dict[str, float]]:
    """What each work makes this process hold when all is opened, and then when all is asked."""
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
    return opened, meter.taken()


def milliseconds(folder: Path, questions: Sequence[str]) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """What each work takes for each question after the first few.

    First while its passages are new to this process, and then when it is asked again.
    """
    meter = Meter(lambda: 1000 * time.perf_counter())
    assistant, snapshot = meter.opened(folder)

    def asked(question: str) -> dict[str, float]:
        meter.taken()
        assistant.ask(snapshot, AskRequest(question))
        return meter.taken()

    met = [asked(question) for question in questions]
    return met[WARM_UP:], [asked(question) for question in questions[WARM_UP:]]


if __name__ == "__main__":
    main()
