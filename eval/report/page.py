"""The report as a page: all that its template shows, and how it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from eval.compare import Comparison
from eval.figures import Figures
from eval.measures import all_measures, measures_shown
from eval.measures.evaluated_run import EvaluatedRun
from eval.records import Dataset, Run
from eval.report.cards import Deeper, FailureCard
from eval.report.comparison import ComparisonTable, comparison_table
from eval.report.confidence import ThresholdRow, confidence_plots, latency_plot, threshold_rows
from eval.report.excerpts import Library
from eval.report.failures import Filter, KindRow, shown_failures
from eval.report.plot import Plot
from eval.report.slices import SliceTable, slice_table
from eval.report.summary import SummaryGroup, meanings, summary_groups

_HERE: Final = Path(__file__).parent


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


def write_report(path: Path, page: ReportPage) -> None:
    """Write a report as HTML into a file whose folder exists."""
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
    """What the report of a run shows.

    Args:
        dataset: the questions.
        run: what was done with them.
        figures: of the run.
        library: where the words around gold spans are read; the snapshot of the run.
        others: runs of other systems over the same questions, for the summary.
        comparison: of the run with an earlier one.
        notes: what its reader must know, in sentences, such as how the gold spans fit the index.
        deeper: what the run's system gives when asked for more, for questions that nothing returned answers; None
            looks no further.
    """
    info = run.info
    measured = [figures, *(figured for _, figured in others)]
    failed = shown_failures(dataset, run, library, deeper)
    texts = {question.id: question.text for question in dataset.questions}
    cards = {card.question_id: card.id for card in failed.cards}
    asked = _count(figures.questions, "question")
    without_answer = figures.questions - figures.answerable
    return ReportPage(
        title=f"Evaluation of {info.system} on {info.dataset}",
        lead=f"{asked}, {without_answer} of them without an answer in the documents; "
        f"{_count(len(failed.cards), 'failure')}.",
        facts=_facts(run),
        settings=tuple((name, str(value)) for name, value in sorted(info.settings.items())),
        notes=(*notes, *_notes(dataset, run)),
        systems=(info.system, *(other.info.system for other, _ in others)),
        summary=summary_groups(measured, measures_shown("headline")),
        all_measures=summary_groups(measured, all_measures()),
        meanings=meanings(),
        comparison=comparison_table(comparison, texts, cards) if comparison else None,
        slices=tuple(slice_table(place, name, values) for place, (name, values) in enumerate(figures.slices.items())),
        confidence_plots=tuple(confidence_plots(run, figures)),
        thresholds=tuple(threshold_rows(EvaluatedRun(dataset.questions, run))) if info.gives_confidence else (),
        latency_plot=latency_plot(run, figures),
        failures_sentence=f"{len(failed.cards)} of {asked} went wrong in one way or more.",
        kinds=failed.kinds,
        filters=failed.filters,
        cards=failed.cards,
    )


def _facts(run: Run) -> tuple[tuple[str, str], ...]:
    """What the run was made with, besides its settings."""
    info = run.info
    return (
        ("System", info.system),
        ("Question set", f"{info.dataset} ({info.dataset_sha256[:12]})"),
        ("Snapshot", f"{info.snapshot}: {_count(info.documents, 'document')}, {_count(info.passages, 'passage')}"),
        ("Encoder", info.encoder),
        ("Code", info.code),
        ("Started", info.started),
        ("Seed", str(info.seed)),
        ("Machine", info.machine),
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
