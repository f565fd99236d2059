"""Comparing two runs question by question: how much better, how sure, and what could have been seen at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from corpus.errors import ChapterError
from eval.metrics import CUTOFFS, RESAMPLES, document_rank, hit_rank, per_question, resampled_interval, right_outcomes
from eval.records import Question, Result, Run
from eval.runs import made_with

MEASURES: Final = (
    "passage_hit@1",
    "passage_hit@5",
    "passage_mrr@10",
    "passage_ndcg@10",
    "character_recall@5",
    "character_iou@5",
    "document_hit@1",
    "document_mrr@10",
    "quote_f1",
    "right_outcome",
)
_NEEDS_SAME_PASSAGES: Final = {"passage_ndcg@10"}
_SAID_OTHERWISE: Final = {
    "system", "dataset", "dataset_sha256", "questions", "snapshot", "documents", "passages", "corpus_sha256", "started", "machine",
    "gives_confidence", "gives_quotes",
}  # fmt: skip
"""What may differ between runs and has its own sentence, or needs none."""
_AT_ONCE: Final = 2_000_000


class ComparisonError(ChapterError):
    """Two runs that cannot be compared."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How one measure differs between two runs over the same questions.

    Attributes:
        measure: its name, as in `eval.metrics.per_question`.
        questions: over how many.
        new, old: the means of the two runs.
        mean: new less old.
        low, high: the bootstrap 95 % interval of `mean`; None when there are too few questions, or all differ by the same.
        p: of the two-sided paired randomization test, above 0 and up to 1; not corrected for how many measures are tested.
        detectable: the least true difference that so many questions would show in four runs of five (80 % power, 5 %
            two-sided); None when no question differs, as nothing is then known of how they vary.
        won, lost: on how many questions the new run is better, and worse.
    """

    measure: str
    questions: int
    new: float
    old: float
    mean: float
    low: float | None
    high: float | None
    p: float
    detectable: float | None
    won: int
    lost: int

    def __str__(self) -> str:
        return f"{self.mean:+.3f}{' *' if self.p < 0.05 else ''} (p {self.p:.2g})"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs over the same questions.

    Attributes:
        new, old: the systems.
        differences: one a measure that both have.
        won, lost: ids of the answerable questions that the new run ranks a hit better for, and worse; over different documents,
            a right document.
        notes: what differs besides the systems, in sentences.
    """

    new: str
    old: str
    differences: tuple[Difference, ...]
    won: tuple[str, ...]
    lost: tuple[str, ...]
    notes: tuple[str, ...]


def compare(questions: Sequence[Question], new: Run, old: Run, seed: int) -> Comparison:
    """Compare two runs over the same questions, both judged by the same gold.

    Runs over the same documents are compared by every measure they share, except that nDCG needs the same passages to be the
    right ones. Over different documents, offsets mean different things, so only document measures are compared. Where one run
    has fewer passages a question, the other's are cut to as many.

    Args:
        questions: those of both runs.
        new: the run that is looked at.
        old: what it is compared with.
        seed: of all resampling.

    Returns:
        The differences, new less old.

    Raises:
        ComparisonError: the runs are over different questions.
    """
    check_questions(new.info.dataset, questions, old)
    same_documents = new.info.corpus_sha256 == old.info.corpus_sha256
    notes = _notes(new, old, same_documents)
    depth = min(_depth(new), _depth(old))
    new, old = _cut(new, depth), _cut(old, depth)
    new_scores, old_scores = (
        per_question(questions, run) | {"right_outcome": right_outcomes(questions, run)} for run in (new, old)
    )
    shared = [name for name in MEASURES if name in new_scores and name in old_scores]
    if not same_documents:
        shared = [name for name in shared if name.startswith("document_")]
    elif new.judged != old.judged:
        shared = [name for name in shared if name not in _NEEDS_SAME_PASSAGES]
    won, lost = _won_and_lost(questions, new, old, same_documents)
    return Comparison(
        new=new.info.system,
        old=old.info.system,
        differences=tuple(
            difference(name, list(new_scores[name].values()), [old_scores[name][key] for key in new_scores[name]], seed)
            for name in shared
            if new_scores[name]
        ),
        won=won,
        lost=lost,
        notes=notes,
    )


def difference(measure: str, new: Sequence[float], old: Sequence[float], seed: int) -> Difference:
    """The paired difference of a measure over at least one question.

    The interval is a percentile bootstrap (Efron, 1979) over questions; the test flips the sign of each question's difference
    at random (Fisher's randomization test; Smucker, Allan and Carterette, 2007), 10,000 times each, or through all flips where
    there are fewer.

    Args:
        measure: its name.
        new, old: the values of the two runs, in the same order of questions.
        seed: of the resampling.
    """
    differences: NDArray[np.float64] = np.asarray(new, dtype=np.float64) - np.asarray(old, dtype=np.float64)
    count = len(differences)
    low, high = resampled_interval((differences,), np.mean, seed) if count > 1 else (None, None)
    return Difference(
        measure=measure,
        questions=count,
        new=float(np.mean(new)),
        old=float(np.mean(old)),
        mean=float(differences.mean()),
        low=low,
        high=high,
        p=_flip_test(differences, seed) if count > 1 else 1.0,
        detectable=detectable_difference(differences),
        won=int((differences > 0).sum()),
        lost=int((differences < 0).sum()),
    )


