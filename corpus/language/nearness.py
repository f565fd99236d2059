"""Nearness: how near values stand to the words of a question, and which words belong to which number."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.language.kinds import PlacedValue, Span
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import Word, stem_of

_CLAUSES, _CODES = load("clauses"), load("codes")
_CLAUSE = re.compile(rf"[,;:)\]]|\n(?=[^\n:]{{1,60}}:)|\b{alternatives(_CLAUSES['clauses'])}\b")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_JOINING = alternatives(_CODES["listed"])
_LEAD = re.compile(rf"\s*(?:[:(]|,?\s*{alternatives(load('counts')['leads'])}\b)[^.:;\n]*")
_LABELLED = re.compile(r"\s*[:(=–—|]\s*[\"“']?")
_LISTED = re.compile(rf"(?:\s*[^\s,;.:!?]+){{0,4}}?(?:\s*[,;]|\s+{_JOINING}\b)+\s+(?:[^\s,;.:!?]+\s+){{0,3}}")
"""What stands between two numbers of a list."""
_WORDS = re.compile(r"\w[\w'’-]*")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_STOP_WORDS = 5
_RATING_WORTH = 2.0
_HEAD_WORTH = 0.6
"""The name of what is counted tells less which number is meant than what it is told apart by."""
LIKELIER = 2.0
"""A value farther from the question's words answers where a reader thinks it so many times as likely; printed by
`python -m eval.training.values`, and chosen there."""
_OWN_WORDS = 2
"""A word belongs to a number with at most so many words between."""


def nearest(
    values: Sequence[PlacedValue], nearness: Callable[[PlacedValue], float], liked: Callable[[Span], float] | None
) -> PlacedValue:
    """The value nearest to the question's words, or another that a reader thinks much likelier.

    Args:
        values: at least one; of equally near ones the first is taken.
        nearness: of each.
        liked: how likely a reader thinks that the answer begins or ends in a span; None where none has read.
    """
    best = max(values, key=lambda value: (nearness(value), -value[0]))
    if liked is None:
        return best
    other = max(values, key=lambda value: (liked(value[:2]), -value[0]))
    return other if liked(other[:2]) > LIKELIER * liked(best[:2]) else best


@dataclass(frozen=True, slots=True)
class Belonging:
    """Which words of a sentence belong to which of its numbers.

    Attributes:
        owners: the number that a word belongs to.
        items: for a word, the numbers of a list that it leads into.
        lists: for each number of a list, all numbers of it, in order.
        noun: the stems of what a question counts.
        head: the last of these.
    """

    owners: Mapping[Word, Span]
    items: Mapping[Word, Collection[Span]]
    lists: Mapping[Span, Sequence[Span]]
    noun: frozenset[str]
    head: str | None

    def owned_by(self, span: Span) -> set[str]:
        """The stems of the words that belong to a number."""
        return {word.stem for word, owner in self.owners.items() if owner == span}

    def is_shared(self, word: Word, span: Span) -> bool:
        """Whether a word that belongs to another number of a list is said of this one too.

        So is what stands before the whole list, as in "we mended 12 roads and 9 bridges", and what is counted where
        only the last names it: "15 Labour and 11 Green councillors".
        """
        owner = self.owners[word]
        numbers = self.lists.get(span, ())
        if owner not in numbers:
            return False
        if word.stem == self.head:
            return not self.owned_by(span).isdisjoint(self.noun - {self.head})
        return owner == numbers[0] and word.end <= owner[0] and word.stem not in self.noun


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence with its values, and the words in it that a question has too.

    Attributes:
        text: the sentence.
        matched: the words.
        stops: where clauses end and values start.
        graded: where ratings start, beside which a date stands that is asked after.
        belonging: of words to numbers; None for other kinds of value.
    """

    text: str
    matched: Sequence[Word]
    stops: Sequence[int]
    graded: Collection[int] = ()
    belonging: Belonging | None = None

    def nearness(self, span: Span) -> float:
        """How near a span stands to the question's words: the sum over these of 1 / (1 + words between).

        A stop between, which is the end of a clause or another value, counts as several words; what stands in brackets
        counts for nothing. Between a number and a word the question's own words do not count either, and a word that
        belongs to another number is as far as if a stop stood between.
        """
        nearest: dict[str, float] = {}
        skipped = " " if self.belonging or self._ends_aside(span) else " ,"
        for word in self.matched:
            worth = self._worth(word) / (1 + self._apart(span, word, skipped))
            nearest[word.stem] = max(nearest.get(word.stem, 0.0), worth)
        return sum(nearest.values())

    def _worth(self, word: Word) -> float:
        if word.start in self.graded:
            return _RATING_WORTH
        return _HEAD_WORTH if self.belonging and word.stem == self.belonging.head else 1.0

    def _apart(self, span: Span, word: Word, skipped: str) -> int:
        """How many words stand between a span and a word; see `_words_between`."""
        if self.belonging is None:
            return self._words_between(span, word, skipped)
        owner = self.belonging.owners.get(word)
        if owner == span or (owner and self.belonging.is_shared(word, span)):
            return 0
        if span in self.belonging.items.get(word, ()):
            return 1
        if owner:
            return _STOP_WORDS + self._words_between(span, word, " ")
        return min(
            self._words_between(each, word, " ")
            for each in (span, *self.belonging.lists.get(span, ())[-1:])
            if each == span or word.start >= each[1]
        )

    def _ends_aside(self, span: Span) -> bool:
        """Whether a comma opened before a span what the one behind it closes, as in "she, born in 1960, was chosen".

        "In Marlow, on 3 May, the pool opened" only says when.
        """
        stop = max((stop for stop in self.stops if stop < span[0]), default=None)
        if stop is None or self.text[stop] != "," or self.text[span[1] : span[1] + 1] != ",":
            return False
        opening = self.text[stop : span[0]]
        return not _SENTENCE_END.search(opening) and any(map(stem_of, _WORDS.findall(opening)))

    def _words_between(self, span: Span, word: Word, skipped: str) -> int:
        """How many words stand between, with those that stops count for.

        Args:
            span: of a value.
            word: of the question.
            skipped: what may stand between a span and a word behind it without parting them.
        """
        text = self.text
        if word.start >= span[0]:
            low, high = span[1], word.start
            low = high - len(text[low:high].lstrip(skipped))
        else:
            low, high = word.end, span[0]
            high = low + len(text[low:high].rstrip(" :([“\"'\n"))
        asides = [match.span() for match in _ASIDE.finditer(text, low, max(low, high))]
        passed = sum(
            low <= stop < high and not any(start <= stop < end for start, end in asides) for stop in self.stops
        )
        apart = len(_ASIDE.sub("", text[low:high]).split()) + _STOP_WORDS * passed
        if self.belonging is None:
            return apart
        return max(0, apart - sum(low <= other.start and other.end <= high for other in self.matched))


