"""Word documents (.docx), with macros or as templates too (.docm, .dotx, .dotm)."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from corpus.assembly import SourceBlock, compose, taken_apart
from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given
from corpus.office.rich_blocks import RichText
from corpus.readers.html import read_letter
from corpus.readers.text import decode, plain
from corpus.word.body import Body, ReadChunk
from corpus.word.headings import with_headings
from corpus.word.package import WordPackage
from corpus.word.parts import Parts
from corpus.word.titles import titles

_WORD_PART = re.compile(r"/?word[/\\].+\.xml", re.I)
_ZIP_START = b"PK\x03\x04"
_RICH_TEXT_START = b"{\\rtf"
_MARKUP = re.compile(rb"\s*(?:<!doctype html|<html|<head|<body|<p\b|<div\b|<table\b|<h[1-6]\b)", re.I)
_TEXT_SUFFIXES = frozenset({".txt", ".text"})
_PAGE_SUFFIXES = frozenset({".htm", ".html", ".xhtml"})
_WEB_ARCHIVE_SUFFIXES = frozenset({".mht", ".mhtml"})


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a Word document; see `corpus.formats.Reader`.

    Nothing in it is run and nothing outside of it is fetched. Headers come first and footers last; notes, comments
    and text boxes stand after the paragraph that they are fixed to.
    """
    parts = Parts(WordPackage(data))
    body = Body(parts, _chunk_reader(parts))
    pieces = body.pieces()
    blocks = with_headings(pieces)
    headers, footers = body.headers_and_footers(blocks)
    if not blocks and body.pictures:
        raise UnreadableFile(
            "It holds pictures and no text. If they show text, save it as .pdf, or run them through text recognition."
        )
    found = titles(pieces, blocks, parts.stated_title(), parts.template())
    yield compose(file_id, sha256, FORMAT.media_type, [*headers, *blocks, *footers], Given(titles=tuple(found)))
    yield from (ReadWarning(file_id, sentence) for sentence in parts.missed)


def sniff(sample: Sample) -> Confidence:
    """Whether a file is a zip archive with a Word document's parts in it."""
    is_word = any(_WORD_PART.fullmatch(name) for name in sample.members)
    return Confidence.CERTAIN if is_word else Confidence.NO


FORMAT = Format(
    kind="docx",
    name="a Word document",
    suffixes=(".docx", ".docm", ".dotx", ".dotm"),
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    libraries=("lxml",),
    sniff=sniff,
    read=read,
)


def _chunk_reader(parts: Parts) -> ReadChunk:
    """What reads the files that are put into a document as a whole; documents in documents in it are not followed."""

    def read_chunk(content: bytes, name: str) -> Sequence[SourceBlock] | None:
        suffix = PurePosixPath(name).suffix.lower()
        if content.startswith(_ZIP_START):
            return None if parts.package.is_inner else _inner_blocks(WordPackage(content, parts.package), parts.missed)
        if suffix in _WEB_ARCHIVE_SUFFIXES:
            return _web_archive_blocks(content)
        if suffix in _PAGE_SUFFIXES or _MARKUP.match(content):
            return list(taken_apart(read_letter(content, None)))
        if content.startswith(_RICH_TEXT_START):
            return list(RichText(content).blocks())
        if suffix in _TEXT_SUFFIXES:
            return list(taken_apart(plain(decode(content))))
        return None

    return read_chunk


def _inner_blocks(package: WordPackage, missed: list[str]) -> list[SourceBlock]:
    parts = Parts(package)
    blocks = with_headings(Body(parts, _chunk_reader(parts)).pieces())
    missed += parts.missed
    return blocks


def _web_archive_blocks(content: bytes) -> list[SourceBlock] | None:
    message = email.message_from_bytes(content, policy=email.policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    markup = None if page is None else page.get_payload(decode=True)
    if page is None or not isinstance(markup, bytes):
        return None
    return list(taken_apart(read_letter(markup, page.get_content_charset())))
