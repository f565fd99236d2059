"""Choosing, comparing and citing evidence, in a real browser, with scripts and without, by keyboard."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from index.build import build
from index.encoder import HashingEncoder
from tests.served import browser_at, served, watched_page
from tests.test_qa_judged_timeline import NEWS, OTHER, REPORT

POOL = "The pool reopened on 3 May 2021. Lanes must be booked two days ahead.\n\n" + "\n\n".join(
    f"{number}. Notice {number}. The roof leaks and will be mended." for number in range(1, 60)
)
RATES = (
    "# Rates\n\n| Area | Rate |\n|---|---|\n| North | 3 |\n| South | 3 |\n\n"
    "Each tenant must:\n\n- keep paths clear\n- lock the gate\n"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running service over reports, news of them, notices and a table."""
    folder, index = tmp_path_factory.mktemp("documents"), tmp_path_factory.mktemp("index") / "index"
    (folder / "report.txt").write_text(REPORT["text"], encoding="utf-8")
    for name, news in (("news.txt", NEWS), ("other.txt", OTHER)):
        (folder / name).write_text(f"Published: 14 October 2022\n\n{news['text']}", encoding="utf-8")
    (folder / "pool.txt").write_text(POOL, encoding="utf-8")
    (folder / "rates.md").write_text(RATES, encoding="utf-8")
    build([folder], index, HashingEncoder())
    with served(index, encoder="hashing", reranker="none") as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with browser_at(chromium) as browser:
        yield browser


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with watched_page(browser, java_script_enabled=request.param, viewport={"width": 1280, "height": 800}) as page:
        yield page


@pytest.fixture
def scripted(browser: Browser) -> Iterator[Page]:
    with watched_page(browser, viewport={"width": 1280, "height": 800}) as page:
        yield page


def test_a_timeline_is_chosen_compared_and_followed_to_its_words(address: str, page: Page) -> None:
    page.goto(address)
    page.get_by_role("link", name="Timeline").press("Enter")
    page.get_by_role("link", name="Wendham").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("How Wendham was judged over time")
    page.get_by_label("Beside").fill("Norbury")
    page.get_by_label("Beside").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("How Wendham and Norbury were judged over time")
    overall = page.get_by_role("region", name="Overall effectiveness")
    expect(overall.get_by_role("link", name="Norbury, 2020: Good")).to_be_visible()
    point = overall.get_by_role("link", name="Wendham, 29 July 2022: Inadequate")
    point.focus()
    expect(point).to_be_focused()
    point.press("Enter")
    expect(page.locator("#cited")).to_be_in_viewport()
    expect(page.locator("mark.cited")).to_have_text("Overall effectiveness: inadequate")


def test_the_latest_of_two_stand_below_each_other_on_a_narrow_screen(address: str, page: Page) -> None:
    page.goto(f"{address}/timeline?subject=Wendham&beside=Norbury")
    latest = page.get_by_role("region", name="The latest of each")
    for width, is_narrow in ((320, True), (375, True), (1280, False)):
        page.set_viewport_size({"width": width, "height": 800})
        assert latest.evaluate("box => box.scrollWidth <= box.clientWidth")
        one, other = (cell.bounding_box() for cell in latest.locator("td").all()[:2])
        assert one and other and (one["x"] == other["x"]) is is_narrow
        assert latest.locator("td").first.evaluate("cell => getComputedStyle(cell, '::before').content") == (
            '"Wendham: "' if is_narrow else "none"
        )


