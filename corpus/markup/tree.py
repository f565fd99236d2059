"""What is asked of the elements of a tree everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree


def text_of(element: etree._Element) -> str:
    """All text in an element, as it is written."""
    return "".join(pieces(element))


def flat_text(element: etree._Element) -> str:
    """All text in an element with single spaces."""
    return flat(text_of(element))


def flat(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def pieces(element: etree._Element) -> Iterator[str]:
    """The pieces of text in an element, in order."""
    return map(str, element.itertext())


def class_words(element: etree._Element) -> set[str]:
    """The words in the classes and the id of an element, in lower case."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return set(re.split(r"[\s_-]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names).lower()))


def is_in(element: etree._Element, *tags: str) -> bool:
    """Whether an element stands in one with any of some tags."""
    return next(element.iterancestors(*tags), None) is not None


def holds(element: etree._Element, *tags: str) -> bool:
    """Whether an element holds another with any of some tags."""
    return next(element.iterdescendants(*tags), None) is not None


def holders(page: etree._Element, *tags: str) -> set[etree._Element]:
    """The elements that hold one with any of some tags, and these themselves."""
    found: set[etree._Element] = set()
    for element in page.iter(*tags):
        found.add(element)
        for above in element.iterancestors():
            if above in found:
                break
            found.add(above)
    return found


def select(page: etree._Element, path: str) -> list[etree._Element]:
    """The elements that an XPath finds."""
    found = page.xpath(path)
    return [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []


def attribute_values(page: etree._Element, name: str) -> list[str]:
    """What an attribute holds on each element of a page that has it."""
    found = page.xpath(f"//@{name}")
    return [str(one) for one in found] if isinstance(found, list) else []


def drop(element: etree._Element) -> None:
    """Take an element out of its tree, and leave the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is None:
        parent.text = (parent.text or "") + element.tail
    elif element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    element.tail = None
    parent.remove(element)