def detectable_difference(differences: NDArray[np.float64]) -> float | None:
    """The least true mean difference seen with 80 % power at 5 % two-sided, by the normal approximation.

    That is (z of .975 + z of .8) standard errors of the observed differences (Sakai, "Statistical reform in information
    retrieval?", 2014, gives the reasoning). None when all differences are equal or there is only one.
    """
    if len(differences) < 2 or np.ptp(differences) == 0:
        return None
    error = float(differences.std(ddof=1)) / math.sqrt(len(differences))
    return float(stats.norm.ppf(0.975) + stats.norm.ppf(0.8)) * error


def _flip_test(differences: NDArray[np.float64], seed: int) -> float:
    """The two-sided p-value of at least two differences."""
    test = stats.permutation_test(
        (differences,),
        _mean,
        permutation_type="samples",
        vectorized=True,
        n_resamples=RESAMPLES,
        batch=max(1, _AT_ONCE // len(differences)),
        rng=np.random.default_rng(seed),
    )
    return float(test.pvalue)


def _mean(differences: NDArray[np.float64], axis: int) -> Any:
    return np.mean(differences, axis=axis)


def check_questions(dataset: str, questions: Sequence[Question], old: Run) -> None:
    """Check that an earlier run is over the same questions.

    Args:
        dataset: the name of the set.
        questions: those that the new run asks.
        old: the earlier run.

    Raises:
        ComparisonError: the ids differ, or the words asked under the same id.
    """
    asked = {question.id: question.text for question in questions}
    before = {result.question_id: result.question for result in old.results}
    if asked.keys() != before.keys():
        only_new, only_old = asked.keys() - before.keys(), before.keys() - asked.keys()
        parts = [
            f"{len(ids)} only in the {which}, such as {min(ids)!r}"
            for ids, which in ((only_new, "new run"), (only_old, "earlier run"))
            if ids
        ]
        raise ComparisonError(
            f"The runs are over different questions: {len(asked.keys() & before.keys())} in both, {' and '.join(parts)}. Compare runs of the same set ("
            f"{dataset!r} and {old.info.dataset!r} here) with the same --limit and --seed."
        )
    reworded = [identifier for identifier, text in asked.items() if before[identifier] not in ("", text)]
    if reworded:
        first = reworded[0]
        raise ComparisonError(
            f"The runs are over different questions: {len(reworded)} of {len(asked)} have the same id but other words, such as {first!r}, which was "
            f"{before[first]!r} in the earlier run and is {asked[first]!r} now. Compare runs of the same set ({dataset!r} and {old.info.dataset!r} here)."
        )


def _depth(run: Run) -> int:
    return int(run.info.settings.get("k", max(CUTOFFS)))


def _cut(run: Run, depth: int) -> Run:
    """The same run, with at most so many passages a question."""
    return replace(
        run,
        info=replace(run.info, settings={**run.info.settings, "k": depth}),
        results=tuple(replace(result, retrieved=result.retrieved[:depth]) for result in run.results),
    )


def _won_and_lost(
    questions: Sequence[Question], new: Run, old: Run, same_documents: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    rank_of = hit_rank if same_documents else document_rank
    results: list[dict[str, Result]] = [{result.question_id: result for result in run.results} for run in (new, old)]
    won: list[str] = []
    lost: list[str] = []
    for question in questions:
        now, before = (rank_of(question, found[question.id].retrieved) or math.inf for found in results)
        if now != before:
            (won if now < before else lost).append(question.id)
    return tuple(won), tuple(lost)


def _notes(new: Run, old: Run, same_documents: bool) -> tuple[str, ...]:
    notes = []
    if not same_documents:
        notes.append(
            f"The runs are over different documents ({old.info.documents} in the earlier one, {new.info.documents} now), so only documents are "
            "compared, not passages."
        )
    elif new.judged != old.judged:
        notes.append(
            f"Not the same passages hold the answers in both runs ({old.info.passages} passages in the index of the earlier run, "
            f"{new.info.passages} now), so nDCG is not compared."
        )
    before, now = made_with(old.info), made_with(new.info)
    different = [
        name for name in sorted(before | now) if name not in _SAID_OTHERWISE and before.get(name) != now.get(name)
    ]
    if different:
        notes.append(
            f"What else differs: {'; '.join(f'{name} was {before.get(name)!r} and is {now.get(name)!r}' for name in different)}."
        )
    if _depth(new) != _depth(old):
        notes.append(
            f"Only the first {min(_depth(new), _depth(old))} passages of each question are compared, as one run has no more."
        )
    if new.info.dataset_sha256 != old.info.dataset_sha256:
        notes.append(
            "The question set or its documents changed between the runs; both are judged by the gold spans as they are now."
        )
    if new.info.machine != old.info.machine:
        notes.append(f"The earlier run was made on another machine ({old.info.machine}); do not compare times.")
    return tuple(notes)
