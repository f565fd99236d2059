"""Questions, results and runs that several tests of `eval` are made of."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from rich.console import Console

from cli.evaluate import print_evaluation
from eval.evaluation import Evaluation, Request, evaluate
from eval.records import Judged, Question, Result, Retrieved, Run, RunInfo, Span
from eval.results import Results
from index.build import unwatched
from qa.settings import Settings


def span(start: int, end: int, document: str = "d") -> Span:
    return Span(document, start, end, "x" * (end - start))


def passage(start: int, end: int, document: str = "d", score: float = 1.0) -> Retrieved:
    return Retrieved(document, start, end, "x" * (end - start), score, {})


def asked(
    identifier: str,
    *gold: Span,
    needs: Literal["any", "all"] = "any",
    grades: Mapping[str, int] | None = None,
    **slices: str,
) -> Question:
    return Question(identifier, "?", bool(gold), gold, needs, slices=slices, grades=grades or {})


def result(
    identifier: str, *retrieved: Retrieved, confidence: float = 0.5, answered: bool = True, quote: Span | None = None
) -> Result:
    status: Literal["answered", "abstained"] = "answered" if answered else "abstained"
    return Result(identifier, retrieved, status, None if answered else "nothing_relevant", confidence, quote, 0.1)


def run_of(
    results: Sequence[Result], *, k: int = 10, judged: Mapping[str, Judged] | None = None, gives_confidence: bool = True
) -> Run:
    info = RunInfo(
        "full", "set", "0", "s", 1, 1, "hashing", {"k": k}, "1", 0, "", "", gives_confidence=gives_confidence
    )
    return Run(info, tuple(results), judged or {})


def mixed() -> tuple[list[Question], Run]:
    """Right and sure; wrong and less sure; refused though answerable; refused rightly; answered though unanswerable."""
    questions = [asked(name, span(0, 100), kind="easy") for name in ("right", "wrong")]
    questions += [asked("shy", span(0, 100), kind="hard"), asked("refused"), asked("bold", kind="hard")]
    hit, miss = passage(0, 100, score=3), passage(500, 600, score=9)
    results = [
        result("right", hit, confidence=0.9),
        result("wrong", miss, hit, confidence=0.6),
        result("shy", hit, confidence=0.4, answered=False),
        result("refused", confidence=0.1, answered=False),
        result("bold", miss, confidence=0.7),
    ]
    return questions, run_of(results)


def evaluated(
    settings: Settings, dataset: Path, *, progress: Callable[[str, int, int], None] = unwatched, **asked: Any
) -> Evaluation:
    """An evaluation of a question set, told what else is asked for."""
    return evaluate(Request(dataset, **asked), settings, progress=progress)


def printed(evaluation: Evaluation) -> str:
    """What the command line prints of an evaluation."""
    out = io.StringIO()
    print_evaluation(evaluation, Results(Console(file=out, width=220)))
    return out.getvalue()
