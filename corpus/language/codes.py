"""Codes and numbered things: "C.125", "E14", "Section 47", "Grade B", "version 2.10", each whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.language.folding import searchable
from corpus.language.kinds import Span
from corpus.language.vocabulary import COUNTS, alternatives, load

_TABLE = load("codes")
_SHORT: dict[str, str] = _TABLE["short"]
_NO_CODES = frozenset[str](_TABLE["no_codes"])
_FIRST_MARK = re.compile(r"(?<=[a-z])[-./](?=\d)")
_NUMBER = r"\d+(?:\.\d+)*[a-z]?(?!\w|[-/]\w|\.\d|\s*(?:%|per\s?cent))"
_CODE = re.compile(r"(?<!\w)(?<!\w[-/.])(?P<letters>[a-z]{1,4})(?P<mark>[-./]?)(?P<rest>\d\w*(?:[-./]\w+)*)", re.I)
"""A few letters with a number: "C.125", "BX-200/9"; five letters and a number are a name, as of an illness."""
_REFERENCE = re.compile(
    r"(?<![\w/.-])(?!(?:0?[1-9]|1[0-2])/(?:19|20)\d\d\b)(?!(?:19|20)\d\d/(?:19|20)\d\d\b)"
    r"\d{2,4}/(?:\d{4,6}(?:/[a-z]{1,6}\d?)?|\d{2,6}/[a-z]{2,6}\d?)(?![\w/-])",
    re.I,
)
"""A year and a number, as applications go by: "26/00318/FUL", "24/01234"; no month, and no two years."""
_NOUN = rf"(?:{alternatives(_TABLE['numbered'])}|(?:{'|'.join(sorted(_SHORT, key=len, reverse=True))})(?=[\s.]))"
_RANGE = rf"(?:{alternatives(_TABLE['ranges'][:1])}|[{''.join(_TABLE['ranges'][1:])}])"
_UPWARDS = alternatives(_TABLE["upwards"])
_BETWEEN = rf"\s*(?:,\s*(?:{alternatives(_TABLE['listed'])}\s+)?|{alternatives(_TABLE['listed'])}\s|&)\s*"
_NUMBERED = re.compile(
    rf"\b(?<!\w['’])(?P<noun>{_NOUN})\.?s?(?:es)?\s*(?:no\.?\s*|number\s+)?(?<![a-z])"
    rf"(?P<numbers>{_NUMBER}(?:{_BETWEEN}{_NUMBER})*)",
    re.I,
)
_LETTER = r"(?-i:[A-HJ-UWYZ])(?![\w'’*+&]|[./]\w|-(?!(?-i:[A-Z])\b)\w)"
"""A capital by itself; I, V and X are numbers."""
_OF_LETTERS = re.compile(
    rf"\b(?P<noun>{alternatives(_TABLE['numbered'])})s?(?:es)?\s+(?P<letters>{_LETTER}(?:{_BETWEEN}{_LETTER})*)", re.I
)
_LETTERS = re.compile(_LETTER)
_ALONE = re.compile(rf"(?<![\w'’&])(?<!\w[-/.]){_LETTER}")
_LETTER_RANGE = re.compile(
    rf"(?:\b({alternatives(_TABLE['numbered'])})s?(?:es)?\s+|(?:^|\n|\|)[^\S\n]*)"
    rf"((?-i:[A-HJ-UWYZ]))\s*(?:{_RANGE})\s*((?-i:[A-Z]))(?!\w)",
    re.I,
)
"""From one letter to another, behind what they are of or at the beginning of a line or a cell."""
_NUMBER_FIRST = re.compile(
    rf"\bthe\s+(?:no\.?\s*|number\s+)?(?P<number>\d{{1,3}}[a-z]?)\s+(?P<noun>{alternatives(_TABLE['number_first'])})\b"
    rf"(?!\s+{alternatives(_TABLE['counted_by'])}\b)",
    re.I,
)
_POINTED_FIRST = re.compile(
    rf"(?<![\w£$€.])(?P<number>\d+(?:\.\d+)+)\s+(?P<noun>{alternatives(_TABLE['pointed_first'])})s?\b", re.I
)
_POINTER = re.compile(
    rf"\b{alternatives(_TABLE['pointing'])}\s+(?:the\s+|our\s+)?(?:[\w’'-]+\s+){{0,2}}?"
    rf"(?:(?:{_NOUN}|{alternatives(_TABLE['pointed_to'])})s?\s*(?:no\.?\s*|number\s+)?|(?-i:[A-Z]{{2,6}})\s+){_NUMBER}"
    rf"|\b\d+\s+(?:{'|'.join(map(re.escape, _TABLE['laws']))})\s+(?:§\s*)?\d[\w.]*",
    re.I,
)
_NUMBER_ALONE = re.compile(
    rf"\bthe\s+(?:number\s+)?(\d{{1,3}}[a-z]?)(?=\s+{alternatives(_TABLE['named_alone'])}\b|\s*[.,;)])", re.I
)
_ALIKE = tuple(map(frozenset[str], _TABLE["alike"]))
_BY_NUMBER = frozenset[str](_TABLE["number_first"])
OF_LAYOUT = frozenset[str](_TABLE["of_layout"])
"""What is numbered as it is laid out, and not for what it says: pages."""
OF_PAPERS = frozenset[str](_TABLE["of_papers"])
"""What papers that come out one after the other are numbered by: bulletins, issues."""
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ONE_NUMBER = re.compile(_NUMBER, re.I)
_NAMED_FIRST = 16
"""A sentence that begins with a code names it within so many characters."""
_SAYING = 2
"""Of a code that is followed by fewer words before the next one a sentence says nothing by itself."""
_JOINED = re.compile(rf"[\s,;:]*(?:\b{alternatives(_TABLE['joined'])}\s*)?$", re.I)
_LETTERED: Mapping[str, str] = {
    str(count): "|".join((word, "x" * (count // 10) + _ROMAN[count % 10]))
    for word, count in COUNTS.items()
    if count > 0
}
"""What small numbers are written as in letters."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADING_NOUGHTS = re.compile(r"^0+(?=\d)")


