"""A page becomes its article; what the site puts around it is left out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.files import SourceFile
from corpus.readers.html import read_letter
from corpus.reading import ReadResult, read_file
from corpus.structure import heading_path

ARTICLE = (
    "<h1>Services rated good</h1><p>Inspectors found that the services "
    "for children have improved a great deal since they last came.</p>"
    "<h2>What changed</h2><p>Social workers stay longer, and they see the "
    "children more often than they did before the last inspection.</p>"
    "<ul><li>Fewer cases each</li><li>Better supervision</li></ul>"
    "<table><tr><th>Area</th><th>Grade</th></tr><tr><td>Overall effectiveness</td><td>Good</td></tr></table>"
)
AROUND = (
    (
        '<div class="cookie-banner"><p>We use cookies to measure how the site '
        "is used.</p></div><nav><ul><li>Home</li><li>Sport</li></ul></nav>"
    ),
    '<aside class="related-news"><h2>Related news</h2><ul><li>A road is closed</li></ul></aside>',
    (
        '<section id="comments"><p>Reader 1: I do not believe '
        "it.</p></section><footer>Privacy</footer><script>track()</script>"
    ),
)


def read(markup: str | bytes) -> ReadResult:
    return read_file(SourceFile(Path("a.html"), "a.html"), markup if isinstance(markup, bytes) else markup.encode())


def document(head: str = "", body: str = ARTICLE) -> Document:
    (found,) = read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>").documents
    return found


def test_the_article_is_kept_and_what_is_around_it_left_out() -> None:
    (found,) = read(
        '<html><head><meta property="og:type" content="article"></head>'
        f"<body>{AROUND[0]}<main><article>{ARTICLE}</article></main>{AROUND[1]}{AROUND[2]}</body></html>"
    ).documents
    assert [(p.kind, p.level, found.text[p.start : p.end]) for p in found.blocks if p.kind != "paragraph"] == [
        ("heading", 1, "Services rated good"),
        ("heading", 2, "What changed"),
        ("list_item", 1, "Fewer cases each"),
        ("list_item", 1, "Better supervision"),
        ("table_row", 0, "Area | Grade"),
        ("table_row", 0, "Overall effectiveness | Good"),
    ]
    for noise in ("cookies", "Sport", "Related", "road", "Reader", "Privacy", "track"):
        assert noise not in found.text


def test_a_page_with_no_article_gives_its_visible_text() -> None:
    found = document(
        body="<nav>Home</nav><div>Ring 01234 567890.<br>Ask for Ann.</div><p "
        "hidden>secret</p><footer>Privacy</footer><script>x()</script>"
    )
    assert found.text == "Ring 01234 567890. Ask for Ann."


def test_a_page_that_lies_in_a_form_is_read() -> None:
    assert "Social workers stay longer" in document(body=f"<form method='post'><input name='q'>{ARTICLE}</form>").text


def test_linked_data_comes_first() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "BreadcrumbList", "name": "Home"},
            {"@type": "Comment", "datePublished": "2030-01-01"},
            {"@type": "WebPage", "datePublished": "2001-01-01", "name": "Page"},
            {
                "@type": ["NewsArticle"],
                "headline": "The headline",
                "datePublished": "2021-08-20T23:30:00+01:00",
                "publisher": {"name": "The Gazette"},
                "url": "https://example.org/n",
            },
        ],
    }
    found = document(f'<title>T | Site</title><script type="application/ld+json">{json.dumps(data)}</script>')
    assert (found.title, found.published, found.source, found.url) == (
        "The headline",
        date(2021, 8, 20),
        "The Gazette",
        "https://example.org/n",
    )


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2018-07-23T10:00:00Z">', date(2018, 7, 23)),
        ('<meta name="DC.date" content="23/07/2018">', date(2018, 7, 23)),
        ('<meta name="DCTERMS.issued" content="2018-07-23">', date(2018, 7, 23)),
        ('<meta name="date" content="July 2018">', None),
        ('<meta property="article:modified_time" content="2018-07-23">', None),
        ('<script type="application/ld+json">{"@type": "Article", "datePublished": </script>', None),
        ("", None),
    ],
)
def test_a_date_is_read_from_meta_elements_and_never_guessed(head: str, day: date | None) -> None:
    assert document(head).published == day


def test_titles_publisher_and_address_from_meta_elements() -> None:
    found = document(
        '<title>T - Site</title><meta property="og:title" content="T"><meta property="og:site_name" content="Site">'
        '<link rel="canonical" href="https://example.org/t">'
    )
    assert (found.title, found.source, found.url) == ("Services rated good", "Site", "https://example.org/t")
    assert document("<title> T \n &amp; U </title>", "<p>Text.").title == "T & U"
    assert document().title == "Services rated good"
    assert document('<link rel="canonical" href="/t">').url is None


@pytest.mark.parametrize(
    "data",
    [
        b'<html><head><meta charset="iso-8859-1"></head><body><p>Caf\xe9 \x93open\x94 \x96 daily</p></body></html>',
        (
            b'<html><head><meta http-equiv="Content-Type" content="text/html; '
            b'charset=cp1252"></head><body><p>Caf\xe9 \x93open\x94 \x96 daily</p></body></html>'
        ),
        '<html><head><meta charset="iso-8859-1"></head><body><p>Café “open” – daily</p></body></html>'.encode(),
        "<html><body><p>Café “open” – daily</p></body></html>".encode("utf-16"),
        '<?xml version="1.0" encoding="utf-8"?><html><body><p>Café “open” – daily</p></body></html>'.encode(),
    ],
)
def test_the_encoding_is_made_out(data: bytes) -> None:
    assert read(data).documents[0].text == "Café “open” – daily"


def test_a_page_without_text_is_empty() -> None:
    for markup in (
        "<html></html>",
        "<html><body><p hidden>x</body></html>",
        "<html><body><!-- nothing --></body></html>",
    ):
        assert [error.empty for error in read(markup).errors] == [True]


@pytest.mark.parametrize(
    "body",
    [
        "<div id=root></div><script src=a.js></script>",
        "<noscript>You need to enable JavaScript to run this app.</noscript><script>x()</script>",
        "<h1>App</h1><p>This website requires JavaScript. Please turn on JavaScript.</p><script>x()</script>",
        "<div id=app>Loading...</div><script>x()</script>",
        "<nav><a href=/>Home</a></nav><div id=app></div><footer>© Council</footer><script>x()</script>",
        "<p>Just a moment…</p><script>x()</script>",
    ],
)
def test_a_page_that_shows_its_text_by_script_is_a_fault_that_says_so(body: str) -> None:
    reading = read(f"<!doctype html><html><head><title>App</title></head><body>{body}</body></html>")
    assert reading.documents == ()
    assert "script" in reading.errors[0].reason and ".mhtml" in reading.errors[0].reason


@pytest.mark.parametrize(
    "body",
    [
        "<p>Short page.</p><script>x()</script>",
        "<p>You need to enable JavaScript to use the map.</p>",
        f"<p>JavaScript is required for the post. {'The pay is good. ' * 30}</p><script>x()</script>",
        "<table><tr><td>JavaScript is required<td>no</table><script>x()</script>",
    ],
)
def test_a_page_that_holds_text_is_read_whatever_it_says_of_script(body: str) -> None:
    assert len(document(body=body).blocks) == 1


def test_a_page_of_frames_is_a_fault_that_says_so() -> None:
    (error,) = read("<html><frameset cols=1,2><frame src=a.htm><noframes>No</noframes></frameset></html>").errors
    assert "frames" in error.reason


def test_comments_that_are_left_out_are_named() -> None:
    reading = read(
        '<html><head><meta property="og:type" content="article"></head><body><main><h1>Depot</h1>'
        "<p>The depot opens in May.</p><div id=comments><p>I do not believe it.</p></div></main></body></html>"
    )
    assert "believe" not in reading.documents[0].text
    assert "I do not believe it" in reading.warnings[0].reason


def test_a_letter_is_read_whole() -> None:
    letter = read_letter(b"<nav>a</nav><p style='display:none'>b</p><p>c\xe9</p><footer>d</footer>", "iso-8859-1")
    assert letter.text == "a\n\ncé\n\nd"


def test_a_page_that_is_too_large_or_too_deep_is_a_fault() -> None:
    assert "at most 20 MB" in read(b"<html><body>" + b"x" * 50_000_000).errors[0].reason
    assert "nested" in read("<html><body>" + "<div>" * 100_000 + "deep").errors[0].reason
    assert read("<html><body>" + "<div>" * 1000 + "deep").documents[0].text == "deep"


@pytest.mark.parametrize(
    "piece",
    [
        "<div class=menu>",
        "<a href=x>",
        "<table><tr><td>",
        "<x-y>",
        "<ol><li>",
        "<main>",
        "<aside class=related>a",
        "<pre>",
        "<h1>",
    ],
)
def test_markup_without_end_does_not_take_long(piece: str) -> None:
    read("<html><body>" + piece * 1900 + "deep")
    read("<html><body>" + (piece + "word ") * 1900)


def test_a_large_page_is_read_whole() -> None:
    found = document(body="<main>" + "<p>Words of a paragraph.</p>" * 50_000 + "</main>")
    assert len(found.blocks) == 50_000


def headed(main: str) -> dict[str, str]:
    """Each paragraph of a page with the heading that it hangs on."""
    page = f"<html><head><title>Bins</title></head><body><main><h1>Bins</h1>{main}</main></body></html>"
    (found,) = read_file(SourceFile(Path("a.html"), "a.html"), page.encode()).documents
    return {
        found.text[one.start : one.end]: heading_path(found, index).rpartition(" > ")[2]
        for index, one in enumerate(found.blocks)
        if one.kind == "paragraph"
    }


@pytest.mark.parametrize(
    "beside",
    [
        "<aside><h2>Related</h2><p>Centres open each day.</p></aside>",
        "<div role=complementary><h2>Related</h2><p>Centres open each day.</p></div>",
        "<section class=comments><h3>Related</h3><p>Centres open each day.</p></section>",
        "<div id=comments><h4>Related</h4><p>Centres open each day.</p></div>",
    ],
)
@pytest.mark.parametrize("after", ["", "<h2>Paying</h2><p>By card.</p>"])
def test_what_follows_a_part_beside_the_text_does_not_hang_on_it(beside: str, after: str) -> None:
    opening = "<h2>Days</h2><p>We come on Monday and on Friday of each week.</p>"
    found = headed(f"{opening}{beside}<p>Glass is for May.</p>{after}")
    assert found["Glass is for May."] == "Days"
    assert found["Centres open each day."] == "Related"
    assert found.get("By card.", "Paying") == "Paying"


def test_the_panels_of_tabs_are_headed_by_their_names() -> None:
    tabs = (
        "<p>We come on Monday and on Friday of each week.</p><div role=tablist><button role=tab id=t1>Homes</button>"
        "<a role=tab id=t2 href=#p2>Businesses</a></div><div role=tabpanel id=p1 aria-labelledby=t1>Free.</div>"
        "<div role=tabpanel id=p2 aria-labelledby=t2 hidden><p>Eighty pounds a year.</p></div>"
    )
    found = headed(tabs)
    assert (found["Free."], found["Eighty pounds a year."]) == ("Homes", "Businesses")
    assert "Homes Businesses" not in found
    assert headed(f"{tabs}<p>Ask us.</p>")["Ask us."] == "Bins"
