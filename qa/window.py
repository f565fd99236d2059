"""Windows: what a reranker reads of a passage, which is its best sentence with those beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from corpus.language.folding import fold, searchable
from corpus.language.kinds import Span
from corpus.structure import CONTEXT_SEPARATOR, nearest_context
from index.seams import RerankOutput
from qa.sentences import WeighedSentences

WINDOW_WORDS = 80
"""A window has at most so many words, unless its one sentence is longer."""
TITLE_CHARS = 120
"""So much of a document's title stands before the window."""
HEADING_CHARS = 120
"""And so much of the headings above it, the nearest first,"""
CONTEXT_CHARS = 120
"""and of what leads into the passage."""


@dataclass(frozen=True, slots=True)
class Window:
    """What a reranker reads of a passage: its document's title, its headings, what leads in, and some sentences."""

    preface: str
    start: int
    end: int

    def text(self, passage: str) -> str:
        """What is read of a passage with this text, as people would type it."""
        return f"{searchable(self.preface)}. {searchable(passage[self.start : self.end])}"

    def within(self, output: RerankOutput, passage: str) -> RerankOutput:
        """A reranker's output for the sentences of a passage alone, with their tokens as offsets within them."""
        shift = len(searchable(self.preface)) + len(". ")
        own = np.flatnonzero(output.tokens[:, 0] >= shift)
        tokens = output.tokens[own] - shift
        if (offsets := fold(passage[self.start : self.end]).offsets) is not None:
            tokens = np.array(offsets, dtype=np.int64)[tokens]
        return replace(output, tokens=tokens, scores=output.scores[own])


def rerank_window(title: str, heading: str, context: str, sentences: WeighedSentences) -> Window:
    """What a reranker reads of a passage.

    Args:
        title: of the passage's document.
        heading: the headings above the passage; "" for none. Those that are read anyway are left out.
        context: what leads into the passage; "" for nothing.
        sentences: of the passage, at least one.
    """
    start, end = passage_window(sentences, WINDOW_WORDS)
    said = {title, *(line.strip("#*_ ") for line in sentences.text[start:end].split("\n"))}
    headings = [one for one in heading.split(CONTEXT_SEPARATOR) if one not in said]
    parts = (
        title[:TITLE_CHARS],
        nearest_context(CONTEXT_SEPARATOR.join(headings), HEADING_CHARS).replace(CONTEXT_SEPARATOR, ". "),
        nearest_context(context, CONTEXT_CHARS),
    )
    return Window(". ".join(part for one in parts if (part := one.rstrip(" ."))), start, end)


def passage_window(sentences: WeighedSentences, most_words: int) -> Span:
    """The best sentence of a passage with as many of the sentences beside it as fit, the better side first.

    Args:
        sentences: of the passage, at least one; of equally good ones the first is best, and of equally good sides the
            one after.
        most_words: how long the window may be, unless its one sentence is longer.

    Returns:
        Where the window starts and ends in the passage's text.
    """
    spans, worths = sentences.spans, sentences.worths
    lengths = [len(sentences.text[start:end].split()) for start, end in spans]
    first = last = max(range(len(spans)), key=lambda sentence: (worths[sentence], -sentence))
    words_left = most_words - lengths[first]
    while True:
        beside = [
            sentence
            for sentence in (last + 1, first - 1)
            if 0 <= sentence < len(spans) and lengths[sentence] <= words_left
        ]
        if not beside:
            return spans[first][0], spans[last][1]
        chosen = max(beside, key=lambda sentence: worths[sentence])
        words_left -= lengths[chosen]
        first, last = min(first, chosen), max(last, chosen)
