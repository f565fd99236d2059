"""The order in which a page is read: columns one after the other, tables by rows, the rest from the top down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median

from corpus.layout.grids import grids_of, items_of
from corpus.layout.leads import counts_on, put_together, with_leads
from corpus.layout.page import Line, Page, Piece, Rule, Style, ends_sentence
from corpus.layout.tables import Item, TableRow, table_of

_GUTTER = 0.05  # line heights at least between columns
_BESIDE = 0.5  # and between lines that stand beside each other, one a little lower
_WIDE_GUTTER = 1.2  # line heights from which on a gap parts cells even if only one line has it
_NARROW_ROWS_MIN = 3  # lines that must have a narrower one
_TEXT_GAP = 4.0  # line heights up to which a gap may stand within running text
_BREAK = 3.0  # line distances in both columns end them
_RUN_LINES_MAX = 500
_GAPS_TRIED = 8  # of a line, the widest first
_PROSE_MIN_LINES = 4
_PROSE_MIN_CHARS = 15
_FILLED = 0.7  # of a column's width that a line of prose takes
_PROSE_FILLED = 0.5  # of its lines that do,
_PROSE_RUNS_ON = 0.35  # and of its lines that run on in the next
_STAGGERED_MIN_LINES = 6
_STAGGERED_LEVEL = 0.3  # of the lines of two columns that stand at one height
_ROWS_MIN = 3  # paragraphs beside each other
_ROWS_SHARE = 0.75
_HANGING_MIN = 3  # items that hang over their further lines,
_HANGING_SHARE = 0.35  # which are that many of the lines at least
_INDENT_MAX = 4.0  # line heights


@dataclass(slots=True)
class _Run:
    """Lines beside each other, from one to another (not that one), with white between its two sides."""

    start: int
    end: int
    left: float
    right: float
    is_prose: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def in_reading_order(page: Page, lines: Sequence[Line], style: Style) -> list[Item]:
    """Order what stands on a page as it is read.

    Args:
        page: with its rules.
        lines: the lines on it that are to be read.
        style: of the document's body.

    Returns:
        Lines of one piece, and rows of tables.
    """
    notes = [piece for line in lines for piece in line if piece.role in ("typed", "comment")]
    rest = [kept for line in lines if (kept := [piece for piece in line if piece.role not in ("typed", "comment")])]
    tables: dict[int, list[Item]] = {}
    rest = with_leads(_with_tables(page.rules, rest, style, tables), style)
    flat = [rule for rule in page.rules if rule.bottom == rule.top]
    items: list[Item] = []
    for item in _flow(rest, flat, style):
        if isinstance(item, list) and id(item[0]) in tables:
            items += tables[id(item[0])]
        else:
            items.append(item)
    for note in notes:
        _insert(items, note)
    return items


def _with_tables(rules: Sequence[Rule], lines: list[Line], style: Style, tables: dict[int, list[Item]]) -> list[Line]:
    """Lines with one piece for each ruled table in place of what stands in it; what is in it goes into `tables`."""
    for grid in grids_of(rules):
        inside = [piece for line in lines for piece in line if grid.holds(piece)]
        found = items_of(grid, inside, style) if inside else None
        if found is None:
            continue
        held = {id(piece) for piece in inside}
        lines = [kept for line in lines if (kept := [piece for piece in line if id(piece) not in held])]
        place = Piece("", grid.xs[0], grid.xs[-1], grid.ys[-1], grid.ys[0], bold=False, first_word=0.0)
        tables[id(place)] = found
        at = next(
            (index for index, line in enumerate(lines) if line[0].top + line[0].bottom < 2 * place.top), len(lines)
        )
        lines.insert(at, [place])
    return lines


def _insert(items: list[Item], note: Piece) -> None:
    """Put a note that was added to a page before the first thing that stands below it."""
    for index, item in enumerate(items):
        pieces = item if isinstance(item, list) else item.pieces
        if (
            pieces
            and max(piece.top for piece in pieces) < note.top
            and min(piece.left for piece in pieces) < note.right
        ):
            while index and isinstance(items[index], TableRow) and isinstance(items[index - 1], TableRow):
                index += 1
                if index == len(items):
                    break
            items.insert(index, [note])
            return
    items.append([note])


def _flow(lines: Sequence[Line], rules: Sequence[Rule], style: Style) -> Iterator[Item]:
    runs = list(_runs(lines, rules, style))
    prose = [run for run in runs if run.is_prose]
    done = 0
    for run, following in zip_longest(runs, runs[1:]):
        if run.start < done or (following is not None and _opens_columns(lines, run, following, done, style)):
            continue
        is_prose = run.is_prose or any(
            run.left < other.middle < run.right and run.end - run.start < _PROSE_MIN_LINES for other in prose
        )
        start = (_columns_start if is_prose else _table_start)(lines, run, done, style)
        yield from _lone(lines[done:start])
        part = lines[start : run.end]
        if is_prose:
            for side in _sides(part, run):
                yield from _flow(side, rules, style)
        else:
            yield from table_of(part, rules, style)
        done = run.end
    yield from _lone(lines[done:])


def _opens_columns(lines: Sequence[Line], run: _Run, columns: _Run, done: int, style: Style) -> bool:
    """Whether a run is but the first lines of columns, such as a heading in one of them beside text in the other."""
    is_over = columns.is_prose and run.left < columns.middle < run.right and run.end - run.start < _PROSE_MIN_LINES
    return is_over and _columns_start(lines, columns, done, style) <= run.start


def _lone(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        yield [put_together(line)] if len(line) > 1 else line


def _sides(lines: Sequence[Line], run: _Run) -> tuple[list[Line], list[Line]]:
    left = [kept for line in lines if (kept := [piece for piece in line if _middle(piece) < run.middle])]
    right = [kept for line in lines if (kept := [piece for piece in line if _middle(piece) >= run.middle])]
    return left, right


def _middle(piece: Piece) -> float:
    return (piece.left + piece.right) / 2


def _columns_start(lines: Sequence[Line], run: _Run, done: int, style: Style) -> int:
    """Where columns start: with the lines above, close to each other, that stand on one side of their gutter alone."""
    start = run.start
    while start > done and all(
        piece.right <= run.left + 1 or piece.left >= run.right - 1 for piece in lines[start - 1]
    ):
        if lines[start - 1][0].bottom - lines[start][0].bottom > 2 * style.pitch:
            break
        start -= 1
    return start


def _table_start(lines: Sequence[Line], run: _Run, done: int, style: Style) -> int:
    """Where a table starts: with the lines above that its first cell goes on from."""
    start = run.start
    while start > done and len(lines[start - 1]) == 1:
        above, below = lines[start - 1][0], lines[start][0]
        if above.right > run.right - _GUTTER * style.height or not _goes_on(below, [above], style):
            break
        start -= 1
    return start


# Runs of lines beside each other


def _runs(lines: Sequence[Line], rules: Sequence[Rule], style: Style) -> Iterator[_Run]:
    index = 0
    while index < len(lines):
        run = _run_from(lines, index, style)
        if run is None:
            index += 1
            continue
        if _is_by_chance(lines, run, style):
            index += 1
            continue
        ragged = _extended(lines, index, run.left, run.right, style, ragged=True)
        if ragged.end > run.end and _is_prose(lines[index : ragged.end], ragged, rules, style, is_sure=True):
            run = ragged
            run.is_prose = True
        else:
            run.is_prose = _is_prose(lines[run.start : run.end], run, rules, style)
        if not run.is_prose:
            run.end = _table_end(lines, run, style)
        yield run
        index = run.end


def _is_by_chance(lines: Sequence[Line], run: _Run, style: Style) -> bool:
    """Whether a gutter is but the gap between two words."""
    both = sum(_is_on_both_sides(line, run) for line in lines[run.start : run.end])
    width = (run.right - run.left) / style.height
    if not both:
        return False
    if both < _NARROW_ROWS_MIN and width < _WIDE_GUTTER:
        return True
    return run.end - run.start == 1 and width < _TEXT_GAP and _is_within_text(lines, run, style)


def _is_within_text(lines: Sequence[Line], run: _Run, style: Style) -> bool:
    """Whether the text of a line with a gap runs on from the line above to the line below, over the gap."""
    line = lines[run.start]
    above = lines[run.start - 1][-1] if run.start else None
    below = lines[run.end][0] if run.end < len(lines) else None
    runs_in = (
        above is not None
        and above.right > run.right
        and above.bottom - line[0].bottom <= style.line_distance(line[0].height)
        and not ends_sentence(above.text)
        and line[0].text[0].islower()
    )
    runs_out = (
        below is not None
        and below.right > run.right
        and line[0].bottom - below.bottom <= style.line_distance(below.height)
        and not ends_sentence(line[-1].text)
        and below.text[0].islower()
    )
    return runs_in or runs_out


def _is_on_both_sides(line: Line, run: _Run) -> bool:
    return any(piece.left >= run.middle for piece in line) and any(piece.right <= run.middle for piece in line)


def _run_from(lines: Sequence[Line], index: int, style: Style) -> _Run | None:
    """The longest run of lines from one on that has a gutter."""
    best: _Run | None = None
    for left, right in _gaps(lines, index, style):
        run = _extended(lines, index, left, right, style)
        if run.end > index and (best is None or (run.end, run.right - run.left) > (best.end, best.right - best.left)):
            best = run
    return best


def _gaps(lines: Sequence[Line], index: int, style: Style) -> Iterator[tuple[float, float]]:
    """The white between the pieces of a line, or between a line and one that stands beside it, a little lower."""
    line = lines[index]
    white = [
        (one.right, other.left) for one, other in pairwise(line) if other.left - one.right >= _GUTTER * style.height
    ]
    yield from sorted(white, key=lambda gap: gap[0] - gap[1])[:_GAPS_TRIED]
    if len(line) == 1 and index + 1 < len(lines) and len(lines[index + 1]) == 1:
        one, other = sorted((line[0], lines[index + 1][0]), key=lambda piece: piece.left)
        is_beside = min(one.top, other.top) - max(one.bottom, other.bottom) > 0.2 * min(one.height, other.height)
        if is_beside and other.left - one.right >= _BESIDE * style.height:
            yield one.right, other.left


def _extended(
    lines: Sequence[Line], index: int, left: float, right: float, style: Style, *, ragged: bool = False
) -> _Run:
    """A run as far down as no piece stands in its gutter; or, if its sides are ragged, as lines have a gap there."""
    end = index
    bottom = min(piece.bottom for piece in lines[index])
    middle = (left + right) / 2
    for line in lines[index : index + _RUN_LINES_MAX]:
        if bottom - max(piece.top for piece in line) > _BREAK * style.pitch:
            break
        if ragged and any(piece.left < middle < piece.right for piece in line):
            middle = _middle_of_gap(line, left, right, style)
        sides = [piece for piece in line if piece.left < middle < piece.right]
        new_left = max([left, *(piece.right for piece in line if piece.right <= middle)])
        new_right = min([right, *(piece.left for piece in line if piece.left >= middle)])
        if sides or any(not piece.text for piece in line):
            break
        if new_right - new_left < _GUTTER * style.height:
            break
        left, right, middle = new_left, new_right, (new_left + new_right) / 2
        bottom = min(bottom, *(piece.bottom for piece in line))
        end += 1
    return _Run(index, end, left, right)


def _middle_of_gap(line: Line, left: float, right: float, style: Style) -> float:
    """The middle of the widest gap that a line has within a gutter; of the gutter where it has none to speak of."""
    gaps = [(max(left, one.right), min(right, other.left)) for one, other in pairwise(line)]
    widest = max(gaps, key=lambda gap: gap[1] - gap[0], default=(left, left))
    return sum(widest if widest[1] - widest[0] >= _BESIDE * style.height else (left, right)) / 2


def _table_end(lines: Sequence[Line], run: _Run, style: Style) -> int:
    """Where a table ends: with its last line on both sides, and those below that go on in its cells."""
    end = run.end
    while end > run.start + 1 and not any(piece.left >= run.middle for piece in lines[end - 1]):
        end -= 1
    while end > run.start + 1 and len(lines[end - 1]) == 1 and not _belongs(lines, end - 1, run, style):
        end -= 1
    while end < run.end and _belongs(lines, end, run, style):
        end += 1
    return end


def _belongs(lines: Sequence[Line], index: int, run: _Run, style: Style) -> bool:
    """Whether a line on one side of a table stands beside a line above it, or goes on from it."""
    line = lines[index]
    above = [piece for other in lines[max(run.start, index - 2) : index] for piece in other]
    is_beside = any(
        min(piece.top, other.top) - max(piece.bottom, other.bottom) > 0.2 * piece.height
        for piece in line
        for other in above
    )
    if is_beside or all(_goes_on(piece, above, style) for piece in line):
        return True
    first = min(piece.left for other in lines[run.start : index] for piece in other)
    is_inside = line[0].left >= run.middle or line[0].left > first + line[0].height
    return is_inside and _is_under(line[0], lines[index - 1], style)


def _goes_on(piece: Piece, above: Sequence[Piece], style: Style) -> bool:
    over = [other for other in above if _is_under(piece, [other], style)]
    return bool(over) and (over[-1].broken or piece.text[0].islower())


def _is_under(piece: Piece, line: Line, style: Style) -> bool:
    """Whether a piece stands close below one of a line, and begins where that does."""
    return any(
        0 < other.bottom - piece.bottom <= style.line_distance(piece.height)
        and abs(other.left - piece.left) < piece.height
        for other in line
    )


# Prose or a table


def _is_prose(lines: Sequence[Line], run: _Run, rules: Sequence[Rule], style: Style, *, is_sure: bool = False) -> bool:
    """Whether the two sides of a run are columns of text, not cells of a table; or whether both are for sure."""
    left, right = ([piece for line in side for piece in line] for side in _sides(lines, run))
    texts = [_reads_on(side, style) for side in (left, right)]
    is_counted = counts_on(left, right)
    hang = not all(texts) and all(_hangs(side) or reads for side, reads in zip((left, right), texts, strict=True))
    if not (all(texts) or hang or is_counted) and (is_sure or not any(texts)):
        return not is_sure and _is_staggered(left, right)
    if _is_ruled(lines, run, rules):
        return False
    if is_counted:
        return True
    tops, other_tops = _paragraph_tops(left, style), _paragraph_tops(right, style)
    if hang and max(len(tops), len(other_tops)) > 1:
        tops, other_tops = _paragraph_tops(left, style, hang=True), _paragraph_tops(right, style, hang=True)
    fewer, more = sorted((tops, other_tops), key=len)
    if all(texts) or hang:
        return not (len(fewer) >= _ROWS_MIN and _level(fewer, more, style) >= _ROWS_SHARE * len(fewer))
    labels, beside = (other_tops, tops) if texts[0] else (tops, other_tops)
    return _level(labels, beside, style) < _ROWS_SHARE * len(labels)


def _is_ruled(lines: Sequence[Line], run: _Run, rules: Sequence[Rule]) -> bool:
    """Whether rules reach over the gutter of a run."""
    low = min(piece.bottom for line in lines for piece in line)
    high = max(piece.top for line in lines for piece in line)
    return sum(low < rule.bottom < high and rule.left < run.left and rule.right > run.right for rule in rules) > 1


def _level(tops: Sequence[float], others: Sequence[float], style: Style) -> int:
    """How many paragraphs begin at the height of others."""
    return sum(any(abs(top - other) < 0.5 * style.height for other in others) for top in tops)


def _is_staggered(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether two sides have each their own lines, so that these stand at one height by chance alone."""
    fewer, more = sorted((left, right), key=len)
    if len(fewer) < _STAGGERED_MIN_LINES:
        return False
    level = sum(any(abs(piece.bottom - other.bottom) < 0.15 * piece.height for other in more) for piece in fewer)
    return level <= _STAGGERED_LEVEL * len(fewer)


