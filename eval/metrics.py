"""Measures of rankings, quotes, abstention and confidence: pure functions of questions and results.

Ranking measures are taken over the answerable questions, and a question for which nothing was found counts 0;
that a system abstained changes nothing in how its passages are ranked. What a measure is called is its key in
`per_question`.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import ir_measures
import numpy as np
from ir_measures import RR, R, ScoredDoc, Success, nDCG
from numpy.typing import NDArray
from scipy import stats

from eval.records import Judged, Question, Result, Retrieved, Run, Span

CUTOFFS: Final = (1, 3, 5, 10)
CHARACTER_DEPTH: Final = 5
"""How many passages the character measures look at, as in Chroma's tables."""
BINS: Final = 15
RESAMPLES: Final = 10_000
_AT_ONCE: Final = 2_000_000

Floats = NDArray[np.float64]


def overlaps_enough(passage: Retrieved, span: Span) -> bool:
    """Whether a passage hits a gold span: they share at least half of the shorter of the two."""
    if passage.document_id != span.document_id:
        return False
    shared = min(passage.end, span.end) - max(passage.start, span.start)
    return shared > 0 and 2 * shared >= min(passage.end - passage.start, span.end - span.start)


def hit_rank(question: Question, retrieved: Sequence[Retrieved]) -> int | None:
    """The rank (from 1) by which the passages answer a question, or None when they never do.

    Any gold span hit is enough; where a question needs all its parts, the rank at which a span of the last one is hit.
    """
    return _complete(question, [[overlaps_enough(passage, span) for span in question.gold] for passage in retrieved])


def document_rank(question: Question, retrieved: Sequence[Retrieved]) -> int | None:
    """The same for documents: ranked as their first passages are, right when they hold a gold span."""
    return _complete(
        question, [[document == span.document_id for span in question.gold] for document in ranked_documents(retrieved)]
    )


def ranked_documents(retrieved: Sequence[Retrieved]) -> list[str]:
    """The documents of the passages, each at the place of its first passage."""
    return list(dict.fromkeys(passage.document_id for passage in retrieved))


def passage_id(passage: Retrieved) -> str:
    """The id a passage has in a snapshot: "document:start-end"."""
    return f"{passage.document_id}:{passage.start}-{passage.end}"


def _complete(question: Question, hits: Sequence[Sequence[bool]]) -> int | None:
    if not question.gold:
        return None
    parts = part_numbers(question)
    missing = set(parts)
    for rank, row in enumerate(hits, start=1):
        found = {part for part, hit in zip(parts, row, strict=True) if hit}
        missing -= found
        if not missing or (question.spans_needed == "any" and found):
            return rank
    return None


def part_numbers(question: Question) -> list[int]:
    """For each gold span the number, from 1, of the part of the answer that it gives."""
    numbers: dict[str | int, int] = {}
    return [numbers.setdefault(span.part or place, len(numbers) + 1) for place, span in enumerate(question.gold)]


