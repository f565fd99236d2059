"""The slides of a presentation (.pptx), and what stands on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from corpus.assembly import SourceBlock
from corpus.office.bullets import Bullets
from corpus.office.drawing import (
    ALTERNATIVES,
    CHART,
    DRAWING,
    RELATIONSHIP,
    chart_blocks,
    diagram_blocks,
    paragraph_text,
    table_blocks,
    texts,
)
from corpus.office.package import Package, all_text, local_name
from corpus.office.page_order import Box, reading_order
from corpus.office.slide import Slide, with_heading

_SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_TITLES = ("title", "ctrTitle")
_OUTLINES = ("body", "obj", "")
_AROUND = ("sldNum", "dt", "hdr", "ftr", "sldImg")
_OFF = ("0", "false", "off")
_DEEPEST = 20
_NOWHERE = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a shape is on its slide: the kind of placeholder and its index, or None for no placeholder."""

    kind: str | None
    index: str


def slides(package: Package) -> Iterator[Slide]:
    """The slides of a presentation, in the order in which they are shown.

    Raises:
        UnreadableFile: it is damaged or too large.
    """
    main = package.main_part("ppt/presentation.xml")
    root = package.needed_tree(main)
    related = package.related(main)
    listed = root.find(_SLIDE + "sldIdLst")
    for number, element in enumerate(() if listed is None else listed.iterfind(_SLIDE + "sldId"), start=1):
        relationship = related.get(element.get(RELATIONSHIP + "id", ""))
        tree = None if relationship is None else package.spare_tree(relationship.target)
        if relationship is None or tree is None:
            yield Slide(number, is_damaged=True)
        elif tree.get("show", "").lower() in _OFF:
            yield Slide(number, is_hidden=True)
        else:
            yield _SlideReader(package, relationship.target, tree, number).read()


