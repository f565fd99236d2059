"""How fast a build encodes beside the model alone on the same passages, and what a rebuild costs.

    python -m benchmarks.build_rate corpus/samples
    python -m benchmarks.build_rate ../shared/data/ofsted/corpus.jsonl

The build and `SentenceTransformer.encode` run in turns of one window each on the same texts, so that a
noisy machine treats both alike.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.build import build
from index.encoder import SentenceTransformerEncoder, Vectors
from index.models import model_folder


class InTurns(SentenceTransformerEncoder):
    """Encodes each window twice: as a build does, and by the model alone."""

    def __init__(self, folder: Path) -> None:
        super().__init__("all-MiniLM-L6-v2", folder)
        self.texts = 0
        self.ours: list[float] = []
        self.alone: list[float] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, timing both ways."""
        model: Any = self._model
        started = time.perf_counter()
        vectors = super().encode_passages(texts)
        between = time.perf_counter()
        model.encode(list(texts), show_progress_bar=False)
        self.ours.append(between - started)
        self.alone.append(time.perf_counter() - between)
        self.texts += len(texts)
        return vectors


def main() -> None:
    """Run the measurement and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--models", type=Path, default=Path("var/models"))
    arguments = parser.parse_args()
    encoder = InTurns(model_folder("all-MiniLM-L6-v2", arguments.models))
    encoder.count_tokens(["load the model before the clock starts"])
    with tempfile.TemporaryDirectory() as index:
        report = build(arguments.paths, Path(index), encoder)
        outside = report.seconds - sum(encoder.ours) - sum(encoder.alone)
        whole = report.passages / (sum(encoder.ours) + outside)
        alone = report.passages / sum(encoder.alone)
        ratios = [one / other for one, other in zip(encoder.alone, encoder.ours, strict=True)]
        print(f"files {report.files}, failed {len(report.failed)}, documents {report.documents}, passages {report.passages}")
        print(f"whole build       {whole:8.1f} passages/s (reading, splitting, encoding, writing)")
        print(f"encode() alone    {alone:8.1f} passages/s on the same passages in the same run")
        print(f"ratio             {whole / alone:8.2f} whole build; {statistics.median(ratios):.2f} median of the encoding windows")
        print(f"outside encoding  {outside:8.1f} s (reading {report.reading_seconds:.1f}, writing {report.writing_seconds:.1f})")
        print(f"peak memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MiB")
        again = build(arguments.paths, Path(index), encoder)
        print(f"rebuild, nothing changed: {again.seconds:.1f} s, {again.encoded} encoded")


if __name__ == "__main__":
    main()
