"""What Office drawings say: text, tables, charts and diagrams, in texts, in slides and on sheets."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from corpus.assembly import SourceBlock, SourceCell, table_row
from corpus.header_rows import with_header
from corpus.office.number_forms import shown
from corpus.office.package import Package, local_name

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_CHANGING = ("slidenum", "datetime")
_NO_POINTS = frozenset({"pres", "parTrans", "sibTrans", "doc"})
_POINTS_MAX = 2_000
_DEPTH_MAX = 20
_ON = ("1", "true", "on")


def paragraph_text(paragraph: _Element) -> str:
    """The text of a paragraph, without page numbers and the day on which it is shown."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        match local_name(element):
            case "t":
                parts.append(element.text or "")
            case "br" | "tab":
                parts.append(" ")
            case "fld" if element.get("type", "").startswith(_CHANGING):
                continue
            case "pPr" | "rPr" | "endParaRPr" | "Fallback":
                continue
            case _:
                waiting.extend(reversed(element))
    return " ".join("".join(parts).split())


def texts(element: _Element) -> Iterator[str]:
    """The texts of all paragraphs in an element, those without text left out."""
    for paragraph in element.iter(DRAWING + "p"):
        if text := paragraph_text(paragraph):
            yield text


def table_blocks(table: _Element) -> Iterator[SourceBlock]:
    """The rows of a table on a slide."""
    yield from with_header(list(_rows(table)))


def _rows(table: _Element) -> Iterator[SourceBlock]:
    """These, with the names that the table itself sets off."""
    properties = table.find(DRAWING + "tblPr")
    has_header = properties is not None and properties.get("firstRow", "") in _ON
    has_names = properties is not None and properties.get("firstCol", "") in _ON
    for index, row in enumerate(table.iterfind(DRAWING + "tr")):
        cells: list[SourceCell] = []
        for cell in row.iterfind(DRAWING + "tc"):
            if cell.get("hMerge", "") in _ON:
                continue
            names = (has_header and index == 0) or (has_names and not cells)
            span = int(cell.get("gridSpan", "1")) if cell.get("gridSpan", "1").isdecimal() else 1
            goes_on = cell.get("vMerge", "") in _ON
            cells.append(SourceCell("" if goes_on else " ".join(texts(cell)), min(max(span, 1), 100), names, goes_on))
        if cells:
            yield SourceBlock("", "table_row", cells=tuple(cells))


def chart_title(root: _Element) -> str:
    """The title of a chart, or ""."""
    title = root.find(f"{CHART}chart/{CHART}title")
    if title is None:
        return ""
    return " ".join(texts(title)) or " ".join(value.text or "" for value in title.iter(CHART + "v"))


def chart_blocks(root: _Element) -> Iterator[SourceBlock]:
    """The blocks that a chart is read as: its title as a caption, then a table of what it shows."""
    if title := chart_title(root):
        yield SourceBlock(title, "caption")
    series = list(root.iter(CHART + "ser"))
    if not series:
        return
    columns = [(_series_name(one), _points(one, ("val", "yVal"))) for one in series]
    categories = _points(series[0], ("cat", "xVal"))
    if any(name for name, _ in columns):
        yield table_row(["", *(name for name, _ in columns)], names=True)
    for place in sorted({*categories, *(place for _, points in columns for place in points)})[:_POINTS_MAX]:
        values = (SourceCell(points.get(place, "")) for _, points in columns)
        yield SourceBlock("", "table_row", cells=(SourceCell(categories.get(place, ""), names=True), *values))


def _series_name(series: _Element) -> str:
    name = series.find(CHART + "tx")
    return "" if name is None else " ".join((value.text or "") for value in name.iter(CHART + "v")).strip()


def _points(series: _Element, names: tuple[str, ...]) -> dict[int, str]:
    """The values of a series, or its categories, by their place."""
    values: dict[int, str] = {}
    holder = next((found for name in names if (found := series.find(CHART + name)) is not None), None)
    if holder is None:
        return values
    is_text = holder.find(f".//{CHART}numCache") is None and holder.find(f".//{CHART}numLit") is None
    form = next((element.text or "" for element in holder.iter(CHART + "formatCode")), "General")
    for point in holder.iter(CHART + "pt"):
        place, value = point.get("idx", ""), point.findtext(CHART + "v")
        if not place.isdecimal() or not value:
            continue
        text = value if is_text else _number(value, point.get("formatCode", form))
        values[int(place)] = f"{values[int(place)]} {text}" if int(place) in values else text
    return values


def _number(value: str, form: str) -> str:
    try:
        return shown(float(value), form)
    except ValueError:
        return value


def diagram_blocks(root: _Element) -> Iterator[SourceBlock]:
    """The points of a diagram (SmartArt) as the items of a list, each as deep as it hangs.

    Args:
        root: of the diagram's data. Points that hang on nothing come last.
    """
    points = {point.get("modelId", ""): point for point in root.iter(_DIAGRAM + "pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for link in root.iter(_DIAGRAM + "cxn"):
        if link.get("type", "parOf") == "parOf":
            order = link.get("srcOrd", "0")
            below.setdefault(link.get("srcId", ""), []).append(
                (int(order) if order.isdecimal() else 0, link.get("destId", ""))
            )
    seen: set[str] = set()
    waiting = [(1, key) for key, point in reversed(points.items()) if point.get("type", "node") not in _NO_POINTS]
    waiting += [(0, key) for key, point in points.items() if point.get("type") == "doc"]
    while waiting:
        depth, key = waiting.pop()
        if key in seen or key not in points:
            continue
        seen.add(key)
        text = " ".join(texts(points[key])) if depth else ""
        if text:
            yield SourceBlock(text, "list_item", min(depth, _DEPTH_MAX))
        waiting += [(depth + 1, child) for _, child in sorted(below.get(key, ()), reverse=True)]


def sheet_drawing(package: Package, part: str) -> Iterator[SourceBlock]:
    """What is drawn on a sheet: its text boxes, and the titles of its charts, whose numbers stand in the cells."""
    for relationship in package.related(part).values():
        if relationship.kind != "drawing" or relationship.is_outside:
            continue
        root = package.spare_tree(relationship.target)
        if root is None:
            continue
        yield from (SourceBlock(text) for body in root.iter("{*}txBody") for text in texts(body))
        for related in package.related(relationship.target).values():
            chart = package.spare_tree(related.target) if related.kind == "chart" else None
            if chart is not None and (title := chart_title(chart)):
                yield SourceBlock(title, "caption")
