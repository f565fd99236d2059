"""What a site puts around a document goes; what only looks like it stays."""

from __future__ import annotations

import pytest

from corpus.markup.blocks import blocks_of
from corpus.markup.parsing import parse
from corpus.markup.shown import drop_hidden
from corpus.markup.surroundings import drop_surroundings

PROSE = (
    "The committee considered the report on the depot and agreed that the work should begin in the spring of next year."
)
LINKS = "<ul><li><a href=1>Bins and recycling</a><li><a href=2>Council tax</a><li><a href=3>Planning</a></ul>"


def kept(body: str, is_article: bool = False) -> tuple[str, list[str]]:
    page = parse(f"<body>{body}</body>")
    drop_hidden(page)
    left_out = drop_surroundings(page, is_article=is_article)
    return " ".join(" ".join(block.text for block in blocks_of(page)).split()), left_out


@pytest.mark.parametrize(
    "around",
    [
        f"<nav>{LINKS}</nav>",
        "<nav>Home</nav>",
        f"<div role=navigation>{LINKS}</div>",
        f"<header><a href=/>Anytown</a>{LINKS}</header>",
        f"<footer>{LINKS}<p>© Anytown Borough Council</p></footer>",
        f"<div id=footer>{LINKS}<p>© Anytown</p></div>",
        "<div class='cookie-banner'><p>We use some essential cookies to make this website work.</p></div>",
        "<div id=onetrust-consent><p>Cookies help us to see how this site is used.</p><button>Accept</button></div>",
        "<div class=breadcrumbs><a href=/>Home</a> &gt; <a href=/h>Housing</a></div>",
        f"<aside>{LINKS}</aside>",
        f"<div class='related-links'><h2>Related</h2>{LINKS}</div>",
        f"<td class=mgLhsMenu>{LINKS}</td>",
        "<form role=search><label>Search <input name=q></label></form>",
        "<form class=site-search><label>Find <input name=x></label></form>",
        "<div class=share><a href=f>Share on Facebook</a></div>",
        "<a class='govuk-skip-link' href='#c'>Skip to main content</a>",
        "<dialog open>Sign up for news</dialog>",
    ],
)
@pytest.mark.parametrize("main", ["<main>{}</main>", "<article><h1>Depot</h1>{}</article>", "<div>{}</div>"])
def test_what_surrounds_a_document_goes(around: str, main: str) -> None:
    text, left_out = kept(f"{around}{main.format(f'<p>{PROSE}</p>')}{around}")
    assert (text.removeprefix("Depot "), left_out) == (PROSE, [])


@pytest.mark.parametrize(
    "part",
    [
        "<aside><h2>Key dates</h2><p>Returns are due in October.</p></aside>",
        "<section class=comments><h2>Comments</h2><p>Mrs Hall objects: the lane is too narrow.</p></section>",
        "<div class='share-your-views'><h2>Share your views</h2><p>Write to us before the end of May.</p></div>",
        "<div class='newsletter-archive'><p>The second round of meetings is over.</p></div>",
        "<div class='related'><p>The plan runs to ninety pages and may be read at the library in Mill Lane.</p></div>",
        "<div class='panel-header accordion-header'><h3><button aria-expanded=false>Rent</button></h3></div>",
        "<ul><li><a href=1.pdf>Budget report</a><li><a href=2.pdf>Minutes</a><li><a href=3.pdf>Plan</a></ul>",
        "<form><label>Ward <input value=Castle></label></form>",
        "<footer><p>Report written by the Director of Finance, who can answer questions.</p></footer>",
        "<header><h2>Part one</h2><p>Adopted in May.</p></header>",
        f"<nav><p>{PROSE} {PROSE}</p></nav>",
        "<div class=toc><a href=1.html>Introduction to the plan</a> <a href=2.html>Wards of the town</a></div>",
        "<dialog id=d>The terms of the offer</dialog>",
        "<div id=top class=sidebar><p>Ring 01234 567890 on weekdays, or write to the clerk at the town hall.</p></div>",
    ],
)
def test_what_only_looks_like_surroundings_stays(part: str) -> None:
    page = parse(part)
    expected = " ".join(" ".join(block.text for block in blocks_of(page)).split())
    assert kept(f"<main><h1>Depot</h1><p>{PROSE}</p>{part}</main>")[0] == f"Depot {PROSE} {expected}"


