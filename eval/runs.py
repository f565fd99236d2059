"""Runs: a system put to a question set, kept so that it can be taken up again, compared and defended."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import platform
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import quote

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from corpus.errors import ChapterError
from eval.metrics import judge, passage_id
from eval.records import Dataset, Judged, Question, Result, Retrieved, Run, RunInfo
from eval.systems import System
from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.settings import Settings

WARM_UP: Final = 3
"""How many questions are asked before any is timed."""
NOT_RECORDED: Final = {"index", "models", "host", "port", "workers", "allowed_hosts", "question_max_chars", "k_max"}
"""Settings that say where things are or how they are served, and change no answer."""
MAY_DIFFER: Final = {"started", "machine"}
"""What may differ when a run is taken up again."""

Progress = Callable[[int, int], None]
"""Told how many questions are done, and how many there are."""

_SOURCE: Final = ", source "
_RESULT = TypeAdapter(Result)
_INFO = TypeAdapter(RunInfo)
_JUDGED = TypeAdapter(Judged)
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
        RunError: the folder holds another run, is damaged or is in use, or the snapshot holds none of the gold documents.
    """
    info = _info(dataset, system, snapshot, assistant, settings, k, seed)
    _check_documents(dataset, snapshot)
    _make(folder)
    try:
        held = FileLock(RunLayout(folder).lock).acquire(blocking=False)
    except Timeout as error:
        raise RunError(
            f"Another qa eval is making the run in {folder} just now. Wait until it is done, or choose another folder for --save."
        ) from error
    except OSError as error:
        raise RunError(
            f"Nothing can be written in {folder}: {error.strerror}. Choose another folder for --save."
        ) from error
    with held:
        return _run(dataset, system, snapshot, assistant, folder, info, progress)


def _run(
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
        earlier = _read(layout.info, _INFO)
        _check_same(earlier, info, folder)
        info = earlier
    else:
        _write(layout.info, json.dumps(asdict(info), indent=1, ensure_ascii=False))
    results = _earlier_results(layout, dataset.questions)
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
    judged = judge_all(dataset.questions, snapshot)
    made = Run(info, tuple(results), judged)
    _write(
        layout.judged,
        json.dumps({identifier: asdict(value) for identifier, value in judged.items()}, ensure_ascii=False),
    )
    _write(layout.trec_run, "".join(trec_run(made)))
    _write(layout.trec_qrels, "".join(trec_qrels(made)))
    return made


def read_run(folder: Path) -> Run:
    """Read a whole run from its folder.

    Raises:
        RunError: there is none, or it is damaged or was cut off.
    """
    layout = RunLayout(folder)
    if not layout.info.exists():
        raise RunError(f"There is no run in {folder}. Make one with: qa eval DATASET --save {folder}")
    info = _read(layout.info, _INFO)
    results = _lines(layout)
    asked = int(info.settings["questions"])
    if len(results) < asked or not layout.judged.exists():
        raise RunError(
            f"The run in {folder} was cut off after {len(results)} of {asked} questions. Finish it with the qa eval command that began it."
        )
    return Run(info, tuple(results), _read(layout.judged, TypeAdapter(dict[str, Judged])))


def judge_all(questions: Iterable[Question], snapshot: Snapshot) -> dict[str, Judged]:
    """What the snapshot holds for each answerable question, by its id."""

    @lru_cache(maxsize=256)
    def passages_of(document_id: str) -> tuple[Retrieved, ...]:
        return tuple(
            Retrieved(p.document_id, p.start, p.end, p.text, 0.0, {}) for p in snapshot.store.passages_of(document_id)
        )

    return {
        question.id: judge(
            question,
            [
                p
                for document in dict.fromkeys(span.document_id for span in question.gold)
                for p in passages_of(document)
            ],
        )
        for question in questions
        if question.answerable
    }


def gold_notes(dataset: Dataset, snapshot: Snapshot) -> tuple[str, ...]:
    """What evaluators must know of how the gold spans fit the snapshot, in sentences; none when they fit."""
    missing = set[str]()
    moved = set[str]()
    checked: dict[str, list[tuple[str, int, int, str]]] = {}
    for question in dataset.questions:
        for span in question.gold:
            checked.setdefault(span.document_id, []).append((question.id, span.start, span.end, span.text))
    for document_id, spans in checked.items():
        document = snapshot.document(document_id)
        if document is None:
            missing.add(document_id)
        else:
            moved |= {identifier for identifier, start, end, text in spans if document.text[start:end] != text}
    notes = []
    if missing:
        notes.append(
            f"{len(missing)} of {len(checked)} documents with gold spans are not in the index, such as {min(missing)!r}; "
            "what they answer counts as missed."
        )
    if moved:
        notes.append(
            f"The gold spans of {len(moved)} questions do not stand at their offsets in the index, such as those of {min(moved)!r}: its text is another "
            "than the question set's. Trust the document measures only."
        )
    return tuple(notes)


def trec_run(made: Run) -> Iterable[str]:
    """The lines of a TREC run file: question, Q0, passage, rank, score, system.

    White space and "%" in ids are percent-encoded. The score is one that keeps the order, as trec_eval orders by it and not by rank.
    """
    for result in made.results:
        for rank, passage in enumerate(result.retrieved, start=1):
            yield f"{_token(result.question_id)} Q0 {_token(passage_id(passage))} {rank} {len(result.retrieved) - rank + 1} {_token(made.info.system)}\n"


def trec_qrels(made: Run) -> Iterable[str]:
    """The lines of a TREC qrels file: question, 0, passage that hits a gold span, 1."""
    for identifier, judged in made.judged.items():
        for passage in judged.passages:
            yield f"{_token(identifier)} 0 {_token(passage)} 1\n"


def _token(text: str) -> str:
    return quote(text, safe="/:-_.,;()'&+=@!#~")


def _info(
    dataset: Dataset, system: System, snapshot: Snapshot, assistant: Assistant, settings: Settings, k: int, seed: int
) -> RunInfo:
    return RunInfo(
        system=system.name,
        dataset=dataset.name,
        dataset_sha256=dataset.sha256,
        snapshot=snapshot.manifest.snapshot_id,
        documents=snapshot.manifest.documents,
        passages=snapshot.manifest.passages,
        encoder=f"{assistant.encoder.name} {assistant.encoder.fingerprint[:12]}",
        settings={
            **settings.model_dump(mode="json", exclude=NOT_RECORDED),
            "passage_size": snapshot.manifest.passage_size,
            "k": k,
            "questions": len(dataset.questions),
        },
        code=code_version(),
        seed=seed,
        started=datetime.now().astimezone().isoformat(timespec="seconds"),
        machine=f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}, Python {platform.python_version()}",
        corpus_sha256=_corpus_sha256(snapshot),
        gives_confidence=system.gives_confidence,
        gives_quotes=system.gives_quotes,
    )


