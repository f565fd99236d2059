"""Plots as the report shows them."""

from __future__ import annotations

from tests.report_cases import report_tree, words


def test_each_plot_has_words_for_those_who_do_not_see_it() -> None:
    tree = report_tree()
    figures_shown = tree.xpath("//figure")
    assert len(figures_shown) == 5
    for figure in figures_shown:
        assert figure.xpath("./div[@role='img']/@aria-label")[0]
        assert words(figure.xpath("./figcaption")[0])
