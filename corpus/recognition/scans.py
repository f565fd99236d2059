"""Pages of a PDF that look scanned: which they are, their words recognised, and what to tell of those that are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, islice

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.errors import UnreadableFile
from corpus.layout.page import Page, Piece, lines_of
from corpus.recognition.pictures import Picture, picture_of_page, pictured_share
from corpus.recognition.recogniser import RecognisedPages, recognise, recogniser_in_use

_LETTERS_MAX = 12  # fewer letters and digits than these are no text
_STAMP_LETTERS_MAX = 200  # fewer may be stamped on a scanned page, beside a picture of most of it
_STAMPED_SHARE_MIN = 0.6  # of the page, that the picture then covers
_STROKES_MIN = 40  # so many drawn shapes on a page without text may be letters
_UNCERTAIN = 0.8
_RUNS_SHOWN = 12  # of pages, in a sentence


@dataclass(frozen=True, slots=True)
class Scans:
    """The pages of a PDF after those that look scanned were recognised.

    Attributes:
        pages: all of them.
        recognised: the numbers (from 1) of those with recognised words, and how sure these are; see `Document`.
        warnings: sentences about those that have none, or uncertain ones.
    """

    pages: list[Page]
    recognised: tuple[tuple[int, float], ...]
    warnings: tuple[str, ...]


def looks_scanned(page: pypdfium2.PdfPage, printed: Iterable[Page]) -> bool:
    """Whether a page seems to show text that the file does not hold as text.

    Args:
        page: the page.
        printed: what text it holds.
    """
    letters = _letters(printed, _STAMP_LETTERS_MAX)
    if letters >= _STAMP_LETTERS_MAX:
        return False
    if letters >= _LETTERS_MAX:
        return pictured_share(page) >= _STAMPED_SHARE_MIN
    if any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        return True
    strokes = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    return sum(1 for _ in islice(strokes, _STROKES_MIN)) == _STROKES_MIN


def with_scans_read(pdf: pypdfium2.PdfDocument, pages: Sequence[Page], scanned: Sequence[int]) -> Scans:
    """Recognise the words on the pages of a PDF that look scanned.

    Args:
        pdf: the file, open.
        pages: all its pages, as far as the file holds their text.
        scanned: the numbers (from 1) of those that look scanned.

    Raises:
        UnreadableFile: there are such pages, and in the end no page has text.
    """
    if not scanned:
        return Scans(list(pages), (), ())
    missing = recogniser_in_use().missing
    pictures = ((number, partial(_drawn, pdf, number)) for number in scanned)
    found = RecognisedPages() if missing else recognise(pictures)
    whole = [*_together(pages, found.pages)]
    count = len(pdf)
    if not any(
        _letters(together, _LETTERS_MAX) == _LETTERS_MAX for _, together in groupby(whole, lambda page: page.number)
    ):
        raise UnreadableFile(_why_no_text(count, missing, found))
    if missing:
        warnings = [f"Little or no text, but a picture, on {pages_in_words(scanned, count)}. {missing}"]
    else:
        warnings = list(what_to_look_at(found, count))
    return Scans(whole, tuple(sorted(found.certainties.items())), tuple(warnings))


def pages_in_words(numbers: Sequence[int], count: int) -> str:
    """Some of a file's pages in words, such as "3 of 9 pages (2, 5-6)"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    shown = ["-".join(map(str, run)) for run in runs[:_RUNS_SHOWN]] + ["…"] * (len(runs) > _RUNS_SHOWN)
    return f"{len(numbers)} of {counted_pages(count)} ({', '.join(shown)})"


def counted_pages(count: int) -> str:
    """A number of pages in words."""
    return "1 page" if count == 1 else f"{count} pages"


def _letters(pages: Iterable[Page], most: int) -> int:
    """How many letters and digits stand on some pages; no more than some are counted."""
    letters = 0
    for piece in (piece for page in pages for line in page.lines for piece in line):
        letters += sum(map(str.isalnum, piece.text))
        if letters >= most:
            return most
    return letters


def _drawn(pdf: pypdfium2.PdfDocument, number: int) -> Picture | None:
    try:
        page = pdf[number - 1]
        try:
            return picture_of_page(page)
        finally:
            page.close()
    except (pypdfium2.PdfiumError, ValueError):
        return None


def _together(printed: Sequence[Page], recognised: Mapping[int, Page]) -> Iterator[Page]:
    """The pages of a file with what was recognised on them beside the text that they hold themselves."""
    waiting = dict(recognised)
    for page in printed:
        yield from (waiting.pop(number) for number in sorted(waiting) if number < page.number)
        found = waiting.pop(page.number, None)
        if found is None:
            yield page
            continue
        own = [piece for line in page.lines for piece in line]
        more = [piece for line in found.lines for piece in line if not _is_printed(piece, own)]
        yield replace(page, lines=lines_of([*own, *more]))
    yield from (waiting[number] for number in sorted(waiting))


def _is_printed(piece: Piece, own: Sequence[Piece]) -> bool:
    """Whether most of a recognised piece is text that the page holds itself."""
    covered = sum(
        max(min(piece.right, other.right) - max(piece.left, other.left), 0.0)
        for other in own
        if other.bottom < (piece.bottom + piece.top) / 2 < other.top
    )
    return covered > 0.5 * (piece.right - piece.left)


def _why_no_text(count: int, missing: str, found: RecognisedPages) -> str:
    if missing:
        return f"It looks scanned: no text on its {counted_pages(count)}. {missing}"
    if found.failed:
        return f"It looks scanned, and text recognition {next(iter(found.failed))}. Split it, or scan it again."
    if found.left:
        return f"It looks scanned. {left_in_words(found.left, count)}"
    return (
        f"It looks scanned, and no text was recognised on its {counted_pages(count)}. "
        "If it shows text, scan it again at 300 dots per inch."
    )


def what_to_look_at(found: RecognisedPages, count: int) -> Iterator[str]:
    """Sentences about the pages on which no words were recognised, or uncertain ones.

    Args:
        found: what was recognised; some of it was.
        count: how many pages the file has.
    """
    others = "" if found.left else "; the other pages were read"
    for reason, numbers in found.failed.items():
        yield f"Text recognition {reason} on {pages_in_words(numbers, count)}{others}."
    if found.left:
        yield f"{left_in_words(found.left, count)} The other pages were read."
    if found.empty:
        yield (
            f"No text was recognised in the picture on {pages_in_words(found.empty, count)}. "
            "If it shows text, scan it again at 300 dots per inch."
        )
    yield from uncertain(found.certainties, count)


def left_in_words(numbers: Sequence[int], count: int) -> str:
    """A sentence about the pages that were not begun, and what to do."""
    return (
        f"{pages_in_words(numbers, count)} {'was' if len(numbers) == 1 else 'were'} not read, since after "
        f"{recogniser_in_use().file_seconds:,} s (QA_OCR_FILE_SECONDS) no further page of a file is recognised. "
        "Split it, or set that higher."
    )


def uncertain(certainties: Mapping[int, float], count: int) -> Iterator[str]:
    """A sentence about the pages on which the recognised words are far from sure, if there are any."""
    numbers = [number for number, certainty in certainties.items() if certainty < _UNCERTAIN]
    if numbers:
        lowest = min(certainties[number] for number in numbers)
        yield (
            f"The text recognised on {pages_in_words(numbers, count)} is uncertain "
            f"(as little as {lowest * 100:.0f} % sure). "
            "Compare it with the scan, or scan it again at 300 dots per inch."
        )
