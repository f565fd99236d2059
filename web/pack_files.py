"""An evidence pack as a file: for spreadsheets (.csv) and for word processors (.docx)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime, time
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from corpus.language.wording import day_in_words
from qa.citing.citation import flattened
from qa.citing.pack import Gathered, Pack, Piece
from web.spreadsheets import as_spreadsheet

COLUMNS: Final = (
    "question",
    "filters",
    "asked_on",
    "quote",
    "reference",
    "title",
    "publisher",
    "document_date",
    "page",
    "paragraph",
    "link",
    "document_id",
    "start",
    "end",
    "document_sha256",
    "snapshot",
    "left_out_because",
)
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HYPERLINK: Final = "0563C1"


def as_csv(pack: Pack, site: str) -> bytes:
    """A pack as a table for spreadsheets, with a row for each quotation.

    Args:
        pack: the pack.
        site: the address of the service, which goes before each link, without a stroke at its end.
    """
    return as_spreadsheet(COLUMNS, (row for gathered in pack.questions for row in _rows(gathered, pack, site)))


def _rows(gathered: Gathered, pack: Pack, site: str) -> Iterator[tuple[str, ...]]:
    asked = gathered.asked
    question = (asked.question, "; ".join(asked.filters), asked.day.isoformat())
    for _, piece in gathered.pieces:
        document = piece.document
        yield (
            *question,
            piece.quote,
            piece.reference,
            document.title,
            document.source or "",
            str(document.published or document.dated or ""),
            str(piece.page or ""),
            piece.paragraph or "",
            site + piece.link,
            document.id,
            str(piece.start),
            str(piece.end),
            document.sha256,
            pack.snapshot,
            "",
        )
    for chosen, reason in gathered.left_out:
        span = (chosen.document_id, str(chosen.start), str(chosen.end))
        yield (*question, *[""] * 8, *span, "", pack.snapshot, reason)


def as_docx(pack: Pack, site: str) -> bytes:
    """A pack as a Word document.

    Args:
        pack: the pack.
        site: the address of the service, which goes before each link, without a stroke at its end.
    """
    made = docx.Document()
    made.core_properties.author, made.core_properties.title = "", "Evidence pack"
    made.core_properties.comments = ""
    made.core_properties.created = made.core_properties.modified = datetime.combine(pack.made, time())
    made.add_heading("Evidence pack", 0)
    made.add_paragraph(f"Made on {day_in_words(pack.made)} from the index {pack.snapshot}.")
    for gathered in pack.questions:
        _add_question(made, gathered, site)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _add_question(made: WordDocument, gathered: Gathered, site: str) -> None:
    asked = gathered.asked
    made.add_heading(_xml(asked.question), 1)
    made.add_paragraph(_xml("; ".join((f"Asked on {day_in_words(asked.day)}", *asked.filters)) + "."))
    for _, piece in gathered.pieces:
        made.add_paragraph(_xml(f"“{_in_lines(piece)}”"), style="Quote")
        made.add_paragraph(_xml(piece.reference))
        _small(made, piece, site)
    for chosen, reason in gathered.left_out:
        made.add_paragraph(_xml(f"Left out: {chosen}. {reason}"))


def _in_lines(piece: Piece) -> str:
    """The words of a quotation, each paragraph, point and row on a line of its own."""
    text = piece.document.text
    within = [block for block in piece.document.blocks if block.start < piece.end and piece.start < block.end]
    lines = [flattened(text[max(block.start, piece.start) : min(block.end, piece.end)]) for block in within]
    return "\n".join(lines) if len(lines) > 1 else piece.quote


def _small(made: WordDocument, piece: Piece, site: str) -> None:
    """What a quotation is checked by, in small type."""
    told = made.add_paragraph()
    _add_link(told, site + piece.link, site + piece.short_link)
    document = piece.document
    told.add_run(
        _xml(f"\nCharacters {piece.start:,} to {piece.end:,} of {document.id}; SHA-256 of the file {document.sha256}")
    )
    for run in told.runs:
        run.font.size = Pt(8)


def _add_link(paragraph: Paragraph, address: str, shown: str) -> None:
    """Put a link into a paragraph, for which the library has no word."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run, look, text = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:t")
    for name, value in (("w:color", _HYPERLINK), ("w:sz", "16"), ("w:u", "single")):
        one = OxmlElement(name)
        one.set(qn("w:val"), value)
        look.append(one)
    text.text = _xml(shown)
    run.append(look)
    run.append(text)
    link.append(run)
    paragraph._p.append(link)


def _xml(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)
