"""Where words stand in a document: those that somebody looks for in it, or those of a question."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from corpus.document import Document
from corpus.language.folding import Folded, fold
from corpus.language.words import stems, word_spans
from web.views.blocks import Mark

_MATCHES_MAX = 500
_FOLDED_CHARS_MAX = 2_000_000
_WORDS_CHARS_MAX = 1_000_000
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a document where words stand that are looked for.

    Attributes:
        start, end: half-open offsets into the document's text.
        marks: the words in it that are to be marked.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]


def find_words(document: Document, sought: str) -> tuple[Match, ...]:
    """Every place where some words stand one after the other, whatever their case and what is between them.

    Args:
        document: the document.
        sought: what is looked for; the last word may be cut short.

    Returns:
        The first 500 in order.
    """
    words = _WORD.findall(fold(sought).text)
    pattern = r"[\W_]+".join(map(re.escape, words)) if words else re.escape(sought.strip())
    if not pattern:
        return ()
    text = document.text
    folded = fold(text) if len(text) <= _FOLDED_CHARS_MAX else Folded(text, None)
    found = islice(re.finditer(rf"(?<![^\W_]){pattern}" if words else pattern, folded.text, re.I), _MATCHES_MAX)
    spans = [folded.span(*match.span()) for match in found]
    return tuple(Match(start, end, (Mark(start, end, "found"),)) for start, end in spans)


def find_question(document: Document, question: str) -> tuple[Match, ...]:
    """The blocks of a document that hold at least half of a question's words, or else those that hold most of them.

    Of the question's words only those count that stand in the document at all. A very long document is not gone
    through.
    """
    wanted = set(stems(question))
    if not wanted or len(document.text) > _WORDS_CHARS_MAX:
        return ()
    marks: dict[int, list[Mark]] = defaultdict(list)
    held: dict[int, set[str]] = defaultdict(set)
    for start, end in word_spans(document.text, wanted):
        if (index := document.block_at(start)) is not None:
            marks[index].append(Mark(start, end, "term"))
            held[index].update(stems(document.text[start:end]))
    if not held:
        return ()
    needed = (len(set().union(*held.values())) + 1) // 2
    least = min(needed, max(map(len, held.values())))
    blocks = [index for index, words in sorted(held.items()) if len(words) >= least][:_MATCHES_MAX]
    return tuple(Match(marks[index][0].start, marks[index][0].end, tuple(marks[index])) for index in blocks)
