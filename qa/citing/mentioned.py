"""Mentioned: which documents somebody's own words beside a quotation name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.language.folding import searchable
from corpus.language.names import WORD, bare
from corpus.language.times.dates import times_with_days
from corpus.language.words import stems
from index.catalogue import MOST_WORDS, Catalogue
from index.snapshot import Snapshot
from qa.citing.referred import titles_in, whole_titles_in
from qa.query.periods import CALENDAR

_JOINING_WORDS = 2
_SAYING: Final = re.compile(
    r"(?:^|[.;:,]\s|\b(?:and|but|while|whereas)\s)\s*(?:the|our|their|its|this)\s+(?P<who>\w+(?:[ -]\w+){0,5})\s+"
    r"(?:says?|said|states?|stated|reads?|tells? us|told us|explains?|explained|requires?|notes?|noted|has it)"
    r"(?:\s+that)?\W*$",
    re.I,
)
"""Who says what is quoted right behind it: "The sickness handbook says"."""


def each_mentioned(snapshot: Snapshot, told: Sequence[str]) -> list[frozenset[str]]:
    """The ids of the documents that each of somebody's own words name: by a title, or by a name in it or its publisher.

    A name that most documents have tells nothing. Where the words name days, too, those are meant that are of them. A
    word or two without a name, such as "and", go on with what is named before, or else behind.

    Args:
        snapshot: which holds the documents.
        told: words that stand beside quotations, in their order.
    """
    named = [_mentioned(snapshot, said) for said in told]
    joining = [len(said.split()) <= _JOINING_WORDS for said in told]
    for places in (range(1, len(told)), range(len(told) - 2, -1, -1)):
        for place in places:
            if joining[place] and not named[place]:
                named[place] = named[place - places.step]
    return named


def exchanged(snapshot: Snapshot, told: Sequence[str], stands_in: Sequence[str | None]) -> list[frozenset[str]]:
    """Of quotations that stand in one another's documents, those that their own words name; of others none.

    A word of a title tells of two documents which is meant, where only one has it. So little counts only where another
    quotation's words name this one's document in the same way.

    Args:
        snapshot: which holds the documents.
        told: words that stand beside quotations, in their order.
        stands_in: the id of the one document that each quotation stands in; None where that is not known.
    """
    titles = {
        name: frozenset(stems(meta.title)) for name in stands_in if name and (meta := snapshot.find_document(name))
    }
    meant: list[str | None] = []
    for said, own in zip(told, stands_in, strict=True):
        words = set(stems(said)) if own else set()
        other = [name for name in titles if own and words & (titles[name] - titles[own])]
        is_own = any(words & (titles[own] - titles[name]) for name in other) if own else True
        meant.append(None if is_own or len(other) != 1 else other[0])
    return [
        frozenset({name}) if name and own in meant else frozenset() for name, own in zip(meant, stands_in, strict=True)
    ]


def _mentioned(snapshot: Snapshot, said: str) -> frozenset[str]:
    saying = _SAYING.search(said)
    named = set(titles_in(snapshot, saying["who"]) if saying else whole_titles_in(snapshot, said))
    catalogue, words = snapshot.catalogue, WORD.findall(searchable(said))
    place = 0
    while place < len(words):
        runs = (words[place : place + length] for length in range(MOST_WORDS, 0, -1) if place + length <= len(words))
        run, found = next(((run, found) for run in runs if (found := _named(catalogue, run))), ([""], ()))
        named.update(snapshot.metadata[index].id for index in found)
        place += len(run)
    days = [days for _, days in times_with_days(said)]
    of_days = {
        meta.id
        for meta in snapshot.metadata
        if meta.id in named
        and any(first <= day <= last for day in (meta.published, meta.dated) if day for first, last in days)
    }
    return frozenset(of_days or named)


def _named(catalogue: Catalogue, run: Sequence[str]) -> Sequence[int]:
    """The indexes of the documents that a name is of, where it tells some from others; () for words that are none."""
    plain_words = [bare(word) for word in run]
    is_name = run[0][:1].isupper() and run[-1][:1].isupper()
    if not is_name or not any(word in catalogue.proper_nouns and word not in CALENDAR for word in plain_words):
        return ()
    found = catalogue.documents_named(plain_words)
    return () if catalogue.is_common(len(found)) else found
