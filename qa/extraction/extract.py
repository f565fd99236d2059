"""Span extraction: the words of a passage that answer, the sentence they stand in, and the words to mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import pairwise

from corpus.document import BlockKind, Passage
from corpus.language.amounts.bands import label_end
from corpus.language.amounts.counted import is_for_another_time, is_of_form
from corpus.language.amounts.quantities import is_change
from corpus.language.codes import codes, part_of_code
from corpus.language.distinctions.changes_told import of_asked_time
from corpus.language.distinctions.rates import is_told_by_rate
from corpus.language.kinds import AnswerType, PlacedValue, Span
from corpus.language.lasting.hours import tells_hour
from corpus.language.nearness import clause_ends
from corpus.language.predicates import denies_list, says_opposite
from corpus.language.rows import CELL_END, cells, is_row
from corpus.language.sentences import sentences, trimmed
from corpus.language.short_forms import meaning_asked_for
from corpus.language.statements import Pair, is_of_columns, pairs
from corpus.language.times.tense import is_hour_alone, is_moved_from, only_past, tells_what_is
from corpus.language.values import answer_value, holds, says_when_or_how_long
from corpus.language.words import stems
from index.seams import RerankOutput
from qa.checks.words import is_no_answer
from qa.extraction.answer_extractor import AnswerExtractor, sentence_probabilities
from qa.extraction.asked_list import asked_list, with_asked_heading
from qa.extraction.completing import completed, whole_cell, with_beside, with_deed, with_frame
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.listed import banded, heading_over, lead_of, list_naming, list_of, whole_list
from qa.passages.quoted import AnswerSpan, QuotedWords, is_unasked_day
from qa.passages.sentences import WeighedSentences, overlaps, span_worths
from qa.passages.window import Window
from qa.rows.coded import holder_asked
from qa.rows.matching import matching_in_passage
from qa.rows.quotes import of_row

TRIES = 3
"""So many times words of a passage may be chosen before the first ones are taken."""
LEAST_LIKELY = 0.01
"""Less likely words that share none with the question do not stand in for better ones that cannot be; set by hand."""
SUMMARY_BREAKS = 2
"""What has so many line breaks and was taken for a sentence is lines of a summary."""
VALUE_SENTENCES = 2
"""More of them after a colon are no value of a summary."""
HEADED_CHARS = 600
"""A heading farther above a sentence is not quoted with it."""
PROSE: frozenset[BlockKind] = frozenset({"paragraph"})
"""Blocks whose sentences go on from each other."""
_SURE: tuple[AnswerType, ...] = ("date", "number")
"""Kinds of value that are known wherever they stand; a person may be called in other ways than by a name."""


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
    the sentence has one, or for dates and numbers the best sentence, the words quoted have it too. Words that cannot be
    the answer give way to the next best of other sentences, where these can and the reader does not think them idle.
    Where it is asked what a short form stands for, the words that say it are quoted, be they a heading; where it is
    asked who holds a numbered thing, the cell that says so.

    Args:
        asked: the question.
        candidate: the passage, with what a reranker made of it where it has read it.
        extractor: chooses among the words that the reader likes; None to go without.
    """
    first = _best_span(asked, candidate, extractor, ())
    assert first is not None, "a passage has a sentence"
    if meaning := meaning_asked_for(asked.query.question, candidate.passage.text):
        spans = asked.sentences(candidate.passage).spans
        return replace(first, quote=meaning, sentence=_touched(meaning, spans), value=None)
    if held := holder_asked(asked, candidate.passage, candidate.document.title):
        return replace(first, quote=held[0], sentence=held[1], value=None)
    refused: list[Span] = []
    span: AnswerSpan | None = first
    while span and len(refused) < TRIES:
        if not is_no_answer(QuotedWords(asked, candidate.passage, candidate.document.title, span)):
            return first if refused and _is_idle(asked, candidate, span) else span
        refused.append((min(span.quote[0], span.sentence[0]), max(span.quote[1], span.sentence[1])))
        span = _best_span(asked, candidate, extractor, refused)
    return first


def _is_idle(asked: Asked, candidate: Candidate, span: AnswerSpan) -> bool:
    """Whether the reader does not think words the answer, and their sentence has nothing of the question."""
    if candidate.rerank is None or span.likely >= LEAST_LIKELY:
        return False
    return set(asked.question_stems).isdisjoint(stems(candidate.passage.text[slice(*span.sentence)]))


