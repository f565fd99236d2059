"""Ages: what holds for children of five to eleven does not hold for one of three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.language.amounts.bands import TIME, Band, amounts, bands, label_band
from corpus.language.kinds import QUESTIONS_KEPT, TEXTS_KEPT, Span
from corpus.language.nearness import clause_ends
from corpus.language.rows import row_name
from corpus.language.vocabulary import COUNTS, alternatives, load

_TABLE: Final = load("ages")
_ADULTS, _CHILDREN = (re.compile(rf"\b{alternatives(_TABLE[name])}\b", re.I) for name in ("adults", "children"))
_OLD: Final = alternatives(_TABLE["years_old"])
_AGE: Final = rf"(?:\d{{1,2}}|{alternatives(COUNTS)})"
"""An age in digits or in a word."""
_ASKED: Final = re.compile(
    rf"\b(?P<before>{_AGE})[\s-]{{0,2}}{_OLD}s?\b|\bage[ds]?\s+(?:of\s+)?(?P<after>{_AGE})\b"
    rf"|\b{alternatives([*_TABLE['persons'], *_TABLE['relatives']])}"
    rf"(?:\s+(?:is|are|am|turns|turned)|['’](?:s|m|re))\s+(?P<told>{_AGE})"
    rf"(?=\s*(?:[,.;?!)](?!\d)|$|{alternatives(_TABLE['beside'])}\b))",
    re.I,
)
_RELATIVE: Final = re.compile(rf"\b{alternatives(_TABLE['relatives'])}\b", re.I)
_YEAR: Final = next(bands("1 year")).low
_UNDER_ADULT, _OF_AGE = 16, 18
_NUMBER: Final = rf"(?:\d{{1,2}}(?![\d.,]?\d)|{alternatives(COUNTS)}\b)"
_WORDS: Final = load("bands")
_BOUND: Final = alternatives([word for name in ("above", "below", "least", "most") for word in _WORDS[name]])
_SPAN: Final = (
    rf"(?:{_BOUND}[\s-]*)?{_NUMBER}(?:\s*(?:[–—-]|to\b|and\b)\s*{_NUMBER})?"
    rf"(?:\s*\+|\s+{alternatives(_WORDS['upwards'])}\b)?"
)
_NO_UNIT: Final = rf"(?!\s*(?:%|[’']?s?\s*-?\s*{alternatives(_TABLE['other_units'])}\b))"
_TOLD: Final = re.compile(
    rf"\bage[ds]?\s+(?:between\s+|of\s+)?(?P<aged>{_SPAN})"
    rf"|\b{alternatives(_TABLE['people'])}\s*\(?\s*(?:who\s+are\s+|aged?\s+)?"
    rf"(?P<people>{_BOUND}[\s-]+{_SPAN}|{_NUMBER}\s*(?:[–—-]|to\b)\s*{_NUMBER}){_NO_UNIT}"
    rf"|(?P<old>{_SPAN})[\s-]{{0,2}}{_OLD}s?\b"
    rf"|\b(?P<plural>(?:over|under)[\s-]{_NUMBER})s\b",
    re.I,
)
_BIRTHDAY: Final = rf"\s+{alternatives(_TABLE['whose'])}\s+(\d{{1,2}})(?:st|nd|rd|th)\s+birthday\b"
_UP_TO_BIRTHDAY = re.compile(
    rf"(?:\b{alternatives(_TABLE['from_age'])}\s+(?P<low>\d{{1,2}})\s+)?\b{alternatives(_TABLE['up_to_birthday'])}{_BIRTHDAY}",
    re.I,
)
_FROM_BIRTHDAY = re.compile(rf"\b{alternatives(_TABLE['from_birthday'])}{_BIRTHDAY}", re.I)
_LEADING_ON: Final = re.compile(rf"\W*{alternatives(_TABLE['leading_on'])}\b", re.I)
_HYPHENED: Final = re.compile(r"(?<=[a-z])-", re.I)
_NUMBERED: Final = re.compile(rf"\b{alternatives(_TABLE['numbered'])}\s+\d", re.I)


@lru_cache(maxsize=TEXTS_KEPT)
def ages_named(question: str) -> tuple[int, ...]:
    """The ages in years that a question names: of "a 7 year old", "aged 10" and "she is 62".

    In a story of several people it is open whose age a sentence like the last one tells, so it counts in no such one.
    """
    several = len({match[0].casefold() for match in _RELATIVE.finditer(question)}) > 1
    found = [match for match in _ASKED.finditer(question) if not (several and match["told"])]
    told = (next(filter(None, match.groups())).casefold() for match in found)
    return tuple(COUNTS[age] if age in COUNTS else int(age) for age in told)


def is_of_another_age(question: str, row: str) -> bool:
    """Whether a row is for adults alone and a question names a child's age, or the other way round.

    Args:
        question: such as "What is entry for a 13-year-old?".
        row: such as "Season ticket (adult) | £145".
    """
    is_adults, is_childrens = (pattern.search(row) is not None for pattern in (_ADULTS, _CHILDREN))
    ages = ages_named(question)
    if is_adults == is_childrens or not ages:
        return False
    return all(age < _UNDER_ADULT for age in ages) if is_adults else all(age >= _OF_AGE for age in ages)


def is_of_other_generation(question: str, name: str) -> bool:
    """Whether a question is about a child, and a name is of adults alone, or the other way round.

    Args:
        question: such as "How much is squash for a child?".
        name: of a column, such as "Members, Adult".
    """
    asked, told = ([bool(pattern.search(text)) for pattern in (_ADULTS, _CHILDREN)] for text in (question, name))
    return asked[0] != asked[1] and told == asked[::-1]


def tells_of_other_ages(question: str, sentence: str, words: Span) -> bool:
    """Whether a question names an age, or those above or below one, and words tell only what is so for others.

    Words that also tell of something by a figure and no age, as "Guests pay £6, and guests under 12 are free" does,
    may be of any age.

    Args:
        question: such as "How soon is a 3 year old seen?".
        sentence: such as "Children aged 5 to 11 are seen within two days."
        words: where those that are to be quoted stand in it.
    """
    asked = _ages_asked(question)
    clauses = _clauses(sentence, words) if asked else []
    told = list(told_ages("".join(clauses)))
    if not told or any(band.meets(one) for band in told for one in asked):
        return False
    of_figures = (
        clause for clause in clauses[1:] if any(sign.isdigit() for sign in clause) and not _LEADING_ON.match(clause)
    )
    return _is_of_ages(clauses[0]) and all(map(_is_of_ages, of_figures))


@lru_cache(maxsize=QUESTIONS_KEPT)
def _ages_asked(question: str) -> list[Band]:
    """The ages, in days, that a question names, or else those above or below one."""
    return [Band(age * _YEAR, age * _YEAR, TIME) for age in ages_named(question)] or list(told_ages(question))


def _clauses(sentence: str, words: Span) -> list[str]:
    """The clauses into which some words reach, from the one before that tells of whom or how much they are."""
    plain = sentence.replace("(", " ").replace(")", " ")
    ends = [0, *clause_ends(plain), len(plain)]
    spans = [(start, end) for start, end in pairwise(ends) if start < words[1]]
    own = [plain[start:end] for start, end in spans if words[0] < end]
    before = [plain[start:end] for start, end in spans if words[0] >= end]
    while before and not any(sign.isdigit() for sign in own[0]):
        own.insert(0, before.pop())
    return [clause for clause in own if any(sign.isalpha() for sign in clause)]


def told_ages(text: str) -> Iterator[Band]:
    """The ages that a text tells of, in days: of "children under 5", "over-60s", "juniors (8 to 12)" and "aged 65"."""
    for match in _TOLD.finditer(_without_birthdays(text)):
        yield from map(_in_years, bands(_HYPHENED.sub(" ", next(filter(None, match.groups())))))


def named_band(question: str, label: str) -> Band | None:
    """The band that an item or a row is for; of ages, in days, where a question names one and its name tells of some.

    Args:
        question: such as "What is a swim for a 7 year old?".
        label: such as "Junior (5 to 15) | £3".
    """
    return (_label_ages(label) if ages_named(question) else None) or label_band(label)


def named_amounts(question: str) -> set[tuple[float, str]]:
    """The amounts with a unit that a question names or goes beyond, and ages in days: also that of "My son is 4"."""
    return {*amounts(question, beyond=True), *((age * _YEAR, TIME) for age in ages_named(question))}


def _label_ages(label: str) -> Band | None:
    """The ages in the name of a row or an item; None where it has none, or numbers something else: "Years 4 to 6"."""
    name = row_name(label).replace("(", " ").replace(")", " ")
    if _NUMBERED.search(name):
        return None
    found = (band for band in bands(name) if band.unit in ("", TIME) and band.low != band.high)
    return next(map(_in_years, found), None)


def _is_of_ages(clause: str) -> bool:
    return _TOLD.search(_without_birthdays(clause)) is not None


def _without_birthdays(text: str) -> str:
    """A text that tells an age as such: "0 to 15 years of age", for "until your 16th birthday"."""
    plain = _UP_TO_BIRTHDAY.sub(lambda match: f"{match['low'] or 0} to {int(match[2]) - 1} years of age", text)
    return _FROM_BIRTHDAY.sub(r"\1 years of age and over", plain)


def _in_years(band: Band) -> Band:
    """A band of which the numbers are of years where they have no unit."""
    is_bare = band.unit != TIME
    low, high = (end * _YEAR if is_bare else end for end in (band.low, band.high))
    return Band(low, high, TIME, band.open_low, band.open_high)
