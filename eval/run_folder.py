"""The folder of a run: where its files are, how they are written and read back."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from corpus.errors import ChapterError
from eval.records import Judged, Question, Result, Run, RunInfo
from eval.trec import trec_qrels, trec_run

_RESULT = TypeAdapter(Result)
_INFO = TypeAdapter(RunInfo)
_JUDGED: TypeAdapter[Mapping[str, Judged]] = TypeAdapter(Mapping[str, Judged])
_Record = TypeVar("_Record")


class RunError(ChapterError):
    """A run's folder cannot be used, or a run cannot be made of this set and index."""


@dataclass(frozen=True, slots=True)
class RunLayout:
    """Where everything in a run's folder is."""

    root: Path

    @property
    def info(self) -> Path:
        """What the run is made with."""
        return self.root / "info.json"

    @property
    def results(self) -> Path:
        """A result a line, in the set's order, each on disk before the next question is asked."""
        return self.root / "results.jsonl"

    @property
    def judged(self) -> Path:
        """What the snapshot holds for each answerable question, by id."""
        return self.root / "judged.json"

    @property
    def lock(self) -> Path:
        """Held while the run is made."""
        return self.root / "run.lock"

    @property
    def trec_run(self) -> Path:
        """The rankings as TREC runs are written."""
        return self.root / "run.trec"

    @property
    def trec_qrels(self) -> Path:
        """The relevant passages as TREC qrels are written."""
        return self.root / "qrels.trec"


def make_folder(folder: Path) -> None:
    """Make the folder of a run, or check that it is one.

    Raises:
        RunError: it holds something else, or cannot be made.
    """
    layout = RunLayout(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = {path.name for path in folder.iterdir() if path.suffix != ".unfinished"}
        if held - {layout.lock.name} and layout.info.name not in held:
            raise RunError(f"The folder {folder} holds other files and no run. Choose a new folder for --save.")
    except OSError as error:
        raise RunError(f"The folder {folder} cannot be made: {error.strerror}. Choose another for --save.") from error


def write_info(layout: RunLayout, info: RunInfo) -> None:
    """Write what a run is made with."""
    _write(layout.info, json.dumps(asdict(info), indent=1, ensure_ascii=False))


def read_info(layout: RunLayout) -> RunInfo:
    """What a run was made with.

    Raises:
        RunError: it cannot be read.
    """
    return _read(layout.info, _INFO)


def finish_folder(layout: RunLayout, made: Run) -> None:
    """Write what is known once every question is asked; a folder with these files holds a whole run."""
    judged: Mapping[str, Judged] = made.judged
    _write(
        layout.judged,
        json.dumps({identifier: asdict(value) for identifier, value in judged.items()}, ensure_ascii=False),
    )
    _write(layout.trec_run, "".join(trec_run(made)))
    _write(layout.trec_qrels, "".join(trec_qrels(made)))


def read_run(folder: Path) -> Run:
    """Read a whole run from its folder.

    Raises:
        RunError: there is none, or it is damaged or was cut off.
    """
    layout = RunLayout(folder)
    if not layout.info.exists():
        raise RunError(f"There is no run in {folder}. Make one with: qa eval DATASET --save {folder}")
    info = read_info(layout)
    results = _lines(layout)
    asked = int(info.settings["questions"])
    if len(results) < asked or not layout.judged.exists():
        raise RunError(
            f"The run in {folder} was cut off after {len(results)} of {asked} questions. Finish it with the qa eval "
            "command that began it."
        )
    return Run(info, tuple(results), _read(layout.judged, _JUDGED))


def earlier_results(layout: RunLayout, questions: Sequence[Question]) -> list[Result]:
    """The results already there, after cutting off a line that was not finished.

    Raises:
        RunError: they are damaged, or not of these questions in their order.
    """
    if not layout.results.exists():
        return []
    data = layout.results.read_bytes()
    whole = data.rfind(b"\n") + 1
    if whole < len(data):
        with layout.results.open("r+b") as file:
            file.truncate(whole)
    results = _lines(layout)
    if [result.question_id for result in results] != [question.id for question in questions[: len(results)]]:
        raise RunError(
            f"The run in {layout.root} does not follow the order of its questions: {layout.results.name} was changed. "
            "Delete the folder and run again."
        )
    return results


def _lines(layout: RunLayout) -> list[Result]:
    """The results on whole lines; what stands after the last newline is a line that was not finished."""
    if not layout.results.exists():
        return []
    results = []
    *whole, _ = layout.results.read_bytes().split(b"\n")
    for number, line in enumerate(whole, start=1):
        try:
            results.append(_RESULT.validate_json(line))
        except ValidationError as error:
            raise RunError(
                f"The run in {layout.root} is damaged: line {number} of {layout.results.name} cannot be read. Delete "
                "the folder and run again."
            ) from error
    return results


def _read(path: Path, kind: TypeAdapter[_Record]) -> _Record:
    try:
        return kind.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise RunError(
            f"The run in {path.parent} is damaged: {path.name} cannot be read. Delete the folder and run again."
        ) from error


def _write(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    unfinished = path.with_name(path.name + ".unfinished")
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
