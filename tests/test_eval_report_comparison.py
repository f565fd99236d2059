"""A run beside another one in the report."""

from __future__ import annotations

from dataclasses import replace

from eval.compare import compare
from eval.figures import figures
from eval.records import Question, Run
from eval.report.page import report_page
from tests.report_cases import DATASET, FAR, GOLD, HIT, INFO, SHELF, a_result, card, report_tree, words


def test_questions_won_and_lost_lead_to_their_failures() -> None:
    tree = report_tree()
    won, lost = tree.xpath("//section[@aria-labelledby='comparison']/details")
    assert [words(each) for each in won.xpath(".//li/span")] == ["right"]
    assert not won.xpath(".//a")
    assert [words(each) for each in lost.xpath(".//li/span")] == ["missed"]
    assert lost.xpath(".//a/@href") == [f"#{card(tree, 'missed').find_class('told')[0].get('id')}"]


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


def test_how_many_answers_are_the_same_is_said_and_the_others_lead_to_their_failures() -> None:
    shown = report_tree().xpath("//section[@aria-labelledby='comparison']/div[@class='agreement']")[0]
    assert "The same answer to 4 of 6 questions (ranking 4, quote 4, confidence 5, outcome 6)." in words(shown)
    assert [words(name) for name in shown.xpath(".//li/span")] == ["right", "missed"]
    assert len(shown.xpath(".//li/a")) == 1, "only what failed has a card"
