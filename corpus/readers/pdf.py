"""PDFs."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.assembly import Block, assemble
from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.kind import MEDIA_TYPES
from corpus.metadata import choose_title, read_stated
from corpus.readers.layout import Line, Page, Piece, find_blocks
from corpus.readers.warning import ReadWarning

_PAGES_MAX = 10_000
_SCANNED_LETTERS_MAX = 12  # fewer letters and digits than these and a picture make a page that looks scanned
_RUNS_SHOWN = 12  # of pages, in a note
_CELL_GAP = 1.2  # line heights between words that part cells or columns
_BULLET_GAP = 5.0  # line heights that may lie between a bullet or number and its text
_BOLD_WEIGHT = 600
_TITLE_LONG_ENOUGH_CHARS = 60

_TOKEN = re.compile("[^\\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]|\n")
_LEAD = re.compile(r"(?:[^\w\s(]|\(?\w{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){0,3}\.?)$")
_ODD_CHARACTERS = re.compile("[\uf000-\uf0ff\u00ad\x01-\x08\x0e-\x1f\ufb00-\ufb06\ud800-\udfff]")
_SHOWN_AS = {"\uf06e": "◼", "\uf0a7": "▪", "\uf02d": "–", "\uf0be": "–", "\uf0d8": "➢", "\uf0fc": "✓"} | dict(
    zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)

_Box = tuple[float, float, float, float]  # left, bottom, right, top


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a PDF; see `corpus.readers.Reader`."""
    with _opened(data) as pdf:
        count = len(pdf)
        if not count:
            raise UnreadableFile("It is a PDF without pages. Save it anew.")
        if count > _PAGES_MAX:
            raise UnreadableFile(f"It has {count} pages; at most {_PAGES_MAX} are read. Split it.")
        pages: list[Page] = []
        damaged: list[int] = []
        scanned: list[int] = []
        has_text = False
        for number in range(count):
            try:
                pages.append(_page(pdf, number))
                if _letters(pages[-1]) >= _SCANNED_LETTERS_MAX:
                    has_text = True
                elif _has_picture(pdf, number):
                    scanned.append(number + 1)
            except pypdfium2.PdfiumError:
                pages += [Page([], 0.0, 0.0)] * (number + 1 - len(pages))
                damaged.append(number + 1)
        if len(damaged) == count:
            raise UnreadableFile(
                f"It is damaged: none of its {_counted(count)} can be read. Fetch it again or save it anew."
            )
        if scanned and not has_text:
            raise UnreadableFile(
                f"It looks scanned: no text on its {_counted(count)}. Run it through text recognition (OCR) first."
            )
        if damaged:
            yield ReadWarning(
                file_id,
                f"{_share(damaged, count)} could not be read; the others were. Fetch the file again or save it anew.",
            )
        if scanned:
            yield ReadWarning(
                file_id,
                f"No text, only a picture, on {_share(scanned, count)}. If they are scanned, run the file through text recognition (OCR).",
            )
        stated_title = pdf.get_metadata_dict().get("Title", "")
    blocks = find_blocks(pages)
    assembled = assemble(blocks, count)
    stated = read_stated([block.text for block in blocks])
    yield Document(
        id=file_id,
        title=choose_title(_titles(blocks, stated_title), file_id),
        text=assembled.text,
        source=stated.source,
        url=None,
        published=stated.published,
        media_type=MEDIA_TYPES["pdf"],
        sha256=sha256,
        pages=assembled.pages,
        paragraphs=assembled.paragraphs,
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


def _counted(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _share(numbers: Sequence[int], count: int) -> str:
    """Some of a file's pages in words, such as "3 of 9 pages (2, 5-6)"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    shown = ["-".join(map(str, run)) for run in runs[:_RUNS_SHOWN]] + ["…"] * (len(runs) > _RUNS_SHOWN)
    return f"{len(numbers)} of {_counted(count)} ({', '.join(shown)})"


def _letters(page: Page) -> int:
    return sum(char.isalnum() for line in page.lines for piece in line for char in piece.text)


def _has_picture(pdf: pypdfium2.PdfDocument, number: int) -> bool:
    page = pdf[number]
    try:
        return next(iter(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None
    finally:
        page.close()


def _titles(blocks: Sequence[Block], stated: str) -> Iterator[str]:
    """The file's stated title if its first page shows it (templates leave wrong ones), the headings it opens with, its first line."""
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


def _page(pdf: pypdfium2.PdfDocument, number: int) -> Page:
    """A page (from 0) with its lines in the order in which the file holds them."""
    page = pdf[number]
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
    codes = (pdfium.FPDFText_GetUnicode(raw, number) for number in range(count))
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
    rect = pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)

    def box_of(number: int) -> _Box:
        pdfium.FPDFText_GetLooseCharBox(raw, number, pointer)
        return upright((rect.left, rect.bottom, rect.right, rect.top))

    lines: list[Line] = []
    line: Line = []
    words: list[str] = []
    boxes: list[_Box] = []
    first = last = 0

    def end_piece(broken: bool) -> None:
        if words:
            tallest = max(boxes, key=lambda box: box[3] - box[1])
            bold = _is_bold(raw, first) and _is_bold(raw, last)
            width = boxes[0][2] - boxes[0][0]
            line.append(Piece(" ".join(words), boxes[0][0], boxes[-1][2], tallest[1], tallest[3], bold, width, broken))
            words.clear()
            boxes.clear()

    def end_line(broken: bool = False) -> None:
        end_piece(broken)
        if line:
            lines.append(line.copy())
            line.clear()

    for match in _TOKEN.finditer(text):
        token = match[0]
        if token == "\n":
            end_line()
            continue
        broken = token[-1] in "\x02\ufffe"
        word = _ODD_CHARACTERS.sub(_written_out, token[:-1] if broken else token)
        if word:
            start = box_of(match.start())
            end = match.end() - 1 - broken
            box = (start[0], start[1], box_of(end)[2], start[3])
            if boxes:
                before = boxes[-1]
                height = before[3] - before[1]
                gap = box[0] - before[2]
                if box[3] < before[1] + 0.2 * height or box[1] > before[3] - 0.2 * height:
                    end_line()
                elif gap > _CELL_GAP * height and not (
                    gap < _BULLET_GAP * height and len(words) == 1 and _LEAD.match(words[0])
                ):
                    end_piece(broken=False)
            if not words:
                first = match.start()
            last = end
            words.append(word)
            boxes.append(box)
        if broken:
            end_line(broken=True)
    end_line()
    return lines


def _written_out(match: re.Match[str]) -> str:
    """What to write for a character of a symbol font, a ligature, or one that shows nothing."""
    char = match[0]
    if char in _SHOWN_AS:
        return _SHOWN_AS[char]
    return "•" if "\uf000" <= char <= "\uf0ff" else "\ufffd" if "\ud800" <= char <= "\udfff" else ""


def _is_bold(raw: pdfium.FPDF_TEXTPAGE, number: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(raw, number) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(raw, number, name, 128, None)
    return re.search(rb"bold|black|heavy", name.value.lower()) is not None
