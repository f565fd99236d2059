"""Office files made by code, and what is read of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from corpus.document import Document
from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file

SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in {
            "office": "office",
            "text": "text",
            "table": "table",
            "style": "style",
            "draw": "drawing",
            "presentation": "presentation",
            "svg": "svg-compatible",
            "fo": "xsl-fo-compatible",
            "number": "datastyle",
            "chart": "chart",
            "form": "form",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


class Savable(Protocol):
    """A workbook or presentation that is being made."""

    def save(self, filename: io.BytesIO, /) -> object: ...


def saved(made: Savable) -> bytes:
    """The file that a workbook or presentation is saved as."""
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """An archive; a member called "mimetype" is not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data: bytes, member: str, old: bytes, new: bytes) -> bytes:
    """An archive with something replaced in one of its members."""
    members = unzipped(data)
    assert old in members[member]
    members[member] = members[member].replace(old, new)
    return zipped(members)


def open_document(
    kind: str, body: str, automatic: str = "", styles: str = "", others: Mapping[str, str] | None = None
) -> bytes:
    """An OpenDocument file of a kind, such as "text", with a body and styles as XML."""
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {SPACES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {SPACES}>{styles}</office:document-styles>",
            "META-INF/manifest.xml": "<manifest/>",
            **(others or {}),
        }
    )


def read(name: str, data: bytes) -> ReadResult:
    """What is read of a file."""
    return read_file(SourceFile(Path(name), name), data)


def document(name: str, data: bytes) -> Document:
    """The one document of a file."""
    result = read(name, data)
    assert not result.errors, result.errors
    (found,) = result.documents
    return found


def blocks(found: Document) -> list[tuple[str, str]]:
    """The kind and text of each block."""
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def context(found: Document, words: str) -> list[str]:
    """What the block with some words hangs on, the nearest first."""
    index = next(i for i, block in enumerate(found.blocks) if words in found.text[block.start : block.end])
    return [found.text[block.start : block.end] for block in found.above(index)]


def warnings(name: str, data: bytes) -> list[str]:
    """What the report says of a file that was read."""
    return [warning.reason for warning in read(name, data).warnings]
