"""Page furniture: the running headers, footers, page numbers and watermarks that pages repeat around their text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from corpus.language.vocabulary import alternatives, load
from corpus.layout.page import BIGGER, Line, Page, Piece, usual_style

_MARGIN_POINTS = 72.0  # from a page's edge to the middle of the innermost line of a running header or footer
_WIDE_MARGIN_POINTS = 140.0  # the same for a bare page number
_REPEATED_SHARE = 0.4  # of the pages that must show a line, apart from its page number, at the same height
_REPEATED_MIN_PAGES = 3
_NUMBERED_MIN_PAGES = 2  # for a line that is nothing but a page number; where there are no more, for any said alike
_DETACHED_GAPS = 2.0  # times the usual gap between lines part a running header or footer from the text,
_DETACHED_HEIGHT = 0.75  # and so much of a line's height at least
_SAME_HEIGHT_POINTS = 8.0
_WATERMARK_HEIGHT = 2.5  # times the body's line height make type as large as that of a watermark
_WATERMARK_POINTS = 28.0
_SAYS_LETTERS = 3  # that a running line has at least where it says more than a page number

_WORDS = load("pages")
_PAGE = alternatives(_WORDS["page"])
_OF = alternatives(_WORDS["page_of"])
_PAGE_OF = re.compile(rf"\b{_PAGE}\s+(\d{{1,5}})\s*(?:{_OF}|/)\s*(\d{{1,5}})\b|^(\d{{1,5}})\s*/\s*(\d{{1,5}})$")
_PAGE_NUMBERS = (
    re.compile(r"^[\[|\s–—·•~-]*(?P<number>\d{1,5})(?=[\]|–—·•~-]*(?:\s|$))"),
    re.compile(r"(?:^|(?<=\s))[\[|–—·•~-]*(?P<number>\d{1,5})(?=[\]|\s–—·•~-]*$)"),
    re.compile(rf"\b{_PAGE}\s+(?P<number>\d{{1,5}})(?=\s|$)"),
)

_BARE_NUMBER = re.compile(rf"[\[|\s–—·•~-]*(?:{_PAGE}\s+)?(?:\d{{1,5}}|[ivxlc]{{1,7}})[\]|\s–—·•~-]*$")
_ROMAN = re.compile("[ivxlc]{1,7}")
_PAGE_ALONE = re.compile(rf"\b{_PAGE}\s*(?=\W*$)|^\W*{_PAGE}\b", re.I)
_PAGE_LAST = re.compile(rf"{_PAGE} $")
_COUNTED = re.compile(rf"# of #|\b{_PAGE}\s+#")  # in a mark: the number is plainly that of a page
_LETTER = re.compile(r"[^\W\d_]")
_ONLY_NUMBER = re.compile(rf"\W*(?:{_PAGE})?\W*#-?\d*(?: of #)?\W*|#roman")

_Mark = tuple[str, str, int]  # what a repeated line says, at which edge, and how far from it


@dataclass(slots=True)
class Body:
    """A page without its furniture.

    Attributes:
        page: the page.
        lines: what is left of it.
        above, below: what its furniture says that no page before it says, at its top and at its foot.
    """

    page: Page
    lines: list[Line]
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


def without_furniture(pages: Sequence[Page]) -> list[Body]:
    """Take the furniture from pages, and keep once what it says beside page numbers.

    A mark is left out where enough pages show it apart from the text, that is from all that is not left out; then also
    on the pages that are so full that it is close to the text. A watermark stands askew, or is in large type that is
    pale or stands behind the text of several pages.

    Args:
        pages: in the order of the file.

    Returns:
        What is left of each.
    """
    plain, watermarks = _without_watermarks(pages)
    count = len({page.number for page in pages})
    style = usual_style(plain)
    clear = max(_DETACHED_GAPS * (style.pitch - style.height), _DETACHED_HEIGHT * style.height)
    marked = [
        [(line, _marks(line, page, style.height)) for line in lines] for page, lines in zip(pages, plain, strict=True)
    ]
    whole = {_text(line).lower() for lines in marked for line, _ in lines}
    running = _frequent(((mark for _, marks in lines for mark in marks) for lines in marked), count, whole)
    while True:
        kept = [[line for line, marks in lines if not marks & running] for lines in marked]
        apart = [
            [mark for line, marks in lines for mark in marks & running if _gap(line, text, mark[1]) >= clear]
            for lines, text in zip(marked, kept, strict=True)
        ]  # fmt: skip
        still = running & _frequent(apart, count, whole)
        if still == running:
            break
        running = still
    if not any(kept):
        return [Body(page, lines) for page, lines in zip(pages, plain, strict=True)]
    bodies = [Body(page, lines) for page, lines in zip(pages, kept, strict=True)]
    _keep_once(bodies, marked, running, watermarks)
    return bodies


def _keep_once(
    bodies: Sequence[Body],
    marked: Sequence[Sequence[tuple[Line, set[_Mark]]]],
    running: set[_Mark],
    watermarks: Sequence[Sequence[str]],
) -> None:
    """Put what furniture says to the first page that says it, but for what the text of the first page says itself."""
    said: set[str] = set()
    opening = _folded(" ".join(_text(line) for line in bodies[0].lines)) if bodies else ""
    for body, lines, behind in zip(bodies, marked, watermarks, strict=True):
        found = [(text, "top") for text in behind]
        for line, marks in lines:
            if left_out := marks & running:
                found.append((_beside_number(line, left_out), next(iter(left_out))[1]))
        for text, edge in found:
            folded = _folded(text)
            if folded not in said and folded not in opening and sum(char.isalpha() for char in text) >= _SAYS_LETTERS:
                said.add(folded)
                (body.above if edge == "top" else body.below).append(text)


def _beside_number(line: Line, marks: set[_Mark]) -> str:
    """What a running line says beside the number of its page."""
    text = _text(line)
    if any(mark[0] == text.lower() for mark in marks):
        return text
    for pattern in (_PAGE_OF, *_PAGE_NUMBERS):
        if (match := re.search(pattern.pattern, text, re.I)) is not None:
            number = match.span("number") if "number" in match.groupdict() else match.span()
            text = f"{text[: number[0]]} {text[number[1] :]}"
            break
    text = _PAGE_ALONE.sub("", text)
    return re.sub(r"^[\s|–—·•~-]+|[\s|–—·•~-]+$", "", " ".join(text.split()))


def _folded(text: str) -> str:
    """The words of a text, with a space on each side of each."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return " ".join(["", *words, ""])


