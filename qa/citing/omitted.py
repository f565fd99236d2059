"""Quotations from which words are left out, or into which words are put, as writers mark it: "[…]" and "[the pool]"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.language.kinds import Span
from corpus.language.predicates import negated
from corpus.language.sentences import sentences
from corpus.language.vocabulary import alternatives, load
from qa.citing.pasted import are_in_capitals, edges, plain, unbroken
from qa.tables.named_rows import barred

_DOTS = r"(?:…|\.\s?\.\s?\.(?:\s?\.)?)"
_MARK: Final = re.compile(rf"\(?\[\s?{_DOTS}\s?\]\)?|\(\s?{_DOTS}\s?\)|{_DOTS}|\[[^\[\]]{{1,200}}\]")
_LETTER: Final = re.compile(r"\[\w\]")
_LEAST_WORDS: Final = 3
"""The longest piece of a quotation has so many words; fewer stand anywhere."""
_MOST_PIECES: Final = 20
_PLACES: Final = 1_000
_AROUND_CHARS: Final = 4_000
_PARTING = " \t\r\n.,;:"
OF_A_NOUN = r"no|without|lack(?:s|ed|ing)?(?:\s+of)?|rather\s+than|instead\s+of|(?<!\ba\s)(?:few|little)"
"""These deny only what stands in their own clause: "No visitor waits, and all are seen"."""
_MORE = rf"fail(?:s|ing|ure)?\s+to|far\s+from|hardly|barely|rarely|seldom|unlikely|untrue|{OF_A_NOUN}"
DENIAL = re.compile(
    rf"\b(?:{alternatives(load('predicates')['negation']['words'])}|{_MORE})(?!\w)".replace("'", "['’]")
    + r"(?!\s+(?:only|just|merely|simply|least|doubt|fewer|less|later)\b|\.?\s*\d)|\bnon-$",
    re.I,
)
"""What denies the words behind it: "not", "fails to", "lacks"."""
_SENTENCE_END: Final = re.compile(r"[.!?;:]\s")


@dataclass(frozen=True, slots=True)
class Omission:
    """A place at which a quotation has other words than its document, and says so.

    Attributes:
        mark: what stands there in the quotation, such as "[…]" or "[the pool]".
        left_out: the words of the document that are not quoted; "" for none.
        start, end: where these stand; half-open offsets into the document's text.
        turns: whether one of the two says that something is not so, and the other does not.
    """

    mark: str
    left_out: str
    start: int
    end: int
    turns: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quotation between marks.

    Attributes:
        words: as they are cited, without the signs that part them from a mark.
        before: the marks before them; "" for none.
        after: the marks behind the last words; "" for none.
        begins_within, ends_within: whether they may begin, or end, within a word, as in "[re]open[ed]".
        is_lettered: whether a mark makes their first letter small or large: "[T]he pool".
    """

    words: str
    before: str = ""
    begins_within: bool = False
    ends_within: bool = False
    is_lettered: bool = False
    after: str = ""


def pieces_of(words: str) -> tuple[Piece, ...]:
    """The pieces of a quotation between its marks; () without marks, or with few words or very many marks."""
    marks = list(_MARK.finditer(words))
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(words)]
    pieces: list[Piece] = []
    before: list[str] = []
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        mark = marks[place - 1].group() if place else ""
        text = words[start:end]
        is_lettered = bool(_LETTER.fullmatch(mark)) and text[:1].isalpha()
        before += [mark] if mark else []
        if any(letter.isalnum() for letter in text):
            stripped = f"{mark[1:-1] if is_lettered else ''}{text}".strip(_PARTING)
            begins_within = mark.endswith("]") and text[0].isalnum() and not is_lettered
            ends_within = end < len(words) and words[end] == "[" and text[-1].isalnum()
            pieces.append(Piece(stripped, " ".join(before), begins_within, ends_within, is_lettered))
            before = []
    if pieces:
        pieces[-1] = replace(pieces[-1], after=" ".join(before))
    longest = max((len(piece.words.split()) for piece in pieces), default=0)
    return tuple(pieces) if marks and longest >= _LEAST_WORDS and len(pieces) <= _MOST_PIECES else ()


