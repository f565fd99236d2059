"""The failures of a run and what they can be limited by."""

from __future__ import annotations

from tests.report_cases import FAILED, report_html, report_tree, words


def test_every_failed_question_is_in_it_once_and_no_other() -> None:
    tree = report_tree()
    assert [words(each) for each in tree.xpath("//*[@class='card']//*[@class='id']")] == FAILED
    assert "4 of 6 questions" in words(tree)


def test_the_filters_count_what_they_leave() -> None:
    page = report_html()
    tree = report_tree()
    left = {}
    for option in tree.xpath("//select/option[@id]"):
        left[words(option)] = len(
            tree.xpath(f"//ol[@class='cards']/li[contains(concat(' ', @class, ' '), ' {option.get('id')} ')]")
        )
        assert f".failures:has(#{option.get('id')}:checked) .cards > li:not(.{option.get('id')})" in page
    assert left == {
        "Wrong words shown (2)": 2,
        "Answered wrongly (1)": 1,
        "Not found (1)": 1,
        "Ranked low (1)": 1,
        "Refused wrongly (1)": 1,
        "when (2)": 2,
        "<i>odd</i> & $x$ (1)": 1,
        "none (1)": 1,
    }
