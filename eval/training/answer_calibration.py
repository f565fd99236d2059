"""Fitting the calibration of answers: how likely words are right, by how often they were for people's own questions.

Run it as `python -m eval.training.answer_calibration DATASET... --runs FOLDER --out qa/choosing/calibration.json`, over
runs that show words to every question: QA_ANSWER_CONFIDENCE=0 qa eval DATASET --system full --system fast --save
FOLDER/NAME. The runs may be made with a calibration: what is fitted comes after that. What it prints is of each set by
a calibration that has not seen it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize
from scipy.special import expit, logit

from corpus.errors import ChapterError
from eval.compare import check_questions
from eval.datasets import read_dataset
from eval.measures.answers import SURE, answer_is_right
from eval.measures.calibration import calibration
from eval.records import Dataset, Run
from eval.results import Results
from eval.run_folder import read_run
from eval.training.options import Datasets, ResultsFile
from eval.training.report import figures_table
from qa.choosing.answer_model import AS_LIKELY, SURE_OF_ROWS
from qa.choosing.calibration import Calibration, Scaling, load_calibration
from qa.judged.confidence import load_fact_model

System = Literal["fast", "full"]
LEAST = 0.3
"""Words of less confidence than this are hardly ever shown, and tell nothing of those that are."""
MOST = 0.9999
"""Log odds are taken of no more than this."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Words that were shown by what the answer model makes of them.

    Attributes:
        dataset: of the question.
        confidence: that they are right, more than 0 and less than 1.
        right: whether they are.
    """

    dataset: str
    confidence: float
    right: bool


def weighed(dataset: Dataset, run: Run) -> list[Weighed]:
    """The words that were shown to the questions of a set by the answer model; not those that a rule is so sure of.

    Args:
        dataset: the set.
        run: over it, which showed words to every question.

    Raises:
        ChapterError: the run is over other questions, or showed only words of some confidence.
    """
    check_questions(dataset.name, dataset.questions, run)
    if least := run.info.settings.get("answer_confidence", 0):
        raise ChapterError(
            f"The run of {run.info.system} over {dataset.name!r} withheld words of a confidence below {least}. "
            "Make it again with QA_ANSWER_CONFIDENCE=0."
        )
    facts = load_fact_model()
    ruled = {AS_LIKELY, SURE_OF_ROWS, *(round(facts.likely(told), 4) for told in facts.answers)}
    questions = {question.id: question for question in dataset.questions}
    return [
        Weighed(dataset.name, min(one.confidence, MOST), answer_is_right(questions[one.question_id], one.quote))
        for one in run.results
        if one.status == "answered" and one.confidence >= LEAST and one.confidence not in ruled
    ]


def fit_scaling(every: Sequence[Weighed]) -> Scaling:
    """The slope and intercept of the log odds under which what was right is likeliest; each set counts alike.

    Args:
        every: of at least one set, with right words and with wrong ones.
    """
    odds = logit(np.array([one.confidence for one in every]))
    truth = np.array([one.right for one in every], dtype=np.float64)
    sizes = Counter(one.dataset for one in every)
    share = np.array([1 / sizes[one.dataset] for one in every])

    def loss(scaling: Floats) -> float:
        score = scaling[0] * odds + scaling[1]
        return float((share * (np.logaddexp(0, score) - truth * score)).sum())

    slope, intercept = minimize(loss, np.array([1.0, 0.0]), method="L-BFGS-B", bounds=[(1e-3, None), (None, None)]).x
    return Scaling(round(float(slope), 4), round(float(intercept), 4))


def scaled(one: Weighed, scaling: Scaling) -> Weighed:
    """The same with the confidence that a scaling gives it."""
    return replace(one, confidence=float(expit(scaling.slope * logit(one.confidence) + scaling.intercept)))


def left_out_table(title: str, every: Sequence[Weighed], least: float) -> Table:
    """How sure the words of each set are before, and by the scaling of all others; and the scaling of all.

    Args:
        title: of the table.
        every: of at least two sets.
        least: words are shown from this confidence on, before.
    """
    headings = (
        "words", "right", "confidence", "ECE", f"right at >= {SURE}",
        "slope by the others", "intercept", "confidence then", "ECE then", f"right at >= {SURE} then",
    )  # fmt: skip
    table = figures_table(title, headings, "left out")
    after: list[Weighed] = []
    for name in dict.fromkeys(one.dataset for one in every):
        scaling = fit_scaling([one for one in every if one.dataset != name])
        own = [one for one in every if one.dataset == name and one.confidence >= least]
        then = [scaled(one, scaling) for one in own]
        after += then
        table.add_row(name, *_before(own), f"{scaling.slope:.2f}", f"{scaling.intercept:.2f}", *_told(then))
    whole = fit_scaling(every)
    before = [one for one in every if one.confidence >= least]
    table.add_row("all", *_before(before), f"{whole.slope:.2f}", f"{whole.intercept:.2f}", *_told(after))
    return table


def _before(own: Sequence[Weighed]) -> tuple[str, ...]:
    return str(len(own)), f"{np.mean([one.right for one in own]):.3f}", *_told(own)


def _told(own: Sequence[Weighed]) -> tuple[str, str, str]:
    p, truth = np.array([one.confidence for one in own]), np.array([one.right for one in own])
    sure = truth[p >= SURE]
    right = f"{sure.mean():.3f} of {len(sure)}" if len(sure) else "– of 0"
    return f"{p.mean():.3f}", f"{calibration(p, truth).ece:.3f}", right


def main(
    datasets: Datasets,
    runs: Annotated[Path, typer.Option(help="Folder with the runs of each set, NAME/full and NAME/fast.")],
    least: Annotated[float, typer.Option(help="What is printed is of words shown from this confidence on.")] = 0.5,
    out: Annotated[Path | None, typer.Option(help="Write the calibration here.")] = None,
    results: ResultsFile = None,
) -> None:
    """Fit the calibration of answers on runs over question sets, and print it for each set left out."""
    console = Console(width=200)
    printed, earlier = Results(console), load_calibration()
    found: dict[System, list[Weighed]] = {"fast": [], "full": []}
    for path in datasets:
        dataset = read_dataset(path)
        for system, every in found.items():
            every.extend(weighed(dataset, read_run(runs / dataset.name / system)))
    for system, every in found.items():
        printed.table(
            left_out_table(f"Words shown by {system}, by a calibration that has not seen the set", every, least)
        )
    record = {
        "method": "Platt scaling of the log odds of words shown, each set counting alike",
        "words": {system: dict(Counter(one.dataset for one in every)) for system, every in found.items()},
    }
    fitted = Calibration(
        fit_scaling(found["fast"]).after(earlier.fast), fit_scaling(found["full"]).after(earlier.read), record
    )
    if out:
        out.write_text(json.dumps(asdict(fitted), indent=1) + "\n", encoding="utf-8")
        console.print(f"Written: {out}")
    if results:
        printed.write(results, ["python", "-m", "eval.training.answer_calibration", *sys.argv[1:]])


if __name__ == "__main__":
    typer.run(main)
