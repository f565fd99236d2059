"""How long a question takes, where the time goes, and how far that is above what the models alone take.

    python -m benchmarks.latency ../shared/data/ofsted/queries.jsonl --index var/index --most 100 --users 2

QUESTIONS is a .jsonl whose lines have a "text" or a "question". --index is the index to ask (else QA_INDEX or the
default); --most is how many of the questions are asked, spread evenly; --users is how many ask at once in the last
measurement; --port is a free one for the server. All other settings are those of the service (QA_...).

Cold is a new process for each of a few questions, from the command line. Warm is one process that has answered some
others before: each question is first asked once, one half of them fast and the other in full, so that its passages are
mostly new to the process; and then again in both ways. The floor is what the models need: the encoder for the question,
and the reranker for all that it read, on as many processors as it uses. It is taken within the same questions, so that
what is above it is the rest of the work. Use a quiet machine: the first line says how busy it is.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from eval.results import Results
from index.snapshot import Snapshot, open_snapshot
from qa.pipeline import Assistant, load_assistant
from qa.request import AskRequest
from qa.settings import Settings, read_settings

WARM_UP = 5
COLD = 5


@dataclass(slots=True)
class Asked:
    """Milliseconds for each question that was asked in one way: all of it, and what the models took of it."""

    whole: list[float] = field(default_factory=list)
    encoder: list[float] = field(default_factory=list)
    reranker: list[float] = field(default_factory=list)

    @property
    def above(self) -> list[float]:
        """What each question took above the floor."""
        return [
            whole - encoder - reranker
            for whole, encoder, reranker in zip(self.whole, self.encoder, self.reranker, strict=True)
        ]


class Clock:
    """Asks an assistant, and notes how long that takes and how long its models do."""

    def __init__(self, assistant: Assistant, snapshot: Snapshot) -> None:
        self._assistant, self._snapshot = assistant, snapshot
        self._spent = {"encode_question": 0.0, "score": 0.0}
        self._watch(assistant.encoder, "encode_question")
        if assistant.reranker:
            self._watch(assistant.reranker, "score")

    def _watch(self, model: Any, method: str) -> None:
        run = getattr(model, method)

        def watched(*given: Any) -> Any:
            started = time.perf_counter()
            found = run(*given)
            self._spent[method] += _since(started)
            return found

        setattr(model, method, watched)

    def ask(self, question: str, asked: Asked, *, fast: bool) -> None:
        """Ask a question and add what it took."""
        self._spent.update(dict.fromkeys(self._spent, 0.0))
        started = time.perf_counter()
        self._assistant.ask(self._snapshot, AskRequest(question, fast=fast))
        asked.whole.append(_since(started))
        asked.encoder.append(self._spent["encode_question"])
        asked.reranker.append(self._spent["score"])


def main() -> None:
    """Run the measurement and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, metavar="QUESTIONS")
    parser.add_argument("--index", type=Path)
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--users", type=int, default=2)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    given = parser.parse_args()
    settings = read_settings(index=given.index)
    questions = spread(given.questions, given.most + WARM_UP)
    results = Results(Console())
    results.line(
        f"{len(questions) - WARM_UP} questions of {given.questions}, {os.cpu_count()} processors, "
        f"{os.getloadavg()[0]:.2f} busy before this began"
    )

    table = _table("Milliseconds", "p50", "p95", "n")
    _cold(table, settings, questions[:COLD], given.port, questions[WARM_UP:])
    assistant = load_assistant(settings)
    snapshot = open_snapshot(settings.index, assistant.encoder)
    asked = _warm(Clock(assistant, snapshot), questions)
    for way, each in asked.items():
        _row(table, f"warm, {way}", each.whole)
    at_once = _at_once(assistant, snapshot, questions[WARM_UP:], given.users)
    _row(table, f"warm, in full, {given.users} users at once", at_once)
    results.table(table)

    floor = _table("Median milliseconds, warm", "whole", "encoder", "reranker", "above the floor")
    for way, each in asked.items():
        floor.add_row(
            way, *(f"{statistics.median(part):.1f}" for part in (each.whole, each.encoder, each.reranker, each.above))
        )
    results.table(floor)

    stages = _table("Median milliseconds a stage, asked again", "fast", "in full")
    fast, full = (_stages(assistant, snapshot, questions[WARM_UP:], fast=fast) for fast in (True, False))
    for stage in fast:
        stages.add_row(stage, f"{fast[stage]:.1f}", f"{full[stage]:.1f}")
    results.table(stages)
    results.line(
        f"Peak memory: {_megabytes(resource.RUSAGE_SELF):,.0f} MB warm, "
        f"{_megabytes(resource.RUSAGE_CHILDREN):,.0f} MB cold or serving"
    )
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.latency", *sys.argv[1:]])


