"""Word documents (.docx)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from corpus.assembly import SourceBlock, compose, table_row
from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given

_UNPACKED_MAX_BYTES = 200_000_000
_MEMBERS_MAX = 5_000

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _TAB, _BREAK, _RETURN, _NO_BREAK_HYPHEN = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen")
_WRAPPERS = frozenset(
    {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:smartTag"), qn("w:customXml")}
)
_NOT_SHOWN = frozenset(
    {
        qn("w:pPr"),
        qn("w:rPr"),
        qn("w:del"),
        qn("w:moveFrom"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document]:
    """Read a .docx file; see `corpus.formats.Reader`."""
    _refuse_bomb(data)
    try:
        word = docx.Document(io.BytesIO(data))
        body = word.element.body
    except (
        PackageNotFoundError,
        KeyError,
        ValueError,
        AttributeError,
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        NotImplementedError,
        OSError,
    ):
        raise UnreadableFile(
            "It is damaged: its parts cannot be read as a Word document. Open it in Word and save it anew."
        ) from None
    blocks = list(_blocks(body, _style_names(word)))
    yield compose(file_id, sha256, FORMAT.media_type, blocks, Given(titles=(_stated_title(word),)))


def sniff(sample: Sample) -> Confidence:
    """Whether a file is a zip archive with a Word document's parts in it."""
    return Confidence.CERTAIN if any(name.startswith("word/") for name in sample.members) else Confidence.NO


FORMAT = Format(
    kind="docx",
    name="a Word document",
    suffixes=(".docx",),
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    libraries=("lxml", "python-docx"),
    sniff=sniff,
    read=read,
)


def _refuse_bomb(data: bytes) -> None:
    """Raise if unpacking would take more room than any honest document does."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
    size = sum(member.file_size for member in members)
    if size > _UNPACKED_MAX_BYTES or len(members) > _MEMBERS_MAX:
        raise UnreadableFile(
            f"It unpacks to {size // 1_000_000} MB in {len(members)} parts; at most {_UNPACKED_MAX_BYTES // 1_000_000} "
            f"MB in {_MEMBERS_MAX} are read. Take pictures out of it, or save it as .pdf."
        )
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile("It is locked with a password. Save a copy without a password.")


def _style_names(word: WordDocument) -> dict[str, str]:
    """The lower-case name of each style by its id."""
    names: dict[str, str] = {}
    for style in word.styles.element.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            names[style.get(qn("w:styleId"), "")] = name.get(qn("w:val"), "").lower()
    return names


def _stated_title(word: WordDocument) -> str | None:
    """The title in the file's properties, unless it is the word processor's own."""
    title = word.core_properties.title
    return (
        None
        if re.fullmatch(r"word document|document\d*|untitled.*|microsoft word - .*", title.strip().lower())
        else title
    )


def _blocks(parent: etree._Element, styles: dict[str, str]) -> Iterator[SourceBlock]:
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield _paragraph(child, styles)
        elif child.tag == _TABLE:
            for row in _within(child, _ROW):
                cells = [_cell_text(cell) for cell in _within(row, _CELL)]
                if any(cells):
                    yield table_row(cells)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, styles)


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The children with a tag, also those in content controls and tracked changes."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, tag)


def _cell_text(cell: etree._Element) -> str:
    return " ".join(" ".join(_text(paragraph) for paragraph in cell.iter(_PARAGRAPH)).split())


def _paragraph(element: etree._Element, styles: dict[str, str]) -> SourceBlock:
    properties = element.find(qn("w:pPr"))
    style_id = outline = ""
    numbered = False
    if properties is not None:
        style_id = _value(properties, "w:pStyle")
        outline = _value(properties, "w:outlineLvl")
        numbered = properties.find(qn("w:numPr")) is not None
    style = styles.get(style_id, style_id.lower())
    text = _text(element)
    if style.startswith("toc ") or not text.strip():
        return SourceBlock("")
    if style == "title":
        return SourceBlock(text, "heading", 1)
    if (heading := re.match(r"heading (\d)", style)) is not None:
        return SourceBlock(text, "heading", min(max(int(heading[1]), 1), 6))
    if outline.isdigit() and int(outline) < 6:
        return SourceBlock(text, "heading", int(outline) + 1)
    return SourceBlock(text, "list_item" if numbered or style.startswith("list ") else "paragraph")


def _value(properties: etree._Element, name: str) -> str:
    element = properties.find(qn(name))
    return "" if element is None else element.get(qn("w:val"), "")


def _text(paragraph: etree._Element) -> str:
    """The text a paragraph shows: with links, fields and insertions, without what is deleted or said twice."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == _TEXT:
            parts.append(element.text or "")
        elif element.tag in (_TAB, _BREAK, _RETURN):
            parts.append(" ")
        elif element.tag == _NO_BREAK_HYPHEN:
            parts.append("-")
        elif element.tag not in _NOT_SHOWN:
            waiting.extend(reversed(element))
    return "".join(parts)
