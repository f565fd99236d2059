"""Tables in a passage: the row that names their columns, and rows as they are read, with these names, and quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpus.document import Document, Part, Passage
from corpus.language.kinds import Span
from corpus.language.rows import CELL_END, between, cells, gaps, with_bars
from corpus.language.sentences import trimmed
from corpus.structure import CONTEXT_SEPARATOR

_BARS = re.compile(r"(?:(?<![ \t])[ \t]*)?(?<!\S)\|(?!\S)[ \t]*")
_ENDS = (".", ":", ";", "?", "!")


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is read in place of some of a passage's text.

    Attributes:
        start, end: half-open offsets into the passage's text.
        text: what is read there.
    """

    start: int
    end: int
    text: str


def header_of(passage: Passage, row: Span) -> str:
    """The row that names the columns of the table in which a row stands; "" where none is known.

    Of lines with bars that were not read as a table the first one names the columns of those below.
    """
    own = next((header for part, header in rows(passage) if part.start <= row[0] < part.end), None)
    if own is not None:
        return own
    return next(iter(_lines_above(passage.text, row[0])), "")


def is_header_line(passage: Passage, row: Span) -> bool:
    """Whether a line with bars that was not read as a table names columns: the first, with digits only below it."""
    if any(part.start <= row[0] < part.end for part, _ in rows(passage)) or header_of(passage, row):
        return False
    line = passage.text[row[1] :].removeprefix("\n").partition("\n")[0]
    return CELL_END in line and _has_digit(line) and not _has_digit(passage.text[slice(*row)])


def _lines_above(text: str, start: int) -> list[str]:
    """The lines with bars right above one, the first of them first."""
    above = list(takewhile(lambda line: CELL_END in line, reversed(text[: max(start - 1, 0)].split("\n"))))
    return above[::-1]


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def rows(passage: Passage) -> Iterator[tuple[Part, str]]:
    """The rows of a passage with the row that names their columns; "" for none.

    It stands above in the passage, or where the table goes on from before it, in what leads in.
    """
    above = [part for part in passage.context.split(CONTEXT_SEPARATOR) if CELL_END in part]
    goes_on = False
    for part in passage.parts:
        if part.kind == "table_row":
            yield part, _fitted(_one_header(above), passage.text, (part.start, part.end))
        if part.names_columns:
            own = with_bars(passage.text, (part.start, part.end))
            is_section = sum(map(bool, column_names(own))) == 1
            above = [*(above if goes_on else above[:1] if is_section else []), own]
        elif part.kind != "table_row":
            above = []
        goes_on = part.names_columns


def _one_header(above: Sequence[str]) -> str:
    """Header rows one above the other as one, each column with all its names: "Up to 1 hour, Saturday".

    A name over several columns stands above the first of them, with nothing above the others. Where the rows have not
    as many columns, it is the last of them.
    """
    named = [column_names(header) for header in above]
    if len(named) < 2 or len(set(map(len, named))) > 1:
        return above[-1] if above else ""
    *over, last = named
    reaching = [_reaching(row) for row in over]
    columns = (
        [*(reach[place] if name else row[place] for reach, row in zip(reaching, over, strict=True)), name]
        for place, name in enumerate(last)
    )
    return CELL_END.join(", ".join(dict.fromkeys(filter(None, names))) for names in columns)


def _reaching(names: Sequence[str]) -> list[str]:
    """Names of columns, each over those after it that have none."""
    reached: list[str] = []
    for name in names:
        reached.append(name or (reached[-1] if reached else ""))
    return reached


def _fitted(header: str, text: str, row: Span) -> str:
    """The names of columns as the header of a row; where that is parted by gaps, there may be none above its label."""
    own = [] if CELL_END in text[slice(*row)] else cells(text, row)
    return CELL_END + header if header and len(own) == len(column_names(header)) + 1 else header


def label_place(text: str, own: Sequence[Span]) -> int:
    """Which of the cells of a row names it: the first that says anything; of no cell the first."""
    return next((place for place, cell in enumerate(own) if text[slice(*cell)].strip()), 0)


def column_names(header: str) -> list[str]:
    """The names in a header row, one for each column."""
    return [header[slice(*name)].strip() for name in cells(header, (0, len(header)))]


def cell_names(document: Document, index: int) -> tuple[str, ...]:
    """What the rows above a row of a document name the columns of its cells.

    Args:
        document: the document.
        index: of the block that is the row.

    Returns:
        For each of its cells the names above it, the outermost first and commas between them; "" for one without.
    """
    rows = [row for row in reversed([*document.above(index)]) if row.kind == "table_row"]
    return tuple(
        ", ".join(
            dict.fromkeys(
                " ".join(document.text[name.start : name.end].split())
                for row in rows
                for name in row.cells
                if name.column <= cell.column < name.column + name.span and name.start < name.end
            )
        )
        for cell in document.blocks[index].cells
    )


def read_rows(passage: Passage) -> list[Replacement]:
    """What is read in place of a passage's rows: "Hall | Fee | Keeper" above, "Marlow. Fee: £4, Keeper: Ada Moor.".

    A header row is not read by itself, and a row whose columns are not known is read as it stands.
    """
    return [
        replacement
        for part, header in rows(passage)
        for replacement in (
            [Replacement(part.start, part.end, "")]
            if part.names_columns
            else _named_cells(passage.text, (part.start, part.end), column_names(header))
        )
    ]


def _named_cells(text: str, row: Span, names: Sequence[str]) -> Iterator[Replacement]:
    """What is read between the cells of a row, which is the names of their columns."""
    found = cells(text, row)
    if len(names) != len(found):
        return
    filled = [(column, own) for column, cell in enumerate(found) for own in trimmed(text, *cell)]
    if len(filled) < 2:
        return
    end, before = row[0], ""
    for column, own in filled:
        yield Replacement(end, own[0], before + (f"{names[column]}: " if column and names[column] else ""))
        end, before = own[1], ", " if column else ". "
    yield Replacement(end, row[1], "" if text[:end].endswith(_ENDS) else ".")


def partings(text: str) -> list[Span]:
    """What stands between the cells of the rows of a text: bars, and in rows drawn in plain text gaps, line by line.

    Args:
        text: rows, sentences, or both.

    Returns:
        Where they stand in it, with the white space around them, in order.
    """
    found: list[Span] = []
    start = 0
    for line in text.split("\n"):
        first = start + len(line) - len(line.lstrip())
        found += [(start + match.start(), start + match.end()) for match in _BARS.finditer(line)] or [
            (first + begins, first + ends) for begins, ends in gaps(line.strip())
        ]
        start += len(line) + 1
    return found


def with_semicolons(text: str) -> str:
    """A text with semicolons between the cells of its rows, as rows are quoted; its lines stay.

    Behind a colon that a cell ends with there is only a space.

    Args:
        text: rows, sentences, or both.
    """
    *parts, last = (text[slice(*part)] for part in between(partings(text), len(text)))
    return "; ".join([*(part.rstrip() for part in parts), last]).replace(":; ", ": ")


def barred(text: str) -> str:
    """A text of the same length with a bar in each gap between the cells of a row that is drawn in it."""
    letters = list(text)
    for first, last in partings(text):
        letters[first:last] = "|".ljust(last - first)
    return "".join(letters)
