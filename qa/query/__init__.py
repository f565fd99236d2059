"""Query understanding: names and times in a question, the documents it means, and the kind of answer it wants."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.language.codes import codes, is_reference
from corpus.language.kinds import AnswerType, Span
from corpus.language.names import bare_words
from corpus.language.other_languages import (
    Gloss,
    OtherLanguage,
    elisions_parted,
    glosses,
    in_english_words,
    question_language,
)
from corpus.language.statements import asked_rating
from corpus.language.times.parts import years_in
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from index.snapshot import Snapshot
from qa.query.acronyms import expand
from qa.query.coverage import Period, documents_meant, whole_year, with_coverage
from qa.query.entities import Entities, Name, link_entities
from qa.query.intent import Order, asked_kind, asking_spans, compared, find_order
from qa.query.lookup import Lookup
from qa.query.numbered import as_written
from qa.query.periods import read_periods
from qa.query.spelling import Correction, correct, corrected
from qa.query.syntax import read_syntax
from qa.query.tokens import Token, tokenize

_THEIRS = alternatives([*load("ages")["relatives"], *load("asking")["pets"]])
_RELATIVE = re.compile(rf"\b(?:my|our)\s+{_THEIRS},?\s+(?P<name>(?-i:[A-Z])[\w’'-]+)", re.I)
"""A relative by name: "my son Leo"."""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """How a question was read.

    Attributes:
        question: as it is understood, with misspelt words corrected.
        names: of places, organisations and people.
        mended: the words that were taken for others, and short forms for long ones or the other way round.
        periods: the times it names.
        order: which of the documents of those names and times is meant.
        order_words: the words that say so; "" where none do.
        answer_type: what kind of answer is wanted.
        type_words: the words that say so; "" where none do.
        terms: the words that the answer should hold: without times and order, and in a series without the names of its
            documents.
        language: the language other than English that it seems to be in; None where it seems to be English.
        phrases: what stands in quotation marks, which passages must hold word for word.
        excluded: words and phrases after a minus or NOT, which passages must not hold.
        ignored: signs of other search engines, such as "*" and "site:", that are searched as plain words.
        asking: the words that were taken for the question, of one with a greeting, a story or a signature; None where
            all of it was.
    """

    question: str
    names: tuple[Name, ...] = ()
    mended: tuple[Correction, ...] = ()
    periods: tuple[Period, ...] = ()
    order: Order | None = None
    order_words: str = ""
    answer_type: AnswerType = "other"
    type_words: str = ""
    terms: tuple[str, ...] = ()
    language: str | None = None
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    asking: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A question as it is understood, with what ranking needs of it.

    Attributes:
        interpretation: what it says of names, times, order and answer.
        documents: for each name that documents are called by, and that tells some from others, their indexes in the
            snapshot.
        terms: stems that the answer should hold: without times and order, and in a series without the names of its
            documents, which stand in their titles; at least one wherever the question has any.
        asked_rating: the rating that it names, as "inadequate" in "when was it rated inadequate?"; None where it names
            none.
        question: as it is understood and searched: with misspelt words corrected, and function words of another
            language in English.
        plain: words in small letters that are taken as they are typed.
        told: names of no document that only a story has before what is asked about a known one.
        today: the day on which it is asked.
    """

    interpretation: Interpretation
    documents: tuple[tuple[int, ...], ...]
    terms: tuple[str, ...]
    asked_rating: str | None
    question: str
    today: date
    plain: frozenset[str] = frozenset()
    told: tuple[Name, ...] = ()

    @property
    def dated(self) -> str:
        """The question with a year in the place of words that mean one: "in 2025" for "last year", asked in 2026."""
        question = self.question
        for period in self.interpretation.periods:
            if (year := whole_year(period)) and not years_in(period.text):
                question = question.replace(period.text, str(year), 1)
        return question

    @property
    def unknown(self) -> tuple[Name, ...]:
        """The names that stand in none of the documents, but for those of the relatives of whom people tell."""
        told = {match["name"] for match in _RELATIVE.finditer(self.interpretation.question)}
        return tuple(name for name in self.interpretation.names if not name.known and name.text not in told)

    @property
    def only_mentioned(self) -> tuple[Name, ...]:
        """The names that only stand in texts, where no name tells some documents from others."""
        names = () if self.documents else self.interpretation.names
        return tuple(name for name in names if name.known and not name.documents)


