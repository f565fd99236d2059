"""What the last build found, kept beside the snapshots: where each file lies, and what went wrong with some.

A snapshot is decided by the content of the files alone; where they lay is told here, and it is only a hint: a file may
have been moved, changed or put away since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.errors import ReadError, ReadWarning


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last build found.

    Attributes:
        ended: when it ended, in UTC, as ISO 8601 has it.
        snapshot: the id of the live snapshot after it.
        files: where each file lay that was tried, by its id.
        failed: files, or lines of a .jsonl, that could not be read.
        empty: files with nothing in them.
        skipped: files of a kind that is not read.
        warnings: what was noticed about files that were read.
        notes: what else there was to know, in sentences.
    """

    ended: str
    snapshot: str
    files: Mapping[str, str]
    failed: tuple[ReadError, ...] = ()
    empty: tuple[ReadError, ...] = ()
    skipped: tuple[ReadError, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()
    notes: tuple[str, ...] = ()


def write_last_build(path: Path, build: LastBuild) -> None:
    """Write it down; who reads meanwhile finds what was there before."""
    unfinished = path.with_suffix(".next")
    unfinished.write_text(json.dumps(asdict(build), indent=1), encoding="ascii")
    unfinished.replace(path)


def read_last_build(path: Path) -> LastBuild | None:
    """What was written down; None where nothing was, or nothing that can be read."""
    try:
        told: dict[str, Any] = json.loads(path.read_bytes())
        for name in ("failed", "empty", "skipped"):
            told[name] = tuple(ReadError(**error) for error in told[name])
        told["warnings"] = tuple(ReadWarning(**warning) for warning in told["warnings"])
        return LastBuild(**(told | {"notes": tuple(told["notes"])}))
    except (OSError, ValueError, TypeError, KeyError):
        return None
