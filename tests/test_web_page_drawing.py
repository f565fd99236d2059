"""A page is drawn with the words boxed that are meant, wherever they stand."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from tests.drawn_pdf import Pages
from web.page_drawing import Wanted, boxes_of, draw, letters_of


def pdf(*lines: str) -> bytes:
    pages = Pages()
    pages.write(*lines)
    pages.canvas.showPage()
    pages.write("The second page.")
    pages.canvas.save()
    return pages.buffer.getvalue()


def boxed(data: bytes, wanted: Wanted) -> list[str]:
    """The words within each box."""
    page = pypdfium2.PdfDocument(data)[wanted.page - 1]
    text = page.get_textpage()
    return [text.get_text_bounded(*box).strip() for box in boxes_of(page, wanted)]


def test_words_are_found_over_line_ends_hyphens_and_other_spaces() -> None:
    data = pdf("The town pool re-", "opened on 3 May 2021.", "It is large.")
    assert boxed(data, Wanted(1, "pool reopened on  3 May")) == ["pool re", "opened on 3 May"]
    assert boxed(data, Wanted(2, "second page")) == ["second page"]
    assert boxed(data, Wanted(2, "pool")) == []
    assert boxed(data, Wanted(1, "…")) == []


def test_of_words_that_stand_there_more_than_once_those_are_boxed_that_are_meant() -> None:
    data = pdf("It was good.", "It was good.", "It was good.")
    heights = [boxes_of(pypdfium2.PdfDocument(data)[0], Wanted(1, "was good", earlier)) for earlier in range(4)]
    tops = [boxes[0].top for boxes in heights]
    assert tops[0] > tops[1] > tops[2] == tops[3]


def test_cells_of_a_row_are_looked_for_one_by_one() -> None:
    data = pdf("Help", "Good", "Care")
    assert boxed(data, Wanted(1, "Help | Care")) == ["Help", "Care"]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_tint_lies_on_the_words_however_the_page_is_turned(turned: int) -> None:
    document = pypdfium2.PdfDocument(pdf("The pool is open."))
    document[0].set_rotation(turned)
    saved = io.BytesIO()
    document.save(saved)
    plain, marked = (
        Image.open(io.BytesIO(draw(saved.getvalue(), Wanted(1, words)))).convert("RGB") for words in ("", "pool")
    )
    assert plain.size == marked.size
    difference = ImageChops.difference(plain, marked).convert("L").point(lambda shade: 255 if shade > 20 else 0)
    left, top, right, bottom = difference.getbbox() or (0, 0, 0, 0)
    long, short = max(right - left, bottom - top), min(right - left, bottom - top)
    assert 30 < long < 90 and 10 < short < 40


def test_a_very_large_page_is_drawn_smaller() -> None:
    pages = Pages()
    pages.canvas.setPageSize((14_000, 14_000))
    pages.write("Large.")
    pages.canvas.save()
    image = Image.open(io.BytesIO(draw(pages.buffer.getvalue(), Wanted(1))))
    assert image.width * image.height <= 4_100_000


def test_the_process_writes_the_page_that_its_argument_names(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("The pool is open."))
    command = [sys.executable, "-c", "from web.page_drawing import main; main()", json.dumps({"page": 2})]
    with (tmp_path / "a.pdf").open("rb") as file:
        done = subprocess.run(command, stdin=file, capture_output=True, check=True)
    assert Image.open(io.BytesIO(done.stdout)).format == "PNG"


def test_texts_are_compared_by_their_letters_alone() -> None:
    assert letters_of("Oﬃce – Café,\n№ 3") == "officecafeno3"