@dataclass(frozen=True, slots=True)
class Code:
    """A code, or a number with what it numbers.

    Attributes:
        start, end: where it stands in the text that it was found in.
        noun: what the number numbers, in small letters; "" for a code of its own.
        number: the number or letter, or the whole code, in small letters.
    """

    start: int
    end: int
    noun: str
    number: str

    def stands_in(self, text: str) -> bool:
        """Whether a text holds it whole: as it is, by the number in a range, or by the word that letters stand for.

        "Stage two" and "Part II" hold stage 2 and part 2.
        """
        text = searchable(text)
        if self.noun:
            own = [code.number for code in _found(text) if code.noun == self.noun]
            return self.number in own or self._in_range(text) or self._in_words(text) or (not own and self._alone(text))
        return any(_bare(self.number) == _bare(code.number) for code in _found(text) if not code.noun)

    def has_rival_in(self, text: str) -> bool:
        """Whether a text holds another one of the kind, and not this one."""
        if self.stands_in(text):
            return False
        if self.noun in _BY_NUMBER and _NUMBER_ALONE.search(text):
            return True
        others = [code for code in _found(searchable(text)) if code.noun == self.noun]
        return bool(others) if self.noun else any(_shape(code.number) == _shape(self.number) for code in others)

    def _alone(self, text: str) -> bool:
        if self.number.isalpha():
            return self.number in (letter.casefold() for letter in _ALONE.findall(text))
        numbers = re.finditer(rf"(?<![\w£$€])(?<!\w[-/.]){re.escape(self.number)}(?!\w|[-/.]\w|\s*%)", text, re.I)
        others = [code for code in _found(text) if code.noun and not self._may_be_called(code.noun)]
        return any(not any(code.start <= number.start() < code.end for code in others) for number in numbers)

    def _may_be_called(self, noun: str) -> bool:
        """Whether it may stand in a text by another noun: level 5 as grade 5, section 4.2 as paragraph 4.2."""
        return "." in self.number or noun in kinds_of(self) or any({noun, self.noun} <= group for group in _ALIKE)

    def _in_words(self, text: str) -> bool:
        """Whether it stands in a text with its number in letters."""
        written = _LETTERED.get(self.number)
        return bool(written) and re.search(rf"\b{self.noun}\s+(?:{written})\b", text, re.I) is not None

    def _in_range(self, text: str) -> bool:
        if self.number.isalpha():
            return any(
                first.casefold() <= self.number <= last.casefold()
                for noun, first, last in _LETTER_RANGE.findall(text)
                if not noun or noun.casefold() == self.noun
            )
        if not self.number.isdigit():
            return False
        text, value, before = text.casefold(), int(self.number), rf"\b{self.noun}s?\s+(\d+)"
        return any(
            int(match[1]) <= value <= int(match[2]) for match in re.finditer(rf"{before}\s*{_RANGE}\s*(\d+)\b", text)
        ) or any(int(match[1]) <= value for match in re.finditer(rf"{before}\s+{_UPWARDS}", text))


def kinds_of(code: Code) -> frozenset[str]:
    """The nouns that its number may stand behind: a bus goes by the number of its route."""
    return _BY_NUMBER if code.noun in _BY_NUMBER else frozenset({code.noun})


def named_in(code: Code, text: str) -> bool:
    """Whether a text names a numbered thing, by its noun or another that goes by the same numbers: "the 17 will stop".

    Args:
        code: with a noun, such as "route 17".
        text: of any length.
    """
    if any(re.search(rf"\b{noun}", text, re.I) for noun in kinds_of(code)):
        return code.stands_in(text) or any(one.number == code.number for one in same_kind(code, text))
    return code.noun in _BY_NUMBER and code.number in _NUMBER_ALONE.findall(text)


