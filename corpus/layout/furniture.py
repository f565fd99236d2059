"""Page furniture: the running headers, footers and page numbers that pages repeat around their text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.layout.page import BIGGER, Line, Page, usual_style

_MARGIN_POINTS = 72.0  # from a page's edge to the middle of the innermost line of a running header or footer
_REPEATED_SHARE = 0.4  # of the pages that must show a line, apart from its page number, at the same height
_REPEATED_MIN_PAGES = 3
_NUMBERED_MIN_PAGES = 2  # for a line that is nothing but a page number
_DETACHED_GAPS = 2.0  # times the usual gap between lines part a running header or footer from the text,
_DETACHED_HEIGHT = 0.75  # and so much of a line's height at least
_SAME_HEIGHT_POINTS = 8.0

_PAGE_OF = re.compile(r"\bpage\s+(\d{1,5})\s*(?:of|/)\s*(\d{1,5})\b|^(\d{1,5})\s*/\s*(\d{1,5})$")
_PAGE_NUMBERS = (
    re.compile(r"^[\[|\s–—·•~-]*(?P<number>\d{1,5})(?=[\]|–—·•~-]*(?:\s|$))"),
    re.compile(r"(?:^|(?<=\s))[\[|–—·•~-]*(?P<number>\d{1,5})(?=[\]|\s–—·•~-]*$)"),
    re.compile(r"\bpage\s+(?P<number>\d{1,5})(?=\s|$)"),
)

_Mark = tuple[str, str, int]  # what a repeated line says, at which edge, and how far from it


def without_furniture(pages: Sequence[Page]) -> list[list[Line]]:
    """The lines of each page without its furniture.

    A mark is left out where enough pages show it apart from the text, that is from all that is not left out; then also
    on the pages that are so full that it is close to the text.
    """
    style = usual_style(page.lines for page in pages)
    clear = max(_DETACHED_GAPS * (style.pitch - style.height), _DETACHED_HEIGHT * style.height)
    marked = [
        [(line, _marks(line, page, number, style.height)) for line in page.lines]
        for number, page in enumerate(pages, start=1)
    ]
    running = _frequent(((mark for _, marks in lines for mark in marks) for lines in marked), len(pages))
    while True:
        kept = [[line for line, marks in lines if not marks & running] for lines in marked]
        apart = [
            [mark for line, marks in lines for mark in marks & running if _gap(line, text, mark[1]) >= clear]
            for lines, text in zip(marked, kept, strict=True)
        ]  # fmt: skip
        still = running & _frequent(apart, len(pages))
        if still == running:
            return kept if any(kept) else [list(page.lines) for page in pages]
        running = still


def _marks(line: Line, page: Page, number: int, body: float) -> set[_Mark]:
    """What a line in a margin says: as it stands, with its page number counted from the page's own, and without it."""
    middle = (line[0].bottom + line[0].top) / 2
    edge, distance = min(("top", page.top - middle), ("bottom", middle - page.bottom), key=lambda place: place[1])
    if distance > _MARGIN_POINTS:
        return set()
    text = " ".join(piece.text for piece in line).lower()
    said = {text}
    if line[0].height < BIGGER * body or not re.search(
        r"[^\W\d_]", text.replace("page", "")
    ):  # "Question 3" in large type is a heading
        said |= _numbered(text, number)
    return {(words, edge, round(distance / _SAME_HEIGHT_POINTS)) for words in said}


def _numbered(text: str, page: int) -> set[str]:
    """What a line says apart from the page number it may hold."""
    if (counted := _PAGE_OF.search(text)) is not None:
        place, count = (int(group) for group in counted.groups() if group)
        return {f"{text[: counted.start()]}# of #{text[counted.end() :]}"} if place <= count else set()
    said: set[str] = {"#roman"} if re.fullmatch("[ivxlc]{1,7}", text) else set()
    for pattern in _PAGE_NUMBERS:
        if (match := pattern.search(text)) is not None:
            start, end = match.span("number")
            said.add(f"{text[:start]}#{int(match['number']) - page}{text[end:]}")
            if int(match["number"]) == page and (bare := f"{text[:start].removesuffix('page ')}{text[end:]}".strip()):
                said.add(bare)
    return said


def _frequent(marks_of_pages: Iterable[Iterable[_Mark]], page_count: int) -> set[_Mark]:
    """The marks that a good share of the pages has at about the same height, with those a little higher or lower."""
    seen = Counter(mark for marks in marks_of_pages for mark in set(marks))
    frequent: set[_Mark] = set()
    for words, edge, height in seen:
        near = [(words, edge, height + step) for step in (-1, 0, 1)]
        is_number = re.fullmatch(r"\W*(?:page)?\W*#-?\d*(?: of #)?\W*|#roman", words) is not None
        needed = max(_NUMBERED_MIN_PAGES if is_number else _REPEATED_MIN_PAGES, page_count * _REPEATED_SHARE)
        if sum(seen[mark] for mark in near) >= needed:
            frequent.update(near)
    return frequent


def _gap(line: Line, text: Sequence[Line], edge: str) -> float:
    """The white between a line in a margin and the nearest text towards the middle of the page."""
    if edge == "top":
        bottom = min(piece.bottom for piece in line)
        return min(
            (bottom - piece.top for other in text for piece in other if piece.bottom + piece.top < 2 * bottom),
            default=math.inf,
        )
    top = max(piece.top for piece in line)
    return min(
        (piece.bottom - top for other in text for piece in other if piece.bottom + piece.top > 2 * top),
        default=math.inf,
    )