@pytest.mark.parametrize(
    "part",
    [
        "<aside><h2>Key dates</h2><p>Returns are due in October.</p></aside>",
        "<section id=comments><p>Mrs Hall objects: the lane is too narrow.</p></section>",
        "<h1>Depot</h1>",
    ],
)
def test_heading_facts_and_comments_beside_the_main_part_stay(part: str) -> None:
    expected = " ".join(" ".join(block.text for block in blocks_of(parse(part))).split())
    assert kept(f"<div>{part}</div><main><p>{PROSE}</p></main>")[0] == f"{expected} {PROSE}"
    assert kept(f"<main><h1>A</h1><p>{PROSE}</p></main><div>Loose text<h1>Other</h1></div>")[0] == f"A {PROSE}"


def test_the_comments_of_an_articles_readers_are_named() -> None:
    comments = "<div id=comments><h2>Comments</h2><ol class=comment-list><li>I do not believe it.</ol></div>"
    text, left_out = kept(f"<main><h1>Depot</h1><p>{PROSE}</p>{comments}</main>", is_article=True)
    assert text == f"Depot {PROSE}"
    (said,) = left_out
    assert "readers" in said and "I do not believe it" in said


def test_a_page_about_cookies_is_read() -> None:
    text = kept(f"<h1>Cookies</h1><div class=cookies><p>This site keeps two cookies. {PROSE}</p></div>")[0]
    assert text == f"Cookies This site keeps two cookies. {PROSE}"


def test_only_one_of_several_articles_is_never_taken_for_all() -> None:
    card = f"<article><h3>Surgery</h3><p>{PROSE}</p></article>"
    assert kept(f"<h1>Councillors</h1>{card}<p>Ask the clerk.</p>")[0].endswith("Ask the clerk.")
    assert kept(f"<main>Loading</main><p>{PROSE}</p>")[0].endswith(PROSE)


def test_menus_before_the_heading_go_whatever_they_are_called() -> None:
    assert kept(f"<div>{LINKS}</div><h1>Depot</h1><p>{PROSE}</p>{LINKS}")[0].startswith("Depot")
    assert kept(f"<div>{LINKS}</div><p>{PROSE}</p>")[0].startswith("Bins")


@pytest.mark.parametrize(
    "line",
    ["Published: 3 May 2018", "Last updated 3 May 2018", "Page last reviewed: 3 May 2018", "Published on 3 May 2018"],
)
@pytest.mark.parametrize("main", ["<main>{}</main>", "<div>{}</div>"])
def test_the_day_that_a_footer_labels_is_kept(line: str, main: str) -> None:
    footer = f"<footer>{LINKS}<p>© Anytown Borough Council | {line}</p><p>3 June 2020</p></footer>"
    assert kept(f"{main.format(f'<p>{PROSE}</p>')}{footer}")[0] == f"{PROSE} {line}"


@pytest.mark.parametrize(
    "around",
    [
        "<div><p>Mrs Hall of Mill Lane asked whether the depot would be open on Sundays.</p></div>",
        "Mrs Hall of Mill Lane asked whether the depot would be open on Sundays.",
        "<section><h2>Costs</h2><p>Mrs Hall of Mill Lane asked whether the depot would cost more.</p></section>",
    ],
)
def test_a_text_outside_the_main_part_is_named(around: str) -> None:
    text, left_out = kept(f"<main><p>{PROSE}</p></main><div>{around}</div>")
    assert text == PROSE
    (said,) = left_out
    assert "outside its main part" in said and ("Mrs Hall of Mill Lane asked" in said or "Costs" in said)


@pytest.mark.parametrize("name", ["inspector-comments", "officerComments", "comments-of-the-director", "chair_comment"])
def test_the_comments_of_somebody_in_particular_are_text(name: str) -> None:
    part = f"<div class='{name}'><p>I do not believe it.</p></div>"
    assert kept(f"<main><h1>Depot</h1><p>{PROSE}</p>{part}</main>", is_article=True) == (
        f"Depot {PROSE} I do not believe it.",
        [],
    )


@pytest.mark.parametrize("name", ["comments", "comment-list", "reader-comments", "commentsSection", "disqus_thread"])
def test_the_comments_of_readers_are_known_by_many_names(name: str) -> None:
    part = f"<div id='{name}'><p>I do not believe it.</p></div>"
    assert kept(f"<main><h1>Depot</h1><p>{PROSE}</p>{part}</main>", is_article=True)[0] == f"Depot {PROSE}"
