"""The report of a run: one HTML file that needs no network and no script, with every failure in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from eval import plots
from eval.compare import Comparison
from eval.compare import Difference as Compared
from eval.failures import KINDS, Deeper, FailureCard, Library, card, failures
from eval.metrics import Estimate, Figures, SliceFigures, first_is_hit, sureness
from eval.records import Dataset, Run

_HERE: Final = Path(__file__).parent
_SLICE_BAR: Final = "passage_hit@1"
_THRESHOLDS: Final = tuple(step / 20 for step in range(20))

_MEASURES: Final = {
    "passage_hit": ("Passages", "hit", "share of answerable questions with a passage that answers among the first k"),
    "passage_mrr": (
        "Passages",
        "MRR",
        "mean of 1/rank of the first passage that answers, 0 when it is not among the first k",
    ),
    "passage_ndcg": (
        "Passages",
        "nDCG",
        "how near the first k passages come to having every passage that answers on top",
    ),
    "passage_recall": ("Passages", "recall", "share of all passages that answer that are among the first k"),
    "document_hit": (
        "Documents",
        "hit",
        "share of answerable questions with a right document among the first k documents of the passages returned",
    ),
    "document_mrr": (
        "Documents",
        "MRR",
        "mean of 1/rank of the first right document, among the documents of the passages returned; 0 when it is not there",
    ),
    "document_ndcg": (
        "Documents",
        "nDCG",
        "how near the first k documents of the passages returned come to having every right one on top, by its grade",
    ),
    "document_recall": (
        "Documents",
        "recall",
        "share of the right documents that are among the first k documents of the passages returned",
    ),
    "character_recall": ("Characters", "recall", "share of the gold characters that stand in the first k passages"),
    "character_precision": ("Characters", "precision", "share of the first k passages' characters that are gold"),
    "character_iou": (
        "Characters",
        "IoU",
        "gold characters found, over the characters that are gold or were returned among the first k",
    ),
    "precision_omega": (
        "Characters",
        "precision-omega",
        "the precision of a search that misses nothing: a limit set by how documents are split",
    ),
    "quote_exact": (
        "Quotes",
        "exact match",
        "share of answerable questions whose quote is a reference answer, once both are normalised",
    ),
    "quote_f1": ("Quotes", "F1", "overlap of the quote's words with those of the best reference answer"),
    "right_outcome": (
        "All in all",
        "right outcome",
        "share of all questions answered with a passage that answers on top, or rightly refused",
    ),
}
"""The measures of each question by the part of their name before "@": group, label and meaning, in the order they are shown."""

_MAIN: Final = (
    "passage_hit@1", "passage_hit@5", "passage_mrr@10", "passage_ndcg@10", "document_hit@1", "character_recall@5", "quote_f1", "right_outcome"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as it is shown; `low` and `high` are its 95 % interval, "" where there is none."""

    value: str
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One measure with its figure for each system; None where a system has none."""

    label: str
    numbers: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class SummaryGroup:
    """Measures of one thing."""

    name: str
    rows: tuple[SummaryRow, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with the words that stand for it where it cannot be seen."""

    id: str
    svg: Markup
    title: str
    caption: str
    description: str


@dataclass(frozen=True, slots=True)
class SliceRow:
    """The figures of one slice."""

    label: str
    questions: int
    numbers: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class SliceTable:
    """All slices of one field."""

    field: str
    columns: tuple[str, ...]
    rows: tuple[SliceRow, ...]
    plot: Plot | None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, in questions."""

    part: int
    whole: int

    @property
    def percent(self) -> str:
        """In per cent."""
        return f"{self.part / self.whole:.0%}"


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """What a threshold costs; a share is None where there is no such question, and `here` marks what the run decided."""

    label: str
    shares: tuple[Share | None, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A value the failures can be limited to; `id` is also the class of the failures that have it."""

    id: str
    label: str
    questions: int


