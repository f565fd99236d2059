"""The package that a Word file is: its parts, how they refer to each other, and what may be unpacked of it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from corpus.errors import UnreadableFile
from corpus.word.names import WORD

_PART_MAX_BYTES = 50_000_000
_PART_MAX_TAGS = 3_000_000  # an element takes twenty times the memory of the shortest tag
_READ_MAX_BYTES = 100_000_000
_MEMBERS_MAX = 5_000
_DOCUMENT = WORD + "document"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(rb"""(=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UNZIP_ERRORS = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)
_DAMAGED = "It is damaged: its parts cannot be read as a Word document. Open it in Word and save it anew."


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to.

    Attributes:
        kind: the last word of its type, such as "footnotes"; the same in files of the Strict kind.
        target: the name of the part, or an address outside of the file.
        is_outside: whether it is outside of the file.
    """

    kind: str
    target: str
    is_outside: bool


class DamagedPart(Exception):
    """A part of the file cannot be read; the message is its name."""


class Package:
    """The parts of a Word file. None is unpacked before it is asked for, so pictures never are.

    Args:
        data: the file.
        outer: the package that it is a part of; what is unpacked of both is counted together.

    Raises:
        UnreadableFile: it is locked, damaged, or has too many parts.
    """

    def __init__(self, data: bytes, outer: Package | None = None) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _UNZIP_ERRORS:
            raise UnreadableFile(_DAMAGED) from None
        members = self._archive.infolist()
        if len(members) > _MEMBERS_MAX:
            raise UnreadableFile(
                f"It has {len(members)} parts; at most {_MEMBERS_MAX} are read. Take pictures out, or save it as .pdf."
            )
        if any(member.flag_bits & 1 for member in members):
            raise UnreadableFile("It is locked with a password. Save a copy without a password.")
        self._members = {member.filename.replace("\\", "/").lstrip("/").lower(): member for member in members}
        self._related: dict[str, dict[str, Relationship]] = {}
        self._outer = outer
        self._read_bytes = 0

    @property
    def is_inner(self) -> bool:
        """Whether it is a part of another package."""
        return self._outer is not None

    def main_part(self) -> str:
        """The name of the part that holds the text.

        Raises:
            UnreadableFile: there is none.
        """
        found = [one.target for one in self.related("").values() if one.kind == "officeDocument"]
        for name in (*found, "word/document.xml"):
            if name.lower() in self._members:
                return name
        raise UnreadableFile(_DAMAGED)

    def related(self, part: str) -> dict[str, Relationship]:
        """What a part ("" for the whole package) refers to, by the id it uses; {} where that cannot be read."""
        if part not in self._related:
            folder, name = posixpath.split(part)
            try:
                root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
            except DamagedPart:
                root = None
            self._related[part] = {} if root is None else dict(_relationships(root, folder))
        return self._related[part]

    def part_of_kind(self, part: str, kind: str) -> str | None:
        """The name of the part that a part refers to as of a kind, or None."""
        return next(
            (one.target for one in self.related(part).values() if one.kind == kind and not one.is_outside), None
        )

    def content(self, part: str) -> bytes | None:
        """The content of a part; None where there is no such part.

        Raises:
            DamagedPart: it cannot be unpacked.
            UnreadableFile: it is too large.
        """
        member = self._members.get(part.lower())
        if member is None:
            return None
        self._count(part, member.file_size)
        try:
            return self._archive.read(member)
        except _UNZIP_ERRORS:
            raise DamagedPart(part) from None

    def tree(self, part: str) -> _Element | None:
        """The root element of a part; None where there is no such part.

        Raises:
            DamagedPart: it cannot be read.
            UnreadableFile: it is too large.
        """
        content = self.content(part)
        if content is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(_transitional(content), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise DamagedPart(part) from None

    def stream(self, part: str, tags: Collection[str]) -> Iterator[_Element]:
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
                raise UnreadableFile(_DAMAGED)
            source = io.BytesIO(_transitional(content))
            del content
            yield from _children_of_body(source, tags)
        except (DamagedPart, etree.XMLSyntaxError):
            raise UnreadableFile(_DAMAGED) from None

    def _count(self, part: str, size: int) -> None:
        """Raise if a part is too large to be unpacked, by itself or with those that were."""
        if size > _PART_MAX_BYTES:
            raise UnreadableFile(
                f"Its text unpacks to {size // 1_000_000} MB ({part}); at most {_PART_MAX_BYTES // 1_000_000} MB are "
                "read. Split it into several documents."
            )
        top: Package | None = self
        while top is not None:
            top._read_bytes += size
            if top._read_bytes > _READ_MAX_BYTES:
                raise UnreadableFile(
                    f"Its texts unpack to more than {_READ_MAX_BYTES // 1_000_000} MB. Split it into several documents."
                )
            top = top._outer


def _children_of_body(source: io.BytesIO, tags: Collection[str]) -> Iterator[_Element]:
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
        raise UnreadableFile(_DAMAGED)


def _relationships(root: _Element, folder: str) -> Iterator[tuple[str, Relationship]]:
    for element in root.iter(_RELATIONSHIP):
        kind = element.get("Type", "").rsplit("/", 1)[-1]
        target = element.get("Target", "")
        is_outside = element.get("TargetMode", "").lower() == "external"
        if not is_outside:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target).replace("\\", "/"))).lstrip("/")
        yield element.get("Id", ""), Relationship(kind, target, is_outside)


def _transitional(content: bytes) -> bytes:
    """The XML of a part with the usual namespaces, where it has those of the Strict kind.

    Raises:
        UnreadableFile: it has more tags than any honest part.
    """
    if content.startswith(_UTF16):
        text = content.decode("utf-16", "replace")
        content = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text).encode("utf-8", "replace")
    if (tags := content.count(b"<")) > _PART_MAX_TAGS:
        raise UnreadableFile(
            f"It is made of {tags:,} tags; at most {_PART_MAX_TAGS:,} are read. Split it into several documents."
        )
    return _STRICT.sub(_TRANSITIONAL, content)
