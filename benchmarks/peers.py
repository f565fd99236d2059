"""Our systems beside other open-source retrievers: the same passages, questions and encoder weights.

    make benchmark-peers
    make benchmark-peers ARGS="../shared/data/herefordshire"
    make benchmark-peers ARGS="../shared/data/squad2_cs224n_dev --limit 300"

The environments are in var/peers/, made by make; what is measured, and how, is in docs/peers.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.errors import ChapterError
from eval.datasets import read_dataset, sample
from eval.figures import figures, per_question
from eval.measures.estimates import Estimate, estimate
from eval.measures.measure import Scores
from eval.records import Dataset, Result, Retrieved, Run, RunInfo
from eval.results import Results
from eval.run_info import code_version, machine
from index.models import model_folder

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = ROOT / "benchmarks" / "peers"
ENCODER = "all-MiniLM-L6-v2"
OWN = "own"
TOP = 10
MOST_SECONDS = 3600
MEASURES = ("passage_hit@1", "passage_hit@5", "passage_mrr@10")
QUIET = {
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "POSTHOG_DISABLED": "1",
    "TRANSFORMERS_OFFLINE": "1",
}
"""So that no system tells anyone of its use, or fetches anything."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table: a system of a peer.

    Its script and requirements are in benchmarks/peers/ under the peer's name.
    """

    peer: str
    system: str
    package: str = ""

    @property
    def index(self) -> str:
        """The name of the index it answers from; all of our own systems share one."""
        return OWN if self.peer == OWN else f"{self.peer}-{self.system}"

    @property
    def python(self) -> Path:
        """The interpreter of its environment."""
        return Path(sys.executable) if self.peer == OWN else ROOT / "var" / "peers" / self.peer / "bin" / "python"

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return f"ours: {self.system}" if self.peer == OWN else f"{self.package} {self.version}: {self.system}"

    @property
    def version(self) -> str:
        """The version of its package that is pinned."""
        lines = (SCRIPTS / f"{self.peer}.txt").read_text(encoding="utf-8").splitlines()
        return next(line.split("==")[1].split()[0] for line in lines if line.startswith(f"{self.package}=="))


ENTRIES = (
    Entry(OWN, "bm25"),
    Entry(OWN, "bm25-identity"),
    Entry(OWN, "fusion"),
    Entry(OWN, "full"),
    Entry("txtai", "dense", "txtai"),
    Entry("txtai", "hybrid", "txtai"),
    Entry("haystack", "bm25", "haystack-ai"),
    Entry("haystack", "hybrid", "haystack-ai"),
    Entry("cairn", "TF-IDF", "cairn-assistant"),
)

FULL = next(entry for entry in ENTRIES if entry.system == "full")


class Skipped(Exception):
    """A system cannot be measured; the message says why."""


def main() -> None:
    """Run the measurement and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "dataset", nargs="?", type=Path, default=ROOT / "eval" / "questions", help="a question set with its documents"
    )
    parser.add_argument("--limit", type=int, help="at most so many questions, always the same ones")
    parser.add_argument(
        "--rounds", type=int, default=3, help="how often everything is measured; the best time of each counts"
    )
    parser.add_argument("--threads", type=int, default=1, help="on how many processors each system may run")
    parser.add_argument("--models", type=Path, default=ROOT / "var" / "models")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    given = parser.parse_args()
    try:
        dataset = read_dataset(given.dataset)
        if given.limit is not None:
            dataset = sample(dataset, given.limit, seed=0)
        results = Results(Console(width=240))
        measure(dataset, model_folder(ENCODER, given.models), given.rounds, given.threads, results)
        if given.results:
            results.write(given.results, ["python", "-m", "benchmarks.peers", *sys.argv[1:]])
    except ChapterError as error:
        sys.exit(str(error))


