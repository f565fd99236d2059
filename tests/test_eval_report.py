from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from corpus.document import Document, Paragraph
from eval import plots
from eval.compare import compare
from eval.failures import KINDS, Kind, Segment, failures, marked
from eval.metrics import figures
from eval.records import Dataset, Question, Result, Retrieved, Run, RunInfo, Span
from eval.report import render_report, report_page, write_report

HOSTILE = (
    "\U0001d510\U0001f600 <script>alert('1')</script></style></span>\n\"Quoted\" & <img src=x onerror=alert(2)> "
    "The hall opened in 1901 \U0001f3db and {{ 7 * 7 }} burnt in 1950. " + "Nothing else of note is known of it. " * 30
)


@dataclass(frozen=True)
class Shelf:
    """Documents by id."""

    documents: Mapping[str, Document]

    def document(self, document_id: str, /) -> Document | None:
        return self.documents.get(document_id)


def a_document(identifier: str, text: str) -> Document:
    return Document(
        identifier,
        f"Title <b>of</b> {identifier}",
        text,
        "A & B",
        None,
        None,
        "text/plain",
        "0" * 64,
        (),
        (Paragraph(0, len(text)),),
    )


SHELF = Shelf(
    {
        "hostile.txt": a_document("hostile.txt", HOSTILE),
        "other.txt": a_document("other.txt", "Another text altogether. " * 40),
    }
)


def span(words: str, identifier: str = "hostile.txt") -> Span:
    start = SHELF.documents[identifier].text.index(words)
    return Span(identifier, start, start + len(words), words)


def passage(start: int, end: int, identifier: str = "hostile.txt", score: float = 1.0, **parts: float) -> Retrieved:
    return Retrieved(
        identifier, start, end, SHELF.documents[identifier].text[start:end], score, parts or {"lexical": score}
    )


def others(count: int) -> tuple[Retrieved, ...]:
    return tuple(passage(20 * place, 20 * place + 20, "other.txt", 5.0 - place / 4) for place in range(count))


def a_result(
    identifier: str,
    *retrieved: Retrieved,
    confidence: float = 0.9,
    quote: Span | None = None,
    reason: str | None = None,
) -> Result:
    return Result(
        identifier,
        retrieved,
        "abstained" if reason else "answered",
        reason,
        confidence,
        quote,
        0.004 + confidence / 1000,
    )


GOLD, SECOND_GOLD = span("opened in 1901"), span("burnt in 1950")
HIT, FAR = passage(0, 160), passage(400, 500)

QUESTIONS = (
    Question("right", "When did it open?", True, (GOLD,), slices={"type": "when"}),
    Question(
        "missed", "When <script>alert(3)</script> 'did' it \U0001f600 open?", True, (GOLD,), slices={"type": "when"}
    ),
    Question("low", "When was it opened?", True, (GOLD,), answers=("1901",), slices={"type": "<i>odd</i> & $x$"}),
    Question("refused", "Year of opening", True, (GOLD,), slices={"type": "when"}),
    Question("absent", "Who built it?", False, slices={"type": "none"}),
    Question("rightly refused", "Who owns it?", False, slices={"type": "none"}),
)
RESULTS = (
    a_result("right", HIT, FAR, quote=GOLD),
    a_result("missed", FAR, *others(4), confidence=0.7, quote=span("Nothing else")),
    a_result(
        "low",
        *others(6),
        replace(HIT, score=0.125, parts={"lexical": 0.125, "dense": 0.5}),
        confidence=0.6,
        quote=span("Another", "other.txt"),
    ),
    a_result("refused", HIT, confidence=0.3, reason="nothing_relevant"),
    a_result("absent", FAR, confidence=0.5, quote=span("Nothing else")),
    a_result("rightly refused", confidence=0.1, reason="name_not_in_corpus"),
)
FAILED = ["missed", "low", "refused", "absent"]

INFO = RunInfo(
    system="full", dataset="hall", dataset_sha256="ab" * 32, snapshot="s1", documents=2, passages=9, encoder="hashing 123", settings={"k": 10, "odd": "<u>"},
    code="0.1.0", seed=0, started="2026-01-02T03:04:05+00:00", machine="2 processors", corpus_sha256="cd" * 32,
)  # fmt: skip
DATASET = Dataset("hall", QUESTIONS, None, "ab" * 32)
RUN = Run(INFO, RESULTS)


