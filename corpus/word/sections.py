"""The sections of a Word document: which headers and footers are shown."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from corpus.word.names import RELATIONSHIPS, WORD, switch


@dataclass(frozen=True, slots=True)
class Section:
    """A section's headers and footers.

    Attributes:
        headers, footers: the ids by which the main part refers to those that are shown, the first page's first.
    """

    headers: tuple[str, ...]
    footers: tuple[str, ...]


def section(properties: _Element, *, has_even_pages: bool) -> Section:
    """A section as its properties declare it.

    Args:
        properties: the section's.
        has_even_pages: whether the document has other headers on even pages.
    """
    shown = ["default"]
    if switch(properties, "titlePg"):
        shown.insert(0, "first")
    if has_even_pages:
        shown.append("even")
    return Section(_references(properties, "header", shown), _references(properties, "footer", shown))


def _references(properties: _Element, name: str, shown: list[str]) -> tuple[str, ...]:
    by_type = {
        one.get(WORD + "type", "default"): one.get(RELATIONSHIPS + "id", "")
        for one in properties.findall(f"{WORD}{name}Reference")
    }
    return tuple(by_type[kind] for kind in shown if kind in by_type)
