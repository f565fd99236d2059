"""The plots of a report: inline SVG drawn by matplotlib, whose colours follow the page's light, dark or print style."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import matplotlib
import matplotlib.style
from lxml import etree
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure

# What is drawn in the colour on the left is shown in the page's custom property on the right.
_INK, _MUTED, _RULE, _FIRST, _SECOND = "#0a0b0c", "#1a1b1c", "#2a2b2c", "#3a3b3c", "#4a4b4c"
_PROPERTIES: Final = {_INK: "--ink", _MUTED: "--muted", _RULE: "--rule", _FIRST: "--first", _SECOND: "--second"}
_STYLE: Final = {
    "axes.edgecolor": _MUTED,
    "axes.labelcolor": _INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.axisbelow": True,
    "font.size": 8.5,
    "grid.color": _RULE,
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "report",
    "text.color": _INK,
    "xtick.color": _MUTED,
    "xtick.labelcolor": _INK,
    "ytick.color": _MUTED,
    "ytick.labelcolor": _INK,
}
_WIDTH_INCHES: Final = 4.4
_LABEL_CHARACTERS: Final = 26
_NAMESPACE: Final = "{http://www.w3.org/2000/svg}"
_REFERENCE: Final = re.compile(r"(?<=url\(#)|(?<=^#)")
_FONT_FAMILY: Final = re.compile(r" font-family: [^;]*;")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its 95 % interval; all 0 to 1."""

    label: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ReliabilityPoint:
    """Questions of about one confidence: its mean, the share that was right, and how many there are."""

    confidence: float
    right: float
    questions: int


def bars(name: str, rows: Sequence[Bar], axis: str) -> Markup:
    """Horizontal bars with intervals, the first row on top.

    Args:
        name: unique in the page; made of letters, digits and "-".
        rows: one or more.
        axis: what is measured.

    Returns:
        An <svg> element.
    """

    def draw(axes: Axes) -> None:
        for place, row in enumerate(rows):
            axes.barh(place, row.value, height=0.62, color=_FIRST)
            axes.plot([row.low, row.high], [place, place], color=_INK, linewidth=1.2, marker="|", markersize=5)
        axes.set_yticks(range(len(rows)), [_label(row.label) for row in rows], parse_math=False)
        axes.tick_params(axis="y", length=0)
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xlim(0, 1.02)
        axes.set_xlabel(axis)
        axes.grid(axis="x")

    return _svg(name, draw, height_inches=0.75 + 0.27 * len(rows))


def reliability(name: str, points: Sequence[ReliabilityPoint]) -> Markup:
    """Confidence against the share that was right; the nearer to the diagonal, the better.

    Args:
        name: unique in the page; made of letters, digits and "-".
        points: one for each bin that holds a question.

    Returns:
        An <svg> element.
    """

    def draw(axes: Axes) -> None:
        most = max((point.questions for point in points), default=1)
        axes.plot([0, 1], [0, 1], color=_MUTED, linewidth=1, linestyle=(0, (3, 3)))
        for point in points:
            axes.plot(
                point.confidence,
                point.right,
                "o",
                color=_FIRST,
                markersize=4 + 6 * (point.questions / most) ** 0.5,
                clip_on=False,
            )
        _unit_square(axes, "confidence given", "share that was right")

    return _svg(name, draw, height_inches=3.0)


def risk_coverage(name: str, curve: Sequence[tuple[float, float]], shipped: tuple[float, float] | None) -> Markup:
    """The share that is wrong among the most confident, for each share answered.

    Args:
        name: unique in the page; made of letters, digits and "-".
        curve: pairs of coverage and risk, each 0 to 1, with growing coverage.
        shipped: coverage and risk as the run decided, or None when it answered nothing.

    Returns:
        An <svg> element.
    """

    def draw(axes: Axes) -> None:
        coverages, risks = [0.0, *(point[0] for point in curve)], [curve[0][1], *(point[1] for point in curve)]
        axes.fill_between(coverages, risks, color=_FIRST, alpha=0.18, linewidth=0, step="pre")
        axes.plot(coverages, risks, color=_FIRST, linewidth=1.6, drawstyle="steps-pre")
        if shipped:
            axes.plot([shipped[0]] * 2, [0, shipped[1]], color=_SECOND, linewidth=1, linestyle=(0, (3, 2)))
            axes.plot([0, shipped[0]], [shipped[1]] * 2, color=_SECOND, linewidth=1, linestyle=(0, (3, 2)))
            axes.plot(*shipped, "o", color=_SECOND, markersize=7)
            left = shipped[0] > 0.6
            axes.annotate(
                "as shipped",
                (shipped[0], 0),
                (-5 if left else 5, 5),
                textcoords="offset points",
                color=_SECOND,
                ha="right" if left else "left",
            )
        _unit_square(axes, "coverage: share of questions answered", "risk: share wrong among them")
        axes.set_ylim(0, min(1.02, max(0.2, 1.25 * max([*risks, shipped[1] if shipped else 0]))))

    return _svg(name, draw, height_inches=3.0)