@pytest.fixture(scope="module")
def page() -> str:
    earlier = Run(
        replace(INFO, system="plain"), (a_result("right", FAR, HIT), a_result("missed", HIT, FAR), *RESULTS[2:])
    )
    return render_report(
        report_page(
            DATASET,
            RUN,
            figures(QUESTIONS, RUN),
            SHELF,
            others=[(earlier, figures(QUESTIONS, earlier))],
            comparison=compare(QUESTIONS, RUN, earlier, 0),
            notes=["A note <of> care."],
        )
    )


@pytest.fixture(scope="module")
def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def words(element: html.HtmlElement) -> str:
    return str(element.text_content())


def card(tree: html.HtmlElement, question_id: str) -> html.HtmlElement:
    return next(each for each in tree.find_class("card") if words(each.find_class("id")[0]) == question_id)


def test_hostile_text_stays_text(tree: html.HtmlElement) -> None:
    assert not tree.xpath("//script | //img | //i | //u | //b | //*[@onerror]")
    assert "'did' it \U0001f600 open?" in words(card(tree, "missed"))
    assert "<script>alert('1')</script></style></span>" in words(card(tree, "refused"))
    assert "{{ 7 * 7 }}" in words(card(tree, "refused"))
    assert "A note <of> care." in words(tree)
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_exactly_the_gold_is_marked_after_astral_characters(tree: html.HtmlElement) -> None:
    for identifier in ("missed", "low", "refused"):
        assert [words(mark) for mark in card(tree, identifier).xpath(".//blockquote//mark")] == ["opened in 1901"]
    assert [words(mark) for mark in card(tree, "refused").xpath(".//*[@class='returned']//mark")] == ["opened in 1901"]


def test_a_returned_passage_is_shown_as_it_stands_in_its_document(tree: html.HtmlElement) -> None:
    shown = card(tree, "refused").xpath(".//*[@class='returned']//*[@class='words']")
    assert words(shown[0]) == HOSTILE[0:160]


def test_nothing_is_fetched_from_anywhere(page: str, tree: html.HtmlElement) -> None:
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


def test_every_link_and_label_names_one_element(tree: html.HtmlElement) -> None:
    ids = [str(value) for value in tree.xpath("//@id")]
    assert len(ids) == len(set(ids))
    named = {str(value).removeprefix("#") for value in tree.xpath("//a/@href")} | {
        str(value) for value in tree.xpath("//@aria-labelledby")
    }
    assert named <= set(ids)


def test_every_failed_question_is_in_it_once_and_no_other(tree: html.HtmlElement) -> None:
    assert [words(each) for each in tree.xpath("//*[@class='card']//*[@class='id']")] == FAILED
    assert "4 of 6 questions" in words(tree)


def test_a_lower_passage_that_answers_is_shown_with_its_rank_and_scores(tree: html.HtmlElement) -> None:
    table = [[" ".join(words(cell).split()) for cell in row] for row in card(tree, "low").xpath(".//tbody/tr")]
    assert [row[0] for row in table] == ["1", "2", "3", "4", "5", "7"]
    assert table[-1] == ["7", "hostile.txt 0–160 answers", "0.125", "0.125", "0.5"]
    assert table[0][2:] == ["5", "5", "–"]
    assert "Ranked low" in words(card(tree, "low"))


def test_the_filters_count_what_they_leave(page: str, tree: html.HtmlElement) -> None:
    left = {}
    for option in tree.xpath("//select/option[@id]"):
        left[words(option)] = len(
            tree.xpath(f"//ol[@class='cards']/li[contains(concat(' ', @class, ' '), ' {option.get('id')} ')]")
        )
        assert f".failures:has(#{option.get('id')}:checked) .cards > li:not(.{option.get('id')})" in page
    assert left == {
        "Not found (1)": 1, "Ranked low (1)": 1, "Refused wrongly (1)": 1, "Answered wrongly (1)": 1, "when (2)": 2, "<i>odd</i> & $x$ (1)": 1, "none (1)": 1
    }  # fmt: skip


def test_thresholds_say_what_they_cost(tree: html.HtmlElement) -> None:
    table = tree.xpath("//table[contains(caption, 'threshold')]//tbody/tr")
    rows = {
        words(row[0]): [next(iter(re.findall(r"\d+ of \d+", words(cell))), "–") for cell in row[1:]] for row in table
    }
    assert rows["0.00"] == ["6 of 6", "4 of 6", "0 of 4", "2 of 2"]
    assert rows["0.55"] == ["3 of 6", "2 of 3", "1 of 4", "0 of 2"]
    assert rows["0.95"] == ["0 of 6", "–", "4 of 4", "0 of 2"]
    assert rows["as the run decided"] == ["4 of 6", "3 of 4", "1 of 4", "1 of 2"]


