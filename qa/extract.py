"""Span extraction: the words of a passage that answer, the sentence they stand in, and the words to mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.document import BlockKind, Passage
from corpus.language.codes import codes
from corpus.language.kinds import AnswerType, Span, Value
from corpus.language.statements import Pair, pairs
from corpus.language.values import answer_value, holds
from corpus.language.words import stems, word_spans
from corpus.metadata.dating import states_own_day
from index.seams import RerankOutput
from qa.answer import Highlight
from qa.answer_extractor import AnswerExtractor, sentence_probabilities
from qa.asked import Asked
from qa.candidates import Candidate
from qa.cells import asked_cell, is_header_row, is_row, is_row_name
from qa.listed import led_list, list_of
from qa.sentences import WeighedSentences, span_worths
from qa.window import Window

SUMMARY_BREAKS = 2
"""What has so many line breaks and was taken for a sentence is lines of a summary."""
HEADED_CHARS = 600
"""A heading farther above a sentence is not quoted with it."""
PROSE: frozenset[BlockKind] = frozenset({"paragraph"})
"""Blocks whose sentences go on from each other."""
_SURE: tuple[AnswerType, ...] = ("date", "number")
"""Kinds of value that are known wherever they stand; a person may be called in other ways than by a name."""


@dataclass(frozen=True, slots=True)
class AnswerSpan:
    """What is quoted of a passage, as offsets in it.

    Attributes:
        quote: the words that answer.
        sentence: in which they stand.
        value: what they hold of the kind that is asked after, and where.
        likely: how likely the reader thinks that an answer begins or ends in the sentence rather than elsewhere in what
            it read of the passage, 0 to 1; 0 where it has not read.
    """

    quote: Span
    sentence: Span
    value: tuple[int, int, Value] | None
    likely: float = 0.0


def extract(asked: Asked, candidates: Sequence[Candidate], extractor: AnswerExtractor | None) -> list[AnswerSpan]:
    """What is quoted of each of some candidates.

    Args:
        asked: the question.
        candidates: in any order.
        extractor: chooses among the words that the reader likes; None to go without.
    """
    return [select_span(asked, candidate, extractor) for candidate in candidates]


def select_span(asked: Asked, candidate: Candidate, extractor: AnswerExtractor | None) -> AnswerSpan:
    """Choose the words of a passage to quote: those the extractor finds in its window, or without it the best sentence.

    Where a label with its value in a summary is best, the value is quoted. Where a value of a kind is asked after and
    the sentence has one, or for dates and numbers the best sentence, the words quoted have it too.

    Args:
        asked: the question.
        candidate: the passage, with what a reranker made of it where it has read it.
        extractor: chooses among the words that the reader likes; None to go without.
    """
    text, kind = candidate.passage.text, asked.answer_type
    summary = [pair for pair in summary_pairs(text, kind) if not is_unasked_day(asked, text[pair.start : pair.end])]
    sentences = asked.sentences(candidate.passage)
    spans = candidate_spans(sentences, summary, asked.term_idf, kind)
    spans = [span for span in spans if not is_unasked_day(asked, text[slice(*span)])] or spans

    def value(span: Span) -> tuple[int, int, Value] | None:
        found = answer_value(
            text[slice(*span)],
            kind,
            asked.query.question,
            candidate.document.published or candidate.document.dated,
            (text, span[0]),
        )
        return (span[0] + found[0], span[0] + found[1], found[2]) if found else None

    window, output = candidate.window, candidate.rerank
    if window is None or output is None or extractor is None:
        return AnswerSpan(spans[0], spans[0], value(spans[0]))
    read = _ReadPassage(sentences, window, window.within(output, text), extractor)
    for pair in summary:
        if (pair.start, pair.end) == spans[0]:
            quote = pair.end - len(pair.value), pair.end
            return AnswerSpan(quote, spans[0], value(quote), read.likely(spans[0]))
    if not len(read.output.tokens):
        return AnswerSpan(spans[0], spans[0], value(spans[0]))
    labels = [(pair.start, pair.end) for pair in summary]
    found = _select_read(asked, candidate.passage, read, labels, spans, value)
    return replace(found, likely=read.likely(found.sentence))


def _select_read(
    asked: Asked,
    passage: Passage,
    read: _ReadPassage,
    labels: Sequence[Span],
    spans: Sequence[Span],
    value: Callable[[Span], tuple[int, int, Value] | None],
) -> AnswerSpan:
    """The words to quote of a passage that was read.

    Args:
        asked: the question.
        passage: the passage.
        read: what was read of it.
        labels: with their values in a summary.
        spans: what may be quoted by its words, best first.
        value: what a span holds of the kind that is asked after.
    """
    text, kind = passage.text, asked.answer_type
    quote = chosen = read.quote(asked)
    sentence = _around(quote, labels) or _around(quote, spans) or _touched(quote, spans)
    if (coded := _with_codes(asked, text, sentence, spans)) != sentence:
        quote = sentence = coded
    quote, sentence = _of_row(asked, passage, quote, sentence, spans)
    shown = AnswerSpan(quote, sentence, value(quote))
    if shown.value or is_row(text[slice(*sentence)]):
        return shown
    dated = with_heading(passage, sentence) if kind == "date" else None
    for span in (sentence, *([dated] if dated else []), *spans[: kind in _SURE]):
        if found := value(span):
            return AnswerSpan(span, span, found)
    whole = _whole_list(passage, sentence, kind) or (read.pair(quote) if quote == chosen else None)
    return AnswerSpan(whole, whole, None) if whole else shown


@dataclass(frozen=True, slots=True)
class _ReadPassage:
    """A passage with what was read of it, and what the reader makes of that."""

    sentences: WeighedSentences
    window: Window
    output: RerankOutput
    extractor: AnswerExtractor

    @property
    def text(self) -> str:
        """What was read."""
        return self.sentences.text[self.window.start : self.window.end]

    def quote(self, asked: Asked) -> Span:
        """The words that answer."""
        whole = self.sentences.quotable(self.window.start, self.window.end)
        return self._in_passage(self.extractor.quote(self.text, whole, self.output, asked.term_idf, asked.answer_type))

    def pair(self, quote: Span) -> Span | None:
        """The sentence of a quote with the one beside it, where the reader is torn between them."""
        within = quote[0] - self.window.start, quote[1] - self.window.start
        prose = self.sentences.quotable(self.window.start, self.window.end, PROSE)
        pair = self.extractor.with_neighbour(self.text, prose, self.output, within)
        return self._in_passage(pair) if pair else None

    def likely(self, span: Span) -> float:
        """How likely the reader thinks that an answer begins or ends in a span, 0 to 1."""
        within = span[0] - self.window.start, span[1] - self.window.start
        return float(sentence_probabilities([within], self.output)[0])

    def _in_passage(self, span: Span) -> Span:
        return span[0] + self.window.start, span[1] + self.window.start


def with_heading(passage: Passage, sentence: Span) -> Span | None:
    """A sentence with all that stands between it and the heading above it in its passage, which may say when it was."""
    above = [part for part in passage.parts if part.kind == "heading" and part.end <= sentence[0]]
    return (above[-1].start, sentence[1]) if above and sentence[1] - above[-1].start <= HEADED_CHARS else None


def _whole_list(passage: Passage, sentence: Span, kind: AnswerType) -> Span | None:
    """The list that a sentence leads into, or where a list is asked for, the one in which it is an item."""
    return led_list(passage, sentence) or (list_of(passage, sentence) if kind == "list" else None)


def is_unasked_day(asked: Asked, line: str) -> bool:
    """Whether a line says when its document was published or changed, and the question does not ask for that."""
    return not set(asked.question_stems).intersection(stems(line)) and states_own_day(line)


def _with_codes(asked: Asked, text: str, sentence: Span, spans: Sequence[Span]) -> Span:
    """A sentence, or the best one with the code that is asked for where that one has another in its place."""
    wanted = codes(asked.query.question)
    if not any(code.has_rival_in(text[slice(*sentence)]) for code in wanted):
        return sentence
    return next((span for span in spans if all(code.stands_in(text[slice(*span)]) for code in wanted)), sentence)


def _of_row(asked: Asked, passage: Passage, quote: Span, sentence: Span, spans: Sequence[Span]) -> tuple[Span, Span]:
    """The words and their sentence, or where that is a table's row, the cell that is asked for and its row.

    Where the row only names columns, the best other row is taken.
    """
    row = sentence
    if is_row(passage.text[slice(*row)]) and is_header_row(passage, row):
        row = next((span for span in spans if span != row and is_row(passage.text[slice(*span)])), row)
    if not is_row(passage.text[slice(*row)]) or (row == sentence and is_row_name(passage.text, row, quote)):
        return quote, sentence
    return asked_cell(passage, row, asked.question_idf) or (quote if row == sentence else row), row


def _around(quote: Span, spans: Sequence[Span]) -> Span | None:
    """The shortest span that holds a quote; None where none does."""
    return min(
        (span for span in spans if span[0] <= quote[0] and quote[1] <= span[1]),
        key=lambda span: span[1] - span[0],
        default=None,
    )


def _touched(quote: Span, spans: Sequence[Span]) -> Span:
    """All the spans that a quote reaches into."""
    touched = [quote, *(span for span in spans if span[0] < quote[1] and quote[0] < span[1])]
    return min(start for start, _ in touched), max(end for _, end in touched)


def candidate_spans(
    sentences: WeighedSentences, summary: Sequence[Pair], idf: Mapping[str, float], kind: AnswerType
) -> list[Span]:
    """What may be quoted of a passage, best first: sentences, and labels with their values in a summary.

    What holds more of the question comes first; a value of the kind that is asked after counts as much as a half of the
    question, and a date as all of it, where anything of the question stands beside it. Headings come last.

    Args:
        sentences: of the passage, at least one.
        summary: its labels with their values.
        idf: of the question's terms.
        kind: of answer that is wanted.
    """
    text, labels = sentences.text, [(pair.start, pair.end) for pair in summary]
    worths = dict(zip(labels, span_worths(text, labels, idf, kind), strict=True))
    for span, worth in zip(sentences.spans, sentences.worths, strict=True):
        if not _is_summary(text, span, labels):
            worths.setdefault(span, worth)
    headings = {span for span, kind in zip(sentences.spans, sentences.kinds, strict=True) if kind == "heading"}
    return sorted(worths, key=lambda span: (span in headings, -worths[span], span))


def summary_pairs(text: str, kind: AnswerType) -> list[Pair]:
    """The labels of a summary that have a value of the kind that is asked after."""
    return [pair for pair in pairs(text, kind == "rating") if holds(pair.value, kind)]


def _is_summary(text: str, span: Span, labels: Sequence[Span]) -> bool:
    """Whether what was taken for a sentence is lines of a summary, with one of these labels in it."""
    has_label = any(span[0] <= start and end <= span[1] for start, end in labels)
    return has_label and text.count("\n", *span) >= SUMMARY_BREAKS


def matched_words(text: str, idf: Mapping[str, float]) -> tuple[Highlight, ...]:
    """Where a question's words stand in a text, as highlights of kind "term"."""
    return tuple(Highlight(start, end, "term") for start, end in word_spans(text, idf))
