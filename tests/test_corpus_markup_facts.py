"""What a page states of itself: its title before the site's, its days as what they are."""

from __future__ import annotations

import json
from datetime import date

import pytest

from corpus.markup.facts import is_story, page_facts
from corpus.markup.parsing import parse
from corpus.metadata import Given


def facts(head: str = "", body: str = "<p>x", url: str | None = None) -> Given:
    return page_facts(parse(f"<html><head>{head}</head><body>{body}</body></html>"), url)


def linked(*items: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in items)


OG_HOME = '<meta property="og:title" content="Home">'
SITE = '<meta property="og:site_name" content="Anytown Council">'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (f"<title>Home</title>{OG_HOME}", "<h1>Council tax</h1>", "Council tax"),
        (f"<title>Anytown Council</title>{SITE}", "<h1>Council tax</h1>", "Council tax"),
        ("<title>Parking | Anytown Council</title>", "<h1>Welcome to Anytown</h1>", "Parking"),
        ("<title>Parking | Anytown Council</title>", "<header><h1>Anytown Council</h1></header>", "Parking"),
        ("<title>Parking | Anytown Council</title>", "<h1><a href=/>Anytown Council</a></h1>", "Parking"),
        ("<title>Parking - Anytown Council</title>", "", "Parking"),
        (f"<title>Anytown Council | Parking</title>{SITE}", "", "Parking"),
        ("<title>IANA — Reserved domains</title>", "<h1>Reserved domains</h1>", "Reserved domains"),
        ("<title>Parking</title>", "<h1>News</h1>", "Parking"),
        ('<title>News</title><meta property="og:title" content="Depot opens">', "<h1>Agenda</h1>", "Depot opens"),
        ("<title>Bins - Anytown</title>", "<h1>Anytown</h1><main><h1>Bins</h1></main>", "Bins"),
        ("<title>Bins - Anytown</title>", "<h1>Part one</h1><h1>Bins</h1>", "Bins"),
        ("<title>Home - Anytown</title>" + SITE, "<h1>Welcome</h1>", "Welcome"),
        ("<title> T \n &amp; U </title>", "", "T & U"),
        ("", "<h1>Repairs<sup>1</sup> to homes</h1>", "Repairs¹ to homes"),
        ("", "<h1>Repairs<sup><a href='#n'>12</a></sup></h1>", "Repairs¹²"),
        ("", "<h1>Heat in <sup>1</sup>/<sub>2</sub> km<sup>2</sup></h1>", "Heat in 1/2 km²"),
        ("<title>14 - 16 March: the fair</title>", "", "14 - 16 March: the fair"),
        (linked({"@type": "NewsArticle", "headline": "Depot opens"}), "<h1>Depot</h1>", "Depot opens"),
        (linked({"@type": "Article", "headline": "Home"}), "<h1>Depot</h1>", "Depot"),
        (linked({"@type": "Article", "headline": "A"}, {"@type": "Article", "headline": "B"}), "<h1>C</h1>", "C"),
        (linked({"@type": "Comment", "headline": "No"}), "<h1>Depot</h1>", "Depot"),
    ],
)
def test_the_best_title_comes_first(head: str, body: str, title: str) -> None:
    assert facts(head, body).titles[0] == title


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2018-07-23T10:00:00Z">', date(2018, 7, 23)),
        ('<meta name="DC.date" content="23/07/2018">', date(2018, 7, 23)),
        ('<meta name="DCTERMS.issued" content="2018-07-23">', date(2018, 7, 23)),
        ('<meta name="citation_publication_date" content="2018/07/23">', date(2018, 7, 23)),
        (linked({"@type": "Article", "datePublished": "2018-07-23T23:30:00+01:00"}), date(2018, 7, 23)),
        (linked({"@graph": [{"@type": ["WebPage"], "datePublished": "2018-07-23"}]}), date(2018, 7, 23)),
        ('<meta name="date" content="July 2018">', None),
        ('<meta property="article:modified_time" content="2018-07-23">', None),
        ('<meta name="dcterms.modified" content="2018-07-23">', None),
        (linked({"@type": "Article", "dateModified": "2018-07-23"}), None),
        (linked({"@type": "Comment", "datePublished": "2018-07-23"}), None),
        ('<script type="application/ld+json">{"@type": "Article", "datePublished": </script>', None),
    ],
)
def test_a_day_of_publication_is_only_one_that_is_stated_as_such(head: str, day: date | None) -> None:
    assert facts(head).published == day


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (linked({"@type": "Event", "startDate": "2023-07-04T18:30"}), "", date(2023, 7, 4)),
        (linked({"@type": "Event", "startDate": "2023-07-04", "endDate": "2023-07-06"}), "", date(2023, 7, 6)),
        (linked({"@type": ["MusicEvent"], "startDate": "2023-07-04"}), "", date(2023, 7, 4)),
        (linked({"@type": "https://schema.org/Event", "startDate": "4 July 2023"}), "", date(2023, 7, 4)),
        (
            linked({"@type": "WebPage", "mainEntity": {"@type": "Event", "startDate": "2023-07-04"}}),
            "",
            date(2023, 7, 4),
        ),
        (
            linked([{"@type": "Event", "startDate": "2023-07-04"}, {"@type": "Event", "startDate": "2023-08-04"}]),
            "",
            None,
        ),
        (linked({"@type": "Report", "temporalCoverage": "2023-01-23/2023-02-03"}), "", date(2023, 2, 3)),
        (linked({"@type": "Legislation", "legislationDate": "2011-11-15"}), "", date(2011, 11, 15)),
        ('<meta name="DCTERMS.created" content="2021-05-06">', "", date(2021, 5, 6)),
        ("", "<time itemprop=startDate datetime=2023-05-06>x</time>", date(2023, 5, 6)),
        ("", "<time datetime=2023-05-06>x</time>", None),
    ],
)
def test_the_day_that_a_page_is_of_is_no_day_of_publication(head: str, body: str, day: date | None) -> None:
    found = facts(head, body)
    assert (found.dated, found.dated_basis, found.published) == (day, "stated" if day else None, None)


def test_publisher_and_address() -> None:
    found = facts(linked({"@type": "Article", "publisher": [{"name": "The Gazette"}], "url": "https://example.org/n"}))
    assert (found.source, found.url) == ("The Gazette", "https://example.org/n")
    found = facts(f'{SITE}<link rel=canonical href="https://example.org/t">', url="https://example.org/saved")
    assert (found.source, found.url) == ("Anytown Council", "https://example.org/t")
    assert facts("<link rel=canonical href=/t>", url="https://example.org/saved").url == "https://example.org/saved"
    assert facts("<link rel=canonical href=/t>", url="file:///C:/a.htm").url is None


def test_articles_of_newspapers_and_blogs_are_known() -> None:
    story = '<meta property="og:type" content="article">'
    assert not is_story(parse(f"<head>{story}</head><h1>Comments on the plan</h1>"))
    for head, known in (
        ('<meta property="article:published_time" content="2023-01-02">', True),
        (linked({"@type": "NewsArticle"}), True),
        ('<meta property="og:type" content="article">', True),
        (linked({"@type": "WebPage"}), False),
        ('<meta property="og:type" content="website">', False),
    ):
        assert is_story(parse(f"<head>{head}</head><body>x")) == known
