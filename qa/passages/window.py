"""Windows: what a reranker reads of a passage, which is its best sentence with those beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.document import Passage
from corpus.language.folding import fold, searchable
from corpus.language.kinds import Span
from corpus.language.persons.antecedents import question_before
from corpus.language.persons.initials import initials_in
from corpus.language.rows import CELL_END
from corpus.language.sentences import sentences as sentence_spans
from corpus.language.times.parts import years_covered
from corpus.structure import CONTEXT_SEPARATOR, nearest_context
from index.seams import RerankOutput
from qa.passages.listed import heading_over, lead_of
from qa.passages.sentences import WeighedSentences
from qa.tables.named_rows import Replacement, read_rows

WINDOW_WORDS = 110
"""A window has at most so many words, unless its one sentence is longer."""
TITLE_CHARS = 120
"""So much of a document's title stands before the window."""
HEADING_CHARS = 120
"""And so much of the headings above it, the nearest first,"""
CONTEXT_CHARS = 120
"""and of what leads into the passage."""
ENTRY_CHARS = 120
"""So much of an entry stands before one of its sentences that is read alone."""
NAMED = 0.25
"""A row whose name holds so much of what is asked is read without the others of its table; set by hand."""
NOBODY: Mapping[str, str] = {}
"""No initials stand for anybody."""
_INSERTED = -1
_REFERENCE = re.compile(r"(?:[A-Z]{1,6}[ /-]?)?\d{1,4}/\d{2,5}(?!\d)\S{0,20}\s")
"""Of a minute or an application, at the beginning of its entry: "26/006 ", "26/01877/FUL. "."""


@dataclass(frozen=True, slots=True)
class Window:
    """What a reranker reads of a passage: its document's title, its headings, what leads in, and some sentences.

    Attributes:
        preface: title, headings and what leads in.
        start, end: of the sentences, as half-open offsets into the passage's text.
        replaced: what is read in place of some of their text, in order.
    """

    preface: str
    start: int
    end: int
    replaced: tuple[Replacement, ...] = ()

    def text(self, passage: str) -> str:
        """What is read of a passage with this text, as people would type it."""
        return f"{searchable(self.preface)}. {searchable(self._read(passage)[0])}"

    def within(self, output: RerankOutput, passage: str) -> RerankOutput:
        """A reranker's output for the sentences of a passage alone, with their tokens as offsets within them."""
        read, origins = self._read(passage)
        shift = len(searchable(self.preface)) + len(". ")
        own = np.flatnonzero(output.tokens[:, 0] >= shift)
        tokens = output.tokens[own] - shift
        if (offsets := fold(read).offsets) is not None:
            tokens = np.array(offsets, dtype=np.int64)[tokens]
        if self.replaced and len(tokens):
            places = np.array(origins, dtype=np.int64)
            first, last = places[tokens[:, 0]], places[tokens[:, 1] - 1]
            stands = (first != _INSERTED) & (last != _INSERTED)
            own, tokens = own[stands], np.stack([first, last + 1], axis=1)[stands]
        return replace(output, tokens=tokens, scores=output.scores[own])

    def _read(self, passage: str) -> tuple[str, list[int]]:
        """What is read of the sentences, and where in them each of its characters stands where some are replaced."""
        if not self.replaced:
            return passage[self.start : self.end], []
        pieces, origins, end = [], list[int](), self.start
        for one in (*self.replaced, Replacement(self.end, self.end, "")):
            pieces += [passage[end : one.start], one.text]
            origins += [*range(end - self.start, one.start - self.start), *([_INSERTED] * len(one.text))]
            end = one.end
        return "".join(pieces), origins


def rerank_window(
    title: str, passage: Passage, sentences: WeighedSentences, time: str = "", initials: Mapping[str, str] = NOBODY
) -> Window:
    """What a reranker reads of a passage.

    Headings that are read anyway are left out, the rows of a table are read with the names of their columns, and
    initials with the names of those whom a question names.

    Args:
        title: of the passage's document.
        passage: the passage.
        sentences: of the passage, at least one.
        time: that is asked about, in the question's words, where the document is of it; "" where it is not.
        initials: for whom they stand in the document, of those whom the question names.
    """
    replaced = _replaced(passage, initials)
    start, end = passage_window(sentences, WINDOW_WORDS, replaced)
    said = {title, *(line.strip("#*_ ") for line in sentences.text[start:end].split("\n"))}
    headings = [one for one in passage.heading.split(CONTEXT_SEPARATOR) if one not in said]
    own = _within(replaced, (start, end))
    leading = [one for one in passage.context.split(CONTEXT_SEPARATOR) if not (own and CELL_END in one)]
    above = (
        nearest_context(CONTEXT_SEPARATOR.join(headings), HEADING_CHARS).replace(CONTEXT_SEPARATOR, ". "),
        nearest_context(CONTEXT_SEPARATOR.join(leading), CONTEXT_CHARS),
    )
    named = _timed(title, time, "\n".join((*above, sentences.text[start:end])))
    return Window(_preface((named, *above)), start, end, own)


