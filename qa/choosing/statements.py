"""Statements: what the passages that were read say of the matter that a question asks about, each with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from corpus.language.distinctions.namesakes import names_more
from corpus.language.kinds import PlacedValue, Span, Value
from corpus.language.lasting.holding import clause_of, verb_forms, verb_stem
from corpus.language.names import bare
from corpus.language.persons.people import names
from corpus.language.predicates import negated, only_planned, says_opposite, unsettled
from corpus.language.values import answer_value, kind_stems
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.checks.words import is_no_answer
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan, QuotedWords
from qa.passages.sentences import QUOTABLE
from qa.query.intent import is_of_office
from qa.query.tokens import ORGANISATION
from qa.ranking.rank import Ranking

_FEW: Final = 2
_HOLDING = load("holding")
_OF: Final = re.compile(rf"\b{alternatives(_HOLDING['of'])}\b", re.I)
_POST_BODIES: Final = frozenset[str](_HOLDING["post_bodies"])
READ: Final = 20
"""The sentences of so many passages are looked at, the first ones in the order."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that says something of the matter by a value.

    Attributes:
        candidate: the passage that it stands in.
        span: the value, its sentence, and both as they are quoted.
    """

    candidate: Candidate
    span: AnswerSpan

    @property
    def value(self) -> Value:
        """The value."""
        assert self.span.value is not None, "a statement has a value"
        return self.span.value[2]

    @property
    def sentence(self) -> str:
        """Its words."""
        return self.candidate.passage.text[slice(*self.span.sentence)]

    @property
    def told(self) -> str:
        """The words that tell it: its value, or else what is quoted."""
        return self.sentence[slice(*self.within)]

    @property
    def within(self) -> Span:
        """Where these words stand in the sentence."""
        return self.span.within


@dataclass(frozen=True)
class Matter:
    """What a question asks about, as sentences are held to it.

    Attributes:
        asked: the question.
    """

    asked: Asked

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The stems that a sentence must hold itself, in order: all but of names and of words such as "council"."""
        return tuple(
            stem
            for word in self.asked.query.interpretation.terms
            if not self._is_of_name(word) and word.casefold() not in ORGANISATION
            for stem in stems(word)
            if stem not in kind_stems() | self.bodies
        )

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The stems of a post without what it is of: "chair" of "the chair of the trustees"; empty for no such post.

        Of "planning committee chair" and of "Ennerby mayor" it is the words of the office.
        """
        first, *of = _OF.split(self.asked.query.question, maxsplit=1)
        before = frozenset(stems(first if of else " ".join(filter(is_of_office, first.split()))))
        head = tuple(stem for stem in self.plain if stem in before)
        return head if len(head) < len(self.plain) else ()

    @cached_property
    def post(self) -> tuple[str, ...]:
        """The stems of a post that is asked about, in order: all but those of names."""
        words = (word for word in self.asked.query.interpretation.terms if not self._is_of_name(word))
        return tuple(stem for word in words for stem in stems(word) if stem not in kind_stems())

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems that may stand in what the sentence stands under, without those that most documents have."""
        words = (word for word in self.asked.query.interpretation.terms if self._is_of_name(word))
        return frozenset(stem for word in words for stem in stems(word) if not self._goes_without_saying(stem))

    def _is_of_name(self, word: str) -> bool:
        is_office = self.asked.answer_type == "person" and is_of_office(word)
        return self._is_called(word) and not self._is_post and not is_office

    def _is_called(self, word: str) -> bool:
        return self.asked.is_proper_noun(word) or bare(word) in self._name_words

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The stems of those whose officer is asked about: of "the chair of governors" the governors."""
        terms = self.asked.query.interpretation.terms
        is_of_post = self.asked.answer_type == "person" and any(map(is_of_office, terms))
        return frozenset(
            stem for word in terms if is_of_post and word.casefold() in _POST_BODIES for stem in stems(word)
        )

    @cached_property
    def _is_post(self) -> bool:
        """Whether all that is asked about is a post, though it is written as names are: "the Director of Place"."""
        query = self.asked.query
        terms = query.interpretation.terms
        is_person = query.interpretation.answer_type == "person" and not any(names(query.question))
        of_office = sum(map(is_of_office, terms))
        return is_person and of_office in (0, len(terms)) and all(map(self._is_called, terms))

    @cached_property
    def unsaid(self) -> str:
        """The names in the question that most documents have, so that they need not stand by what is said."""
        terms = self.asked.query.interpretation.terms
        return " ".join(word for word in terms if self._is_of_name(word) and not self.names & set(stems(word)))

    def _goes_without_saying(self, stem: str) -> bool:
        """Whether most documents name it, as those of one council name that."""
        snapshot = self.asked.snapshot
        naming = set(snapshot.document_index_of(snapshot.lexical_index.rows(stem).astype(np.int64)).tolist())
        return 2 * len(naming) > snapshot.manifest.documents > _FEW

    @cached_property
    def _name_words(self) -> frozenset[str]:
        names = self.asked.query.interpretation.names
        return frozenset(bare(word) for name in names for word in name.text.split())

    @cached_property
    def documents(self) -> frozenset[int]:
        """The documents that are meant by their names, where these stand in no term; empty where any may be."""
        if not self.asked.names_documents_of_series:
            return frozenset()
        return frozenset(index for named in self.asked.query.documents for index in named)

    def is_told(self, candidate: Candidate, sentence: str, under: str) -> bool:
        """Whether a sentence, with what it stands under, holds all of it."""
        if self.documents and candidate.document_index not in self.documents:
            return False
        own = {verb_stem(stem) for stem in stems(sentence)}
        return bool(self.plain) and own.issuperset(map(verb_stem, self.plain)) and self.names <= own | set(stems(under))


def statements(asked: Asked, ranking: Ranking) -> Iterator[Statement]:
    """The sentences of the first passages that hold all that is asked about, and a value of the kind that is wanted.

    None is a question, planned, denied or a claim, or cannot be the answer for another reason.

    Args:
        asked: the question.
        ranking: of its candidates.
    """
    matter = Matter(asked)
    for candidate in ranking.candidates[:READ] if matter.plain else ():
        for span, kind in _sentences(asked, candidate):
            if kind in QUOTABLE and (found := _stated(asked, matter, candidate, span)):
                yield found


def _sentences(asked: Asked, candidate: Candidate) -> Iterator[tuple[Span, str]]:
    found = asked.sentences(candidate.passage)
    return zip(found.spans, found.kinds, strict=True)


def _stated(asked: Asked, matter: Matter, candidate: Candidate, span: Span) -> Statement | None:
    """What a sentence states of the matter; None where it states nothing of it."""
    sentence = candidate.passage.text[slice(*span)]
    bare = QuotedWords(asked, candidate.passage, candidate.document.title, AnswerSpan(span, span, None))
    is_told = matter.is_told(candidate, sentence, f"{bare.title}\n{bare.stands_under}")
    if not is_told or names_more(sentence, verb_forms(asked.query.terms)):
        return None
    found = value_in(asked, candidate, span)
    if found is None:
        return None
    made = Statement(candidate, AnswerSpan(found[:2], span, found))
    return None if is_unfit(asked, made, matter.unsaid) else made


def value_in(asked: Asked, candidate: Candidate, span: Span) -> PlacedValue | None:
    """The value in a sentence that answers, placed in its passage."""
    text, document = candidate.passage.text, candidate.document
    day = document.said
    found = answer_value(text[slice(*span)], asked.answer_type, asked.query.question, day, (text, span[0]))
    return (span[0] + found[0], span[0] + found[1], found[2]) if found else None


def is_unfit(asked: Asked, statement: Statement, unsaid: str = "") -> bool:
    """Whether words are no answer, or their sentence only plans, claims, denies or says the opposite.

    Args:
        asked: the question.
        statement: the words.
        unsaid: names that go without saying, which are read as if they stood above the words.
    """
    return is_denied(statement) != negated(asked.query.question) or is_unsound(asked, statement, unsaid)


def is_denied(statement: Statement) -> bool:
    """Whether the clause that tells of a statement's value says that something is not so.

    Args:
        statement: itself.
    """
    sentence = statement.sentence
    return negated(sentence[slice(*clause_of(sentence, statement.within))])


def is_unsound(asked: Asked, statement: Statement, unsaid: str = "") -> bool:
    """Whether words are no answer, or their sentence only plans, claims or says the opposite.

    Args:
        asked: the question.
        statement: the words.
        unsaid: names that go without saying, which are read as if they stood above the words.
    """
    question, sentence = asked.query.question, statement.sentence
    document = statement.candidate.document
    return (
        unsettled(question, sentence)
        or only_planned(question, sentence)
        or says_opposite(question, sentence)
        or is_no_answer(QuotedWords(asked, statement.candidate.passage, f"{document.title} {unsaid}", statement.span))
    )


def documents_of(told: Sequence[Statement]) -> int:
    """How many documents state something."""
    return len({one.candidate.document_index for one in told})
