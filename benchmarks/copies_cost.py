"""What looking for copies adds to a build, in processor time and by the clock: the stage is timed within each build.

    python -m benchmarks.copies_cost ../shared/data/handbook_read/corpus.jsonl --times 3

Every build reads and encodes all the files anew. What the stage takes is set beside all the rest of the same build, so
that one build tells it, on a busy machine too.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

import index.build.run
from eval.results import Results
from index.build import build
from index.build.statements import Words
from index.encoder import load_encoder
from index.seams import DocumentMeta, DocumentStore, Encoder
from qa.settings import read_settings


@dataclass(frozen=True, slots=True)
class Took:
    """How long something took, in seconds.

    Attributes:
        clock: by the clock.
        worked: of the processors, its own processes' included.
    """

    clock: float
    worked: float

    def beside(self, whole: Took) -> Took:
        """What it adds to the rest of something that it is a part of, as shares of that rest."""
        return Took(self.clock / (whole.clock - self.clock), self.worked / (whole.worked - self.worked))


@dataclass(frozen=True, slots=True)
class Built:
    """A build, with how long all of it took, and of that the search for copies."""

    passages: int
    whole: Took
    copies: Took


@contextmanager
def timed(into: list[Took]) -> Iterator[None]:
    """Adds to a list how long what is done within it takes."""
    clock, worked = time.perf_counter(), sum(os.times()[:4])
    yield
    into.append(Took(time.perf_counter() - clock, sum(os.times()[:4]) - worked))


@contextmanager
def timed_search(into: list[Took]) -> Iterator[None]:
    """Within it every search for copies is timed, which it adds to a list."""
    stages = vars(index.build.run)
    found = stages["find_copies"]

    def find_copies(metadata: Sequence[DocumentMeta], store: DocumentStore, words: Words) -> NDArray[np.int32]:
        with timed(into):
            rows: NDArray[np.int32] = found(metadata, store, words)
        return rows

    stages["find_copies"] = find_copies
    try:
        yield
    finally:
        stages["find_copies"] = found


def built(paths: Sequence[Path], encoder: Encoder) -> Built:
    """Build an index of some files anew, and time it."""
    whole: list[Took] = []
    copies: list[Took] = []
    with tempfile.TemporaryDirectory() as folder, timed_search(copies):
        with timed(whole):
            report = build(paths, Path(folder) / "index", encoder)
        return Built(report.passages, whole[0], copies[0])


def cost_table(builds: Sequence[Built]) -> Table:
    """What builds of the same files took, and what of each was for copies; medians."""
    table = Table(title="builds of the same files, medians", title_justify="left")
    table.add_column("seconds")
    for name in ("builds", "passages", "all", "of it for copies", "more than the rest"):
        table.add_column(name, justify="right")
    for name in ("clock", "worked"):
        whole, copies, more = (
            statistics.median(getattr(took, name) for took in column)
            for column in zip(*((one.whole, one.copies, one.copies.beside(one.whole)) for one in builds), strict=True)
        )
        label = "by the clock" if name == "clock" else "of the processors"
        row = str(len(builds)), str(builds[0].passages), f"{whole:.1f}", f"{copies:.2f}", f"{more:+.1%}"
        table.add_row(label, *row)
    return table


def main() -> None:
    """Build so many times, and print what each took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, help="files and folders to build of")
    parser.add_argument("--times", type=int, default=3, help="so many builds")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    given = parser.parse_args()
    settings = read_settings()
    encoder = load_encoder(settings.encoder, settings.models)
    results = Results(Console(width=120))
    results.table(cost_table([built(given.paths, encoder) for _ in range(given.times)]))
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.copies_cost", *sys.argv[1:]])


if __name__ == "__main__":
    main()
