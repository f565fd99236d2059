"""What is found in a Word document, before it is known what of it is a heading."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.assembly import SourceBlock


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with what its look says of it.

    Attributes:
        block: the block.
        is_bold, is_underlined: whether all of its words are.
        is_title: whether its style says that it is the document's title.
    """

    block: SourceBlock
    is_bold: bool = False
    is_underlined: bool = False
    is_title: bool = False

    @property
    def text(self) -> str:
        """Its text, with the cells of a row parted by commas."""
        if self.block.cells:
            return ", ".join(" ".join(cell.text.split()) for cell in self.block.cells if cell.text.strip())
        return " ".join(self.block.text.split())
