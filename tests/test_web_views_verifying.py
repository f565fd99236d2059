from __future__ import annotations

from dataclasses import replace

from corpus.document import BlockKind
from qa.citing.nearest_words import Difference
from qa.citing.verdict import Verdict
from web.views.blocks import BlockView, Group, Segment
from web.views.citing import Cite
from web.views.rendering import render
from web.views.verifying import Shown, show_verdict

CITE = Cite((), "", "", "", "", "", ())


def group(*lines: str, kind: BlockKind = "paragraph") -> Group:
    """Lines of a document as they are shown."""
    return Group(kind, (), tuple(BlockView(kind, 1, (Segment(line),)) for line in lines))


def test_a_page_tells_what_became_of_words_and_of_their_reference() -> None:
    exact = Verdict("exact", "Open.", "a", "A", 0, 5, "Open.", (), "Leisure, A", "changed", "/documents/a")
    page = render(show_verdict("“Open.” (B)", exact))
    assert "The reference that you pasted is not of this document." in page and "Leisure, A" in page
    assert "“Open.” (B)</textarea>" in page
    assert "The words are exact, the reference is not" in page and 'class="answer"' not in page
    amended = render(show_verdict("x", replace(exact, reference_differences=(Difference("page 3", "page 2"),))))
    assert "The words are exact, the reference is not" in amended and 'class="answer"' not in amended
    right = render(show_verdict("x", replace(exact, reference_status="exact")))
    assert "These words stand in the document exactly" in right and 'class="answer"' in right
    assert "says otherwise:" in amended and "<del>page 3</del> <ins>page 2</ins>" in amended
    assert "This reference is right" in render(
        show_verdict("A", Verdict("exact", "A", "a", "A", reference="A", reference_status="exact"))
    )
    assert "No passage comes near" in render(show_verdict("x", Verdict("not_found", "x")))
    assert 'aria-labelledby="verdict"' not in render(show_verdict("", None))


def test_words_that_stand_after_a_not_are_not_called_exact_without_a_word() -> None:
    said = Verdict("exact", "all know", "a", "A", 4, 12, "all know", sentence="Not all know.", after="Not")
    whole = Shown(CITE, (group("all know"),), (group("Not all know."),))
    page = render(show_verdict("all know", said, whole))
    assert "These words stand there, but after “Not”" in page and "Not all know." in page
    assert 'class="answer"' not in page
    changed = render(show_verdict("all knew", replace(said, status="changed"), whole))
    assert "Before the words stands “Not”. The whole sentence:" in changed and "Not all know." in changed
    pieces = Verdict("changed", "all know […] it", pieces=(said,))
    assert "but after “Not”" in render(show_verdict("all know […] it", pieces))


def test_each_of_several_quotations_is_shown_and_what_was_not_checked_is_named() -> None:
    right = Verdict("exact", "It is open.", "a", "A", 0, 11, "It is open.", (), "Leisure, A")
    wrong = Verdict("not_found", "It is shut for good")
    page = render(show_verdict("x", replace(wrong, quotations=(right, wrong), unchecked=("lido",))))
    assert "2 quotations were checked; of these the one that is worst is shown first: “It is shut for good”." in page
    assert "Not checked, as of few words or behind many others: “lido”." in page and "Leisure, A" in page
    assert page.count("It is shut for good") == 1 and page.count("“It is open.”") == 1


def test_a_wrong_reference_of_another_quotation_is_told_with_it() -> None:
    right = Verdict("exact", "It is open.", "a", "A", 0, 11, "It is open.", (), "Leisure, A", "exact")
    amended = (Difference("p 9", "p 2"),)
    wrong = replace(right, cited="It was", reference_status="changed", reference_differences=amended)
    page = render(show_verdict("x", replace(Verdict("not_found", "No"), quotations=(right, wrong))))
    assert page.count("The reference that you pasted says otherwise:") == 1 and "<del>p 9</del> <ins>p 2</ins>" in page
    assert "The reference is right." not in page


def test_in_how_many_other_documents_words_stand_is_told() -> None:
    said = Verdict("exact", "Open.", "a", "A", 0, 5, "Open.", (), "Leisure, A")
    for count, told in ((1, "in at least 1 other document, too; name the one"), (3, "at least 3 other documents, too")):
        assert told in render(show_verdict("Open.", replace(said, also_in=count)))
    assert "other document" not in render(show_verdict("Open.", said))


def test_what_was_not_compared_at_the_edge_of_a_page_is_said() -> None:
    said = Verdict("exact", "It is open.", "a", "A", 0, 30, "It is\n\nReport 2021\n\nopen.", (), "Leisure, A")
    page = render(show_verdict("x", replace(said, page_edges=("Report 2021", "Report 2021", "3"))))
    assert "stands at its edge is not compared: “Report 2021”, “3”." in page
    assert "These words stand in the document exactly" in page and 'class="answer"' in page
    assert "not compared:" not in render(show_verdict("x", said))
    both = replace(said, quotations=(said, replace(said, cited="B", page_edges=("Report 2021",))))
    assert "“Report 2021”." in render(show_verdict("x", both))