def latency(name: str, milliseconds: Sequence[float], p50: float, p95: float) -> Markup:
    """The share of questions done within a time (an empirical distribution).

    The axis is logarithmic when times differ much.

    Args:
        name: unique in the page; made of letters, digits and "-".
        milliseconds: one or more, in any order.
        p50, p95: the times within which half and 95 % were done, marked.

    Returns:
        An <svg> element.
    """

    def draw(axes: Axes) -> None:
        times = sorted(milliseconds)
        if times[0] > 0 and times[-1] / times[0] > 30:
            axes.set_xscale("log")
        axes.ecdf(times, color=_FIRST, linewidth=1.6)
        for label, time, share in (("p50", p50, 0.5), ("p95", p95, 0.95)):
            axes.plot([time, time], [0, share], color=_SECOND, linewidth=1, linestyle=(0, (3, 2)))
            axes.plot(time, share, "o", color=_SECOND, markersize=5)
            axes.annotate(f"{label} {time:.3g} ms", (time, share), (7, -12), textcoords="offset points", color=_SECOND)
        if axes.get_xscale() == "log":
            axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
        axes.set_ylim(0, 1.02)
        axes.set_xlabel("milliseconds")
        axes.set_ylabel("share of questions done")
        axes.grid()

    return _svg(name, draw, height_inches=3.0)


def _unit_square(axes: Axes, x: str, y: str) -> None:
    axes.set_xlim(0, 1.02)
    axes.set_ylim(0, 1.02)
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    axes.grid()


def _label(text: str) -> str:
    """A label short enough for an axis, without what XML cannot hold."""
    shown = " ".join(_CONTROL.sub(" ", text).split())
    return shown if len(shown) <= _LABEL_CHARACTERS else shown[: _LABEL_CHARACTERS - 1] + "…"


def _svg(name: str, draw: Callable[[Axes], None], *, height_inches: float) -> Markup:
    buffer = io.BytesIO()
    with matplotlib.style.context(["default", _STYLE]), warnings.catch_warnings():
        # The words stay text in the SVG; matplotlib's own font need not hold the letters, which it uses only to make
        # room.
        warnings.filterwarnings("ignore", "Glyph .* missing from", UserWarning)
        figure = Figure(figsize=(_WIDTH_INCHES, height_inches), layout="constrained")
        draw(figure.add_subplot())
        figure.patch.set_visible(False)
        for axes in figure.axes:
            axes.patch.set_visible(False)
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return _inline(name, buffer.getvalue())


def _inline(name: str, svg: bytes) -> Markup:
    """Matplotlib's file as an element of a page.

    It has ids of its own, no size, no style sheet, and the page's font and colours.
    """
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    for unwanted in [*root.iter(f"{_NAMESPACE}metadata"), *root.iter(f"{_NAMESPACE}style")]:
        parent = unwanted.getparent()
        assert parent is not None, "only the root has no parent"
        parent.remove(unwanted)
    for key in ("width", "height", "version"):
        del root.attrib[key]
    root.set("aria-hidden", "true")
    for element in root.iter():
        for key, value in [(str(key), str(value)) for key, value in element.attrib.items()]:
            if key == "id":
                element.set(key, f"{name}-{value}")
            elif key == "style" or value.startswith(("#", "url(#")):
                element.set(key, _recoloured(_FONT_FAMILY.sub("", _REFERENCE.sub(f"{name}-", value))))
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704  # a parsed tree written out, every label in it escaped


def _recoloured(style: str) -> str:
    for colour, variable in _PROPERTIES.items():
        style = style.replace(colour, f"var({variable})")
    return style