def find_in_order(text: str, pieces: Sequence[Piece], first: int, last: int) -> tuple[Span, ...]:
    """Where pieces stand one after the other in a part of a text, the nearest together; () where they do not.

    They are compared as whole quotations are: see `qa.citing.verify.find_exactly`.
    """
    looked_in = barred(text[first:last])
    flags = re.I if are_in_capitals(" ".join(piece.words for piece in pieces)) else re.NOFLAG
    for between_cells in (";", ":", " ") if "|" in looked_in else (";",):
        written, places = plain(looked_in, first, between_cells)
        held = [list(_held(written, piece, between_cells, flags)) for piece in pieces]
        if found := _nearest_together(held):
            return tuple((places[start], places[end - 1] + 1) for start, end in found)
    return ()


def omissions_between(text: str, pieces: Sequence[Piece], spans: Sequence[Span]) -> tuple[Omission, ...]:
    """What is left out of a quotation or put into it, in order; what is left out before or after it does not count.

    Args:
        text: of the document.
        pieces: of the quotation.
        spans: where they stand, as `find_in_order` gives them.
    """
    ends = [spans[0][0], *(end for _, end in spans[:-1])]
    found = [
        _omission(text, piece.before, start, end)
        for piece, start, (end, _) in zip(pieces, ends, spans, strict=True)
        if piece.before
    ]
    if pieces[-1].after:
        found.append(_omission(text, pieces[-1].after, spans[-1][1], spans[-1][1]))
    return tuple(one for one in found if one.left_out or not (_is_of_dots(one.mark) or _LETTER.fullmatch(one.mark)))


def sentences_around(text: str, span: Span) -> Span:
    """The sentences of a text that words stand in, whole, where they are of usual length."""
    first, last = max(span[0] - _AROUND_CHARS, 0), min(span[1] + _AROUND_CHARS, len(text))
    within = [
        (first + start, first + end)
        for start, end in sentences(text[first:last])
        if first + start < span[1] and span[0] < first + end
    ]
    return (min(within)[0], max(end for _, end in within)) if within else span


def _omission(text: str, mark: str, start: int, end: int) -> Omission:
    gap = text[start:end]
    at = start + len(gap) - len(gap.lstrip(_PARTING + "|"))
    left_out = gap.strip(_PARTING + "|")
    said = " ".join(match.group().strip("[]") for match in _MARK.finditer(mark))
    return Omission(mark, left_out, at, at + len(left_out), _denies(left_out, gap) != _denies(said, said))


def _denies(words: str, gap: str) -> bool:
    """Whether words that are left out or put in say that something is not so, or deny it within a sentence.

    Args:
        words: the words.
        gap: the same with the signs around them.
    """
    return negated(words) or bool(DENIAL.search(words) and not _SENTENCE_END.search(gap))


def _is_of_dots(mark: str) -> bool:
    """Whether marks put no words in."""
    return not any(letter.isalnum() for letter in mark)


def _held(written: str, piece: Piece, between_cells: str, flags: re.RegexFlag) -> Iterator[Span]:
    """Where a piece stands in a text as it is compared, in order: as whole words, but where a mark cuts one."""
    sought = plain(unbroken(piece.words, written).strip(), 0, between_cells)[0]
    ways = {sought, sought[:1].swapcase() + sought[1:]} if piece.is_lettered else {sought}
    before, after = edges(sought)
    begins, ends = "" if piece.begins_within else before, "" if piece.ends_within else after
    pattern = re.compile(f"{begins}(?:{'|'.join(map(re.escape, sorted(ways)))}){ends}", flags)
    for count, match in enumerate(pattern.finditer(written)):
        if count == _PLACES:
            return
        yield match.span()


def _nearest_together(held: Sequence[Sequence[Span]]) -> list[Span]:
    """Of the places of several pieces one each, in order, that lie nearest together; [] for none."""
    likely: list[list[Span]] = []
    for span in held[0] if all(held) else ():
        chosen = [span]
        for places in held[1:]:
            at = bisect_left(places, (chosen[-1][1], 0))
            if at == len(places):
                break
            chosen.append(places[at])
        else:
            likely.append(chosen)
    return min(likely, key=lambda chosen: chosen[-1][1] - chosen[0][0], default=[])
