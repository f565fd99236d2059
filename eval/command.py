"""What `qa eval` does: index the set's documents, run the systems, print and keep the figures, compare, report."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.errors import ChapterError
from eval.compare import MEASURES, Comparison, check_questions, compare
from eval.datasets import read_dataset, sample
from eval.failures import DEEPER
from eval.metrics import Estimate, Figures, figures
from eval.records import Dataset, Retrieved, Run
from eval.report import write_report
from eval.runs import RunLayout, gold_notes, read_run, run
from eval.systems import SYSTEMS, System
from index.build import Progress, build, unwatched
from index.encoder import Encoder
from index.snapshot import Snapshot, open_snapshot
from qa.pipeline import Assistant, load_assistant
from qa.settings import Settings

LABELS = {
    "passage_hit@1": "hit@1, passages",
    "passage_hit@3": "hit@3",
    "passage_hit@5": "hit@5",
    "passage_hit@10": "hit@10",
    "passage_mrr@10": "MRR@10",
    "passage_ndcg@10": "nDCG@10",
    "passage_recall@10": "recall@10",
    "document_hit@1": "hit@1, passages' documents",
    "document_hit@5": "hit@5",
    "document_mrr@10": "MRR@10",
    "document_ndcg@10": "nDCG@10",
    "document_recall@10": "recall@10",
    "character_recall@5": "recall, characters of 5",
    "character_precision@5": "precision",
    "character_iou@5": "IoU",
    "precision_omega": "precision-omega",
    "quote_exact": "quote exact match",
    "quote_f1": "quote F1",
    "right_outcome": "answered or refused rightly",
}
"""The measures that are printed; summary.json has all of them."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation found.

    Attributes:
        dataset: the questions.
        runs, figures: by system.
        comparisons: with an earlier run, by system, where one was given.
        beside_first: with the first system, for each other one.
        notes: what a reader must know of the gold, in sentences.
    """

    dataset: Dataset
    runs: Mapping[str, Run]
    figures: Mapping[str, Figures]
    comparisons: Mapping[str, Comparison]
    beside_first: Mapping[str, Comparison]
    notes: tuple[str, ...]


def evaluate(
    dataset: Path,
    settings: Settings,
    console: Console,
    *,
    index: Path | None = None,
    systems: Sequence[str] = ("full",),
    k: int = 10,
    limit: int | None = None,
    seed: int = 0,
    save: Path | None = None,
    compare_with: Path | None = None,
    report: Path | None = None,
    progress: Progress = unwatched,
) -> Evaluation:
    """Run systems over a question set and print what they are worth.

    Args:
        dataset: a question set, see `eval.datasets.read_dataset`.
        settings: of the encoder, the passages and the assistant.
        console: what to print on.
        index: an index folder; None builds one of the set's own documents, beside the default index in eval/, and brings it
            up to date every time.
        systems: names from `eval.systems.SYSTEMS`, or "all"; the others are compared with the first.
        k: how many passages each system gives, 1 or more.
        limit: at most so many questions, chosen by `seed`; None for all.
        seed: of sampling and resampling.
        save: the folder to keep the runs in, one folder a system, with summary.json of all that are there; a run that was cut off is
            taken up again. None keeps nothing.
        compare_with: a folder of earlier runs, or of one, to compare with.
        report: the HTML file to write, about the last of the systems beside the others, and compared with the earlier run or else the first.
        progress: told how far it is.

    Returns:
        The runs with their figures.

    Raises:
        ChapterError: a set, index, run or system that cannot be used; the message says what to do.
    """
    chosen = _chosen(systems)
    questions = read_dataset(dataset)
    if limit is not None:
        questions = sample(questions, limit, seed)
    kept = _kept(save, chosen, questions) if save else {}
    earlier = {name: _earlier(compare_with, name) for name in chosen} if compare_with else {}
    for old in earlier.values():
        check_questions(questions.name, questions.questions, old)
    assistant = load_assistant(settings)
    snapshot = open_snapshot(
        index or index_of(questions, settings, assistant.encoder, console, progress), assistant.encoder
    )
    try:
        with _folder(save) as folder:
            runs = {
                name: _run(questions, system, snapshot, assistant, folder, settings, k, seed, progress)
                for name, system in chosen.items()
            }
        first, *others = runs
        evaluation = Evaluation(
            dataset=questions,
            runs=runs,
            figures={name: figures(questions.questions, made) for name, made in runs.items()},
            comparisons={name: compare(questions.questions, runs[name], old, seed) for name, old in earlier.items()},
            beside_first={name: compare(questions.questions, runs[name], runs[first], seed) for name in others},
            notes=gold_notes(questions, snapshot),
        )
        if save:
            before = {name: figures(questions.questions, made) for name, made in kept.items()}
            whole = replace(evaluation, runs={**kept, **runs}, figures={**before, **evaluation.figures})
            _write_text(
                save / "summary.json", json.dumps(summary(whole), indent=1, ensure_ascii=False, allow_nan=False)
            )
        print_evaluation(evaluation, console)
        if report:
            _report(report, evaluation, snapshot, assistant)
    finally:
        snapshot.close()
    return evaluation


def summary(evaluation: Evaluation) -> dict[str, object]:
    """All figures as summary.json holds them."""
    return {
        "dataset": evaluation.dataset.name,
        "notes": evaluation.notes,
        "systems": {
            name: {"info": asdict(evaluation.runs[name].info), "figures": asdict(found)}
            for name, found in evaluation.figures.items()
        },
        "comparisons": {name: asdict(comparison) for name, comparison in evaluation.comparisons.items()},
        "beside_first": {name: asdict(comparison) for name, comparison in evaluation.beside_first.items()},
    }


def print_evaluation(evaluation: Evaluation, console: Console) -> None:
    """Print the tables of all systems and of what they have more than the first, the slices of the last, and the comparisons with an earlier run.

    All slices are in summary.json.
    """
    first = next(iter(evaluation.runs.values())).info
    found = next(iter(evaluation.figures.values()))
    console.print(
        Text(
            f"{evaluation.dataset.name}: {found.questions} questions, {found.questions - found.answerable} of them without an answer, over "
            f"{first.documents} documents in {first.passages} passages ({first.encoder})"
        )
    )
    for note in evaluation.notes:
        console.print(Text(f"Note: {note}", style="yellow"))
    console.print(_measures_table(evaluation.figures))
    if evaluation.beside_first:
        console.print(_beside_first_table(evaluation.beside_first))
    *_, last = evaluation.figures
    if evaluation.figures[last].slices:
        console.print(_slices_table(last, evaluation.figures[last]))
    for comparison in evaluation.comparisons.values():
        _print_comparison(comparison, console)


def _measures_table(found: Mapping[str, Figures]) -> Table:
    table = Table(title="Means over questions, with 95 % intervals", title_justify="left")
    table.add_column("")
    for name in found:
        table.add_column(name, justify="right")
    for measure, label in LABELS.items():
        if any(measure in each.measures for each in found.values()):
            table.add_row(label, *(_interval(each.measures.get(measure)) for each in found.values()))
    table.add_section()
    sides = [each.abstention for each in found.values()]
    table.add_row("AUROC, answerable or not", *(_bounds(side.auroc, side.auroc_low, side.auroc_high) for side in sides))
    table.add_row("answered of answerable", *(_interval(side.answered_of_answerable) for side in sides))
    table.add_row("refused of unanswerable", *(_interval(side.refused_of_unanswerable) for side in sides))
    table.add_row("right of answered", *(_interval(side.right_of_answered) for side in sides))
    table.add_row("area under risk-coverage", *(_number(side.risk_coverage.area) for side in sides))
    table.add_section()
    for label, name in (("calibration error (ECE)", "ece"), ("Brier", "brier")):
        table.add_row(label, *(_number(getattr(each.calibration, name, None)) for each in found.values()))
    table.add_section()
    table.add_row("milliseconds, p50", *(f"{each.latency.p50_ms:.1f}" for each in found.values()))
    table.add_row("milliseconds, p95", *(f"{each.latency.p95_ms:.1f}" for each in found.values()))
    return table


def _beside_first_table(found: Mapping[str, Comparison]) -> Table:
    first = next(iter(found.values())).old
    table = Table(title=f"Less {first} (p of a paired randomization test; * p < .05)", title_justify="left")
    table.add_column("")
    for name in found:
        table.add_column(name, justify="right")
    cells = [{each.measure: str(each) for each in comparison.differences} for comparison in found.values()]
    for measure in MEASURES:
        if any(measure in each for each in cells):
            table.add_row(measure, *(each.get(measure, "–") for each in cells))
    return table


def _slices_table(name: str, found: Figures) -> Table:
    columns = {
        "passage_hit@1": "hit@1",
        "passage_hit@5": "hit@5",
        "passage_mrr@10": "MRR@10",
        "document_hit@1": "document hit@1",
    }
    table = Table(title=f"{name}, by slice", title_justify="left")
    for heading in ("slice", "value"):
        table.add_column(heading)
    for heading in ("questions", *columns.values(), "answered"):
        table.add_column(heading, justify="right")
    for slice_name, values in found.slices.items():
        table.add_section()
        for value, each in values.items():
            table.add_row(
                slice_name,
                Text(value),
                str(each.questions),
                *(_interval(each.measures.get(measure)) for measure in columns),
                _number(each.answered),
            )
    return table


def _print_comparison(comparison: Comparison, console: Console) -> None:
    table = Table(title=f"{comparison.new} less the earlier {comparison.old}", title_justify="left")
    table.add_column("")
    for heading in ("now", "before", "difference", "p", "detectable", "won", "lost"):
        table.add_column(heading, justify="right")
    for each in comparison.differences:
        table.add_row(
            each.measure,
            _number(each.new),
            _number(each.old),
            _bounds(each.mean, each.low, each.high, sign="+"),
            f"{each.p:.4f}",
            _number(each.detectable),
            str(each.won),
            str(each.lost),
        )
    console.print(table)
    for note in comparison.notes:
        console.print(Text(f"Note: {note}", style="yellow"))
    for label, ids in (("Won", comparison.won), ("Lost", comparison.lost)):
        console.print(Text(f"{label}: {', '.join(ids) or 'none'}"))


def _interval(value: Estimate | None) -> str:
    return _bounds(value.mean, value.low, value.high) if value else "–"


def _bounds(value: float | None, low: float | None, high: float | None, sign: str = "") -> str:
    if value is None or low is None or high is None:
        return _number(value)
    return f"{value:{sign}.3f} [{low:{sign}.3f}, {high:{sign}.3f}]"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _chosen(names: Sequence[str]) -> dict[str, System]:
    wanted = tuple(SYSTEMS) if "all" in names else tuple(dict.fromkeys(names))
    unknown = [name for name in wanted if name not in SYSTEMS]
    if unknown:
        raise ChapterError(f"There is no system {unknown[0]!r}. Choose from {', '.join(SYSTEMS)}, or all.")
    return {name: SYSTEMS[name] for name in wanted}


def index_of(
    dataset: Dataset, settings: Settings, encoder: Encoder, console: Console, progress: Progress = unwatched
) -> Path:
    """The folder of an index of the set's own documents, brought up to date."""
    root = settings.index.parent / "eval" / _plain(dataset.name)
    corpus = dataset.corpus
    if dataset.articles:
        root.mkdir(parents=True, exist_ok=True)
        corpus = root / "corpus.jsonl"
        corpus.write_text(
            "".join(_json_line(title, text) for title, text in dataset.articles.items()), encoding="utf-8"
        )
    if corpus is None:
        raise ChapterError(
            f"The question set {dataset.name!r} brings no documents. Name the index to ask with --index DIR."
        )
    folder = root / _plain(encoder.name)
    report = build([corpus], folder, encoder, size=settings.passage_size, progress=progress)
    for fault in report.failed:
        console.print(Text(f"Not indexed: {fault.where}: {fault.reason}", style="yellow"))
    return folder