def _reads_on(pieces: Sequence[Piece], style: Style) -> bool:
    """Whether pieces below each other are lines of running text."""
    if len(pieces) < _PROSE_MIN_LINES or median(len(piece.text) for piece in pieces) < _PROSE_MIN_CHARS:
        return False
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    filled = sum(piece.right - left >= _FILLED * (right - left) for piece in pieces)
    runs_on = sum(
        not ends_sentence(one.text) and (other.text[0].islower() or one.broken) for one, other in pairwise(pieces)
    )
    return filled >= _PROSE_FILLED * len(pieces) and runs_on >= _PROSE_RUNS_ON * (len(pieces) - 1)


def _hangs(pieces: Sequence[Piece]) -> bool:
    """Whether pieces below each other are items of text whose further lines are indented, all as far."""
    if median(len(piece.text) for piece in pieces) < _PROSE_MIN_CHARS:
        return False
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    indented = [piece for piece in pieces if _is_indented(piece, left)]
    filled = sum(piece.right - left >= _FILLED * (right - left) for piece in pieces)
    opens = sum(not _is_indented(one, left) and _is_indented(other, left) for one, other in pairwise(pieces))
    return (
        opens >= _HANGING_MIN
        and not _is_indented(pieces[0], left)
        and len(indented) >= _HANGING_SHARE * len(pieces)
        and max(piece.left for piece in indented) - min(piece.left for piece in indented) <= pieces[0].height
        and max(piece.left for piece in indented) - left <= _INDENT_MAX * pieces[0].height
        and filled >= _PROSE_FILLED * len(pieces)
    )


def _is_indented(piece: Piece, left: float) -> bool:
    return piece.left - left > 0.25 * piece.height


def _paragraph_tops(pieces: Sequence[Piece], style: Style, *, hang: bool = False) -> list[float]:
    """How high paragraphs begin: below a gap, or where they hang over their further lines where these end."""
    tops = [pieces[0].top] if pieces else []
    left = min((piece.left for piece in pieces), default=0.0)
    for one, other in pairwise(pieces):
        is_next = hang and _is_indented(one, left) and not _is_indented(other, left)
        if is_next or one.bottom - other.bottom > style.line_distance(other.height):
            tops.append(other.top)
    return tops
