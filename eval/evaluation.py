"""An evaluation: systems put to a question set, measured, compared and reported; it prints nothing."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from corpus.errors import ChapterError
from eval.compare import Comparison, check_questions, compare
from eval.datasets import read_dataset, sample
from eval.figures import Figures, figures
from eval.gold import gold_notes
from eval.indexing import DatasetIndex, index_of
from eval.kept_runs import earlier_run, kept_runs
from eval.records import Dataset, Retrieved, Run
from eval.report.cards import DEEPER
from eval.report.page import report_page, write_report
from eval.runs import run
from eval.systems import SYSTEMS, System
from index.build import Progress, unwatched
from index.snapshot import Snapshot, open_snapshot
from qa.pipeline import Assistant, load_assistant
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be evaluated.

    Attributes:
        dataset: a question set, see `eval.datasets.read_dataset`.
        index: an index folder; None builds one of the set's own documents, beside the default index in eval/, and
            brings it up to date every time.
        systems: names from `eval.systems.SYSTEMS`, or "all"; the others are compared with the first.
        k: how many passages each system gives, 1 or more.
        limit: at most so many questions, chosen by `seed`; None for all.
        seed: of sampling and resampling.
        save: the folder to keep the runs in, one folder a system, with summary.json of all that are there; a run that
            was cut off is taken up again. None keeps nothing.
        compare_with: a folder of earlier runs, or of one, to compare with.
        report: the HTML file to write, about the last of the systems beside the others, and compared with the earlier
            run or else the first.
    """

    dataset: Path
    index: Path | None = None
    systems: Sequence[str] = ("full",)
    k: int = 10
    limit: int | None = None
    seed: int = 0
    save: Path | None = None
    compare_with: Path | None = None
    report: Path | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation found.

    Attributes:
        dataset: the questions.
        runs, figures: by system.
        comparisons: with an earlier run, by system, where one was given.
        beside_first: with the first system, for each other one.
        notes: what a reader must know of the gold, in sentences.
        not_indexed: the set's own files that could not be read, with the reasons.
    """

    dataset: Dataset
    runs: Mapping[str, Run]
    figures: Mapping[str, Figures]
    comparisons: Mapping[str, Comparison]
    beside_first: Mapping[str, Comparison]
    notes: tuple[str, ...]
    not_indexed: tuple[str, ...] = ()


def evaluate(
    request: Request,
    settings: Settings,
    *,
    measured: Callable[[Evaluation], None] = lambda evaluation: None,
    progress: Progress = unwatched,
) -> Evaluation:
    """Run systems over a question set and measure what they are worth.

    Args:
        request: what is to be evaluated.
        settings: of the encoder, the passages and the assistant.
        measured: told the evaluation once all is measured and kept, before the report is written.
        progress: told how far it is.

    Returns:
        The runs with their figures.

    Raises:
        ChapterError: a set, index, run or system that cannot be used; the message says what to do.
    """
    systems = _chosen(request.systems)
    dataset = read_dataset(request.dataset)
    if request.limit is not None:
        dataset = sample(dataset, request.limit, request.seed)
    kept = kept_runs(request.save, systems, dataset) if request.save else {}
    compared = request.compare_with
    earlier = {name: earlier_run(compared, name) for name in systems} if compared else {}
    for old in earlier.values():
        check_questions(dataset.name, dataset.questions, old)
    assistant = load_assistant(settings)
    own = DatasetIndex(request.index, ()) if request.index else index_of(dataset, settings, assistant.encoder, progress)
    snapshot = open_snapshot(own.folder, assistant.encoder)
    try:
        runs = _runs(request, dataset, systems, snapshot, assistant, settings, progress)
        evaluation = replace(_evaluation(dataset, runs, earlier, snapshot, request.seed), not_indexed=own.failed)
        if request.save:
            _write_summary(request.save, evaluation, kept)
        measured(evaluation)
        if request.report:
            _write_report(request.report, evaluation, snapshot, assistant)
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


def _chosen(names: Sequence[str]) -> dict[str, System]:
    wanted = tuple(SYSTEMS) if "all" in names else tuple(dict.fromkeys(names))
    unknown = [name for name in wanted if name not in SYSTEMS]
    if unknown:
        raise ChapterError(f"There is no system {unknown[0]!r}. Choose from {', '.join(SYSTEMS)}, or all.")
    return {name: SYSTEMS[name] for name in wanted}


def _runs(
    request: Request,
    dataset: Dataset,
    systems: Mapping[str, System],
    snapshot: Snapshot,
    assistant: Assistant,
    settings: Settings,
    progress: Progress,
) -> dict[str, Run]:
    """A run of each system."""
    with _folder(request.save) as folder:
        return {
            name: run(
                dataset,
                system,
                snapshot,
                assistant,
                folder / name,
                settings=settings,
                k=request.k,
                seed=request.seed,
                progress=lambda done, total, stage=f"Asking {name}": progress(stage, done, total),  # type: ignore[misc]  # mypy infers no lambda with a default
            )
            for name, system in systems.items()
        }


def _evaluation(
    dataset: Dataset, runs: Mapping[str, Run], earlier: Mapping[str, Run], snapshot: Snapshot, seed: int
) -> Evaluation:
    first, *others = runs
    questions = dataset.questions
    return Evaluation(
        dataset=dataset,
        runs=runs,
        figures={name: figures(questions, made) for name, made in runs.items()},
        comparisons={name: compare(questions, runs[name], old, seed) for name, old in earlier.items()},
        beside_first={name: compare(questions, runs[name], runs[first], seed) for name in others},
        notes=gold_notes(dataset, snapshot),
    )


def _write_summary(save: Path, evaluation: Evaluation, kept: Mapping[str, Run]) -> None:
    """Write summary.json, of the runs just made and of those that the folder held before."""
    before = {name: figures(evaluation.dataset.questions, made) for name, made in kept.items()}
    whole = replace(evaluation, runs={**kept, **evaluation.runs}, figures={**before, **evaluation.figures})
    path = save / "summary.json"
    text = json.dumps(summary(whole), indent=1, ensure_ascii=False, allow_nan=False)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ChapterError(f"{path} cannot be written: {error.strerror}. Choose another folder for --save.") from error


def _write_report(path: Path, evaluation: Evaluation, snapshot: Snapshot, assistant: Assistant) -> None:
    *others, name = evaluation.runs
    found = evaluation.figures

    def deeper(question: str) -> Sequence[Retrieved]:
        return SYSTEMS[name].answer(snapshot, assistant, question, DEEPER).retrieved

    page = report_page(
        evaluation.dataset,
        evaluation.runs[name],
        found[name],
        snapshot,
        others=[(evaluation.runs[other], found[other]) for other in others],
        comparison=evaluation.comparisons.get(name) or evaluation.beside_first.get(name),
        notes=evaluation.notes,
        deeper=deeper,
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_report(path, page)
    except OSError as error:
        raise ChapterError(
            f"The report {path} cannot be written: {error.strerror}. Choose another place for --report."
        ) from error


@contextmanager
def _folder(save: Path | None) -> Iterator[Path]:
    """Where runs are kept: for good, or only until they are measured."""
    if save:
        yield save
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
