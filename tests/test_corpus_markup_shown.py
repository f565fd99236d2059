"""What a page hides is not read; what a click opens is."""

from __future__ import annotations

import time

import pytest

from corpus.markup.blocks import blocks_of
from corpus.markup.parsing import parse
from corpus.markup.shown import arrange, drop_hidden, drop_permalinks, put_frames_in
from corpus.markup.tree import text_of


def shown(body: str) -> str:
    page = parse(f"<html><head><title>t</title><style>a</style></head><body>{body}</body></html>")
    drop_hidden(page)
    return " ".join(" ".join(block.text for block in blocks_of(page)).split())


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>x</p>",
        "<p style='color: red; display: none'>x</p>",
        "<p style='visibility:hidden'>x</p>",
        "<div aria-hidden=true>x</div>",
        "<i aria-hidden=true>›</i>",
        "<span><i class=sr-only></i><b aria-hidden=true>x</b></span>",
        "<noscript>x</noscript>",
        "<template>x</template>",
        "<script>x</script>",
        "<style>x</style>",
        "<canvas>x</canvas>",
    ],
)
def test_what_is_hidden_is_not_read(hidden: str) -> None:
    assert shown(f"a {hidden} b") == "a b"


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='#p'>a</a><p id=p hidden>x</p>",
        "<button aria-controls='p q'>a</button><p id=q style='display:none'>x</p>",
        "<i data-target='#p'>a</i><div id=p aria-hidden=true>x</div>",
        "<i data-bs-target='#p'>a</i><div id=p class=collapse hidden>x</div>",
        "<b onclick=\"toggle('p')\">a</b><div id=p style='display:none'>x</div>",
        "<label for=p>a</label><div id=p hidden>x</div>",
        "<div role=tabpanel hidden>x</div>",
        "<div class='faq__panel' hidden>x</div>",
        "<div class='tab-pane' aria-hidden=true>x</div>",
        "<div hidden=until-found>x</div>",
        "<details><summary>a</summary>x</details>",
        "<span aria-hidden=true>x</span>",
        "<div style='display: block'>x</div>",
    ],
)
def test_what_a_click_opens_or_the_eye_sees_is_read(markup: str) -> None:
    assert shown(markup).endswith("x")


@pytest.mark.parametrize(
    "markup",
    [
        "<div aria-hidden=true><main>x</main></div>",
        "<div style='display:none'><h1>x</h1></div>",
        "</body><body style='display:none'>x",
    ],
)
def test_a_page_that_hides_all_of_itself_is_read(markup: str) -> None:
    assert shown(markup) == "x"


def test_frames_that_are_at_hand_stand_in_their_places() -> None:
    page = parse("a<iframe src='cid:1'></iframe>b<iframe srcdoc='&lt;p&gt;c'></iframe>d<iframe src=e></iframe>")
    put_frames_in(page, {"cid:1": "<p>x<iframe src='cid:1'></iframe>"})
    assert [block.text.strip() for block in blocks_of(page)][:2] == ["a", "x"]
    assert text_of(page).replace("x", "") == "abcd"


def test_a_caption_comes_before_the_table_of_its_figure() -> None:
    page = parse("<figure><table><tr><td>a<td>b</table>x<figcaption>Fees</figcaption>y</figure>")
    arrange(page)
    assert [block.kind for block in blocks_of(page)] == ["caption", "table_row", "paragraph"]
    page = parse("<figure><img alt='one two three'><figcaption>Fees</figcaption></figure>")
    arrange(page)
    assert [block.kind for block in blocks_of(page)] == ["paragraph", "caption"]


def test_parts_that_are_tables_and_lists_by_their_role_are_read_as_such() -> None:
    page = parse(
        "<div role=table><div role=row><span role=columnheader>Ward</span><span role=columnheader>Votes</span></div>"
        "<div role=row><span role=cell>North</span><span role=cell>4</span></div></div>"
        "<div role=list><div role=listitem>a</div></div>"
    )
    arrange(page)
    assert [block.kind for block in blocks_of(page)] == ["table_row", "table_row", "list_item"]


def test_signs_that_link_to_a_heading_are_no_part_of_it() -> None:
    page = parse("<h2>Fees<a href='#f'>¶</a></h2><h2><a href='#g'># Rents</a></h2><p><a>¶</a>")
    drop_permalinks(page)
    assert [block.text for block in blocks_of(page)] == ["Fees", "# Rents", "¶"]


def seconds_for(markup: str) -> float:
    page = parse(markup)
    started = time.process_time()
    drop_hidden(page)
    return time.process_time() - started


@pytest.mark.parametrize(
    "part",
    [
        "<span aria-hidden=true>word </span>",
        "<b aria-hidden=true>word</b><i>other</i>",
        "<span aria-hidden=true>a</span><span class=note>b</span>",
    ],
)
def test_many_parts_that_are_not_read_out_take_no_longer_each(part: str) -> None:
    few, many = (min(seconds_for(f"<p>{part * count}</p>") for _ in range(3)) for count in (1000, 8000))
    assert many < 30 * max(few, 0.01)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p><b aria-hidden=true>4 h</b><b class=sr-only>4 hours</b>", "4 hours"),
        ("<p><b aria-hidden=true class=sr-only>4 h</b>", "4 h"),
        ("<p><b class=sr-only hidden>4 hours</b><b aria-hidden=true>4 h</b>", "4 h"),
        ("<p><b aria-hidden=true>5</b><b class=sr-only hidden>4 hours</b><b aria-hidden=true>4 h</b>", "4 h"),
    ],
)
def test_what_is_said_for_those_who_hear_counts_only_beside_and_while_it_is_there(markup: str, expected: str) -> None:
    assert shown(markup) == expected