@lru_cache(maxsize=1)
def code_version() -> str:
    """The version of the project, its commit in a git checkout ("+" when files differ from it), and a hash of what decides answers."""
    root = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for room in ("corpus", "index", "qa"):
        for path in sorted((root / room).rglob("*.py")):
            digest.update(path.read_bytes())
    digest.update((root / "eval" / "systems.py").read_bytes())
    try:
        version = importlib.metadata.version("chapter-and-verse")
    except importlib.metadata.PackageNotFoundError:
        version = "not installed"
    return f"{version}{_commit(root)}{_SOURCE}{digest.hexdigest()[:12]}"


def _commit(root: Path) -> str:
    if not (root / ".git").exists():
        return ""
    try:
        commit, changes = (
            subprocess.run(
                ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True, timeout=10
            ).stdout.strip()
            for arguments in (("rev-parse", "--short=12", "HEAD"), ("status", "--porcelain", "--untracked-files=no"))
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return f", commit {commit}{'+' if changes else ''}"


def _corpus_sha256(snapshot: Snapshot) -> str:
    texts = sorted(
        (document.id, hashlib.sha256(document.text.encode()).hexdigest()) for document, _ in snapshot.store.documents()
    )
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def _check_documents(dataset: Dataset, snapshot: Snapshot) -> None:
    gold = {span.document_id for question in dataset.questions for span in question.gold}
    if gold and not gold & set(snapshot.document_ids):
        known = f"such as {snapshot.document_ids[0]!r}" if snapshot.document_ids else "it is empty"
        raise RunError(
            f"The index holds none of the {len(gold)} documents that answer the questions of {dataset.name!r}, such as {min(gold)!r} (the index: "
            f"{known}). Build it from the set's own documents, or leave out --index."
        )


def _check_same(earlier: RunInfo, info: RunInfo, folder: Path) -> None:
    before, now = made_with(earlier), made_with(info)
    different = [name for name in sorted(before | now) if name not in MAY_DIFFER and before.get(name) != now.get(name)]
    if different:
        shown = "; ".join(f"{name} is {before.get(name)!r} there and {now.get(name)!r} now" for name in different[:5])
        raise RunError(
            f"The folder {folder} already holds another run: {shown}. Choose another folder for --save, or delete that one."
        )


def made_with(info: RunInfo) -> dict[str, Any]:
    """What a run was made with, by name; of the code only what decides answers, so that a commit of other files changes nothing."""
    values = asdict(info)
    return {**values.pop("settings"), **values, "code": info.code.rpartition(_SOURCE)[2]}


def _earlier_results(layout: RunLayout, questions: Sequence[Question]) -> list[Result]:
    """The results already there, after cutting off a line that was not finished."""
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
            f"The run in {layout.root} does not follow the order of its questions: {layout.results.name} was changed. Delete the folder and run again."
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
                f"The run in {layout.root} is damaged: line {number} of {layout.results.name} cannot be read. Delete the folder and run again."
            ) from error
    return results


def _read(path: Path, kind: TypeAdapter[_Record]) -> _Record:
    try:
        return kind.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise RunError(
            f"The run in {path.parent} is damaged: {path.name} cannot be read. Delete the folder and run again."
        ) from error


def _make(folder: Path) -> None:
    layout = RunLayout(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = {path.name for path in folder.iterdir() if path.suffix != ".unfinished"}
        if held - {layout.lock.name} and layout.info.name not in held:
            raise RunError(f"The folder {folder} holds other files and no run. Choose a new folder for --save.")
    except OSError as error:
        raise RunError(f"The folder {folder} cannot be made: {error.strerror}. Choose another for --save.") from error


def _write(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    unfinished = path.with_name(path.name + ".unfinished")
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
