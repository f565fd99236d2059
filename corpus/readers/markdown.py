"""Markdown with optional front matter, to text without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.assembly import Block, assemble
from corpus.document import Document, ParagraphKind
from corpus.errors import UnreadableFile
from corpus.kind import MEDIA_TYPES
from corpus.metadata import choose_title, clean_text, parse_date, read_stated, web_address
from corpus.readers.text import decode

_MARKED_MAX_CHARS = 50_000

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_TAG = re.compile(r"<[^<>]{1,2000}>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document]:
    """Read a Markdown file; see `corpus.readers.Reader`."""
    text = decode(data)
    fields: dict[object, object] = {}
    if (front := _FRONT_MATTER.match(text)) is not None:
        fields = _front_matter(front[1], first_line=text[: front.start(1)].count("\n") + 1)
        text = text[front.end() :]
    blocks = list(_blocks(_parse(text)))
    assembled = assemble(blocks)
    stated = read_stated([block.text for block in blocks])
    source, publisher = fields.get("source"), fields.get("publisher")
    yield Document(
        id=file_id,
        title=choose_title(
            (
                fields.get("title"),
                *(block.text for block in blocks if block.kind == "heading"),
                *(b.text for b in blocks[:1]),
            ),
            file_id,
        ),
        text=assembled.text,
        source=clean_text(publisher) or (None if web_address(source) else clean_text(source)) or stated.source,
        url=web_address(fields.get("url")) or web_address(source),
        published=parse_date(fields.get("published") or fields.get("date")) or stated.published,
        media_type=MEDIA_TYPES["markdown"],
        sha256=sha256,
        pages=(),
        paragraphs=assembled.paragraphs,
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
    """The tokens of a text, with the marks in each paragraph read apart: in a long one that could take as long as its length squared."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.disable("inline")
    known: dict[str, object] = {}
    tokens = parser.parse(text, known)
    for token in tokens:
        if token.type == "inline" and len(token.content) <= _MARKED_MAX_CHARS:
            parser.inline.parse(token.content, parser, known, token.children if token.children is not None else [])
    return tokens


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """The blocks of a parsed document; a list item's first paragraph carries the item, later ones are paragraphs."""
    kind: ParagraphKind = "paragraph"
    level = 0
    new_item = False
    row: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            new_item = True
        elif token.type == "heading_open":
            kind, level = "heading", int(token.tag[1])
        elif token.type == "heading_close":
            kind, level = "paragraph", 0
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield Block(" | ".join(row), "table_row")
            row = None
        elif token.type == "inline":
            text = _plain(token.children) if token.children else token.content
            if row is not None:
                row.append(" ".join(text.split()))
            elif kind == "heading":
                yield Block(text, kind, level)
            else:
                yield Block(text, "list_item" if new_item else "paragraph")
                new_item = False
        elif token.type in ("fence", "code_block"):
            yield Block(token.content)
        elif token.type == "html_block":
            yield Block(_TAG.sub(" ", _COMMENT.sub(" ", token.content)))


def _plain(tokens: Sequence[Token]) -> str:
    """The text of inline marks; a picture gives its description."""
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline", "image"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)