def measure(dataset: Dataset, encoder: Path, rounds: int, threads: int, results: Results) -> None:
    """Build and ask every system, one after another and in as many rounds, and print the table."""
    work = ROOT / "var" / "peers" / "runs" / dataset.name
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    corpus = _corpus(dataset, work)
    questions = [{"id": question.id, "text": question.text} for question in dataset.questions]
    (work / "questions.jsonl").write_text(
        "".join(json.dumps(question) + "\n" for question in questions), encoding="utf-8"
    )
    load = os.getloadavg()[0]
    builds: dict[str, list[dict[str, Any]]] = {entry.index: [] for entry in ENTRIES}
    asks: dict[Entry, list[dict[str, Any]]] = {entry: [] for entry in ENTRIES}
    skipped: dict[Entry, str] = {}
    for number in range(rounds):
        for entry in ENTRIES:
            if entry in skipped:
                continue
            try:
                if len(builds[entry.index]) == number:
                    shutil.rmtree(work / entry.index, ignore_errors=True)
                    builds[entry.index].append(_step("build", entry, work, encoder, corpus, threads))
                asks[entry].append(_step("ask", entry, work, encoder, corpus, threads))
            except Skipped as reason:
                if not builds[OWN]:
                    raise ChapterError(
                        f"The passages for all systems come from our own index, and {reason}."
                    ) from reason
                skipped[entry] = str(reason)
    passages = [json.loads(line) for line in (work / "passages.jsonl").read_text(encoding="utf-8").split("\n") if line]
    answerable = sum(question.answerable for question in dataset.questions)
    results.line(
        f"{dataset.name}: {len(dataset.questions)} questions, {len(dataset.questions) - answerable} of them without an "
        f"answer, over {len(passages)} passages; best times of {rounds} rounds"
    )
    results.line(
        f"on {threads} of {machine()}, load {load:.1f} before and {os.getloadavg()[0]:.1f} after; "
        f"our code: {code_version()}"
    )
    scores = {
        entry: per_question(dataset.questions, _run(entry, dataset, passages, asks[entry][0]))
        for entry in ENTRIES
        if entry not in skipped
    }
    rows = []
    for entry in ENTRIES:
        if entry in skipped:
            rows.append([entry.name, f"skipped: {skipped[entry]}"])
        else:
            sure = figures(dataset.questions, _run(entry, dataset, passages, asks[entry][0])).measures.get("auroc")
            size = sum(path.stat().st_size for path in (work / entry.index).rglob("*") if path.is_file())
            quality = [*_quality(scores[entry], scores.get(FULL)), _bounds(sure)]
            rows.append([entry.name, *quality, *_cost(builds[entry.index], asks[entry], size)])
    results.table(peers_table(rows))
    reading = min(built["reading_seconds"] for built in builds[OWN])
    results.line(f"Reading and splitting, which only our build does and which is not in its seconds: {reading:.1f} s")


def peers_table(rows: Sequence[Sequence[str]]) -> Table:
    """The table of rows of cells, the first of each the system's name; cells that a row lacks stay empty."""
    ranking, cost = (
        ("hit@1 [95 %]", "less full's [95 %]", "hit@5", "MRR@10"),
        ("build s", "build MiB", "disk MB", "ready s", "p50 ms", "p95 ms", "ask MiB"),
    )
    table = Table("system")
    for heading in (*ranking, "AUROC [95 %]", *cost):
        table.add_column(Text(heading), justify="right")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _corpus(dataset: Dataset, work: Path) -> Path:
    """What our build reads."""
    if dataset.articles:
        lines = (json.dumps({"id": title, "title": title, "text": text}) for title, text in dataset.articles.items())
        (work / "corpus.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return work / "corpus.jsonl"
    if dataset.corpus is None:
        raise ChapterError(
            f"The question set {dataset.name!r} brings no documents, so there is nothing to search. Choose one that "
            "does."
        )
    return dataset.corpus


def _step(step: str, entry: Entry, work: Path, encoder: Path, corpus: Path, threads: int) -> dict[str, Any]:
    """Let a system's script build or ask in a process of its own, and read what it wrote."""
    environment = ROOT / "var" / "peers" / entry.peer
    if entry.peer != OWN and not (environment / ".installed").exists():
        raise Skipped(
            f"its packages are not installed, see {(environment / 'install.log').relative_to(ROOT)}; make "
            "benchmark-peers installs them"
        )
    out = work / f"{step}-{entry.peer}-{entry.system}.json"
    counts = {f"{library}_NUM_THREADS": str(threads) for library in ("OMP", "MKL", "OPENBLAS", "RAYON")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QA_", "PYTHON"))}
    command = [
        str(entry.python),
        str(SCRIPTS / f"run_{entry.peer}.py"),
        step,
        "--system",
        entry.system,
        "--started",
        str(time.time()),
    ]
    paths = {
        "--encoder": encoder.resolve(),
        "--passages": work / "passages.jsonl",
        "--questions": work / "questions.jsonl",
        "--index": work / entry.index,
        "--out": out,
        "--corpus": corpus.resolve(),
    }
    try:
        subprocess.run(
            [*command, *(str(part) for pair in paths.items() for part in pair)],
            env=kept | QUIET | counts | ({"PYTHONPATH": str(ROOT)} if entry.peer == OWN else {}),
            cwd=work,
            preexec_fn=partial(_stay_on, threads),
            check=True,
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS,
        )
    except subprocess.CalledProcessError as error:
        raise Skipped(f"its {step} failed: {(error.stderr.strip() or 'no message').splitlines()[-1]}") from error
    except subprocess.TimeoutExpired as error:
        raise Skipped(f"its {step} took more than {MOST_SECONDS} s") from error
    figures: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return figures


def _stay_on(processors: int) -> None:
    """Keep this process to so many processors, where the platform can.

    Not every library heeds the variables for threads.
    """
    if sys.platform == "linux":
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:processors])


