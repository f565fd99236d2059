"""Plain text: its characters are kept as they are; only where its paragraphs lie is worked out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from charset_normalizer import from_bytes

from corpus.assembly import Assembled, described
from corpus.document import Block, Cell, Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.language.lists import REASON
from corpus.language.times.parts import ANY_MONTH, WEEKDAY
from corpus.markup.drawn import drawn_cells, is_rule, may_be_row
from corpus.markup.marks import fence_after, marked_heading, names_columns, row_cells, rule_end
from corpus.markup.sections import (
    BULLET,
    COUNTED_MAX_CHARS,
    HEADING_MAX_CHARS,
    Sections,
    ends_sentence,
    goes_on_counting,
    heading_level,
    is_answered,
    part_level,
)
from corpus.metadata import Given
from corpus.packed import LONG_CHARS, PackedBlocks
from corpus.structure import hang, hung

_OPENING_CHARS = 4000
_UNWRAPPED_LINE_CHARS = 160  # text in lines longer than this has not been broken to fit a page
_FULL_LINE_SHARE = 0.85  # of the usual width; letters differ in width, so a broken line ends about here
_ACCENTS_MAX_SHARE = 0.2  # of a Western text's letters
_POLISH_MIN_SIGNS = 2
_ACCENTS_TOO_FEW = 30  # to judge by their share

_DAY = re.compile(rf"(?:{WEEKDAY},? +)?\d{{1,2}}(?:st|nd|rd|th)?(?: +{ANY_MONTH}\b|[./-]\d{{1,2}}[./-]\d)", re.I)
"""With such a day one line of a list of events begins, and the next."""
_BULLET_ALONE = re.compile(r"\s*(?:[^\w\s]|\(?\w{1,4}[.)])\s*$")
_OTHER_ALPHABET = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸƒµªº]{3}")  # no Western word has three accented letters in a row
_POLISH = (  # the signs that Windows-1252 would show within its words
    ("cp1250", re.compile(r"(?<=[a-zæêñóœ¹³¿Ÿ])[¹³¿£¥¯Ÿ](?=[a-zæêñóœ¹³¿Ÿ])")),
    ("iso8859_2", re.compile(r"(?<=[a-zæêñó±³¶¼¿])[±³¶¼¿£¡¯](?=[a-zæêñó±³¶¼¿])")),
)
_RULED = re.compile(r"([=_*~-])\1{2,}")
_UNDERLINED = re.compile(r"\n[ \t]*(?P<line>([=-])\2{2,})[ \t\f]*(?=\n|$)")
_UNDERLINE_NEAR = 3  # signs that a row of them is longer or shorter than the line above
_BAD = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank.

    Attributes:
        start, end: its offsets without white space around it.
        parted: what parts it from the one before.
        underline: the sign of the row of signs below it, which makes it a heading; "" for none.
        level: of the heading as which it is marked, which is then what lies between the offsets; 0 for none.
        cells: of the row of a table; () for none.
    """

    start: int
    end: int
    parted: Literal["", "blank line", "ruled line", "page end"]
    underline: str = ""
    level: int = 0
    cells: tuple[Cell, ...] = ()

    def is_alone(self) -> bool:
        """Whether it is a block of its own, whatever stands beside it."""
        return bool(self.underline or self.level or self.cells)

    def length(self) -> int:
        return self.end - self.start


_Group = list[_Line]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text of bytes.

    Attributes:
        text: its characters, with line ends as `unify_newlines` makes them.
        note: sentences on bytes that could not be made out, for a warning; "" where there are none.
    """

    text: str
    note: str = ""


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a plain text file; see `corpus.formats.Reader`."""
    decoded = decode_with_note(data)
    del data  # so that a large file is not held twice while its text is worked on
    if decoded.note:
        yield ReadWarning(file_id, decoded.note)
    given = Given(titles=(first_line(decoded.text),))
    yield described(file_id, sha256, FORMAT.media_type, plain(decoded.text), given)


def sniff(sample: Sample) -> Confidence:
    """Any text that is nothing else is plain text."""
    return Confidence.NO if sample.text is None else Confidence.DEFAULT