Ranges = Sequence[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Characters:
    """How well retrieved passages cover the gold spans, in characters; each 0 to 1."""

    recall: float
    precision: float
    iou: float


def characters(question: Question, retrieved: Sequence[Retrieved]) -> Characters:
    """Recall, precision and intersection over union of the passages' characters with the gold spans.

    As in Smith and Troynikov, "Evaluating Chunking Strategies for Retrieval" (Chroma, 2024): with g the gold
    characters, r those of the passages and h those of both, recall is h/g, precision h/r and IoU h/(r + g - h);
    every gold span counts, whether one would have sufficed or not. The report speaks of tokens; its published code
    and figures count characters, as this does. A character that two passages hold counts twice in r, as there.
    One that two gold spans hold counts once in g; there it counts twice, but its own set has no such spans.
    """
    gold = _ranges(question.gold)
    hit = _length(_intersection(_ranges(retrieved), gold))
    whole = _length(_union(gold))
    given = sum(passage.end - passage.start for passage in retrieved)
    return Characters(
        recall=hit / whole if whole else 0.0,
        precision=hit / given if given else 0.0,
        iou=hit / (given + whole - hit) if given + whole else 0.0,
    )


def precision_omega(question: Question, passages: Iterable[Retrieved]) -> float:
    """The precision a search would have that misses nothing: a limit set by how documents are split.

    Chroma's precision-omega (Smith and Troynikov, 2024): of all passages that share a character with a gold span,
    the gold characters among theirs, gold characters that no passage holds counting as missed.

    Args:
        question: with its gold spans.
        passages: all passages of the gold documents.
    """
    gold = _ranges(question.gold)
    touched = [passage for passage in _ranges(passages) if _intersection([passage], gold)]
    hit = _length(_intersection(touched, gold))
    return hit / (_length(_union(touched)) + _length(_union(gold)) - hit) if hit else 0.0


def _ranges(items: Iterable[Retrieved | Span]) -> list[tuple[str, int, int]]:
    return [(item.document_id, item.start, item.end) for item in items]


def _union(ranges: Ranges) -> list[tuple[str, int, int]]:
    """The same characters as ranges that do not overlap."""
    merged: list[tuple[str, int, int]] = []
    for document, start, end in sorted(ranges):
        if merged and merged[-1][0] == document and start <= merged[-1][2]:
            merged[-1] = (document, merged[-1][1], max(end, merged[-1][2]))
        else:
            merged.append((document, start, end))
    return merged


def _intersection(one: Ranges, other: Ranges) -> list[tuple[str, int, int]]:
    """The characters of both, as ranges that do not overlap."""
    others = _union(other)
    return [
        (document, max(start, other_start), min(end, other_end))
        for document, start, end in _union(one)
        for other_document, other_start, other_end in others
        if document == other_document and max(start, other_start) < min(end, other_end)
    ]


def _length(ranges: Ranges) -> int:
    return sum(end - start for _, start, end in ranges)


def normalise_answer(text: str) -> str:
    """An answer as SQuAD compares it: lower case, without punctuation, articles and spare white space."""
    plain = "".join(letter for letter in text.lower() if letter not in string.punctuation)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", plain).split())


def exact_match(given: str, references: Iterable[str]) -> float:
    """1 when the answer is one of the references once both are normalised (Rajpurkar et al., 2016), otherwise 0."""
    return float(any(normalise_answer(given) == normalise_answer(reference) for reference in references))


def answer_f1(given: str, references: Iterable[str]) -> float:
    """The best F1 of the words of an answer and of a reference, 0 to 1 (Rajpurkar et al., 2016 and 2018)."""
    return max(
        (_word_f1(normalise_answer(given).split(), normalise_answer(reference).split()) for reference in references),
        default=0.0,
    )


def _word_f1(given: Sequence[str], reference: Sequence[str]) -> float:
    if not given or not reference:
        return float(given == reference)
    shared = (Counter(given) & Counter(reference)).total()
    return 2 * shared / (len(given) + len(reference))


Scores = dict[str, dict[str, float]]
"""The value of each measure, by its name, for each question, by its id."""


def per_question(questions: Sequence[Question], run: Run) -> Scores:
    """Every measure of every answerable question.

    For passages and for documents (those of the run's k passages, each at the place of its first passage):
    success ("passage_hit@5"), reciprocal rank ("passage_mrr@10"), "passage_ndcg@10"
    and "passage_recall@5", by ir-measures (MacAvaney et al., 2022). What is relevant is decided without regard to
    what was found: every passage of the snapshot that hits a gold span, so the ideal ranking of nDCG has them all
    on top, up to ten. Recall is the share of them, also where one would do. Both so depend on how the documents
    are split; hits and reciprocal ranks hardly do. A document has the grade its set gives it, or 1. Where a question
    needs all its parts, hit and reciprocal rank are those of the rank at which the last of them is found.

    Then "character_recall@5", "character_precision@5", "character_iou@5" (see `characters`) and "precision_omega";
    and for a system that quotes "quote_exact" and "quote_f1", the best over the answers and gold spans, 0 when
    nothing is quoted.

    Args:
        questions: those of the run, in any order.
        run: with a result for each question.

    Returns:
        By measure, then question id. Measures deeper than the run are left out, and so are those that need
        `Run.judged` where that is empty.
    """
    answerable = [question for question in questions if question.answerable]
    results = {result.question_id: result for result in run.results}
    depth = int(run.info.settings.get("k", max(CUTOFFS)))
    found = {question.id: results[question.id].retrieved for question in answerable}
    scores = _ranked(
        "passage",
        depth,
        {question.id: [passage_id(passage) for passage in found[question.id]] for question in answerable},
        {question.id: hit_rank(question, found[question.id]) for question in answerable},
        {
            question.id: dict.fromkeys(run.judged[question.id].passages, 1)
            for question in answerable
            if question.id in run.judged
        },
    )
    scores |= _ranked(
        "document",
        depth,
        {question.id: ranked_documents(found[question.id]) for question in answerable},
        {question.id: document_rank(question, found[question.id]) for question in answerable},
        {
            question.id: {span.document_id: question.grades.get(span.document_id, 1) for span in question.gold}
            for question in answerable
        },
    )
    if depth >= CHARACTER_DEPTH:
        covered = {question.id: characters(question, found[question.id][:CHARACTER_DEPTH]) for question in answerable}
        for name in ("recall", "precision", "iou"):
            scores[f"character_{name}@{CHARACTER_DEPTH}"] = {
                identifier: getattr(value, name) for identifier, value in covered.items()
            }
    if run.judged:
        scores["precision_omega"] = {
            question.id: run.judged[question.id].precision_omega for question in answerable if question.id in run.judged
        }
    if run.info.gives_quotes or any(result.quote for result in run.results):
        quotes = {question.id: results[question.id].quote for question in answerable}
        references = {
            question.id: (*question.answers, *(span.text for span in question.gold)) for question in answerable
        }
        for name, measure in (("quote_exact", exact_match), ("quote_f1", answer_f1)):
            scores[name] = {
                key: measure(quote.text, references[key]) if quote else 0.0 for key, quote in quotes.items()
            }
    return scores


def _ranked(
    level: str,
    depth: int,
    rankings: Mapping[str, Sequence[str]],
    ranks: Mapping[str, int | None],
    relevant: Mapping[str, Mapping[str, int]],
) -> Scores:
    """The ranking measures of one level; scores given to ir-measures keep the order as it is, also among equals."""
    run = [
        ScoredDoc(query, item, -float(rank))
        for query, items in rankings.items()
        for rank, item in enumerate(items, start=1)
    ]
    done = [ir_measures.Qrel(query, rankings[query][rank - 1], 1) for query, rank in ranks.items() if rank]
    cutoffs = [cutoff for cutoff in CUTOFFS if cutoff <= depth]
    names: dict[Any, str] = {Success @ cutoff: f"{level}_hit@{cutoff}" for cutoff in cutoffs}
    if depth >= 10:
        names[RR @ 10] = f"{level}_mrr@10"
    scores = _calculated(names, done, run, rankings.keys())
    if relevant:
        graded = [
            ir_measures.Qrel(query, item, grade) for query, items in relevant.items() for item, grade in items.items()
        ]
        deeper: dict[Any, str] = {R @ cutoff: f"{level}_recall@{cutoff}" for cutoff in cutoffs}
        if depth >= 10:
            deeper[nDCG @ 10] = f"{level}_ndcg@10"
        scores |= _calculated(deeper, graded, run, rankings.keys())
    return scores


def _calculated(names: Mapping[Any, str], qrels: Sequence[Any], run: Sequence[Any], questions: Iterable[str]) -> Scores:
    scores: Scores = {name: dict.fromkeys(questions, 0.0) for name in names.values()}
    if qrels and run:
        for value in ir_measures.iter_calc(list(names), qrels, run):
            scores[names[value.measure]][value.query_id] = float(value.value)
    return scores


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over questions with its 95 % interval (see `estimate`).

    Attributes:
        mean: of all questions.
        low, high: the interval; None when there are too few questions to tell, or all have one value that is neither 0 nor 1.
        sd: standard deviation between questions.
        questions: how many there are.
    """

    mean: float
    low: float | None
    high: float | None
    sd: float
    questions: int


def estimate(values: Sequence[float], seed: int) -> Estimate:
    """The mean of at least one value, with a 95 % interval where there are two or more.

    Where every value is 0 or 1, the interval is Wilson's (1927), which is wider than nothing also when all are alike; otherwise
    it is the percentile bootstrap's (Efron, 1979) of 10,000 resamples.

    Args:
        values: one a question.
        seed: of the resampling.
    """
    data = np.asarray(values, dtype=np.float64)
    low: float | None = None
    high: float | None = None
    if len(data) > 1 and np.isin(data, (0, 1)).all():
        wilson = stats.binomtest(int(data.sum()), len(data)).proportion_ci(method="wilson")
        low, high = float(wilson.low), float(wilson.high)
    elif len(data) > 1:
        low, high = resampled_interval((data,), np.mean, seed)
    return Estimate(float(data.mean()), low, high, float(data.std()), len(data))


def resampled_interval(
    samples: tuple[Floats, ...], statistic: Callable[..., Any], seed: int
) -> tuple[float, float] | tuple[None, None]:
    """The percentile bootstrap 95 % interval of a statistic with an `axis`, each sample of two or more resampled alone.

    None where all resamples agree: that they do says nothing of how far off the statistic may be.
    """
    drawn = stats.bootstrap(
        samples,
        statistic,
        n_resamples=RESAMPLES,
        batch=max(1, _AT_ONCE // sum(map(len, samples))),
        method="percentile",
        vectorized=True,
        rng=np.random.default_rng(seed),
    ).confidence_interval
    return (float(drawn.low), float(drawn.high)) if drawn.low < drawn.high else (None, None)


def sureness(run: Run) -> Floats:
    """How sure the system is of each result, higher for surer: its confidence, or else its top score, as float64.

    Without a result it is least sure: minus infinity. Only the order means anything.
    """
    if run.info.gives_confidence:
        return np.array([result.confidence for result in run.results])
    return np.array([result.retrieved[0].score if result.retrieved else -np.inf for result in run.results])


def auroc(of_answerable: Floats, of_others: Floats, axis: int = -1) -> Any:
    """The chance that an answerable question has the higher value of the two, equals counting half.

    The area under the ROC curve as the Mann-Whitney statistic (Hanley and McNeil, 1982); 0.5 is guessing.
    """
    answerable, others = of_answerable.shape[axis], of_others.shape[axis]
    ranks = stats.rankdata(np.concatenate([of_answerable, of_others], axis=axis), axis=axis)
    above = np.take(ranks, range(answerable), axis=axis).sum(axis=axis)
    return (above - answerable * (answerable + 1) / 2) / (answerable * others)


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """How wrong a system is when it answers only the questions it is surest of.

    Attributes:
        coverage: share of the questions answered, ascending to 1.
        risk: share of those that are wrong, at each coverage.
        area: the mean risk over all coverages (AURC); lower is better.
    """

    coverage: tuple[float, ...]
    risk: tuple[float, ...]
    area: float


def risk_coverage(sure: Floats, right: NDArray[np.bool_]) -> RiskCoverage:
    """The risk-coverage curve (El-Yaniv and Wiener, 2010) and its area (Geifman et al., 2019).

    Among equally sure questions each prefix counts as wrong as they are on average, so their order does not matter.

    Args:
        sure: how sure each of at least one question is, higher for surer; shape (questions,).
        right: whether each is right, shape (questions,).
    """
    order = np.argsort(-sure, kind="stable")
    _, group, sizes = np.unique(-sure[order], return_inverse=True, return_counts=True)
    wrong = np.bincount(group, weights=~right[order]) / sizes
    risk = np.cumsum(wrong[group]) / np.arange(1, len(order) + 1)
    coverage = np.arange(1, len(order) + 1) / len(order)
    return RiskCoverage(tuple(coverage.tolist()), tuple(risk.tolist()), float(risk.mean()))


@dataclass(frozen=True, slots=True)
class Abstention:
    """How well a system knows when not to answer; shares are 0 to 1, None where there is no such question.

    Attributes:
        auroc: of how sure it is, telling answerable from unanswerable questions.
        auroc_low, auroc_high: the bootstrap 95 % interval; None when all resamples agree, as where the two never mix.
        answered_share: share of all questions that it answered.
        answered_of_answerable: share of the answerable questions it answered.
        refused_of_unanswerable: share of the unanswerable questions it refused.
        right_of_answered: share of all it answered whose first passage is a hit.
        risk_coverage: over all questions; an unanswerable one is always wrong.
    """

    auroc: float | None
    auroc_low: float | None
    auroc_high: float | None
    answered_share: float
    answered_of_answerable: Estimate | None
    refused_of_unanswerable: Estimate | None
    right_of_answered: Estimate | None
    risk_coverage: RiskCoverage


def first_is_hit(questions: Sequence[Question], run: Run) -> NDArray[np.bool_]:
    """Whether the first passage of each result is a hit, in the run's order; never for an unanswerable question.

    Also where a question needs several spans: one passage can seldom hold them all, so one of them is enough here.
    """
    gold = {question.id: question.gold for question in questions}
    return np.array(
        [
            any(overlaps_enough(passage, span) for passage in result.retrieved[:1] for span in gold[result.question_id])
            for result in run.results
        ],
        dtype=bool,
    )


def right_outcomes(questions: Sequence[Question], run: Run) -> dict[str, float]:
    """For each question, 1 when it was answered with a hit on top, or refused and unanswerable; otherwise 0."""
    answerable = {question.id: question.answerable for question in questions}
    return {
        result.question_id: float(hit if result.status == "answered" else not answerable[result.question_id])
        for result, hit in zip(run.results, first_is_hit(questions, run).tolist(), strict=True)
    }


def abstention(questions: Sequence[Question], run: Run, seed: int) -> Abstention:
    """How well a run knows when not to answer, at the threshold it was made with and at all others."""
    by_id = {question.id: question for question in questions}
    answerable = np.array([by_id[result.question_id].answerable for result in run.results], dtype=bool)
    answered = np.array([result.status == "answered" for result in run.results], dtype=bool)
    right = first_is_hit(questions, run)
    sure = stats.rankdata(sureness(run))
    area: float | None = None
    low: float | None = None
    high: float | None = None
    if answerable.any() and not answerable.all():
        samples = (sure[answerable], sure[~answerable])
        area = float(auroc(*samples))
        if min(map(len, samples)) > 1:
            low, high = resampled_interval(samples, auroc, seed)

    def share(values: NDArray[np.bool_]) -> Estimate | None:
        return estimate(values.astype(float).tolist(), seed) if len(values) else None

    return Abstention(
        auroc=area,
        auroc_low=low,
        auroc_high=high,
        answered_share=float(answered.mean()),
        answered_of_answerable=share(answered[answerable]),
        refused_of_unanswerable=share(~answered[~answerable]),
        right_of_answered=share(right[answered]),
        risk_coverage=risk_coverage(sure, right),
    )


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Results of about one confidence: their count, their mean confidence and the share that was right, 0 to 1."""

    low: float
    high: float
    questions: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Whether confidence means what it says; both figures are lower for better.

    Attributes:
        ece: expected calibration error, 0 to 1.
        brier: mean squared distance of confidence and outcome, 0 to 1.
        bins: what `ece` is made of, for a reliability diagram; empty bins are left out.
    """

    ece: float
    brier: float
    bins: tuple[ReliabilityBin, ...]


def calibration(confidence: Floats, right: NDArray[np.bool_]) -> Calibration:
    """How far confidence is from how often it is right, over at least one result.

    The expected calibration error (Naeini et al., 2015) is taken over 15 bins of about equally many results,
    which is less biased than bins of equal width (Roelofs et al., 2022); equal confidences share a bin. Brier is
    Brier's (1950).

    Args:
        confidence: 0 to 1, shape (results,).
        right: whether each was right, shape (results,).
    """
    which = ((stats.rankdata(confidence) - 0.5) / len(confidence) * BINS).astype(int)
    bins = []
    for number in np.unique(which):
        here = which == number
        inside = confidence[here]
        bins.append(
            ReliabilityBin(
                float(inside.min()),
                float(inside.max()),
                int(here.sum()),
                float(inside.mean()),
                float(right[here].mean()),
            )
        )
    error = sum(group.questions * abs(group.confidence - group.right) for group in bins) / len(confidence)
    return Calibration(float(error), float(np.mean((confidence - right) ** 2)), tuple(bins))


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds that half (p50) and 95 % (p95) of the questions took at most."""

    p50_ms: float
    p95_ms: float


def latency(results: Sequence[Result]) -> Latency:
    """The percentiles of at least one result's seconds, interpolated between neighbours."""
    p50, p95 = np.percentile([result.seconds * 1000 for result in results], [50, 95])
    return Latency(float(p50), float(p95))


SLICE_MEASURES: Final = ("passage_hit@1", "passage_hit@5", "passage_mrr@10", "document_hit@1")


@dataclass(frozen=True, slots=True)
class SliceFigures:
    """The main figures of a slice: how many questions, their ranking measures, and the share that was answered."""

    questions: int
    answerable: int
    measures: Mapping[str, Estimate]
    answered: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is known of a run.

    Attributes:
        questions, answerable: how many there are.
        measures: by the names of `per_question`; and over all questions "right_outcome" (see `right_outcomes`).
        slices: by slice and value, such as ["type"]["when"].
        abstention: how well it knows when not to answer.
        calibration: of its confidence; None for a system that gives none.
        latency: of its answers.
    """

    questions: int
    answerable: int
    measures: Mapping[str, Estimate]
    slices: Mapping[str, Mapping[str, SliceFigures]]
    abstention: Abstention
    calibration: Calibration | None
    latency: Latency


def figures(questions: Sequence[Question], run: Run) -> Figures:
    """All measures of a run of at least one question, with intervals drawn by the run's seed."""
    scores = per_question(questions, run) | {"right_outcome": right_outcomes(questions, run)}
    seed = run.info.seed
    calibrated = run.info.gives_confidence
    return Figures(
        questions=len(questions),
        answerable=sum(question.answerable for question in questions),
        measures={name: estimate(list(values.values()), seed) for name, values in scores.items() if values},
        slices=_slices(questions, run, scores),
        abstention=abstention(questions, run, seed),
        calibration=calibration(sureness(run), first_is_hit(questions, run)) if calibrated else None,
        latency=latency(run.results),
    )


def _slices(questions: Sequence[Question], run: Run, scores: Scores) -> dict[str, dict[str, SliceFigures]]:
    answered = {result.question_id: result.status == "answered" for result in run.results}
    kinds = sorted((name, value, question.id) for question in questions for name, value in question.slices.items())
    answerable = {question.id for question in questions if question.answerable}
    slices: dict[str, dict[str, SliceFigures]] = {}
    for (name, value), members in groupby(kinds, key=lambda kind: kind[:2]):
        ids = [identifier for _, _, identifier in members]
        ranked = [identifier for identifier in ids if identifier in answerable]
        slices.setdefault(name, {})[value] = SliceFigures(
            questions=len(ids),
            answerable=len(ranked),
            measures={
                measure: estimate([scores[measure][identifier] for identifier in ranked], run.info.seed)
                for measure in SLICE_MEASURES
                if ranked and measure in scores
            },
            answered=sum(answered[identifier] for identifier in ids) / len(ids),
        )
    return slices


def judge(question: Question, passages: Sequence[Retrieved]) -> Judged:
    """What all passages of a question's gold documents hold for it."""
    hits = tuple(
        passage_id(passage) for passage in passages if any(overlaps_enough(passage, span) for span in question.gold)
    )
    return Judged(hits, precision_omega(question, passages))
