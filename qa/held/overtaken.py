"""Overtaken: what a later paper of the same body tells of the matter of an answer by another value, in other words.

It is found by the answer's own words, which a question need not have: "An appeal will open on 1 March" is overtaken by
"The opening of the appeal has been put back to 10 May".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from corpus.document import Passage
from corpus.language.kinds import Span, Value
from corpus.language.lasting.holding import told_time
from corpus.language.overtaking import (
    SORTS,
    ToldValue,
    matter_of,
    of_the_others,
    part_of,
    tells_overtaken,
    values_told,
)
from corpus.language.predicates import only_put_forward, unsettled
from corpus.language.rows import is_row
from corpus.language.words import WRITTEN_WORD, stems
from corpus.structure import CONTEXT_SEPARATOR
from index.seams import DocumentMeta
from qa.answer import Notice
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.editions import day_told, is_later
from qa.passages.quoted import AnswerSpan, QuotedWords
from qa.passages.sentences import QUOTABLE

LOOKED_AT: Final = 6
"""So many later passages are looked at, those with most of the answer's words; set by hand."""
KNOWN: Final = 0.75
"""A later sentence is on the matter of an answer where so much of what it is about stands there, weighed by idf, or in
what the answer stands under or the question; set by hand, as the next three."""
KNOWN_BESIDE_OLD: Final = 0.5
"""So much is enough of one that names the value of the answer too: "from £12 to £14"."""
SHARED: Final = 0.3
"""It has so much at least of what the answer is about."""
PLAINLY_SHARED: Final = 0.5
"""One that has less of it than this is held by its heading too, which may tell that it is about something else."""
_EARLIER: Final = "An earlier paper, of {day}, says this otherwise. What is quoted here is of {later}."


