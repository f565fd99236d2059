"""What a web page states of itself beside its text: in linked data, meta elements, headings and titles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date
from itertools import islice

from lxml import etree

from corpus.language.folding import RAISED_DIGITS
from corpus.language.vocabulary import load
from corpus.markup.tree import flat_text, is_in, select, text_of
from corpus.metadata import Given, clean_text, days_in, parse_date, web_address

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting Report "
    "ScholarlyArticle TechArticle SocialMediaPosting".split()
)
_PAGES = frozenset(
    "WebPage AboutPage ContactPage FAQPage ItemPage CollectionPage QAPage Legislation DigitalDocument".split()
)
_STORIES = frozenset("NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting".split())
_EVENT = re.compile(r"Event$|^EventSeries$|^Hackathon$|^CourseInstance$")
_SITES = frozenset("WebSite Organization GovernmentOrganization NewsMediaOrganization".split())
_OWN_DAYS = ("legislationDate", "temporalCoverage", "dateCreated")
_PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "govuk:first-published-at", "datepublished",
    "dcterms.issued", "dc.date.issued", "citation_publication_date", "citation_date", "dcterms.date", "dc.date",
    "publication_date", "publish_date", "publish-date", "pubdate", "parsely-pub-date", "sailthru.date", "date",
)  # fmt: skip
_OF_NAMES = ("dcterms.created", "dc.date.created", "dcterms.temporal", "dc.coverage.temporal")
_SOURCE_NAMES = (
    "publisher",
    "dcterms.publisher",
    "dc.publisher",
    "citation_publisher",
    "og:site_name",
    "application-name",
)
_STORY_NAMES = ("article:published_time", "article:section", "article:author")
_TITLE_NAMES = ("og:title", "dcterms.title", "dc.title", "citation_title", "twitter:title")
_BAR = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|»]\s*|\s+::\s+")
_TITLES = load("web")["titles"]
_GENERIC = frozenset(_TITLES["generic"])
_GREETINGS = tuple(_TITLES["greetings"])
_ABOUT_COMMENTS = tuple(f" {words} " for words in _TITLES["about_comments"])
_GREETING_WORDS = 5
_HEADINGS_MOST = 20

Linked = list[dict[str, object]]


def page_facts(page: etree._Element, url: str | None = None) -> Given:
    """What a page states of itself.

    Args:
        page: its root element, whole.
        url: where it was saved from, or None.
    """
    everything = list(_linked_data(page))
    own = [item for item in everything if _types(item) & _ARTICLES]
    own += [item for item in everything if _types(item) & _PAGES and not _types(item) & _ARTICLES]
    dated = _day(page, everything, own)
    return Given(
        titles=tuple(_titles(page, everything, own)),
        source=_first(clean_text(value) for value in (_publisher(own), *_meta(page, _SOURCE_NAMES))),
        url=_address(page, own) or web_address(url),
        published=_published(page, own),
        dated=dated,
        dated_basis="stated" if dated else None,
    )


def is_story(page: etree._Element) -> bool:
    """Whether a page says that it is an article of a newspaper or a blog, and is not about what people said."""
    types = {kind for item in _linked_data(page) for kind in _types(item)}
    if not types & _STORIES and "article" not in _meta(page, ("og:type",)) and not _meta(page, _STORY_NAMES):
        return False
    return not any(words in f" {_plain(heading)} " for heading in _headings(page) for words in _ABOUT_COMMENTS)


def _linked_data(page: etree._Element) -> Iterator[dict[str, object]]:
    """What the page says in JSON-LD, of itself and of other things."""
    for script in select(page, "//script[@type='application/ld+json']"):
        try:
            value = json.loads(re.sub(r"^\s*(?://)?<!\[CDATA\[|(?://)?\]\]>\s*$", "", text_of(script)), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                graph = item.get("@graph")
                yield from (part for part in (graph if isinstance(graph, list) else [item]) if isinstance(part, dict))
                main = item.get("mainEntity")
                yield from (part for part in (main if isinstance(main, list) else [main]) if isinstance(part, dict))


def _types(item: dict[str, object]) -> set[str]:
    kind = item.get("@type")
    return {name.rpartition("/")[2] for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)}


def _meta(page: etree._Element, names: Iterable[str]) -> list[str]:
    """The contents of <meta> elements by name or property, in the order of the names; the first of each."""
    contents: dict[str, str] = {}
    for element in page.iter("meta"):
        for key in ("name", "property", "itemprop"):
            contents.setdefault(element.get(key, "").strip().lower(), element.get("content", ""))
    return [contents[name] for name in names if contents.get(name)]


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


# Titles


def _titles(page: etree._Element, everything: Linked, own: Linked) -> Iterator[str]:
    """What may be its title, the best first: what says no more than the site's name comes last."""
    written = [clean_text(text_of(title)) or "" for title in select(page, "//head/title")[:1]]
    stated = [*_meta(page, _TITLE_NAMES), *written]
    headlines = [item.get("headline") for item in own if _types(item) & _ARTICLES]
    headings = _headings(page)
    sites = {_plain(name) for name in _named_sites(page, everything)}
    repeated = {
        _plain(text_of(heading)) for heading in islice(page.iter("h1"), _HEADINGS_MOST) if not _is_of_site(heading)
    }
    sites.update(site for title in stated if (site := _site_beside(title, repeated, sites)))
    # Of several headings the one that the page's title repeats is its own.
    headings.sort(key=lambda heading: not any(_plain(heading) in _plain(title) for title in stated))
    candidates = [*(headlines if len(set(map(str, headlines))) == 1 else []), *headings]
    candidates += [part for title in stated for part in (_without_site(title, sites), title)]
    candidates += [item.get("name") for item in own]
    texts = [text for candidate in candidates if (text := clean_text(candidate))]
    yield from sorted(texts, key=lambda text: _says_nothing(text, sites))