def clause_ends(text: str) -> list[int]:
    """Where clauses of a text end."""
    return [match.start() for match in _CLAUSE.finditer(text)]


def of_numbers(
    text: str, spans: Sequence[Span], others: Sequence[Span], matched: Sequence[Word], noun: Sequence[str]
) -> Surroundings:
    """A sentence with numbers, and what belongs to each of them.

    A word belongs to the number that stands right before it, as in "15 Conservative", or where none does, to the one it
    is the label of: "Labour: 20", "Labour (20)", "Labour 20, Conservative 15".

    Args:
        text: the sentence.
        spans: of its numbers of the wanted form, in order.
        others: of all its numbers.
        matched: the words that a question has too.
        noun: the stems of what the question counts, in order.
    """
    ends = clause_ends(text)
    labels_first = _labels_first(text, spans)
    owners = {word: owner for word in matched if (owner := _owner(text, spans, ends, word, labels_first))}
    items = {word: made for word, owner in owners.items() if (made := _items(text, spans, word, owner))}
    belonging = Belonging(owners, items, _lists(text, spans), frozenset(noun), noun[-1] if noun else None)
    return Surroundings(text, matched, [*(start for start, _ in others), *ends], belonging=belonging)


def _lists(text: str, spans: Sequence[Span]) -> dict[Span, list[Span]]:
    """For each number that stands in a list all numbers of that list, in order."""
    made: list[list[Span]] = []
    for span in spans:
        if made and _LISTED.fullmatch(text, made[-1][-1][1], span[0]):
            made[-1].append(span)
        else:
            made.append([span])
    return {span: numbers for numbers in made for span in numbers if len(numbers) > 1}


def _owner(text: str, spans: Sequence[Span], ends: Sequence[int], word: Word, labels_first: bool) -> Span | None:
    """The number that a word belongs to."""
    last = next((span for span in reversed(spans) if span[0] <= word.start), None)
    if last and not labels_first:
        is_free = not any(last[1] <= end < word.start for end in ends)
        if is_free and len(text[last[1] : word.start].split()) <= _OWN_WORDS:
            return last
    following = next((span for span in spans if span[0] >= word.end), None)
    if following and (_LABELLED.fullmatch(text, word.end, following[0]) or text[word.end : following[0]].isspace()):
        return following
    return None


def _labels_first(text: str, spans: Sequence[Span]) -> bool:
    """Whether numbers follow what they count without marks between, as in "Labour 20 Conservative 15"."""
    if len(spans) < 2 or text[spans[-1][1] :].strip(" .;)\n"):
        return False
    gaps = [text[one[1] : other[0]] for one, other in pairwise(spans)]
    words_between = [_WORDS.findall(gap) for gap in (text[: spans[0][0]].split("\n")[-1][-20:], *gaps)]
    return all(
        words and stem_of(words[-1]) and (at == 0 or (len(words) <= _OWN_WORDS + 1 and all(map(stem_of, words))))
        for at, words in enumerate(words_between)
    )


def _items(text: str, spans: Sequence[Span], word: Word, owner: Span) -> list[Span]:
    """The numbers of what a number with its word is made of: "46 councillors: 20 Labour, 15 Conservative"."""
    following = [span for span in spans if span[0] >= word.end and span != owner]
    if word.start < owner[0] or not following or not _LEAD.fullmatch(text, word.end, following[0][0]):
        return []
    end = _SENTENCE_END.search(text, following[0][1])
    return [span for span in following if end is None or span[0] < end.start()]