def _best_span(
    asked: Asked, candidate: Candidate, extractor: AnswerExtractor | None, refused: Sequence[Span]
) -> AnswerSpan | None:
    """The best words of a passage to quote without those of some sentences; None where none are left."""
    sentences = asked.sentences(candidate.passage).without(refused)
    if not sentences.spans:
        return None
    found = _span_among(asked, candidate, extractor, sentences)
    return None if overlaps(found.quote, refused) else found


def _span_among(
    asked: Asked, candidate: Candidate, extractor: AnswerExtractor | None, sentences: WeighedSentences
) -> AnswerSpan:
    """The best words of a passage to quote, of some of its sentences; see `select_span`."""
    text, kind = candidate.passage.text, asked.answer_type
    summary = [
        pair
        for pair in summary_pairs(text, kind)
        if overlaps((pair.start, pair.end), sentences.spans) and not is_unasked_day(asked, text[pair.start : pair.end])
    ]
    spans = candidate_spans(sentences, summary, asked.term_idf, kind)
    spans = [span for span in spans if not is_unasked_day(asked, text[slice(*span)])] or spans
    labels = [(pair.start, pair.end) for pair in summary]
    spans = _for_amount_first(asked, candidate.passage, _coded_first(asked, text, spans), labels)

    window, output = candidate.window, candidate.rerank
    read = None
    if window is not None and output is not None and extractor is not None:
        read = _ReadPassage(sentences, window, window.within(output, text), extractor)

    question = asked.query.dated if kind == "number" else asked.query.question

    def value(span: Span, likely: Callable[[Span], float] | None) -> PlacedValue | None:
        span = of_asked_time(question, text, span, candidate.document.said) if kind == "number" else span
        start = span[0] - len(CELL_END) if text.endswith(CELL_END, 0, span[0]) else span[0]
        found = answer_value(
            text[start : span[1]],
            kind,
            question,
            candidate.document.said,
            (text, start),
            likely and (lambda part: likely((start + part[0], start + part[1]))),
        )
        placed = (start + found[0], start + found[1], found[2]) if found else None
        return None if placed and kind == "date" and only_past(question, text, *placed[:2]) else placed

    if read is None:
        return AnswerSpan(spans[0], spans[0], value(spans[0], None))
    pair = next((one for one in summary if (one.start, one.end) == spans[0]), None)
    if pair and not asked_list(asked, candidate, spans[0]):
        quote = pair.end - len(pair.value), pair.end
        return AnswerSpan(quote, spans[0], value(quote, read.likely), read.likely(spans[0]))
    if not len(read.output.tokens):
        return AnswerSpan(spans[0], spans[0], value(spans[0], None))
    found = _select_read(asked, candidate, read, labels, spans, value)
    if matching := matching_in_passage(asked, candidate.passage, found.sentence):
        found = AnswerSpan(matching[0], matching[0], None)
    elif found.value is None and (several := asked_list(asked, candidate, found.sentence)):
        found = AnswerSpan(several, several, None)
    headed = with_asked_heading(asked, candidate.passage, found.sentence)
    return replace(found, sentence=headed, likely=read.likely(found.sentence))


def _select_read(
    asked: Asked,
    candidate: Candidate,
    read: _ReadPassage,
    labels: Sequence[Span],
    spans: Sequence[Span],
    value_of: Callable[[Span, Callable[[Span], float] | None], PlacedValue | None],
) -> AnswerSpan:
    """The words to quote of a passage that was read.

    Args:
        asked: the question.
        candidate: the passage.
        read: what was read of it.
        labels: with their values in a summary.
        spans: what may be quoted by its words, best first.
        value_of: what a span holds of the kind that is asked after, by how likely the reader thinks each part of it.
    """
    passage, kind, question = candidate.passage, asked.answer_type, asked.query.question
    text, chosen = passage.text, read.quote(asked)
    quote, sentence = _of_what_is_asked(asked, passage, chosen, labels, spans)
    likely = read.likely if quote == chosen else None

    @cache
    def value(span: Span) -> PlacedValue | None:
        return value_of(span, likely)

    if denies_list(lead_of(passage, sentence)) and (denied := list_of(passage, sentence)):
        return AnswerSpan(denied, denied, value(quote))
    part = of_asked_time(asked.query.dated, text, sentence, candidate.document.said)
    shown = _changed(text, AnswerSpan(quote, sentence, value(quote)), value, part)
    quote = shown.quote
    if in_whole := _of_cell_or_rate(asked, text, shown):
        return in_whole
    if found := _of_better_form(asked, text, shown.value, partial(value, sentence)):
        return AnswerSpan(sentence, sentence, found)
    within = quote[0] - sentence[0], quote[1] - sentence[0]
    is_hour = kind == "date" and tells_hour(asked.query.question, text[slice(*sentence)], within)
    if shown.value or is_hour or says_when_or_how_long(text[slice(*quote)], kind):
        return replace(shown, quote=with_frame(question, kind, text, quote, sentence))
    if found := value(sentence):
        return AnswerSpan(sentence, sentence, found)
    dated = with_heading(passage, sentence) if kind == "date" else None
    if dated and (found := value(dated[0])):
        return AnswerSpan(dated[1], dated[1], found)
    if kind in _SURE and (found := value(spans[0])):
        return AnswerSpan(spans[0], spans[0], found)
    whole = whole_list(passage, sentence, kind)
    if not whole and quote == chosen and not codes(asked.query.question):
        whole = read.pair(quote)
    return (
        AnswerSpan(whole, whole, None)
        if whole
        else replace(shown, quote=with_frame(question, kind, text, quote, sentence))
    )


