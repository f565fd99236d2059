"""PDFs become running text with page numbers, without what every page repeats."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL.Image import Image
from reportlab.lib.pagesizes import A4

from tests.drawn_pdf import PITCH, PROSE, SECOND, TOP, Pages, document, read, rows, shown
from tests.scans import without_tesseract


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_turned_for_its_reader_is_read_as_it_looks(angle: int) -> None:
    pages = Pages()
    width, height = A4
    origin = {90: (width, 0.0), 180: (width, height), 270: (0.0, height)}[angle]
    pages.canvas.translate(*origin)
    pages.canvas.rotate(angle)
    y = pages.write(*PROSE, y=400)
    pages.write(*SECOND, y=y - 10)
    with pypdfium2.PdfDocument(pages.data()) as pdf:
        pdf[0].set_rotation(angle)
        buffer = io.BytesIO()
        pdf.save(buffer)
    assert shown(document(buffer.getvalue())) == [("paragraph", " ".join(PROSE)), ("paragraph", " ".join(SECOND))]


def test_title_and_date_come_from_the_first_page_not_from_a_template() -> None:
    pages = Pages()
    pages.canvas.setTitle("NAME OF COUNCIL - draft")
    y = pages.write("Inspection of a town", size=20, pitch=40)
    y = pages.write("Report published: 27 June 2016", y=y, pitch=24)
    pages.write(*PROSE, y=y)
    found = document(pages.data())
    assert (found.title, found.published) == ("Inspection of a town", date(2016, 6, 27))


@pytest.mark.parametrize(
    ("further", "title"), [("Rents", "Newsletter of the allotments"), (None, "Newsletter of the allotments: Hoses")]
)
def test_the_first_of_several_parts_is_not_named_in_the_title(further: str | None, title: str) -> None:
    pages = Pages()
    y = pages.write("Newsletter of the allotments", size=22, pitch=40)
    y = pages.write("Hoses", y=y, size=16, pitch=24)
    y = pages.write(*PROSE, y=y)
    if further:
        pages.write(*SECOND, y=pages.write(further, y=y - 30, size=16, pitch=24))
    assert document(pages.data()).title == title


def test_a_stated_title_that_the_first_page_shows_is_taken() -> None:
    pages = Pages()
    pages.canvas.setTitle("Inspection of a town")
    y = pages.write("INSPECTION OF A TOWN", size=20, pitch=40)
    pages.write(*PROSE, y=y)
    assert document(pages.data()).title == "Inspection of a town"


def test_locked_damaged_blank_and_scanned_files_are_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_tesseract(tmp_path, monkeypatch)
    locked = Pages(password="secret")
    locked.write(*PROSE)
    blank = Pages()
    blank.turn()
    scanned = Pages()
    for _ in range(3):
        scanned.canvas.drawInlineImage(pypdfium2.PdfDocument(_one_page())[0].render().to_pil(), 0, 0)
        scanned.turn()
    assert "password" in read(locked.data()).errors[0].reason
    assert "damaged" in read(b"%PDF-1.7\nand then nothing").errors[0].reason
    assert read(blank.data()).errors[0].empty
    assert (
        read(scanned.data()).errors[0].reason.startswith("It looks scanned: no text on its 3 pages. Install Tesseract")
    )


def _one_page() -> bytes:
    pages = Pages()
    pages.write(*PROSE)
    return pages.data()


def _scan() -> Image:
    found: Image = pypdfium2.PdfDocument(_one_page())[0].render().to_pil()
    return found


def test_pages_without_text_that_show_a_picture_are_noted_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_tesseract(tmp_path, monkeypatch)
    pages = Pages()
    for number in range(1, 8):
        if number in (2, 4, 5, 6):
            pages.canvas.drawInlineImage(_scan(), 0, 0)
        elif number != 7:  # page 7 is blank
            pages.write(*PROSE)
        pages.turn()
    reading = read(pages.data())
    assert reading.errors == ()
    assert len(reading.documents[0].pages) == 7
    (warning,) = reading.warnings
    assert warning.where == "a.pdf"
    assert warning.reason.startswith("Little or no text, but a picture, on 4 of 7 pages (2, 4-6). Install Tesseract")


def test_a_cover_sheet_with_text_before_many_scanned_pages_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_tesseract(tmp_path, monkeypatch)
    pages = Pages()
    pages.write(PROSE[0])
    pages.turn()
    for _ in range(9):
        pages.canvas.drawInlineImage(_scan(), 0, 0)
        pages.turn()
    reading = read(pages.data())
    assert reading.errors == ()
    assert PROSE[0] in reading.documents[0].text
    assert "9 of 10 pages (2-10)" in reading.warnings[0].reason


def test_a_damaged_page_is_noted_and_the_others_are_read() -> None:
    pages = Pages()
    for _ in range(3):
        pages.write(*PROSE)
        pages.turn()
    data = pages.data()
    second = [match.start() for match in re.finditer(rb"\d+ 0 obj\n<<\n/Contents", data)][1]
    reading = read(data[:second] + data[second:].replace(b"obj", b"xyz", 1))
    assert reading.errors == ()
    assert reading.documents[0].text
    assert reading.warnings[0].reason.startswith("1 of 3 pages (2) could not be read")


def test_a_file_cut_short_is_a_fault_or_a_document_but_no_crash() -> None:
    data = _one_page()
    for length in range(10, len(data), 97):
        reading = read(data[:length])
        assert reading.documents or reading.errors


def test_400_pages_are_read() -> None:
    pages = Pages()
    for number in range(1, 401):
        for line in range(12):
            pages.write(
                f"Clause {number * 31 + line * 7} says that the council met and agreed on something that day.",
                y=TOP - PITCH * line,
            )
        pages.write(f"{number}", y=30)
        pages.turn()
    found = document(pages.data())
    assert len(found.pages) == 400
    assert found.page_at(found.text.index(f"Clause {400 * 31} ")) == 400


@pytest.mark.parametrize(
    ("masthead", "stories", "title"),
    [
        ("Borough News", ("Bins", "Roads"), "Borough News"),
        ("The Mill Lane Messenger", ("New library", "Fair in May"), "The Mill Lane Messenger"),
        ("Borough News", ("", ""), "Borough News"),
        ("Borough News", ("Plan for the parks", ""), "Plan for the parks"),
        ("Thornby Borough Council", ("Bins", "Roads"), "Bins"),
    ],
)
def test_a_masthead_on_both_of_two_pages_is_the_title_where_no_heading_is(
    masthead: str, stories: tuple[str, str], title: str
) -> None:
    pages = Pages()
    for story in stories:
        pages.write(masthead, y=800, size=24)
        y = pages.write(story, y=740, size=15) - 10
        pages.write(*SECOND, y=pages.write(*PROSE, y=y) - 10)
        pages.turn()
    found = document(pages.data())
    assert found.title == title
    assert sum(text == masthead for _, text in shown(found)) == 1


@pytest.mark.shared
def test_the_gold_evidence_of_the_inspection_reports_is_in_their_text(shared_data: Path) -> None:
    def folded(text: str) -> str:
        plain = unicodedata.normalize("NFKC", text)  # a raised mark of a note is a digit there
        return re.sub(r"[\s|\-–‐◼▪•\ue000-\uf8ff]+", "", plain).casefold()

    found = wanted = 0
    texts: dict[str, str] = {}
    for line in (shared_data / "ofsted" / "spans.jsonl").read_text(encoding="utf-8").splitlines():
        span = json.loads(line)
        path = shared_data / "ofsted" / "pdf" / f"{span['doc_id']}.pdf"
        if path.exists():
            if path.name not in texts:
                texts[path.name] = folded(document(path.read_bytes()).text)
            wanted += 1
            found += folded(span["text"]) in texts[path.name]
    assert wanted >= 90
    assert found >= 0.99 * wanted


@pytest.mark.shared
def test_a_real_report_has_its_grid_headings_and_lists(shared_data: Path) -> None:
    path = shared_data / "ofsted" / "pdf" / "herefordshire_2018-07-23.pdf"
    found = document(path.read_bytes())
    blocks = shown(found)
    assert ("table_row", "Overall effectiveness | Requires improvement") in blocks
    assert ("heading", "What needs to improve") in blocks
    assert sum(kind == "list_item" for kind, _ in blocks) > 20
    assert found.title.startswith("Herefordshire: Inspection of children’s social care services")


@pytest.mark.parametrize("header", ["Cabinet 14 March 2023 - Report of the Director", "Minutes of the parks committee"])
def test_a_running_header_is_the_title_where_nothing_else_is(header: str) -> None:
    pages = Pages()
    for number in range(5):
        pages.write(header, y=810, size=9)
        pages.write(f"Section {number} begins here, and it goes on for so long that it runs on to", *PROSE, y=TOP)
        pages.turn()
    assert document(pages.data()).title == header


@pytest.mark.shared
def test_the_tables_of_judgements_of_all_reports_have_their_rows(shared_data: Path) -> None:
    texts = {
        row["id"]: row["text"].split("\f")[0]
        for row in map(json.loads, (shared_data / "ofsted" / "corpus.jsonl").read_text(encoding="utf-8").splitlines())
    }
    grades = {
        "outstanding",
        "good",
        "requires improvement",
        "requires improvement to be good",
        "inadequate",
        "not judged",
    }
    for path in sorted((shared_data / "ofsted" / "pdf").glob("*.pdf"))[::4]:
        parts = [" ".join(part.casefold().split()) for part in re.split(r"\n\s*\n", texts[path.stem])]
        wanted = [(label, grade) for label, grade in pairwise(parts) if grade in grades]
        found = document(path.read_bytes())
        table = [tuple(cell.casefold() for cell in row) for row in rows(found)]
        for label, grade in wanted:
            assert any(len(row) == 2 and label.endswith(row[0]) and grade == row[1] for row in table), (
                path.name,
                label,
            )