def test_questions_won_and_lost_lead_to_their_failures(tree: html.HtmlElement) -> None:
    won, lost = tree.xpath("//section[@aria-labelledby='comparison']/details")
    assert [words(each) for each in won.xpath(".//li/span")] == ["right"]
    assert not won.xpath(".//a")
    assert [words(each) for each in lost.xpath(".//li/span")] == ["missed"]
    assert lost.xpath(".//a/@href") == [f"#{card(tree, 'missed').get('id')}"]


def test_better_needs_the_test_as_well_as_the_interval() -> None:
    questions = [Question(f"q{number}", "?", True, (GOLD,)) for number in range(5)]
    now, before = (Run(INFO, tuple(a_result(each.id, *found) for each in questions)) for found in ((HIT,), (FAR, HIT)))
    odd = replace(now, results=(*now.results[:4], a_result("q4", FAR, FAR, HIT)))
    page = report_page(
        replace(DATASET, questions=tuple(questions)),
        odd,
        figures(questions, odd),
        SHELF,
        comparison=compare(questions, odd, before, 0),
    )
    assert page.comparison is not None
    assert {row.verdict for row in page.comparison.rows} == {""}


def test_each_plot_has_words_for_those_who_do_not_see_it(tree: html.HtmlElement) -> None:
    figures_shown = tree.xpath("//figure")
    assert len(figures_shown) == 4
    for figure in figures_shown:
        assert figure.xpath("./div[@role='img']/@aria-label")[0]
        assert words(figure.xpath("./figcaption")[0])


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    found = figures(QUESTIONS, RUN)
    for name in ("one.html", "two.html"):
        write_report(tmp_path / name, DATASET, RUN, found, SHELF)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_half_a_character_in_a_question_does_not_stop_the_report(tmp_path: Path) -> None:
    questions = (replace(QUESTIONS[1], text="When \ud83d?", slices={"type": "\ud83d\x00"}),)
    run = Run(INFO, RESULTS[1:2])
    write_report(
        tmp_path / "report.html",
        Dataset("hall", questions, None, INFO.dataset_sha256),
        run,
        figures(questions, run),
        SHELF,
    )
    assert "When ??" in (tmp_path / "report.html").read_text("utf-8")


def test_a_system_without_confidence_has_no_thresholds() -> None:
    run = Run(
        replace(INFO, gives_confidence=False),
        tuple(replace(each, status="answered", reason=None, quote=None, confidence=0.0) for each in RESULTS),
    )
    page = report_page(DATASET, run, figures(QUESTIONS, run), SHELF)
    assert page.thresholds == ()
    assert [plot.id for plot in page.confidence_plots] == ["plot-risk"]
    assert "no confidence" in page.notes[0]
    assert {each.confidence for each in page.cards} == {"not given by this system"}


def test_gold_in_a_document_that_is_not_there_is_shown_by_its_own_words() -> None:
    page = report_page(DATASET, RUN, figures(QUESTIONS, RUN), Shelf({}))
    gold = next(each for each in page.cards if each.question_id == "missed").gold[0]
    assert gold.segments == (Segment("opened in 1901", gold=True),)
    assert "the index holds no such words there" in gold.cite


def test_words_that_several_people_marked_are_shown_once() -> None:
    questions = (replace(QUESTIONS[1], gold=(span("1901"), GOLD, GOLD, SECOND_GOLD)),)
    run = Run(INFO, RESULTS[1:2])
    shown = report_page(replace(DATASET, questions=questions), run, figures(questions, run), SHELF).cards[0].gold
    assert ["".join(each.text for each in excerpt.segments if each.gold) for excerpt in shown] == [
        "opened in 1901",
        "burnt in 1950",
    ]


def test_a_changed_question_set_is_said() -> None:
    page = report_page(replace(DATASET, sha256="ef" * 32), RUN, figures(QUESTIONS, RUN), SHELF)
    assert "changed" in page.notes[0]


BOTH = Question("both", "When did it open and burn?", True, (GOLD, SECOND_GOLD), "all")


