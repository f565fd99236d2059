"""Failed questions, made ready to be read."""

from __future__ import annotations

from dataclasses import replace

from eval.figures import figures
from eval.records import Retrieved, Run
from eval.report.page import render_report, report_page
from tests.report_cases import (
    BOTH,
    DATASET,
    FAR,
    GOLD,
    HIT,
    INFO,
    QUESTIONS,
    RESULTS,
    RUN,
    SECOND_GOLD,
    SHELF,
    a_result,
    card,
    others,
    report_tree,
    span,
    words,
)


def test_a_lower_passage_that_answers_is_shown_with_its_rank_and_scores() -> None:
    tree = report_tree()
    table = [[" ".join(words(cell).split()) for cell in row] for row in card(tree, "low").xpath(".//tbody/tr")]
    assert [row[0] for row in table] == ["1", "2", "3", "4", "5", "7"]
    assert table[-1] == ["7", "hostile.txt 0–160 answers", "0.125", "0.125", "0.5"]
    assert table[0][2:] == ["5", "5", "–"]
    assert "Ranked low" in words(card(tree, "low"))


def test_words_that_several_people_marked_are_shown_once() -> None:
    questions = (replace(QUESTIONS[1], gold=(span("1901"), GOLD, GOLD, SECOND_GOLD)),)
    run = Run(INFO, RESULTS[1:2])
    shown = report_page(replace(DATASET, questions=questions), run, figures(questions, run), SHELF).cards[0].gold
    assert ["".join(each.text for each in excerpt.segments if each.gold) for excerpt in shown] == [
        "opened in 1901",
        "burnt in 1950",
    ]


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


def test_what_is_told_beside_an_answer_is_shown_with_it() -> None:
    told = replace(RESULTS[1], beside=("All 2 points of “It was <b>”", "It has no date."))
    questions, run = QUESTIONS[1:2], Run(INFO, (told,))
    page = render_report(report_page(replace(DATASET, questions=questions), run, figures(questions, run), SHELF))
    assert "<h4>Told beside it</h4>" in page and "All 2 points of “It was &lt;b&gt;”" in page
    assert "It has no date." in page and "Told beside it" not in words(card(report_tree(), "missed"))