def _headings(page: etree._Element) -> list[str]:
    """The headings of the first level: those of the main part, or all where it has none."""
    headings = list(islice(page.iter("h1"), _HEADINGS_MOST))
    own = [heading for heading in headings if is_in(heading, "main", "article")]
    return [text for heading in own or headings if (text := clean_text(_with_raised(heading)))]


def _with_raised(heading: etree._Element) -> str:
    """The text of a heading, in which raised digits stay apart from what stands before them."""
    copied = deepcopy(heading)
    for raised in list(copied.iter("sup")):
        text = flat_text(raised)
        if text.isdecimal() and not (raised.tail or "").startswith(("/", "⁄")):
            raised[:] = []
            raised.text = text.translate(RAISED_DIGITS)
    return text_of(copied)


def _named_sites(page: etree._Element, everything: Linked) -> Iterator[str]:
    yield from _meta(page, _SOURCE_NAMES)
    for item in everything:
        if _types(item) & _SITES:
            yield clean_text(item.get("name")) or ""
    yield _publisher(everything) or ""


def _is_of_site(heading: etree._Element) -> bool:
    """Whether a heading stands where sites put their name: above the main part, or as a link to the first page."""
    if is_in(heading, "header") and not is_in(heading, "main", "article"):
        return True
    return any(link.get("href", "").strip() in ("/", "./", "#") for link in heading.iter("a"))


def _site_beside(title: str, repeated: set[str], sites: set[str]) -> str | None:
    """The name of the site that a title has before its first bar or after its last, where no other is known.

    Args:
        title: as the page states it.
        repeated: what headings of the document say.
        sites: the names that are known.
    """
    parts = [_plain(part) for part in _BAR.split(title)]
    if len(parts) < 2 or sites & set(parts):
        return None
    site = parts[0] if parts[-1] in repeated and parts[0] not in repeated else parts[-1]
    return None if any(char.isdigit() for char in site) else site


def _without_site(title: str, sites: set[str]) -> str:
    """A title without the site's name before or after a bar in it."""
    bars = list(_BAR.finditer(title))
    if bars and _plain(title[bars[-1].end() :]) in sites:
        return title[: bars[-1].start()]
    if bars and _plain(title[: bars[0].start()]) in sites:
        return title[bars[0].end() :]
    return title


def _says_nothing(title: str, sites: set[str]) -> bool:
    """Whether a title is one that any page may have, or only names the site."""
    plain = _plain(title)
    if plain in _GENERIC or plain in sites or not plain:
        return True
    if any(_plain(part) in _GENERIC and _plain(other) in sites for part, other in _pairs(title)):
        return True
    return plain.startswith(_GREETINGS) and len(plain.split()) <= _GREETING_WORDS


def _pairs(title: str) -> Iterator[tuple[str, str]]:
    parts = _BAR.split(title)
    if len(parts) == 2:
        yield parts[0], parts[1]
        yield parts[1], parts[0]


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower()))


# Publisher, days and address


def _publisher(items: Linked) -> str | None:
    for item in items:
        publisher = item.get("publisher")
        for candidate in publisher if isinstance(publisher, list) else [publisher]:
            name = clean_text(candidate.get("name") if isinstance(candidate, dict) else candidate)
            if name and not web_address(name):
                return name
    return None


def _published(page: etree._Element, own: Linked) -> date | None:
    candidates: list[object] = [item.get("datePublished") for item in own]
    candidates += _meta(page, _PUBLISHED_NAMES)
    candidates += [
        element.get("datetime") or element.get("content") or text_of(element)
        for element in select(page, "//time[@itemprop='datePublished' or @pubdate] | //*[@itemprop='datePublished']")[
            :3
        ]
    ]
    return next((day for candidate in candidates if (day := parse_date(candidate))), None)


def _day(page: etree._Element, everything: Linked, own: Linked) -> date | None:
    """The day that a page is of: that of the one event it holds, its last where it has several, or what it states."""
    events = [item for item in everything if any(map(_EVENT.search, _types(item)))]
    days = {_last_day(item.get("endDate")) or _last_day(item.get("startDate")) for item in events}
    if not events:
        days = {
            parse_date(element.get("datetime") or element.get("content") or text_of(element))
            for element in select(page, "//*[@itemprop='startDate']")
        }
    stated = [item.get(name) for item in own for name in _OWN_DAYS]
    others = [_last_day(value) for value in (*stated, *_meta(page, _OF_NAMES))]
    return days.pop() if len(days) == 1 else next((day for day in others if day), None)


def _last_day(value: object) -> date | None:
    """A day, or the last one of a span as ISO 8601 writes it."""
    text = (
        str(value).rpartition("/")[2] if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d\S*/", value) else value
    )
    return parse_date(text) or (max(days_in(text), default=None) if isinstance(text, str) else None)


def _address(page: etree._Element, own: Linked) -> str | None:
    candidates: list[object] = [link.get("href") for link in select(page, "//link[@rel='canonical']")]
    candidates += _meta(page, ("og:url",))
    candidates += [item.get("url") for item in own]
    return _first(web_address(candidate) for candidate in candidates)
