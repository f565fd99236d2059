"""The Atom feed (RFC 4287) of what has changed in the answers to watched questions."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from xml.etree import ElementTree

from qa.citing.citation import flattened
from qa.watching.watch import Asked, Said

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def atom_feed(changes: Sequence[Asked], name: str) -> bytes:
    """The feed of some changes.

    Args:
        changes: newest first.
        name: of the index, by which the feed is told from others; nobody sees it.
    """
    feed = ElementTree.Element("feed", xmlns=NAMESPACE)
    _add(feed, "title", "Changed answers to watched questions")
    _add(feed, "id", _id(name))
    _add(feed, "updated", (changes[0].at if changes else _NEVER).isoformat())
    _add(ElementTree.SubElement(feed, "author"), "name", "Chapter and Verse")
    for change in changes:
        entry = ElementTree.SubElement(feed, "entry")
        _add(entry, "title", change.question)
        _add(entry, "id", _id(name, change.question, change.snapshot, change.at.isoformat()))
        _add(entry, "updated", change.at.isoformat())
        before = f"Before: {told(change.before, change.now)}\n" if change.before else ""
        _add(entry, "content", f"Changed: {', '.join(change.changed)}\n{before}Now: {told(change.now, change.before)}")
    ElementTree.indent(feed)
    content: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return content


def told(said: Said, beside: Said | None = None) -> str:
    """What was said, in one line: the words with their document and page, or why there are none.

    Args:
        said: itself.
        beside: what is told beside it; of another document of the same title it is told by its id too.
    """
    if not said.quote:
        return said.reason
    is_alike = beside is not None and beside.title == said.title and beside.document_id != said.document_id
    document = f"{said.title}, {said.document_id}" if is_alike else said.title
    page = f", page {said.page}" if said.page else ""
    return f"“{flattened(said.quote)}” ({document}{page})"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _NOT_XML.sub(" ", text)


def _id(*parts: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(parts)).urn
