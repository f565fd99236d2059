"""Grey pictures to recognise words in: of a page of a PDF, and of the frames of a file of pictures."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from corpus.errors import UnreadableFile

_DOTS_PER_INCH = 300  # at which Tesseract was taught to read
_DOTS_MAX = 25_000_000  # of a picture that is recognised: an A3 page and a half
_PAGE_DOTS = 2480 * 3508  # of an A4 page; a picture is not made larger than that
_LARGER_MAX = 4.0
_GIVEN_DOTS_MAX = 200_000_000  # of a picture that is opened at all
_FRAMES_MAX = 2_000
_SMALLEST_SIDE = 24  # dots; a smaller picture is an icon or a rule


@dataclass(frozen=True, slots=True)
class Picture:
    """A grey picture.

    Attributes:
        width, height: in dots.
        dots_per_inch: how many there are to an inch of paper.
        rows: a byte a dot, row by row from the top.
    """

    width: int
    height: int
    dots_per_inch: float
    rows: bytes

    @property
    def is_blank(self) -> bool:
        """Whether all of it is of almost one grey."""
        return max(self.rows, default=0) - min(self.rows, default=0) < 32

    def pgm(self) -> bytes:
        """It in the form PGM."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.rows


def picture_of_page(page: pypdfium2.PdfPage) -> Picture:
    """How a page of a PDF looks, at 300 dots per inch unless it is very large.

    Raises:
        pypdfium2.PdfiumError: it cannot be drawn.
    """
    width, height = page.get_size()
    scale = min(_DOTS_PER_INCH / 72, math.sqrt(_DOTS_MAX / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        drawn, stride = memoryview(bitmap.buffer).cast("B"), bitmap.stride
        rows = b"".join(drawn[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))
        return Picture(bitmap.width, bitmap.height, 72 * scale, rows)
    finally:
        bitmap.close()


def pictured_share(page: pypdfium2.PdfPage) -> float:
    """How much of a page of a PDF its largest picture covers, 0-1."""
    width, height = map(float, page.get_size())
    largest = 0.0
    for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = map(float, found.get_bounds())
        largest = max(largest, (right - left) * (top - bottom))
    return min(largest / max(width * height, 1.0), 1.0)


_FAULTS = (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError)


def pictures_in(data: bytes) -> Iterator[Callable[[], Picture | None]]:
    """The frames of a file of pictures, upright and of the size in which words are recognised best.

    A picture that does not say how many dots there are to an inch is made as large as an A4 page at most.

    Returns:
        What gives each of them, or None for a damaged one after the first; to be called before the next is asked for.

    Raises:
        UnreadableFile: it is damaged from the first on, or too large; the calls raise it too.
    """
    try:
        with Image.open(io.BytesIO(data)) as image:
            for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
                if number > _FRAMES_MAX:
                    raise UnreadableFile(f"It holds more than {_FRAMES_MAX} pictures. Split it.")
                if frame.width * frame.height > _GIVEN_DOTS_MAX:
                    raise UnreadableFile(
                        f"It is a picture of {frame.width} by {frame.height} dots, which is too large. Make it smaller."
                    )
                yield partial(_picture, frame, number)
    except _FAULTS as error:
        raise _damaged() from error


def _damaged() -> UnreadableFile:
    return UnreadableFile("It is a damaged picture that cannot be opened. Fetch it again or save it anew.")


def _picture(frame: Image.Image, number: int) -> Picture | None:
    try:
        return _prepared(frame)
    except _FAULTS as error:
        if number == 1:
            raise _damaged() from error
        return None


def _prepared(frame: Image.Image) -> Picture:
    stated = frame.info.get("dpi", (0, 0))[0]
    upright = ImageOps.exif_transpose(frame)
    if upright.has_transparency_data:  # what shows through it is paper
        paper = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(paper, upright.convert("RGBA"))
    grey = upright.convert("L")
    scale = _scale(grey.width, grey.height, float(stated))
    if scale != 1:
        grey = grey.resize(
            (max(round(grey.width * scale), 1), max(round(grey.height * scale), 1)), Image.Resampling.BICUBIC
        )
    return Picture(grey.width, grey.height, _DOTS_PER_INCH, grey.tobytes())


def _scale(width: int, height: int, dots_per_inch: float) -> float:
    """By how much to enlarge a picture."""
    dots = width * height
    if min(width, height) < _SMALLEST_SIDE:
        return 1.0
    if dots > _DOTS_MAX:
        return math.sqrt(_DOTS_MAX / dots)
    stated = _DOTS_PER_INCH / dots_per_inch if dots_per_inch >= 1 else _LARGER_MAX
    return max(min(stated, math.sqrt(_PAGE_DOTS / dots), _LARGER_MAX), 1.0)
