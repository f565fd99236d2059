"""How questions come out that are typed as stories, keywords or with slips, beside full questions.

    python -m benchmarks.styles ../shared/data/handbook_read=var/runs/handbook [SET=RUNS ...]

Each SET=RUNS is a question set whose questions have a `style`, and a folder that `qa eval SET --save RUNS` wrote.
Styles are compared by outcome: the share of questions with right words shown, or rightly refused. As it is easier to
refuse than to answer, a style is told too as it would come out with as many answerable questions as full ones have.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from eval.datasets import read_dataset
from eval.figures import per_question
from eval.measures import all_measures
from eval.measures.estimates import resampled_interval
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


Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcomes of the questions of one style, 1 or 0.

    Attributes:
        answerable: of those with an answer.
        unanswerable: of those without.
    """

    answerable: tuple[float, ...] = ()
    unanswerable: tuple[float, ...] = ()

    @property
    def together(self) -> tuple[float, ...]:
        """Those of all questions."""
        return self.answerable + self.unanswerable

    def __add__(self, other: Outcomes) -> Outcomes:
        return Outcomes(self.answerable + other.answerable, self.unanswerable + other.unanswerable)


def outcomes(dataset: Dataset, run: Run) -> dict[str, Outcomes]:
    """The outcomes of the questions of a run, by their style."""
    [measure] = [measure for measure in all_measures() if measure.name == "outcome"]
    scores = per_question(dataset.questions, run, [measure])["outcome"]
    found: dict[str, Outcomes] = {}
    for question in dataset.questions:
        style = "".join(filter(str.isalnum, question.slices.get("style", "").lower()))
        if style in STYLES and question.id in scores:
            score = (scores[question.id],)
            one = Outcomes(answerable=score) if question.answerable else Outcomes(unanswerable=score)
            found[STYLES[style]] = found.get(STYLES[style], Outcomes()) + one
    return found


def styles_table(by_set: Mapping[str, Mapping[str, Outcomes]]) -> Table:
    """A row for each style of each set, and of all of them, with how far it is from full questions."""
    table = Table(title="outcome by style", title_justify="left")
    numbers = ("questions", "answerable", "outcome", "beside full questions", "with as many answerable")
    for name in ("set", "style", *numbers, "more than .08 worse"):
        table.add_column(name, justify="left" if name in ("set", "style") else "right")
    together: dict[str, Outcomes] = {}
    for styles in by_set.values():
        for style, found in styles.items():
            together[style] = together.get(style, Outcomes()) + found
    for name, styles in (*by_set.items(), ("all", together)):
        full = styles.get(FULL, Outcomes())
        for style in dict.fromkeys(STYLES.values()):
            if told := styles.get(style):
                table.add_row(name, style, *_cells(told, full))
    return table


def _cells(found: Outcomes, full: Outcomes) -> tuple[str, ...]:
    """What a row tells of one style beside full questions."""
    values = found.together
    outcome, apart = _mean(values), _mean(values) - _mean(full.together)
    counts = str(len(values)), f"{len(found.answerable) / len(values):.3f}", f"{outcome:.3f}"
    if found is full or not full.together:
        return *counts, "", "", ""
    worse = "yes" if apart < -FALL else ""
    return *counts, _difference((values,), (full.together,), (1.0,)), _alike(found, full), worse


def _alike(found: Outcomes, full: Outcomes) -> str:
    """How far a style is from full questions, each part of it weighed by its share of these; "" without both parts."""
    parts = (found.answerable, found.unanswerable), (full.answerable, full.unanswerable)
    shares = tuple(len(part) / len(full.together) for part in parts[1])
    return _difference(*parts, shares) if all(part for two in parts for part in two) else ""


def _difference(ours: Sequence[Sequence[float]], theirs: Sequence[Sequence[float]], shares: Sequence[float]) -> str:
    """A difference of weighed means with its interval: "-0.049 [-0.137, +0.040]"; no interval of a single question."""
    samples = tuple(np.asarray(part, dtype=np.float64) for part in (*ours, *theirs))

    def apart(*drawn: Floats, axis: int = -1) -> Any:
        means = [part.mean(axis=axis) for part in drawn]
        return sum(share * (means[at] - means[at + len(ours)]) for at, share in enumerate(shares))

    low, high = resampled_interval(samples, apart, 0) if min(map(len, samples)) > 1 else (None, None)
    return f"{apart(*samples):+.3f}" + (f" [{low:+.3f}, {high:+.3f}]" if low is not None else "")


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
