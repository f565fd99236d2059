"""Values: the dates, numbers, names and ratings that stand in a text, and the one of them that answers a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from corpus.language.amounts.counted import number_answer
from corpus.language.amounts.numbers import says_how_long
from corpus.language.amounts.quantities import quantities
from corpus.language.contacts import contact_spans, contacts, forms_asked
from corpus.language.folding import fold
from corpus.language.kinds import KNOWN_BY_FORM, TEXTS_KEPT, AnswerType, PlacedValue, Span, Value
from corpus.language.lists import items
from corpus.language.nearness import Surroundings, clause_ends, nearest
from corpus.language.persons.handing_over import date_asked
from corpus.language.persons.people import TITLED, bodies, names
from corpus.language.ratings import ratings
from corpus.language.times.dates import dates, times
from corpus.language.times.parts import MONTH, YEAR
from corpus.language.times.tense import asks_before_move, is_moved_from
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import Word, words


@lru_cache(maxsize=TEXTS_KEPT)
def value_spans(text: str, kind: AnswerType) -> tuple[Span, ...]:
    """Where a text holds what could be an answer of a kind, in order.

    Nothing for kinds that have no form of their own.
    """
    if kind == "list":
        return tuple(items(text))
    folded = fold(text)
    return tuple(folded.span(*span) for span in _form_spans(folded.text, kind))


def _form_spans(text: str, kind: AnswerType) -> list[Span]:
    """The same for a folded text and kinds of value that have a form."""
    if kind == "date":
        return [(time.start, time.end) for time in times(text)]
    if kind == "number":
        return [(quantity.start, quantity.end) for quantity in quantities(text)]
    if kind == "rating":
        return [match.span() for match in ratings(text)]
    if kind == "contact":
        return contact_spans(text)
    return sorted(names(text)) if kind == "person" else []


def holds(text: str, kind: AnswerType) -> bool:
    """Whether a text holds anything that could be an answer of a kind; true of kinds that have no form of their own."""
    return kind not in KNOWN_BY_FORM or bool(value_spans(text, kind))


def says_when_or_how_long(text: str, kind: AnswerType) -> bool:
    """Whether words say when or how long, though no value is made of it, as of "11 January" and "a two-day course"."""
    return bool(value_spans(text, kind)) if kind == "date" else kind == "number" and says_how_long(text)


def gives_another(sentence: str, kind: AnswerType, part: Span) -> bool:
    """Whether a sentence gives beside some of it another value for other cases: "£2.50, or £1 for children".

    Args:
        sentence: the sentence.
        kind: of answer that is wanted.
        part: where the words with the value stand in it.
    """
    values = value_spans(sentence, kind) if kind in KNOWN_BY_FORM else ()
    after = next((start for start, _ in values if start >= part[1]), None)
    return after is not None and _OR_ELSE.match(sentence, part[1], after) is not None


_TABLE, _CLAUSES = load("values"), load("clauses")
_OR_ELSE = re.compile(rf"[^.;:|()]*?[,\s]{alternatives(_TABLE['or_else'])}\s[^.;:|()]*$", re.I)
_LAW = re.compile(rf"\b{alternatives(_TABLE['laws'])}\s+$")
_FOR = re.compile(r"\bfor\b", re.I)
_PURPOSE = re.compile(r"(?<!ed)(?<!due)(?<!set)\s+for(?:\s+the)?\s+$", re.I)
"""Before the year or month that something is for, as in "a budget for 2023"; not "planned for 2023"."""
_SINCE_WHEN = re.compile(rf"\b{alternatives(_TABLE['since_when'])}\b", re.I)
_UNTIL_WHEN = re.compile(rf"\b{alternatives(_TABLE['until_when'])}\b", re.I)
_KIND_WORDS = re.compile(rf"\b{alternatives(_TABLE['kind_words'])}\b", re.I)
"""Words of a question that say what kind of answer is wanted, and so not where it stands."""
_DATED_CLAUSE = re.compile(
    rf"\b{alternatives(_CLAUSES['relative_pronouns'])}\s+{alternatives(_CLAUSES['copulas'])}\s+\w+\s+(?:in|on)\s+"
    rf"(?:[0-9]{{1,2}}\s+)?(?:{MONTH}\s+)?{YEAR}\b"
)
"""A clause such as "that was published in March 2020", which dates something else than what is asked after."""
_INTERVAL = re.compile(rf"\b{alternatives(_CLAUSES['interval_units'])}\s+{alternatives(_CLAUSES['intervals'])}\b")


def answer_value(
    sentence: str,
    kind: AnswerType,
    question: str,
    published: date | None,
    within: tuple[str, int] | None = None,
    liked: Callable[[Span], float] | None = None,
) -> PlacedValue | None:
    """The value in a sentence that answers a question: of its kind, and nearest to the question's words.

    Another one answers where a reader thinks it much likelier, see `nearest`.

    Values that stand in the question tell nothing, so they never answer, but for ratings, where there is no other.
    Of numbers those of the wanted kind come first, such as percentages for "what proportion". A year in the name of a
    law comes last.

    Args:
        sentence: the words that are quoted.
        kind: of answer that is wanted.
        question: as it was asked.
        published: the day the sentence was published.
        within: the passage it stands in, and where; words around "1 July" and "a year later" tell which day is meant.
        liked: how likely a reader thinks that the answer begins or ends in a span of the sentence; None where none has
            read it.

    Returns:
        Where the value stands in the sentence, and what it is; None where no such value stands in it.
    """
    folded = fold(sentence)
    is_dated = within is not None and kind == "date" and folded.offsets is None
    told = _told_within(sentence, within, published) if within and is_dated else None
    unfolded = liked and (lambda span: liked(folded.span(*span)))
    found = _answer_value(folded.text, kind, question, published, told, unfolded)
    if found is None or folded.offsets is None:
        return found
    start, end = folded.span(*found[:2])
    return start, end, replace(found[2], text=sentence[start:end])


@cache
def kind_stems() -> frozenset[str]:
    """The stems of words of a question that say what kind of answer is wanted, such as "year"."""
    return frozenset(word.stem for word in words(" ".join(_TABLE["kind_words"])))


def _told_within(sentence: str, within: tuple[str, int], published: date | None) -> list[PlacedValue]:
    """The dates of a sentence as the passage it stands in tells them.

    Of a date that the sentence has a part of, this part counts where it has a year.
    """
    passage, begin = within
    end = begin + len(sentence)
    around = [mention for mention in dates(passage, published) if mention.start < end and begin < mention.end]
    whole = {mention for mention in around if begin <= mention.start and mention.end <= end}
    told = [(mention.start - begin, mention.end - begin, mention.text, mention.normalized) for mention in whole]
    explicit = {mention.start: mention.normalized for mention in dates(sentence, None)}
    for own in times(sentence):
        cut = [mention for mention in around if mention.start < begin + own.end and begin + own.start < mention.end]
        normalized = explicit.get(own.start) or (cut[0].normalized if cut else None)
        if normalized and not whole.intersection(cut):
            told.append((own.start, own.end, sentence[own.start : own.end], normalized))
    return [(start, stop, Value("date", text, normalized)) for start, stop, text, normalized in sorted(told)]


def _answer_value(
    sentence: str,
    kind: AnswerType,
    question: str,
    published: date | None,
    told: list[PlacedValue] | None,
    liked: Callable[[Span], float] | None,
) -> PlacedValue | None:
    """The same for a folded sentence, and the dates that its passage tells where these are known."""
    if kind == "number":
        return number_answer(sentence, question, liked)
    found = list(_values(sentence, kind, published)) if told is None else told
    values = _of_wanted_form(found, sentence, kind, question)
    if kind == "date":
        was_asked = asks_before_move(question)
        values = [value for value in values if is_moved_from(sentence, value[0]) == was_asked] or values
    answering = _not_in_question(values, kind, question, published) or (values if kind == "rating" else [])
    if kind == "date" and (labelled := _labelled(sentence, answering, question)):
        return labelled
    if kind == "date" and (asked := date_asked(question, sentence)):
        answering = [
            value for value in answering if asked.place and value[0] < asked.place[1] and asked.place[0] < value[1]
        ]
    if kind == "person" and not answering:
        values = [_name(sentence, span) for span in bodies(sentence, question)]
        answering = _not_in_question(values, kind, question, published)
    if not answering:
        return None
    matched = _matched_words(sentence, kind, question, values)
    if kind == "date" and matched:
        answering = [
            value for value in answering if not all(_an_interval_apart(sentence, value[:2], word) for word in matched)
        ]
    graded = {match.start() for match in ratings(sentence)} if kind != "rating" else set[int]()
    stops = [*(start for start, _, _ in values), *graded, *clause_ends(sentence)]
    around = Surroundings(sentence, matched, stops, graded)
    if not answering:
        return None
    best = nearest(answering, lambda value: around.nearness(value[:2]), liked)
    return _end_asked(best, question) if kind == "date" else best


def _end_asked(value: PlacedValue, question: str) -> PlacedValue:
    """Of what lasts the first day where a question asks since when, the last one where it asks until when."""
    first, slash, last = value[2].normalized.partition("/")
    asked = (last if _UNTIL_WHEN.search(question) else first if _SINCE_WHEN.search(question) else "") if slash else ""
    return (*value[:2], replace(value[2], normalized=asked)) if asked else value


def _labelled(sentence: str, values: Sequence[PlacedValue], question: str) -> PlacedValue | None:
    """The one value whose label a question repeats, as of "Last updated: 4 May 2024"; else None.

    A label begins where its line does, or where the value before it ends.
    """
    asked = {word.stem for word in words(question)}

    def is_asked(value: PlacedValue) -> bool:
        start = max(sentence.rfind("\n", 0, value[0]) + 1, *(end for _, end, _ in values if end <= value[0]), 0)
        label, colon, _ = sentence[start : value[0]].partition(":")
        said = {word.stem for word in words(label)}
        return bool(colon and said) and said <= asked

    found = [value for value in values if is_asked(value)]
    return found[0] if len(found) == 1 else None


def _of_wanted_form(values: list[PlacedValue], sentence: str, kind: AnswerType, question: str) -> list[PlacedValue]:
    """The dates of no law (all where there are no others), the contacts of a form asked for, and all other values."""
    if kind == "contact":
        return [value for value in values if value[2].kind in forms_asked(question)]
    if kind == "date":
        values = [value for value in values if not _LAW.search(sentence, 0, value[0])] or values
        if not _FOR.search(question):
            return [
                value for value in values if _is_day(value[2]) or not _PURPOSE.search(sentence, 0, value[0])
            ] or values
    return values


def _is_day(value: Value) -> bool:
    return len(value.normalized) == len("2023-05-03")


def _not_in_question(
    values: Sequence[PlacedValue], kind: AnswerType, question: str, published: date | None
) -> list[PlacedValue]:
    """The values that a question does not name itself."""
    known = {value.normalized.casefold() for _, _, value in _values(question, kind, published)}
    of_question = {word.stem for word in words(question)}
    return [
        value
        for value in values
        if value[2].normalized.casefold() not in known
        and not (kind == "person" and _name_stems(value[2].text) <= of_question)
    ]


def _matched_words(sentence: str, kind: AnswerType, question: str, values: Sequence[PlacedValue]) -> list[Word]:
    """The words of a sentence that a question has too, without those that say what kind of answer is wanted."""
    where = _DATED_CLAUSE.sub(" ", question) if kind == "date" else question
    telling = {word.stem for word in words(_KIND_WORDS.sub(" ", where))}
    return [
        word
        for word in words(sentence)
        if word.stem in telling and not any(start < word.end and word.start < end for start, end, _ in values)
    ]


def _an_interval_apart(text: str, span: Span, word: Word) -> bool:
    """Whether a date and a word are told apart by so much time, as in "announced today, three years after the fire"."""
    return bool(_INTERVAL.search(text, min(span[1], word.end), max(span[0], word.start)))


def _name_stems(name: str) -> set[str]:
    """The stems of a name without titles."""
    return {word.stem for word in words(" ".join(part for part in name.split() if not TITLED.match(part)))}


def _values(text: str, kind: AnswerType, published: date | None) -> Iterator[PlacedValue]:
    if kind == "date":
        for mention in dates(text, published):
            yield mention.start, mention.end, Value("date", mention.text, mention.normalized)
    elif kind == "rating":
        for match in ratings(text):
            start, end = match.span()
            yield start, end, Value("rating", text[start:end], " ".join(match.group().lower().split()))
    elif kind == "contact":
        yield from contacts(text)
    elif kind == "person":
        yield from (_name(text, span) for span in names(text))


def _name(text: str, span: Span) -> PlacedValue:
    name = text[slice(*span)]
    return *span, Value("name", name, " ".join(name.split()))
