"""What passage sizes are worth: retrieval and character measures for several settings of the splitting.

    python -m benchmarks.splitting ../shared/data/chroma_chunking --system dense
    QA_ENCODER=hashing python -m benchmarks.splitting ../shared/data/ofsted --system bm25-identity

Each setting gets an index of its own, so with a real encoder the whole set is encoded once for each.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from pathlib import Path

from rich.console import Console

from eval.command import evaluate
from qa.settings import read_settings

SIZES = ((40, 70), (60, 100), (90, 140), (120, 180), (160, 196))
MEASURES = (
    "passage_hit@1",
    "passage_hit@5",
    "passage_mrr@10",
    "character_recall@5",
    "character_precision@5",
    "precision_omega",
    "character_iou@5",
)


def main() -> None:
    """Run the measurement and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--system", default="dense")
    parser.add_argument("--models", type=Path, default=Path("var/models"))
    parser.add_argument("--limit", type=int, help="only so many questions")
    arguments = parser.parse_args()
    print(
        "target/limit  passages  "
        + "  ".join(f"{name.removeprefix('passage_').removeprefix('character_'):>15}" for name in MEASURES)
    )
    for target, limit in SIZES:
        with tempfile.TemporaryDirectory() as work:
            settings = read_settings(
                index=Path(work) / "index",
                models=arguments.models.absolute(),
                reranker="none" if arguments.system != "full" else None,
                passage_target_tokens=target,
                passage_limit_tokens=limit,
            )
            found = evaluate(
                arguments.dataset,
                settings,
                Console(file=io.StringIO()),
                systems=[arguments.system],
                limit=arguments.limit,
            )
        measures = found.figures[arguments.system].measures
        cells = [
            f"{estimate.mean:.3f}±{estimate.sd:.3f}" if (estimate := measures.get(name)) else "-" for name in MEASURES
        ]
        print(
            f"{target:6}/{limit:<5}{found.runs[arguments.system].info.passages:10}  "
            + "  ".join(f"{cell:>15}" for cell in cells),
            flush=True,
        )


if __name__ == "__main__":
    main()
