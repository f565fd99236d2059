"""Markdown with optional front matter, to text without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.markup.blocks import blocks_of
from corpus.markup.front_matter import split_front_matter
from corpus.markup.markdown_parser import DEEPEST, NestedTooDeep, markup_of
from corpus.markup.parsing import parse
from corpus.markup.shown import arrange, drop_hidden
from corpus.readers.text import decode

_MARKS = re.compile(r"^(?:[\s>*+#-]|\d{1,9}[.)]\s)+")


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a Markdown file; see `corpus.formats.Reader`."""
    front = split_front_matter(decode(data))
    given = front.given()
    problems = list(front.problems)
    try:
        blocks = list(_blocks(markup_of(front.text)))
    except NestedTooDeep:
        blocks = [SourceBlock(_MARKS.sub("", line)) for line in front.text.split("\n")]
        problems.append(
            f"Its lists or quotations are nested more than {DEEPEST} deep, so it was read line by line, without lists."
        )
    yield compose(file_id, sha256, FORMAT.media_type, blocks, given, beside=front.imprint)
    for problem in problems:
        yield ReadWarning(file_id, problem)


def sniff(sample: Sample) -> Confidence:
    """Any text may be Markdown."""
    return Confidence.NO if sample.text is None else Confidence.POSSIBLE


FORMAT = Format(
    kind="markdown",
    name="Markdown",
    suffixes=(".md", ".markdown"),
    media_type="text/markdown",
    libraries=("PyYAML", "lxml", "markdown-it-py"),
    sniff=sniff,
    read=read,
)


def _blocks(markup: str) -> Iterator[SourceBlock]:
    try:
        page = parse(markup)
    except UnreadableFile:  # it holds nothing but comments
        return
    drop_hidden(page)
    arrange(page)
    yield from blocks_of(page)
