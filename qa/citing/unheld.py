"""References to what is not among the documents, known by their form alone: "Planning Committee, 3 June 2019"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Final

from rapidfuzz import fuzz, process

from corpus.document import Document
from corpus.language.names import CONNECTORS
from corpus.language.times.dates import find_times, times_with_days
from corpus.language.vocabulary import load
from corpus.language.words import stems
from index.seams import DocumentMeta
from index.snapshot import Snapshot
from qa.citing.pasted import plain
from qa.citing.referred import titles_in, without_place
from qa.tables.named_rows import partings

_WORDS = load("citation")["reference"]
_PAPERS = frozenset[str](_WORDS["papers"])
_BESIDE = frozenset[str](_WORDS["beside"]) | CONNECTORS
_WORD: Final = re.compile(r"[^\W_]+")
_LONGEST: Final = 200
_TITLE_WORDS: Final = 2
"""So many words of a title beside the names of a reference tell that it is one."""
_OPENING_CHARS: Final = 1_000
"""So much of a document says whose it is."""
_MISTYPED: Final = 80
"""Words so much alike differ by a letter or two."""
_MOST: Final = 300


def names_in(referred: str) -> tuple[str, ...]:
    """The words of a reference that tell whose paper of which day is meant, in small letters; () for no reference.

    Beside its day and the words that stand in references there are only names in it ("Cabinet, 3 June 2019"), or what
    kind of paper it is ("minutes of 3 June 2019").

    Args:
        referred: words that stand beside a quotation.
    """
    if len(referred) > _LONGEST or (untimed := _without_times(referred)) == referred:
        return ()
    words = _WORD.findall(untimed)
    names = [word for word in words if word.lower() not in _BESIDE]
    if any(word[0].islower() for word in names):
        return ()
    return tuple(word.lower() for word in names) or tuple(word for word in map(str.lower, words) if word in _PAPERS)


def goes_by_other_names(snapshot: Snapshot, said: str, nearest: Document | None) -> bool:
    """Whether all that was pasted is a reference with a name that does not tell whose the nearest document is.

    A reference tells a day, a page, a paragraph or a publisher, or is a title that is held, but for its names. Beside
    its names, all of it stands in references and titles. A name that is mistyped by a letter or two is no other.

    Args:
        snapshot: what is searched.
        said: what was pasted, which names no document that is held.
        nearest: the document of which words come nearest to it; None for none.
    """
    if len(said) > _LONGEST:
        return False
    said = plain(said)[0]
    names, rest = _names_apart(said)
    if not names or not (names_in(said) or _titled(snapshot, said, rest) or _titles_another(snapshot, said, names)):
        return False
    told = _words(f"{nearest.title} {nearest.source or ''} {nearest.text[:_OPENING_CHARS]}" if nearest else "")
    return not all(_alike(names, told))


def meant_instead(snapshot: Snapshot, said: str) -> Document | None:
    """The document that may be meant by a reference: it is called by most of its words, names first, and is of its day.

    One that has another name in the place of a name in the reference is somebody else's.

    Args:
        snapshot: what is searched.
        said: the reference.

    Returns:
        The document; None where there is none, or several fit equally well.
    """
    said = plain(said)[0]
    names, rest = _names_apart(said)
    days = [days for _, days in times_with_days(said)]
    wanted = set(stems(" ".join((*names, *_beside(_without_times(rest))))))
    likely = frozenset().union(*(titles_in(snapshot, each, 1) for each in (*names, rest)))
    found = list(islice((meta for meta in snapshot.metadata if meta.id in likely), _MOST))
    called = [f"{meta.title} {meta.source or ''}" for meta in found]
    alike = _alike(names, _words(" ".join(called)))
    said_alike = set().union(*alike) | _words(said)

    def fits(meta: DocumentMeta, told: str) -> tuple[int, int, bool]:
        missing, day = sum(map(_words(told).isdisjoint, alike)), meta.published or meta.dated
        of_day = any(day and first <= day <= last for first, last in days)
        return -missing, len(wanted.intersection(stems(told))), of_day

    def is_anothers(meta: DocumentMeta, told: str) -> bool:
        is_missing = any(map(_words(told).isdisjoint, alike))
        return is_missing and not said_alike.issuperset(map(str.lower, _names_apart(meta.title)[0]))

    fitting = [
        (fits(meta, told), meta.id) for meta, told in zip(found, called, strict=True) if not is_anothers(meta, told)
    ]
    best = max((fit for fit, _ in fitting), default=(0, 0, False))
    meant = [name for fit, name in fitting if fit == best and 2 * fit[1] > len(wanted)]
    return snapshot.document(meant[0]) if len(meant) == 1 else None


def _titled(snapshot: Snapshot, said: str, rest: str) -> bool:
    """Whether some words are a title but for their names, beside a day, a page, a paragraph or a publisher."""
    if len(_beside(rest)) < _TITLE_WORDS or not titles_in(snapshot, rest):
        return False
    small = said.lower()
    is_placed = without_place(said) != said.strip(" ,;:") or _without_times(said) != said
    return is_placed or any(meta.source and meta.source.lower() in small for meta in snapshot.metadata)


def _titles_another(snapshot: Snapshot, said: str, names: Sequence[str]) -> bool:
    """Whether some words are the title of a document that is held, but for names that stand in the place of others.

    A sentence is none, nor is a title a row of a table.
    """
    if said.rstrip(" )").endswith("."):
        return False
    own, named = _title_words(said), set(stems(" ".join(names)))
    for meta in snapshot.metadata:
        title = _title_words("" if partings(meta.title) else meta.title)
        shared, other, replaced = own & title, own - title, title - own
        is_alike = _TITLE_WORDS <= len(shared) >= len(other) and other and replaced and other <= named
        if is_alike and replaced <= set(stems(" ".join(_names_apart(meta.title)[0]))):
            return True
    return False


def _title_words(said: str) -> set[str]:
    """The stems of a title, but for its times and the words that stand in every reference."""
    return set(stems(" ".join(_beside(_without_times(said)))))


def _beside(rest: str) -> list[str]:
    """The words of a reference beside its names, without those that stand in every one."""
    return [word for word in _WORD.findall(rest) if word.isalpha() and word.lower() not in _BESIDE]


def _words(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return {word.lower() for word in _WORD.findall(text)}


def _alike(names: Sequence[str], words: Collection[str]) -> list[set[str]]:
    """For each name those of some words that are the same, or nearly."""
    return [
        {word for word, *_ in process.extract_iter(name.lower(), words, scorer=fuzz.ratio, score_cutoff=_MISTYPED)}
        for name in names
    ]


def _names_apart(said: str) -> tuple[list[str], str]:
    """The words with a capital that do not stand in every reference, and the rest of it, with its times."""
    names, rest = [], said
    for match in _WORD.finditer(_without_times(said)):
        word = match.group()
        if word[0].isupper() and len(word) > 1 and word.lower() not in _BESIDE:
            names.append(word)
            rest = rest[: match.start()] + " " * len(word) + rest[match.end() :]
    return names, rest


def _without_times(said: str) -> str:
    """Words with spaces in the place of times, of which they are as long."""
    for time in find_times(said):
        said = said[: time.start] + " " * (time.end - time.start) + said[time.end :]
    return said
