"""Values: the dates, numbers, names and ratings that stand in a text, and the one of them that answers a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from corpus.language.date_parts import MONTH, YEAR
from corpus.language.dates import dates, times
from corpus.language.folding import fold
from corpus.language.kinds import KNOWN_BY_FORM, TEXTS_KEPT, AnswerType, Span, Value
from corpus.language.lists import items
from corpus.language.numbers import in_digits, numbers
from corpus.language.people import TITLED, names
from corpus.language.ratings import ratings
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load
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
        return [match.span("whole") for match in numbers(text)]
    if kind == "rating":
        return [match.span() for match in ratings(text)]
    return sorted(names(text)) if kind == "person" else []


def holds(text: str, kind: AnswerType) -> bool:
    """Whether a text holds anything that could be an answer of a kind; true of kinds that have no form of their own."""
    return kind not in KNOWN_BY_FORM or bool(value_spans(text, kind))


_TABLE, _CLAUSES, _UNITS, _NUMBERS = load("values"), load("clauses"), load("units"), load("numbers")
_PERCENT = rf"(?:%|{alternatives(_NUMBERS['percent'])})"
_PART = alternatives([*_NUMBERS["parts"], *(f"{part}s" for part in _NUMBERS["parts"])])
_GIVEN = {
    "share": rf"{_PERCENT}|\b{_PART}\b",
    "money": rf"[{CURRENCY_SIGNS}]|\b{alternatives(_UNITS['money'])}\b",
    "time": rf"{alternatives(_UNITS['time'])}$",
    "length": rf"{alternatives([*_UNITS['length'], 'm'])}$",
    "count": rf"^(?![{CURRENCY_SIGNS}])(?!.*{_PERCENT}$)",
}
_WANTED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b{alternatives(asked)}\b", re.I), re.compile(_GIVEN[wanted], re.I))
    for wanted, asked in _TABLE["asked"].items()
)
"""What words of a question the numbers that answer it look like."""
_LAW = re.compile(rf"\b{alternatives(_TABLE['laws'])}\s+$")
_FOR = re.compile(r"\bfor\b", re.I)
_PURPOSE = re.compile(r"(?<!ed)(?<!due)(?<!set)\s+for(?:\s+the)?\s+$", re.I)
"""Before the year or month that something is for, as in "a budget for 2023"; not "planned for 2023"."""
_KIND_WORDS = re.compile(rf"\b{alternatives(_TABLE['kind_words'])}\b", re.I)
"""Words of a question that say what kind of answer is wanted, and so not where it stands."""
_DATED_CLAUSE = re.compile(
    rf"\b{alternatives(_CLAUSES['relative_pronouns'])}\s+{alternatives(_CLAUSES['copulas'])}\s+\w+\s+(?:in|on)\s+"
    rf"(?:[0-9]{{1,2}}\s+)?(?:{MONTH}\s+)?{YEAR}\b"
)
"""A clause such as "that was published in March 2020", which dates something else than what is asked after."""
_INTERVAL = re.compile(rf"\b{alternatives(_CLAUSES['interval_units'])}\s+{alternatives(_CLAUSES['intervals'])}\b")
_CLAUSE = re.compile(rf"[,;:)\]]|\n(?=[^\n:]{{1,60}}:)|\b{alternatives(_CLAUSES['clauses'])}\b")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_STOP_WORDS = 5
_RATING_WORTH = 2.0


_PlacedValue = tuple[int, int, Value]
"""A value, and where it stands in its text."""


def answer_value(
    sentence: str, kind: AnswerType, question: str, published: date | None, within: tuple[str, int] | None = None
) -> _PlacedValue | None:
    """The value in a sentence that answers a question: of its kind, and nearest to the question's words.

    Values that stand in the question tell nothing, so they never answer, but for ratings, where there is no other.
    Of numbers those of the wanted kind come first, such as percentages for "what proportion". A year in the name of a
    law comes last.

    Args:
        sentence: the words that are quoted.
        kind: of answer that is wanted.
        question: as it was asked.
        published: the day the sentence was published.
        within: the passage it stands in, and where; words around "1 July" and "a year later" tell which day is meant.

    Returns:
        Where the value stands in the sentence, and what it is; None where no such value stands in it.
    """
    folded = fold(sentence)
    is_dated = within is not None and kind == "date" and folded.offsets is None
    told = _told_within(sentence, within, published) if within and is_dated else None
    found = _answer_value(folded.text, kind, question, published, told)
    if found is None or folded.offsets is None:
        return found
    start, end = folded.span(*found[:2])
    return start, end, replace(found[2], text=sentence[start:end])


def _told_within(sentence: str, within: tuple[str, int], published: date | None) -> list[_PlacedValue]:
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
    told: list[_PlacedValue] | None,
) -> _PlacedValue | None:
    """The same for a folded sentence, and the dates that its passage tells where these are known."""
    found = list(_values(sentence, kind, published)) if told is None else told
    values = _of_wanted_form(found, sentence, kind, question)
    answering = _not_in_question(values, kind, question, published) or (values if kind == "rating" else [])
    if not answering:
        return None
    matched = _matched_words(sentence, kind, question, values)
    if kind == "date" and matched:
        answering = [
            value for value in answering if not all(_an_interval_apart(sentence, value[:2], word) for word in matched)
        ]
    graded = {match.start() for match in ratings(sentence)} if kind != "rating" else set[int]()
    stops = [*(start for start, _, _ in values), *graded, *(match.start() for match in _CLAUSE.finditer(sentence))]
    return max(
        answering,
        key=lambda value: (_nearness(sentence, value[:2], matched, stops, graded), -value[0]),
        default=None,
    )


def _of_wanted_form(values: list[_PlacedValue], sentence: str, kind: AnswerType, question: str) -> list[_PlacedValue]:
    """The values of the form that a question wants, such as percentages, and dates of no law; all where none is."""
    if kind == "number":
        given = next((given for asked, given in _WANTED if asked.search(question)), None)
        return [value for value in values if given and given.search(value[2].text)] or values
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
    values: Sequence[_PlacedValue], kind: AnswerType, question: str, published: date | None
) -> list[_PlacedValue]:
    """The values that a question does not name itself."""
    known = {value.normalized.casefold() for _, _, value in _values(question, kind, published)}
    of_question = {word.stem for word in words(question)}
    return [
        value
        for value in values
        if value[2].normalized.casefold() not in known
        and not (kind == "person" and _name_stems(value[2].text) <= of_question)
    ]


def _matched_words(sentence: str, kind: AnswerType, question: str, values: Sequence[_PlacedValue]) -> list[Word]:
    """The words of a sentence that a question has too, without those that say what kind of answer is wanted."""
    where = _DATED_CLAUSE.sub(" ", question) if kind == "date" else question
    telling = {word.stem for word in words(_KIND_WORDS.sub(" ", where))}
    inside = [] if kind == "number" else values
    return [
        word
        for word in words(sentence)
        if word.stem in telling and not any(start < word.end and word.start < end for start, end, _ in inside)
    ]


def _an_interval_apart(text: str, span: Span, word: Word) -> bool:
    """Whether a date and a word are told apart by so much time, as in "announced today, three years after the fire"."""
    return bool(_INTERVAL.search(text, min(span[1], word.end), max(span[0], word.start)))


def _name_stems(name: str) -> set[str]:
    """The stems of a name without titles."""
    return {word.stem for word in words(" ".join(part for part in name.split() if not TITLED.match(part)))}


def _values(text: str, kind: AnswerType, published: date | None) -> Iterator[_PlacedValue]:
    if kind == "date":
        for mention in dates(text, published):
            yield mention.start, mention.end, Value("date", mention.text, mention.normalized)
    elif kind == "number":
        for match in numbers(text):
            start, end = match.span("whole")
            yield start, end, Value("number", text[start:end], in_digits(match))
    elif kind == "rating":
        for match in ratings(text):
            start, end = match.span()
            yield start, end, Value("rating", text[start:end], " ".join(match.group().lower().split()))
    elif kind == "person":
        for start, end in names(text):
            yield start, end, Value("name", text[start:end], " ".join(text[start:end].split()))


def _nearness(text: str, span: Span, matched: Sequence[Word], stops: Sequence[int], graded: set[int]) -> float:
    """How near a span stands to the question's words: the sum over these of 1 / (1 + words between).

    A stop between, which is the end of a clause or another value, counts as several words; what stands in brackets
    counts for nothing.
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
