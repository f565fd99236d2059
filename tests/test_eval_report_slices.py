"""The figures of slices, as the report shows them."""

from __future__ import annotations

from eval.figures import figures
from eval.report.numbers import Number
from eval.report.slices import slice_table
from tests.eval_cases import asked, mixed, result, run_of


def test_a_table_has_a_row_a_value_and_draws_the_first_of_its_measures() -> None:
    found = figures(*mixed())
    table = slice_table(3, "kind", found.slices["kind"])
    assert table.columns == (
        "passages: hit@1",
        "passages: hit@5",
        "passages: MRR@10",
        "documents: hit@1",
        "answered",
    )
    easy, hard = table.rows
    assert (easy.label, easy.questions, easy.numbers[-1]) == ("easy", 2, Number("100%"))
    assert (hard.label, hard.questions, hard.numbers[-1]) == ("hard", 2, Number("50%"))
    assert easy.numbers[2] is not None and easy.numbers[2].value == "0.750"
    assert table.plot is not None and table.plot.id == "plot-slice-3"
    assert table.plot.title == "passages: hit@1 by kind"
    assert "easy 0.50; hard 1.00" in table.plot.description


def test_slices_without_an_answerable_question_are_counted_and_not_drawn() -> None:
    found = figures([asked("q", kind="odd")], run_of([result("q", answered=False)]))
    table = slice_table(0, "kind", found.slices["kind"])
    assert (table.plot, table.columns) == (None, ("answered",))
    assert [row.numbers for row in table.rows] == [(Number("0%"),)]
