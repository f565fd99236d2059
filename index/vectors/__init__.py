"""Vectors: one file a backend, and the table that names them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from index.errors import SnapshotError
from index.vectors import exact, flat
from index.vectors.backend import VectorBackend

BACKENDS: Final[Mapping[str, VectorBackend]] = MappingProxyType(
    {backend.name: backend for backend in (flat.BACKEND, exact.BACKEND)}
)
"""Every backend by its name; a further one is a file beside these and its name here."""
DEFAULT_BACKEND: Final = flat.BACKEND.name


def vector_backend(name: str) -> VectorBackend:
    """The backend of that name.

    Raises:
        SnapshotError: there is none.
    """
    if name not in BACKENDS:
        raise SnapshotError(f"There is no vector backend {name!r}. Choose one of: {', '.join(BACKENDS)}.")
    return BACKENDS[name]
