"""Numbers of things: the third car is not the second one, and kennel 61 is not kennel 60."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus.language.codes import codes, may_be_numbered
from corpus.language.folding import searchable
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.times.parts import MONTH_NUMBERS, ORDINALS, WEEKDAY
from corpus.language.vocabulary import COUNTS, DASH, alternatives, load
from corpus.language.words import stem_of, stems

_ORDINAL = re.compile(
    rf"\b(?:(?P<word>{alternatives(ORDINALS)})|(?P<digits>[0-9]{{1,2}})(?:st|nd|rd|th))\s+(?:or\s+\w+\s+|and\s+(?:last|final)\s+)?(?P<noun>[a-z]{{2,}})"
)
_UNITS, _TABLE = load("units"), load("ordinals")
_MEASURES = frozenset[str](
    sum((_UNITS[kind] for kind in ("time", "length", "money", "area", "other_measures")), ["am", "pm"])
)
_MOST_BETWEEN = 500
"""A range of more numbers is none of things."""
_WHOLE = r"[0-9]{1,3}(?![\w%]|[.,:/-]\w|\s*(?:%|per\s?cent))"
_CARDINAL = re.compile(
    rf"(?<![\w-])(?P<noun>[a-z]{{3,}}?)s?\s+(?:no\.?\s*|number\s+)?(?P<numbers>{_WHOLE}(?:(?:\s*,\s*|\s*[-–]\s*|\s+(?:and|or|to)\s+){_WHOLE})*)"
    r"(?:\s+(?P<next>[a-z]+))?"
)
_SIZE = rf"(?:[0-9]{{1,3}}|{alternatives(word for word, number in COUNTS.items() if number)})"
_SIZED = re.compile(
    rf"(?<![\w.,{DASH[1:-1]}])(?P<sizes>{_SIZE}(?:{DASH}?(?:,\s?|\s(?:and|or|to)\s|{DASH}){_SIZE})*)"
    rf"(?P<joint>{DASH}|\s)(?P<noun>[a-z]{{3,20}})(?!\w)"
)
"""What tells how large a thing is: "a two-bedroom flat", "one- or two-bed flats", "a 25 metre pool"."""
_UPWARDS = re.compile(rf"\b{alternatives([*load('bands')['upwards'], *_TABLE['larger']])}\b", re.I)
_FURTHER = re.compile(rf"\b{alternatives(_TABLE['further'])}(?P<things>(?:\s+[a-z]{{3,20}}){{1,3}})")
_MORE = re.compile(rf"\b{alternatives(_TABLE['more_than_one'])}\b", re.I)
_NO_SIZES = frozenset[str](_TABLE["no_sizes"]) | frozenset(MONTH_NUMBERS)
_RANGE = re.compile(r"([0-9]+)(?:(?:\s*[-–]\s*|\s+to\s+)([0-9]+))?")


@lru_cache(maxsize=TEXTS_KEPT)
def _numbered(text: str) -> frozenset[tuple[str, int]]:
    """What a text numbers: the stem of each thing with its number; days of months are none, nor what is counted."""
    text = searchable(text).casefold()
    ordinals = (
        (stem_of(match["noun"]), ORDINALS[match["word"]] if match["word"] else int(match["digits"]))
        for match in _ORDINAL.finditer(text)
        if match["noun"] not in MONTH_NUMBERS and match["noun"] != "of"
    )
    return frozenset(ordinals) | frozenset(_cardinals(text))


def _cardinals(text: str) -> Iterator[tuple[str, int]]:
    """The things in a text with a number behind them, such as "kennels 3 to 5"; codes have rules of their own."""
    coded = {place for code in codes(text) for place in range(code.start, code.end)}
    for match in _CARDINAL.finditer(text):
        noun, following = match["noun"], match["next"] or ""
        is_measured = following in _MEASURES
        is_thing = bool(stems(noun)) and noun not in MONTH_NUMBERS and re.fullmatch(WEEKDAY, noun) is None
        is_numbered = may_be_numbered(noun) or noun == "year"
        if is_measured or not is_thing or match.start() in coded or not is_numbered:
            continue
        for first, last in _RANGE.findall(match["numbers"]):
            end = int(last or first)
            yield from (
                (stem_of(noun), number) for number in range(int(first), min(end, int(first) + _MOST_BETWEEN) + 1)
            )


def tells_of_another_number(question: str, sentence: str, under: str = "") -> bool:
    """Whether a sentence tells only of the second of what a question asks the third of, or of another number.

    Args:
        question: such as "How much is a permit for a third car?".
        sentence: such as "Resident's parking permit, second car".
        under: what it stands under, which counts where the sentence numbers no such thing.
    """
    asked, told = _numbered(question), _numbered(sentence)
    own = {noun for noun, _ in told}
    told |= {(noun, number) for noun, number in _numbered(under) if noun not in own}
    nouns = {noun for noun, _ in told}
    return any(noun in nouns and (noun, number) not in told for noun, number in asked)


def tells_of_another_size(question: str, sentence: str) -> bool:
    """Whether a question asks about what is of one size, and a sentence tells only of what is of another.

    Args:
        question: such as "How long is the wait for a four-bedroom house?".
        sentence: such as "For a two-bedroom house it is a year."; "two-bedroom houses and larger" may be of any.
    """
    asked = _sized(question)
    told = _sized(sentence) if asked and not _UPWARDS.search(sentence) else frozenset[tuple[str, int]]()
    return any(
        not any(_is_one_noun(noun, other) and size == own for other, own in told)
        and any(_is_one_noun(noun, other) for other, _ in told)
        for noun, size in asked
    )


def _is_one_noun(noun: str, other: str) -> bool:
    """Whether two nouns are one, or one is short for the other: "bed" for "bedroom"."""
    return noun.startswith(other) or other.startswith(noun)


@lru_cache(maxsize=TEXTS_KEPT)
def _sized(text: str) -> frozenset[tuple[str, int]]:
    """What a text tells the size of things in, with how many: ("bedroom", 2). After a space it is no plural."""
    return frozenset(
        (match["noun"], number)
        for match in _SIZED.finditer(searchable(text).casefold())
        if match["noun"] not in _NO_SIZES and (match["joint"] != " " or not _is_counted(match["sizes"], match["noun"]))
        for number in _all_sizes(match["sizes"])
    )


def _is_counted(sizes: str, noun: str) -> bool:
    """Whether a number and a noun after it only count things: "two flats", "one flat"."""
    return noun.endswith("s") or sizes in ("1", "one")


def _all_sizes(written: str) -> Iterator[int]:
    """The numbers of some sizes; all those between where it is from one to another."""
    numbers = [int(one) if one.isdigit() else COUNTS[one] for one in re.findall(_SIZE, written)]
    is_range = len(numbers) == 2 and "and" not in written and "or" not in written and "," not in written
    yield from range(numbers[0], min(numbers[1], numbers[0] + _MOST_BETWEEN) + 1) if is_range else numbers


def is_not_of_further(question: str, sentence: str, others: Iterable[str]) -> bool:
    """Whether a question asks about a second or another one of something, which a sentence beside this one tells of.

    Args:
        question: such as "How much is a second bin?".
        sentence: such as "A new bin is £28."; what is of more than one, or of each, may tell of that.
        others: the sentences around it, such as "Each further bin is £30."
    """
    asked = _further(question)
    if not asked or _MORE.search(sentence):
        return False
    things = asked.intersection(stems(sentence))
    return bool(things) and any(not things.isdisjoint(_further(other)) for other in others)


@lru_cache(maxsize=TEXTS_KEPT)
def _further(text: str) -> frozenset[str]:
    """The stems of what a text has another one of, in up to three words: "brown bin" of "a second brown bin"."""
    found = _FURTHER.finditer(searchable(text).casefold())
    return frozenset(stem for match in found for stem in stems(match["things"]))
