"""Words are put together by where they stand, whatever the order and the direction in which a file draws them."""

from __future__ import annotations

import io
import random

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.drawn_pdf import LEFT, PITCH, PROSE, SECOND, TOP, Pages, document, shown

WHOLE = [("paragraph", " ".join(PROSE)), ("paragraph", " ".join(SECOND))]
LINES = [(line, TOP - PITCH * index) for index, line in enumerate(PROSE)] + [
    (line, TOP - PITCH * (index + len(PROSE)) - 12) for index, line in enumerate(SECOND)
]


def draw_words(pages: Pages, order: list[tuple[float, float, str]]) -> None:
    for x, y, text in order:
        pages.write(text, x=x, y=y)


def words_in_place() -> list[tuple[float, float, str]]:
    return [
        (LEFT + stringWidth(" ".join([*line.split()[:index], ""]), "Helvetica", 12), y, word)
        for line, y in LINES
        for index, word in enumerate(line.split())
    ]


@pytest.mark.parametrize("seed", range(5))
def test_lines_in_any_order_are_read_in_the_order_of_the_page(seed: int) -> None:
    pages = Pages()
    for line, y in random.Random(seed).sample(LINES, len(LINES)):
        pages.write(line, y=y)
    assert shown(document(pages.data())) == WHOLE


@pytest.mark.parametrize("seed", range(5))
def test_words_in_any_order_are_read_in_the_order_of_the_page(seed: int) -> None:
    pages = Pages()
    words = words_in_place()
    draw_words(pages, random.Random(seed).sample(words, len(words)))
    assert shown(document(pages.data())) == WHOLE


def test_letters_drawn_one_by_one_from_the_right_are_words() -> None:
    pages = Pages()
    x = LEFT
    places = []
    for char in "The depot moved in spring":
        places.append((x, TOP, char))
        x += stringWidth(char, "Helvetica", 12)
    draw_words(pages, [place for place in reversed(places) if place[2] != " "])
    pages.write(*PROSE, y=TOP - 40)
    assert document(pages.data()).text.startswith("The depot moved in spring")


@pytest.mark.parametrize("angle", [90, 270, 180])
def test_turned_text_beside_a_text_is_whole_lines(angle: int) -> None:
    pages = Pages()
    pages.write(*PROSE)
    pages.canvas.saveState()
    pages.canvas.translate(40, 300)
    pages.canvas.rotate(angle)
    pages.write("Printed for the archive of the town", x=0, y=0)
    pages.write("in two copies", x=0, y=-PITCH)
    pages.canvas.restoreState()
    assert shown(document(pages.data())) == [
        ("paragraph", " ".join(PROSE)),
        ("paragraph", "Printed for the archive of the town in two copies"),
    ]


@pytest.mark.parametrize("angle", [90, 270])
def test_a_page_drawn_on_its_side_is_read(angle: int) -> None:
    pages = Pages()
    width, height = A4
    pages.canvas.translate(*{90: (width, 0.0), 270: (0.0, height)}[angle])
    pages.canvas.rotate(angle)
    y = pages.write(*PROSE, y=500)
    pages.write(*SECOND, y=y - 12)
    assert shown(document(pages.data())) == WHOLE


@pytest.mark.parametrize(
    ("before", "raised", "after", "text"),
    [
        ("the depot", "1", " was moved", "the depot¹ was moved"),
        ("costs 10", "6", " pounds", "costs 10⁶ pounds"),
        ("an area of 40 m", "2", "", "an area of 40 m²"),
        ("as was agreed.", "12", " The work began", "as was agreed.¹² The work began"),
        ("25.5%", "4", " of homes", "25.5%⁴ of homes"),
    ],
)
def test_raised_digits_stay_in_their_line_and_apart_from_numbers(
    before: str, raised: str, after: str, text: str
) -> None:
    pages = Pages()
    pages.write("The committee considered the report on this.")
    y = TOP - PITCH
    pages.write(before, y=y)
    x = LEFT + stringWidth(before, "Helvetica", 12)
    pages.write(raised, x=x, y=y + 5, size=7)
    if after:
        pages.write(after.strip(), x=x + stringWidth(raised, "Helvetica", 7) + 3, y=y)
    pages.write("Nothing else was said of it on that day.", y=y - PITCH)
    assert f"{text}" in document(pages.data()).text.replace("\n\n", " ")


@pytest.mark.parametrize(
    ("mark", "word", "text"),
    [
        ("a", "Consider a biopsy", "a Consider a biopsy"),
        ("1", "Consider the appeal", "¹ Consider the appeal"),
        ("12", "The day of the meeting", "¹² The day of the meeting"),
        ("bb", "Evidence was heard", "bb Evidence was heard"),
        ("3", "See minute 41", "³ See minute 41"),
    ],
)
def test_the_raised_mark_of_a_note_is_no_part_of_its_first_word(mark: str, word: str, text: str) -> None:
    pages = Pages()
    y = pages.write(*PROSE) - 40
    pages.write(mark, x=LEFT, y=y + 4, size=7)
    pages.write(f"{word} in full.", x=LEFT + stringWidth(mark, "Helvetica", 7), y=y)
    assert f"{text} in full." in document(pages.data()).text


@pytest.mark.parametrize("gap", [1.3, 1.7, 2.2, 2.8])
@pytest.mark.parametrize(
    "sentence", ["China Ocean Shipping Company", "A list of the wards of Upton", "Held on 5 May 2023"]
)
def test_letters_that_text_recognition_set_apart_are_words(sentence: str, gap: float) -> None:
    pages = Pages()
    x = LEFT
    for word in sentence.split():
        for part, tail in ((word[:-1], ""), (word[-1], " ")):
            text = pages.canvas.beginText(x, TOP)
            text.setFont("Helvetica", 12)
            text.setCharSpace(gap)
            text.textOut(part + tail)
            pages.canvas.drawText(text)
            x += stringWidth(part, "Helvetica", 12) + gap * len(part)
        x += stringWidth(" ", "Helvetica", 12) + 2 * gap
    assert document(pages.data()).text == sentence


def test_a_hyphen_before_a_second_half_stays() -> None:
    pages = Pages()
    y = pages.write(
        "The plan has short-", "and long-term aims for the town and for all of its people, and is up-", "to-date."
    )
    pages.write(*PROSE, y=y - 12)
    text = document(pages.data()).text
    assert "short- and long-term aims" in text
    assert "up-to-date" in text


def test_a_page_with_a_page_box_of_its_own_is_read() -> None:
    pages = Pages()
    pages.write(*PROSE)
    with pypdfium2.PdfDocument(pages.data()) as pdf:
        pdf[0].set_cropbox(50, 50, 560, 800)
        buffer = io.BytesIO()
        pdf.save(buffer)
    assert shown(document(buffer.getvalue())) == WHOLE[:1]
