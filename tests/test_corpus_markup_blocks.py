"""Markup becomes blocks in the order in which it is read."""

from __future__ import annotations

import pytest

from tests.marked_up import found, texts


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("12 High St<br>Anytown<br/>AN1", ["12 High St Anytown AN1"]),
        ("One.<br><br>Two.<br> <br><br>Three", ["One.", "Two.", "Three"]),
        ("1. Apologies<br>2. Minutes<br>3. Finance", ["1. Apologies", "2. Minutes", "3. Finance"]),
        ("Rules:<br>• a<br>• b", ["Rules:", "• a", "• b"]),
        ("a <b>c</b><div>d</div>e<p>f", ["a c", "d", "e", "f"]),
        ("<span style='display:block'>a</span><span style='display: block'>b</span>", ["a", "b"]),
        ("<x-card><p>a</p><p>b</p></x-card><x-b>c</x-b>d", ["a", "b", "cd"]),
        ("<blockquote>a</blockquote><address>b</address><hr>c<center>d</center>", ["a", "b", "c", "d"]),
        ("<h2>a<br>b</h2>", ["a b"]),
        ("<a href=x><div>a</div><div>b</div></a>", ["a", "b"]),
        ("&pound;4 &mdash; R&amp;D&nbsp;x &#8217; &lt;b&gt;", ["£4 — R&D x ’ <b>"]),
    ],
)
def test_lines_and_blocks(markup: str, lines: list[str]) -> None:
    assert texts(markup) == lines


def test_headings_have_their_level() -> None:
    blocks = found("<h1>a</h1><h3>b</h3><div role=heading aria-level=4>c</div><div role=heading>d</div><p>e")
    assert [(block.kind, block.level) for block in blocks] == [
        ("heading", 1),
        ("heading", 3),
        ("heading", 4),
        ("heading", 2),
        ("paragraph", 0),
    ]


def test_lines_of_preformatted_text_are_kept_apart() -> None:
    assert texts("<pre>Ward   Votes\nNorth  41\n</pre><pre><code>a = 1\nb = 2</code></pre><pre>x<br>y</pre>") == [
        "Ward|Votes",
        "North|41",
        "a = 1",
        "b = 2",
        "x",
        "y",
    ]


def test_what_a_click_opens_has_its_name_above_it() -> None:
    blocks = found(
        "<h2>Help</h2><button class=accordion>Rent</button><div>Due on Monday.</div>"
        "<button aria-expanded=false aria-controls=p>Repairs</button><div id=p>In ten days.</div>"
        "<details><summary>Dogs?</summary>Yes.</details><details><summary>Cats?</summary>No.</details>"
    )
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        ("heading", 2, "Help"),
        ("heading", 3, "Rent"),
        ("paragraph", 0, "Due on Monday."),
        ("heading", 3, "Repairs"),
        ("paragraph", 0, "In ten days."),
        ("heading", 3, "Dogs?"),
        ("paragraph", 0, "Yes."),
        ("heading", 3, "Cats?"),
        ("paragraph", 0, "No."),
    ]


def test_a_summary_is_no_heading_of_what_comes_after_its_details() -> None:
    assert [block.kind for block in found("<details><summary>Q</summary>A</details><p>Other.</p>")] == ["paragraph"] * 3


def test_a_button_in_a_heading_is_its_text_and_other_buttons_are_not_read() -> None:
    blocks = found("<h3><button aria-expanded=false>Rent <span>x</span></button></h3><p>a<button>Send</button>")
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        ("heading", 3, "Rent x"),
        ("paragraph", 0, "a"),
    ]
    assert texts("<button aria-expanded=false>Show all</button><button role=tab>Fees</button>") == ["Fees"]


def test_captions_and_notes_are_known() -> None:
    blocks = found(
        "<figure><img alt='A map of it'><figcaption>The ward</figcaption></figure>"
        "<section role=doc-endnotes><h2>Notes</h2><ol><li>Census.</ol></section><div class=footnotes><p>b</div><p>c"
    )
    assert [(block.kind, block.text) for block in blocks] == [
        ("paragraph", " A map of it "),
        ("caption", "The ward"),
        ("heading", "Notes"),
        ("note", "1. Census."),
        ("note", "b"),
        ("paragraph", "c"),
    ]


def test_a_heading_in_an_item_does_not_end_the_item() -> None:
    blocks = found("<ol><li><h3>Name</h3><p>Text</p></ol>")
    assert [(block.kind, block.text, block.marker) for block in blocks] == [
        ("heading", "1. Name", "1."),
        ("list_item", "Text", ""),
    ]
