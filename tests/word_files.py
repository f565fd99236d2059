"""Word files made of their own XML, part by part, and what is read from them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from corpus.document import Document
from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": OFFICE,
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
PROSE = "The committee met in the town hall and considered the matters below in public session."
HEADING_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/></w:style>'
    for level in range(1, 4)
)


def element(markup: str) -> etree._Element:
    """An element of a Word file's XML."""
    start, _, rest = markup.partition(">")
    closed = start.endswith("/")
    return etree.fromstring(f"{start.rstrip('/')} {_DECLARED}{'/' if closed else ''}>{rest}")


def root(name: str, content: str) -> str:
    """The XML of a part."""
    return f'<?xml version="1.0"?><w:{name} {_DECLARED}>{content}</w:{name}>'


def run(text: str, look: str = "") -> str:
    """A run of letters, its look given as the XML of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(text: str, style: str = "", *, look: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    return para(run(text, look), style, properties)


def para(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of given XML."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def item(text: str, number: int = 1, depth: int = 0, properties: str = "") -> str:
    """A paragraph of a list."""
    listed = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, properties=listed + properties)


def lists(*definitions: str, uses: str = "") -> str:
    """The numbering of a document: definitions 0, 1, ... each with a use 1, 2, ...; and further uses."""
    declared = "".join(
        f'<w:abstractNum w:abstractNumId="{index}">{definition}</w:abstractNum>'
        for index, definition in enumerate(definitions)
    )
    used = "".join(
        f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>' for index in range(len(definitions))
    )
    return declared + used + uses


def level(depth: int, text: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    """One level of a list's definition."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f"{more}</w:lvl>"
    )


def table(*rows: Sequence[str], properties: str = "") -> str:
    """A table of cells with one paragraph each; a text that begins with "<" is the cell's own XML."""
    return f"<w:tbl>{properties}{''.join(tr(*(tc(cell) for cell in row)) for row in rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(content: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def word(
    body: str,
    *,
    styles: str = HEADING_STYLES,
    numbering: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    related: Sequence[tuple[str, str, str]] = (),
    properties: Mapping[str, str] | None = None,
) -> bytes:
    """A Word file.

    Args:
        body: the XML of its body.
        styles, numbering: the XML of these parts.
        parts: further parts below "word/", as they are.
        related: id, kind and target of what the text refers to.
        properties: "title" and "template" of the file.
    """
    relations = [("rStyles", "styles", "styles.xml"), ("rNumbers", "numbering", "numbering.xml"), *related]
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": _relations(
            [
                ("r1", "officeDocument", "word/document.xml"),
                ("r2", "core-properties", "docProps/core.xml"),
                ("r3", "extended-properties", "docProps/app.xml"),
            ]
        ),
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": root("styles", styles),
        "word/numbering.xml": root("numbering", numbering),
        "word/_rels/document.xml.rels": _relations(relations),
    }
    for key, value in (properties or {}).items():
        members |= _PROPERTIES[key](value)
    members |= {f"word/{name}": content for name, content in (parts or {}).items()}
    return zipped(members)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The members of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def reading(data: bytes, name: str = "a.docx") -> ReadResult:
    """What comes of reading a file."""
    return read_file(SourceFile(Path(name), name), data)


def document(data: bytes, name: str = "a.docx") -> Document:
    """The document in a file that is read without a word."""
    result = reading(data, name)
    assert (result.errors, result.warnings) == ((), ())
    (found,) = result.documents
    return found


def blocks(body: str, **further: object) -> list[tuple[str, int, str]]:
    """Kind, level and text of each block of a document with a body."""
    found = document(word(body, **further))  # type: ignore[arg-type]
    return [(block.kind, block.level, found.text[block.start : block.end]) for block in found.blocks]


def texts(body: str, **further: object) -> list[str]:
    """The text of each block of a document with a body."""
    return [text for _, _, text in blocks(body, **further)]


def _relations(relations: Sequence[tuple[str, str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>' for key, kind, target in relations
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _core(title: str) -> dict[str, str | bytes]:
    return {
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>A. Clerk</dc:creator>"
        "<dcterms:created>2019-05-03T09:00:00Z</dcterms:created></cp:coreProperties>"
    }


def _app(template: str) -> dict[str, str | bytes]:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return {"docProps/app.xml": f'<Properties xmlns="{space}"><Template>{escape(template)}</Template></Properties>'}


_PROPERTIES = {"title": _core, "template": _app}