@dataclass(frozen=True, slots=True)
class Filter:
    """What the failures can be limited by."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A question named in a list; `card` is the id of its failure, or "" when it did not fail."""

    id: str
    text: str
    card: str


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One measure of two runs; `verdict` is "better" or "worse" when the interval leaves out 0 and p is below .05, otherwise ""."""

    label: str
    questions: int
    new: str
    old: str
    difference: Number
    p: str
    detectable: str
    won: int
    lost: int
    verdict: str


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """This run beside an earlier one."""

    old: str
    notes: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]
    lists: tuple[tuple[str, tuple[Listed, ...]], ...]


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of failure, what it means and how many questions it befell."""

    label: str
    meaning: str
    questions: int


@dataclass(frozen=True, slots=True)
class ReportPage:
    """All that the template shows, and nothing else."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    systems: tuple[str, ...]
    summary: tuple[SummaryGroup, ...]
    all_measures: tuple[SummaryGroup, ...]
    meanings: tuple[tuple[str, str], ...]
    comparison: ComparisonTable | None
    slices: tuple[SliceTable, ...]
    confidence_plots: tuple[Plot, ...]
    thresholds: tuple[ThresholdRow, ...]
    latency_plot: Plot
    failures_sentence: str
    kinds: tuple[KindRow, ...]
    filters: tuple[Filter, ...]
    cards: tuple[FailureCard, ...]


_environment = Environment(
    loader=FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def write_report(
    path: Path,
    dataset: Dataset,
    run: Run,
    figures: Figures,
    library: Library,
    *,
    others: Sequence[tuple[Run, Figures]] = (),
    comparison: Comparison | None = None,
    notes: Sequence[str] = (),
    deeper: Deeper | None = None,
) -> None:
    """Write the report of a run.

    Args:
        path: the HTML file to write; its folder exists.
        dataset: the questions.
        run: what was done with them.
        figures: of the run.
        library: where the words around gold spans are read; the snapshot of the run.
        others: runs of other systems over the same questions, for the summary.
        comparison: of the run with an earlier one.
        notes: what its reader must know, in sentences, such as how the gold spans fit the index.
        deeper: what the run's system gives when asked for more, for questions that nothing returned answers; None looks no further.
    """
    page = report_page(dataset, run, figures, library, others=others, comparison=comparison, notes=notes, deeper=deeper)
    path.write_bytes(render_report(page).encode("utf-8", "replace"))


def render_report(page: ReportPage) -> str:
    """The HTML of a report."""
    shown = {each.name: getattr(page, each.name) for each in fields(page)}
    style = Markup((_HERE / "static" / "report.css").read_text("utf-8"))  # noqa: S704  # a file of this package, not input
    return _environment.get_template("report.html").render(shown, style=style)


def report_page(
    dataset: Dataset,
    run: Run,
    figures: Figures,
    library: Library,
    *,
    others: Sequence[tuple[Run, Figures]] = (),
    comparison: Comparison | None = None,
    notes: Sequence[str] = (),
    deeper: Deeper | None = None,
) -> ReportPage:
    """What the report of a run shows; see `write_report`."""
    info = run.info
    measured = [(run, figures), *others]
    cards, filters, kinds = _failures(dataset, run, library, deeper)
    without_answer = figures.questions - figures.answerable
    return ReportPage(
        title=f"Evaluation of {info.system} on {info.dataset}",
        lead=f"{_count(figures.questions, 'question')}, {without_answer} of them without an answer in the documents; {_count(len(cards), 'failure')}.",
        facts=(
            ("System", info.system),
            ("Question set", f"{info.dataset} ({info.dataset_sha256[:12]})"),
            ("Snapshot", f"{info.snapshot}: {_count(info.documents, 'document')}, {_count(info.passages, 'passage')}"),
            ("Encoder", info.encoder),
            ("Code", info.code),
            ("Started", info.started),
            ("Seed", str(info.seed)),
            ("Machine", info.machine),
        ),
        settings=tuple((name, str(value)) for name, value in sorted(info.settings.items())),
        notes=(*notes, *_notes(dataset, run)),
        systems=tuple(each.info.system for each, _ in measured),
        summary=_summary(measured, _MAIN),
        all_measures=_summary(measured, None),
        meanings=_MEANINGS,
        comparison=_comparison(dataset, comparison, cards) if comparison else None,
        slices=tuple(_slice_table(number, name, rows) for number, (name, rows) in enumerate(figures.slices.items())),
        confidence_plots=tuple(_confidence_plots(run, figures)),
        thresholds=tuple(_thresholds(dataset, run)) if info.gives_confidence else (),
        latency_plot=_latency_plot(run, figures),
        failures_sentence=f"{len(cards)} of {_count(figures.questions, 'question')} went wrong in one way or more.",
        kinds=kinds,
        filters=filters,
        cards=cards,
    )


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _notes(dataset: Dataset, run: Run) -> tuple[str, ...]:
    notes = []
    if run.info.dataset_sha256 != dataset.sha256:
        notes.append("The question set has changed since the run was made: what is said of its questions may not fit.")
    if not run.info.gives_confidence:
        notes.append("This system gives no confidence and never refuses, so there is no threshold to look at.")
    return tuple(notes)


# The summary


def _summary(measured: Sequence[tuple[Run, Figures]], only: Sequence[str] | None) -> tuple[SummaryGroup, ...]:
    """The measures of each question that are named, or all, then those of the run as a whole; rows that no system has are left out."""
    groups: dict[str, list[SummaryRow]] = {}
    present = dict.fromkeys(name for _, figures in measured for name in figures.measures)
    for prefix, (group, label, _) in _MEASURES.items():
        for name in present:
            if name.partition("@")[0] == prefix and (only is None or name in only):
                numbers = tuple(_estimate(figures.measures.get(name)) for _, figures in measured)
                groups.setdefault(group, []).append(SummaryRow("@".join([label, *name.split("@")[1:]]), numbers))
    for group, label, _, number in _OF_THE_RUN:
        numbers = tuple(number(figures) for _, figures in measured)
        if any(numbers):
            groups.setdefault(group, []).append(SummaryRow(label, numbers))
    return tuple(SummaryGroup(name, tuple(rows)) for name, rows in groups.items())


def _estimate(figure: Estimate | None) -> Number | None:
    return None if figure is None else _interval(figure.mean, figure.low, figure.high)


def _interval(value: float, low: float | None, high: float | None, sign: str = "") -> Number:
    return Number(*("" if each is None else f"{each:{sign}.3f}" for each in (value, low, high)))


def _auroc(figures: Figures) -> Number | None:
    found = figures.abstention
    return None if found.auroc is None else _interval(found.auroc, found.auroc_low, found.auroc_high)


_OF_THE_RUN: Final[Sequence[tuple[str, str, str, Callable[[Figures], Number | None]]]] = (
    (
        "Refusing",
        "AUROC",
        "chance that an answerable question is given more confidence than an unanswerable one",
        _auroc,
    ),
    (
        "Refusing",
        "AURC",
        "share that is wrong when only the surest are answered, meant over all shares answered; lower is better",
        lambda figures: Number(f"{figures.abstention.risk_coverage.area:.3f}"),
    ),
    (
        "Refusing",
        "answered of answerable",
        "share of the questions with an answer in the documents to which one was given, right or wrong",
        lambda figures: _estimate(figures.abstention.answered_of_answerable),
    ),
    (
        "Refusing",
        "refused of unanswerable",
        "share of the questions without an answer in the documents to which none was given",
        lambda figures: _estimate(figures.abstention.refused_of_unanswerable),
    ),
    (
        "Refusing",
        "right of answered",
        "share of the questions to which an answer was given whose first passage answers",
        lambda figures: _estimate(figures.abstention.right_of_answered),
    ),
    (
        "Calibration",
        "ECE",
        "expected calibration error: how far confidence is from the share that is right; lower is better",
        lambda figures: Number(f"{figures.calibration.ece:.3f}") if figures.calibration else None,
    ),
    (
        "Calibration",
        "Brier",
        "mean squared distance of confidence from right (1) or wrong (0); lower is better",
        lambda figures: Number(f"{figures.calibration.brier:.3f}") if figures.calibration else None,
    ),
    (
        "Latency",
        "p50, ms",
        "half of the questions took at most this",
        lambda figures: Number(f"{figures.latency.p50_ms:.1f}"),
    ),
    (
        "Latency",
        "p95, ms",
        "95 % of the questions took at most this",
        lambda figures: Number(f"{figures.latency.p95_ms:.1f}"),
    ),
)


_MEANINGS: Final = (
    *((f"{group}: {label}", meaning) for group, label, meaning in _MEASURES.values()),
    *((f"{group}: {label}", meaning) for group, label, meaning, _ in _OF_THE_RUN),
)


# Comparison


def _comparison(dataset: Dataset, found: Comparison, cards: Sequence[FailureCard]) -> ComparisonTable:
    texts = {question.id: question.text for question in dataset.questions}
    card_of = {each.question_id: each.id for each in cards}
    return ComparisonTable(
        found.old,
        found.notes,
        tuple(_comparison_row(each) for each in found.differences),
        tuple(
            (
                label,
                tuple(Listed(identifier, texts.get(identifier, ""), card_of.get(identifier, "")) for identifier in ids),
            )
            for label, ids in (("Won", found.won), ("Lost", found.lost))
        ),
    )


def _comparison_row(found: Compared) -> ComparisonRow:
    verdict = ""
    if found.low is not None and found.high is not None:
        sure = found.p < 0.05
        verdict = "better" if sure and found.low > 0 else "worse" if sure and found.high < 0 else ""
    return ComparisonRow(
        _label(found.measure),
        found.questions,
        f"{found.new:.3f}",
        f"{found.old:.3f}",
        _interval(found.mean, found.low, found.high, "+"),
        "< 0.001" if found.p < 0.001 else f"{found.p:.3f}",
        "–" if found.detectable is None else f"{found.detectable:.3f}",
        found.won,
        found.lost,
        verdict,
    )


# Slices


def _slice_table(number: int, name: str, slices: Mapping[str, SliceFigures]) -> SliceTable:
    measures = tuple(dict.fromkeys(measure for figures in slices.values() for measure in figures.measures))
    rows = tuple(
        SliceRow(
            value,
            figures.questions,
            (*(_estimate(figures.measures.get(measure)) for measure in measures), Number(f"{figures.answered:.0%}")),
        )
        for value, figures in slices.items()
    )
    bars = [
        plots.Bar(
            value,
            found.mean,
            found.mean if found.low is None else found.low,
            found.mean if found.high is None else found.high,
        )
        for value, figures in slices.items()
        if (found := figures.measures.get(_SLICE_BAR))
    ]
    plot = None
    if bars:
        identifier = f"plot-slice-{number}"
        plot = Plot(
            identifier,
            plots.bars(identifier, bars, _label(_SLICE_BAR)),
            f"{_label(_SLICE_BAR)} by {name}",
            "Thin lines are 95 % intervals; slices without an answerable question have no bar.",
            f"Bars of {_label(_SLICE_BAR)} by {name}: "
            + "; ".join(f"{bar.label} {bar.value:.2f}" for bar in bars)
            + ".",
        )
    return SliceTable(name, (*map(_label, measures), "answered"), rows, plot)


def _label(measure: str) -> str:
    """What a measure of each question is called: "passages: hit@1"."""
    name, at, cutoff = measure.partition("@")
    group, label, _ = _MEASURES.get(name, ("", name, ""))
    return f"{group.lower()}: {label}{at}{cutoff}".removeprefix(": ")


# Confidence


def _confidence_plots(run: Run, figures: Figures) -> Iterable[Plot]:
    if figures.calibration:
        points = [
            plots.ReliabilityPoint(group.confidence, group.right, group.questions) for group in figures.calibration.bins
        ]
        yield Plot(
            "plot-reliability",
            plots.reliability("plot-reliability", points),
            "Reliability",
            "Each dot is a group of questions given about the same confidence; a larger dot is more of them. "
            "On the broken line, confidence means what it says; below it, the system is too sure. An unanswerable question is never right.",
            "Confidence against the share that was right: "
            + "; ".join(f"{each.confidence:.2f} {each.right:.2f}" for each in points)
            + ".",
        )
    curve = figures.abstention.risk_coverage
    right = figures.abstention.right_of_answered
    shipped = (right.questions / figures.questions, 1 - right.mean) if right and run.info.gives_confidence else None
    yield Plot(
        "plot-risk",
        plots.risk_coverage("plot-risk", list(zip(curve.coverage, curve.risk, strict=True)), shipped),
        "Risk and coverage",
        "When only the questions the system is surest of are answered, how many of those are wrong; lower is better. The dot is what this run "
        "decided; it may stand off the curve where something other than confidence decided."
        if shipped
        else "When only the questions the system is surest of are answered, how many of those are wrong; lower is better. "
        "The order is that of the top score, for the system gives no confidence.",
        f"Risk against coverage, with an area of {curve.area:.3f} under the curve"
        + (f"; as shipped {shipped[0]:.0%} are answered and {shipped[1]:.0%} of those are wrong." if shipped else "."),
    )


def _thresholds(dataset: Dataset, run: Run) -> Iterable[ThresholdRow]:
    by_id = {question.id: question for question in dataset.questions}
    answerable = np.array([by_id[result.question_id].answerable for result in run.results], dtype=bool)
    right = first_is_hit(dataset.questions, run)
    sure = sureness(run)
    decided = np.array([result.status == "answered" for result in run.results], dtype=bool)
    rows = [(f"{threshold:.2f}", sure >= threshold, False) for threshold in _THRESHOLDS]
    for label, answered, here in [*rows, ("as the run decided", decided, True)]:
        counts = (
            (answered.sum(), answered.size),
            ((answered & ~right).sum(), answered.sum()),
            ((answerable & ~answered).sum(), answerable.sum()),
            ((~answerable & answered).sum(), (~answerable).sum()),
        )
        yield ThresholdRow(
            label, tuple(Share(int(part), int(whole)) if whole else None for part, whole in counts), here
        )


def _latency_plot(run: Run, figures: Figures) -> Plot:
    times = [result.seconds * 1000 for result in run.results]
    found = figures.latency
    return Plot(
        "plot-latency",
        plots.latency("plot-latency", times, found.p50_ms, found.p95_ms),
        "Time for a question",
        f"Half took {found.p50_ms:.1f} ms or less, 95 % took {found.p95_ms:.1f} ms or less, the slowest {max(times):.1f} ms, on {run.info.machine}.",
        f"The share of questions done within a time: half within {found.p50_ms:.1f} ms, 95 % within {found.p95_ms:.1f} ms.",
    )


# Failures


def _failures(
    dataset: Dataset, run: Run, library: Library, deeper: Deeper | None
) -> tuple[tuple[FailureCard, ...], tuple[Filter, ...], tuple[KindRow, ...]]:
    """Every failed question in the set's order, what they can be limited by, and how many there are of each kind."""
    results = {result.question_id: result for result in run.results}
    asked = [(question, results[question.id]) for question in dataset.questions if question.id in results]
    failed = [(question, result, kinds) for question, result in asked if (kinds := failures(question, result))]
    groups: dict[str, dict[str, list[str]]] = {"Kind": {KINDS[kind][0]: [] for kind in KINDS}}
    for question, _, kinds in failed:
        for kind in kinds:
            groups["Kind"][KINDS[kind][0]].append(question.id)
        for name, value in question.slices.items():
            groups.setdefault(name, {}).setdefault(value, []).append(question.id)
    classes: dict[str, list[str]] = {question.id: [] for question, _, _ in failed}
    filters = []
    for number, (name, values) in enumerate(groups.items()):
        choices = []
        for place, (value, ids) in enumerate(values.items()):
            if ids:
                choices.append(Choice(f"f{number}-{place}", value, len(ids)))
                for identifier in ids:
                    classes[identifier].append(f"f{number}-{place}")
        filters.append(Filter(name, tuple(choices)))
    cards = tuple(
        card(
            f"failure-{number}",
            " ".join(classes[question.id]),
            question,
            result,
            kinds,
            library,
            gives_confidence=run.info.gives_confidence,
            deeper=deeper,
        )
        for number, (question, result, kinds) in enumerate(failed, start=1)
    )
    counts = groups["Kind"]
    return (
        cards,
        tuple(filters),
        tuple(KindRow(label, meaning, len(counts[label])) for label, meaning in KINDS.values() if counts[label]),
    )
