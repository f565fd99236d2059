"""The package that a Word file is: the part that holds its text, and the paragraphs in it one by one."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator

from lxml import etree
from lxml.etree import _Element

from corpus.errors import UnreadableFile
from corpus.office.package import DamagedPart, Package, transitional
from corpus.word.names import WORD

_DOCUMENT = WORD + "document"


class WordPackage(Package):
    """The parts of a Word file.

    Args:
        data: the file.
        outer: the package that it is a part of; what is unpacked of both is counted together.

    Raises:
        UnreadableFile: it is locked, damaged, or has too many parts.
    """

    part_max_bytes = 50_000_000
    total_max_bytes = 100_000_000

    def __init__(self, data: bytes, outer: Package | None = None) -> None:
        super().__init__(data, "a Word document", outer)

    def text_part(self) -> str:
        """The name of the part that holds the text.

        Raises:
            UnreadableFile: there is none.
        """
        name = self.main_part("word/document.xml")
        if name not in self:
            raise UnreadableFile(self.damaged)
        return name

    def in_body(self, part: str, tags: Collection[str]) -> Iterator[_Element]:
        """The children of the first element (the body) of a part's root, one after the other and each only once.

        Args:
            part: the part.
            tags: the names of those to give.

        Raises:
            UnreadableFile: it cannot be read, or is too large.
        """
        try:
            content = self.content(part)
            if content is None:
                raise UnreadableFile(self.damaged)
            source = io.BytesIO(transitional(content))
            del content
            yield from self._children_of_body(source, tags)
        except (DamagedPart, etree.XMLSyntaxError):
            raise UnreadableFile(self.damaged) from None

    def _children_of_body(self, source: io.BytesIO, tags: Collection[str]) -> Iterator[_Element]:
        elements = etree.iterparse(
            source, events=("end",), tag=tuple(tags), resolve_entities=False, no_network=True, load_dtd=False
        )
        for _, element in elements:
            body = element.getparent()
            root = None if body is None else body.getparent()
            if body is None or root is None or root.getparent() is not None:
                continue
            yield element
            element.clear()
            while element.getprevious() is not None:
                del body[0]
        if elements.root is None or elements.root.tag != _DOCUMENT:
            raise UnreadableFile(self.damaged)
