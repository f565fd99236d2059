"""What of the pinned models is on this machine, and whether it is what was pinned.

A model that was verified carries a stamp; while sizes and times of change are those in it, its files need not be hashed
again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from index.errors import ModelError, WrongHash
from index.hashes import file_sha256
from index.models.pins import MODELS, PinnedModel, pinned_model

State = Literal["absent", "present", "verified"]

STAMP: Final = ".verified.json"


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """A pinned model and what of it is on this machine.

    Attributes:
        model: the row of the table.
        state: "absent"; "present" when a folder is there that was not verified since it last changed; "verified".
    """

    model: PinnedModel
    state: State


def list_models(models_dir: Path, *, table: Mapping[str, PinnedModel] = MODELS) -> tuple[ModelStatus, ...]:
    """Every pinned model in the table's order, with its state in a models folder as its stamp tells it.

    Args:
        models_dir: the folder that holds one folder a model.
        table: the pinned models by name.
    """
    return tuple(ModelStatus(model, state_of(model, models_dir / model.name)) for model in table.values())


def model_folder(name: str, models_dir: Path, *, table: Mapping[str, PinnedModel] = MODELS) -> Path:
    """The folder of a pinned model, safe to load from.

    Files are hashed only when their size or time of change is not that of their last verification.

    Args:
        name: a row's name.
        models_dir: the folder that holds one folder a model.
        table: the pinned models by name.

    Raises:
        ModelError: there is no such row, or the model was not fetched yet.
        WrongHash: a file is missing or is not the pinned one.
    """
    model = pinned_model(name, table)
    folder = models_dir / model.name
    if state_of(model, folder) != "verified":
        verify(name, models_dir, table=table)
    return folder


def verify(name: str, models_dir: Path, *, table: Mapping[str, PinnedModel] = MODELS) -> Path:
    """Hash every file of a model, whatever its stamp says, and return its folder when all are the pinned ones.

    Args:
        name: a row's name.
        models_dir: the folder that holds one folder a model.
        table: the pinned models by name.

    Raises:
        ModelError: there is no such row, the model was not fetched yet, or a file cannot be read.
        WrongHash: a file is missing or is not the pinned one.
    """
    model = pinned_model(name, table)
    folder = models_dir / model.name
    if not folder.is_dir():
        raise ModelError(f"The model {name} is not in {models_dir}. Fetch it with: qa models pull {name}")
    for file in model.files:
        path = folder / file.path
        try:
            digest = file_sha256(path)
        except FileNotFoundError:
            raise WrongHash(
                f"The model {name} lacks its file {file.path}. Fetch it again with: qa models pull {name}"
            ) from None
        except OSError as error:
            raise ModelError(
                f"The model file {path} cannot be read ({error.strerror}). Give this user the right to read it."
            ) from error
        if digest != file.sha256:
            raise WrongHash(
                f"The model file {path} is not the pinned one: its SHA-256 is {digest}, not {file.sha256}. "
                f"Fetch it again with: qa models pull {name}"
            )
    with suppress(OSError):  # a folder shared read-only is verified on every load instead
        write_stamp(model, folder)
    return folder


def state_of(model: PinnedModel, folder: Path) -> State:
    """The state of a model by the stamp in its folder."""
    if not folder.is_dir():
        return "absent"
    try:
        return (
            "verified"
            if json.loads((folder / STAMP).read_text(encoding="utf-8")) == _stamp(model, folder)
            else "present"
        )
    except (OSError, ValueError):
        return "present"


def _stamp(model: PinnedModel, folder: Path) -> dict[str, list[str | int]]:
    """What the stamp of a verified folder must say now: each file's pinned hash, size and time of change."""
    stats = {file: (folder / file.path).stat() for file in model.files}
    return {file.path: [file.sha256, stat.st_size, stat.st_mtime_ns] for file, stat in stats.items()}


def write_stamp(model: PinnedModel, folder: Path) -> None:
    """Say in a model's folder that its files, as they are now, are the pinned ones."""
    draft = folder / f"{STAMP}.{os.getpid()}"
    draft.write_text(json.dumps(_stamp(model, folder), indent=1), encoding="utf-8")
    draft.replace(folder / STAMP)
