"""Tables as text with commas, semicolons or tabs between the cells (.csv, .tsv)."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.assembly import compose
from corpus.document import Document
from corpus.errors import ReadWarning
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given
from corpus.office.grid import sheet_blocks
from corpus.office.notices import beyond_limit
from corpus.office.separated import looks_separated, may_be_separated, read_sheet
from corpus.office.titles import first_titles
from corpus.readers.text import decode

_SUFFIXES = (".csv", ".tsv", ".tab")


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a table; see `corpus.formats.Reader`. What stands in a cell is kept as it is written."""
    found = read_sheet(decode(data))
    if found.left_out:
        yield ReadWarning(file_id, beyond_limit(len(found.sheet.rows), found.left_out))
    if found.has_stray_quotes:
        yield ReadWarning(
            file_id,
            'A quotation mark (") is opened and never closed, so all of them were read as parts of cells. '
            "Save the table anew if its cells are in the wrong columns.",
        )
    blocks = list(sheet_blocks(found.sheet, level=1))
    headings = [block.text for block in blocks if block.kind == "heading"]
    given = Given(titles=first_titles(None, headings, file_id))
    yield compose(file_id, sha256, FORMAT.media_type, blocks, given)


def sniff(sample: Sample) -> Confidence:
    """Whether a text has the same number of cells in its lines; one that is called a table may have fewer."""
    if sample.text is None or sample.text.lstrip().startswith(("{", "[{")):
        return Confidence.NO
    if sample.suffix in _SUFFIXES:
        return Confidence.POSSIBLE if may_be_separated(sample.text) else Confidence.NO
    return Confidence.LIKELY if looks_separated(sample.text) else Confidence.NO


FORMAT = Format(
    kind="csv",
    name="a table of text",
    suffixes=_SUFFIXES,
    media_type="text/csv",
    libraries=(),
    sniff=sniff,
    read=read,
)