def understand(
    question: str,
    snapshot: Snapshot,
    *,
    today: date,
    as_typed: bool = False,
    plain: Collection[str] = (),
    is_word: Callable[[str], bool] = lambda word: True,
) -> Query:
    """Understand a question by what the documents are called and hold.

    Args:
        question: as it was typed.
        snapshot: the documents.
        today: the day on which it is asked, from which "last year" counts.
        as_typed: leave misspelt words as they are.
        plain: words that are taken as they are typed, see `AskRequest`.
        is_word: whether a word in small letters is surely right, see `whole_words`; where all are, only names are
            corrected.

    Returns:
        The query; offsets in it are those of the question as it was typed.
    """
    lookup, syntax, kept = Lookup(snapshot), read_syntax(question), frozenset(map(compared, plain))
    language, parted, function_words = _glossed(question := syntax.plain)
    ranges = _ranges(question, snapshot, today, kept)
    periods = tuple(period for period, _ in ranges)
    tokens = _in_english(tokenize(parted, lookup), function_words)
    tokens, corrections = (tokens, ()) if as_typed else _mended(tokens, question, lookup, is_word, kept)
    understood = corrected(question, corrections)
    searched = in_english_words(parted, _replaced(function_words, corrections))
    entities = link_entities(tokens, _taken(question, periods), lookup, kept)
    told = _told(entities.names, question)
    order, order_spans = find_order(question, entities.spans, kept)
    kind, type_words = asked_kind("" if entities.person else searched, kept)
    terms = _terms(tokens, [*_looked_up_otherwise(periods, entities, snapshot), *order_spans])
    return Query(
        interpretation=Interpretation(
            question=" ".join(understood.split()) if syntax.excluded else understood,
            names=tuple(name for name in entities.names if name not in told),
            mended=corrections,
            periods=with_coverage(ranges, documents_meant(entities.documents, snapshot.metadata), snapshot.metadata),
            order=order,
            order_words=question[slice(*order_spans[0])] if order_spans else "",
            answer_type=kind,
            type_words=type_words,
            terms=tuple(word for word, _ in terms),
            language=language.name if language else None,
            phrases=syntax.phrases,
            excluded=syntax.excluded,
            ignored=syntax.ignored,
        ),
        documents=entities.documents,
        terms=_distinct(stem for _, of_word in terms for stem in of_word) or _distinct(stems(searched)),
        asked_rating=asked_rating(searched),
        question=" ".join(searched.split()) if syntax.excluded else searched,
        today=today,
        plain=kept,
        told=told,
    )


def _ranges(question: str, snapshot: Snapshot, today: date, kept: Collection[str]) -> tuple[tuple[Period, Period], ...]:
    """The times that a question names, each with its range, but for those that are taken as they are typed."""
    times = read_periods(question, today, snapshot.catalogue.newest)
    return tuple(pair for pair in times if compared(pair[0].text) not in kept)


def _taken(question: str, periods: Iterable[Period]) -> list[Span]:
    """Where words stand that are no names: times, and the references that applications go by."""
    references = [(code.start, code.end) for code in codes(question) if is_reference(code)]
    return [*((period.start, period.end) for period in periods), *references]


def _told(names: Sequence[Name], question: str) -> tuple[Name, ...]:
    """The names of no document that only a story has before what is asked about a known one.

    One that is like a name in the documents, or shares a word with the known one, may be in place of it.
    """
    asking = asking_spans(question)
    known = {word for name in names if name.known for word in bare_words(name.text)}

    def is_told(name: Name) -> bool:
        is_asked = any(start <= name.start < end for start, end in asking)
        return not name.known and not name.nearest and not is_asked and known.isdisjoint(bare_words(name.text))

    return tuple(filter(is_told, names)) if known and asking else ()


def _glossed(question: str) -> tuple[OtherLanguage | None, str, tuple[Gloss, ...]]:
    """The other language of a question, it with its elisions parted, and its function words in English."""
    language = question_language(question)
    if language is None:
        return None, question, ()
    parted = elisions_parted(question, language)
    return language, parted, glosses(parted, language)


def _mended(
    tokens: Sequence[Token], question: str, lookup: Lookup, is_word: Callable[[str], bool], kept: Collection[str]
) -> tuple[list[Token], tuple[Correction, ...]]:
    """The tokens with what was taken for something else in its place, and what was, in order; what is kept is not."""
    tokens, expanded = expand(tokens, lookup, is_word, kept)
    tokens, slips = correct(tokens, lookup, is_word, kept)
    tokens, numbers = as_written(tokens, question, lookup, kept)
    return tokens, tuple(sorted((*expanded, *slips, *numbers), key=lambda correction: correction.start))


def _replaced(function_words: Sequence[Gloss], corrections: Sequence[Correction]) -> list[Gloss]:
    """What is searched in place of what, in order: corrections before function words in the same place."""
    others = [
        gloss
        for gloss in function_words
        if not any(one.start < gloss.end and gloss.start < one.end for one in corrections)
    ]
    return sorted(
        (*others, *(Gloss(one.start, one.end, one.mended) for one in corrections)), key=lambda gloss: gloss.start
    )


def _in_english(tokens: list[Token], function_words: Sequence[Gloss]) -> list[Token]:
    """The tokens with the function words of another language in English, the last word where there are several."""
    english = {
        token.start: gloss.english.split()[-1]
        for gloss in function_words
        for token in tokens
        if gloss.start <= token.start < gloss.end
    }
    return [
        replace(token, text=english[token.start], plain=english[token.start].casefold())
        if token.start in english
        else token
        for token in tokens
    ]


def _looked_up_otherwise(periods: Sequence[Period], entities: Entities, snapshot: Snapshot) -> list[Span]:
    """Where words stand that no answer need hold: times, and in a series the names of documents and unknown ones."""
    names = entities.names if snapshot.catalogue.is_series else ()
    return [(period.start, period.end) for period in periods] + [
        (name.start, name.end) for name in names if name.documents or not name.known
    ]


def _terms(tokens: Sequence[Token], left_out: Sequence[Span]) -> list[tuple[str, list[str]]]:
    """The words that the answer should hold, each with its stems."""
    kept = (token for token in tokens if not any(start <= token.start < end for start, end in left_out))
    return [(token.text, of_word) for token in kept if (of_word := stems(token.text))]


def _distinct(stems: Iterable[str]) -> tuple[str, ...]:
    """Stems in their order, without those that came before."""
    return tuple(dict.fromkeys(stems))
