"""The parts of a Word document that its text refers to."""

from __future__ import annotations

import posixpath
from functools import cached_property

from lxml.etree import _Element

from corpus.office.package import DamagedPart
from corpus.word.names import WORD, switch
from corpus.word.numbering import Numbering
from corpus.word.package import WordPackage
from corpus.word.styles import Styles

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_TEMPLATE = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Template"
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Parts:
    """The parts of a document.

    Args:
        package: the file.

    Attributes:
        package: the file.
        main: the name of the part that holds the text.
        styles: how paragraphs of a style look.
        numbering: counts the paragraphs of lists.
        missed: sentences that say what could not be read.

    Raises:
        UnreadableFile: it holds no text.
    """

    def __init__(self, package: WordPackage) -> None:
        self.package = package
        self.main = package.text_part()
        self.missed: list[str] = []
        self.styles = Styles(self._side("styles"))
        self.numbering = Numbering(self._side("numbering"), self.styles)
        self._notes: dict[str, dict[str, _Element]] = {}

    @cached_property
    def has_even_pages(self) -> bool:
        """Whether even pages have headers of their own."""
        return switch(self._side("settings"), "evenAndOddHeaders") is True

    def tree(self, part: str) -> _Element | None:
        """The root of a part; None where there is none, or where it is damaged, which is then told."""
        try:
            return self.package.tree(part)
        except DamagedPart:
            self.missed.append(f"Its part {part} is damaged and was not read. Open it in Word and save it anew.")
            return None

    def target(self, part: str, reference: str) -> str:
        """The name of the part that a part refers to by an id, or ""."""
        found = self.package.related(part).get(reference)
        return "" if found is None or found.is_outside else found.target

    def note(self, kind: str, note_id: str) -> _Element | None:
        """A footnote, endnote or comment; each is given once."""
        if kind not in self._notes:
            self._notes[kind] = _notes_in(self._side(kind), kind)
        return self._notes[kind].pop(note_id, None)

    def side_part(self, kind: str) -> str:
        """The name of the part beside the text that is of a kind, such as "footnotes"."""
        return self.package.part_of_kind(self.main, kind) or posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")

    def stated_title(self) -> str:
        """The title in the file's properties, or ""."""
        return self._property("core-properties", _TITLE)

    def template(self) -> str:
        """The name of the template that the file was made with, or ""."""
        return self._property("extended-properties", _TEMPLATE)

    def _property(self, kind: str, name: str) -> str:
        part = self.package.part_of_kind("", kind)
        try:
            root = self.package.tree(part) if part else None
        except DamagedPart:
            root = None
        found = None if root is None else root.find(name)
        return "" if found is None else " ".join((found.text or "").split())

    def _side(self, kind: str) -> _Element | None:
        return self.tree(self.side_part(kind))


def _notes_in(root: _Element | None, kind: str) -> dict[str, _Element]:
    """The notes of a part of a kind, such as "footnotes", by their id."""
    elements = [] if root is None else root.findall(WORD + _NOTES[kind])
    return {
        element.get(WORD + "id", ""): element for element in elements if element.get(WORD + "type") not in _NO_NOTES
    }


def author_of(comment: _Element) -> str:
    """Who wrote a comment, or ""; the name that Word gives when it hides the true one is none."""
    name = " ".join(comment.get(WORD + "author", "").split())
    return "" if name.lower() == "author" else name
