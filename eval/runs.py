"""Runs: a system put to a question set, kept so that it can be taken up again, compared and defended."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from eval.gold import judge_all
from eval.records import Dataset, Question, Result, Run, RunInfo
from eval.run_folder import RunError, RunLayout, earlier_results, finish_folder, make_folder, read_info, write_info
from eval.run_info import made_with, run_info
from eval.systems import System
from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.settings import Settings

WARM_UP: Final = 3
"""How many questions are asked before any is timed."""
MAY_DIFFER: Final = frozenset({"started", "machine"})
"""What may differ when a run is taken up again."""

Progress = Callable[[int, int], None]
"""Told how many questions are done, and how many there are."""


def run(
    dataset: Dataset,
    system: System,
    snapshot: Snapshot,
    assistant: Assistant,
    folder: Path,
    *,
    settings: Settings,
    k: int = 10,
    seed: int = 0,
    progress: Progress = lambda done, total: None,
) -> Run:
    """Put every question to a system and keep what it does, or take up a run that was cut off.

    Each result is on disk before the next question is asked. A folder that holds part of the same run (same questions,
    snapshot, settings, code and seed) is continued; one that holds all of it is read and nothing is asked. Seconds are
    measured one question at a time, after three that are not timed.

    Args:
        dataset: the questions.
        system: what answers them.
        snapshot: what it answers from.
        assistant: its models are those of `settings`, its encoder the one the snapshot was built with.
        folder: where the run is kept; made when it is not there.
        settings: what the assistant was loaded with, for the record.
        k: how many passages it gives, 1 or more.
        seed: recorded; resampling and sampling follow it.
        progress: told how far it is.

    Returns:
        The whole run.

    Raises:
        RunError: the folder holds another run, is damaged or is in use, or the snapshot holds none of the gold
        documents.
    """
    info = run_info(dataset, system, snapshot, assistant, settings, k, seed)
    _check_documents(dataset, snapshot)
    make_folder(folder)
    try:
        held = FileLock(RunLayout(folder).lock).acquire(blocking=False)
    except Timeout as error:
        raise RunError(
            f"Another qa eval is making the run in {folder} just now. Wait until it is done, or choose another folder "
            "for --save."
        ) from error
    except OSError as error:
        raise RunError(
            f"Nothing can be written in {folder}: {error.strerror}. Choose another folder for --save."
        ) from error
    with held:
        return _ask_all(dataset, system, snapshot, assistant, folder, info, progress)


def _ask_all(
    dataset: Dataset,
    system: System,
    snapshot: Snapshot,
    assistant: Assistant,
    folder: Path,
    info: RunInfo,
    progress: Progress,
) -> Run:
    layout = RunLayout(folder)
    k = int(info.settings["k"])
    if layout.info.exists():
        earlier = read_info(layout)
        _check_same(earlier, info, folder)
        info = earlier
    else:
        write_info(layout, info)
    results = earlier_results(layout, dataset.questions)
    todo = dataset.questions[len(results) :]

    def answer(question: Question) -> Result:
        started = time.perf_counter()
        reply = system.answer(snapshot, assistant, question.text, k)
        seconds = time.perf_counter() - started
        return Result(
            question.id,
            reply.retrieved,
            reply.status,
            reply.reason,
            reply.confidence,
            reply.quote,
            seconds,
            question.text,
            reply.parts,
            reply.beside,
        )

    for question in todo[:WARM_UP]:
        answer(question)
    progress(len(results), len(dataset.questions))
    with layout.results.open("a", encoding="utf-8") as file:
        for question in todo:
            result = answer(question)
            file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
            results.append(result)
            progress(len(results), len(dataset.questions))
    made = Run(info, tuple(results), judge_all(dataset.questions, snapshot))
    finish_folder(layout, made)
    return made


def _check_documents(dataset: Dataset, snapshot: Snapshot) -> None:
    gold = {span.document_id for question in dataset.questions for span in question.gold}
    ids = [document.id for document in snapshot.metadata]
    if gold and not gold & set(ids):
        known = f"such as {ids[0]!r}" if ids else "it is empty"
        raise RunError(
            f"The index holds none of the {len(gold)} documents that answer the questions of {dataset.name!r}, such "
            f"as {min(gold)!r} (the index: "
            f"{known}). Build it from the set's own documents, or leave out --index."
        )


def _check_same(earlier: RunInfo, info: RunInfo, folder: Path) -> None:
    before, now = made_with(earlier), made_with(info)
    different = [name for name in sorted(before | now) if name not in MAY_DIFFER and before.get(name) != now.get(name)]
    if different:
        shown = "; ".join(f"{name} is {before.get(name)!r} there and {now.get(name)!r} now" for name in different[:5])
        raise RunError(
            f"The folder {folder} already holds another run: {shown}. Choose another folder for --save, or delete "
            "that one."
        )
