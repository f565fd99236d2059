"""An OpenDocument file: its parts, its styles and its title."""

from __future__ import annotations

from lxml.etree import _Element

from corpus.errors import UnreadableFile
from corpus.formats import Sample
from corpus.office.open_styles import OFFICE, Styles
from corpus.office.open_text import TextReader
from corpus.office.package import LOCKED, Package, stated_media_type

_MEDIA_TYPE = "application/vnd.oasis.opendocument."
_SUFFIXES = {
    ".odt": "text",
    ".ott": "text",
    ".ods": "spreadsheet",
    ".ots": "spreadsheet",
    ".odp": "presentation",
    ".otp": "presentation",
}


class OpenFile:
    """An OpenDocument file.

    Args:
        data: the file.
        name: what it should be, such as "a text".

    Raises:
        UnreadableFile: it is locked or damaged.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.package = Package(data, name)
        if self.package.is_encrypted():
            raise UnreadableFile(LOCKED)
        self.styles_root = self.package.spare_tree("styles.xml")
        self.styles = Styles()
        self.styles.add(self.styles_root)

    def body(self, kind: str) -> _Element | None:
        """The content of a kind, such as "text"; None where the file has none of that kind."""
        root = self.package.needed_tree("content.xml")
        self.styles.add(root)
        return root.find(f"{OFFICE}body/{OFFICE}{kind}")

    def reader(self) -> TextReader:
        """What reads its text."""
        return TextReader(self.package, self.styles)

    def stated_title(self) -> str | None:
        """The title in its properties."""
        root = self.package.spare_tree("meta.xml")
        return None if root is None else root.findtext(".//{http://purl.org/dc/elements/1.1/}title")


def is_open(sample: Sample, kind: str) -> bool:
    """Whether a file is an OpenDocument file of a kind: "text", "spreadsheet" or "presentation"."""
    if "content.xml" not in sample.members:
        return False
    stated = stated_media_type(sample.data)
    if stated.startswith(_MEDIA_TYPE):
        return stated.removeprefix(_MEDIA_TYPE).removesuffix("-template") == kind
    return "META-INF/manifest.xml" in sample.members and _SUFFIXES.get(sample.suffix) == kind
