"""PDFs become running text with page numbers, without what every page repeats."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.document import Document
from corpus.files import SourceFile
from corpus.readers import Reading, read_file

LEFT, TOP, PITCH = 72.0, 760.0, 14.0


class Pages:
    """Draws text on the pages of a PDF."""

    def __init__(self, password: str | None = None) -> None:
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, encrypt=password)

    def write(self, *lines: str, x: float = LEFT, y: float = TOP, size: float = 12, font: str = "Helvetica", pitch: float = PITCH) -> float:
        """Draw lines below each other; returns the height of the next one."""
        self.canvas.setFont(font, size)
        for line in lines:
            self.canvas.drawString(x, y, line)
            y -= pitch
        return y

    def turn(self) -> None:
        self.canvas.showPage()

    def data(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()


def read(data: bytes) -> Reading:
    return read_file(SourceFile(Path("a.pdf"), "a.pdf"), data)


def document(data: bytes) -> Document:
    reading = read(data)
    assert reading.faults == ()
    return reading.documents[0]


def shown(found: Document) -> list[tuple[str, str]]:
    return [(paragraph.kind, found.text[paragraph.start : paragraph.end]) for paragraph in found.paragraphs]


PROSE = (
    "Inspectors found that the services for children had improved a good deal since",
    "the last time they came, and that the people who work there know what it is",
    "that they still have to do.",
)
SECOND = (
    "Leaders read the report with care. They told the council that they accept what",
    "it says, and that a plan will follow.",
)


def test_lines_are_joined_and_a_wider_gap_parts_paragraphs() -> None:
    pages = Pages()
    y = pages.write(*PROSE)
    pages.write(*SECOND, y=y - 10)
    assert shown(document(pages.data())) == [("paragraph", " ".join(PROSE)), ("paragraph", " ".join(SECOND))]


def test_an_indented_first_line_parts_paragraphs() -> None:
    pages = Pages()
    y = pages.write(*PROSE)
    y = pages.write(SECOND[0][:70], y=y, x=LEFT + 24)
    pages.write(SECOND[1], y=y)
    assert len(document(pages.data()).paragraphs) == 2


def test_larger_and_bolder_lines_are_headings_by_rank() -> None:
    pages = Pages()
    y = pages.write("A town and its services", size=22, pitch=40)
    y = pages.write("What was found", size=15, y=y, pitch=24)
    y = pages.write(*PROSE, y=y)
    y = pages.write("What must improve", y=y - 6, font="Helvetica-Bold", pitch=20)
    pages.write(*SECOND, y=y)
    found = document(pages.data())
    assert [(p.level, found.text[p.start : p.end]) for p in found.paragraphs if p.kind == "heading"] == [
        (1, "A town and its services"),
        (2, "What was found"),
        (3, "What must improve"),
    ]
    assert found.title == "A town and its services: What was found"


def test_bullets_and_numbers_start_list_items() -> None:
    pages = Pages()
    y = pages.write(*PROSE)
    for bullet, text in (("•", "the oversight of plans for children in need of help and of protection, which is"), ("•", "supervision"), ("1.", "reviews")):
        pages.write(bullet, y=y, x=LEFT)
        y = pages.write(text, y=y, x=LEFT + 22)
        if text.endswith("is"):
            y = pages.write("late", y=y, x=LEFT + 22)
    assert shown(document(pages.data()))[1:] == [
        ("list_item", "• the oversight of plans for children in need of help and of protection, which is late"),
        ("list_item", "• supervision"),
        ("list_item", "1. reviews"),
    ]


def test_a_grid_of_judgements_keeps_each_on_its_row() -> None:
    pages = Pages()
    y = pages.write(*PROSE) - 12
    for area, grade in ((("The experiences and progress of children who need", "help and protection"), "Good"), (("Overall effectiveness",), "Outstanding")):
        below = pages.write(*area, y=y)
        pages.write(grade, x=420, y=y - PITCH * (len(area) - 1) / 2)
        y = below - 10
    pages.write(*SECOND, y=y)
    assert shown(document(pages.data()))[1:3] == [
        ("table_row", "The experiences and progress of children who need help and protection | Good"),
        ("table_row", "Overall effectiveness | Outstanding"),
    ]


def test_repeated_headers_footers_and_page_numbers_are_left_out_and_pages_known() -> None:
    pages = Pages()
    for number in range(1, 7):
        pages.write("Report on the services of a town", y=810, size=9)
        pages.write(f"In the year {2000 + number * 7} something else was found in part {chr(64 + number)}.", y=760)
        pages.write(f"Page {number} of 6", y=30, x=300, size=9)
        pages.turn()
    found = document(pages.data())
    assert "Report on" not in found.text
    assert "Page" not in found.text
    assert len(found.pages) == 6
    for number in range(1, 7):
        assert found.page_at(found.text.index(f"part {chr(64 + number)}")) == number


def test_a_paragraph_runs_on_over_a_page_end() -> None:
    pages = Pages()
    pages.write(*PROSE)
    y = pages.write("Children wait too long, and those who wait the longest of all are very often", y=90)
    pages.write("1 A note at the foot of the page, in small type.", y=y - 20, size=8)
    pages.turn()
    pages.write("the ones who need help most.")
    pages.write(*SECOND, y=TOP - 40)
    found = document(pages.data())
    whole = "Children wait too long, and those who wait the longest of all are very often the ones who need help most."
    assert ("paragraph", whole) in shown(found)
    assert found.page_at(found.text.index("Children wait")) == 1
    assert found.pages[1] == found.text.index("the ones who need")
    assert found.page_at(found.text.index("A note")) == 1


def test_words_broken_at_line_ends_are_mended_and_hyphens_kept() -> None:
    pages = Pages()
    y = pages.write(
        "The improvement was clear to all who came, and it was said that the improve-",
        "ment would last. A multi-agency team meets each week; so does another multi-",
        "agency team in the next town.",
    )
    pages.write("Every improvement counts.", y=y - 12)
    text = document(pages.data()).text
    assert "said that the improvement would last" in text
    assert "another multi-agency team" in text


def test_two_columns_that_the_file_mixes_are_read_one_after_the_other() -> None:
    pages = Pages()
    for number in range(12):
        y = TOP - PITCH * number
        pages.write(f"left words that go on, line {number}", y=y, x=60, size=10)
        pages.write(f"right words that go on, line {number}", y=y, x=320, size=10)
    text = document(pages.data()).text
    assert text.index("left words that go on, line 11") < text.index("right words that go on, line 0")
    assert "|" not in text


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


def test_a_stated_title_that_the_first_page_shows_is_taken() -> None:
    pages = Pages()
    pages.canvas.setTitle("Inspection of a town")
    y = pages.write("INSPECTION OF A TOWN", size=20, pitch=40)
    pages.write(*PROSE, y=y)
    assert document(pages.data()).title == "Inspection of a town"


def test_locked_damaged_blank_and_scanned_files_are_faults() -> None:
    locked = Pages(password="secret")
    locked.write(*PROSE)
    blank = Pages()
    blank.turn()
    scanned = Pages()
    for _ in range(3):
        scanned.canvas.drawInlineImage(pypdfium2.PdfDocument(_one_page())[0].render().to_pil(), 0, 0)
        scanned.turn()
    assert "password" in read(locked.data()).faults[0].reason
    assert "damaged" in read(b"%PDF-1.7\nand then nothing").faults[0].reason
    assert read(blank.data()).faults[0].empty
    assert read(scanned.data()).faults[0].reason == "It looks scanned: no text on its 3 pages. Run it through text recognition (OCR) first."


def _one_page() -> bytes:
    pages = Pages()
    pages.write(*PROSE)
    return pages.data()


def test_a_file_cut_short_is_a_fault_or_a_document_but_no_crash() -> None:
    data = _one_page()
    for length in range(10, len(data), 97):
        reading = read(data[:length])
        assert reading.documents or reading.faults


def test_400_pages_are_read() -> None:
    pages = Pages()
    for number in range(1, 401):
        for line in range(12):
            pages.write(f"Clause {number * 31 + line * 7} says that the council met and agreed on something that day.", y=TOP - PITCH * line)
        pages.write(f"{number}", y=30)
        pages.turn()
    found = document(pages.data())
    assert len(found.pages) == 400
    assert found.page_at(found.text.index(f"Clause {400 * 31} ")) == 400


@pytest.mark.shared
def test_the_gold_evidence_of_the_inspection_reports_is_in_their_text(shared_data: Path) -> None:
    def folded(text: str) -> str:
        return re.sub(r"[\s|\-–‐◼▪•\ue000-\uf8ff]+", "", text).casefold()

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
    assert found >= 0.97 * wanted


@pytest.mark.shared
def test_a_real_report_has_its_grid_headings_and_lists(shared_data: Path) -> None:
    path = shared_data / "ofsted" / "pdf" / "herefordshire_2018-07-23.pdf"
    found = document(path.read_bytes())
    blocks = shown(found)
    assert ("table_row", "Overall effectiveness | Requires improvement") in blocks
    assert ("heading", "What needs to improve") in blocks
    assert sum(kind == "list_item" for kind, _ in blocks) > 20
    assert found.title.startswith("Herefordshire: Inspection of children’s social care services")
