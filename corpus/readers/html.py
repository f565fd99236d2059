"""Web pages: all that they show, without what the site puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.assembly import Assembled, SourceBlock, assemble, compose
from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.language.vocabulary import load
from corpus.markup.blocks import blocks_of
from corpus.markup.facts import is_story, page_facts
from corpus.markup.parsing import decode_markup, parse, too_large
from corpus.markup.shown import arrange, drop_hidden, drop_permalinks, name_tabs, put_frames_in
from corpus.markup.surroundings import drop_surroundings
from corpus.readers.text import decode

_OPENING = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:(?!-->).){0,4000}-->)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ELEMENT = re.compile(
    r"<(?:p|div|h[1-6]|br|span|article|section|main|ul|ol|table|a|b|i|strong|em|title|meta)\b[^<>]{0,1000}>", re.I
)
_SCRIPT = load("web")["script"]
_APOLOGY_WORDS = 60
_NO_TEXT_WITHOUT_SCRIPT = (
    "It shows its text only by script, so it holds none itself. "
    "Open it in a browser and save what it shows as .pdf or as a web page in a single file (.mhtml)."
)
_ONLY_FRAMES = "It only shows other pages in frames and holds no text itself. Save these pages."


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a web page; see `corpus.formats.Reader`."""
    if (error := too_large(data, "a page")) is not None:
        raise error
    yield from read_page(file_id, decode_markup(data, None, decode), sha256, FORMAT.media_type)


def sniff(sample: Sample) -> Confidence:
    """Whether a text starts like a page, or holds a page's elements and may be a part of one."""
    if sample.text is None:
        return Confidence.NO
    if _OPENING.match(sample.text):
        return Confidence.CERTAIN
    return Confidence.POSSIBLE if _ELEMENT.search(sample.text) else Confidence.NO


FORMAT = Format(
    kind="html",
    name="an HTML page",
    suffixes=(".html", ".htm", ".xhtml"),
    media_type="text/html",
    libraries=("lxml",),
    sniff=sniff,
    read=read,
)


def read_page(
    file_id: str,
    markup: str,
    sha256: str,
    media_type: str,
    frames: Mapping[str, str] | None = None,
    url: str | None = None,
) -> Iterator[Document | ReadWarning]:
    """Read the markup of a web page.

    Args:
        file_id: the document's id.
        markup: of the page.
        sha256: of its file.
        media_type: of its file.
        frames: the markup of the pages that it shows in frames, by the address it calls each by.
        url: where it was saved from, or None.

    Returns:
        Its document, and what a person should look at.

    Raises:
        UnreadableFile: it is nested too deeply, or holds no text without script.
    """
    page = parse(markup)
    drop_permalinks(page)
    given = page_facts(page, url)
    has_script = next(page.iter("script"), None) is not None
    has_frames = next(page.iter("frame", "iframe"), None) is not None
    put_frames_in(page, frames or {})
    is_article = is_story(page)
    drop_hidden(page)
    name_tabs(page)
    left_out = drop_surroundings(page, is_article=is_article)
    arrange(page)
    blocks = list(blocks_of(page))
    if has_script and _is_apology(blocks):
        raise UnreadableFile(_NO_TEXT_WITHOUT_SCRIPT)
    if has_frames and not blocks:
        raise UnreadableFile(_ONLY_FRAMES)
    yield compose(file_id, sha256, media_type, blocks, given)
    for part in left_out:
        yield ReadWarning(
            file_id, f"It was read without {part}. Save them as a file of their own if they should be found."
        )


def _is_apology(blocks: list[SourceBlock]) -> bool:
    """Whether a page has no text but that it needs script, or that it is loading."""
    words = " ".join(block.text for block in blocks).lower().split()
    if len(words) > _APOLOGY_WORDS or any(block.cells for block in blocks):
        return False
    said = re.sub(r"[^\w ]", "", " ".join(words))
    return not said.strip() or said.strip() in _SCRIPT["waiting"] or any(needed in said for needed in _SCRIPT["needed"])


def read_letter(data: bytes, charset: str | None) -> Assembled:
    """The text of an e-mail written in HTML, all of it.

    Args:
        data: the markup.
        charset: the encoding that its mail states, or None.

    Returns:
        Its text and paragraphs.

    Raises:
        UnreadableFile: it is too large or nested too deeply.
    """
    if (error := too_large(data, "a letter")) is not None:
        raise error
    return assemble(read_all(decode_markup(data, charset, decode)))


def read_all(markup: str) -> list[SourceBlock]:
    """The blocks of all that some markup shows, as of a letter or a chapter of a book.

    Args:
        markup: the markup.

    Raises:
        UnreadableFile: it is nested too deeply.
    """
    page = parse(markup)
    drop_permalinks(page)
    put_frames_in(page, {})
    drop_hidden(page)
    arrange(page)
    return list(blocks_of(page))
