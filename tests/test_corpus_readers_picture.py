"""Pictures of text are read where Tesseract is installed, and elsewhere named with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from benchmarks.scanned import picture_file
from corpus.files import find_files
from corpus.readers import FORMAT_OF_SUFFIX
from corpus.recognition.recogniser import Recogniser, using
from tests.scans import document, instead_of_tesseract, needs_tesseract, read, scan, without_tesseract

FOUND = (
    'cat >/dev/null; echo "<html><p><span title=\\"x_size 40\\">'
    '<span title=\\"bbox 300 900 600 940; x_wconf 70\\">Bridge</span>'
    '<span title=\\"bbox 610 900 900 940; x_wconf 60\\">closed.</span></span></p></html>"'
)


def sheet(shade: int = 0) -> Image.Image:
    return Image.linear_gradient("L") if not shade else Image.new("L", (200, 200), shade)


def test_without_tesseract_pictures_are_passed_over_with_how_to_have_them_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_tesseract(tmp_path, monkeypatch)
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "letter.png").write_bytes(picture_file([sheet()], "PNG"))
    (folder / "plan.TIF").write_bytes(picture_file([sheet()], "TIFF"))
    found = find_files([folder])
    assert found.files == () and [error.where for error in found.skipped] == ["letter.png", "plan.TIF"]
    assert found.skipped[0].reason.startswith("A picture is not read here. Install Tesseract")
    assert read("letter.png", picture_file([sheet()], "PNG")).errors[0].reason.startswith("It is a picture. Install")


@pytest.mark.parametrize(
    ("name", "form", "media_type"),
    [
        ("a.png", "PNG", "image/png"),
        ("a.jpg", "JPEG", "image/jpeg"),
        ("a.jpeg", "JPEG", "image/jpeg"),
        ("a.tif", "TIFF", "image/tiff"),
        ("a.png", "JPEG", "image/jpeg"),
    ],
)
def test_pictures_of_each_kind_become_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, form: str, media_type: str
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, FOUND)
    found = document(name, picture_file([sheet()], form))
    assert (found.text, found.media_type, found.recognised, found.pages) == (
        "Bridge closed.",
        media_type,
        ((1, 0.65),),
        (0,),
    )


def test_each_sheet_of_a_tiff_is_a_page_and_an_empty_one_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, FOUND)
    found = document("a.tiff", picture_file([sheet(), sheet(255), sheet()], "TIFF"))
    assert found.text == "Bridge closed.\n\nBridge closed."
    assert [number for number, _ in found.recognised] == [1, 3]
    assert found.page_at(len(found.text) - 1) == 3


def test_an_uncertain_picture_is_named_and_a_photograph_is_only_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, FOUND)
    assert "65 % sure" in read("a.png", picture_file([sheet()], "PNG")).warnings[0].reason
    empty = read("logo.png", picture_file([sheet(200)], "PNG"))
    assert empty.documents == () and empty.errors[0].empty


def test_a_picture_that_is_damaged_or_takes_too_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, "exit 1")
    whole = picture_file([sheet()], "PNG")
    assert read("a.png", whole).errors[0].reason == "It is a picture, and text recognition failed (CalledProcessError)."
    assert "damaged picture" in read("a.png", whole[:200]).errors[0].reason


def test_pages_of_a_tiff_that_were_not_read_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, f"sleep 1.1; {FOUND}")
    data = picture_file([sheet()] * 5, "TIFF")
    with using(Recogniser(file_seconds=1)):
        reading = read("a.tiff", data)
    (found,) = reading.documents
    assert found.text == "Bridge closed." and found.recognised == ((1, 0.65),)
    assert reading.warnings[0].reason.startswith("4 of 5 pages (2-5) were not read, since after 1 s")


def test_a_page_of_a_tiff_that_fails_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tmp_path / "first"
    instead_of_tesseract(tmp_path, monkeypatch, f"test -e {first} && exit 1; touch {first}; {FOUND}")
    reading = read("a.tiff", picture_file([sheet()] * 2, "TIFF"))
    assert len(reading.documents) == 1
    assert "failed (CalledProcessError) on 1 of 2 pages (2); the other pages were read" in reading.warnings[0].reason


def test_a_tiff_of_which_nothing_was_read_in_the_time_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, 'sleep 1.1; cat >/dev/null; echo "<html/>"')
    with using(Recogniser(file_seconds=1)):
        (error,) = read("a.tiff", picture_file([sheet()] * 2, "TIFF")).errors
    assert error.reason.startswith("It is a picture. 1 of 2 pages (2) was not read") and not error.empty


def test_a_picture_under_another_format_s_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, FOUND)
    assert FORMAT_OF_SUFFIX[".jpg"].kind == "picture"
    assert "It holds a picture of text, not a PDF" in read("a.pdf", picture_file([sheet()], "PNG")).errors[0].reason


@needs_tesseract
def test_a_photographed_letter_is_read_with_its_heading_as_its_title() -> None:
    found = document("letter.jpg", picture_file(scan(turned=0.5, noise=8), "JPEG", dots_per_inch=None))
    assert found.title == "Footbridge at Mill Lane"
    assert "two of its beams have rotted" in found.text and found.recognised[0][1] > 0.8
