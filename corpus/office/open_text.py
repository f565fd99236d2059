"""The text of OpenDocument files (.odt, .odp, .ods) as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from corpus.assembly import SourceBlock, SourceCell, table_row
from corpus.header_rows import with_header
from corpus.office.open_forms import Forms
from corpus.office.open_styles import DRAW, OFFICE, TABLE, TEXT, Counter, Styles
from corpus.office.package import Package, all_text, local_name, part_name

XLINK = "{http://www.w3.org/1999/xlink}"
_MATH = "{http://www.w3.org/1998/Math/MathML}"
_DEEPEST = 40
_SPACES_MAX = 100
_SPAN_MAX = 1_000
_GENERATED = frozenset(
    "table-of-content illustration-index table-index object-index user-index alphabetical-index".split()
)
_NOT_SHOWN = frozenset(
    "tracked-changes forms sequence-decls variable-decls user-field-decls hidden-text ruby-text page-number page-count "
    "change change-start change-end bookmark bookmark-start bookmark-end title-templates notes animations par "
    "event-listeners settings glue-point desc title".split()
)
_WRAPPERS = frozenset(
    "section bibliography index-body index-title list-header a g custom-shape rect ellipse circle line connector "
    "polygon polyline path regular-polygon caption page-thumbnail frame text-box numbered-paragraph measure".split()
)
_ON = ("true", "1")


class TextReader:
    """Reads the blocks of OpenDocument text.

    Args:
        package: the file.
        styles: of the file.
    """

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package = package
        self._styles = styles
        self._chapters = Counter(styles.chapters)
        self._lists: dict[str, Counter] = {}
        self._last_of_style: dict[str, Counter] = {}
        self._notes: list[SourceBlock] = []
        self._drawn: list[_Element] = []
        self._forms = Forms()
        self.unread: list[str] = []

    def blocks(self, parent: Iterable[_Element], depth: int = 0) -> Iterator[SourceBlock]:
        """The blocks of some elements, or of all that an element holds.

        Args:
            parent: the elements in order, or the one that holds them.
            depth: how deep it lies in what is being read.
        """
        if depth > _DEEPEST:
            return
        for child in parent:
            yield from self._block(child, depth)

    def _block(self, child: _Element, depth: int) -> Iterator[SourceBlock]:
        name = local_name(child)
        if name in _GENERATED or name in _NOT_SHOWN or child.get(TEXT + "display") == "none":
            return
        match name:
            case "h":
                yield from self._heading(child, depth, None)
            case "p":
                yield from self._paragraph(child, depth)
            case "list":
                yield from self._list(child, 1, "", depth)
            case "table":
                yield from self.table(child, depth)
            case "object":
                yield from self._object(child)
            case "annotation":
                yield from self._annotation(child)
            case "control" if value := self._forms.value(child):
                yield SourceBlock(value)
            case _ if name in _WRAPPERS:
                yield from self.blocks(child, depth + 1)

    # Paragraphs

    def _heading(self, element: _Element, depth: int, number: str | None) -> Iterator[SourceBlock]:
        written = element.get(TEXT + "outline-level", "1")
        level = int(written) if written.isdecimal() else 1
        text = self.line(element)
        if element.get(TEXT + "is-list-header") not in _ON and text:
            chapter = self._chapters.next(level, element.get(TEXT + "start-value"))
            number = chapter or number
        if text:
            yield SourceBlock(f"{number or ''} {text}", "heading", min(max(level, 1), 6), marker=number or "")
        yield from self._hanging(depth)

    def _paragraph(
        self, element: _Element, depth: int, item_depth: int = 0, number: str | None = None
    ) -> Iterator[SourceBlock]:
        """A paragraph; `number` is None but for the first of a list's item."""
        text = self.line(element)
        if text:
            family = self._styles.family(element.get(TEXT + "style-name", ""))
            if number is not None:
                yield SourceBlock(f"{number} {text}", "list_item", item_depth, marker=number)
            elif "title" in family:
                yield SourceBlock(text, "heading", 1)
            elif "caption" in family:
                yield SourceBlock(text, "caption")
            else:
                yield SourceBlock(text, level=item_depth)
        yield from self._hanging(depth)

    def _hanging(self, depth: int) -> Iterator[SourceBlock]:
        """What hangs on the paragraph before: what is drawn there, and its notes."""
        drawn, self._drawn = self._drawn, []
        for element in drawn:
            yield from self._block(element, depth + 1)
        notes, self._notes = self._notes, []
        yield from notes

    def line(self, element: _Element) -> str:
        """The text of a paragraph; its notes and what is drawn in it are kept for later."""
        parts: list[str] = [element.text or ""]
        waiting: list[_Element | str] = []
        _push(waiting, element)
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                parts.append(part)
                continue
            name = local_name(part)
            if name in ("frame", "custom-shape", "g", "rect", "object", "text-box") and part.tag.startswith(DRAW):
                self._drawn.append(part)
            elif name == "note":
                self._note(part)
            elif name == "annotation":
                self._notes += self._annotation(part)
            elif name == "control":
                parts.append(f" {self._forms.value(part)} ")
            elif name == "s" or name in ("tab", "line-break"):
                parts.append(" ")
            elif (
                name not in _NOT_SHOWN
                and self._styles.property_of(part.get(TEXT + "style-name", ""), TEXT + "display") != "none"
            ):
                parts.append(part.text or "")
                _push(waiting, part)
        return " ".join("".join(parts).split())

    def _note(self, element: _Element) -> None:
        """Keep a footnote or endnote, after the sign by which the text refers to it."""
        sign = " ".join((element.findtext(TEXT + "note-citation") or "").split())
        body = element.find(TEXT + "note-body")
        text = "" if body is None else self.flat(body)
        if text:
            self._notes.append(SourceBlock(f"{sign} {text}", "note"))

    def _annotation(self, element: _Element) -> Iterator[SourceBlock]:
        """A comment, after the name of who wrote it."""
        author = " ".join((element.findtext("{http://purl.org/dc/elements/1.1/}creator") or "").split())
        text = " ".join(self.line(paragraph) for paragraph in element.iter(TEXT + "p"))
        if text.strip():
            yield SourceBlock(f"{author}: {text}" if author else text, "note")

    def flat(self, element: _Element) -> str:
        """All text of an element on one line; its notes are kept for later."""
        return " ".join(
            text
            for one in element.iter(TEXT + "p", TEXT + "h")
            if not _inside(one, element) and (text := self.line(one))
        )

    # Lists

    def _list(self, element: _Element, item_depth: int, style: str, depth: int) -> Iterator[SourceBlock]:
        if depth > _DEEPEST:
            return
        style = element.get(TEXT + "style-name") or style
        counter = self._counter(element, style, item_depth)
        for item in element:
            is_numbered = local_name(item) == "list-item"
            begun = False
            for child in item:
                match local_name(child):
                    case "list":
                        if is_numbered and not begun and item_depth not in counter.counts:
                            counter.counts[item_depth] = 1
                        yield from self._list(child, item_depth + 1, style, depth + 1)
                    case "p" if is_numbered and not begun:
                        begun = True
                        number = counter.next(item_depth, item.get(TEXT + "start-value"))
                        yield from self._paragraph(child, depth, item_depth, number)
                    case "h":
                        begun = True
                        label = counter.next(item_depth, item.get(TEXT + "start-value")) if is_numbered else None
                        yield from self._heading(child, depth, label)
                    case "p":
                        yield from self._paragraph(child, depth, item_depth)
                    case _:
                        yield from self._block(child, depth + 1)

    def _counter(self, element: _Element, style: str, item_depth: int) -> Counter:
        """What counts a list: that of the list that it goes on, or a new one."""
        if item_depth > 1:
            return self._nested(style, item_depth)
        continued = self._lists.get(element.get(TEXT + "continue-list", ""))
        if continued is None and element.get(TEXT + "continue-numbering") in _ON:
            continued = self._last_of_style.get(style)
        counter = continued or Counter(self._styles.list_style(style))
        self._lists[element.get("{http://www.w3.org/XML/1998/namespace}id", "-")] = counter
        self._last_of_style[style] = counter
        self._last_of_style[""] = counter
        return counter

    def _nested(self, style: str, item_depth: int) -> Counter:
        """The counter of the list that a list lies in, with the deeper levels of its own style."""
        outer = self._last_of_style.setdefault("", Counter({}))
        own = {depth: level for depth, level in self._styles.list_style(style).items() if depth >= item_depth}
        outer.levels = {**outer.levels, **own}
        return outer

    # Tables and objects

    def table(self, element: _Element, depth: int = 0) -> Iterator[SourceBlock]:
        """The rows of a table in a text or on a slide, and the notes in it."""
        rows: list[SourceBlock] = []
        notes: list[SourceBlock] = []
        for row, is_declared in _rows(element, is_header=False):
            names = is_declared or self._is_heading(row)
            cells = [cell for one in row for cell in self._cell(one, names=names)]
            if any(cell.text for cell in cells):
                rows.append(SourceBlock("", "table_row", cells=tuple(cells)))
            notes += self._hanging(depth)
        yield from with_header(rows)
        yield from notes

    def _is_heading(self, row: _Element) -> bool:
        """Whether all paragraphs of a row have the style of a table's heading."""
        styles = [
            paragraph.get(TEXT + "style-name", "")
            for paragraph in row.iter(TEXT + "p")
            if len(paragraph) or paragraph.text
        ]
        return bool(styles) and all("table heading" in self._styles.family(style) for style in styles)

    def _cell(self, cell: _Element, *, names: bool) -> Iterator[SourceCell]:
        repeated = min(_count(cell.get(TABLE + "number-columns-repeated")), _SPAN_MAX)
        if local_name(cell) == "covered-table-cell":
            # The columns that a cell to the left reaches over are told of by that cell's span.
            for _ in range(repeated if _covered_from_above(cell) else 0):
                yield SourceCell("", names=names, goes_on=True)
        elif local_name(cell) == "table-cell":
            text = self.flat(cell)
            span = min(_count(cell.get(TABLE + "number-columns-spanned")), _SPAN_MAX)
            for _ in range(repeated if text or repeated < _SPAN_MAX else 1):
                yield SourceCell(text, span, names)

    def _object(self, element: _Element) -> Iterator[SourceBlock]:
        """A chart as its title and table, a formula as its text; other objects are named."""
        folder = part_name("", element.get(XLINK + "href", ""))
        root = self._package.spare_tree(f"{folder}/content.xml") if folder else None
        if root is None:
            inside = element.find(_MATH + "math")
            root = inside if inside is not None else root
        if root is None:
            self.unread.append(folder or "object")
            return
        if root.tag == _MATH + "math":
            words = root.findtext(f".//{_MATH}annotation") or all_text(root)
            yield SourceBlock(words)
            return
        for chart in root.iter("{*}chart"):
            title = chart.find("{*}title")
            if title is not None and (text := self.flat(title)):
                yield SourceBlock(text, "caption")
            for table in chart.iter(TABLE + "table"):
                yield from _chart_rows(table)


