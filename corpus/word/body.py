"""A Word document from its first paragraph to its last, as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from lxml.etree import _Element

from corpus.assembly import SourceBlock
from corpus.errors import UnreadableFile
from corpus.office.drawing import chart_blocks, diagram_blocks
from corpus.office.package import DamagedPart
from corpus.word import tables
from corpus.word.depths import ListDepths
from corpus.word.drawings import Drawn
from corpus.word.furniture import Section, furniture, section
from corpus.word.lines import Line, read_line, shows_prompt
from corpus.word.names import (
    ALTERNATIVES,
    CELL,
    CHOICE,
    CHUNK,
    CONTROL,
    CONTROL_CONTENT,
    FALLBACK,
    MATH,
    PARAGRAPH,
    PARAGRAPH_FORMAT,
    RELATIONSHIPS,
    ROW,
    SECTION,
    TABLE,
    WORD,
    WRAPPERS,
    at,
    switch,
    value,
)
from corpus.word.paragraphs import Paragraphs
from corpus.word.parts import Parts, author_of
from corpus.word.pieces import Piece

ReadChunk = Callable[[bytes, str], Sequence[SourceBlock] | None]
"""Reads a file that is put into a document as a whole, given its content and name; None where it cannot be read."""
_NOTHING = Line()
_PARAGRAPHS_MAX = 200_000


class Body:
    """Reads a document.

    Args:
        parts: of the document.
        read_chunk: reads files that are put into it as a whole.

    Attributes:
        pictures: how many pictures it shows.
    """

    def __init__(self, parts: Parts, read_chunk: ReadChunk) -> None:
        self._parts = parts
        self._read_chunk = read_chunk
        self._paragraphs = Paragraphs(parts.styles, parts.numbering)
        self._sections: list[Section] = []
        self._given: set[str] = set()
        self._carried = _NOTHING
        self._is_furniture = False
        self._cell_depth = self._paragraph_count = 0
        self.pictures = 0

    def pieces(self) -> list[Piece]:
        """What the document holds between its headers and its footers, in order.

        Raises:
            UnreadableFile: it cannot be read, or holds too much.
        """
        return self._all(self._parts.package.in_body(self._parts.main, _METHODS), self._parts.main)

    def headers_and_footers(self, blocks: Iterable[SourceBlock]) -> tuple[list[SourceBlock], list[SourceBlock]]:
        """What stands in headers and in footers, each text once and without what the document says itself.

        Args:
            blocks: of the document; `pieces` was called before.
        """
        said = {" ".join(block.text.split()) for block in blocks}
        self._is_furniture = True
        headers = furniture(self._of_sections([one.headers for one in self._sections]), said)
        said |= {block.text for block in headers}
        return headers, furniture(self._of_sections([one.footers for one in self._sections]), said)

    def _of_sections(self, references: Iterable[Sequence[str]]) -> Iterator[Piece]:
        parts = dict.fromkeys(
            self._parts.target(self._parts.main, reference) for section_ in references for reference in section_
        )
        for part in parts:
            root = self._parts.tree(part) if part else None
            if root is not None:
                yield from self._apart(root, part)

    def _apart(self, elements: Iterable[_Element], part: str) -> list[Piece]:
        """What stands in something of its own, whose lists are not those around it."""
        depths, carried = self._paragraphs.depths, self._carried
        self._paragraphs.depths, self._carried = ListDepths(), _NOTHING
        pieces = self._all(elements, part)
        self._paragraphs.depths, self._carried = depths, carried
        return pieces

    def _all(self, elements: Iterable[_Element], part: str) -> list[Piece]:
        """What some elements hold, with a last line that would go on in another one."""
        pieces = list(self._pieces(elements, part))
        rest, self._carried = self._carried, _NOTHING
        return [*pieces, *self._line(None, rest, part)] if rest is not _NOTHING else pieces

    def _pieces(self, elements: Iterable[_Element], part: str) -> Iterator[Piece]:
        for element in elements:
            if (method := _METHODS.get(element.tag)) is not None:
                yield from method(self, element, part)

    def _equation(self, element: _Element, part: str) -> Iterator[Piece]:
        yield from self._line(None, read_line([element], self._parts.styles, ""), part)

    def _section(self, element: _Element, _: str) -> Iterator[Piece]:
        self._sections.append(section(element, has_even_pages=self._parts.has_even_pages))
        yield from ()

    def _sub_document(self, _: _Element, __: str) -> Iterator[Piece]:
        self._miss("Another document that is linked into it is not read. Add that document by itself.")
        yield from ()

    def _control(self, element: _Element, part: str) -> Iterator[Piece]:
        content = element.find(CONTROL_CONTENT)
        is_contents = value(element, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents"
        if content is not None and not is_contents and not shows_prompt(element):
            yield from self._pieces(content, part)

    def _alternative(self, element: _Element, part: str) -> Iterator[Piece]:
        for form in (CHOICE, FALLBACK):
            for wrapper in element.findall(form):
                if pieces := list(self._pieces(wrapper, part)):
                    yield from pieces
                    return

    def _paragraph(self, element: _Element, part: str) -> Iterator[Piece]:
        self._paragraph_count += 1
        if self._paragraph_count > _PARAGRAPHS_MAX:
            raise UnreadableFile(f"It has more than {_PARAGRAPHS_MAX:,} paragraphs. Split it into several documents.")
        if not len(element) and self._carried is _NOTHING:
            return
        properties = element.find(PARAGRAPH_FORMAT)
        style = value(properties, "pStyle")
        line = read_line(element, self._parts.styles, style, is_furniture=self._is_furniture)
        if (properties_of_section := at(properties, "sectPr")) is not None:
            self._sections.append(section(properties_of_section, has_even_pages=self._parts.has_even_pages))
        if self._carried is not _NOTHING:
            line = _joined(self._carried, line)
            self._carried = _NOTHING
        if _goes_on(properties):
            self._carried = line
        elif line.text.strip() or not switch(properties, "rPr", "vanish"):
            yield from self._line(properties, line, part)

    def _line(self, properties: _Element | None, line: Line, part: str) -> Iterator[Piece]:
        piece = self._paragraphs.piece(properties, line, is_cell=self._cell_depth > 0)
        if piece is not None:
            yield piece
        for drawn in line.drawn:
            yield from self._drawn(drawn, part)
        for kind, note_id in line.notes:
            yield from self._note(kind, note_id)

    def _note(self, kind: str, note_id: str) -> Iterator[Piece]:
        element = self._parts.note(kind, note_id)
        if element is None:
            return
        pieces = self._apart(element, self._parts.side_part(kind))
        author = author_of(element) if kind == "comments" else ""
        for index, piece in enumerate(pieces):
            text = f"{author}: {piece.text}" if author and not index else piece.text
            yield Piece(SourceBlock(text, "note"))

    def _drawn(self, drawn: Drawn, part: str) -> Iterator[Piece]:
        if drawn.kind == "box" and drawn.element is not None:
            yield from self._apart(drawn.element, part)
        elif drawn.kind == "words":
            yield Piece(SourceBlock(drawn.text))
        elif drawn.kind == "description":
            yield Piece(SourceBlock(drawn.text, "note"))
        elif drawn.kind == "picture":
            self.pictures += 1
        else:
            yield from self._other_part(drawn, self._parts.target(part, drawn.reference))

    def _other_part(self, drawn: Drawn, target: str) -> Iterator[Piece]:
        """A chart or diagram, which is kept in another part, or an object of another program."""
        if target in self._given:
            return
        self._given.add(target)
        root = self._parts.tree(target) if target and drawn.kind in ("chart", "diagram") else None
        if root is not None:
            blocks = chart_blocks(root) if drawn.kind == "chart" else diagram_blocks(root)
            yield from (Piece(block) for block in blocks)
            return
        what = drawn.text if drawn.kind == "object" and drawn.text else f"an embedded {drawn.kind}"
        self._miss(
            f"What it holds of another program is not read: {what}{f' ({target})' if target else ''}. "
            "Save it as a file of its own if its text should be found."
        )

    def _chunk(self, element: _Element, part: str) -> Iterator[Piece]:
        target = self._parts.target(part, element.get(RELATIONSHIPS + "id", ""))
        if target in self._given:
            return
        self._given.add(target)
        try:
            content = self._parts.package.content(target) if target else None
            blocks = self._read_chunk(content, target) if content else None
        except (DamagedPart, UnreadableFile):
            blocks = None
        if blocks is None:
            self._miss(
                f"A file that is put into it is not read: {target or 'it is missing'}. "
                "Open the document in Word and save it anew."
            )
        yield from (Piece(block) for block in blocks or ())

    def _table(self, element: _Element, part: str) -> Iterator[Piece]:
        rows: list[tables.Row] = []
        notes: list[Piece] = []
        self._cell_depth += 1
        for row_element in _within(element, ROW):
            if tables.is_left_out(row_element):
                continue
            row = tables.begun_row(row_element)
            for cell in _within(row_element, CELL):
                pieces = self._apart(cell, part)
                notes += [piece for piece in pieces if piece.block.kind == "note"]
                tables.add_cell(row, cell, [piece for piece in pieces if piece.block.kind != "note"])
            rows.append(row)
        self._cell_depth -= 1
        if tables.stands_as_text(rows):
            yield from (piece for row in rows for cell in row.cells for piece in cell.pieces)
        else:
            yield from (Piece(block) for block in tables.row_blocks(element, rows, self._parts.styles))
        yield from notes

    def _miss(self, sentence: str) -> None:
        if sentence not in self._parts.missed:
            self._parts.missed.append(sentence)


def _joined(first: Line, second: Line) -> Line:
    """A line that goes on in another one."""
    is_empty = not first.text.strip()
    return replace(
        second,
        text=first.text + second.text,
        drawn=first.drawn + second.drawn,
        notes=first.notes + second.notes,
        is_bold=second.is_bold and (first.is_bold or is_empty),
        is_underlined=second.is_underlined and (first.is_underlined or is_empty),
    )


def _goes_on(properties: _Element | None) -> bool:
    """Whether a paragraph goes on in the next: its end is deleted, or it is the large letter that this begins with."""
    frame = at(properties, "framePr")
    is_large_letter = frame is not None and frame.get(WORD + "dropCap", "none") != "none"
    return is_large_letter or at(properties, "rPr", "del") is not None


def _within(parent: _Element, tag: str) -> Iterator[_Element]:
    """The children with a tag, also those in content controls and tracked changes."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS or child.tag == CONTROL:
            yield from _within(child, tag)


_METHODS: Mapping[str, Callable[[Body, _Element, str], Iterator[Piece]]] = MappingProxyType(
    {
        PARAGRAPH: Body._paragraph,
        TABLE: Body._table,
        CONTROL: Body._control,
        ALTERNATIVES: Body._alternative,
        CHUNK: Body._chunk,
        SECTION: Body._section,
        WORD + "subDoc": Body._sub_document,
        MATH + "oMathPara": Body._equation,
        MATH + "oMath": Body._equation,
    }
    | dict.fromkeys(WRAPPERS, Body._pieces)
)