FORMAT = Format(
    kind="text",
    name="plain text",
    suffixes=(".txt", ".text"),
    media_type="text/plain",
    libraries=("charset-normalizer",),
    sniff=sniff,
    read=read,
    small_bytes=1_000_000,
)


def decode(data: bytes) -> str:
    r"""Decode a text whose encoding nobody stated, with every line ending made "\n" and a byte order mark left out.

    UTF-8 is tried first, then UTF-16 where a byte order mark says so, then Windows-1252. Another encoding, the
    likeliest, is taken only where Windows-1252 has no such characters or would make words of them that no Western
    language has.

    Args:
        data: the bytes of a text.

    Returns:
        Its characters.

    Raises:
        UnreadableFile: no encoding fits.
    """
    return decode_with_note(data).text


def decode_with_note(data: bytes) -> Decoded:
    """Decode a text as `decode` does, and say what could not be made out in it.

    In UTF-8 with a few bytes that are wrong each of these is shown as U+FFFD.
    """
    try:
        return Decoded(unify_newlines(data.decode("utf-8").removeprefix("\ufeff")))
    except UnicodeDecodeError as error:
        where = error.start
    if text := _damaged_utf8(data):
        bad = text.count(_BAD) - data.count(_BAD.encode())
        line = data.count(b"\n", 0, where) + 1
        what = "A byte is" if bad == 1 else f"{bad} runs of bytes are"
        note = f"{what} not UTF-8 (first in line {line}, byte {where + 1}) and shown as {_BAD}."
        return Decoded(unify_newlines(text), f"{note} Write the character anew and save the file as UTF-8.")
    return Decoded(unify_newlines(_decode(data, where)))


def unify_newlines(text: str) -> str:
    r"""A text with "\r\n" and "\r" made "\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _damaged_utf8(data: bytes) -> str:
    """A text that is UTF-8 but for some bytes, fewer than its characters beyond ASCII; "" where it is not."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    text = data.decode("utf-8-sig", "replace")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    bad = text.count(_BAD) - data.count(_BAD.encode())
    return text if data.startswith(b"\xef\xbb\xbf") or 2 * bad <= beyond_ascii else ""


def _decode(data: bytes, where: int) -> str:
    """Decode a text that is no UTF-8 from a byte on."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise UnreadableFile("It starts like a UTF-16 text but is not one. Save it as UTF-8.") from None
    western = data.decode("cp1252", "replace")
    if _is_western(western):
        return western
    signs, encoding = max((len(set(pattern.findall(western))), encoding) for encoding, pattern in _POLISH)
    if signs < _POLISH_MIN_SIGNS:
        # A cut around the first byte that is not UTF-8 keeps a large file from taking long to guess.
        best = from_bytes(data[max(0, where - 20_000) : where + 80_000], cp_exclusion=["utf_16", "utf_32"]).best()
        if best is None:
            return western
        encoding = best.encoding
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise UnreadableFile(
            f"Its characters cannot be made out (first at byte {where + 1}). Save it as UTF-8."
        ) from None


def _is_western(text: str) -> bool:
    """Whether a text that was decoded as Windows-1252 can be one."""
    if "\ufffd" in text or _OTHER_ALPHABET.search(text):
        return False
    if any(len(set(pattern.findall(text))) >= _POLISH_MIN_SIGNS for _, pattern in _POLISH):
        return False
    letters = sum(char.isalpha() for char in text)
    accented = sum(char.isalpha() and char > "\x7f" for char in text)
    return accented < _ACCENTS_TOO_FEW or accented <= _ACCENTS_MAX_SHARE * letters


def find_pages(text: str) -> tuple[int, ...]:
    """The offset at which each page of a text starts, from its form feeds; empty for a text without any."""
    turns = [match.end() for match in re.finditer("\f", text)]
    if turns and not text[turns[-1] :].strip():
        turns.pop()
        if not turns:
            return (0,)
    return (0, *turns) if turns else ()


def plain(text: str) -> Assembled:
    """A plain text as it stands, with its blocks and pages."""
    return Assembled(text, find_blocks(text), find_pages(text))


def first_line(text: str) -> str:
    """The first line of a text that is not blank, which may serve as its title."""
    return text[:_OPENING_CHARS].strip().split("\n", 1)[0]


def find_blocks(text: str) -> Sequence[Block]:
    """Find the blocks of a plain text without changing it.

    Blank lines and form feeds part blocks. Within a block, text broken into lines to fit a page is put together: a
    paragraph ends at a line after which the next line's first word would still have fitted. In text whose lines are
    long, each line is a paragraph. A bullet or number starts a list item. A heading is a short line alone, without a
    full stop, with prose after it. Headings and tables that are marked as in Markdown are taken for what they are.

    Args:
        text: any text.

    Returns:
        Blocks in order; every character outside them is white space, a mark of a heading or a row, such as "##" and
        "|", or of a line of nothing but signs, such as "====".
    """
    is_long = len(text) > LONG_CHARS
    lines = _LongLines(text) if is_long else list(_with_drawn(text))
    groups = _groups(text, lines, _full_line(lines))
    found = _blocks(text, groups)
    return PackedBlocks(hung(text, PackedBlocks(found))) if is_long else hang(text, tuple(found))


class _LongLines:
    """The lines of a long text, found again whenever they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __iter__(self) -> Iterator[_Line]:
        return _with_drawn(self._text)