def _of_cell_or_rate(asked: Asked, text: str, shown: AnswerSpan) -> AnswerSpan | None:
    """Words of a row with all that their cell says, or all of a sentence that tells a sum by its rate; None for others.

    A rate is no value of the sum that is asked for.
    """
    question, kind, quote, sentence = asked.query.question, asked.answer_type, shown.quote, shown.sentence
    in_row = is_row(text[slice(*sentence)])
    own = (next(trimmed(text, *cell)) for cell in cells(text, sentence) if cell[0] <= quote[0] < cell[1])
    whole = next(own, sentence) if in_row else sentence
    if kind == "number" and is_told_by_rate(question, text[slice(*whole)]):
        return AnswerSpan(whole, sentence, None)
    return replace(shown, quote=whole_cell(question, kind, text, quote, sentence)) if in_row else None


def _changed(text: str, shown: AnswerSpan, value_of: Callable[[Span], PlacedValue | None], part: Span) -> AnswerSpan:
    """Of a change, "rises from £1.20 to £1.50", what is asked for where the other is quoted; so of moved days.

    So of a sentence that tells of several times, where the words are not of the part that is of the time asked about.
    """
    start, end = shown.sentence
    is_apart = part != shown.sentence and not overlaps(part, [shown.quote])
    asked = value_of(shown.sentence) if shown.value and shown.value[2].kind in ("number", "date") else None
    if asked is None or overlaps(asked[:2], [shown.quote]):
        return shown
    one, other = sorted((place[0] - start, place[1] - start) for place in (shown.quote, asked))
    is_moved = any(is_moved_from(text, start + place[0]) for place in (one, other))
    is_other = is_apart or is_moved or is_change(text[start:end], one, other)
    return replace(shown, quote=asked[:2], value=asked) if is_other else shown


def _of_what_is_asked(
    asked: Asked, passage: Passage, quote: Span, labels: Sequence[Span], spans: Sequence[Span]
) -> tuple[Span, Span]:
    """Words and their sentence, or those about the code, side, amount or cell that is asked for, made whole."""
    text = passage.text
    sentence = _around(quote, labels) or _around(quote, spans) or _touched(quote, spans)
    if (coded := _coded_first(asked, text, [sentence, *spans])[0]) != sentence:
        quote = sentence = coded
    if listed := list_naming(passage, asked.question_stems) if asked.answer_type == "yes_no" else None:
        return listed, listed
    quote = _of_code(asked, text, quote, sentence)
    quote = _of_predicate(asked, text, quote, sentence)
    quote, sentence = _of_amount(asked, passage, quote, sentence)
    quote, sentence = of_row(asked, passage, quote, sentence, spans)
    if named := with_beside(asked.query.question, asked.answer_type, text, quote, sentence):
        return named, named
    told = with_deed(asked.query.question, asked.answer_type, text, sentence)
    shown = told if quote == sentence else completed(asked.query.question, asked.answer_type, text, quote, sentence)
    return shown, told


