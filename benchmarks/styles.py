"""How questions come out that are typed as stories, keywords or with slips, beside full questions.

    python -m benchmarks.styles ../shared/data/handbook_read=var/runs/handbook [SET=RUNS ...]

Each SET=RUNS is a question set whose questions have a `style`, and a folder that `qa eval SET --save RUNS` wrote.
Styles are compared by outcome: the share of questions with right words shown, or rightly refused.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from eval.datasets import read_dataset
from eval.figures import per_question
from eval.measures import all_measures
from eval.records import Dataset, Run
from eval.results import Results
from eval.run_folder import read_run

FULL: Final = "full question"
STYLES: Final[Mapping[str, str]] = {
    "full": FULL,
    "fullquestion": FULL,
    "story": "story or conversation",
    "conversational": "story or conversation",
    "keywords": "keywords",
    "terse": "terse",
    "misspelt": "misspelt or lower case",
    "misspeltorlower": "misspelt or lower case",
    "typo": "misspelt or lower case",
    "twopart": "two parts",
}
"""What styles are called here, by what they are called in sets."""
FALL: Final = 0.08
"""A style that comes out worse than full questions by more than this is marked."""


def outcomes(dataset: Dataset, run: Run) -> dict[str, list[float]]:
    """The outcome of each question, 1 or 0, by its style."""
    [measure] = [measure for measure in all_measures() if measure.name == "outcome"]
    scores = per_question(dataset.questions, run, [measure])["outcome"]
    found: dict[str, list[float]] = {}
    for question in dataset.questions:
        style = "".join(filter(str.isalnum, question.slices.get("style", "").lower()))
        if style in STYLES and question.id in scores:
            found.setdefault(STYLES[style], []).append(scores[question.id])
    return found


def styles_table(by_set: Mapping[str, Mapping[str, Sequence[float]]]) -> Table:
    """A row for each style of each set, and of all of them, with how far it is from full questions."""
    table = Table(title="outcome by style", title_justify="left")
    for name in ("set", "style", "questions", "outcome", "beside full questions", "more than .08 worse"):
        table.add_column(name, justify="left" if name in ("set", "style") else "right")
    together: dict[str, list[float]] = {}
    for styles in by_set.values():
        for style, values in styles.items():
            together.setdefault(style, []).extend(values)
    for name, styles in (*by_set.items(), ("all", together)):
        full = _mean(styles.get(FULL, ()))
        for style in dict.fromkeys(STYLES.values()):
            if values := styles.get(style, ()):
                apart = _mean(values) - full
                row = f"{_mean(values):.3f}", f"{apart:+.3f}", "yes" if apart < -FALL else ""
                table.add_row(name, style, str(len(values)), *row)
    return table


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", metavar="SET=RUNS")
    parser.add_argument("--system", default="full")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    results = Results(Console(width=160))
    by_set = {}
    for one in arguments.runs:
        path, _, runs = one.partition("=")
        dataset = read_dataset(Path(path))
        by_set[dataset.name] = outcomes(dataset, read_run(Path(runs) / arguments.system))
    results.table(styles_table(by_set))
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.styles", *sys.argv[1:]])


if __name__ == "__main__":
    main()
