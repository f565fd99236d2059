"""Small files that want much, made by code."""

from __future__ import annotations

import zlib


def pdf_bomb(megabytes: int) -> bytes:
    """A PDF of a few kB whose only page is so many MB of spaces once it is unpacked twice."""
    pack = zlib.compressobj(9)
    stream = b"".join(pack.compress(b" " * 1_000_000) for _ in range(megabytes)) + pack.flush()
    stream = zlib.compress(stream, 9)
    return pdf(
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>\nstream\n%b\nendstream" % (len(stream), stream),
    )


def pdf(*objects: bytes) -> bytes:
    """A PDF of one page, whose objects are numbered from 3."""
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    whole = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", *objects)
    for number, each in enumerate(whole, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(whole) + 1)
    out += b"".join(b"%010d 00000 n \n" % each for each in offsets)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(whole) + 1, table)