@pytest.mark.parametrize(
    ("question", "result", "expected"),
    [
        (QUESTIONS[0], a_result("right", HIT, quote=GOLD), ()),
        (QUESTIONS[0], a_result("right", HIT), ()),
        (QUESTIONS[0], a_result("right"), ("missed",)),
        (QUESTIONS[0], a_result("right", reason="nothing_relevant"), ("missed", "refused")),
        (QUESTIONS[0], a_result("right", FAR, HIT), ("not_first",)),
        (QUESTIONS[0], a_result("right", *others(4), HIT), ("not_first",)),
        (QUESTIONS[0], a_result("right", *others(5), HIT), ("low",)),
        (QUESTIONS[0], a_result("right", HIT, quote=span("Nothing else")), ("beside",)),
        (BOTH, a_result("both", passage(GOLD.start, GOLD.end), passage(SECOND_GOLD.start, SECOND_GOLD.end)), ()),
        (
            BOTH,
            a_result("both", passage(GOLD.start, GOLD.end), *others(4), passage(SECOND_GOLD.start, SECOND_GOLD.end)),
            ("incomplete",),
        ),
        (BOTH, a_result("both", passage(SECOND_GOLD.start, SECOND_GOLD.end)), ("incomplete",)),
        (BOTH, a_result("both", FAR), ("missed",)),
        (QUESTIONS[4], a_result("absent", FAR), ("answered_nothing",)),
        (QUESTIONS[4], a_result("absent", FAR, reason="nothing_relevant"), ()),
    ],
)
def test_what_counts_as_a_failure(question: Question, result: Result, expected: tuple[Kind, ...]) -> None:
    assert failures(question, result) == expected
    assert set(expected) <= set(KINDS)


def test_spans_of_one_part_have_one_number() -> None:
    question = replace(BOTH, gold=(replace(GOLD, part="opened"), replace(span("1901"), part="opened"), SECOND_GOLD))
    run = Run(INFO, (a_result("both", FAR, HIT),))
    shown = report_page(replace(DATASET, questions=(question,)), run, figures((question,), run), SHELF).cards[0]
    assert [each.cite.partition(":")[0] for each in shown.gold] == ["Part 1", "Part 1", "Part 2"]
    assert shown.gold_note == "All 2 parts are needed."
    assert shown.returned[1].verdict_words == "answers part 1, 2"


def test_an_answer_further_down_is_shown_with_its_rank_and_one_that_is_no_candidate_is_said() -> None:
    asked: list[str] = []

    def deeper(question: str) -> tuple[Retrieved, ...]:
        asked.append(question)
        return (*others(30), replace(HIT, parts={"dense": 0.25}))

    found = next(
        each
        for each in report_page(DATASET, RUN, figures(QUESTIONS, RUN), SHELF, deeper=deeper).cards
        if each.question_id == "missed"
    )
    assert asked == [QUESTIONS[1].text]
    assert "Asked for 100, the system gives the first that answers at rank 31." in found.returned_note
    assert [each.rank for each in found.returned] == [1, 2, 3, 4, 5, 31]
    assert (found.parts, found.returned[-1].scores) == (("lexical", "dense"), ("1", "–", "0.25"))
    none = report_page(DATASET, RUN, figures(QUESTIONS, RUN), SHELF, deeper=lambda question: others(30)).cards[0]
    assert "Not a candidate either" in none.returned_note
    assert len(none.returned) == 5


@given(
    text=st.text(max_size=30),
    offset=st.integers(0, 20),
    spans=st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair))), max_size=4
    ),
)
def test_marking_cuts_a_text_and_marks_exactly_its_gold(text: str, offset: int, spans: list[tuple[int, int]]) -> None:
    segments = marked(text, offset, spans)
    assert "".join(segment.text for segment in segments) == text
    assert all(segment.text for segment in segments)
    gold = [segment.gold for segment in segments for _ in segment.text]
    assert gold == [any(start <= place < end for start, end in spans) for place in range(offset, offset + len(text))]


def test_a_plots_labels_are_text_whatever_is_in_them() -> None:
    drawn = plots.bars("odd", [plots.Bar("<script>$x^2$ & \U0001f600", 0.5, 0.4, 0.6)], "hit")
    root = html.fragment_fromstring(str(drawn))
    assert "<script>$x^2$ & \U0001f600" in [words(each) for each in root.iter("text")]
    assert not root.xpath("//script")


def test_the_filters_work_in_a_browser_that_runs_no_script(page: str, chromium: str, tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    (tmp_path / "report.html").write_text(page, encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            tmp_path / "browser",
            executable_path=chromium,
            java_script_enabled=False,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
            ],
        )
        tab = browser.new_page()
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto((tmp_path / "report.html").as_uri())
        cards = tab.locator(".card").filter(visible=True)
        expect(cards).to_have_count(4)
        tab.get_by_label("Kind", exact=True).select_option("Ranked low (1)")
        expect(cards).to_have_count(1)
        expect(cards.get_by_role("heading", level=3)).to_have_text("When was it opened? low")
        tab.get_by_label("type", exact=True).select_option("when (2)")
        expect(cards).to_have_count(0)
        assert asked == [(tmp_path / "report.html").as_uri()]
        browser.close()
