"""Features of words that may be shown as the answer: what speaks for their passage, and what they say themselves."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass

from corpus.document import Document
from corpus.language.amounts.numbers import says_how_much
from corpus.language.predicates import negated, only_planned, says_opposite, unsettled
from corpus.language.rows import CELL_END, row_name
from corpus.language.times.parts import says_when, years_covered
from corpus.language.values import value_spans
from corpus.language.words import stems
from corpus.structure import CONTEXT_SEPARATOR
from qa.features.confidence import CONFIDENCE_FEATURES, RERANKED_CONFIDENCE_FEATURES, PlacedPassage
from qa.features.feature import Feature, FeatureSet
from qa.features.reranker import LOGIT_SCALE
from qa.passages.called import names_absent, says_name
from qa.passages.given_list import given_list, may_ask_for_list, may_be_asked, told_with
from qa.passages.listed import with_alike
from qa.passages.quoted import QuotedWords
from qa.query.idf import idf_coverage
from qa.query.list_terms import list_coverage
from qa.tables.cells import names_of

CERTAIN_KINDS = ("date", "number", "rating", "contact")
"""Kinds of answer that can be seen in the words themselves."""
LABEL_WORDS = 4
"""What stands before a colon in a line and has no more words is a label."""
LIST_ASKED = "list_asked"
WORDS, CHECKED, PLACE = "the words", "what the words must not say", "the place in the order"


@dataclass(frozen=True, kw_only=True)
class ShownWords(QuotedWords):
    """Words that may be shown as the answer.

    Attributes:
        placed: what their passage was ranked by.
    """

    placed: PlacedPassage


WordsFeature = Feature[ShownWords, float]


def _of_placed(feature: Feature[PlacedPassage, float]) -> WordsFeature:
    return Feature(feature.name, feature.sign, feature.group, lambda shown: feature.compute(shown.placed))


def _of_kind(kind: str) -> Callable[[ShownWords], float]:
    return lambda shown: float(shown.kind == kind)


def _value_missing(shown: ShownWords) -> float:
    """Whether words have nothing of the kind that is asked after; "none" and "on Mondays" are something."""
    said = {"date": says_when, "number": says_how_much}.get(shown.kind)
    is_missing = shown.kind in CERTAIN_KINDS and shown.span.value is None
    return float(is_missing and not (said and said(shown.quote)))


def _opposite(shown: ShownWords) -> float:
    return float(shown.kind != "yes_no" and says_opposite(shown.asked.query.question, shown.statement))


def _planned(shown: ShownWords) -> float:
    return float(only_planned(shown.asked.query.question, shown.statement))


def _unsettled(shown: ShownWords) -> float:
    return float(unsettled(shown.asked.query.question, shown.statement))


def _row_named(shown: ShownWords) -> float:
    """The share of the name of their row that the question has, where they are another cell of it."""
    name = row_name(shown.sentence_text)
    own = set(stems(name))
    if not own or shown.quote in name:
        return 0.0
    return len(own & set(shown.asked.question_stems)) / len(own)


def _cell_named(shown: ShownWords) -> float:
    """How much of what names the words the question has: of their label, times that of their column."""
    named = names_of(shown.passage, shown.span.sentence, shown.span.quote)
    return named.named_by(shown.asked.query.question) if named else 0.0


def _cell_unsaid(shown: ShownWords) -> float:
    """The share of the question's idf that nothing says which names the words, nor title and headings; 0 of prose."""
    named = names_of(shown.passage, shown.span.sentence, shown.span.quote)
    if named is None or not shown.asked.term_idf:
        return 0.0
    above = [line for line in shown.stands_under.split("\n") if CELL_END not in line]
    said = stems("\n".join((shown.title, *above, named.label, named.column)))
    return 1 - idf_coverage(shown.asked.term_idf, said)


def _heading(shown: ShownWords) -> float:
    return float(" ".join(shown.quote.split()) in shown.passage.heading.split(CONTEXT_SEPARATOR))


def _several_sentences(shown: ShownWords) -> float:
    """Whether more than one sentence is shown."""
    spans = shown.asked.sentences(shown.passage).spans
    start, end = shown.span.quote
    return float(sum(start <= first and last <= end for first, last in spans) > 1)


def _other_year(shown: ShownWords) -> float:
    """Whether the sentence, or of several lines that with the value, names years and none that is asked about."""
    years, said = shown.asked.years, set(years_covered(shown.value_line))
    return float(bool(years) and bool(said) and said.isdisjoint(years))


def _names_unsaid(shown: ShownWords) -> float:
    """The share of the question's known names that stand neither in the sentence nor in what it stands under."""
    names = [name for name in shown.asked.query.interpretation.names if name.known]
    if not names:
        return 0.0
    said = "\n".join((shown.title, shown.stands_under, shown.sentence_text))
    return sum(not says_name(said, name) for name in names) / len(names)


def _other_label(shown: ShownWords) -> float:
    """Whether the words stand beside a label, as in "Lead inspector: Ada Moor", of which the question has nothing."""
    label, colon, value = shown.line.partition(":")
    own = set(stems(label))
    is_label = bool(colon and value.strip()) and len(label.split()) <= LABEL_WORDS
    return float(is_label and bool(own) and own.isdisjoint(shown.asked.question_stems))


def _person_missing(shown: ShownWords) -> float:
    """Whether the question asks for a person, and the sentence names nobody."""
    return float(shown.kind == "person" and not value_spans(shown.sentence_text, "person"))


