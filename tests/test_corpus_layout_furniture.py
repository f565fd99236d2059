"""What every page repeats around its text is left out, and nothing else."""

from __future__ import annotations

import re

import pytest

from tests.drawn_pdf import PROSE, TOP, Pages, document, shown


def test_repeated_headers_footers_and_page_numbers_are_left_out_and_pages_known() -> None:
    pages = Pages()
    for number in range(1, 7):
        pages.write("Report on the services of a town", y=810, size=9)
        pages.write(f"In the year {2000 + number * 7} something else was found in part {chr(64 + number)}.", y=760)
        pages.write(f"Page {number} of 6", y=30, x=300, size=9)
        pages.turn()
    found = document(pages.data())
    assert shown(found)[0] == ("furniture", "Report on the services of a town")
    assert found.text.count("Report on") == 1
    assert "Page" not in found.text
    assert len(found.pages) == 6
    for number in range(1, 7):
        assert found.page_at(found.text.index(f"part {chr(64 + number)}")) == number


def _edges(first: str, last: str, pages: int = 6, first_y: float = TOP, last_y: float = 90) -> str:
    """The text of pages that open and end with a line in which # is the page's number and @ the next."""
    drawn = Pages()
    for number in range(1, pages + 1):
        drawn.write(first.replace("#", str(number)), y=first_y)
        drawn.write(f"Of case {chr(64 + number)} the council said that it would be looked into without delay.", y=700)
        drawn.write(last.replace("#", str(number)).replace("@", str(number + 1)), y=last_y)
        drawn.turn()
    return document(drawn.data()).text


@pytest.mark.parametrize(("first_y", "last_y"), [(TOP, 90), (800, 45)])
def test_numbered_clauses_that_pages_open_and_end_with_are_kept(first_y: float, last_y: float) -> None:
    text = _edges(
        "#.1 The committee approved payment of £#00 to supplier #.",
        "#.3 Votes: # for, @ against.",
        first_y=first_y,
        last_y=last_y,
    )
    for number in range(1, 7):
        assert f"{number}.1 The committee approved payment of £{number}00 to supplier {number}." in text
        assert f"{number}.3 Votes: {number} for, {number + 1} against." in text


@pytest.mark.parametrize(("first_y", "last_y"), [(TOP, 90), (800, 45)])
def test_clauses_that_differ_only_in_their_number_are_kept(first_y: float, last_y: float) -> None:
    text = _edges(
        "#.1 The minutes were approved.", "#. Grant #: £#,000, agreed by 5 votes to 1.", first_y=first_y, last_y=last_y
    )
    for number in range(1, 7):
        assert f"{number}.1 The minutes were approved." in text
        assert f"Grant {number}: £{number},000" in text


def test_a_line_that_each_page_repeats_is_kept_within_the_text() -> None:
    text = _edges("The chair welcomed all members.", "The meeting closed at noon.")
    assert text.count("The chair welcomed all members.") == text.count("The meeting closed at noon.") == 6


def test_the_head_of_a_table_that_each_page_repeats_close_to_its_rows_is_kept() -> None:
    pages = Pages()
    for number in range(1, 7):
        y = pages.write("What was found in the homes", "Name of the home and its grade", y=815)
        pages.write(
            f"Home {chr(64 + number)}: good in all that was looked at",
            "and better than it was in the year before.",
            y=y,
        )
        pages.turn()
    text = document(pages.data()).text
    assert text.count("What was found in the homes") == text.count("Name of the home") == 6


def test_a_title_in_large_type_over_each_page_is_kept_with_its_number() -> None:
    pages = Pages()
    for number in range(1, 7):
        pages.write(f"Question {number}", y=800, size=20)
        pages.write(f"What did the council say of case {chr(64 + number)}, and what did it do about it?", *PROSE, y=740)
        pages.turn()
    text = document(pages.data()).text
    assert [number for number in range(1, 7) if f"Question {number}" in text] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("#", ""),
        ("- # -", ""),
        ("Page #", ""),
        ("# | Report of a town", "Report of a town"),
        ("Report of a town #", "Report of a town"),
        ("Page # of 6", ""),
        ("#/6", ""),
        ("Town | Page # of 6 | Secret", "Town | | Secret"),
        ("Budget 2023", "Budget 2023"),
        ("Report of a town, page #", "Report of a town,"),
    ],
)
def test_page_numbers_in_the_margin_go_however_they_are_written(line: str, kept: str) -> None:
    text = _edges("The council met on that day.", line, last_y=40)
    assert text.count(kept) == 1 or not kept
    text = text.replace(kept, "")
    assert "Report" not in text
    assert "Page" not in text
    assert not re.search(r"\d", text)


def test_a_footer_goes_from_a_page_that_is_full_down_to_it_too() -> None:
    pages = Pages()
    for number in range(1, 7):
        pages.write(f"Of case {chr(64 + number)} the council said that it would be looked into.", y=TOP)
        if number == 4:
            pages.write("This page is so full that the last line of it comes close to the footer,", y=56)
        pages.write("Report of a town", y=42)
        pages.turn()
    text = document(pages.data()).text
    assert "so full" in text
    assert text.count("Report") == 1


