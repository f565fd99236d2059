"""A question as it is put to a snapshot: what every later stage works with, each thing computed once."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from corpus.document import Document, Passage
from corpus.language.kinds import AnswerType, Span
from corpus.language.lasting.holding import days_of, is_coming
from corpus.language.names import bare
from corpus.language.persons.initials import initials_told, named_of
from corpus.language.times.dates import dates
from corpus.language.times.parts import MONTH_NUMBERS, years_in
from corpus.language.vocabulary import alternatives
from corpus.language.words import stems
from index.seams import EVERYTHING, DocumentMeta, Scope
from index.snapshot import Snapshot
from qa.memo import once_a_document
from qa.passages.sentences import WeighedSentences, weigh_sentences
from qa.query import Query
from qa.query.coverage import Period, is_day_of
from qa.query.idf import term_idf
from qa.query.list_terms import list_coverage, unneeded

YEARS_OF_PERIOD = 10
"""Of a longer period a text is taken to name the years up to so many after its first."""

_SEASON = re.compile(r"(?<=\bnext )season\b", re.I)
"""The season of something comes once a year: "next season" is put to what holds next year."""
_SMALL_MONTH = re.compile(
    rf"(?:(?<=\bin )|(?<=\bfrom )|(?<=\bnext )|(?<=\buntil )|(?<=\bsince )|(?<=\bby )){alternatives(MONTH_NUMBERS)}\b"
)
"""A month in small letters after a word that leads to a time, as people type it: "from january"."""


@once_a_document
def _initials_told(snapshot: Snapshot, document_id: str) -> Mapping[str, str]:
    document = snapshot.document(document_id)
    return initials_told(document.text) if document else {}


@dataclass(frozen=True, slots=True)
class Taken:
    """Words of a document that are taken already.

    Attributes:
        document_id: the document's id.
        start, end: half-open offsets into its text.
    """

    document_id: str
    start: int
    end: int

    def overlaps(self, passage: Passage, span: Span) -> bool:
        """Whether words of a passage, by their offsets in it, are some of these."""
        start, end = passage.start + span[0], passage.start + span[1]
        return passage.document_id == self.document_id and start < self.end and self.start < end


@dataclass(frozen=True)
class Asked:
    """A question that is understood, and what is searched for it.

    Attributes:
        snapshot: what is searched; it holds at least one passage.
        query: the question as it is understood.
        scope: which documents the filters let through.
        k: how many passages are to be given at least, where there are so many.
        taken: the words that answer the other half of its question, which are no answer to this one; None for none.
        checked: of words that were checked, whether they cannot be the answer; see `qa.checks.words.is_no_answer`.
    """

    snapshot: Snapshot
    query: Query
    scope: Scope = EVERYTHING
    k: int = 0
    taken: Taken | None = None
    checked: dict[Hashable, bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    _sentences: dict[Passage, WeighedSentences] = field(default_factory=dict, init=False, repr=False, compare=False)
    timed_rows: dict[tuple[str, Span], Span | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    _initials: dict[str, dict[str, str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _documents: dict[str, Document | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def answer_type(self) -> AnswerType:
        """What kind of answer is wanted."""
        return self.query.interpretation.answer_type

    @cached_property
    def question_stems(self) -> list[str]:
        """The stems of all words of the question, each as often as it stands there."""
        return stems(self.query.question)

    @cached_property
    def question_idf(self) -> dict[str, float]:
        """The idf of each stem of the question."""
        return term_idf(self.snapshot.lexical_index, self.question_stems)

    @cached_property
    def term_idf(self) -> dict[str, float]:
        """The idf of each term, which are the stems that the answer should hold."""
        return term_idf(self.snapshot.lexical_index, self.query.terms)

    @cached_property
    def unneeded(self) -> frozenset[str]:
        """The stems that a list which answers need not have, in it or above it."""
        return unneeded(self.query.question, self.term_idf)

    @cached_property
    def rating(self) -> str | None:
        """The rating that the question names; None where it names none."""
        return self.query.asked_rating

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that a text may name for the times the question names."""
        return frozenset(year for period in self.query.interpretation.periods for year in _years(period))

    @cached_property
    def days(self) -> Span | None:
        """The first and last day of the one time that the question names, as ordinals; None for open ones, or more."""
        periods = self.query.interpretation.periods
        if len(periods) != 1 or periods[0].first is None or periods[0].last is None:
            return None
        return periods[0].first.toordinal(), periods[0].last.toordinal()

    @cached_property
    def in_force_by(self) -> date:
        """The day by which documents must hold: the last of the times that the question names, or else today.

        The end of time where it asks what will be, unless it says when, or names a time with no end or no year.
        """
        read, question, today = self.query.interpretation, self.query.question, self.query.today
        if read.periods:
            return max((period.last for period in read.periods if period.last), default=date.max)
        written = _SMALL_MONTH.sub(lambda month: month[0].title(), _SEASON.sub("year", question))
        named = [days_of(mention) for mention in dates(written, today)]
        last = max((days[1] for days in named if days), default=0)
        if not all(named) or (is_coming(question) and last <= today.toordinal()):
            return date.max
        return date.fromordinal(max(today.toordinal(), last))

    @cached_property
    def is_counted_from_today(self) -> bool:
        """Whether it names a time by no year, such as "last year", so that nothing need be called so."""
        periods = self.query.interpretation.periods
        return bool(periods) and not any(years_in(period.text) for period in periods)

    def is_proper_noun(self, word: str) -> bool:
        """Whether the documents (nearly) always write a word with a capital."""
        return bare(word) in self.snapshot.catalogue.proper_nouns

    @property
    def names_documents_of_series(self) -> bool:
        """Whether names of the question tell some documents of a series from the others."""
        return bool(self.query.documents) and self.snapshot.catalogue.is_series

    def document(self, document_id: str) -> Document | None:
        """The document with that id, or None; fetched once a question, for it may be long."""
        if document_id not in self._documents:
            self._documents[document_id] = self.snapshot.document(document_id)
        return self._documents[document_id]

    def initials(self, document_id: str) -> Mapping[str, str]:
        """For whom initials stand in a document, of those whom the question names; found once a question."""
        if not self.query.interpretation.names:
            return {}
        if document_id not in self._initials:
            self._initials[document_id] = named_of(_initials_told(self.snapshot, document_id), self.query.question)
        return self._initials[document_id]

    def time_of(self, document: DocumentMeta) -> str:
        """The words of the question for a time within a year of which the day of a document is; "" where it is of none.

        Of a longer time, "2026/27" or "since 2019", a thing is told rather than a document.
        """
        periods = self.query.interpretation.periods
        within = (each for each in periods if each.first and each.last and each.first.year == each.last.year)
        return next((period.text for period in within if is_day_of(document, period)), "")

    def list_coverage(self, known: Collection[str]) -> float:
        """The share of the terms' idf that stems of a list, or of what stands above it, have of what it should."""
        return list_coverage(self.term_idf, self.unneeded, known)

    def sentences(self, passage: Passage) -> WeighedSentences:
        """The sentences of a passage, weighed by the terms; cut and weighed once a question."""
        found = self._sentences.get(passage)
        if found is None:
            found = self._sentences[passage] = weigh_sentences(passage, self.term_idf, self.answer_type)
        return found


def _years(period: Period) -> Iterable[int]:
    """The years a text may name for a period; for one that is open, the year it starts or ends with."""
    if period.first and period.last:
        return range(period.first.year, min(period.last.year, period.first.year + YEARS_OF_PERIOD) + 1)
    return [day.year for day in (period.first, period.last) if day]
