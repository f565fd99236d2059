"""Numbered things that a question names and no document does: "route 9", where only routes 4 and 17 are told of."""

from __future__ import annotations

import re
from typing import Final

import numpy as np

from corpus.language.codes import OF_LAYOUT, Code, codes, is_reference, kinds_of, named_in, same_kind
from corpus.language.folding import searchable
from corpus.language.times.dates import times
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives
from corpus.language.wording import listed
from corpus.language.words import stems
from index.snapshot import Snapshot
from qa.query.lookup import texts_with_stems

_PASSAGES_READ: Final = 300
"""Where a number or its noun stands in more passages, nothing is said of it."""
_MOST_OTHERS: Final = 5
_SENTENCE_END: Final = re.compile(r"(?<=[.!?;])\s")
_UP_TO: Final = re.compile(r"(?<![\w.,-])(?P<first>\d{1,6})(?=[^\S\n]{1,3}(?:[^\W\d]+\s){1,3}(?P<last>\d{1,6})\b)")


def no_such_number(question: str, snapshot: Snapshot) -> str:
    """That the documents do not mention a numbered thing, in a sentence with others of its kind that they do mention.

    Args:
        question: such as "When was route 9 withdrawn?".
        snapshot: the documents.

    Returns:
        "" where they may name each one that the question names, or none of its kind.
    """
    for code in codes(question):
        if is_reference(code) and not texts_with_stems(snapshot, stems(code.number)):
            return f"The documents here do not mention {searchable(question)[code.start : code.end]}."
        texts = _texts(code, snapshot) if code.noun and code.noun not in OF_LAYOUT else []
        others = sorted({(one.number.zfill(6), one.number) for text in texts for one in same_kind(code, text)})
        if others and not any(named_in(code, text) or _may_name(code, text) for text in texts):
            told = [f"{code.noun} {number}" for _, number in others[:_MOST_OTHERS]]
            mentioned = listed(told, "and")
            return f"The documents here do not mention {code.noun} {code.number}. They do mention {mentioned}."
    return ""


def _texts(code: Code, snapshot: Snapshot) -> list[str]:
    """The passages with the number or a noun for it, and what they are called; none where there are too many."""
    words = (code.number, *kinds_of(code))
    found = [snapshot.lexical_index.rows(stem) for word in words for stem in stems(word)]
    rows = np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int32)
    if len(rows) > _PASSAGES_READ:
        return []
    indexes = snapshot.document_index_of(rows.astype(np.int64)).tolist()
    titles = [snapshot.document_meta(index).title for index in indexes]
    passages = snapshot.passages(rows.tolist())
    return [f"{title}\n{one.heading}\n{one.context}\n{one.text}" for title, one in zip(titles, passages, strict=True)]


def _may_name(code: Code, text: str) -> bool:
    """Whether a text with its noun has its number in a cell, before a line, or behind the noun in a sentence."""
    noun = re.compile(rf"\b{alternatives(kinds_of(code))}(?:e?s)?\b", re.I)
    if not noun.search(text):
        return False
    written = code.number.upper() if code.number.isalpha() else f"(?i:{re.escape(code.number)})"
    number = re.compile(rf"(?<![\w{CURRENCY_SIGNS}'’])(?<!\d[.,-]){written}(?![\w'’]|[.,-]\d|\s*%)")
    begun = re.compile(rf"[^\w{CURRENCY_SIGNS}]*{number.pattern}")
    for line in _undated(text).splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if any(number.fullmatch(cell) for cell in cells) or (code.number[0].isdigit() and begun.match(line)):
            return True
        for sentence in _SENTENCE_END.split(line):
            behind = sentence[found.end() :] if (found := noun.search(sentence)) else ""
            if number.search(behind) or (code.number.isdigit() and _is_between(int(code.number), behind)):
                return True
    return False


def _undated(text: str) -> str:
    """A text with its dates left out, whose days number nothing."""
    dates, ends = [*times(text)], [0]
    ends += [one.end for one in dates]
    starts = [*(one.start for one in dates), len(text)]
    return " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def _is_between(number: int, words: str) -> bool:
    """Whether a number lies between two that a few words join: "20 up to 29"."""
    return any(int(match["first"]) < number < int(match["last"]) for match in _UP_TO.finditer(words))
