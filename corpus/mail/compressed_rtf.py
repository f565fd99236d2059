"""Rich text as Outlook keeps it: compressed as [MS-OXRTFCP] describes."""

from __future__ import annotations

import struct

_HEADER = struct.Struct("<4I")
_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_DICTIONARY = 4096
_DICTIONARY_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What the dictionary holds to begin with, as the specification gives it."""
_SHORTEST = 2
_MOST_BYTES = 50_000_000


def decompress(data: bytes) -> bytes:
    """The rich text in what Outlook compressed; b"" for what is damaged from the start or too long."""
    if len(data) < _HEADER.size:
        return b""
    _, raw_size, kind, _ = _HEADER.unpack_from(data)
    if raw_size > _MOST_BYTES:
        return b""
    if kind == _PLAIN:
        return data[_HEADER.size : _HEADER.size + raw_size]
    return _unpacked(data[_HEADER.size :], raw_size) if kind == _COMPRESSED else b""


def _unpacked(data: bytes, most: int) -> bytes:
    """Groups of eight tokens, each a byte or a run of the dictionary, after a byte that says which they are."""
    window = bytearray(_DICTIONARY_START.ljust(_DICTIONARY, b"\0"))
    out = bytearray()

    def put(byte: int) -> None:
        window[(len(_DICTIONARY_START) + len(out)) % _DICTIONARY] = byte
        out.append(byte)

    place = 0
    while place < len(data) and len(out) < most:
        flags, place = data[place], place + 1
        for bit in range(8):
            if not flags >> bit & 1:
                for byte in data[place : place + 1]:
                    put(byte)
                place += 1
                continue
            run = int.from_bytes(data[place : place + 2], "big")
            place += 2
            start, length = run >> 4, (run & 15) + _SHORTEST
            if place > len(data) or start == (len(_DICTIONARY_START) + len(out)) % _DICTIONARY:
                return bytes(out[:most])
            for step in range(length):
                put(window[(start + step) % _DICTIONARY])
    return bytes(out[:most])