def same_kind(code: Code, text: str) -> list[Code]:
    """The numbered things of a text that are of a kind with one."""
    return [one for one in codes(text) if one.noun in kinds_of(code)]


def lettered(name: str) -> Code | None:
    """The thing with a letter in a name, such as "Grade B", which "Grade A to C" names too; None where it has none."""
    return next((code for code in codes(name) if code.noun and code.number.isalpha()), None)


def may_be_numbered(word: str) -> bool:
    """Whether a number behind a word in small letters may be that of one of several, unlike in "aged 5"."""
    return word not in _NO_CODES


def written_out(word: str) -> str:
    """A numbered thing whose noun is shortened to letters, in full: "s47" is "section 47"; "" for any other word."""
    found = codes(word)
    is_short = len(found) == 1 and found[0].noun and not searchable(word).casefold().startswith(found[0].noun)
    return f"{found[0].noun} {found[0].number}" if is_short else ""


def part_of_code(code: Code, sentence: str) -> Span | None:
    """The part of a sentence that is about a code, where it names several of a kind, each before what it says of it.

    Args:
        code: such as "version 2.1".
        sentence: such as "Version 2.1 adds a timer; version 2.10 adds remote access."

    Returns:
        From where it is named to where the next one is; None where the sentence is not so, does not name it, or says
        nothing of it there.
    """
    if len(searchable(sentence)) != len(sentence):
        return None
    alike = [one for one in codes(sentence) if one.noun == code.noun and (code.noun or _is_alike(one, code))]
    own = next((place for place, one in enumerate(alike) if _bare(one.number) == _bare(code.number)), None)
    if own is None or len(alike) < 2 or alike[0].start > _NAMED_FIRST:
        return None
    end = alike[own + 1].start if own + 1 < len(alike) else len(sentence)
    if len(_JOINED.sub("", sentence[alike[own].end : end]).split()) < _SAYING:
        return None
    return alike[own].start, alike[own].start + len(_JOINED.sub("", sentence[alike[own].start : end]))


def _is_alike(one: Code, other: Code) -> bool:
    return _shape(one.number) == _shape(other.number)


@lru_cache(maxsize=1024)
def codes(text: str) -> tuple[Code, ...]:
    """The codes and numbered things of a text, in order; offsets are those of the text as people would type it.

    Args:
        text: such as a question.
    """
    return tuple(sorted(_found(searchable(text)), key=lambda code: code.start))


def _found(text: str) -> Iterator[Code]:
    """The codes of a text."""
    taken: list[tuple[int, int]] = []
    for match in _OF_LETTERS.finditer(text):
        noun = match["noun"].casefold()
        yield from (Code(*match.span(), noun, letter.casefold()) for letter in _LETTERS.findall(match["letters"]))
    for match in _NUMBERED.finditer(text):
        taken.append(match.span())
        noun = match["noun"].casefold()
        for number in _ONE_NUMBER.findall(match["numbers"].casefold()):
            if not _YEAR.fullmatch(number):
                yield Code(*match.span(), _SHORT.get(noun, noun), _LEADING_NOUGHTS.sub("", number))
    for match in (*_NUMBER_FIRST.finditer(text), *_POINTED_FIRST.finditer(text)):
        yield Code(*match.span(), match["noun"].casefold(), match["number"].casefold())
    for match in _REFERENCE.finditer(text):
        yield Code(*match.span(), "", match.group().casefold())
    for match in _CODE.finditer(text):
        letters = match["letters"].casefold()
        if letters in _NO_CODES or any(start <= match.start() < end for start, end in taken):
            continue
        if letters in _SHORT and _ONE_NUMBER.fullmatch(match["rest"]):
            yield Code(*match.span(), _SHORT[letters], match["rest"].casefold())
        else:
            yield Code(*match.span(), "", match.group().casefold())


def points_to(text: str, number: Span) -> bool:
    """Whether a number of a text only tells where something is told: "For the limits see section 4.1".

    Args:
        text: itself.
        number: where it stands there.
    """
    return any(match.start() <= number[0] and number[1] <= match.end() for match in _POINTER.finditer(text))


def _bare(code: str) -> str:
    """A code without the mark behind its letters, which people leave out: "C125" is "C.125"."""
    return _FIRST_MARK.sub("", code)


def _shape(code: str) -> str:
    """A code with one sign for each run of digits, and one for the last letters of a reference: like ones are alike."""
    return re.sub(r"(?<=0/)[a-z]+0?$", "a", re.sub(r"\d+", "0", _bare(code)))


def is_reference(code: Code) -> bool:
    """Whether a code is one that applications go by, such as "26/00318/FUL"."""
    return not code.noun and _REFERENCE.fullmatch(code.number) is not None
