"""What is usual in a body of text is what most of its characters and lines have."""

from __future__ import annotations

from corpus.layout.page import Line, Piece, Style, rounded, usual_style


def line(text: str, bottom: float, height: float = 10, bold: bool = False) -> Line:
    return [Piece(text, 0, 100, bottom, bottom + height, bold, 10)]


def test_the_height_of_most_characters_is_the_body_s() -> None:
    titles = [line("A title", 750, 20), line("Another title", 700, 20)]
    lines = [*titles, line("x" * 30, 640), line("x" * 30, 626), line("x" * 30, 612)]
    assert usual_style([lines]) == Style(height=10, pitch=14, bold=False)


def test_the_body_is_bold_where_more_of_its_characters_are() -> None:
    assert usual_style([[line("xxx", 700, bold=True), line("xx", 686)]]).bold
    assert not usual_style([[line("xx", 700, bold=True), line("xx", 686)]]).bold


def test_lines_far_apart_or_over_each_other_say_nothing_of_the_pitch() -> None:
    far = [line("x", 700), line("x", 670), line("x", 640), line("x", 629)]
    assert usual_style([far]).pitch == 11
    close = [line("x", 700), line("x", 695), line("x", 690), line("x", 678)]
    assert usual_style([close]).pitch == 12


def test_the_pitch_is_at_most_twice_the_height() -> None:
    assert usual_style([[line("x", 700), line("x", 675)]]).pitch == 20


def test_pages_without_text_have_a_style_all_the_same() -> None:
    assert usual_style([[]]) == Style(height=12.0, pitch=12.0, bold=False)


def test_lengths_are_rounded_to_half_a_point() -> None:
    assert [rounded(points) for points in (9.9, 10.2, 10.3, 10.74)] == [10, 10, 10.5, 10.5]


def test_a_piece_is_as_high_as_its_room() -> None:
    assert line("x", 700, 12)[0].height == 12
