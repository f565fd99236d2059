"""Folders of runs: what they hold already, and which run is compared with."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from corpus.errors import ChapterError
from eval.records import Dataset, Run
from eval.run_folder import RunLayout, read_run
from eval.systems import SYSTEMS


def kept_runs(save: Path, systems: Collection[str], dataset: Dataset) -> dict[str, Run]:
    """The whole runs of other systems that a folder for runs already holds, by system.

    Args:
        save: the folder for runs; it need not be there.
        systems: the names of those whose runs are made now.
        dataset: the questions that all runs of the folder must be over.

    Raises:
        ChapterError: it holds other things, or runs over other questions.
    """
    if not save.exists():
        return {}
    if not save.is_dir() or RunLayout(save).info.exists():
        what = "the folder of one run" if save.is_dir() else "a file"
        raise ChapterError(
            f"{save} is {what}, and --save needs a folder for runs. Name another, such as "
            f"{save.with_name(save.name + '-runs')}."
        )
    held = sorted(path for path in save.iterdir() if not path.name.startswith("."))
    ours = [path for path in held if path.name in SYSTEMS or RunLayout(path).info.exists()]
    if held and not ours:
        raise ChapterError(
            f"The folder {save} holds other files, such as {held[0].name}, and no runs. Choose a new folder for --save."
        )
    runs = {path.name: read_run(path) for path in ours if path.name not in systems and RunLayout(path).judged.exists()}
    asked = [question.id for question in dataset.questions]
    for name, made in runs.items():
        if made.info.dataset_sha256 != dataset.sha256 or [result.question_id for result in made.results] != asked:
            raise ChapterError(
                f"The folder {save} holds a run of {name} over other questions ({len(made.results)} of "
                f"{made.info.dataset!r} then, {len(asked)} of "
                f"{dataset.name!r} as it is now). Choose another folder for --save, or delete that one."
            )
    return runs


def earlier_run(folder: Path, system: str) -> Run:
    """The earlier run that a system is compared with: its own, or the only one there is.

    Raises:
        ChapterError: there is none, or it is not clear which is meant.
    """
    if RunLayout(folder).info.exists():
        return read_run(folder)
    held = sorted(path.name for path in folder.iterdir() if RunLayout(path).info.exists()) if folder.is_dir() else []
    if not held:
        raise ChapterError(
            f"There is no run in {folder} to compare with. Make one with: qa eval DATASET --save {folder}"
        )
    if system not in held and len(held) > 1:
        raise ChapterError(
            f"{folder} holds no run of {system!r} but of {', '.join(held)}. Name one of them: --compare "
            f"{folder / held[0]}"
        )
    return read_run(folder / (system if system in held else held[0]))
