"""Charts and diagrams of a Word document as the tables and lists that they show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lxml.etree import _Element

from corpus.assembly import SourceBlock, table_row
from corpus.word.names import CHART, DIAGRAM, DRAWING, whole_number

_DAY_ZERO = date(1899, 12, 30)
_DAYS_MAX = 80_000
_NO_POINTS = frozenset({"pres", "parTrans", "sibTrans", "doc"})
_POINTS_MAX = 2_000
_DEPTH_MAX = 20


def chart_blocks(root: _Element) -> Iterator[SourceBlock]:
    """The blocks that a chart is read as: its title as a caption, then a table.

    Args:
        root: of the chart's part.
    """
    title = root.find(f"{CHART}chart/{CHART}title")
    if title is not None and (text := lettering(title)):
        yield SourceBlock(text, "caption")
    series = list(root.iter(CHART + "ser"))
    if not series:
        return
    columns = [(_name(one), _points(one, ("val", "yVal"))) for one in series]
    categories = _points(series[0], ("cat", "xVal"))
    yield table_row(["", *(name for name, _ in columns)], names=True)
    for index in sorted({*categories, *(index for _, points in columns for index in points)})[:_POINTS_MAX]:
        yield table_row([categories.get(index, ""), *(points.get(index, "") for _, points in columns)])


def diagram_blocks(root: _Element) -> Iterator[SourceBlock]:
    """The points of a SmartArt diagram as the items of a list, each as deep as it hangs.

    Args:
        root: of the diagram's data.
    """
    points = {point.get("modelId", ""): point for point in root.iter(DIAGRAM + "pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for link in root.iter(DIAGRAM + "cxn"):
        if link.get("type", "parOf") == "parOf":
            order = whole_number(link.get("srcOrd")) or 0
            below.setdefault(link.get("srcId", ""), []).append((order, link.get("destId", "")))
    shown: set[str] = set()
    waiting = [(0, key) for key, point in points.items() if point.get("type") == "doc"]
    waiting += [(1, key) for key, point in reversed(points.items()) if point.get("type", "node") not in _NO_POINTS]
    waiting.sort(key=lambda one: one[0], reverse=True)
    while waiting:
        depth, key = waiting.pop()
        if key in shown or key not in points:
            continue
        shown.add(key)
        if depth and (text := lettering(points[key])):
            yield SourceBlock(text, "list_item", min(depth, _DEPTH_MAX))
        waiting += [(depth + 1, child) for _, child in sorted(below.get(key, ()), reverse=True)]


def lettering(element: _Element) -> str:
    """The words in a drawing's element, its paragraphs parted by spaces."""
    paragraphs = (
        "".join(part.text or "" for part in paragraph.iter(DRAWING + "t")) for paragraph in element.iter(DRAWING + "p")
    )
    return " ".join(" ".join(paragraphs).split())


def _name(series: _Element) -> str:
    name = series.find(CHART + "tx")
    return "" if name is None else " ".join((value.text or "") for value in name.iter(CHART + "v")).strip()


def _points(series: _Element, names: tuple[str, ...]) -> dict[int, str]:
    """The values of a series, or its categories, by their place."""
    values: dict[int, str] = {}
    holder = next((found for name in names if (found := series.find(CHART + name)) is not None), None)
    if holder is None:
        return values
    form = next((element.text or "" for element in holder.iter(CHART + "formatCode")), "")
    for point in holder.iter(CHART + "pt"):
        index, value = whole_number(point.get("idx")), point.find(CHART + "v")
        if index is None or value is None or not value.text:
            continue
        is_text = holder.find(f".//{CHART}strCache") is not None
        text = value.text.strip() if is_text else _number(value.text, point.get("formatCode", form))
        values[index] = f"{values[index]} {text}" if index in values else text
    return values


def _number(text: str, form: str) -> str:
    """A number as a chart shows it: a share in per cent, a day, or without the traces of binary fractions."""
    try:
        number = float(text)
    except ValueError:
        return text.strip()
    if "%" in form:
        return f"{number * 100:.10g}%"
    letters = form.lower()
    if "y" in letters and ("m" in letters or "d" in letters) and 0 < number < _DAYS_MAX:
        day = _DAY_ZERO + timedelta(days=int(number))
        return f"{day.day} {day:%B %Y}" if "d" in letters else f"{day:%B %Y}"
    return f"{number:.10g}"