def test_a_reference_by_which_no_document_goes_is_told_so_with_what_may_be_meant() -> None:
    meant = Verdict("changed", "x", "b", "B", reference="Leisure, B", link="/documents/b")
    page = render(show_verdict("x", Verdict("not_found", "x", perhaps=meant, is_reference=True)))
    assert '<h2 id="verdict">No document held goes by this reference</h2>' in page and 'class="no-answer"' in page
    assert "<h3>Perhaps you mean</h3>" in page and '<a href="/documents/b">Leisure, B</a>' in page
    alone = render(show_verdict("x", Verdict("not_found", "x", is_reference=True)))
    assert "Perhaps" not in alone and "These words" not in alone


def test_words_are_shown_in_the_items_and_rows_that_they_are_of() -> None:
    said = Verdict("exact", "x", "a", "A", 0, 9, "Bring:\n- a\n- b")
    shown = Shown(CITE, (group("Bring:"), group("a pass", "a map", kind="list_item")))
    page = render(show_verdict("x", said, shown))
    assert "<p>Bring:</p>" in page and page.index(">a pass</li>") < page.index(">a map</li>")
    runs = (
        Difference("Bring:", "Bring:", "paragraph"),
        Difference("a pass", "a pass", "list_item"),
        Difference("a hat", "a map", "list_item"),
        Difference("now", ""),
        Difference("North;", "North;", "table_row"),
        Difference("4", "3", "table_cell"),
    )
    page = render(show_verdict("x", replace(said, status="changed", differences=runs), shown))
    block = page[page.index('<blockquote class="compared"') :]
    lines = [
        line.strip().replace(" </", "</")
        for line in block[: block.index("</blockquote>")].splitlines()[1:]
        if line.strip()
    ]
    assert lines == [
        "<p>Bring:</p>",
        "<ul>",
        "<li>a pass</li>",
        "<li><del>a hat</del> <ins>a map</ins> <del>now</del></li>",
        "</ul>",
        '<div class="rows" role="group" aria-label="Table" tabindex="0">',
        "<table>",
        "<tr><td>North</td><td><del>4</del> <ins>3</ins></td></tr>",
        "</table>",
        "</div>",
    ]


def test_a_changed_row_stands_below_the_names_of_its_columns_where_each_cell_has_one() -> None:
    runs = (Difference("North;", "North;", "table_row"), Difference("4", "3", "table_cell"))
    said = Verdict("changed", "x", "a", "A", 0, 9, "North | 3", differences=runs, columns=("Area", "Rate"))
    page = render(show_verdict("x", said))
    assert '<thead><tr><th scope="col">Area</th><th scope="col">Rate</th></tr></thead>' in page
    assert "<thead>" not in render(show_verdict("x", replace(said, columns=("Area", "Rate", "Day"))))
    price = replace(said, differences=(Difference("£", "£"), Difference("70", "75"), Difference("a year", "a year")))
    assert "<p>£<del>70</del> <ins>75</ins> a year" in render(show_verdict("x", price)), "a sign stands at its number"


def test_rows_of_another_table_do_not_stand_below_the_names_of_the_first() -> None:
    first = (Difference("North;", "North;", "table_row"), Difference("4", "3", "table_cell"))
    second = (Difference("Fees", "Fees", "paragraph"), Difference("Adult;", "Adult;", "table_row"))
    runs = (*first, *second, Difference("£2", "£2", "table_cell"))
    page = render(show_verdict("x", Verdict("changed", "x", differences=runs, columns=("Area", "Rate"))))
    assert page.count("<thead>") == 1 and page.index("<thead>") < page.index("North") < page.index("Adult")


def test_the_rows_of_a_wide_table_are_cards_and_only_the_sign_at_the_end_of_a_cell_is_left_out() -> None:
    cells = (Difference("Cat; or", "Cat;", "table_row"), Difference("dog;", "dog;"))
    price = (Difference("£4;", "£3;", "table_cell"), Difference(";", "", "table_cell"))
    said = Verdict("changed", "x", differences=(*cells, *price))
    page = render(show_verdict("x", said))
    row = page[page.index("<tr>") : page.index("</tr>")].replace(" </", "</")
    assert row == "<tr><td><del>Cat; or</del> <ins>Cat;</ins> dog</td><td><del>£4</del> <ins>£3</ins></td><td></td>"
    assert '<table class="stacked">' in page
    assert "stacked" not in render(show_verdict("x", replace(said, differences=(*cells, *price[:1]))))
