"""What looking for copies adds to a build: builds with it and without, by turns, in processor time and by the clock.

    python -m benchmarks.copies_cost ../shared/data/handbook_read/corpus.jsonl ../shared/data/ofsted/pdf --times 3

Every build reads and encodes all the files anew.
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
from index.encoder import load_encoder
from index.seams import DocumentMeta, DocumentStore, Encoder
from qa.settings import read_settings


@dataclass(frozen=True, slots=True)
class Took:
    """How long a build took, in seconds.

    Attributes:
        clock: by the clock.
        worked: of the processors, its own processes' included.
    """

    clock: float
    worked: float


@contextmanager
def without_copies() -> Iterator[None]:
    """Within it no passage is taken for a copy, and none is looked for."""
    stages = vars(index.build.run)
    found = stages["find_copies"]

    def alone(metadata: Sequence[DocumentMeta], store: DocumentStore, words: object) -> NDArray[np.int32]:
        return np.arange(sum(len(meta.rows) for meta in metadata), dtype=np.int32)

    try:
        stages["find_copies"] = alone
        yield
    finally:
        stages["find_copies"] = found


def built(paths: Sequence[Path], encoder: Encoder) -> Took:
    """How long it takes to build an index of some files anew."""
    with tempfile.TemporaryDirectory() as folder:
        started, before = time.perf_counter(), sum(os.times()[:4])
        build(paths, Path(folder) / "index", encoder)
        return Took(time.perf_counter() - started, sum(os.times()[:4]) - before)


def main() -> None:
    """Build by turns, and print what each took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, help="files and folders to build of")
    parser.add_argument("--times", type=int, default=3, help="so many builds of each kind")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    given = parser.parse_args()
    settings = read_settings()
    encoder = load_encoder(settings.encoder, settings.models)
    took: dict[str, list[Took]] = {"with copies": [], "without": []}
    for _ in range(given.times):
        took["with copies"].append(built(given.paths, encoder))
        with without_copies():
            took["without"].append(built(given.paths, encoder))
    results = Results(Console(width=120))
    results.table(_table(took))
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.copies_cost", *sys.argv[1:]])


def _table(took: dict[str, list[Took]]) -> Table:
    """A row for each kind of build, and one for what looking for copies adds."""
    table = Table(title="builds by turns, medians in seconds", title_justify="left")
    table.add_column("build")
    for name in ("times", "by the clock", "of the processors"):
        table.add_column(name, justify="right")
    medians = {}
    for name, times in took.items():
        both = medians[name] = [statistics.median(values) for values in zip(*map(_both, times), strict=True)]
        table.add_row(name, str(len(times)), *(f"{value:.1f}" for value in both))
    more = (one / other - 1 for one, other in zip(medians["with copies"], medians["without"], strict=True))
    table.add_row("more", "", *(f"{share:+.1%}" for share in more))
    return table


def _both(took: Took) -> tuple[float, float]:
    return took.clock, took.worked


if __name__ == "__main__":
    main()
