"""A page of a PDF drawn with some of its words boxed: what a process of its own does and then ends.

A PDF may be made to do harm, and the library that draws it cannot be interrupted; so it is drawn where memory and time
are limited by the system, and where a crash ends nothing else.
"""

from __future__ import annotations

import ctypes
import io
import json
import math
import resource
import sys
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageDraw

_SCALE = 1.75
_DOTS_MAX = 4_000_000
_MEMORY_BYTES = 1_000_000_000
_COLOURS = 96
_CHARACTERS_MAX = 100_000
_LETTERS_MIN = 3  # of a part of the words that is looked for by itself
_TINT = (255, 236, 150)
_EDGE = (176, 112, 0)


class Box(NamedTuple):
    """A rectangle of a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to draw.

    Attributes:
        page: its number, from 1.
        words: what to box; "" for nothing.
        earlier: how often the same words stand on the page before those that are meant.
    """

    page: int
    words: str = ""
    earlier: int = 0


def main() -> None:
    """Draw what the first argument asks for of the PDF on standard input, as a PNG on standard output."""
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read(), Wanted(**json.loads(sys.argv[1]))))


def draw(pdf: bytes, wanted: Wanted) -> bytes:
    """A page of a PDF as a PNG.

    Args:
        pdf: the file.
        wanted: the page, and the words to box on it.

    Raises:
        pypdfium2.PdfiumError: it cannot be drawn.
        IndexError: there is no such page.
    """
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    page = document[wanted.page - 1]
    width, height = page.get_size()
    scale = min(_SCALE, math.sqrt(_DOTS_MAX / max(width * height, 1.0)))
    image = page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
    for box in boxes_of(page, wanted) if wanted.words else ():
        _mark(image, _in_dots(page, box, image.size))
    image = image.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    drawn = io.BytesIO()
    image.save(drawn, "PNG")
    return drawn.getvalue()


def boxes_of(page: pypdfium2.PdfPage, wanted: Wanted) -> list[Box]:
    """Where words stand on a page, a box a line; none where they do not stand there as text.

    They are compared by their letters and digits alone, since the text of a page has other spaces and line ends. Words
    that a page does not hold in one run, such as those of a row, are looked for line by line and cell by cell.
    """
    text = page.get_textpage()
    count = min(text.count_chars(), _CHARACTERS_MAX)
    letters, places = [], []
    for index in range(count):
        for letter in letters_of(chr(pdfium.FPDFText_GetUnicode(text.raw, index))):
            letters.append(letter)
            places.append(index)
    written = "".join(letters)
    found = _find(written, letters_of(wanted.words), wanted.earlier)
    runs = [found] if found else []
    for part in wanted.words.replace("|", "\n").split("\n") if not found else ():
        sought = letters_of(part)
        if len(sought) >= _LETTERS_MIN and (found := _find(written, sought, 0)):
            runs.append(found)
    return [box for start, end in runs for box in _lines(text, places[start:end])]


def letters_of(text: str) -> str:
    """The letters and digits of a text, without case, accents and ligatures, by which texts are compared."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text).casefold() if letter.isalnum())


def _find(written: str, sought: str, earlier: int) -> tuple[int, int] | None:
    """Where the letters stand the next time after so many others, or the last time where there are fewer."""
    at = written.find(sought) if sought else -1
    while earlier and (after := written.find(sought, at + 1)) > 0:
        at, earlier = after, earlier - 1
    return (at, at + len(sought)) if at >= 0 else None


def _lines(text: pypdfium2.PdfTextPage, characters: list[int]) -> list[Box]:
    """The boxes of characters, those of one line put together."""
    lines: list[Box] = []
    rect = pdfium.FS_RECTF()
    for character in characters:
        if not pdfium.FPDFText_GetLooseCharBox(text.raw, character, ctypes.byref(rect)):
            continue
        box = Box(rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top))
        if lines and _on_one_line(lines[-1], box):
            last = lines.pop()
            box = Box(*map(min, last[:2], box[:2]), *map(max, last[2:], box[2:]))
        lines.append(box)
    return lines


def _on_one_line(line: Box, box: Box) -> bool:
    middle, height = (box.bottom + box.top) / 2, box.top - box.bottom
    return line.bottom < middle < line.top and -height < box.left - line.right < 3 * height


def _in_dots(page: pypdfium2.PdfPage, box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """A box in dots from the upper left corner of a picture of the page, which may be turned or cropped."""
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for across, up in ((box.left, box.bottom), (box.right, box.top)):
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, across, up, ctypes.byref(x), ctypes.byref(y))
        corners.append((x.value, y.value))
    (one, two), (other, another) = corners
    return min(one, other), min(two, another), max(one, other), max(two, another)


def _mark(image: Image.Image, box: tuple[int, int, int, int]) -> None:
    """Tint a part of a picture as a highlighter does, with an edge around it."""
    left, top = max(box[0] - 2, 0), max(box[1] - 1, 0)
    right, bottom = min(box[2] + 2, image.width), min(box[3] + 1, image.height)
    if left >= right or top >= bottom:
        return
    part = image.crop((left, top, right, bottom))
    image.paste(ImageChops.multiply(part, Image.new("RGB", part.size, _TINT)), (left, top))
    ImageDraw.Draw(image).rectangle((left, top, right - 1, bottom - 1), outline=_EDGE)