def _full_line(lines: Iterable[_Line]) -> int | None:
    """The usual length of a line that is full, or None where lines are not broken to fit a page."""
    lengths = Counter(line.length() for line in lines)
    in_long_lines = sum(length * times for length, times in lengths.items() if length > _UNWRAPPED_LINE_CHARS)
    if in_long_lines * 3 > sum(length * times for length, times in lengths.items()):
        return None
    above = lengths.total() * 9 // 10
    for length in sorted(lengths):
        above -= lengths[length]
        if above < 0:
            return length
    return None


def _groups(text: str, lines: Iterable[_Line], width: int | None) -> Iterator[_Group]:
    """The lines of each block."""
    group: _Group = []
    for line in lines:
        if group and not _goes_on(text, group, line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _neighbours(groups: Iterator[_Group]) -> Iterator[tuple[_Group | None, _Group, _Group | None]]:
    """Each group with the one before and the one after it."""
    before: _Group | None = None
    here = next(groups, None)
    while here is not None:
        after = next(groups, None)
        yield before, here, after
        before, here = here, after


def _with_drawn(text: str) -> Iterator[_Line]:
    """The lines of a text, those of drawn tables with their cells; what only rules off their rows is no line."""
    run: _Group = []
    for line in _lines(text):
        said = text[line.start : line.end]
        goes_on = not line.parted or (line.parted != "page end" and len(run) == 1)
        is_drawn = not (line.cells or line.level) and (
            may_be_row(said, is_below=bool(run)) or (bool(run) and is_rule(said))
        )
        if run and not (is_drawn and goes_on):
            yield from _drawn(text, run)
            run = []
        if is_drawn:
            run.append(line)
        else:
            yield line
    yield from _drawn(text, run)


def _drawn(text: str, run: _Group) -> _Group:
    """Lines below each other, as rows where they are a drawn table."""
    rows = [line for line in run if not is_rule(text[line.start : line.end])]
    cells = drawn_cells(text, [(line.start, line.end) for line in rows])
    return [replace(line, underline="", cells=own) for line, own in zip(rows, cells, strict=True)] if cells else run


def _lines(text: str) -> Iterator[_Line]:
    parted: Literal["", "blank line", "ruled line", "page end"] = "blank line"
    after_newline, fence, rule_ends = True, "", -1
    for match in re.finditer(r"[^\n\f]+|[\n\f]", text):
        piece = match[0]
        stripped = piece.strip()
        fence = fence_after(stripped, fence)
        if piece == "\f":
            parted = "page end"
        elif match.end() <= rule_ends or _RULED.fullmatch(stripped):
            parted = "ruled line"
        elif not stripped:
            parted = parted or ("blank line" if after_newline or piece != "\n" else "")
            rule_ends = rule_ends if piece == "\n" and not after_newline else -1
        else:
            start = match.start() + len(piece) - len(piece.lstrip())
            end = start + len(stripped)
            names = not fence and names_columns(text, start, end)
            cells = row_cells(text, start, end, names=names) if names or rule_ends >= 0 else ()
            rule_ends = rule_end(text, end) if names else rule_ends if cells else -1
            underline = _underline(text, match.end(), stripped, is_parted=parted != "") if not cells else ""
            marked = marked_heading(stripped) if parted and not (fence or cells or underline) else None
            bars = (len(stripped) - len(stripped.lstrip("| \t"))) if cells else 0
            level, first, last = marked or (0, bars, len(stripped.rstrip("| \t")) if cells else len(stripped))
            if first < last:  # a row of empty cells is no line
                yield _Line(start + first, start + last, parted, underline, level, cells)
            parted = "ruled line" if marked or first >= last else ""
        after_newline = piece in ("\n", "\f")


def _underline(text: str, end: int, line: str, *, is_parted: bool) -> str:
    """The sign of which a row stands below a line that ends at an offset; "" where it does not make it a heading."""
    ruled = _UNDERLINED.match(text, end) if len(line) <= HEADING_MAX_CHARS else None
    if ruled is None or line.endswith(".") or sum(map(str.isalpha, line)) < len("abc"):
        return ""
    is_as_long = abs(len(ruled["line"]) - len(line)) <= _UNDERLINE_NEAR
    return ruled["line"][0] if is_parted or is_as_long else ""


def _goes_on(text: str, group: _Group, line: _Line, width: int | None) -> bool:
    """Whether a line belongs to the paragraph before it.

    `width` is the usual length of a full line, or None where lines are not broken to fit a page.
    """
    last = group[-1]
    starts_small = text[line.start].islower()
    ended = ends_sentence(text, last.start, last.end)
    if line.is_alone() or last.is_alone() or line.parted == "ruled line":
        return False
    if line.parted:
        is_full = width is not None and last.length() >= _FULL_LINE_SHARE * width
        return line.parted == "blank line" and is_full and starts_small and not ended
    if last is group[0] and _BULLET_ALONE.match(text, last.start, last.end):
        return True
    if BULLET.match(text, line.start, line.end):
        return False
    if ended and goes_on_counting(text[group[0].start : group[0].end], text[line.start : line.end]):
        return False
    if is_answered(text[group[0].start : group[0].end], text[line.start : line.end]):
        return False
    if all(_DAY.match(text, *span) for span in ((group[0].start, group[0].end), (line.start, line.end))):
        return False
    if width is None:
        return starts_small and not ended
    first_word = text[line.start : min(line.end, line.start + 40)].split(None, 1)[0]
    would_have_fitted = last.length() + 1 + len(first_word) < _FULL_LINE_SHARE * width
    return not would_have_fitted or (starts_small and not ended)


def _blocks(text: str, groups: Iterator[_Group]) -> Iterator[Block]:
    """Each group as a block; what stands right below an item that white space parts from others goes on in it."""
    sections, in_item = Sections(), False
    for before, group, after in _neighbours(groups):
        block = _block(text, sections, before, group, after)
        is_below = not group[0].parted or REASON.match(text, block.start) is not None
        in_item = in_item and block.kind == "paragraph" if is_below else block.kind == "list_item"
        yield replace(block, level=1) if in_item and block.kind == "paragraph" else block


def _block(text: str, sections: Sections, before: _Group | None, group: _Group, after: _Group | None) -> Block:
    start, end = group[0].start, group[-1].end
    if group[0].cells:
        return Block(start, end, "table_row", cells=group[0].cells)
    if group[0].level:
        return Block(start, end, "heading", group[0].level)
    if group[0].underline:
        return Block(start, end, "heading", 1 if group[0].underline == "=" or before is None else 2)
    is_item = BULLET.match(text, start, min(end, start + 12)) is not None
    level = 0
    if end - start <= COUNTED_MAX_CHARS:
        around = _said(text, before) if before else None, _said(text, after) if after else ""
        if is_item:
            level = sections.level(text[start:end], *around, is_parted=group[0].parted != "")
        else:
            level = heading_level(text[start:end], *around)
        if group[0].parted and not is_item:
            level = sections.counted_level(text[start:end], level) or part_level(text[start:end], *around)
    return Block(start, end, "heading" if level else "list_item" if is_item else "paragraph", level)


def _said(text: str, group: _Group) -> str:
    return text[group[0].start : group[-1].end]
