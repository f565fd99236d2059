"""Lines of a paragraph are joined, within a page and over its end."""

from __future__ import annotations

import pytest

from tests.drawn_pdf import LEFT, PITCH, PROSE, TOP, Pages, document, rows, shown


@pytest.mark.parametrize("marks", [("11.", "12."), ("3.1", "3.2"), ("(a)", "(b)"), ("11", "12"), ("•", "•")])
def test_the_next_item_begins_even_below_a_full_line(marks: tuple[str, str]) -> None:
    pages = Pages()
    full = "The council met on that day and took the view that the work then in hand"
    pages.write(f"{marks[0]} {full}", f"{marks[1]} The committee took note of this, and of the rest of the report too.")
    assert len(document(pages.data()).blocks) == 2


def test_a_number_at_a_line_s_start_is_no_item_within_a_sentence() -> None:
    pages = Pages()
    pages.write(
        "The council met on that day and took the view that of the homes in the town", "12 are to be sold by May."
    )
    assert len(document(pages.data()).blocks) == 1


def test_a_paragraph_that_begins_left_of_an_item_s_sign_is_none_of_its() -> None:
    pages = Pages()
    pages.write("In a flood take", x=LEFT)
    pages.write("• the red book", "• the keys, and all of what is", "kept beside them", x=LEFT + 18, y=TOP - PITCH)
    pages.write("The pump is tested in May.", x=LEFT, y=TOP - 4 * PITCH)
    assert [text for _, text in shown(document(pages.data()))][1:] == [
        "• the red book",
        "• the keys, and all of what is kept beside them",
        "The pump is tested in May.",
    ]


def test_a_paragraph_runs_on_over_the_furniture_and_notes_of_a_page() -> None:
    pages = Pages()
    for number in range(4):
        pages.write(f"Report on the services of town {'A'}", y=815, size=9)
        pages.write(f"what was said of place {number} before is said again here, at some length, and", y=TOP)
        pages.write(
            *(
                f"so it was with the {number * 7 + line} others that were looked at in the town, where"
                for line in range(3)
            ),
            y=TOP - PITCH,
        )
        pages.write(f"{number + 1} A note of its own.", y=90, size=8)
        pages.write(str(number + 1), y=30, x=300, size=9)
        pages.turn()
    found = shown(document(pages.data()))
    assert [kind for kind, _ in found] == ["furniture", *["note"] * 3, "paragraph", "note"] or (
        [kind for kind, _ in found].count("paragraph") <= 2
    )


def test_a_sentence_that_ended_does_not_run_on() -> None:
    pages = Pages()
    pages.write(*PROSE)
    pages.turn()
    pages.write("a new page begins with a small letter here")
    assert len(document(pages.data()).blocks) == 2


def test_a_centred_paragraph_is_one() -> None:
    pages = Pages()
    pages.canvas.setFont("Helvetica", 12)
    for index, line in enumerate(
        ("The meeting of the council that was to be held", "in the hall is put off", "until the day after")
    ):
        pages.canvas.drawCentredString(LEFT + 200, TOP - PITCH * index, line)
    assert len(document(pages.data()).blocks) == 1


def over_pages(upper: list[tuple[float, str]], lower: list[tuple[float, str]], split: float) -> list[list[str]]:
    """The rows of a ruled table of four columns; its last row on a page and its first on the next have wide cells.

    Args:
        upper: the last row on the first page: where each cell begins, and its text.
        lower: the first row on the second page.
        split: where the two cells of the upper row are parted.
    """
    pages = Pages()
    xs = (70, 170, 270, 370, 470)
    for page, (wide, parted) in enumerate(((upper, split), (lower, 370))):
        ys = (774, 752, 730) if page == 0 else (774, 752, 730, 708)
        pages.canvas.rect(70, ys[-1], 400, 774 - ys[-1])
        for y in ys[1:-1]:
            pages.canvas.line(70, y, 470, y)
        top = 730 if page == 0 else 774
        high, low = (774, 752) if page == 0 else (752, 708)
        for x in xs[1:-1]:
            pages.canvas.line(x, low, x, high)
        pages.canvas.line(parted, top - (-22 if page == 0 else 22), parted, top)
        for left, text in wide:
            pages.write(text, x=left + 4, y=top + 8 if page == 0 else 760, size=10)
        for row in range(1 if page == 0 else 2):
            body = [["a", "b", "c", "d"], ["e", "f", "g", "h"]][row]
            pages.cells(
                [[f"{page}{text}" for text in body]], [x + 4 for x in xs[:4]], y=(760 if page == 0 else 738) - 22 * row
            )
        pages.turn()
    return rows(document(pages.data()))


@pytest.mark.parametrize("split", [170, 270, 370])
def test_a_row_with_merged_cells_at_a_page_s_end_takes_only_what_is_its_own(split: float) -> None:
    found = over_pages([(70, "Upper left"), (split, "Upper right")], [(70, "lower left"), (370, "lower right")], split)
    if split == 370:
        assert ["Upper left lower left", "Upper right lower right"] in found
    else:
        assert ["Upper left", "Upper right"] in found and ["lower left", "lower right"] in found


@pytest.mark.parametrize(
    "lines",
    [
        ("Present: Councillors Ann Lee, Bob Ray and Cy Doe", "Apologies: Councillor Jo King"),
        ("Present: Councillors Ann Lee (chair), Bob Ray, Cy Doe, Di Fox, Ed Gray, Flo", "In attendance: Kit Lowe"),
        ("Members present: Ann Lee and Bob Ray", "Apologies for absence: none", "Clerk: Kit Lowe"),
        ("Venue: Town Hall", "Time: 7 pm", "Contact: Kit Lowe"),
        ("APOLOGIES: Jo King", "ALSO PRESENT: Kit Lowe"),
        ("Visit to Larch House", "Inspection dates: 6 to 17 March 2023"),
        ("Annual report of the library", "Published: 12 May 2024"),
        ("Rules of the ferry", "Date of issue: 1 May 2020", "Last updated: 3 March 2026"),
    ],
)
def test_lines_that_begin_with_a_label_are_paragraphs_of_their_own(lines: tuple[str, ...]) -> None:
    pages = Pages()
    pages.write(*lines, size=11)
    pages.write(*PROSE, y=600, size=11)
    assert [text for _, text in shown(document(pages.data()))][: len(lines)] == list(lines)


def test_a_word_with_a_colon_within_a_sentence_opens_no_paragraph() -> None:
    pages = Pages()
    pages.write(
        "The committee heard from all those who had asked for it and who were then", "present: Ann and Bob.", size=11
    )
    pages.write(*PROSE, y=600, size=11)
    assert shown(document(pages.data()))[0][1].endswith("who were then present: Ann and Bob.")
