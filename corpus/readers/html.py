"""Web pages: their article without what the site puts around it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from corpus.assembly import Assembled, SourceBlock, assemble, compose, table_row
from corpus.document import BlockKind, Document
from corpus.errors import UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given, clean_text, parse_date, web_address
from corpus.readers.text import decode

_MAX_BYTES = 20_000_000
_ARTICLE_MAX_CHARS = (
    1_000_000  # finding the article takes longer than in proportion; beyond this, all visible text is kept
)
_ARTICLE_LEAST_SHARE = 0.25  # of the visible text; a smaller article is a wrong guess

_MAIN_LEAST_WORDS = 20

_OPENING = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:(?!-->).){0,4000}-->)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ELEMENT = re.compile(
    r"<(?:p|div|h[1-6]|br|span|article|section|main|ul|ol|table|a|b|i|strong|em|title|meta)\b[^<>]{0,1000}>", re.I
)

_HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"head": 2}
_ITEMS = frozenset({"li", "item", "dt", "dd"})
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font hi i ins kbd label mark q ref rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr o:p".split()
)
_NOT_SHOWN = frozenset(
    "script style noscript template svg math canvas iframe object audio video select option button input textarea "
    "datalist head title".split()
)
_AROUND = frozenset("nav footer aside dialog menu".split())
_AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|related|comments?|disqus|share|sharing|social-media|newsletter|"
    r"subscribe|advert(?:s|isement)?|promo|sidebar|navbar|skip-link|site-header|site-footer|pagination)(?:$|[\s_-])",
    re.I,
)
_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle BlogPosting Report ScholarlyArticle TechArticle WebPage".split()
)
_PUBLISHED_NAMES = (
    "article:published_time",
    "govuk:first-published-at",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "publication_date",
    "publish_date",
    "publish-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "date",
    "dcterms.created",
    "dc.date.created",
)
_SOURCE_NAMES = ("publisher", "dcterms.publisher", "dc.publisher", "og:site_name", "application-name")


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document]:
    """Read a web page; see `corpus.formats.Reader`."""
    if len(data) > _MAX_BYTES:
        raise UnreadableFile(
            f"It is a page of {len(data) // 1_000_000} MB; at most {_MAX_BYTES // 1_000_000} MB are read. Split it."
        )
    markup = _decode(data, None)
    page = _parse(markup)
    linked = _linked_data(page)
    given = Given(
        titles=tuple(_titles(page, linked)),
        source=_first(clean_text(value) for value in (_publisher(linked), *_meta(page, _SOURCE_NAMES))),
        url=_address(page, linked),
        published=_published(page, linked),
    )
    yield compose(file_id, sha256, FORMAT.media_type, _article(markup, page), given)


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
    libraries=("lxml", "trafilatura"),
    sniff=sniff,
    read=read,
)


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
    if len(data) > _MAX_BYTES:
        raise UnreadableFile(
            f"It is a letter of {len(data) // 1_000_000} MB; at most {_MAX_BYTES // 1_000_000} MB are read. Split it."
        )
    return assemble(_blocks(_parse(_decode(data, charset)), _NOT_SHOWN))


def _decode(data: bytes, charset: str | None) -> str:
    """Decode markup: UTF-8 where it is valid, then what it states (read as browsers do), then the likeliest."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    stated = re.search(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", data[:8192], re.I)
    for name in (charset, stated[1].decode("ascii") if stated else None):
        if name and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            try:
                known = codecs.lookup(name).name
                return data.decode("cp1252" if known in ("iso8859-1", "ascii") else known)
            except (LookupError, UnicodeError):
                continue
    return decode(data)


