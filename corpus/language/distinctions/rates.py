"""Rates: what something costs a week is not told by what it costs a year, nor what five cost by the price of one."""

from __future__ import annotations

import re

from corpus.language.amounts.bands import amounts, bands
from corpus.language.context import before
from corpus.language.folding import searchable
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load

_TABLE = load("rates")
_UNIT = alternatives(_TABLE["units"])
_SAME: dict[str, str] = _TABLE["same"]
_PER = alternatives(_TABLE["per"])
_ASKED = re.compile(
    rf"(?<![\w-])(?:{_PER}\s*(?P<unit>{_UNIT})(?=\W*$|[,;.]|\s+{alternatives(_TABLE['goes_on'])}\b)"
    rf"|(?P<word>{alternatives(_SAME)})\s+(?:\w+\s+){{0,2}}?{alternatives(_TABLE['sums'])}\b)"
)
_SO_LONG = re.compile(rf"\b{alternatives(_TABLE['for_so_long'])}\s+$")
_TOLD = re.compile(
    rf"(?:[{CURRENCY_SIGNS}]\s?[0-9][0-9,.]*(?:\s?(?:m|k|bn|million|thousand)\b)?|\b[0-9]+\s?(?:p|pence|pounds)\b)"
    rf"\s*(?:{_PER}\s*(?P<unit>{_UNIT})|(?P<word>{alternatives(_SAME)}))\b"
)
_SUM = re.compile(rf"[{CURRENCY_SIGNS}]\s?[0-9]|\b[0-9]+\s?(?:p|pence|pounds)\b")

_PIECE = re.compile(
    rf"(?:[{CURRENCY_SIGNS}]\s?[0-9][0-9,.]*|\b[0-9]+\s?(?:p|pence|pounds))\s+(?:for\s+)?an?\s+(?P<priced>[a-z]+)"
    rf"|\b{alternatives(_TABLE['by_the_piece'])}\s+(?P<each>(?:[a-z-]+\s+){{0,2}}[a-z]+)"
)
"""For how much a sum is: "£12 an hour", "each further one", "every additional half hour"."""
_OLD = re.compile(r"\b\w+[\s-]years?[\s-]olds?\b")
_AND = re.compile(r"\band\b|[,;(]")
_ONE = frozenset[str](_TABLE["one"])


def is_of_another_rate(question: str, sentence: str) -> bool:
    """Whether a question asks for a sum by one length of time, and a sentence gives sums by others alone.

    Args:
        question: such as "What is the rent per month?".
        sentence: such as "The rent is £90 a week."; one with a sum by no time at all may give what is asked for.
    """
    asked = {_unit(match) for match in _asked(searchable(question).casefold())}
    said = searchable(sentence).casefold()
    told = [_unit(match) for match in _TOLD.finditer(said)]
    return bool(asked and told) and asked.isdisjoint(told) and len(told) == sum(1 for _ in _SUM.finditer(said))


def is_told_by_rate(question: str, sentence: str) -> bool:
    """Whether a question asks for the sum of several, and a sentence gives sums for one or each further one alone.

    Args:
        question: such as "What do five hours cost?".
        sentence: such as "The first two hours are £8, each one after that £3."; it gives the sum of two.
    """
    asked, said = _OLD.sub(" ", searchable(question).casefold()), searchable(sentence).casefold()
    if not _SUM.search(said) or _asked(asked):
        return False
    pieces = [(match["priced"] or match["each"]).split() for match in _PIECE.finditer(said)]
    told = [band for part in (said, *_AND.split(said)) for band in bands(part)]
    return any(
        any(_is_smaller(word, amount, unit) for words in pieces for word in words)
        and not any(band.unit == unit and band.holds(amount) for band in told)
        for amount, unit in amounts(asked)
    )


def _is_smaller(word: str, amount: float, unit: str) -> bool:
    """Whether a word calls one of what an amount is of, or a part of it: an hour, for two hours or for a day."""
    one = amounts(f"1 {word}")
    return (amount > 1 and word in _ONE) or any(amount > size and unit == of for size, of in one)


def _asked(question: str) -> list[re.Match[str]]:
    return [match for match in _ASKED.finditer(question) if not before(_SO_LONG, question, match.start())]


def _unit(match: re.Match[str]) -> str:
    unit = match["unit"] or match["word"]
    return _SAME.get(unit, unit)