def test_how_somebody_was_judged_over_time_is_opened_and_three_passages_stand_below(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/?q=How+was+Wendham+rated%3F&k=5")
    for number in range(3):
        expect(page.locator("details.passage > summary").nth(number)).to_be_in_viewport()
    course = page.get_by_role("region", name="Judgements over time")
    expect(course).not_to_be_visible()
    page.locator("details.course > summary").press("Enter")
    expect(course.get_by_role("row")).not_to_have_count(1)
    page.get_by_role("link", name="All judgements over time as charts").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How Wendham was judged over time")


def test_what_is_ticked_becomes_a_pack_that_grows_and_is_downloaded(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+did+the+pool+reopen%3F&k=3")
    page.locator(".answer").get_by_label("Add to pack").press("Space")
    page.set_viewport_size({"width": 1280, "height": 500})  # the list of passages is below it
    expect(page.get_by_role("button", name="Make an evidence pack")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Make an evidence pack").press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_have_text("When did the pool reopen?")
    expect(page.locator(".pack blockquote")).to_have_text("The pool reopened on 3 May 2021.")

    page.get_by_label("Question", exact=True).fill("What leaks?")
    page.get_by_label("Question", exact=True).press("Enter")
    page.locator(".found").wait_for()
    page.wait_for_load_state()
    for offered in page.locator(".found").get_by_role("checkbox").all():
        offered.uncheck()
    page.get_by_role("button", name="Add what is ticked").press("Enter")
    expect(page.locator(".notice")).to_contain_text("Nothing was ticked, so nothing was added.")
    expect(page.get_by_label("Question", exact=True)).to_have_value("What leaks?")
    page.locator(".found").get_by_role("checkbox").last.press("Space")
    page.get_by_role("button", name="Add what is ticked").press("Enter")
    expect(page.get_by_role("heading", name="What leaks?")).to_be_visible()
    pack = page.url
    with page.expect_download() as download:
        page.get_by_role("link", name="Download for Word").click()
    assert download.value.suggested_filename.startswith("evidence-pack-")
    page.locator(".checked a").first.click()
    expect(page.locator("mark.cited")).to_have_text("The pool reopened on 3 May 2021.")

    page.goto(pack)
    page.get_by_role("link", name="Take it out").first.press("Enter")
    expect(page.get_by_role("heading", name="When did the pool reopen?")).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Add what is ticked")).to_have_count(0)
    expect(page.get_by_role("link", name="Download for Word")).to_be_hidden()
    expect(page.locator(".checked").first).to_be_visible()


def test_ticks_are_kept_for_their_question_when_another_is_asked_and_a_document_is_opened(
    address: str, page: Page, request: pytest.FixtureRequest
) -> None:
    scripts = "no scripts" not in request.node.name
    page.goto(f"{address}/?{urlencode({'q': 'When did the pool reopen?'})}")
    tick = page.locator(".answer .tick input")
    tick.press("Space")
    keep = page.get_by_role("button", name="Keep what is ticked")
    if scripts:
        expect(keep).to_have_count(0)
    else:
        expect(keep).to_be_in_viewport()
        keep.press("Enter")
    expect(tick).to_be_checked()
    if scripts:  # each of several ticks counts
        page.locator(".passages .tick input").first.press("Space")
        page.locator(".passages .tick input").first.press("Space")
    page.get_by_role("link", name="Read it in the document", exact=True).press("Enter")
    expect(page.locator("#cited")).to_be_in_viewport()
    page.get_by_role("link", name="Back to results").press("Enter")
    expect(tick).to_be_checked()
    page.wait_for_load_state()
    page.get_by_label("Your question").fill("Which roof leaks?")
    page.get_by_label("Your question").press("Enter")
    expect(page.get_by_label("Your question")).to_have_value("Which roof leaks?")
    expect(page.get_by_text("1 ticked for an earlier question is kept")).to_be_visible()
    page.locator(".passages .tick input").first.press("Space")
    page.get_by_role("button", name="Make an evidence pack").press("Enter")
    expect(page.get_by_role("heading", level=2).filter(has_text="?")).to_have_text(
        ["When did the pool reopen?", "Which roof leaks?"]
    )
    expect(page.locator(".pieces-of > li")).to_have_count(2)


def test_the_quotations_of_a_pack_are_put_into_another_order(address: str, page: Page) -> None:
    page.goto(f"{address}/?{urlencode({'q': 'Which roof leaks?', 'k': 3})}")
    for number in range(3):
        page.locator(".passages .tick input").nth(number).press("Space")
    page.get_by_role("button", name="Make an evidence pack").press("Enter")
    expect(page.locator(".pieces-of blockquote")).to_have_count(3)
    said = page.locator(".pieces-of blockquote").all_inner_texts()
    page.get_by_role("link", name="Move down (quotation 1)").press("Enter")
    expect(page.locator(".pieces-of blockquote")).to_have_text([said[1], said[0], said[2]], use_inner_text=True)
    expect(page.locator("#piece-2")).to_be_in_viewport()
    page.get_by_role("link", name="Move up (quotation 3)").press("Enter")
    expect(page.locator(".pieces-of blockquote")).to_have_text([said[1], said[2], said[0]], use_inner_text=True)
    expect(page.locator(".pieces-of .checked")).to_have_count(3)
    told = page.locator(".pieces-of .checked").all_inner_texts()
    table = page.request.get(f"{address}{page.get_by_role('link', name='CSV').get_attribute('href')}").text()
    rows = [row[12:14] for row in csv.reader(io.StringIO(table)) if len(row) > 13 and row[12].isdecimal()]
    assert len(rows) == 3
    assert all(
        f"Characters {start} to {end} " in one.replace(",", "") for (start, end), one in zip(rows, told, strict=True)
    )


def test_a_long_quotation_begins_on_the_page_of_its_question_in_print(address: str, scripted: Page) -> None:
    for most in (16, 18, 20, 22, 24, 59):
        start, end = POOL.index("1. Notice"), POOL.index(f"{most}. Notice")
        scripted.goto(f"{address}/pack?{urlencode({'q': 'What leaks?', 'item': f'pool.txt:{start}-{end}'})}")
        printed = pypdfium2.PdfDocument(scripted.pdf(format="A4"))
        texts = [page.get_textpage().get_text_bounded() for page in printed]
        assert "What leaks?" in texts[0] and "Notice 10." in texts[0], most
        [ending] = [text for text in texts if "SHA-256" in text]
        assert f"Notice {most - 1}." in ending, "a reference stands with the end of its quotation"


def wait_for(page: Page, address: str, snapshot: str) -> None:
    """Ask until a service has a snapshot in use, for ten minutes."""
    for _ in range(2_400):
        held = page.request.get(f"{address}/documents", headers={"Accept": "application/json"}).json()
        if held["snapshot"] == snapshot:
            return
        page.wait_for_timeout(250)
    pytest.fail(f"{snapshot} is not in use")


def test_links_tell_of_a_document_that_is_built_anew(tmp_path: Path, browser: Browser) -> None:
    """A permanent link, an address of results, an evidence pack and a row of a draft, kept from before a build."""
    (folder := tmp_path / "papers").mkdir()
    (folder / "notes.md").write_text("# Notes\n\nThe key lies under the mat.\n", "utf-8")
    rules = folder / "rules.md"

    def built(said: str) -> str:
        rules.write_text(f"# Rules\n\n{said}\n\nDogs are kept on a lead.\n", "utf-8")
        return build([folder], tmp_path / "index", HashingEncoder()).snapshot

    built("The hall opens at noon.")
    with served(tmp_path / "index", encoder="hashing", reranker="none") as address, watched_page(browser) as page:
        page.goto(f"{address}/?q=When+does+the+hall+open%3F")
        results, pack = page.url, page.locator(".answer").get_by_label("Add to pack").get_attribute("value")
        page.locator(".answer").get_by_text("Cite this").click()
        link = page.locator(".answer .cite a").get_attribute("href")
        for said, told, of_pack in (
            ("Be kind.\n\nThe hall opens at noon.", "They stand here now", "the words stand here now"),
            ("The hall opens at nine.", "noon nine", "these words are not found in it"),
        ):
            wait_for(page, address, built(said))
            page.goto(f"{address}{link}")
            expect(page.locator("main")).to_contain_text("has changed since")
            expect(page.locator("main")).to_contain_text(told)
            page.goto(f"{address}/pack?{urlencode({'q': 'When?', 'item': pack})}")
            expect(page.locator("main")).to_contain_text(of_pack)
            page.goto(f"{address}/verify?{urlencode({'quote': 'Dogs are kept on a lead.'})}")
            expect(page.locator("#verdict")).to_have_text("These words stand in the document exactly")
            page.goto(results)
            expect(page.locator(".answer blockquote")).to_contain_text(said[-5:])
        rules.unlink()
        wait_for(page, address, build([folder], tmp_path / "index", HashingEncoder()).snapshot)
        page.goto(f"{address}{link}")
        expect(page.locator("main")).to_contain_text("“rules.md”, which is no longer in the index")
        expect(page.locator("#verdict")).to_have_text("These words stand in none of the documents")


def test_order_page_and_ticks_stay_when_a_passage_is_judged(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+did+the+pool+reopen%3F&k=3")
    page.get_by_role("button", name="Newest first").press("Enter")
    expect(page.locator(".order strong")).to_have_text("Newest first")
    page.get_by_role("button", name="More passages").press("Enter")
    expect(page.locator(".passages ~ .steps .at")).to_contain_text("Page 2")
    page.locator(".answer").get_by_label("Add to pack").press("Space")
    if page.locator("noscript button").count():
        page.get_by_role("button", name="Keep what is ticked").press("Enter")
        expect(page.locator(".answer").get_by_label("Add to pack")).to_be_checked()
        page.get_by_role("button", name="More passages").press("Enter")
        expect(page.locator(".passages ~ .steps .at")).to_contain_text("Page 2")
    rank = page.locator(".passages .rank").first.inner_text()
    page.locator("details.passage > summary").first.press("Enter")
    page.get_by_role("button", name="Not helpful").first.press("Enter")
    expect(page.get_by_role("form", name=f"Judge passage {rank}", exact=True).locator("#judged")).to_be_visible()
    expect(page.locator(".order strong")).to_have_text("Newest first")
    expect(page.locator(".passages ~ .steps .at")).to_contain_text("Page 2")
    expect(page.locator(".answer").get_by_label("Add to pack")).to_be_checked()


def test_a_pasted_list_or_table_is_shown_as_one(address: str, page: Page) -> None:
    page.goto(f"{address}/verify")
    page.get_by_label("Quotation or reference").fill(
        "Each tenant must:\n\u2022\tkeep paths clear\n\u2022\tlock the gate"
    )
    page.get_by_role("button", name="Check").press("Enter")
    expect(page.locator("#verdict")).to_have_text("These words stand in the document exactly")
    expect(page.locator(".compared li")).to_have_text(["keep paths clear", "lock the gate"])
    page.get_by_text("Cite this").press("Enter")
    cited = page.get_by_label("Quote and reference").input_value()
    quotation, _, found_at = cited.partition(" http")
    assert quotation == "“Each tenant must:\n• keep paths clear\n• lock the gate” (Rates, date not known)"
    assert f"http{found_at}".startswith(f"{address}/documents/rates.md?start=")
    for pasted, told in ((cited, "exactly"), ("- keep paths dry\n- lock the gate", "other words")):
        page.get_by_label("Quotation or reference").fill(pasted)
        page.get_by_role("button", name="Check").press("Enter")
        expect(page.locator("#verdict")).to_contain_text(told)
    expect(page.locator(".compared li").first).to_have_text("keep paths dry clear")
    expect(page.locator(".compared li").last).to_have_text("lock the gate")
    page.get_by_label("Quotation or reference").fill("North\t3\nSouth\t3")
    page.get_by_role("button", name="Check").press("Enter")
    expect(page.locator(".compared td")).to_have_text(["North", "3", "South", "3"])


def copied_from(page: Page) -> Iterator[str]:
    """What is copied of each citation of a page, as a quotation with its reference and as a reference alone."""
    for name in ("Quote and reference", "Reference alone"):
        yield from (field.input_value() for field in page.get_by_label(name).all())


def test_a_citation_of_a_document_without_an_address_ends_with_one_that_shows_the_words(
    address: str, page: Page
) -> None:
    quote = "Lanes must be booked two days ahead."
    item = "pool.txt:33-69"
    for path in (
        f"/?{urlencode({'q': 'When did the pool reopen?', 'k': 3})}",
        f"/?{urlencode({'q': 'Which councils are inadequate?', 'k': 3})}",
        "/documents/pool.txt?start=33&end=69",
        f"/pack?{urlencode({'q': 'When?', 'item': item})}",
        f"/verify?{urlencode({'quote': quote})}",
    ):
        page.goto(address + path)
        expect(page.locator("details.cite").first).to_be_attached()
        copied = list(copied_from(page))
        assert copied and all(f" {address}/documents/" in one for one in copied), path
    alone = next(one for one in copied if not one.startswith("“"))
    for pasted in (copied[0], alone):
        page.goto(f"{address}/verify?{urlencode({'quote': pasted})}")
        expect(page.locator("section.answer")).to_be_visible()
    page.goto(copied[0].rpartition(" ")[2])
    expect(page.locator("mark.cited")).to_have_text(quote)
    page.goto(f"{address}/verify?{urlencode({'quote': copied[0].replace('two days', 'three days')})}")
    expect(page.locator("#verdict")).to_contain_text("other words")


def test_pasted_words_are_cited_in_their_document(address: str, page: Page) -> None:
    page.goto(f"{address}/documents/pool.txt?q=Who%3F&k=3")
    page.get_by_text("Cite other words of this document").press("Enter")
    page.get_by_label("Paste the words here").fill("Lanes must be booked two days ahead")
    page.get_by_role("button", name="Cite them").press("Enter")
    expect(page.locator("mark.cited")).to_have_text("Lanes must be booked two days ahead")
    page.get_by_text("Cite this").press("Enter")
    expect(page.get_by_label("Quote alone")).to_have_value("Lanes must be booked two days ahead")
    expect(page.get_by_role("link", name="Back to results")).to_have_attribute("href", "/?q=Who%3F&k=3")

    page.get_by_text("Cite other words of this document").press("Enter")
    page.get_by_label("Paste the words here").fill("Lanes must be booked three days ahead")
    page.get_by_role("button", name="Cite them").press("Enter")
    expect(page.locator("del")).to_have_text("three")


SELECT = """([words, place]) => {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  let left = place;
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0 || left-- > 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
}"""
"""Selects the words in the text of a document, where they stand for the time given, from 0."""


@pytest.mark.parametrize(
    ("document", "text", "words", "place"),
    [("pool.txt", POOL, "The roof leaks", 40), ("pool.txt", POOL, "mended", 7), ("rates.md", RATES, "3", 1)],
)
def test_a_selection_is_cited_where_it_stands(
    address: str, scripted: Page, document: str, text: str, words: str, place: int
) -> None:
    scripted.goto(f"{address}/documents/{document}")
    expect(scripted.get_by_role("button", name="Cite selection")).to_be_hidden()
    scripted.evaluate(SELECT, [words, place])
    scripted.get_by_role("button", name="Cite selection").click()
    expect(scripted.locator("mark.cited")).to_have_text(words)
    start = int(scripted.url.partition("start=")[2].partition("&")[0])
    read = scripted.request.get(f"{address}/documents/{document}", headers={"Accept": "application/json"}).json()[
        "text"
    ]
    starts = [at for at in range(len(read)) if read.startswith(words, at)]
    assert start == starts[place]


@pytest.mark.parametrize(
    ("selected", "cited"),
    [("oof leak", "roof leaks"), ("he roof leaks", "The roof leaks"), (" roof leaks", "roof leaks"), ("roof", "roof")],
)
def test_a_selection_that_cuts_words_is_cited_with_whole_words(
    address: str, scripted: Page, selected: str, cited: str
) -> None:
    scripted.goto(f"{address}/documents/pool.txt")
    scripted.evaluate(SELECT, [selected, 40])
    scripted.get_by_role("button", name="Cite selection").click()
    expect(scripted.locator("mark.cited")).to_have_text(cited)


def test_what_was_selected_while_the_page_was_still_loading_is_cited(address: str, scripted: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    scripted.route(re.compile("/static/reading"), hold)
    with scripted.expect_request(re.compile("/static/reading")):
        scripted.goto(f"{address}/documents/pool.txt", wait_until="commit")
    expect(scripted.locator("#text")).to_contain_text("59. Notice 59. The roof leaks and will be mended.")
    scripted.evaluate(SELECT, ["The roof leaks", 40])
    for route in held:
        route.continue_()
    scripted.get_by_role("button", name="Cite selection").click()
    expect(scripted.locator("mark.cited")).to_have_text("The roof leaks")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_all_choices_of_documents_are_in_view_once_unfolded_on_a_narrow_screen(
    address: str, scripted: Page, width: int
) -> None:
    scripted.set_viewport_size({"width": width, "height": 640})
    scripted.goto(f"{address}/documents")
    fold, choice = scripted.get_by_text("Narrow the list"), scripted.locator(".facet a").first
    if width == 320:
        expect(scripted.locator(".listed a").first).to_be_in_viewport()
        expect(choice).to_be_hidden()
        fold.press("Enter")
    else:
        expect(fold).to_be_hidden()
    expect(choice).to_be_visible()
    edges = scripted.locator(".facet a").evaluate_all("all => all.map((one) => one.getBoundingClientRect().right)")
    assert edges and all(0 < edge <= width for edge in edges), "nothing is cut or scrolled to"
    if width == 320:
        widest = scripted.locator(".facet").first.evaluate("one => one.clientWidth")
        name, first = scripted.locator(".facet .name").first.bounding_box(), choice.bounding_box()
        assert widest > 280 and name and first and first["y"] > name["y"] and first["x"] < 20
    choice.press("Enter")
    expect(scripted.locator(".facet a.chosen")).to_be_visible()


def test_all_of_it_fits_a_narrow_screen(address: str, scripted: Page) -> None:
    scripted.set_viewport_size({"width": 320, "height": 640})
    scripted.goto(f"{address}/?q=When+did+the+pool+reopen%3F&k=3")
    scripted.locator(".answer").get_by_label("Add to pack").check()
    scripted.get_by_role("button", name="Make an evidence pack").click()
    expect(scripted.get_by_role("heading", name="Evidence pack")).to_be_visible()
    scripted.wait_for_load_state()
    for path in (scripted.url, f"{address}/timeline", f"{address}/timeline?subject=Wendham&beside=Norbury"):
        scripted.goto(path)
        assert scripted.evaluate("document.documentElement.scrollWidth") <= 320, path
