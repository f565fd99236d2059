"""How fast a build encodes beside the model alone on the same passages, and what a rebuild costs.

    python -m benchmarks.build_rate corpus/samples
    python -m benchmarks.build_rate ../shared/data/ofsted/corpus.jsonl --every 5

The build and `SentenceTransformer.encode` take turns on the same windows of 256 passages, so that a noisy machine
treats both alike; with --every 5 the model alone runs on each fifth window.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from eval.results import Results
from index.build import build
from index.encoder import SentenceTransformerEncoder
from index.models import model_folder
from index.seams import Vectors


class InTurns(SentenceTransformerEncoder):
    """Encodes each window twice: as a build does, and by the model alone."""

    def __init__(self, folder: Path, every: int) -> None:
        super().__init__("all-MiniLM-L6-v2", folder)
        self.every = every
        self.windows = 0
        self.ours: list[float] = []
        self.alone: list[float] = []
        self.pairs: list[tuple[int, float, float]] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, timing both ways."""
        model: Any = self._model
        started = time.perf_counter()
        vectors = super().encode_passages(texts)
        between = time.perf_counter()
        self.ours.append(between - started)
        if self.windows % self.every == 0:
            model.encode(list(texts), show_progress_bar=False)
            self.alone.append(time.perf_counter() - between)
            self.pairs.append((len(texts), between - started, self.alone[-1]))
        self.windows += 1
        return vectors


def main() -> None:
    """Run the measurement and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--models", type=Path, default=Path("var/models"))
    parser.add_argument("--every", type=int, default=1, help="run the model alone on every Nth window")
    parser.add_argument("--index", type=Path, help="keep the index here")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    results = Results(Console(width=160))
    encoder = InTurns(model_folder("all-MiniLM-L6-v2", arguments.models), arguments.every)
    encoder.count_tokens(["load the model before the clock starts"])
    with tempfile.TemporaryDirectory() as temporary:
        index = arguments.index or Path(temporary)
        report = build(arguments.paths, index, encoder)
        outside = report.seconds - sum(encoder.ours) - sum(encoder.alone)
        texts, ours, alone = (sum(column) for column in zip(*encoder.pairs, strict=True))
        whole = report.passages / (sum(encoder.ours) + outside)
        ratios = [other / one for _, one, other in encoder.pairs]
        results.line(
            f"files {report.files}, failed {len(report.failed)}, documents {report.documents}, "
            f"passages {report.passages}"
        )
        results.line(f"whole build       {whole:8.1f} passages/s (reading, splitting, encoding, writing)")
        results.line(f"on the {len(ratios)} windows ({texts} passages) that both encoded, in turns:")
        results.line(f"  a build         {texts / ours:8.1f} passages/s")
        results.line(f"  encode() alone  {texts / alone:8.1f} passages/s")
        results.line(
            f"  ratio           {alone / ours:8.2f} in all, {statistics.median(ratios):.2f} median of the windows"
        )
        encoding = sum(encoder.ours)
        rest = encoding / (encoding + outside)
        results.line(
            f"share of encoding {rest:8.2f} of the build; ratio with everything else: {alone / ours * rest:.2f}"
        )
        results.line(
            f"outside encoding  {outside:8.1f} s (reading and splitting {report.reading_seconds:.1f}, "
            f"writing {report.writing_seconds:.1f})"
        )
        results.line(f"peak memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MiB")
        again = build(arguments.paths, index, encoder)
        results.line(f"rebuild, nothing changed: {again.seconds:.1f} s, {again.encoded} encoded")
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.build_rate", *sys.argv[1:]])


if __name__ == "__main__":
    main()
