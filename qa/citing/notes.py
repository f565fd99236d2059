"""Notes of somebody's own: numbers at their quotations, and "ibid.", give way to the references that they stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from qa.citing.referred import without_place

_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_CLOSING: Final = "”\"»’'"
_MARK: Final = re.compile(
    rf"(?P<behind>\S[{_CLOSING}][.,;]?\s?|\w[.,;]?\s?(?=[\[{_RAISED}]))"
    rf"(?:\[(?P<square>\d{{1,3}})\]|(?P<raised>[{_RAISED}]{{1,3}})|\((?P<round>\d{{1,3}})\)"
    r"|(?<!\s)(?P<bare>\d{1,3})(?![\w.,]\d|\w))"
)
"""The number of a note as it stands at a quotation: "[3]", "³", "(3)", or "3" right behind its last mark."""
_NOTE: Final = re.compile(
    r"^[ \t]*(?:\[(?P<square>\d{1,3})\]|\((?P<round>\d{1,3})\)"
    rf"|(?P<raised>[{_RAISED}]{{1,3}})|(?P<bare>\d{{1,3}})[.):]?)"
    r"[ \t]*(?P<said>[^\W\d][^\n“”\"«»]{2,400})$",
    re.M,
)
"""A note, alone in its line, behind its number."""
_BESIDE: Final = re.compile(rf"(?<=\S[{_CLOSING}])(?P<between>[\s.,;]*)\((?P<said>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_OF_A_NOTE: Final = re.compile(
    r"\s*(?:see\s+)?(?:n|fn|note|footnote)\.?\s?(?P<number>\d{1,3})(?:\s+above)?\.?\s*", re.I
)
_BARE: Final = re.compile(r"\d{1,4}(?:\.\d{1,3}){0,4}")
_NO_NOTES: Final[Mapping[int, str]] = MappingProxyType({})
_SAME: Final = re.compile(
    r"\s*(?:see\s+)?(?:ibid(?:em)?|idem|id\.|loc\.?\s?cit|op\.?\s?cit|as\s+above)(?!\w)[.,:;\s]*"
    r"(?P<place>(?:[a-z§¶]{0,12}\.?\s?\d[^\n]*)?)",
    re.I,
)


def without_notes(pasted: str) -> str:
    """It with the reference that a note gives, in brackets, at each quotation that has the note's number.

    "Ibid." and the like give way to the reference before them, with the page that they name in place of its own; where
    there is none before, they are left out, as are numbers of notes that were not pasted.

    Args:
        pasted: somebody's words with quotations.
    """
    found = {_number(match): match["said"].strip(" .") for match in _NOTE.finditer(pasted)}
    notes = dict(zip(sorted(found), _in_full([found[number] for number in sorted(found)]), strict=True))
    numbers = {_number(match) for match in _MARK.finditer(_NOTE.sub("", pasted))} & notes.keys()
    text = _NOTE.sub(lambda match: "" if _number(match) in numbers else match.group(), pasted)
    text = _MARK.sub(lambda match: _noted(match, notes if numbers else {}), text)
    beside = iter(_in_full([match["said"] for match in _BESIDE.finditer(text)], notes))
    text = _BESIDE.sub(lambda match: match["between"] + (f"({said})" if (said := next(beside)) else ""), text)
    return text.strip() or pasted


def _in_full(references: Sequence[str], notes: Mapping[int, str] = _NO_NOTES) -> Iterator[str]:
    """References with the one before in place of "ibid.", and that of a note in place of "see n 4"; or "" for none."""
    before = ""
    for said in references:
        if noted := _OF_A_NOTE.fullmatch(said):
            before = notes.get(int(noted["number"]), "")
        elif same := _SAME.fullmatch(said):
            place = same["place"].strip()
            place = f"{'section' if '.' in place else 'page'} {place}" if _BARE.fullmatch(place) else place
            before = f"{without_place(before)}, {place}" if before and place else before
        else:
            before = said
        yield before


def _number(match: re.Match[str]) -> int:
    """The number of a note."""
    said = next(filter(None, match.group("square", "round", "raised", "bare")))
    return int("".join(str(unicodedata.digit(sign)) for sign in said))


def _noted(mark: re.Match[str], notes: Mapping[int, str]) -> str:
    """What stands in place of the number of a note."""
    behind: str = mark["behind"]
    if note := notes.get(_number(mark)):
        return f"{behind.rstrip()} ({note})"
    return behind if behind[1:2] and behind[1] in _CLOSING and not mark["bare"] else mark.group()
