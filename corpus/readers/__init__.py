"""One file a format: each module of this package reads one and declares it as `FORMAT`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from corpus.formats import Format

SHARED_LIBRARIES = ("ftfy", "puremagic", "pystemmer", "python-dateutil", "sentencex")
"""Distributions that files of every format are read with: for their words, days, kind and sentences."""


def _declared_formats() -> tuple[Format, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").FORMAT for name in names)


def by_suffix(formats: Sequence[Format]) -> Mapping[str, Format]:
    """The format of each suffix.

    Raises:
        ValueError: two formats have the same kind, media type or suffix.
    """
    for field in ("kind", "media_type"):
        values = [getattr(declared, field) for declared in formats]
        if len(set(values)) < len(values):
            raise ValueError(f"two formats have the same {field}; each needs its own: {sorted(values)}")
    suffixes: dict[str, Format] = {}
    for declared in formats:
        for suffix in declared.suffixes:
            if suffix in suffixes:
                raise ValueError(f"{suffix} is a suffix of both {suffixes[suffix].kind} and {declared.kind}")
            suffixes[suffix] = declared
    return MappingProxyType(suffixes)


FORMATS = _declared_formats()
"""All formats that are read, in the order of their modules' names."""
FORMAT_OF_SUFFIX = by_suffix(FORMATS)


def reading_libraries() -> tuple[str, ...]:
    """The distributions whose versions decide how files are read, sorted."""
    return tuple(sorted({*SHARED_LIBRARIES, *(name for declared in FORMATS for name in declared.libraries)}))


def holds_many(media_type: str) -> bool:
    """Whether a file of a media type may hold several documents, named by ids of their own."""
    return any(declared.holds_many for declared in FORMATS if declared.media_type == media_type)
