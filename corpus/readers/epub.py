"""E-books (.epub): their chapters in the order in which they are read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date

from lxml.etree import _Element

from corpus.assembly import SourceBlock, compose, taken_apart
from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given, clean_text, parse_date
from corpus.office.notices import listed
from corpus.office.package import LOCKED, DamagedPart, Package, part_name, stated_media_type
from corpus.readers.html import read_letter

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html")
_FONT_LOCKS = re.compile(r"http://(?:www\.idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc#RC)")
_CHAPTERS_MAX = 5_000


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read an e-book; see `corpus.formats.Reader`. Its table of contents is left out, and nothing in it is run."""
    package = Package(data, FORMAT.name)
    container = package.needed_tree(_CONTAINER)
    root_file = container.find(".//{*}rootfile")
    opf = part_name("", root_file.get("full-path", "")) if root_file is not None else ""
    root = package.needed_tree(opf)
    chapters = list(_chapters(root, posixpath.dirname(opf)))
    if set(chapters) & _locked(package):
        raise UnreadableFile(LOCKED)
    blocks: list[SourceBlock] = []
    unread: list[str] = []
    for chapter in chapters[:_CHAPTERS_MAX]:
        try:
            content = package.content(chapter)
        except DamagedPart:
            content = None
        try:
            blocks += () if not content else taken_apart(read_letter(_shown(content), None))
        except UnreadableFile:
            content = None
        if content is None:
            unread.append(chapter)
    if unread:
        yield ReadWarning(file_id, f"Chapters were not read: {listed(unread)}. Save it anew, or as .pdf or .html.")
    yield compose(file_id, sha256, FORMAT.media_type, blocks, _given(root))


def sniff(sample: Sample) -> Confidence:
    """Whether a file is a zip archive that says it holds an e-book."""
    is_book = _CONTAINER in sample.members and stated_media_type(sample.data) in ("", FORMAT.media_type)
    return Confidence.CERTAIN if is_book else Confidence.NO


FORMAT = Format(
    kind="epub",
    name="an e-book",
    suffixes=(".epub",),
    media_type="application/epub+zip",
    libraries=("lxml",),
    sniff=sniff,
    read=read,
)


def _shown(content: bytes) -> bytes:
    """A chapter without its XML declaration, which an HTML parser takes for text."""
    return re.sub(rb"^\s*(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}\?>", b"", content, count=1)


def _chapters(root: _Element, folder: str) -> Iterator[str]:
    """The parts that hold chapters, in reading order; lists of contents and what stands aside are left out."""
    items = {item.get("id"): item for item in root.iterfind("{*}manifest/{*}item")}
    for reference in root.iterfind("{*}spine/{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in item.get("properties", "").split():
            continue
        if item.get("media-type", "") in _PAGES:
            yield part_name(folder, item.get("href", "").partition("#")[0])


def _locked(package: Package) -> set[str]:
    """The parts that are locked against copying; fonts that are merely scrambled are none."""
    root = package.spare_tree("META-INF/encryption.xml")
    locked = set[str]()
    for element in () if root is None else root.iter("{*}EncryptedData"):
        method = element.find("{*}EncryptionMethod")
        if method is not None and _FONT_LOCKS.match(method.get("Algorithm", "")):
            continue
        locked |= {part_name("", one.get("URI", "")) for one in element.iter("{*}CipherReference")}
    return locked


def _given(root: _Element) -> Given:
    return Given(
        titles=tuple(element.text for element in root.iterfind("{*}metadata/{*}title")),
        source=next(filter(None, (clean_text(one.text) for one in root.iterfind("{*}metadata/{*}publisher"))), None),
        published=_published(root),
    )


def _published(root: _Element) -> date | None:
    """The day of publication; that of the file's last change is none."""
    for element in root.iterfind("{*}metadata/{*}date"):
        event = next((value for name, value in element.attrib.items() if str(name).endswith("event")), "publication")
        if event == "publication" and (day := parse_date(element.text)):
            return day
    return None
