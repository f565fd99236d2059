"""The report as a page: what it holds, and that it needs nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Literal

from eval.figures import figures
from eval.records import Dataset, Run
from eval.report.page import report_page, write_report
from tests.report_cases import (
    DATASET,
    INFO,
    QUESTIONS,
    RESULTS,
    RUN,
    SHELF,
    card,
    report_html,
    report_tree,
    words,
)


def test_hostile_text_stays_text() -> None:
    tree = report_tree()
    assert not tree.xpath("//script | //img | //i | //u | //b | //*[@onerror]")
    assert "'did' it \U0001f600 open?" in words(card(tree, "missed"))
    assert "<script>alert('1')</script></style></span>" in words(card(tree, "refused"))
    assert "{{ 7 * 7 }}" in words(card(tree, "refused"))
    assert "A note <of> care." in words(tree)
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_nothing_is_fetched_from_anywhere() -> None:
    page = report_html()
    tree = report_tree()
    assert not tree.xpath("//link | //script | //iframe | //object | //embed | //*[@src] | //*[@srcset]")
    references = [
        str(value) for value in tree.xpath("//@*[local-name() = 'href' or name() = 'xlink:href' or name() = 'action']")
    ]
    assert references
    assert all(reference.startswith("#") for reference in references)
    assert "@import" not in page
    assert re.findall(r"url\((?!#)", page) == []
    assert set(re.findall(r"https?://[^\s\"'<>]+", page)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_every_link_and_label_names_one_element() -> None:
    tree = report_tree()
    ids = [str(value) for value in tree.xpath("//@id")]
    assert len(ids) == len(set(ids))
    named = {str(value).removeprefix("#") for value in tree.xpath("//a/@href")} | {
        str(value) for value in tree.xpath("//@aria-labelledby")
    }
    assert named <= set(ids)


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    found = figures(QUESTIONS, RUN)
    for name in ("one.html", "two.html"):
        write_report(tmp_path / name, report_page(DATASET, RUN, found, SHELF))
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_half_a_character_in_a_question_does_not_stop_the_report(tmp_path: Path) -> None:
    questions = (replace(QUESTIONS[1], text="When \ud83d?", slices={"type": "\ud83d\x00"}),)
    run = Run(INFO, RESULTS[1:2])
    dataset = Dataset("hall", questions, None, INFO.dataset_sha256)
    write_report(tmp_path / "report.html", report_page(dataset, run, figures(questions, run), SHELF))
    assert "When ??" in (tmp_path / "report.html").read_text("utf-8")


def test_a_changed_question_set_is_said() -> None:
    page = report_page(replace(DATASET, sha256="ef" * 32), RUN, figures(QUESTIONS, RUN), SHELF)
    assert "changed" in page.notes[0]


def test_the_filters_work_in_a_browser_that_runs_no_script(chromium: str, tmp_path: Path) -> None:
    page = report_html()
    from playwright.sync_api import expect, sync_playwright

    from tests.served import ARGUMENTS

    (tmp_path / "report.html").write_text(page, encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            tmp_path / "browser",
            executable_path=chromium,
            java_script_enabled=False,
            args=ARGUMENTS,
        )
        tab = browser.new_page()
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto((tmp_path / "report.html").as_uri())
        cards = tab.locator(".card").filter(visible=True)
        expect(cards).to_have_count(4)
        expect(cards.get_by_role("heading", level=4)).to_have_count(0)  # folded until one is opened
        cards.first.get_by_role("heading", level=3).click()
        expect(cards.first.get_by_role("heading", name="What answers")).to_be_visible()
        tab.goto(f"{(tmp_path / 'report.html').as_uri()}#failure-2")
        expect(cards.nth(1).get_by_role("heading", name="What answers")).to_be_in_viewport()
        tab.get_by_label("Kind of failure", exact=True).select_option("Ranked low (1)")
        expect(cards).to_have_count(1)
        expect(cards.get_by_role("heading", level=3)).to_have_text("When was it opened? low")
        tab.get_by_label("type", exact=True).select_option("when (2)")
        expect(cards).to_have_count(0)
        assert asked == [(tmp_path / "report.html").as_uri()]
        browser.close()


def test_the_report_has_no_barrier_in_either_theme(chromium: str, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    from tests.served import browser_at

    (tmp_path / "report.html").write_text(report_html(), encoding="utf-8")
    with browser_at(chromium) as browser:
        page = browser.new_context(bypass_csp=True).new_page()
        page.goto((tmp_path / "report.html").as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        schemes: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 1280), ("dark", 320))
        for scheme, width in schemes:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            found = Axe().run(page, options={"resultTypes": ["violations"]})
            assert not found.violations_count, f"{scheme}: {found.generate_report()}"
