"""Pages of a PDF that look scanned are recognised, or named with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from benchmarks.scanned import picture_pdf
from corpus.document import Document
from corpus.recognition.recogniser import Recogniser, using
from corpus.recognition.scans import counted_pages, pages_in_words, uncertain
from tests.drawn_pdf import PROSE, SECOND, Pages
from tests.scans import (
    FOUND,
    document,
    instead_of_tesseract,
    needs_tesseract,
    page,
    read,
    scan,
    scanned_letter,
    without_tesseract,
)


def pictured(pages: Pages, *, share: float = 1.0) -> None:
    """Put a picture over a share of a page's height."""
    dark = Image.linear_gradient("L")
    pages.canvas.drawImage(ImageReader(dark), 0, 0, 596, 842 * share)


def test_a_scan_without_tesseract_is_refused_with_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_tesseract(tmp_path, monkeypatch)
    reading = read("letter.pdf", scanned_letter())
    assert reading.documents == ()
    assert reading.errors[0].reason.startswith("It looks scanned: no text on its 1 page. Install Tesseract")


def test_scanned_pages_among_others_are_named_without_tesseract(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_tesseract(tmp_path, monkeypatch)
    pages = Pages()
    for number in range(1, 7):
        if number in (2, 4, 5):
            pictured(pages)
        else:
            pages.write(*PROSE, y=700 - 20 * number)
        pages.turn()
    reading = read("a.pdf", pages.data())
    (warning,) = reading.warnings
    assert warning.reason.startswith("Little or no text, but a picture, on 3 of 6 pages (2, 4-5). Install Tesseract")
    assert len(reading.documents) == 1


def test_recognised_pages_stand_in_their_place_with_their_certainty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, FOUND)
    pages = Pages()
    pages.write(*PROSE)
    pages.turn()
    pictured(pages)
    pages.turn()
    pages.write("The last page is printed.")
    found = document("a.pdf", pages.data())
    assert found.text == " ".join(PROSE) + "\n\nThe bridge closed.\n\nThe last page is printed."
    assert found.recognised == ((2, 0.8),)
    start = found.text.index("The bridge")
    assert found.page_at(start) == 2 and found.certainty_of(start, start + 4) == 0.8
    assert found.certainty_of(0, 5) is None and found.certainty_of(0, len(found.text)) == 0.8


def test_a_stamp_on_a_scan_is_kept_once_and_does_not_hide_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, FOUND)
    pages = Pages()
    pictured(pages)
    pages.write("Agenda item 7, appendix B, page 41", y=800)
    # the picture shows the line that is also there as text: 842 points less 225 is where FOUND has it
    pages.write("The bridge closed.", x=72, y=842 - 225, size=27)
    found = document("a.pdf", pages.data())
    assert found.text.count("bridge") == 1 and "appendix B" in found.text
    assert found.recognised == ((1, 0.8),)


@pytest.mark.parametrize(
    ("lines", "share", "is_recognised"),
    [
        ((), 0.2, True),
        (("A short caption of it",), 0.9, True),
        (("A short caption of it",), 0.5, False),
        ((*PROSE, *SECOND), 1.0, False),
    ],
)
def test_a_page_looks_scanned_by_how_little_it_says_beside_its_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], share: float, is_recognised: bool
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, FOUND)
    pages = Pages()
    pictured(pages, share=share)
    pages.write(*lines)
    assert bool(document("a.pdf", pages.data()).recognised) is is_recognised


def test_letters_that_are_drawn_as_shapes_are_recognised_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, FOUND)
    pages = Pages()
    for number in range(50):
        pages.canvas.circle(100 + 5 * number, 500, 2)
    assert document("a.pdf", pages.data()).text == "The bridge closed."


def test_a_blank_page_and_a_page_with_a_rule_are_only_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_tesseract(tmp_path, monkeypatch)
    pages = Pages()
    pages.turn()
    pages.canvas.line(10, 10, 500, 10)
    assert read("a.pdf", pages.data()).errors[0].empty


def test_pages_that_fail_and_pages_without_words_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, 'cat >/dev/null; echo "<html/>"')
    pages = Pages()
    pages.write(*PROSE)
    pages.turn()
    pictured(pages)
    data = pages.data()
    empty = read("a.pdf", data)
    assert empty.warnings[0].reason.startswith("No text was recognised in the picture on 1 of 2 pages (2).")
    assert "no text was recognised on its 1 page" in read("b.pdf", scanned_letter()).errors[0].reason
    (tmp_path / "programs" / "tesseract").unlink()
    (tmp_path / "programs").rmdir()
    instead_of_tesseract(tmp_path, monkeypatch, "exec sleep 20")
    with using(Recogniser(page_seconds=1)):
        slow = read("a.pdf", data)
        assert slow.warnings[0].reason == (
            "Text recognition took longer than 1 s (QA_OCR_PAGE_SECONDS) on 1 of 2 pages (2); "
            "the other pages were read."
        )
        assert "took longer than 1 s" in read("b.pdf", scanned_letter()).errors[0].reason


def test_what_was_recognised_in_the_time_is_kept_and_the_other_pages_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, f"sleep 1.1; {FOUND}")
    pages = Pages()
    for number in range(1, 7):
        if number == 5:
            pages.write(*PROSE)
        else:
            pictured(pages)
        pages.turn()
    with using(Recogniser(file_seconds=1)):
        reading = read("a.pdf", pages.data())
    (found,) = reading.documents
    assert found.text.startswith("The bridge closed.") and PROSE[0] in found.text and found.recognised == ((1, 0.8),)
    (warning,) = reading.warnings
    assert warning.reason == (
        "4 of 6 pages (2-4, 6) were not read, since after 1 s (QA_OCR_FILE_SECONDS) no further page of a file is "
        "recognised. Split it, or set that higher. The other pages were read."
    )


def test_a_scan_of_which_nothing_was_read_in_the_time_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, 'sleep 1.1; cat >/dev/null; echo "<html/>"')
    pages = Pages()
    for _ in range(3):
        pictured(pages)
        pages.turn()
    with using(Recogniser(file_seconds=1)):
        (error,) = read("a.pdf", pages.data()).errors
    assert error.reason.startswith("It looks scanned. 2 of 3 pages (2-3) were not read"), error.reason
    assert not error.empty


def test_uncertain_pages_are_named_with_the_least_certainty() -> None:
    assert list(uncertain({1: 0.8, 2: 0.95}, 2)) == []
    (told,) = uncertain({1: 0.79, 3: 0.62, 4: 0.9}, 5)
    assert told.startswith("The text recognised on 2 of 5 pages (1, 3) is uncertain (as little as 62 % sure).")


def test_pages_are_counted_in_words() -> None:
    assert (counted_pages(1), counted_pages(3)) == ("1 page", "3 pages")
    assert pages_in_words([2, 5, 6], 9) == "3 of 9 pages (2, 5-6)"
    assert pages_in_words(range(1, 40, 2), 40).endswith("21, 23, …)")


def words(found: Document) -> list[str]:
    return found.text.split()


@needs_tesseract
@pytest.mark.parametrize(("turned", "noise"), [(0.7, 12.0), (90.0, 0.0), (180.0, 0.0)])
def test_a_scanned_letter_is_read_word_for_word(turned: float, noise: float) -> None:
    found = document("letter.pdf", picture_pdf(scan(turned=turned, noise=noise), 200))
    printed = document("printed.pdf", page())
    assert words(found) == words(printed)
    assert [block.kind for block in found.blocks] == [block.kind for block in printed.blocks]
    ((number, certainty),) = found.recognised
    assert number == 1 and 0.85 < certainty <= 1