def of_overtaken(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen for what is so now; first what a later paper says in its place, as one of two, with it beside.

    Args:
        course: of the question, which is of what is so now.
        chosen: its passages in order.
    """
    asked = course.asked
    first = chosen.ranking.candidates[0]
    is_open = chosen.confidence.probability > 0 and not (chosen.timeline or chosen.ended)
    if not (is_open and first.document.day) or asked.snapshot.catalogue.is_series:
        return chosen
    answer = _Answer(asked, first, chosen.spans[0])
    told = list(answer.told_later()) if answer.own else []
    newest = max(told, key=lambda one: (one.document.day, one.shared), default=None)
    if newest is None or newest.is_restated:
        return chosen
    notice = Notice("later", _EARLIER.format(day=day_told(first.document), later=day_told(newest.document)))
    first_now = chosen.as_one_of_two().with_first(course.candidate_of(newest.row), newest.quoted(asked))
    return replace(
        first_now,
        others=(*chosen.others, Other(first, chosen.spans[0], "earlier")),
        supporting=0,
        notices=(*(one for one in chosen.notices if one.kind != "as_of"), notice),
    )


@dataclass(frozen=True)
class _Told:
    """What a sentence of a later paper tells on the matter of an answer.

    Attributes:
        row: of its passage.
        document: that it stands in.
        sentence: where it stands in its passage.
        value: that it tells.
        text: the value's words.
        shared: how much it has of what the answer is about, 0 to 1.
        is_restated: whether it tells the answer's own value.
    """

    row: int
    document: DocumentMeta
    sentence: Span
    value: ToldValue
    text: str
    shared: float
    is_restated: bool

    def quoted(self, asked: Asked) -> AnswerSpan:
        """The sentence as it is quoted, with its value where that is of the kind asked after."""
        kind: Literal["date", "number"] = "date" if self.value.sort == "date" else "number"
        if asked.answer_type != kind or "/" in self.value.normalized:
            return AnswerSpan(self.sentence, self.sentence, None)
        start, value = self.sentence[0], Value(kind, self.text, self.value.normalized)
        return AnswerSpan(self.sentence, self.sentence, (start + self.value.start, start + self.value.end, value))


@dataclass(frozen=True)
class _Answer:
    """Words that answer, and what they tell.

    Attributes:
        asked: the question.
        candidate: the passage that they stand in.
        span: what is quoted of it.
    """

    asked: Asked
    candidate: Candidate
    span: AnswerSpan

    @cached_property
    def words(self) -> QuotedWords:
        """The words, with what they stand under."""
        return QuotedWords(self.asked, self.candidate.passage, self.candidate.document.title, self.span)

    @cached_property
    def values(self) -> list[ToldValue]:
        """All values of their sentence."""
        return values_told(self.words.sentence_text, self.candidate.document.said)

    @cached_property
    def own(self) -> list[ToldValue]:
        """The values that answer: those of one sort in the value that is marked, or else in the words."""
        start, end = self.span.within
        told = [one for one in self.values if one.start < end and start < one.end]
        sort = min((one.sort for one in told), key=SORTS.index, default="")
        return [one for one in told if one.sort == sort]

    @cached_property
    def matter(self) -> frozenset[str]:
        """What these values are of, by the parts of the sentence that tell them, or else by the heading."""
        sentence = self.words.sentence_text
        parts = (matter_of(sentence, part_of(sentence, one, self.values), self.values) for one in self.own)
        return frozenset[str]().union(*parts) or _headed(self.words)

    @cached_property
    def others(self) -> frozenset[str]:
        """What the other values of their sentence are of, where that is not asked about."""
        return of_the_others(self.words.sentence_text, self.own, self.values).difference(self.asked.question_stems)

    @cached_property
    def around(self) -> frozenset[str]:
        """All stems of their sentence, of what it stands under and of the question."""
        words = self.words
        said = (words.title, words.stands_under, words.sentence_text, self.asked.query.question)
        return frozenset(stems("\n".join(said)))

    def told_later(self) -> Iterator[_Told]:
        """What later papers tell on the matter, by the answer's value or another."""
        for row, passage, document in self._later_passages():
            found = self.asked.sentences(passage)
            for span, kind in zip(found.spans, found.kinds, strict=True):
                if kind in QUOTABLE and not is_row(passage.text[slice(*span)]):
                    yield from self._told(row, passage, document, span)

    def _later_passages(self) -> Iterator[tuple[int, Passage, DocumentMeta]]:
        """The passages of later papers of the body with most of the words of the answer's sentence."""
        asked, snapshot, own = self.asked, self.asked.snapshot, self.candidate.document
        later = (one.document_index for one in snapshot.metadata if is_later(asked, own, one))
        scope = asked.scope.within(later)
        if scope.is_empty:
            return
        rows = snapshot.lexical_index.query(stems(self.words.sentence_text)).search(LOOKED_AT, scope).rows
        documents = map(snapshot.document_meta, snapshot.document_index_of(rows).tolist())
        yield from zip(rows.tolist(), snapshot.passages(rows.tolist()), documents, strict=True)

    def _told(self, row: int, passage: Passage, document: DocumentMeta, span: Span) -> Iterator[_Told]:
        """What a sentence tells on the matter, by each of its values that may be the answer's or come in its place."""
        sentence, question = passage.text[slice(*span)], self.asked.query.question
        following = passage.text[span[1] :].partition("\n")[0]
        if unsettled(question, sentence) or only_put_forward(question, sentence, following):
            return
        values = values_told(sentence, document.said)
        since = told_time(sentence, (0, len(sentence)), passage.text, span[0], document.said).since
        is_changed = tells_overtaken(sentence) or since > 0
        is_coming = since > self.asked.query.today.toordinal()
        own_sort = self.own[0].sort
        for one in values:
            if one.sort != own_sort or (is_coming and one.sort != "date"):
                continue
            part = part_of(sentence, one, values)
            beside = [other for other in values if other.sort == own_sort and part[0] <= other.start < part[1]]
            is_restated = self._is_own(one)
            if is_restated and not all(map(self._is_own, beside)):
                continue
            has_old = not is_restated and any(map(self._is_own, beside))
            shared = self._shared(passage, span, part, values, KNOWN_BESIDE_OLD if has_old else KNOWN)
            if shared >= SHARED and (is_changed or is_restated):
                text = sentence[one.start : one.end]
                yield _Told(row, document, span, one, text, shared, is_restated)

    def _is_own(self, value: ToldValue) -> bool:
        return any(value.is_same(one) for one in self.own)

    def _shared(self, passage: Passage, span: Span, part: Span, values: list[ToldValue], known: float) -> float:
        """How much part of a sentence has of what the answer is about, 0 to 1; 0 where it is about something else.

        It is where too little of it is known, or a name is not, or what the sentence says of another value.
        """
        sentence = passage.text[slice(*span)]
        said = matter_of(sentence, part, values)
        names = (word[0] for word in WRITTEN_WORD.finditer(sentence, part[0] + 1, part[1]) if word[0].istitle())
        if said & self.others or not matter_of(" ".join(names), (0, len(sentence))) <= self.around:
            return 0.0
        shared = self._share(self.matter, said)
        if shared < PLAINLY_SHARED:
            said |= _headed(QuotedWords(self.asked, passage, "", AnswerSpan(span, span, None)))
            shared = self._share(self.matter, said)
        return shared if self._share(said, self.around) >= known else 0.0

    def _share(self, wanted: frozenset[str], said: frozenset[str]) -> float:
        """The share of some stems that others hold, weighed by idf."""
        idf = self.asked.snapshot.lexical_index.idf
        return sum(map(idf, wanted & said)) / max(sum(map(idf, wanted)), 1e-9)


def _headed(words: QuotedWords) -> frozenset[str]:
    """What the nearest heading above some words says they are about."""
    heading = words.stands_under.rpartition("\n")[2].rpartition(CONTEXT_SEPARATOR)[2]
    return matter_of(heading, (0, len(heading)))
