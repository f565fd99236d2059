"""Suggestions: what the documents are called, for the field in which a question is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from index.seams import DocumentMeta

MOST: Final = 150
MOST_CHARS: Final = 6_000
"""So many suggestions, and characters in all of them, are offered at most."""
_LONGEST = 100
_MOST_NAMES = 100


def suggestions(metadata: Sequence[DocumentMeta], examples: Iterable[str] = ()) -> tuple[str, ...]:
    """What may be typed: questions, names of authorities and publishers, and titles, within `MOST` and `MOST_CHARS`.

    Of documents that are labelled with an authority the name stands for the title.

    Args:
        metadata: of the documents.
        examples: questions that they answer.
    """
    labels = [dict(meta.labels) for meta in metadata]
    authorities = sorted({of_one["authority"] for of_one in labels if "authority" in of_one})
    publishers = sorted({meta.source for meta in metadata if meta.source})
    newest_first = sorted(zip(metadata, labels, strict=True), key=lambda pair: -pair[0].day)
    titles = [meta.title for meta, of_one in newest_first if "authority" not in of_one]
    made: dict[str, str] = {}
    chars = 0
    for words in (*examples, *[*authorities, *publishers][:_MOST_NAMES], *titles):
        one = " ".join(words.split())
        if not one or len(one) > _LONGEST or one.casefold() in made:
            continue
        chars += len(one)
        if len(made) == MOST or chars > MOST_CHARS:
            break
        made[one.casefold()] = one
    return tuple(made.values())