def _of_better_form(
    asked: Asked, text: str, own: PlacedValue | None, of_sentence: Callable[[], PlacedValue | None]
) -> PlacedValue | None:
    """The number of a sentence where that has the form that is asked for, as money has, and the words' own has not.

    So where it is for the length of time that is asked about, and the words' own is for another.
    """
    question = asked.query.question
    if asked.answer_type != "number" or own is None:
        return None
    if is_of_form(question, own[2].text) and not is_for_another_time(question, text, own[1]):
        return None
    other = of_sentence()
    return other if other and is_of_form(question, other[2].text) and other[:2] != own[:2] else None


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


def with_heading(passage: Passage, sentence: Span) -> tuple[Span, Span] | None:
    """The heading above a sentence in its passage, which may say when it was, and the sentence with all from there.

    None where none is near, or the sentence tells what is so or is to come, or an hour where the heading has no day.
    """
    said, heading = passage.text[slice(*sentence)], heading_over(passage, sentence)
    if heading is None or sentence[1] - heading.start > HEADED_CHARS:
        return None
    if tells_what_is(said) or is_hour_alone(said, passage.text[heading.start : heading.end]):
        return None
    return (heading.start, heading.end), (heading.start, sentence[1])


def _for_amount_first(asked: Asked, passage: Passage, spans: list[Span], labels: Sequence[Span]) -> list[Span]:
    """What may be quoted; where a label with its value is best of all, the one for the amount asked about first."""
    own = banded(passage, spans[0], asked.query.question) if spans[0] in labels else None
    return [*(label for label in labels if own and overlaps(label, [own])), *spans]


def _coded_first(asked: Asked, text: str, spans: list[Span]) -> list[Span]:
    """What may be quoted, that with the code asked for first where the best of all has another in its place."""
    wanted = codes(asked.query.question)
    if not any(code.has_rival_in(text[slice(*spans[0])]) for code in wanted):
        return spans
    return sorted(spans, key=lambda span: not all(code.stands_in(text[slice(*span)]) for code in wanted))


def _of_code(asked: Asked, text: str, quote: Span, sentence: Span) -> Span:
    """A quote, or the part of its sentence about the code asked for where it says something of another.

    A whole sentence stays so where several codes are asked for.
    """
    wanted = codes(asked.query.question)
    for code in wanted:
        part = part_of_code(code, text[slice(*sentence)])
        own = part and (sentence[0] + part[0], sentence[0] + part[1])
        if own and (len(wanted) == 1 or quote != sentence) and not (own[0] <= quote[0] and quote[1] <= own[1]):
            return own
    return quote


def _of_predicate(asked: Asked, text: str, quote: Span, sentence: Span) -> Span:
    """A quote, or its sentence where it stands in a clause that says the opposite and another clause does not.

    Of "It opened in May 2021 and closed eight months later" the first clause does not say when it closed.
    """
    question, said = asked.query.question, text[slice(*sentence)]
    ends = [0, *clause_ends(said), len(said)]
    clauses = [(sentence[0] + start, sentence[0] + end) for start, end in pairwise(ends) if start < end]
    own = [clause for clause in clauses if clause[0] <= quote[0] < clause[1]]
    if quote == sentence or not own or not says_opposite(question, text[slice(*own[0])]):
        return quote
    return quote if says_opposite(question, said) else sentence


def _of_amount(asked: Asked, passage: Passage, quote: Span, sentence: Span) -> tuple[Span, Span]:
    """The words and their sentence, or what the item or row for the amount asked about says beside its label."""
    own = banded(passage, sentence, asked.query.question)
    if own is None:
        return quote, sentence
    item = passage.text[slice(*own)]
    if is_row(item):
        return (quote, sentence) if own[0] <= quote[0] and quote[1] <= own[1] else (own, own)
    return next(trimmed(passage.text, own[0] + label_end(item) + 1, own[1]), own), own


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
    """The labels of a summary that have a value of the kind that is asked after; a text of sentences is no value.

    Of a row with several grades its columns tell which is of what.
    """
    is_graded = kind == "rating"
    found = (pair for pair in pairs(text, is_graded) if holds(pair.value, kind))
    found = (pair for pair in found if not (is_graded and is_of_columns(text, pair)))
    return [pair for pair in found if len(sentences(pair.value)) <= VALUE_SENTENCES]


def _is_summary(text: str, span: Span, labels: Sequence[Span]) -> bool:
    """Whether what was taken for a sentence is lines of a summary, with one of these labels in it."""
    has_label = any(span[0] <= start and end <= span[1] for start, end in labels)
    return has_label and text.count("\n", *span) >= SUMMARY_BREAKS