class _SlideReader:
    def __init__(self, package: Package, part: str, tree: _Element, number: int) -> None:
        self._package = package
        self._related = package.related(part)
        self._tree = tree
        self._slide = Slide(number)
        layout = self._part_of_kind("slideLayout")
        self._layout = package.spare_tree(layout) if layout else None
        over = package.related(layout) if layout else {}
        master = next((one.target for one in over.values() if one.kind == "slideMaster"), "")
        self._master = package.spare_tree(master) if master else None

    def _part_of_kind(self, kind: str) -> str:
        return next((one.target for one in self._related.values() if one.kind == kind and not one.is_outside), "")

    def read(self) -> Slide:
        tree = self._tree.find(f"{_SLIDE}cSld/{_SLIDE}spTree")
        blocks = list(self._shapes(tree, 0)) if tree is not None else []
        titles = [block for block in blocks if block.kind == "heading"]
        others = [block for block in blocks if block.kind != "heading"]
        notes = [SourceBlock(text, "note") for text in (*self._notes(), *self._comments())]
        self._slide.blocks = with_heading(self._slide.number, titles, [*others, *notes])
        self._slide.furniture += self._behind()
        return self._slide

    def _shapes(self, tree: _Element, depth: int) -> Iterator[SourceBlock]:
        """The blocks of the shapes of a slide or a group, in the order in which they are read."""
        shapes = [shape for child in tree for shape in _shown(child)]
        for index in reading_order([self._box(shape) for shape in shapes]):
            shape = shapes[index]
            match local_name(shape):
                case "sp" | "cxnSp":
                    yield from self._text(shape)
                case "grpSp" if depth < _DEEPEST:
                    yield from self._shapes(shape, depth + 1)
                case "graphicFrame":
                    yield from self._frame(shape)
                case "pic":
                    self._slide.pictures += 1

    def _box(self, shape: _Element) -> Box:
        """Where a shape stands; a placeholder stands where its layout or master has it, unless it says otherwise."""
        place = _place(shape)
        for element in (shape, *self._patterns(place)):
            found = _own_box(element)
            if found is not None:
                return found
        return _NOWHERE

    def _patterns(self, place: _Place) -> Iterator[_Element]:
        """The placeholders of layout and master that a placeholder follows."""
        if place.kind is None:
            return
        for root in (self._layout, self._master):
            shapes = [] if root is None else list(root.iter(_SLIDE + "sp"))
            places = [(shape, _place(shape)) for shape in shapes]
            like = [shape for shape, other in places if other.kind is not None and other.index == place.index]
            like = like if place.index and like and root is self._layout else []
            yield from like or [shape for shape, other in places if other.kind is not None and _alike(other, place)][:1]

    def _text(self, shape: _Element) -> Iterator[SourceBlock]:
        body = shape.find(_SLIDE + "txBody")
        if body is None:
            return
        place = _place(shape)
        if place.kind in _TITLES:
            if title := " ".join(texts(body)):
                yield SourceBlock(title, "heading", 1)
            return
        if place.kind in _AROUND:
            self._slide.furniture += texts(body) if place.kind == "ftr" else ()
            return
        bullets = Bullets(self._styles(body, place), is_outline=place.kind in _OUTLINES and place.kind is not None)
        for paragraph in body.iterfind(DRAWING + "p"):
            text = paragraph_text(paragraph)
            if not text:
                continue
            depth, number = bullets.next(paragraph)
            if depth:
                yield SourceBlock(f"{number} {text}", "list_item", depth, marker=number)
            else:
                yield SourceBlock(text)

    def _styles(self, body: _Element, place: _Place) -> list[_Element]:
        """The list styles that a text follows, the nearest first."""
        bodies = [body, *(found for one in self._patterns(place) if (found := one.find(_SLIDE + "txBody")) is not None)]
        styles = [found for one in bodies if (found := one.find(DRAWING + "lstStyle")) is not None]
        name = "otherStyle" if place.kind is None else "bodyStyle"
        common = None if self._master is None else self._master.find(f"{_SLIDE}txStyles/{_SLIDE}{name}")
        return styles if common is None else [*styles, common]

    def _frame(self, frame: _Element) -> Iterator[SourceBlock]:
        """A table, chart, diagram, or a document of another program."""
        for table in frame.iter(DRAWING + "tbl"):
            yield from table_blocks(table)
        for element in frame.iter(CHART + "chart"):
            chart = self._related_tree(element.get(RELATIONSHIP + "id", ""))
            if chart is not None:
                yield from chart_blocks(chart)
        for element in frame.iter("{*}relIds"):
            diagram = self._related_tree(element.get(RELATIONSHIP + "dm", ""))
            if diagram is not None:
                yield from diagram_blocks(diagram)
        for element in frame.iter(_SLIDE + "oleObj"):
            self._slide.objects.append(element.get("progId") or element.get("name") or "object")

    def _related_tree(self, key: str) -> _Element | None:
        relationship = self._related.get(key)
        return None if relationship is None else self._package.spare_tree(relationship.target)

    def _notes(self) -> Iterator[str]:
        """What the speaker notes."""
        root = self._package.spare_tree(part) if (part := self._part_of_kind("notesSlide")) else None
        for shape in () if root is None else root.iter(_SLIDE + "sp"):
            body = shape.find(_SLIDE + "txBody")
            if body is not None and _place(shape).kind not in _AROUND:
                yield from texts(body)

    def _comments(self) -> Iterator[str]:
        """What others remarked on the slide, in the old form of such comments and the new one."""
        for relationship in self._related.values():
            root = self._package.spare_tree(relationship.target) if relationship.kind == "comments" else None
            for comment in () if root is None else root.iter("{*}cm", "{*}reply"):
                body = comment.find("{*}txBody")
                text = comment.findtext("{*}text") or ("" if body is None else " ".join(texts(body)))
                if text.strip():
                    yield text

    def _behind(self) -> Iterator[str]:
        """The words that layout and master print on every slide."""
        for root in (self._layout, self._master):
            for shape in () if root is None else root.iter(_SLIDE + "sp"):
                body = shape.find(_SLIDE + "txBody")
                if body is not None and _place(shape).kind is None:
                    yield from texts(body)


def _shown(element: _Element) -> Iterator[_Element]:
    """A shape, unless it is hidden; of one drawn in two ways, the newer where it has text."""
    if element.tag == ALTERNATIVES:
        ways = [list(way) for way in element]
        yield from next((way for way in ways if any(all_text(one) for one in way)), ways[0] if ways else [])
        return
    about = next((child.find(_SLIDE + "cNvPr") for child in element if local_name(child).startswith("nv")), None)
    if about is None or about.get("hidden", "") not in ("1", "true"):
        yield element


def _place(shape: _Element) -> _Place:
    found = shape.find(f"*/{_SLIDE}nvPr/{_SLIDE}ph")
    if found is None:
        return _Place(None, "")
    return _Place(found.get("type", ""), found.get("idx", ""))


def _alike(one: _Place, other: _Place) -> bool:
    """Whether a placeholder of a master is the pattern of one on a slide."""
    names = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}
    return names.get(one.kind or "", one.kind) == names.get(other.kind or "", other.kind)


def _own_box(shape: _Element) -> Box | None:
    transform = next((found for path in ("*/{*}xfrm", "{*}xfrm") if (found := shape.find(path)) is not None), None)
    offset, size = (None, None) if transform is None else (transform.find("{*}off"), transform.find("{*}ext"))
    if offset is None or size is None:
        return None
    try:
        left, top = float(offset.get("x", "0")), float(offset.get("y", "0"))
        return Box(left, top, left + abs(float(size.get("cx", "0"))), top + abs(float(size.get("cy", "0"))))
    except ValueError:
        return None
