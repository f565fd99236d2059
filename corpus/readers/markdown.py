"""Markdown with optional front matter, to text without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.assembly import SourceBlock, compose, table_row
from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given, clean_text, parse_date, web_address
from corpus.readers.text import decode

_MARKED_MAX_CHARS = 50_000

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_TAG = re.compile(r"<[^<>]{1,2000}>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document]:
    """Read a Markdown file; see `corpus.formats.Reader`."""
    text = decode(data)
    fields: dict[object, object] = {}
    if (front := _FRONT_MATTER.match(text)) is not None:
        fields = _front_matter(front[1], first_line=text[: front.start(1)].count("\n") + 1)
        text = text[front.end() :]
    source, publisher = fields.get("source"), fields.get("publisher")
    given = Given(
        titles=(fields.get("title"),),
        source=clean_text(publisher) or (None if web_address(source) else clean_text(source)),
        url=web_address(fields.get("url")) or web_address(source),
        published=parse_date(fields.get("published") or fields.get("date")),
    )
    yield compose(file_id, sha256, FORMAT.media_type, list(_blocks(_parse(text))), given)


def sniff(sample: Sample) -> Confidence:
    """Any text may be Markdown."""
    return Confidence.NO if sample.text is None else Confidence.POSSIBLE


FORMAT = Format(
    kind="markdown",
    name="Markdown",
    suffixes=(".md", ".markdown"),
    media_type="text/markdown",
    libraries=("PyYAML", "markdown-it-py"),
    sniff=sniff,
    read=read,
)


def _front_matter(written: str, first_line: int) -> dict[object, object]:
    try:
        fields = yaml.safe_load(written)
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        problem = error.problem or "it cannot be parsed"
        raise UnreadableFile(
            f'Its front matter is not valid YAML at line {line}: {problem}. Put values with ":" in quotation marks.'
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableFile(
            f"Its front matter (the lines between ---) is not valid YAML: {' '.join(str(error).split())[:150]}."
        ) from None
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise UnreadableFile(
            'Its front matter (the lines between ---) holds no fields. Write one "name: value" a line, or leave it out.'
        )
    return fields


def _parse(text: str) -> list[Token]:
    """The tokens of a text.

    The marks in each paragraph are read apart, and not in a very long one, where that could take as long as its length
    squared.
    """
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.disable("inline")
    known: dict[str, object] = {}
    tokens = parser.parse(text, known)
    for token in tokens:
        if token.type == "inline" and len(token.content) <= _MARKED_MAX_CHARS:
            parser.inline.parse(token.content, parser, known, token.children if token.children is not None else [])
    return tokens


def _blocks(tokens: Sequence[Token]) -> Iterator[SourceBlock]:
    """The blocks of a parsed document; a list item's first paragraph carries the item, later ones are paragraphs."""
    level = 0
    new_item = False
    row: list[str] | None = None
    for token in tokens:
        match token.type:
            case "list_item_open":
                new_item = True
            case "heading_open" | "heading_close":
                level = int(token.tag[1]) if token.nesting > 0 else 0
            case "tr_open":
                row = []
            case "tr_close":
                yield table_row(row or ())
                row = None
            case "inline" if row is not None:
                row.append(" ".join(_plain(token).split()))
            case "inline":
                yield _text_block(_plain(token), level, new_item)
                new_item = new_item and level > 0
            case "fence" | "code_block":
                yield SourceBlock(token.content)
            case "html_block":
                yield SourceBlock(_TAG.sub(" ", _COMMENT.sub(" ", token.content)))


def _text_block(text: str, level: int, is_item: bool) -> SourceBlock:
    return SourceBlock(text, "heading", level) if level else SourceBlock(text, "list_item" if is_item else "paragraph")


def _plain(token: Token) -> str:
    """The text of a paragraph with inline marks; a picture gives its description."""
    if not token.children:
        return token.content
    parts = []
    for child in token.children:
        if child.type in ("text", "code_inline", "image"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)
