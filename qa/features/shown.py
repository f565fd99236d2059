"""Features of words that may be shown as the answer: what speaks for their passage, and what they say themselves."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from corpus.document import Passage
from corpus.language.date_parts import years_in
from corpus.language.predicates import negated, only_planned, says_opposite
from corpus.language.words import stems
from qa.confidence import CONFIDENCE_FEATURES, RERANKED_CONFIDENCE_FEATURES, PlacedPassage
from qa.extract import AnswerSpan
from qa.features.feature import Feature, FeatureSet
from qa.idf import idf_coverage
from qa.listed import heading_over, lead_of

CERTAIN_KINDS = ("date", "number", "rating")
"""Kinds of answer that can be seen in the words themselves."""
WORDS, CHECKED, PLACE = "the words", "what the words must not say", "the place in the order"


@dataclass(frozen=True)
class ShownWords:
    """Words that may be shown as the answer.

    Attributes:
        placed: what their passage was ranked by.
        passage: with its text, its headings and what leads in.
        title: of its document.
        span: the words, their sentence and the value in them.
    """

    placed: PlacedPassage
    passage: Passage
    title: str
    span: AnswerSpan

    @cached_property
    def quote(self) -> str:
        """The words."""
        return self.passage.text[slice(*self.span.quote)]

    @cached_property
    def sentence_text(self) -> str:
        """Their sentence."""
        return self.passage.text[slice(*self.span.sentence)]

    @cached_property
    def on_the_matter(self) -> str:
        """The sentence of their passage that holds most of what is asked about."""
        sentences = self.placed.asked.sentences(self.passage)
        idf = self.placed.asked.term_idf
        spans = (self.passage.text[slice(*span)] for span in sentences.spans)
        return max(spans, key=lambda sentence: idf_coverage(idf, stems(sentence)), default="")

    @cached_property
    def line(self) -> str:
        """The line they begin in."""
        start = self.passage.text.rfind("\n", 0, self.span.quote[0]) + 1
        return self.passage.text[start:].partition("\n")[0]

    @cached_property
    def surroundings(self) -> str:
        """Their passage with its document's title, its headings and what leads in."""
        return "\n".join((self.title, self.passage.heading, self.passage.context, self.passage.text))

    @cached_property
    def lead(self) -> str:
        """What leads into their list or names the columns of their table; "" where they stand in none."""
        return lead_of(self.passage, self.span.sentence)

    @cached_property
    def stands_under(self) -> str:
        """The headings above them, and what leads into their list or names the columns of their table."""
        passage, sentence = self.passage, self.span.sentence
        above = passage.heading, passage.context, heading_over(passage, sentence), self.lead
        return "\n".join(filter(None, above))

    @property
    def kind(self) -> str:
        """The kind of answer that is wanted."""
        return self.placed.asked.answer_type

    @cached_property
    def quote_coverage(self) -> float:
        """The share of the question's idf that the words themselves hold."""
        return idf_coverage(self.placed.asked.term_idf, stems(self.quote))

    @cached_property
    def sentence_coverage(self) -> float:
        """The share of the question's idf that their sentence holds."""
        return idf_coverage(self.placed.asked.term_idf, stems(self.sentence_text))

    @cached_property
    def led_coverage(self) -> float:
        """The share that it holds together with what it stands under."""
        return idf_coverage(self.placed.asked.term_idf, stems(f"{self.stands_under}\n{self.sentence_text}"))


WordsFeature = Feature[ShownWords, float]


def _of_placed(feature: Feature[PlacedPassage, float]) -> WordsFeature:
    return Feature(feature.name, feature.sign, feature.group, lambda shown: feature.compute(shown.placed))


def _of_kind(kind: str) -> Callable[[ShownWords], float]:
    return lambda shown: float(shown.kind == kind)


def _value_missing(shown: ShownWords) -> float:
    return float(shown.kind in CERTAIN_KINDS and shown.span.value is None)


def _opposite(shown: ShownWords) -> float:
    return float(shown.kind != "yes_no" and says_opposite(shown.placed.asked.query.question, shown.sentence_text))


def _planned(shown: ShownWords) -> float:
    return float(only_planned(shown.placed.asked.query.question, shown.sentence_text))


def _heading(shown: ShownWords) -> float:
    return float(" ".join(shown.quote.split()) in shown.passage.heading.split(" > "))


def _several_sentences(shown: ShownWords) -> float:
    """Whether more than one sentence is shown."""
    spans = shown.placed.asked.sentences(shown.passage).spans
    start, end = shown.span.quote
    return float(sum(start <= first and last <= end for first, last in spans) > 1)


def _other_year(shown: ShownWords) -> float:
    years, said = shown.placed.asked.years, set(years_in(shown.sentence_text))
    return float(bool(years) and bool(said) and said.isdisjoint(years))


def _names_unsaid(shown: ShownWords) -> float:
    """The share of the question's known names that stand neither in the sentence nor in what it stands under."""
    names = [name for name in shown.placed.asked.query.interpretation.names if name.known]
    if not names:
        return 0.0
    said = set(stems("\n".join((shown.title, shown.stands_under, shown.sentence_text))))
    return sum(not said.issuperset(stems(name.text)) for name in names) / len(names)


_OF_WORDS: tuple[WordsFeature, ...] = (
    Feature("behind", "for", PLACE, lambda shown: min(0.0, shown.placed.score - float(shown.placed.scores.max()))),
    Feature("value_given", "for", WORDS, lambda shown: float(shown.span.value is not None)),
    Feature("value_missing", "against", WORDS, _value_missing),
    Feature("words", "either", WORDS, lambda shown: math.log(max(len(shown.quote.split()), 1))),
    Feature("whole_sentence", "either", WORDS, lambda shown: float(shown.span.quote == shown.span.sentence)),
    Feature("quote_coverage", "either", WORDS, lambda shown: shown.quote_coverage),
    Feature("sentence_coverage", "for", WORDS, lambda shown: shown.sentence_coverage),
    Feature("led_coverage", "for", WORDS, lambda shown: shown.led_coverage),
    Feature("opposite", "against", CHECKED, _opposite),
    Feature("planned", "against", CHECKED, _planned),
    Feature("negated", "either", CHECKED, lambda shown: float(negated(shown.sentence_text))),
    Feature("heading", "against", CHECKED, _heading),
    Feature("other_year", "against", CHECKED, _other_year),
    Feature("names_unsaid", "against", CHECKED, _names_unsaid),
    *(Feature(f"asks_{kind}", "either", WORDS, _of_kind(kind)) for kind in ("yes_no", "list", "reason", "other")),
)

WORDS_FEATURES: FeatureSet[ShownWords, float] = FeatureSet((*map(_of_placed, CONFIDENCE_FEATURES), *_OF_WORDS))
"""What is known of words before a reranker has read anything."""
READ_WORDS_FEATURES: FeatureSet[ShownWords, float] = FeatureSet(
    (
        *map(_of_placed, RERANKED_CONFIDENCE_FEATURES),
        *_OF_WORDS,
        Feature("reader_likes", "for", WORDS, lambda shown: shown.span.likely),
        Feature("sentences", "either", WORDS, _several_sentences),
    )
)
"""What is known of words that a reranker has read."""
