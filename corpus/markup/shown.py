"""What a page shows: hidden parts are taken out of its tree, those that a click opens are not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from corpus.errors import UnreadableFile
from corpus.language.vocabulary import load
from corpus.markup.parsing import parse
from corpus.markup.tree import attribute_values, class_words, drop, flat_text, holders, is_in, select, text_of

_NOT_SHOWN = (
    "style noscript noframes template canvas object audio video embed applet datalist head title area map-data".split()
)
_HIDDEN = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)
_POINTERS = ("aria-controls", "data-target", "data-bs-target", "data-controls", "href", "for")
_IDS_IN_SCRIPT = re.compile(r"[\"']#?([\w:.-]+)[\"']")
_PARTS = load("web")["parts"]
_OPENED = frozenset(_PARTS["opened"])
_HEARD = frozenset(_PARTS["heard"])
_LINE_TAGS = frozenset("span i b em strong a small sup sub code abbr time label svg math img".split())
_FRAMES_DEEPEST = 3
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TAG_OF_ROLE = {
    "table": "table", "grid": "table", "treegrid": "table", "rowgroup": "tbody", "row": "tr", "cell": "td",
    "gridcell": "td", "columnheader": "th", "rowheader": "th", "list": "ul", "listitem": "li",
}  # fmt: skip


def drop_hidden(page: etree._Element) -> None:
    """Take what a page does not show out of its tree.

    What is hidden until a click opens it stays: the parts that a control names by their id, and those that by their
    class or role are a panel of an accordion or a tab.

    Args:
        page: its root element.
    """
    for element in list(page.iter(*_NOT_SHOWN)):
        if element.tag != "title" or not is_in(element, "svg"):
            drop(element)
    for script in list(page.iter("script")):
        if not script.get("type", "").startswith("math/tex"):
            drop(script)
    opened = _opened_ids(page)
    # A page that is covered by a question, or waits for its script, hides all of itself.
    whole = holders(page, "h1", "main", "body")
    heard = _Heard()
    for element in select(page, "//*[@hidden or @aria-hidden or @style]"):
        if (
            element.getparent() is not None
            and element not in whole
            and _is_hidden(element, heard)
            and not _is_opened(element, opened)
        ):
            heard.forget(element)
            drop(element)


def drop_permalinks(page: etree._Element) -> None:
    """Take the signs out of headings that only link to them, such as "¶".

    Args:
        page: its root element.
    """
    for heading in list(page.iter("h1", "h2", "h3", "h4", "h5", "h6")):
        for link in list(heading.iter("a")):
            if not any(char.isalnum() for char in text_of(link)) and next(link.iter("img", "svg"), None) is None:
                drop(link)


def put_frames_in(page: etree._Element, frames: Mapping[str, str], depth: int = 0) -> None:
    """Put pages that a page shows in frames in their places.

    Args:
        page: its root element.
        frames: the markup of each frame that is at hand, by the address that the page calls it by.
        depth: in how many frames the page stands itself.
    """
    for frame in list(page.iter("iframe", "frame")):
        markup = frame.get("srcdoc") or frames.get(frame.get("src", "").strip())
        if markup and depth < _FRAMES_DEEPEST:
            try:
                inner = parse(markup)
            except UnreadableFile:
                continue
            put_frames_in(inner, frames, depth + 1)
            frame.tag = "div"
            frame.text = None
            for child in list(inner.iter("body", "frameset"))[:1]:
                child.tag = "div"
                frame.append(child)


def arrange(page: etree._Element) -> None:
    """Make tables and lists of what says by its role that it is one, and put a table's caption before it.

    Args:
        page: its root element.
    """
    for element in select(page, "//*[@role]"):
        if element.tag in ("div", "span"):
            element.tag = _TAG_OF_ROLE.get(element.get("role", ""), element.tag)
    for caption in list(page.iter("figcaption")):
        figure = caption.getparent()
        if figure is not None and figure[0] is not caption and next(figure.iter("table"), None) is not None:
            drop(caption)
            figure.insert(0, caption)


def name_tabs(page: etree._Element) -> None:
    """Put the name of each tab into its panel, and take the row of tabs out.

    Args:
        page: its root element.
    """
    ids = {tab.get("id", ""): tab for tab in select(page, "//*[@role='tab'][@id]")}
    for panel in select(page, "//*[@role='tabpanel']"):
        tab = ids.get(panel.get("aria-labelledby", ""))
        if tab is None or not (words := flat_text(tab)) or tab in set(panel.iter()):
            continue
        after = panel.getnext()
        while after is not None and after.get("role") == "tabpanel":
            after = after.getnext()
        is_heading = after is None or after.tag in _HEADINGS  # what follows would hang on the last name
        name = etree.Element("button" if is_heading else "p", {"aria-expanded": "true"} if is_heading else {})
        name.text, name.tail, panel.text = words, panel.text, None
        panel.insert(0, name)
        drop(tab)


def _opened_ids(page: etree._Element) -> set[str]:
    """The ids of what the controls of a page name."""
    ids: set[str] = set()
    for name in _POINTERS:
        for value in attribute_values(page, name):
            if name != "href" or value.startswith("#"):
                ids.update(part.lstrip("#") for part in value.split())
    for value in attribute_values(page, "onclick"):
        ids.update(_IDS_IN_SCRIPT.findall(value))
    return ids


class _Heard:
    """Counts, once for each element, what stands in it for those who hear a page."""

    def __init__(self) -> None:
        self._counts: dict[etree._Element, int] = {}

    def is_beside(self, element: etree._Element) -> bool:
        """Whether such a part stands beside an element."""
        parent = element.getparent()
        if parent is None:
            return False
        if parent not in self._counts:
            self._counts[parent] = sum(map(_is_heard, parent))
        return self._counts[parent] > _is_heard(element)

    def forget(self, element: etree._Element) -> None:
        """Count an element no more that is about to be dropped."""
        parent = element.getparent()
        if parent is not None and parent in self._counts:
            self._counts[parent] -= _is_heard(element)


def _is_heard(element: etree._Element) -> bool:
    return bool(_HEARD & set(element.get("class", "").lower().split()))


def _is_hidden(element: etree._Element, heard: _Heard) -> bool:
    if "hidden" in element.attrib and element.get("hidden", "").lower() != "until-found":
        return True
    if element.get("aria-hidden", "").lower() == "true":
        return element.tag not in _LINE_TAGS or _is_said_otherwise(element, heard)
    return _HIDDEN.search(element.get("style", "")) is not None


def _is_said_otherwise(element: etree._Element, heard: _Heard) -> bool:
    """Whether a part of a line that is not read out holds no word, or stands beside its words for those who hear."""
    return not any(char.isalnum() for char in text_of(element)) or heard.is_beside(element)


def _is_opened(element: etree._Element, opened: set[str]) -> bool:
    if element.get("id") in opened or element.get("role") == "tabpanel":
        return True
    return bool(_OPENED & class_words(element)) or element.get("hidden", "").lower() == "until-found"