def _text(line: Line) -> str:
    return " ".join(piece.text for piece in line)


def _without_watermarks(pages: Sequence[Page]) -> tuple[list[list[Line]], list[list[str]]]:
    """The lines of pages without their watermarks, and what these say."""
    if not any(_may_be_behind(piece) for page in pages for line in page.lines for piece in line):
        return [list(page.lines) for page in pages], [[] for _ in pages]
    large = usual_style(page.lines for page in pages).height * _WATERMARK_HEIGHT
    seen = Counter(
        (piece.text, round(piece.left / _SAME_HEIGHT_POINTS), round(piece.top / _SAME_HEIGHT_POINTS))
        for page in pages
        for line in page.lines
        for piece in line
        if piece.height >= large
    )
    plain: list[list[Line]] = []
    said: list[list[str]] = []
    for page in pages:
        marks = {
            id(piece)
            for line in page.lines
            for piece in line
            if piece.role == "watermark" or (piece.height >= large and _is_behind(piece, page, seen))
        }
        plain.append([kept for line in page.lines if (kept := [piece for piece in line if id(piece) not in marks])])
        said.append([piece.text for line in page.lines for piece in line if id(piece) in marks])
    return plain, said


def _may_be_behind(piece: Piece) -> bool:
    return piece.role == "watermark" or piece.top - piece.bottom >= _WATERMARK_POINTS


def _is_behind(piece: Piece, page: Page, seen: Counter[tuple[str, int, int]]) -> bool:
    """Whether a large piece stands behind the text: over it, and pale or on several pages."""
    place = (piece.text, round(piece.left / _SAME_HEIGHT_POINTS), round(piece.top / _SAME_HEIGHT_POINTS))
    if not piece.pale and seen[place] < _REPEATED_MIN_PAGES:
        return False
    return any(
        min(piece.right, other.right) > max(piece.left, other.left)
        and min(piece.top, other.top) - max(piece.bottom, other.bottom) > 0.3 * other.height
        for line in page.lines
        for other in line
        if other is not piece
    )


def _marks(line: Line, page: Page, body: float) -> set[_Mark]:
    """What a line in a margin says: as it stands, with its page number counted from the page's own, and without it."""
    middle = (line[0].bottom + line[0].top) / 2
    edge, distance = min(("top", page.top - middle), ("bottom", middle - page.bottom), key=lambda place: place[1])
    text = _text(line).lower()
    if distance > _MARGIN_POINTS:
        is_outermost = line is page.lines[0 if edge == "top" else -1]
        if distance > _WIDE_MARGIN_POINTS or not (is_outermost and _BARE_NUMBER.match(text)):
            return set()
    said = {text}
    is_small = line[0].height < BIGGER * body  # "Question 3" in large type is a heading
    if is_small or not _LETTER.search(re.sub(_PAGE, "", text)):
        said |= _numbered(text, page.number)
    return {(words, edge, round(distance / _SAME_HEIGHT_POINTS)) for words in said}


def _numbered(text: str, page: int) -> set[str]:
    """What a line says apart from the page number it may hold."""
    if (counted := _PAGE_OF.search(text)) is not None:
        place, count = (int(group) for group in counted.groups() if group)
        return {f"{text[: counted.start()]}# of #{text[counted.end() :]}"} if place <= count else set()
    said: set[str] = {"#roman"} if _ROMAN.fullmatch(text) else set()
    for pattern in _PAGE_NUMBERS:
        if (match := pattern.search(text)) is not None:
            start, end = match.span("number")
            said.add(f"{text[:start]}#{int(match['number']) - page}{text[end:]}")
            if int(match["number"]) == page and (bare := f"{_PAGE_LAST.sub('', text[:start])}{text[end:]}".strip()):
                said.add(bare)
    return said


def _frequent(marks_of_pages: Iterable[Iterable[_Mark]], page_count: int, whole: Container[str]) -> set[_Mark]:
    """The marks that a good share of the pages has at about the same height, with those a little higher or lower.

    Of two pages both must say them word for word as a line (`whole`), or but for what is plainly a page's number.
    """
    seen = Counter(mark for marks in marks_of_pages for mark in set(marks))
    frequent: set[_Mark] = set()
    for words, edge, height in seen:
        near = [(words, edge, height + step) for step in (-1, 0, 1)]
        is_number = _ONLY_NUMBER.fullmatch(words) is not None
        is_alike = is_number or (page_count == _NUMBERED_MIN_PAGES and (words in whole or _COUNTED.search(words)))
        needed = max(_NUMBERED_MIN_PAGES if is_alike else _REPEATED_MIN_PAGES, page_count * _REPEATED_SHARE)
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