def _parse(markup: str) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = lxml_html.document_fromstring(markup.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise UnreadableFile("It is a web page without any content. Fetch it again.") from None
    if any(
        entry.type_name == "ERR_DOCUMENT_TOO_DEEP" or "depth" in entry.message.lower() for entry in parser.error_log
    ):
        raise UnreadableFile(
            "Its elements are nested more than 250 deep, so it cannot be read. Save it as .pdf or .txt."
        )
    return page


# Text


def _article(markup: str, page: lxml_html.HtmlElement) -> list[SourceBlock]:
    visible = list(_blocks(_main_part(page), _NOT_SHOWN | _AROUND))
    article: list[SourceBlock] = []
    if len(markup) <= _ARTICLE_MAX_CHARS:
        extracted = trafilatura.bare_extraction(
            _without_surroundings(_parse(markup)), include_comments=False, include_tables=True, with_metadata=False
        )
        body = getattr(extracted, "body", None)
        if body is not None:
            article = list(_blocks(body, frozenset()))
    if _size(article) <= _ARTICLE_LEAST_SHARE * _size(visible):
        return visible
    top = next((block for block in visible if block.kind == "heading" and block.level == 1), None)
    if top is None or any(block.text.split() == top.text.split() for block in article):
        return article
    return [top, *article]


def _without_surroundings(page: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """A page without the elements that are never part of its article."""
    for element in [*page.iter(*_AROUND), *page.xpath("//body//*[@hidden or @aria-hidden='true']")]:
        if element.getparent() is not None:
            element.drop_tree()
    return page


def _size(blocks: Iterable[SourceBlock]) -> int:
    return sum(len(block.text) for block in blocks)


def _main_part(page: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    for path in ("//main", "//*[@role='main']", "//article"):
        parts: list[lxml_html.HtmlElement] = page.xpath(path)
        if len(parts) == 1 and len(parts[0].text_content().split()) >= _MAIN_LEAST_WORDS:
            return parts[0]
    return page


def _blocks(root: etree._Element, left_out: frozenset[str]) -> Iterator[SourceBlock]:
    """The blocks of marked-up text, in order, without the elements with some tags."""
    collector = _BlockCollector()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        is_left_out = _is_left_out(element, tag, left_out)
        if event == "start" and is_left_out:
            walker.skip_subtree()
        elif event == "start":
            yield from collector.open(element, tag)
        else:
            if not is_left_out:
                yield from collector.close(tag)
            if element is not root:
                collector.add(element.tail)
    yield from collector.end()


class _BlockCollector:
    """Puts blocks together while the elements of marked-up text open and close."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._row: list[str] | None = None
        self._heading = 0
        self._in_item = False

    def add(self, text: str | None) -> None:
        """Add text to the block that is open."""
        self._parts.append(text or "")

    def open(self, element: etree._Element, tag: str) -> Iterator[SourceBlock]:
        """Enter an element; gives the block that ends there."""
        if tag in _BREAKS:
            self.add(" ")
        elif tag not in _INLINE:
            yield from self._block()
            if tag in _HEADINGS and self._row is None:
                self._heading = _level(element, tag)
            elif tag in _ITEMS:
                self._in_item = True
            elif tag in _ROWS and self._row is None and _is_data(element):
                self._row = []
            elif tag in _CELLS and self._row is not None:
                self._parts.clear()
        self.add(element.text)

    def close(self, tag: str) -> Iterator[SourceBlock]:
        """Leave an element; gives the block or the table row that ends there."""
        if tag in _CELLS and self._row is not None:
            self._row.append(self._take_cell())
        elif tag in _ROWS and self._row is not None:
            rest = self._take_cell()
            cells = [*self._row, *([rest] if rest else [])]
            self._row = None
            if any(cells):
                yield table_row(cells)
        elif tag not in _INLINE and tag not in _BREAKS:
            yield from self._block()
            if tag in _HEADINGS:
                self._heading = 0
            elif tag in _ITEMS:
                self._in_item = False

    def end(self) -> Iterator[SourceBlock]:
        """The last block; cells of a row that was never closed are left out."""
        self._row = None
        yield from self._block()

    def _take(self) -> str:
        text = "".join(self._parts)
        self._parts.clear()
        return text

    def _take_cell(self) -> str:
        return " ".join(self._take().split())

    def _block(self) -> Iterator[SourceBlock]:
        """The block that ends here; within a table row its text stays part of the cell."""
        text = self._take()
        if self._row is not None:
            self.add(f"{text} ")
        elif text.strip():
            kind: BlockKind = "heading" if self._heading else "list_item" if self._in_item else "paragraph"
            self._in_item = self._in_item and bool(self._heading)
            yield SourceBlock(text, kind, self._heading)


def _is_left_out(element: etree._Element, tag: str, left_out: frozenset[str]) -> bool:
    if tag in left_out:
        return True
    if not left_out:
        return False
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    if "nav" not in left_out or tag in ("html", "body", "main", "article"):
        return False
    if tag == "header":
        return element.find(".//h1") is None
    if tag == "form":  # a search box; some sites put their whole page into one
        return element.find(".//p") is None
    return _AROUND_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}") is not None


def _level(element: etree._Element, tag: str) -> int:
    written = element.get("rend", "") if tag == "head" else tag
    return _HEADINGS.get(written, _HEADINGS[tag])


def _is_data(row: etree._Element) -> bool:
    """Whether a table's row holds data; a table that lays out the page is no table to its reader."""
    cells = sum(1 for child in row.iterchildren(*_CELLS))
    blocks = 0
    for element in row.iter("table", "h1", "h2", "h3", "p", "div", "li", "item"):
        blocks += 1 if element.tag in ("p", "div", "li", "item") else 2 * cells + 1
        if blocks > 2 * cells + 4:
            return False
    return cells > 0


# Metadata


def _linked_data(page: lxml_html.HtmlElement) -> list[dict[str, object]]:
    """What the page says of itself in JSON-LD, articles before pages; what it says of other things is left out."""
    items: list[dict[str, object]] = []
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                graph = item.get("@graph")
                items += [part for part in (graph if isinstance(graph, list) else [item]) if isinstance(part, dict)]
    own = [item for item in items if _types(item) & _ARTICLE_TYPES]
    return sorted(own, key=lambda item: "WebPage" in _types(item))


def _types(item: dict[str, object]) -> set[str]:
    kind = item.get("@type")
    return {name for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)}


def _meta(page: lxml_html.HtmlElement, names: Iterable[str]) -> list[str]:
    """The contents of <meta> elements by name or property, in the order of the names; the first of each."""
    contents: dict[str, str] = {}
    for element in page.iter("meta"):
        for key in ("name", "property", "itemprop"):
            contents.setdefault(element.get(key, "").strip().lower(), element.get("content", ""))
    return [contents[name] for name in names if name in contents]


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _titles(page: lxml_html.HtmlElement, linked: list[dict[str, object]]) -> Iterator[object]:
    yield from (item.get("headline") for item in linked)
    yield from _meta(page, ("og:title", "dc.title", "dcterms.title", "twitter:title"))
    yield from (title.text_content() for title in page.xpath("//head/title")[:1])
    yield from (item.get("name") for item in linked)


def _publisher(linked: list[dict[str, object]]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        for candidate in publisher if isinstance(publisher, list) else [publisher]:
            name = clean_text(candidate.get("name") if isinstance(candidate, dict) else candidate)
            if name:
                return name
    return None


def _published(page: lxml_html.HtmlElement, linked: list[dict[str, object]]) -> date | None:
    candidates: list[object] = [item.get("datePublished") for item in linked]
    candidates += _meta(page, _PUBLISHED_NAMES)
    candidates += [
        element.get("datetime") or element.text_content()
        for element in page.xpath("//time[@itemprop='datePublished' or @pubdate]")[:3]
    ]
    return next((day for candidate in candidates if (day := parse_date(candidate))), None)


def _address(page: lxml_html.HtmlElement, linked: list[dict[str, object]]) -> str | None:
    candidates: list[object] = [link.get("href") for link in page.xpath("//link[@rel='canonical']")]
    candidates += _meta(page, ("og:url",))
    candidates += [item.get("url") for item in linked]
    return _first(web_address(candidate) for candidate in candidates)
