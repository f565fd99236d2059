"""Rates: what something costs a week is not told by what it costs a year."""

from __future__ import annotations

import re

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


def _asked(question: str) -> list[re.Match[str]]:
    return [match for match in _ASKED.finditer(question) if not before(_SO_LONG, question, match.start())]


def _unit(match: re.Match[str]) -> str:
    unit = match["unit"] or match["word"]
    return _SAME.get(unit, unit)
