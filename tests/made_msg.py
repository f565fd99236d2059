"""Outlook messages made for tests: a compound file with the streams that [MS-OXMSG] asks for."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import Union

Tree = Mapping[str, Union[bytes, "Tree"]]

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def message(
    subject: str | None = None,
    sender: str | None = None,
    *,
    plain: str | None = None,
    plain_bytes: bytes | None = None,
    html: bytes | None = None,
    rtf: bytes | None = None,
    headers: str | None = None,
    sent: datetime | None = None,
    codepage: int | None = None,
    attached: Sequence[Tree] = (),
    depth: int = 0,
) -> Tree:
    """The streams of a message."""
    texts = {0x0037: subject, 0x0C1A: sender, 0x1000: plain, 0x007D: headers}
    values: dict[tuple[int, int], bytes] = {
        (number, 0x001F): text.encode("utf-16-le") for number, text in texts.items() if text is not None
    }
    if plain_bytes is not None:
        values[0x1000, 0x001E] = plain_bytes
    values |= {(number, 0x0102): data for number, data in ((0x1013, html), (0x1009, rtf)) if data is not None}
    fixed = b""
    if sent is not None:
        ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        fixed += struct.pack("<HHIQ", 0x0040, 0x0039, 6, ticks)
    if codepage is not None:
        fixed += struct.pack("<HHIII", 0x0003, 0x3FDE, 6, codepage, 0)
    tree = dict(_properties(values, 24 if depth else 32, fixed))
    return tree | {f"__attach_version1.0_#{number:08X}": one for number, one in enumerate(attached)}


def attachment(name: str, data: bytes, media_type: str = "", content_id: str = "") -> Tree:
    """The streams of an attached file."""
    values = {(0x3707, 0x001F): name.encode("utf-16-le"), (0x3701, 0x0102): data}
    if media_type:
        values[0x370E, 0x001F] = media_type.encode("utf-16-le")
    if content_id:
        values[0x3712, 0x001F] = content_id.encode("utf-16-le")
    return _properties(values, 8)


def attached_message(inner: Tree) -> Tree:
    """The streams of an attached message, which was made with a depth."""
    return {**_properties({}, 8), "__substg1.0_3701000D": inner}


def object_of_a_program(name: str) -> Tree:
    """The streams of an attached object that only its program can read."""
    values = {(0x3001, 0x001F): name.encode("utf-16-le")}
    return {**_properties(values, 8), "__substg1.0_3701000D": {"CONTENTS": b"x"}}


def packed_rtf(text: bytes, *, squeeze: bool = True) -> bytes:
    """Rich text as [MS-OXRTFCP] packs it: with runs that lead back to what is already there, or not packed at all."""
    if not squeeze:
        return struct.pack("<4I", len(text) + 12, len(text), 0x414C454D, 0) + text
    start = (
        b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
        b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
        b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
    )
    known, out, group, flags = start, b"", b"", 0
    place = count = 0
    ended = False
    while not ended:
        length = next((size for size in range(17, 1, -1) if text[place : place + size] in known), 0)
        length = min(length, len(text) - place)
        if place >= len(text):
            group, flags, ended = group + struct.pack(">H", len(known) % 4096 << 4), flags | 1 << count, True
        elif length >= 2:
            at = known.rindex(text[place : place + length])
            group, flags = group + struct.pack(">H", at % 4096 << 4 | length - 2), flags | 1 << count
        else:
            length, group = 1, group + text[place : place + 1]
        known, place, count = known + text[place : place + length], place + length, count + 1
        if count == 8 or ended:
            out, group, flags, count = out + bytes([flags]) + group, b"", 0, 0
    return struct.pack("<4I", len(out) + 12, len(text), 0x75465A4C, 0) + out


def _properties(values: Mapping[tuple[int, int], bytes], header: int, fixed: bytes = b"") -> Tree:
    listed = b"".join(struct.pack("<HHIII", kind, number, 6, len(data), 0) for (number, kind), data in values.items())
    streams = {f"__substg1.0_{number:04X}{kind:04X}": data for (number, kind), data in values.items()}
    return {"__properties_version1.0": bytes(header) + fixed + listed, **streams}


def compound_file(tree: Tree) -> bytes:
    """A compound file (version 3) with some streams and storages."""
    return _Writer(tree).written()


class _Writer:
    def __init__(self, tree: Tree) -> None:
        self.sectors: list[bytes] = []
        self.fat: list[int] = []
        self.mini = b""
        self.mini_fat: list[int] = []
        self.entries: list[list[int | str]] = []  # name, kind, left, right, child, start, size
        self._add("Root Entry", 5)
        self.entries[0][4] = self._children(tree)

    def written(self) -> bytes:
        self.entries[0][5] = self._chain(self.mini) if self.mini else END
        self.entries[0][6] = len(self.mini)
        mini_fat = self._chain(struct.pack(f"<{len(self.mini_fat)}I", *self.mini_fat)) if self.mini else END
        directory = self._chain(b"".join(self._entry(entry) for entry in self.entries))
        count = 1
        while len(self.fat) + count > count * SECTOR // 4:
            count += 1
        first = len(self.sectors)
        self.fat += [FAT] * count
        self.fat += [FREE] * (count * SECTOR // 4 - len(self.fat))
        listed = [*range(first, first + count), *[FREE] * (109 - count)]
        head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
        head += struct.pack("<HHHHH6xIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, count, directory, 0)
        head += struct.pack("<IIIII", CUTOFF, mini_fat, -(-len(self.mini_fat) // 128), END, 0)
        head += struct.pack("<109I", *listed)
        return head + b"".join(self.sectors) + struct.pack(f"<{len(self.fat)}I", *self.fat)

    def _add(self, name: str, kind: int) -> int:
        self.entries.append([name, kind, NONE, NONE, NONE, END if kind != 1 else 0, 0])
        return len(self.entries) - 1

    def _children(self, tree: Tree) -> int:
        places = []
        for name in sorted(tree, key=lambda name: (len(name), name.upper())):
            content = tree[name]
            places.append(place := self._add(name, 2 if isinstance(content, bytes) else 1))
            if isinstance(content, bytes):
                self.entries[place][5:] = [self._stream(content), len(content)]
            else:
                self.entries[place][4] = self._children(content)
        for place, after in pairwise(places):
            self.entries[place][3] = after
        return places[0] if places else NONE

    def _stream(self, data: bytes) -> int:
        if not data:
            return END
        if len(data) >= CUTOFF:
            return self._chain(data)
        first, count = len(self.mini_fat), -(-len(data) // MINI)
        self.mini += data.ljust(count * MINI, b"\0")
        self.mini_fat += [*range(first + 1, first + count), END]
        return first

    def _chain(self, data: bytes) -> int:
        first, count = len(self.sectors), -(-len(data) // SECTOR)
        self.sectors += [data[place * SECTOR : (place + 1) * SECTOR].ljust(SECTOR, b"\0") for place in range(count)]
        self.fat += [*range(first + 1, first + count), END]
        return first

    @staticmethod
    def _entry(entry: Sequence[int | str]) -> bytes:
        name, kind, left, right, child, start, size = entry
        assert isinstance(name, str)
        wide = name.encode("utf-16-le")
        return struct.pack("<64sHBBIII36xIQ", wide, len(wide) + 2, kind, 1, left, right, child, start, size)
