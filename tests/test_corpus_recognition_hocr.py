"""What Tesseract writes becomes the lines of a page as a reader of the upright sheet sees them."""

from __future__ import annotations

import pytest

from corpus.layout.page import Piece
from corpus.recognition.hocr import RecognisedPage, page_of

WIDTH, HEIGHT = 1000, 1400


def word(text: str, left: int, top: int, right: int, bottom: int, sure: int = 90) -> str:
    return f"<span class='ocrx_word' title='bbox {left} {top} {right} {bottom}; x_wconf {sure}'>{text}</span>"


def line(*words: str, title: str = "") -> str:
    return f"<span class='ocr_line' title=\"{title}\">{''.join(words)}</span>"


def recognised(*paragraphs: str) -> RecognisedPage:
    body = "".join(f"<p class='ocr_par'>{lines}</p>" for lines in paragraphs)
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><div class="ocr_page">{body}</div></body></html>'
    return page_of(page.encode(), 1, WIDTH, HEIGHT, 72, 0.6)


def pieces(page: RecognisedPage) -> list[Piece]:
    return [piece for line in page.page.lines for piece in line]


def texts(page: RecognisedPage) -> list[str]:
    return [piece.text for piece in pieces(page)]


def test_words_of_a_line_become_pieces_parted_by_wide_gaps() -> None:
    page = recognised(
        line(
            word("North", 100, 100, 150, 120),
            word("ward", 156, 100, 200, 120),
            word("41", 400, 100, 420, 120),
            title="bbox 100 100 420 120; baseline 0 -4; x_size 20; x_descenders 4",
        )
    )
    assert texts(page) == ["North ward", "41"]
    first, second = pieces(page)
    assert (first.left, first.right, first.bottom, first.top) == (100, 200, 1280, 1300)
    assert (second.left, first.first_word, first.words[1].left) == (400, 50, 156)
    assert page.certainties == (0.9, 0.9, 0.9) and page.sure_letters == 11


@pytest.mark.parametrize(
    ("turn", "place", "upright"),
    [
        (90, (100, 600, 120, 900), [500, 800, 880, 900]),  # upwards along the left edge
        (180, (600, 1280, 900, 1300), [100, 400, 1280, 1300]),
        (270, (880, 100, 900, 400), [100, 400, 880, 900]),  # downwards along the right edge
    ],
)
def test_a_sheet_that_lies_turned_is_read_upright(
    turn: int, place: tuple[int, int, int, int], upright: list[float]
) -> None:
    (piece,) = pieces(recognised(line(word("Minutes", *place), title=f"textangle {turn}; x_size 20")))
    assert [piece.left, piece.right, piece.bottom, piece.top] == upright


def test_sloping_lines_are_levelled() -> None:
    sloping = "bbox {}; baseline -0.05 0; x_size 20; x_descenders 0"
    left = line(word("Ward", 100, 120, 140, 140), title=sloping.format("100 120 140 140"))
    right = line(word("41", 800, 85, 820, 105), title=sloping.format("800 85 820 105"))
    page = recognised(left, right)
    assert [[piece.text for piece in line] for line in page.page.lines] == [["Ward", "41"]]


def test_almost_equal_sizes_of_type_are_one_and_others_stay() -> None:
    def sized(size: float, top: int) -> str:
        return line(word("something", 100, top, 300, top + 20), title=f"x_size {size}")

    page = recognised(*(sized(20 + 0.5 * (number % 2), 40 * number) for number in range(1, 7)), sized(30, 400))
    assert len({piece.height for piece in pieces(page)[:6]}) == 1
    assert pieces(page)[6].height == 30


@pytest.mark.parametrize(
    ("ends", "text", "broken"),
    [("improve-", "improve", True), ("2019-", "2019-", False), ("-", "-", False), ("improve", "improve", False)],
)
def test_a_hyphen_at_the_end_of_a_line_may_break_a_word(ends: str, text: str, broken: bool) -> None:
    (piece,) = pieces(recognised(line(word(ends, 100, 100, 150, 120))))
    assert (piece.text, piece.broken) == (text, broken)


def test_specks_and_ruled_lines_are_no_words_and_unsure_words_are_kept() -> None:
    page = recognised(
        line(
            word("|", 90, 100, 92, 120, 95),
            word("~", 94, 100, 99, 120, 20),
            word("Tbe", 100, 100, 130, 120, 11),
            word("–", 135, 100, 139, 120, 70),
        )
    )
    assert texts(page) == ["Tbe –"]
    assert page.certainties == (0.11, 0.7) and page.sure_letters == 0


def test_a_page_without_words_has_none() -> None:
    page = recognised()
    assert texts(page) == [] and page.certainties == ()


def test_signs_written_as_entities_are_signs_and_no_entity_is_expanded() -> None:
    page = recognised(line(word("children&#39;s", 1, 1, 9, 9), word("A&amp;E", 12, 1, 20, 9)))
    assert texts(page) == ["children's A&E"]
    declared = b'<!DOCTYPE html [<!ENTITY b "boom">]>'
    inside = line(word("&b;", 1, 1, 9, 9)).encode()
    page = page_of(declared + b"<html><p>" + inside + b"</p></html>", 1, WIDTH, HEIGHT, 72, 0.6)
    assert "boom" not in texts(page)
