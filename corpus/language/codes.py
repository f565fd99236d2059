"""Codes and numbered things: "C.125", "E14", "Section 47", "version 2.10", each whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.language.folding import searchable
from corpus.language.vocabulary import alternatives, load

_TABLE = load("codes")
_SHORT: dict[str, str] = _TABLE["short"]
_BEFORE, _AFTER = r"(?<![\w])(?<!\w[-/.])", r"(?!\w|[-/.]\w)"
_NUMBER = r"\d+(?:\.\d+)*[a-z]?(?!\w|[-/]\w|\.\d|\s*(?:%|per\s?cent))"
_CODE = re.compile(rf"{_BEFORE}(?P<letters>[a-z]{{1,4}})(?P<rest>[-./]?\d\w*(?:[-./]\w+)*)", re.I)
"""A few letters with a number: "C.125", "BX-200/9"; five letters with one are a name, such as that of an illness."""
_NUMBERED = re.compile(
    rf"\b(?P<noun>{alternatives(_TABLE['numbered'])})s?\s+(?:no\.?\s*|number\s+)?(?P<number>{_NUMBER})", re.I
)
_RANGE = rf"{alternatives(_TABLE['ranges'][:2])}|[{''.join(_TABLE['ranges'][2:])}]"
_UPWARDS = alternatives(_TABLE["upwards"])


@dataclass(frozen=True, slots=True)
class Code:
    """A code, or a number with what it numbers.

    Attributes:
        start, end: where it stands in the text that it was found in.
        noun: what the number numbers, in small letters; "" for a code of its own.
        number: the number, or the whole code, in small letters.
    """

    start: int
    end: int
    noun: str
    number: str

    def stands_in(self, text: str) -> bool:
        """Whether a text holds it whole: as it is, by the number in a range, or by the word that letters stand for."""
        text = searchable(text).casefold()
        if self.noun:
            own = [number for noun, number in _numbered(text) if noun == self.noun]
            return self.number in own or self._in_range(text) or (not own and self._alone(text))
        return any(self.number == code for code in _codes(text))

    def has_rival_in(self, text: str) -> bool:
        """Whether a text holds another one of the kind, and not this one."""
        text = searchable(text).casefold()
        if self.stands_in(text):
            return False
        if self.noun:
            return any(noun == self.noun for noun, _ in _numbered(text))
        shape = _shape(self.number)
        return any(_shape(code) == shape for code in _codes(text))

    def _alone(self, text: str) -> bool:
        return bool(re.search(rf"{_BEFORE}(?<![£$€]){re.escape(self.number)}{_AFTER}(?!\s*%)", text))

    def _in_range(self, text: str) -> bool:
        if not self.number.isdigit():
            return False
        value = int(self.number)
        for match in re.finditer(rf"\b{self.noun}s?\s+(\d+)\s*(?:{_RANGE})\s*(\d+)\b", text):
            if int(match[1]) <= value <= int(match[2]):
                return True
        return any(int(match[1]) <= value for match in re.finditer(rf"\b{self.noun}s?\s+(\d+)\s+{_UPWARDS}", text))


@lru_cache(maxsize=1024)
def codes(text: str) -> tuple[Code, ...]:
    """The codes and numbered things of a text, in order; offsets are those of the text as people would type it.

    Args:
        text: such as a question.
    """
    plain = searchable(text)
    return tuple(sorted(_found(plain), key=lambda code: code.start))


def _found(plain: str) -> Iterator[Code]:
    taken: list[tuple[int, int]] = []
    for match in _NUMBERED.finditer(plain):
        taken.append(match.span())
        yield Code(*match.span(), match["noun"].casefold(), match["number"].casefold())
    for match in _CODE.finditer(plain):
        if any(start <= match.start() < end for start, end in taken):
            continue
        letters, rest = match["letters"].casefold(), match["rest"].casefold()
        if letters in _SHORT and rest.isdigit():
            yield Code(*match.span(), _SHORT[letters], rest)
        else:
            yield Code(*match.span(), "", letters + rest)


def _numbered(text: str) -> Iterator[tuple[str, str]]:
    for match in _NUMBERED.finditer(text):
        yield match["noun"].casefold(), match["number"]
    for match in _CODE.finditer(text):
        if match["letters"] in _SHORT and match["rest"].isdigit():
            yield _SHORT[match["letters"]], match["rest"]


def _codes(text: str) -> Iterator[str]:
    return (match["letters"] + match["rest"] for match in _CODE.finditer(text))


def _shape(code: str) -> str:
    """A code with its digits as one sign each run, so that those of one kind are alike."""
    return re.sub(r"\d+", "0", code)