def spread(path: Path, most: int) -> list[str]:
    """At most so many of the questions of a file, spread evenly."""
    lines = [json.loads(line) for line in path.open(encoding="utf-8")]
    texts = [str(line.get("text") or line["question"]) for line in lines]
    return texts[:: max(len(texts) // most, 1)][:most]


def _cold(table: Table, settings: Settings, questions: Sequence[str], port: int, asked_warm: Sequence[str]) -> None:
    """What the command line and the server take, each in processes of its own."""
    environment = {**os.environ, "QA_INDEX": str(settings.index)}
    cold = []
    for question in questions:
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "qa", "ask", question], check=True, capture_output=True, env=environment)
        cold.append(_since(started))
    _row(table, "qa ask, cold", cold)
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "qa", "serve", "--port", str(port)], stdout=subprocess.DEVNULL, env=environment
    ) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            while not _ready(f"{address}/readyz"):
                time.sleep(0.02)
            _row(table, "qa serve, to ready", [_since(started)])
            warm = []
            for question in asked_warm:
                started = time.perf_counter()
                with urllib.request.urlopen(f"{address}/ask?{urllib.parse.urlencode({'q': question})}") as response:
                    response.read()
                warm.append(_since(started))
            _row(table, "/ask over HTTP, in full, new passages", warm)
        finally:
            server.terminate()


def _warm(clock: Clock, questions: Sequence[str]) -> dict[str, Asked]:
    """What questions take fast and in full, with passages that are new to this process and then with known ones."""
    found = {
        way: Asked()
        for way in ("fast, new passages", "fast, asked again", "in full, new passages", "in full, asked again")
    }
    for question in questions[:WARM_UP]:
        clock.ask(question, Asked(), fast=False)
    for number, question in enumerate(questions[WARM_UP:]):
        fast = number % 2 == 0
        clock.ask(question, found["fast, new passages" if fast else "in full, new passages"], fast=fast)
    for question in questions[WARM_UP:]:
        clock.ask(question, found["fast, asked again"], fast=True)
        clock.ask(question, found["in full, asked again"], fast=False)
    return found


def _at_once(assistant: Assistant, snapshot: Snapshot, questions: Sequence[str], users: int) -> list[float]:
    """What each question takes while so many users ask, each the questions in an order of their own."""
    found: list[float] = []

    def ask(first: int) -> None:
        for question in (*questions[first:], *questions[:first]):
            started = time.perf_counter()
            assistant.ask(snapshot, AskRequest(question))
            found.append(_since(started))

    threads = [threading.Thread(target=ask, args=(user * len(questions) // users,)) for user in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _stages(assistant: Assistant, snapshot: Snapshot, questions: Sequence[str], *, fast: bool) -> dict[str, float]:
    """The median of each stage, as the explanation gives them."""
    found: dict[str, list[float]] = {}
    for question in questions:
        trace = assistant.ask(snapshot, AskRequest(question, fast=fast, explain=True)).explanation
        for stage, milliseconds in trace.took_ms.items() if trace else ():
            found.setdefault(stage, []).append(milliseconds)
    return {stage: statistics.median(each) for stage, each in found.items()}


def _table(*columns: str) -> Table:
    table = Table(columns[0])
    for column in columns[1:]:
        table.add_column(column, justify="right")
    return table


def _row(table: Table, name: str, milliseconds: Sequence[float]) -> None:
    p95 = f"{statistics.quantiles(milliseconds, n=20)[-1]:.1f}" if len(milliseconds) > COLD else ""
    table.add_row(name, f"{statistics.median(milliseconds):.1f}", p95, str(len(milliseconds)))


def _since(started: float) -> float:
    return 1000 * (time.perf_counter() - started)


def _megabytes(whose: int) -> float:
    """The most memory that processes have held."""
    most = resource.getrusage(whose).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6


def _ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(address):
            return True
    except (urllib.error.URLError, ConnectionError):
        return False


if __name__ == "__main__":
    main()