def _run(
    dataset: Dataset,
    system: System,
    snapshot: Snapshot,
    assistant: Assistant,
    folder: Path,
    settings: Settings,
    k: int,
    seed: int,
    progress: Progress,
) -> Run:
    def told(done: int, total: int) -> None:
        progress(f"Asking {system.name}", done, total)

    return run(
        dataset, system, snapshot, assistant, folder / system.name, settings=settings, k=k, seed=seed, progress=told
    )


def _report(path: Path, evaluation: Evaluation, snapshot: Snapshot, assistant: Assistant) -> None:
    *others, name = evaluation.runs

    def deeper(question: str) -> Sequence[Retrieved]:
        return SYSTEMS[name].answer(snapshot, assistant, question, DEEPER).retrieved

    found = evaluation.figures
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_report(
            path,
            evaluation.dataset,
            evaluation.runs[name],
            found[name],
            snapshot,
            others=[(evaluation.runs[other], found[other]) for other in others],
            comparison=evaluation.comparisons.get(name) or evaluation.beside_first.get(name),
            notes=evaluation.notes,
            deeper=deeper,
        )
    except OSError as error:
        raise ChapterError(
            f"The report {path} cannot be written: {error.strerror}. Choose another place for --report."
        ) from error


def _write_text(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ChapterError(f"{path} cannot be written: {error.strerror}. Choose another folder for --save.") from error


@contextmanager
def _folder(save: Path | None) -> Iterator[Path]:
    """Where runs are kept: for good, or only until they are measured."""
    if save:
        yield save
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


def _kept(save: Path, chosen: Mapping[str, System], dataset: Dataset) -> dict[str, Run]:
    """The whole runs of other systems that a folder for runs already holds, by system."""
    if not save.exists():
        return {}
    if not save.is_dir() or RunLayout(save).info.exists():
        what = "the folder of one run" if save.is_dir() else "a file"
        raise ChapterError(
            f"{save} is {what}, and --save needs a folder for runs. Name another, such as {save.with_name(save.name + '-runs')}."
        )
    held = sorted(path for path in save.iterdir() if not path.name.startswith("."))
    ours = [path for path in held if path.name in SYSTEMS or RunLayout(path).info.exists()]
    if held and not ours:
        raise ChapterError(
            f"The folder {save} holds other files, such as {held[0].name}, and no runs. Choose a new folder for --save."
        )
    runs = {path.name: read_run(path) for path in ours if path.name not in chosen and RunLayout(path).judged.exists()}
    asked = [question.id for question in dataset.questions]
    for name, made in runs.items():
        if made.info.dataset_sha256 != dataset.sha256 or [result.question_id for result in made.results] != asked:
            raise ChapterError(
                f"The folder {save} holds a run of {name} over other questions ({len(made.results)} of {made.info.dataset!r} then, {len(asked)} of "
                f"{dataset.name!r} as it is now). Choose another folder for --save, or delete that one."
            )
    return runs


def _earlier(folder: Path, system: str) -> Run:
    """The earlier run that a system is compared with: its own, or the only one there is."""
    if RunLayout(folder).info.exists():
        return read_run(folder)
    held = sorted(path.name for path in folder.iterdir() if RunLayout(path).info.exists()) if folder.is_dir() else []
    if not held:
        raise ChapterError(
            f"There is no run in {folder} to compare with. Make one with: qa eval DATASET --save {folder}"
        )
    if system not in held and len(held) > 1:
        raise ChapterError(
            f"{folder} holds no run of {system!r} but of {', '.join(held)}. Name one of them: --compare {folder / held[0]}"
        )
    return read_run(folder / (system if system in held else held[0]))


def _plain(name: str) -> str:
    """A name as one folder may be called."""
    return re.sub(r"[^\w.-]+", "-", name).strip(".-") or "unnamed"


def _json_line(title: str, text: str) -> str:
    return json.dumps({"id": title, "title": title, "text": text}, ensure_ascii=False) + "\n"
