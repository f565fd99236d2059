"""The zip package that an office file or an e-book is: its parts, and how they refer to each other."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from corpus.errors import UnreadableFile

_STREAM_MAX_BYTES = 600_000_000
_MEMBERS_MAX = 10_000
_TAGS_MAX = 3_000_000  # an element takes twenty times the memory of the shortest tag
_STRICT = re.compile(rb"""(=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MIMETYPE_AT = 38  # in a zip archive whose first member is called "mimetype" and is not compressed
_MIMETYPE_MAX_BYTES = 100
_UNZIP_ERRORS = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)
_ENCRYPTED = re.compile(rb"<(?:\w+:)?encryption-data[\s/>]")

DAMAGED = "It is damaged: its parts cannot be read as {name}. Open it in the program it was made with and save it anew."
LOCKED = "It is locked with a password. Save a copy without a password."


class DamagedPart(Exception):
    """A part of a file cannot be read; the message is its name."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to.

    Attributes:
        kind: the last word of its type, such as "notesSlide"; the same in files of the Strict kind.
        target: the name of the part, or an address outside of the file.
        is_outside: whether it is outside of the file.
    """

    kind: str
    target: str
    is_outside: bool


class Package:
    """The parts of a file. None is unpacked before it is asked for, so pictures never are.

    Args:
        data: the file.
        name: what it should be, such as "a spreadsheet"; told when it is damaged.
        outer: the package that it is a part of; what is unpacked of both is counted together.

    Attributes:
        damaged: the sentence that says so where it is.

    Raises:
        UnreadableFile: it is locked, damaged, or has too many parts.
    """

    part_max_bytes = 60_000_000
    total_max_bytes = 200_000_000

    def __init__(self, data: bytes, name: str, outer: Package | None = None) -> None:
        self.damaged = DAMAGED.format(name=name)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _UNZIP_ERRORS:
            raise UnreadableFile(self.damaged) from None
        members = self._archive.infolist()
        if len(members) > _MEMBERS_MAX:
            raise UnreadableFile(
                f"It has {len(members)} parts; at most {_MEMBERS_MAX} are read. Take pictures out, or save it as .pdf."
            )
        if any(member.flag_bits & 1 for member in members):
            raise UnreadableFile(LOCKED)
        self._members = {member.filename.replace("\\", "/").lstrip("/").lower(): member for member in members}
        self._related: dict[str, dict[str, Relationship]] = {}
        self._outer = outer
        self._read_bytes = 0

    @property
    def is_inner(self) -> bool:
        """Whether it is a part of another package."""
        return self._outer is not None

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._members

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
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(transitional(content), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise DamagedPart(part) from None

    def needed_tree(self, part: str) -> _Element:
        """The root element of a part without which there is nothing to read.

        Raises:
            UnreadableFile: there is none, or it cannot be read.
        """
        try:
            root = self.tree(part)
        except DamagedPart:
            root = None
        if root is None:
            raise UnreadableFile(self.damaged)
        return root

    def spare_tree(self, part: str) -> _Element | None:
        """The root element of a part that can be done without; None where it is missing or cannot be read."""
        try:
            return self.tree(part)
        except DamagedPart:
            return None

    def stream(self, part: str, ends: tuple[str, ...], starts: tuple[str, ...] = ()) -> Iterator[tuple[str, _Element]]:
        """The elements of a large part as they begin and end; what has ended is to be emptied by `forget`.

        Args:
            part: the part.
            ends: names without their namespace; told of when they have ended.
            starts: those of the same that are also told of when they begin.

        Returns:
            The events, "start" or "end", with their elements.

        Raises:
            DamagedPart: it is missing or cannot be read to its end; what came before was right.
            UnreadableFile: it is too large.
        """
        member = self._members.get(part.lower())
        if member is None:
            raise DamagedPart(part)
        if member.file_size > _STREAM_MAX_BYTES:
            raise UnreadableFile(
                f"It unpacks to {member.file_size // 1_000_000} MB ({part}); at most "
                f"{_STREAM_MAX_BYTES // 1_000_000} MB are read. Split it into several files."
            )
        tags = tuple(f"{{*}}{name}" for name in ends)
        try:
            with self._archive.open(member) as file:
                wanted = ("start", "end") if starts else ("end",)
                events = etree.iterparse(
                    file, events=wanted, tag=tags, resolve_entities=False, no_network=True, load_dtd=False
                )
                for event, element in events:
                    if event == "end" or local_name(element) in starts:
                        yield event, element
        except (etree.XMLSyntaxError, *_UNZIP_ERRORS):
            raise DamagedPart(part) from None

    def main_part(self, usual: str) -> str:
        """The name of the part that the whole is about, by the package's own word; `usual` where that says nothing."""
        found = (one.target for one in self.related("").values() if one.kind == "officeDocument")
        return next((name for name in found if name in self), usual)

    def related(self, part: str) -> dict[str, Relationship]:
        """What a part ("" for the whole package) refers to, by the id it uses; {} where that cannot be read."""
        if part not in self._related:
            folder, name = posixpath.split(part)
            root = self.spare_tree(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._related[part] = {} if root is None else dict(_relationships(root, folder))
        return self._related[part]

    def part_of_kind(self, part: str, kind: str) -> str | None:
        """The name of the part that a part refers to as of a kind, or None."""
        return next(
            (one.target for one in self.related(part).values() if one.kind == kind and not one.is_outside), None
        )

    def stated_title(self) -> str | None:
        """The title among the properties of an Office file, or None."""
        root = self.spare_tree(self.part_of_kind("", "core-properties") or "")
        return None if root is None else root.findtext("{*}title")

    def is_encrypted(self) -> bool:
        """Whether the parts of an OpenDocument file are locked with a password."""
        try:
            manifest = self.content("META-INF/manifest.xml")
        except DamagedPart:
            return False
        return manifest is not None and _ENCRYPTED.search(manifest) is not None

    def _count(self, part: str, size: int) -> None:
        """Raise if a part is too large to be unpacked, by itself or with those that were."""
        counted: Package | None = self
        while counted is not None:
            counted._read_bytes += size
            if size > counted.part_max_bytes or counted._read_bytes > counted.total_max_bytes:
                raise UnreadableFile(
                    f"It unpacks to more than is read: {part} to {size // 1_000_000} MB, where at most "
                    f"{counted.part_max_bytes // 1_000_000} MB of a part and {counted.total_max_bytes // 1_000_000} MB "
                    "of all are read. Split it into several files."
                )
            counted = counted._outer


def transitional(content: bytes) -> bytes:
    """The XML of a part in UTF-8 with the usual namespaces, where it has those of the Strict kind.

    Raises:
        UnreadableFile: it has more tags than any honest part.
    """
    if content.startswith(_UTF16):
        text = content.decode("utf-16", "replace")
        content = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text).encode("utf-8", "replace")
    if (tags := content.count(b"<")) > _TAGS_MAX:
        raise UnreadableFile(
            f"It is made of {tags:,} tags; at most {_TAGS_MAX:,} are read. Split it into several files."
        )
    return _STRICT.sub(_TRANSITIONAL, content)


def _relationships(root: _Element, folder: str) -> Iterator[tuple[str, Relationship]]:
    for element in root.iter("{*}Relationship"):
        target = element.get("Target", "")
        is_outside = element.get("TargetMode", "").lower() == "external"
        kind = element.get("Type", "").rsplit("/", 1)[-1]
        name = target if is_outside else part_name(folder, target)
        yield element.get("Id", ""), Relationship(kind, name, is_outside)


def part_name(folder: str, target: str) -> str:
    """The name of the part that a reference from a folder means; never one outside of the package."""
    path = unquote(target).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def local_name(element: _Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def all_text(element: _Element) -> str:
    """All characters in an element, on one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def forget(element: _Element) -> None:
    """Empty an element that has been read, and take away those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def stated_media_type(data: bytes) -> str:
    """The media type that an OpenDocument file or an e-book states in its first bytes, or ""."""
    if data[30:_MIMETYPE_AT] != b"mimetype":
        return ""
    found = re.match(rb"[\w.+/-]+?(?=PK\x03\x04|PK\x07\x08|[^\w.+/-]|$)", data[_MIMETYPE_AT:][:_MIMETYPE_MAX_BYTES])
    return found[0].decode("ascii") if found else ""
