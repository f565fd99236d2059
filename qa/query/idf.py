"""Inverse document frequencies: how much each stem of a question tells, and which share of that a text covers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from index.seams import LexicalIndex


def term_idf(index: LexicalIndex, stems: Iterable[str]) -> dict[str, float]:
    """The inverse document frequency of each stem, as BM25 has it."""
    return {stem: index.idf(stem) for stem in stems}


def idf_coverage(idf: Mapping[str, float], present: Collection[str]) -> float:
    """The share, 0 to 1, of the stems' summed idf that the stems present have."""
    if idf.keys().isdisjoint(present):
        return 0.0
    return sum([value for stem, value in idf.items() if stem in present]) / sum(idf.values())