def _kind_unsaid(shown: ShownWords) -> float:
    """The share of the question's pairs of words of which the words' sentence has the second and nothing has the first.

    As of "garage rents" and "audit committee" where it tells of rents, and of a committee.
    """
    asked = list(zip(shown.asked.question_stems, shown.asked.question_stems[1:], strict=False))
    said = set(stems(shown.sentence_text))
    around = said.union(stems(f"{shown.title}\n{shown.stands_under}"))
    return sum(second in said and first not in around for first, second in asked) / len(asked) if asked else 0.0


def _covered_elsewhere(shown: ShownWords) -> float:
    """How much more of the question's idf another sentence of the passage holds; none that they stand under."""
    if shown.on_the_matter.strip() in shown.stands_under:
        return 0.0
    return max(0.0, idf_coverage(shown.asked.term_idf, stems(shown.on_the_matter)) - shown.sentence_coverage)


def _list_asked(shown: ShownWords) -> float:
    """The share of the idf of a question that stands above the list that words give; 0 where it may ask for none.

    Above a list is what leads into it, or else its heading; words alike count: "better", "improve". What the title has,
    as the names of a report, need not stand there. What stands neither there, nor in the list or with title and
    headings, speaks against it: a list of members does not tell which of them left. Paragraphs of which the numbers go
    on from others are no list, and a document of other years than those that are asked about has none.
    """
    asked, named = shown.asked, set(stems(shown.title))
    document = asked.document(shown.passage.document_id) if may_ask_for_list(asked) else None
    start, end = (shown.passage.start + place for place in shown.span.quote)
    has_value = shown.span.value is not None
    found = given_list(asked, document, (start, end), has_value=has_value) if document else None
    if found is None or document is None or found.goes_on or not may_be_asked(asked, found.lead, shown.title):
        return 0.0
    if not _is_of_asked_years(asked.years, document):
        return 0.0
    told = told_with(document, found) | with_alike(stems(shown.above))
    unnamed = {stem: idf for stem, idf in asked.term_idf.items() if stem not in named}
    above = list_coverage(unnamed or asked.term_idf, asked.unneeded, with_alike(stems(found.lead)))
    return max(0.0, above + asked.list_coverage(told) - 1)


def _is_of_asked_years(years: Collection[int], document: Document) -> bool:
    """Whether a document is of a year that is asked about or names one; it is where none is asked about."""
    own = {day.year for day in (document.dated, document.published) if day}
    return not years or not own.isdisjoint(years) or any(str(year) in document.text for year in years)


def _reader_alone(shown: ShownWords) -> float:
    """What the reader makes of the sentence without what stands beside it, or else of the passage.

    Of a reranker that does not say whether an answer stands in a text, how relevant it finds the passage.
    """
    if shown.span.alone is None:
        return shown.placed.features["reader_margin"] or shown.placed.features["reranker_logit"]
    return shown.span.alone / LOGIT_SCALE


_OF_WORDS: tuple[WordsFeature, ...] = (
    Feature("behind", "for", PLACE, lambda shown: min(0.0, shown.placed.score - float(shown.placed.scores.max()))),
    Feature("value_given", "for", WORDS, lambda shown: float(shown.span.value is not None)),
    Feature("value_missing", "against", WORDS, _value_missing),
    Feature("words", "either", WORDS, lambda shown: math.log(max(len(shown.quote.split()), 1))),
    Feature("whole_sentence", "either", WORDS, lambda shown: float(shown.span.quote == shown.span.sentence)),
    Feature("quote_coverage", "either", WORDS, lambda shown: shown.quote_coverage),
    Feature("sentence_coverage", "for", WORDS, lambda shown: shown.sentence_coverage),
    Feature("led_coverage", "for", WORDS, lambda shown: shown.led_coverage),
    Feature(LIST_ASKED, "for", WORDS, _list_asked),
    Feature("row_named", "for", WORDS, _row_named),
    Feature("cell_named", "for", WORDS, _cell_named),
    Feature("cell_unsaid", "against", WORDS, _cell_unsaid),
    Feature("kind_unsaid", "against", WORDS, _kind_unsaid),
    Feature("covered_elsewhere", "against", WORDS, _covered_elsewhere),
    Feature("opposite", "against", CHECKED, _opposite),
    Feature("planned", "against", CHECKED, _planned),
    Feature("unsettled", "against", CHECKED, _unsettled),
    Feature("negated", "either", CHECKED, lambda shown: float(negated(shown.statement))),
    Feature("heading", "against", CHECKED, _heading),
    Feature("other_year", "against", CHECKED, _other_year),
    Feature("names_unsaid", "against", CHECKED, _names_unsaid),
    Feature("names_absent", "against", CHECKED, lambda shown: names_absent(shown.asked, shown.passage.document_id)),
    Feature("person_missing", "against", WORDS, _person_missing),
    Feature("other_label", "against", CHECKED, _other_label),
    *(Feature(f"asks_{kind}", "either", WORDS, _of_kind(kind)) for kind in ("yes_no", "list", "reason", "other")),
)

WORDS_FEATURES: FeatureSet[ShownWords, float] = FeatureSet((*map(_of_placed, CONFIDENCE_FEATURES), *_OF_WORDS))
"""What is known of words before a reranker has read anything."""
READ_WORDS_FEATURES: FeatureSet[ShownWords, float] = FeatureSet(
    (
        *map(_of_placed, RERANKED_CONFIDENCE_FEATURES),
        *_OF_WORDS,
        Feature("reader_likes", "for", WORDS, lambda shown: shown.span.likely),
        Feature("reader_alone", "for", WORDS, _reader_alone),
        Feature("sentences", "either", WORDS, _several_sentences),
    )
)
"""What is known of words that a reranker has read."""
