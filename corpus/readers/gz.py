"""Compressed files (.gz): what they hold is read as if it lay there itself."""

from __future__ import annotations

import contextlib
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import IO

from corpus.errors import UnreadableFile
from corpus.formats import Confidence, Enclosed, Format, Sample

_MAX_BYTES = 1_000_000_000
_PIECE_BYTES = 1_000_000


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Enclosed]:
    """Read what a compressed file holds; see `corpus.formats.Reader`."""
    name = file_id[: -len(".gz")] if file_id.lower().endswith(".gz") else file_id
    if name.lower().endswith(".tar"):
        raise UnreadableFile("It is an archive (.tar.gz), which is not read. Unpack it if it should be found.")
    try:
        content = b"".join(_pieces(io.BytesIO(data), _MAX_BYTES + 1))
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile(f"It is damaged and cannot be unpacked ({error}). Fetch it again.") from None
    if len(content) > _MAX_BYTES:
        raise UnreadableFile(f"It holds more than {_MAX_BYTES // 1_000_000} MB. Unpack and split it.")
    yield Enclosed(file_id, name, content, sha256=sha256)


def unpacked_bytes(packed: IO[bytes], most: int) -> int:
    """How many bytes a compressed file holds: as far as it can be unpacked, and no more than are asked for.

    Args:
        packed: the file.
        most: where to stop.
    """
    count = 0
    with contextlib.suppress(OSError, EOFError, zlib.error):
        for piece in _pieces(packed, most):
            count += len(piece)
    return count


def _pieces(packed: IO[bytes], most: int) -> Iterator[bytes]:
    """What a compressed file holds, in pieces: asking for much at once takes memory for it, however little comes."""
    with gzip.GzipFile(fileobj=packed) as file:
        while most and (piece := file.read(min(_PIECE_BYTES, most))):
            most -= len(piece)
            yield piece


def sniff(sample: Sample) -> Confidence:
    """Whether a file starts as gzip writes it."""
    return Confidence.CERTAIN if sample.data.startswith(b"\x1f\x8b\x08") else Confidence.NO


FORMAT = Format(
    kind="gz",
    name="a compressed file",
    suffixes=(".gz",),
    media_type="application/gzip",
    libraries=(),
    sniff=sniff,
    read=read,
)