def test_the_page_numbers_of_two_pages_go() -> None:
    assert not re.search(r"\d", _edges("The council met on that day.", "Page # of 2", pages=2, last_y=40))


def test_what_each_furniture_says_is_kept_once_on_the_first_page_that_says_it() -> None:
    pages = Pages()
    for number in range(1, 9):
        if number > 1:
            pages.write("Cabinet 14 March 2023", y=810, size=9)
        pages.write(f"In the year {2000 + number * 7} something else was found in part {chr(64 + number)}.", y=700)
        pages.write(f"Report of the Director - Page {number}", y=30, size=9)
        pages.turn()
    found = document(pages.data())
    kept = [
        (found.page_at(block.start), found.text[block.start : block.end])
        for block in found.blocks
        if block.kind == "furniture"
    ]
    assert kept == [(1, "Report of the Director"), (2, "Cabinet 14 March 2023")]


@pytest.mark.parametrize("angle", [30, 45, 60, -45])
@pytest.mark.parametrize("count", [1, 3])
def test_text_askew_over_pages_is_a_watermark(angle: int, count: int) -> None:
    pages = Pages()
    for number in range(count):
        pages.canvas.saveState()
        pages.canvas.translate(200, 400)
        pages.canvas.rotate(angle)
        pages.canvas.setFillGray(0.85)
        pages.write("DRAFT ONLY", x=0, y=0, size=70)
        pages.canvas.restoreState()
        pages.write(f"Library review {number}", size=18)
        pages.write(*PROSE, y=TOP - 40)
        pages.turn()
    found = document(pages.data())
    assert found.text.count("DRAFT ONLY") == 1
    assert shown(found)[0] == ("furniture", "DRAFT ONLY")
    assert found.title == "Library review 0"


@pytest.mark.parametrize(("gray", "count"), [(0.8, 1), (0.8, 4), (0.3, 4)])
def test_large_upright_text_behind_the_words_is_a_watermark(gray: float, count: int) -> None:
    pages = Pages()
    for number in range(count):
        pages.canvas.setFillGray(gray)
        pages.write("COPY", x=150, y=TOP - 70, size=90)
        pages.canvas.setFillGray(0)
        pages.write(f"Library review {number}", size=18)
        pages.write(*PROSE, y=TOP - 30)
        pages.turn()
    found = document(pages.data())
    assert [text for kind, text in shown(found) if kind == "furniture"] == ["COPY"]
    assert "COPY" not in found.title


def test_a_white_title_on_a_dark_band_is_a_title() -> None:
    pages = Pages()
    pages.canvas.rect(0, 720, 600, 80, stroke=0, fill=1)
    pages.canvas.setFillGray(1)
    pages.write("Library review", y=745, size=34)
    pages.canvas.setFillGray(0)
    pages.write(*PROSE, y=600)
    assert document(pages.data()).title == "Library review"


def test_furniture_that_says_the_title_again_is_not_kept() -> None:
    pages = Pages()
    for number in range(1, 6):
        pages.write("Library review", y=810, size=9)
        if number == 1:
            pages.write("Library Review", size=20)
        pages.write(f"In the year {2000 + number * 7} something else was found in part {chr(64 + number)}.", y=700)
        pages.turn()
    assert document(pages.data()).text.casefold().count("library review") == 1


def two_pages(top: str, bottom: str) -> str:
    """The text of two full pages with a header and a footer in which # is the page's number."""
    pages = Pages()
    for number in (1, 2):
        pages.write(top.replace("#", str(number)), y=815, size=9)
        for place in range(12):
            pages.write(f"{number}{chr(65 + place)} begins what is told here.", *PROSE, y=760 - 50 * place)
        pages.write(bottom.replace("#", str(number)), y=30, size=9)
        pages.turn()
    return document(pages.data()).text


@pytest.mark.parametrize(
    ("top", "bottom", "kept"),
    [
        ("Scrutiny Committee of the town", "Page # of 2", ["Scrutiny Committee of the town"]),
        ("Scrutiny Committee of the town", "Thornby Council Page # of 2", ["Scrutiny", "Thornby Council"]),
        ("Official", "Thornby Council, page #", ["Official", "Thornby Council"]),
        ("#/2", "The town plan | #", []),
    ],
)
def test_what_two_pages_repeat_is_kept_once(top: str, bottom: str, kept: list[str]) -> None:
    text = two_pages(top, bottom)
    assert [text.count(words) for words in kept] == [1] * len(kept)
    assert not re.search(r"[Pp]age \d|\d/2", text)


@pytest.mark.parametrize("line", ["Question #", "Grant #: agreed", "Appendix # to the plan"])
def test_lines_of_two_pages_that_differ_in_a_number_are_kept(line: str) -> None:
    text = two_pages(line, line)
    assert all(text.count(line.replace("#", number)) == 2 for number in "12")
