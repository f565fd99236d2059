"""PDFs."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.layout.blocks import find_blocks
from corpus.layout.page import Line, Page, Piece
from corpus.metadata import Given
from corpus.recognition.scans import counted_pages, letters_on, looks_scanned, pages_in_words, with_scans_read

_SIGNATURE = b"%PDF-"
_OPENING_BYTES = 1024  # in which a PDF may have its signature
_PAGES_MAX = 10_000
_CELL_GAP = 1.2  # line heights between words that part cells or columns
_OVERLAP = 0.2  # of a word's height by which the next one on its line overlaps it at least
_BULLET_GAP = 5.0  # line heights that may lie between a bullet or number and its text
_BOLD_WEIGHT = 600
_TITLE_LONG_ENOUGH_CHARS = 60

_BROKEN = "\x02\ufffe"  # what the library gives for a hyphen at the end of a line
_TOKEN = re.compile("[^\\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]|\n")
_LEAD = re.compile(r"(?:[^\w\s(]|\(?\w{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){0,3}\.?)$")
_ODD_CHARACTERS = re.compile("[\uf000-\uf0ff\u00ad\x01-\x08\x0e-\x1f\ufb00-\ufb06\ud800-\udfff]")
_SHOWN_AS = {"\uf06e": "◼", "\uf0a7": "▪", "\uf02d": "–", "\uf0be": "–", "\uf0d8": "➢", "\uf0fc": "✓"} | dict(
    zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)

_Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages of a PDF.

    Attributes:
        pages: with their lines; a damaged page has none.
        damaged: the numbers (from 1) of pages that cannot be read.
        scanned: the numbers (from 1) of pages that look scanned.
    """

    pages: list[Page]
    damaged: list[int]
    scanned: list[int]


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a PDF; see `corpus.formats.Reader`."""
    with _opened(data) as pdf:
        extracted = _pages(pdf)
        scans = with_scans_read(pdf, extracted.pages, extracted.scanned)
        stated_title = pdf.get_metadata_dict().get("Title", "")
    yield from (ReadWarning(file_id, reason) for reason in (*_warnings(extracted), *scans.warnings))
    blocks = find_blocks(scans.pages)
    given = Given(titles=tuple(_titles(blocks, stated_title)))
    yield compose(file_id, sha256, FORMAT.media_type, blocks, given, len(scans.pages), scans.recognised)


def sniff(sample: Sample) -> Confidence:
    """Whether a file starts like a PDF; one that is called so may have something else before that."""
    opening = sample.data[:_OPENING_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if opening.startswith(_SIGNATURE) or (sample.suffix in FORMAT.suffixes and _SIGNATURE in opening):
        return Confidence.CERTAIN
    return Confidence.NO


FORMAT = Format(
    kind="pdf",
    name="a PDF",
    suffixes=(".pdf",),
    media_type="application/pdf",
    libraries=("pypdfium2",),
    sniff=sniff,
    read=read,
    signature=_SIGNATURE,
)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableFile("It is a PDF locked with a password. Save a copy without a password.") from None
        raise UnreadableFile(
            "It is a damaged PDF that cannot be opened, perhaps cut short. Fetch it again or save it anew."
        ) from None


def _pages(pdf: pypdfium2.PdfDocument) -> _Pages:
    """The pages of a PDF that has text on one of them at least."""
    count = len(pdf)
    if not count:
        raise UnreadableFile("It is a PDF without pages. Save it anew.")
    if count > _PAGES_MAX:
        raise UnreadableFile(f"It has {count} pages; at most {_PAGES_MAX} are read. Split it.")
    pages: list[Page] = []
    damaged: list[int] = []
    scanned: list[int] = []
    for index in range(count):
        try:
            pages.append(_page(pdf, index))
            if looks_scanned(pdf[index], letters_on(pages[-1])):
                scanned.append(index + 1)
        except pypdfium2.PdfiumError:
            pages += [Page([], 0.0, 0.0)] * (index + 1 - len(pages))
            damaged.append(index + 1)
    if len(damaged) == count:
        raise UnreadableFile(
            f"It is damaged: none of its {counted_pages(count)} can be read. Fetch it again or save it anew."
        )
    return _Pages(pages, damaged, scanned)


def _warnings(extracted: _Pages) -> Iterator[str]:
    """The reasons of the warnings about a PDF that was read."""
    count = len(extracted.pages)
    if extracted.damaged:
        yield (
            f"{pages_in_words(extracted.damaged, count)} could not be read; the others were. "
            "Fetch the file again or save it anew."
        )


def _titles(blocks: Sequence[SourceBlock], stated: str) -> Iterator[str]:
    """What may be the title: the stated one if the first page shows it, the headings it opens with, the first line.

    Templates leave wrong titles in files; what is shown is right.
    """
    opening = [block for block in blocks if block.page == 1]
    if stated and _folded(stated) in _folded(" ".join(block.text for block in opening)):
        yield stated
    headings: list[str] = []
    for block in opening[:6]:
        if block.kind == "heading" and len(": ".join(headings)) < _TITLE_LONG_ENOUGH_CHARS:
            headings.append(block.text)
        elif headings:
            break
    if headings:
        yield ": ".join(heading.rstrip(":") for heading in headings)
    yield from (block.text for block in blocks[:1])


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _page(pdf: pypdfium2.PdfDocument, index: int) -> Page:
    """A page (from 0) with its lines in the order in which the file holds them."""
    page = pdf[index]
    text_page = page.get_textpage()
    try:
        upright = _upright(page)
        _, bottom, _, top = upright(page.get_bbox())
        return Page(_lines(text_page.raw, _characters(text_page.raw), upright), bottom, top)
    finally:
        text_page.close()
        page.close()


def _characters(raw: pdfium.FPDF_TEXTPAGE) -> str:
    """A page's text, with one character for each of the library's character numbers."""
    count = pdfium.FPDFText_CountChars(raw)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(raw, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(raw, index) for index in range(count))
    return "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)


def _upright(page: pypdfium2.PdfPage) -> Callable[[_Box], _Box]:
    """A function that turns boxes on a rotated page to where a reader sees them."""
    left, bottom, right, top = page.get_mediabox()
    turns: dict[int, Callable[[_Box], _Box]] = {
        90: lambda box: (box[1] - bottom, right - box[2], box[3] - bottom, right - box[0]),
        180: lambda box: (right - box[2], top - box[3], right - box[0], top - box[1]),
        270: lambda box: (top - box[3], box[0] - left, top - box[1], box[2] - left),
    }
    return turns.get(page.get_rotation(), lambda box: box)


def _lines(raw: pdfium.FPDF_TEXTPAGE, text: str, upright: Callable[[_Box], _Box]) -> list[Line]:
    """The lines of a page from its characters."""
    builder = _LineBuilder(raw, upright)
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token == "\n":
            builder.end_line()
            continue
        broken = token[-1] in _BROKEN
        word = _ODD_CHARACTERS.sub(_written_out, token[:-1] if broken else token)
        if word:
            builder.add(word, match.start(), match.end() - 1 - broken)
        if broken:
            builder.end_line(broken=True)
    builder.end_line()
    return builder.lines


class _LineBuilder:
    """Puts words together to pieces and pieces to lines, by where their characters stand."""

    def __init__(self, raw: pdfium.FPDF_TEXTPAGE, upright: Callable[[_Box], _Box]) -> None:
        self.lines: list[Line] = []
        self._raw = raw
        self._upright = upright
        self._rect = pdfium.FS_RECTF()
        self._line: Line = []
        self._words: list[str] = []
        self._boxes: list[_Box] = []
        self._first = self._last = 0  # characters of the piece

    def add(self, word: str, first: int, last: int) -> None:
        """Add a word whose characters have the numbers from `first` to `last`."""
        left, bottom, _, top = self._box(first)
        box = (left, bottom, self._box(last)[2], top)
        if self._boxes:
            before = self._boxes[-1]
            height = before[3] - before[1]
            if box[3] < before[1] + _OVERLAP * height or box[1] > before[3] - _OVERLAP * height:
                self.end_line()
            elif self._is_apart(box[0] - before[2], height):
                self._end_piece(broken=False)
        if not self._words:
            self._first = first
        self._last = last
        self._words.append(word)
        self._boxes.append(box)

    def end_line(self, *, broken: bool = False) -> None:
        """End the line, if there is one; `broken` says that its last word goes on in the next."""
        self._end_piece(broken=broken)
        if self._line:
            self.lines.append(self._line)
            self._line = []

    def _is_apart(self, gap: float, height: float) -> bool:
        """Whether a gap parts two pieces: a wide one does, unless it follows a bullet or number."""
        if gap <= _CELL_GAP * height:
            return False
        return gap >= _BULLET_GAP * height or len(self._words) > 1 or _LEAD.match(self._words[0]) is None

    def _end_piece(self, *, broken: bool) -> None:
        if self._words:
            boxes = self._boxes
            _, bottom, _, top = max(boxes, key=lambda box: box[3] - box[1])
            bold = _is_bold(self._raw, self._first) and _is_bold(self._raw, self._last)
            width = boxes[0][2] - boxes[0][0]
            text = " ".join(self._words)
            self._line.append(Piece(text, boxes[0][0], boxes[-1][2], bottom, top, bold, width, broken))
            self._words.clear()
            self._boxes.clear()

    def _box(self, character: int) -> _Box:
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._raw, character, ctypes.byref(rect))
        return self._upright((rect.left, rect.bottom, rect.right, rect.top))


def _written_out(match: re.Match[str]) -> str:
    """What to write for a character of a symbol font, a ligature, or one that shows nothing."""
    char = match[0]
    if char in _SHOWN_AS:
        return _SHOWN_AS[char]
    return "•" if "\uf000" <= char <= "\uf0ff" else "\ufffd" if "\ud800" <= char <= "\udfff" else ""


def _is_bold(raw: pdfium.FPDF_TEXTPAGE, character: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(raw, character) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(raw, character, name, 128, None)
    return re.search(rb"bold|black|heavy", name.value.lower()) is not None
