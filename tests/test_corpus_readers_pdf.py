"""PDFs become running text with page numbers, without what every page repeats."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL.Image import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.document import Document
from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file

LEFT, TOP, PITCH = 72.0, 760.0, 14.0


class Pages:
    """Draws text on the pages of a PDF."""

    def __init__(self, password: str | None = None) -> None:
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, encrypt=password)

    def write(
        self,
        *lines: str,
        x: float = LEFT,
        y: float = TOP,
        size: float = 12,
        font: str = "Helvetica",
        pitch: float = PITCH,
    ) -> float:
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


def read(data: bytes) -> ReadResult:
    return read_file(SourceFile(Path("a.pdf"), "a.pdf"), data)


def document(data: bytes) -> Document:
    reading = read(data)
    assert reading.errors == ()
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
    for bullet, text in (
        ("•", "the oversight of plans for children in need of help and of protection, which is"),
        ("•", "supervision"),
        ("1.", "reviews"),
    ):
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
    for area, grade in (
        (("The experiences and progress of children who need", "help and protection"), "Good"),
        (("Overall effectiveness",), "Outstanding"),
    ):
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
    "line",
    [
        "#",
        "- # -",
        "Page #",
        "# | Report of a town",
        "Report of a town #",
        "Page # of 6",
        "#/6",
        "Town | Page # of 6 | Secret",
    ],
)
def test_page_numbers_in_the_margin_go_however_they_are_written(line: str) -> None:
    text = _edges("The council met on that day.", line, last_y=40)
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
    assert "Report" not in text


def test_the_page_numbers_of_two_pages_go() -> None:
    assert not re.search(r"\d", _edges("The council met on that day.", "Page # of 2", pages=2, last_y=40))


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
    assert "password" in read(locked.data()).errors[0].reason
    assert "damaged" in read(b"%PDF-1.7\nand then nothing").errors[0].reason
    assert read(blank.data()).errors[0].empty
    assert (
        read(scanned.data()).errors[0].reason
        == "It looks scanned: no text on its 3 pages. Run it through text recognition (OCR) first."
    )


def _one_page() -> bytes:
    pages = Pages()
    pages.write(*PROSE)
    return pages.data()


def _scan() -> Image:
    found: Image = pypdfium2.PdfDocument(_one_page())[0].render().to_pil()
    return found


def test_pages_without_text_that_show_a_picture_are_noted_and_the_rest_is_read() -> None:
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
    assert warning.reason.startswith("No text, only a picture, on 4 of 7 pages (2, 4-6).")
    assert "OCR" in warning.reason


def test_a_cover_sheet_with_text_before_many_scanned_pages_is_read() -> None:
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