def sentence_window(
    title: str, passage: Passage, sentence: Span, time: str = "", initials: Mapping[str, str] = NOBODY
) -> Window:
    """What a reranker reads of one sentence of a passage, with the title and the nearest heading and nothing beside it.

    A sentence of an entry that opens with its reference is read with what stands before it there, which says what it is
    of; an item of a list with what leads into that; a reply with its question.

    Args:
        title: of the passage's document.
        passage: the passage.
        sentence: as half-open offsets into the passage's text.
        time: that is asked about, in the question's words, where the document is of it; "" where it is not.
        initials: for whom they stand in the document, of those whom the question names.
    """
    over = heading_over(passage, sentence)
    heading = passage.text[over.start : over.end] if over else passage.heading.rpartition(CONTEXT_SEPARATOR)[2]
    before = _entry_before(passage.text, sentence[0]) or _leading(passage, sentence)
    before = before or question_before(passage.text, sentence[0])[-CONTEXT_CHARS:]
    above = heading.strip("#*_ \n")[:HEADING_CHARS], before
    preface = _preface((_timed(title, time, "\n".join((*above, passage.text[slice(*sentence)]))), *above))
    return Window(preface, *sentence, _within(_replaced(passage, initials), sentence))


def _replaced(passage: Passage, initials: Mapping[str, str]) -> list[Replacement]:
    """What is read in place of a passage's rows and initials, in order."""
    named = [Replacement(end, end, f" ({name})") for (_, end), name in initials_in(passage.text, initials)]
    return sorted([*read_rows(passage), *named], key=lambda one: (one.start, one.end))


def _timed(title: str, time: str, read: str) -> str:
    """A title as it is read, with the time that its document is of where it does not say so: "Minutes (March 2024)".

    What is read with it may tell of other years alone, and is not said to be of that time then.
    """
    years = years_covered(read)
    is_told = time and time not in title and not (years and years.isdisjoint(years_covered(time)))
    return f"{title[:TITLE_CHARS]} ({time})" if is_told else title[:TITLE_CHARS]


def _leading(passage: Passage, sentence: Span) -> str:
    """The sentence that leads into the list of which one is an item, in one line; "" for none, and for a row."""
    lead = lead_of(passage, sentence)
    if not lead.strip() or CELL_END in lead:
        return ""
    start, end = sentence_spans(lead)[-1]
    return " ".join(lead[start:end].strip("#*_ \n").split())[:CONTEXT_CHARS]


def _entry_before(text: str, start: int) -> str:
    """What stands before a sentence in an entry that opens with its reference: "26/01877. 14 Quay Lane. New roof."."""
    entry = text[text.rfind("\n", 0, start) + 1 : start].strip()
    return entry[:ENTRY_CHARS] if opens_entry(entry) else ""


def opens_entry(line: str) -> bool:
    """Whether a line is an entry that opens with its reference, as of an application or a minute."""
    return _REFERENCE.match(line) is not None


def _within(replaced: Sequence[Replacement], words: Span) -> tuple[Replacement, ...]:
    """What is read in place of some words, and not of others."""
    return tuple(one for one in replaced if words[0] <= one.start and one.end <= words[1])


def _preface(parts: Sequence[str]) -> str:
    """What stands before the sentences, as sentences; parts that are empty are left out."""
    return ". ".join(part for one in parts if (part := one.rstrip(" .")))


def passage_window(sentences: WeighedSentences, most_words: int, replaced: Sequence[Replacement] = ()) -> Span:
    """The best sentence of a passage with as many of the sentences beside it as fit, the better side first.

    Where the best one is a table's row that is named by what is asked, no worse row is read with it.

    Args:
        sentences: of the passage, at least one; of equally good ones the first is best, and of equally good sides the
            one after.
        most_words: how long the window may be, unless its one sentence is longer.
        replaced: what is read in place of some of the passage's text, which may be longer.

    Returns:
        Where the window starts and ends in the passage's text.
    """
    spans, worths = sentences.spans, sentences.worths
    lengths = [len(sentences.text[start:end].split()) for start, end in spans]
    for place, span in enumerate(spans):
        lengths[place] += sum(len(one.text.split()) for one in _within(replaced, span))
    first = last = best = max(range(len(spans)), key=lambda sentence: (worths[sentence], -sentence))
    words_left = most_words - lengths[first]
    while True:
        beside = [
            sentence
            for sentence in (last + 1, first - 1)
            if 0 <= sentence < len(spans)
            and lengths[sentence] <= words_left
            and not (sentences.row_names[best] >= NAMED and _is_worse_row(sentences, sentence, best))
        ]
        if not beside:
            return spans[first][0], spans[last][1]
        chosen = max(beside, key=lambda sentence: worths[sentence])
        words_left -= lengths[chosen]
        first, last = min(first, chosen), max(last, chosen)


def _is_worse_row(sentences: WeighedSentences, row: int, best: int) -> bool:
    return sentences.kinds[row] == "table_row" and sentences.worths[row] < sentences.worths[best]
