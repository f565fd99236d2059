"""What passage sizes are worth: retrieval and character measures for several settings of the splitting.

    python -m benchmarks.splitting ../shared/data/chroma_chunking --system dense
    QA_ENCODER=hashing python -m benchmarks.splitting ../shared/data/ofsted --system bm25-identity

Each setting gets an index of its own, so with a real encoder the whole set is encoded once for each.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from eval.evaluation import Request, evaluate
from eval.results import Results
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
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    columns = ("target/limit", "passages", *(_short(name) for name in MEASURES))
    results = Results(Console(width=200))
    table = Table(title="Mean and standard deviation over questions", title_justify="left")
    for column in columns:
        table.add_column(column, justify="right")
    for target, limit in track(SIZES, "Splitting", console=Console(stderr=True), transient=True):
        table.add_row(f"{target}/{limit}", *_measured(arguments, target, limit))
    results.table(table)
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.splitting", *sys.argv[1:]])


def _measured(arguments: argparse.Namespace, target: int, limit: int) -> list[str]:
    """How many passages a setting makes, and what they are worth."""
    with tempfile.TemporaryDirectory() as work:
        settings = read_settings(
            index=Path(work) / "index",
            models=arguments.models.absolute(),
            reranker="none" if arguments.system != "full" else None,
            passage_target_tokens=target,
            passage_limit_tokens=limit,
        )
        request = Request(arguments.dataset, systems=[arguments.system], limit=arguments.limit)
        found = evaluate(request, settings)
    measures = found.figures[arguments.system].measures
    cells = [f"{estimate.mean:.3f}±{estimate.sd:.3f}" if (estimate := measures.get(name)) else "–" for name in MEASURES]
    return [str(found.runs[arguments.system].info.passages), *cells]


def _short(name: str) -> str:
    return name.removeprefix("passage_").removeprefix("character_")


if __name__ == "__main__":
    main()
