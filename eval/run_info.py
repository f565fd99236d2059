"""What a run is made with: the record that tells whether two runs may be compared, or one be taken up again."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import platform
import subprocess
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from eval.records import Dataset, RunInfo
from eval.systems import System
from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.settings import Settings

NOT_RECORDED: Final = {"index", "models", "host", "port", "workers", "allowed_hosts", "question_max_chars", "k_max"}
"""Settings that say where things are or how they are served, and change no answer."""

ROOMS: Final = ("corpus", "index", "qa")
KINDS: Final = frozenset({".py", ".toml", ".json"})
"""Where what decides answers is, and what it is: code, vocabulary and other tables, fitted models."""

_SOURCE: Final = ", source "


def run_info(
    dataset: Dataset, system: System, snapshot: Snapshot, assistant: Assistant, settings: Settings, k: int, seed: int
) -> RunInfo:
    """What a run of a system over a snapshot is made with."""
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
        machine=machine(),
        corpus_sha256=_corpus_sha256(snapshot),
        gives_confidence=system.gives_confidence,
        gives_quotes=system.gives_quotes,
    )


@lru_cache(maxsize=1)
def code_version() -> str:
    """The version of the project, its commit in a git checkout, and a hash of what decides answers.

    A "+" after the commit says that files differ from it.
    """
    root = Path(__file__).resolve().parents[1]
    try:
        version = importlib.metadata.version("chapter-and-verse")
    except importlib.metadata.PackageNotFoundError:
        version = "not installed"
    return f"{version}{_commit(root)}{_SOURCE}{source_sha256(root)[:12]}"


def source_sha256(root: Path) -> str:
    """SHA-256 over the contents of all files of a repository that decide answers."""
    files = (path for room in ROOMS for path in sorted((root / room).rglob("*")) if path.suffix in KINDS)
    digest = hashlib.sha256()
    for path in (*files, root / "eval" / "systems.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


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
        (document.id, hashlib.sha256(document.text.encode()).hexdigest())
        for document in snapshot.document_store.documents()
    )
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def machine() -> str:
    """The processors, system and Python that times are measured on."""
    system = f"{platform.system()} {platform.machine()}"
    return f"{os.cpu_count()} processors, {system}, Python {platform.python_version()}"


def made_with(info: RunInfo) -> dict[str, Any]:
    """What a run was made with, by name.

    Of the code only what decides answers counts, so that a commit of other files changes nothing.
    """
    values = asdict(info)
    return {**values.pop("settings"), **values, "code": info.code.rpartition(_SOURCE)[2]}
