"""Pictures of pages are made once, kept within bounds, and never waited for too long."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tests.drawn_pdf import Pages
from tests.town import wait_for
from web.page_drawing import Wanted
from web.page_images import Busy, PageImages


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    pages = Pages()
    for number in (1, 2, 3):
        pages.write(f"This is page {number}.")
        pages.canvas.showPage()
    pages.canvas.save()
    (tmp_path / "a.pdf").write_bytes(pages.buffer.getvalue())
    return tmp_path / "a.pdf"


def drawn(images: PageImages, path: Path, wanted: Wanted, sha256: str = "0") -> bytes | None:
    with path.open("rb") as file:
        return images.image(file, sha256, wanted)


def test_a_page_is_drawn_once_and_kept_by_what_the_file_holds(pdf: Path, tmp_path: Path) -> None:
    images = PageImages()
    first = drawn(images, pdf, Wanted(1))
    assert first is not None and first.startswith(b"\x89PNG")
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    assert drawn(images, empty, Wanted(1)) == first, "it is not drawn again"
    assert drawn(images, empty, Wanted(1), "1") is None
    assert drawn(images, empty, Wanted(2)) is None
    assert images.size == len(first)


def test_the_oldest_make_way_for_the_newest(pdf: Path, tmp_path: Path) -> None:
    images = PageImages(kept=2)
    for page in (1, 2, 1, 3):
        assert drawn(images, pdf, Wanted(page))
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    assert [drawn(images, empty, Wanted(page)) is not None for page in (1, 2, 3)] == [True, False, True]
    small = PageImages(kept_bytes=10)
    assert drawn(small, pdf, Wanted(1)) and small.size == 0


def test_what_cannot_be_drawn_or_takes_too_long_is_no_picture(pdf: Path, tmp_path: Path) -> None:
    assert drawn(PageImages(), pdf, Wanted(4)) is None
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    assert drawn(PageImages(), tmp_path / "b.pdf", Wanted(1)) is None
    assert drawn(PageImages(seconds=0.001), pdf, Wanted(1)) is None


def test_who_would_wait_too_long_for_others_is_told_so(pdf: Path) -> None:
    with pytest.raises(Busy):
        drawn(PageImages(seconds=0.1, at_once=0), pdf, Wanted(1))
    images = PageImages(at_once=1)
    assert drawn(images, pdf, Wanted(4)) is None and drawn(images, pdf, Wanted(1)), "a failure holds up nobody"


def test_of_many_who_ask_only_eight_may_wait_and_the_others_are_told_at_once() -> None:
    images = PageImages(seconds=600, at_once=8)
    told: list[bytes | Busy | None] = []
    coming, end = os.pipe()  # a file that does not come to its end until the pipe is closed

    def ask(page: int) -> None:
        with os.fdopen(os.dup(coming), "rb") as file:
            try:
                told.append(images.image(file, "0", Wanted(page)))
            except Busy as busy:
                told.append(busy)

    asking = [threading.Thread(target=ask, args=(page,)) for page in range(1, 13)]
    for thread in asking:
        thread.start()
    try:
        wait_for(lambda: len(told) == 4)
    finally:
        os.close(end)
        for thread in asking:
            thread.join()
        os.close(coming)
    assert [isinstance(one, Busy) for one in told] == [True] * 4 + [False] * 8