def _push(waiting: list[_Element | str], element: _Element) -> None:
    for child in reversed(element):
        waiting.append(child.tail or "")
        waiting.append(child)


def _inside(paragraph: _Element, element: _Element) -> bool:
    """Whether a paragraph in an element belongs to a note or a drawing there, which is read by itself."""
    above = paragraph.getparent()
    while above is not None and above is not element:
        if local_name(above) in ("note", "annotation", "frame", "custom-shape", "g", "p", "h"):
            return True
        above = above.getparent()
    return False


def _rows(element: _Element, *, is_header: bool) -> Iterator[tuple[_Element, bool]]:
    """The rows of a table, and whether each is a header row; the tables in its cells are not looked into."""
    for child in element:
        match local_name(child):
            case "table-row":
                yield child, is_header
            case "table-header-rows":
                yield from _rows(child, is_header=True)
            case "table-rows" | "table-row-group":
                yield from _rows(child, is_header=is_header)


def _count(value: str | None) -> int:
    return max(int(value), 1) if value and value.isdecimal() and len(value) < 8 else 1


def _covered_from_above(cell: _Element) -> bool:
    """Whether the cell that covers a cell stands in a row above, not to its left."""
    covered = 0
    before = cell.getprevious()
    while before is not None:
        if local_name(before) == "table-cell":
            return covered + 1 >= _count(before.get(TABLE + "number-columns-spanned"))
        covered += _count(before.get(TABLE + "number-columns-repeated"))
        before = before.getprevious()
    return True


def _chart_rows(table: _Element) -> Iterator[SourceBlock]:
    """The numbers that a chart shows, as it keeps them."""
    for row, is_header in _rows(table, is_header=False):
        cells = [all_text(one) for one in row if local_name(one) == "table-cell"]
        if any(cells):
            yield table_row(cells, names=is_header)


def furniture(root: _Element | None) -> list[str]:
    """What the pages of a text repeat around it: the words of headers and footers."""
    found: dict[str, None] = {}
    for element in () if root is None else root.iterfind(f"{OFFICE}master-styles//*"):
        if local_name(element) in ("header", "footer", "header-first", "footer-first", "header-left", "footer-left"):
            for paragraph in element.iter(TEXT + "p"):
                words = "".join(_words(paragraph))
                if sum(char.isalpha() for char in words) > len("page"):
                    found[" ".join(words.split())] = None
    return list(found)


def _words(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local_name(child) in ("s", "tab", "line-break"):
            yield " "
        elif local_name(child) not in _NOT_SHOWN:
            yield from _words(child)
        yield child.tail or ""
