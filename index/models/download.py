"""A whole wheel from the registry, over as many broken connections as it takes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import requests
from rich.progress import Progress, TaskID

from index.errors import MissingWheel, NoNetwork, WrongHash
from index.hashes import file_sha256
from index.models.pins import Wheel
from index.models.registry import TIMEOUT_SECONDS, registry_session, wheel_url, why_failed

ATTEMPTS: Final = 4
_CHUNK_BYTES: Final = 1 << 16


def download(wheel: Wheel, archive: Path, bars: Progress) -> int:
    """Bring a whole, checked wheel to `archive`, going on from what is there; returns the bytes that were fetched."""
    task = bars.add_task(wheel.filename, total=wheel.size)
    fetched = 0
    if not (_size(archive) == wheel.size and _is_pinned(wheel, archive)):
        with registry_session() as session:
            url = wheel_url(wheel, session)
            resumed = _size(archive) > 0
            fetched = _fetch(wheel, url, archive, session, bars, task)
            if resumed and not _is_pinned(wheel, archive):  # the earlier part may be at fault: once more from its start
                archive.unlink()
                fetched += _fetch(wheel, url, archive, session, bars, task)
        if not _is_pinned(wheel, archive):
            archive.unlink()
            raise WrongHash(
                f"The registry sent a {wheel.filename} whose SHA-256 is not the pinned {wheel.sha256}; "
                "it was thrown away. "
                "Look whether a proxy alters downloads, or choose another registry with PIP_INDEX_URL."
            )
    bars.update(task, completed=wheel.size)
    return fetched


def _fetch(wheel: Wheel, url: str, archive: Path, session: requests.Session, bars: Progress, task: TaskID) -> int:
    """Append to `archive` until it has the wheel's size, over a few broken connections; returns the bytes fetched."""
    if _size(archive) > wheel.size:
        archive.unlink()
    fetched, why = 0, ""
    for _ in range(ATTEMPTS):
        start = _size(archive)
        begin = start
        bars.update(task, completed=start)
        headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={start}-"} if start else {})}
        try:
            with session.get(url, headers=headers, stream=True, timeout=TIMEOUT_SECONDS) as response:
                if response.status_code in (404, 410):
                    raise MissingWheel(
                        f"The registry lists {wheel.filename}, but does not have it. "
                        "Set PIP_INDEX_URL to a registry that has."
                    )
                if response.status_code == 416:  # nothing from `start` on: what is here came from another file
                    archive.unlink()
                response.raise_for_status()
                begin = start if response.status_code == 206 else 0
                _store(response, archive, begin, wheel, bars, task)
        except requests.RequestException as error:
            why = why_failed(error)
        fetched += max(_size(archive) - begin, 0)
        if _size(archive) >= wheel.size:
            return fetched
    raise NoNetwork(
        f"The download of {wheel.filename} broke off at {_size(archive)} of {wheel.size} bytes "
        f"({why or 'it ended early'}). Run the same command again: it goes on from there."
    )


def _store(response: requests.Response, archive: Path, start: int, wheel: Wheel, bars: Progress, task: TaskID) -> None:
    """Write a response's body into `archive` from an offset, and stop once that is longer than the wheel."""
    written = start
    with archive.open("r+b" if start else "wb") as out:
        out.seek(start)
        for chunk in response.iter_content(_CHUNK_BYTES):
            out.write(chunk)
            written += len(chunk)
            bars.update(task, completed=written)
            if written > wheel.size:
                break


def _is_pinned(wheel: Wheel, archive: Path) -> bool:
    return file_sha256(archive) == wheel.sha256


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
