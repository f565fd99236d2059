"""Footnotes, endnotes and comments of a Word document."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element

from corpus.word.names import WORD

NOTE_KINDS: Mapping[str, str] = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
"""The kinds of parts with notes, and what one note is called in each."""
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def notes_in(root: _Element | None, kind: str) -> dict[str, _Element]:
    """The notes of a part by their id.

    Args:
        root: of the part; None where there is none.
        kind: of the part, such as "footnotes".
    """
    elements = [] if root is None else root.findall(WORD + NOTE_KINDS[kind])
    return {
        element.get(WORD + "id", ""): element for element in elements if element.get(WORD + "type") not in _NO_NOTES
    }


def author_of(comment: _Element) -> str:
    """Who wrote a comment, or ""; the name that Word gives when it hides the true one is none."""
    name = " ".join(comment.get(WORD + "author", "").split())
    return "" if name.lower() == "author" else name