def _quality(scores: Mapping[str, Scores], full: Mapping[str, Scores] | None) -> list[str]:
    """How well a system ranks, and how far its first passages are from those of our full assistant."""
    first, fifth, reciprocal = (estimate(list(scores[measure].values()), seed=0) for measure in MEASURES)
    distance = "–"
    if full is not None and full is not scores:
        apart = estimate(
            [value - full[MEASURES[0]][question] for question, value in scores[MEASURES[0]].items()], seed=0
        )
        distance = _bounds(apart, sign="+")
    return [_bounds(first), distance, f"{fifth.mean:.3f}", f"{reciprocal.mean:.3f}"]


def _cost(builds: Sequence[dict[str, Any]], asks: Sequence[dict[str, Any]], size: int) -> list[str]:
    """The cells that say what a system costs: the least time and the most memory of its rounds."""
    p50s, p95s = zip(
        *(np.percentile([1000 * answer["seconds"] for answer in asked["answers"]], [50, 95]) for asked in asks),
        strict=True,
    )
    return [
        f"{min(built['seconds'] for built in builds):.1f}",
        f"{max(built['peak_mib'] for built in builds):.0f}",
        f"{size / 1e6:.1f}",
        f"{min(asked['ready_seconds'] for asked in asks):.1f}",
        f"{min(p50s):.1f}",
        f"{min(p95s):.1f}",
        f"{max(asked['peak_mib'] for asked in asks):.0f}",
    ]


def _bounds(value: Estimate | None, sign: str = "") -> str:
    if value is None:
        return "–"
    if value.low is None or value.high is None:
        return f"{value.mean:{sign}.3f}"
    return f"{value.mean:{sign}.3f} [{value.low:{sign}.3f}, {value.high:{sign}.3f}]"


def _run(entry: Entry, dataset: Dataset, passages: Sequence[dict[str, Any]], asked: dict[str, Any]) -> Run:
    """What a system did, as the measures of `eval` want it."""
    results = []
    for answer in asked["answers"]:
        found = tuple(
            Retrieved(
                passages[row]["document_id"],
                passages[row]["start"],
                passages[row]["end"],
                passages[row]["text"],
                score,
                {},
            )
            for row, score in zip(answer["rows"], answer["scores"], strict=True)
        )
        results.append(
            Result(answer["id"], found, "answered", None, answer["confidence"] or 0.0, None, answer["seconds"])
        )
    confident = any(answer["confidence"] is not None for answer in asked["answers"])
    info = RunInfo(
        system=entry.name,
        dataset=dataset.name,
        dataset_sha256=dataset.sha256,
        snapshot="",
        documents=0,
        passages=len(passages),
        encoder=ENCODER,
        settings={"k": TOP},
        code="",
        seed=0,
        started="",
        machine=platform.platform(),
        gives_confidence=confident,
    )
    return Run(info, tuple(results))


if __name__ == "__main__":
    main()
