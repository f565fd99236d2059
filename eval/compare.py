"""Comparing two runs over the same questions: how much better, and whether the answers are the same."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.errors import ChapterError
from eval.agreement import Agreement, agreement
from eval.differences import Difference, difference
from eval.figures import per_question
from eval.measures import measures_shown
from eval.measures.evaluated_run import run_depth
from eval.measures.measure import Measure
from eval.measures.relevance import document_rank, hit_rank
from eval.records import Question, Result, Run
from eval.run_info import made_with

_SAID_OTHERWISE: Final = frozenset(
    """system dataset dataset_sha256 questions snapshot documents passages corpus_sha256 started machine
    gives_confidence
    gives_quotes""".split()
)
"""What may differ between runs and has its own sentence, or needs none."""


class ComparisonError(ChapterError):
    """Two runs that cannot be compared."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs over the same questions.

    Attributes:
        new, old: the systems.
        differences: one a measure that both have.
        won, lost: ids of the answerable questions that the new run ranks a hit better for, and worse; over different
            documents, a right document.
        notes: what differs besides the systems, in sentences.
        agreement: which answers are the same.
    """

    new: str
    old: str
    differences: tuple[Difference, ...]
    won: tuple[str, ...]
    lost: tuple[str, ...]
    notes: tuple[str, ...]
    agreement: Agreement


def compare(questions: Sequence[Question], new: Run, old: Run, seed: int) -> Comparison:
    """Compare two runs over the same questions, both judged by the same gold.

    Runs over the same documents are compared by every measure they share, except that nDCG needs the same passages to
    be the right ones. Over different documents, offsets mean different things, so only document measures are compared.
    Where one run has fewer passages a question, the other's are cut to as many.

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
    depth = min(run_depth(new), run_depth(old))
    new, old = _cut(new, depth), _cut(old, depth)
    measures = _comparable_measures(new, old, same_documents)
    new_scores, old_scores = (per_question(questions, run, measures) for run in (new, old))
    won, lost = _won_and_lost(questions, new, old, same_documents)
    return Comparison(
        new=new.info.system,
        old=old.info.system,
        differences=tuple(
            difference(
                measure.name,
                [new_scores[measure.name][key] for key in new_scores[measure.name]],
                [old_scores[measure.name][key] for key in new_scores[measure.name]],
                seed,
                measure.better,
            )
            for measure in measures
            if measure.name in new_scores and measure.name in old_scores
        ),
        won=won,
        lost=lost,
        notes=notes,
        agreement=agreement(new, old),
    )


def _comparable_measures(new: Run, old: Run, same_documents: bool) -> tuple[Measure, ...]:
    """The measures whose values mean the same in both runs."""
    shared = {"questions"}
    if same_documents:
        shared |= {"documents"} if new.judged != old.judged else {"documents", "passages"}
    return tuple(measure for measure in measures_shown("comparison") if measure.comparable in shared)


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
            f"The runs are over different questions: {len(asked.keys() & before.keys())} in both, "
            f"{' and '.join(parts)}. Compare runs of the same set ("
            f"{dataset!r} and {old.info.dataset!r} here) with the same --limit and --seed."
        )
    reworded = [identifier for identifier, text in asked.items() if before[identifier] not in ("", text)]
    if reworded:
        first = reworded[0]
        raise ComparisonError(
            f"The runs are over different questions: {len(reworded)} of {len(asked)} have the same id but other "
            f"words, such as {first!r}, which was "
            f"{before[first]!r} in the earlier run and is {asked[first]!r} now. Compare runs of the same set "
            f"({dataset!r} and {old.info.dataset!r} here)."
        )


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
            f"The runs are over different documents ({old.info.documents} in the earlier one, {new.info.documents} "
            "now), so only documents are "
            "compared, not passages."
        )
    elif new.judged != old.judged:
        notes.append(
            f"Not the same passages hold the answers in both runs ({old.info.passages} passages in the index of the "
            "earlier run, "
            f"{new.info.passages} now), so nDCG is not compared."
        )
    before, now = made_with(old.info), made_with(new.info)
    different = [
        name for name in sorted(before | now) if name not in _SAID_OTHERWISE and before.get(name) != now.get(name)
    ]
    if different:
        notes.append(
            "What else differs: "
            f"{'; '.join(f'{name} was {before.get(name)!r} and is {now.get(name)!r}' for name in different)}."
        )
    if run_depth(new) != run_depth(old):
        notes.append(
            f"Only the first {min(run_depth(new), run_depth(old))} passages of each question are compared, as one run "
            "has no more."
        )
    if new.info.dataset_sha256 != old.info.dataset_sha256:
        notes.append(
            "The question set or its documents changed between the runs; both are judged by the gold spans as they "
            "are now."
        )
    if new.info.machine != old.info.machine:
        notes.append(f"The earlier run was made on another machine ({old.info.machine}); do not compare times.")
    return tuple(notes)
