"""Values: the dates, numbers, names and ratings that stand in a text, and the one of them that answers a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from corpus.language.date_parts import MONTH, YEAR
from corpus.language.dates import dates, times
from corpus.language.kinds import TEXTS_KEPT, AnswerType, Span, Value
from corpus.language.lists import items
from corpus.language.numbers import in_digits, numbers
from corpus.language.people import TITLED, names
from corpus.language.ratings import ratings
from corpus.language.words import Word, words


@lru_cache(maxsize=TEXTS_KEPT)
def value_spans(text: str, kind: AnswerType) -> tuple[Span, ...]:
    """Where a text holds what could be an answer of a kind, in order; nothing for kinds that have no form of their own."""
    if kind == "date":
        return tuple((time.start, time.end) for time in times(text))
    if kind == "number":
        return tuple(match.span("whole") for match in numbers(text))
    if kind == "rating":
        return tuple(match.span() for match in ratings(text))
    if kind == "person":
        return tuple(sorted(names(text)))
    return tuple(items(text)) if kind == "list" else ()


def holds(text: str, kind: AnswerType) -> bool:
    """Whether a text holds anything that could be an answer of a kind; true of kinds that have no form of their own."""
    return kind not in ("date", "number", "rating", "person", "list") or bool(value_spans(text, kind))


_WANTED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, re.I), re.compile(given, re.I))
    for asked, given in (
        (
            r"\b(?:percentage|per\s?cent|proportion|share|what fraction)\b",
            r"%|per\s?cent|\bhalf\b|thirds?\b|quarters?\b|fifths\b|tenths\b",
        ),
        (
            r"\b(?:costs?|budget|price|spent|spend|spending|pounds?|money|funding|sum|fee|how much)\b",
            r"[£$€]|\b(?:pounds|euros|dollars)\b",
        ),
        (
            r"\b(?:how long|how old|duration)\b",
            r"(?:years?|months?|weeks?|days?|hours?|hrs|minutes?|mins?|seconds?|secs?)$",
        ),
        (r"\bhow (?:far|tall|high|deep|wide)\b", r"(?:miles|k?m|cm|mm|nm|ft|feet|met(?:re|er)s?|kilomet(?:re|er)s?)$"),
        (r"\b(?:how many|what number)\b", r"^(?![£$€])(?!.*(?:%|per\s?cent)$)"),
    )
)
"""What words of a question the numbers that answer it look like."""
_LAW = re.compile(r"\b(?:Acts?|Regulations?|Order|Bill|Measure)\s+$")
_KIND_WORDS = re.compile(
    r"\b(?:when|which|what|who|how|many|much|number|percentage|proportion|share|amount|dates?|days?|months?|years?|time|names?|rat(?:ings?|ed)|grade[ds]?|judgements?)\b",
    re.I,
)
"""Words of a question that say what kind of answer is wanted, and so not where it stands."""
_DATED_CLAUSE = re.compile(
    rf"\b(?:that|which)\s+(?:was|were|is|are|had\s+been)\s+\w+\s+(?:in|on)\s+(?:[0-9]{{1,2}}\s+)?(?:{MONTH}\s+)?{YEAR}\b"
)
"""A clause such as "that was published in March 2020", which dates something else than what is asked after."""
_INTERVAL = re.compile(r"\b(?:years?|months?|weeks?|days?)\s+(?:after|before|earlier|later|since)\b")
_CLAUSE = re.compile(r"[,;:)\]]|\n(?=[^\n:]{1,60}:)|\b(?:and|but|while|whereas|although|after|before|than|having)\b")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_STOP_WORDS = 5
_RATING_WORTH = 2.0


def answer_value(
    sentence: str, kind: AnswerType, question: str, published: date | None
) -> tuple[int, int, Value] | None:
    """The value in a sentence that answers a question: of its kind, and nearest to the question's words.

    Values that stand in the question tell nothing, so they never answer, but for ratings, where there is no other. Of numbers those
    of the wanted kind come first, such as percentages for "what proportion". A year in the name of a law comes last.

    Args:
        sentence: the words that are quoted.
        kind: of answer that is wanted.
        question: as it was asked.
        published: the day the sentence was published.

    Returns:
        Where the value stands in the sentence, and what it is; None where no such value stands in it.
    """
    found = list(_values(sentence, kind, published))
    if kind == "number":
        for asked, given in _WANTED:
            if asked.search(question):
                found = [each for each in found if given.search(each[2].text)] or found
                break
    if kind == "date":
        found = [each for each in found if not _LAW.search(sentence, 0, each[0])] or found
    known = {value.normalized.casefold() for _, _, value in _values(question, kind, published)}
    of_question = {word.stem for word in words(question)}
    new = [
        each
        for each in found
        if each[2].normalized.casefold() not in known
        and not (kind == "person" and _called(each[2].text) <= of_question)
    ]
    values = found
    found = new or (found if kind == "rating" else [])
    if not found:
        return None
    telling = {
        word.stem
        for word in words(_KIND_WORDS.sub(" ", _DATED_CLAUSE.sub(" ", question) if kind == "date" else question))
    }
    inside = [] if kind == "number" else values
    matched = [
        word
        for word in words(sentence)
        if word.stem in telling and not any(start < word.end and word.start < end for start, end, _ in inside)
    ]
    if kind == "date" and matched:
        found = [each for each in found if not all(_an_interval_apart(sentence, each[:2], word) for word in matched)]
    if not found:
        return None
    graded = {match.start() for match in ratings(sentence)} if kind != "rating" else set()
    stops = [*(start for start, _, _ in values), *graded, *(match.start() for match in _CLAUSE.finditer(sentence))]
    return max(found, key=lambda each: (_nearness(sentence, each[:2], matched, stops, graded), -each[0]))


def _an_interval_apart(text: str, span: Span, word: Word) -> bool:
    """Whether a date and a word are told apart by so much time, as in "announced today, three years after the fire"."""
    return bool(_INTERVAL.search(text, min(span[1], word.end), max(span[0], word.start)))


def _called(name: str) -> set[str]:
    """The stems of a name without titles."""
    return {word.stem for word in words(" ".join(part for part in name.split() if not TITLED.match(part)))}


def _values(text: str, kind: AnswerType, published: date | None) -> Iterator[tuple[int, int, Value]]:
    if kind == "date":
        yield from (
            (each.start, each.end, Value("date", each.text, each.normalized)) for each in dates(text, published)
        )
    elif kind == "number":
        yield from (
            (*match.span("whole"), Value("number", text[slice(*match.span("whole"))], in_digits(match)))
            for match in numbers(text)
        )
    elif kind == "rating":
        yield from (
            (*match.span(), Value("rating", text[slice(*match.span())], " ".join(match.group().lower().split())))
            for match in ratings(text)
        )
    elif kind == "person":
        yield from (
            (start, end, Value("name", text[start:end], " ".join(text[start:end].split())))
            for start, end in names(text)
        )


def _nearness(text: str, span: Span, matched: Sequence[Word], stops: Sequence[int], graded: set[int]) -> float:
    """How near a stretch stands to the question's words: the sum over these of 1 / (1 + words between).

    Each stop between, which is the end of a clause or another value, counts as several words; what stands in brackets counts for nothing.
    """
    nearest: dict[str, float] = {}
    for word in matched:
        if word.start >= span[0]:
            low, high = span[1], word.start
            low = high - len(text[low:high].lstrip(" ,"))
        else:
            low, high = word.end, span[0]
            high = low + len(text[low:high].rstrip(" :([“\"'\n"))
        asides = [match.span() for match in _ASIDE.finditer(text, low, max(low, high))]
        passed = sum(low <= stop < high and not any(start <= stop < end for start, end in asides) for stop in stops)
        apart = len(_ASIDE.sub("", text[low:high]).split()) + _STOP_WORDS * passed
        worth = (_RATING_WORTH if word.start in graded else 1.0) / (1 + apart)
        nearest[word.stem] = max(nearest.get(word.stem, 0.0), worth)
    return sum(nearest.values())
