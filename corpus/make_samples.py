"""Make the two sample documents that cannot be written by hand: `python -m corpus.make_samples`.

It needs python-docx and reportlab.
Both files come out the same, byte for byte, at every run with the same versions of the two libraries.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

SAMPLES = Path(__file__).parent / "samples"


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading; the document's title is level 0."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph; a hyphen before a line end in it is a word broken at the end of a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose first row holds the column headings."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A made document: where it goes below the samples folder, what it says about itself, and its blocks in order."""

    path: str
    title: str
    source: str
    published: date
    blocks: tuple[Heading | Prose | Grid, ...]


COMMITTEE_PAPER = Sample(
    path="committee/monitoring-visits-2024-2025.docx",
    title="Monitoring visits in 2024 and 2025: paper for the scrutiny committee",
    source="Chapter and Verse samples: committee papers",
    published=date(2025, 7, 24),
    blocks=(
        Prose("Published: 24 July 2025"),
        Prose("Publisher: Chapter and Verse samples: committee papers"),
        Heading("Purpose of this paper"),
        Prose(
            "Members asked for one paper on the monitoring visits made to children's services since the beginning of "
            "last year. There were four, numbered four to seven. The service is rated inadequate (July 2022), and a "
            "visit cannot alter that."
        ),
        Grid(
            rows=(
                ("Visit", "Dates", "Subject"),
                ("Fourth", "21 and 22 February 2024", "Children in care aged 16 and 17; care leavers"),
                ("Fifth", "22 and 23 October 2024", "Exploitation and other harm outside the family"),
                ("Sixth", "18 and 19 February 2025", "Assessments that follow a referral to the safeguarding hub"),
                ("Seventh", "17 and 18 June 2025", "Children in care: matching, placement and decisions"),
            )
        ),
        Heading("Fourth visit"),
        Prose(
            "Cabinet received the letter on 28 March 2024. Improvement went on, but neither fast enough nor evenly "
            "enough. Extra money had been agreed for some years ahead and had yet to show results. At that meeting "
            "the leader thanked the outgoing corporate director, Darryl Freeman."
        ),
        Heading("Fifth visit"),
        Prose(
            "Cabinet received the letter on 19 December 2024. The Get Safe team was praised, as was the sharing of "
            "information between the council, the police, schools and health services. By then Tina Russell was in "
            "post as interim director."
        ),
        Heading("Sixth visit"),
        Prose(
            "The question was whether assessments under section 17 and section 47 of the Children Act were sound and "
            "on time. Inspectors saw them completed promptly and helping families; thresholds were applied properly, "
            "and decisions to bring a child into care were the right ones. Strategy meetings kept to the point. One "
            "matter is being studied further: how often families are referred again."
        ),
        Heading("Seventh visit"),
        Prose(
            "This was the last of the series. Work with children in care had moved ahead quickly. Social workers "
            "take time to win a child's trust, reviews are regular, advocates are offered, and children seeking "
            "asylum on their own are placed and looked after with more care. The letter was made public this month."
        ),
        Heading("What follows"),
        Prose(
            "The next event is a full inspection, which can change the rating. Ofsted decides when, and no date is "
            "known at the time of writing. Phase 3 of the improvement plan follows on from Phase 2. It keeps the "
            "one-page form and adds the Family First programme. Quality is checked in three ways: audits of case "
            "files, what families say, and performance figures."
        ),
        Heading("Recommendation"),
        Prose(
            "That the committee notes the four letters and asks for a further paper once an inspection report has "
            "been received."
        ),
        Prose("This document is a sample written for the Chapter and Verse demonstration; it went to no committee."),
    ),
)

INSPECTION_HISTORY = Sample(
    path="reports/inspection-history-2012-2025.pdf",
    title="Thirteen years of inspection: Herefordshire children's services, 2012 to 2025",
    source="Chapter and Verse samples: reports",
    published=date(2026, 1, 19),
    blocks=(
        Prose("Report published: 19 January 2026"),
        Prose("Publisher: Chapter and Verse samples: reports"),
        Prose(
            "This report is a sample written for the Chapter and Verse demonstration. It brings together, in new "
            "words, what is publicly known about five inspections and the visits between them."
        ),
        Heading("1. Summary"),
        Prose(
            "Children's services in Herefordshire have been inadequate twice, in 2012 and in 2022. They required "
            "improvement in 2014 and again in 2018. Since the inspection of November 2025 they are good. The rating "
            "has therefore fallen once, stood still once, and risen twice. One subject runs through every report "
            "since 2014: how many social workers there are, and how long they stay."
        ),
        Heading("2. The judgements side by side"),
        Grid(
            rows=(
                ("Inspected", "Report", "Lead inspector", "Leadership", "Overall"),
                ("October 2012", "not stated here", "not stated here", "not stated here", "Inadequate"),
                (
                    "29 April to 21 May 2014",
                    "30 June 2014",
                    "Pietro Battista",
                    "Requires improvement",
                    "Requires improvement",
                ),
                ("11 to 22 June 2018", "23 July 2018", "Pauline Higham", "Inadequate", "Requires improvement"),
                ("18 to 29 July 2022", "21 September 2022", "Lisa Summers", "Inadequate", "Inadequate"),
                ("10 to 21 November 2025", "12 January 2026", "Rebecca Dubbins", "Outstanding", "Good"),
            )
        ),
        Prose(
            "The five are not strictly comparable. In 2012 only the arrangements for protecting children were "
            "judged. In 2014 the single inspection framework covered the whole service and the safeguarding board "
            "besides. From 2018 on the framework was ILACS, and in 2025 care leavers had a grade of their own for "
            "the first time under it."
        ),
        Heading("3. 2012 to 2014: out of the lowest grade"),
        Heading("3.1 The fall", level=2),
        Prose(
            "Until the autumn of 2012 the record was mixed. Adoption was good in July 2011 and services for "
            "looked-after children were good in October 2010, but private fostering had been inadequate in March "
            "2009. Then child protection failed its inspection in October 2012. The government issued an improvement "
            "notice in February 2013. Staff left in numbers, and by September 2013 half of the social workers were "
            "from agencies."
        ),
        Heading("3.2 The repair", level=2),
        Prose(
            "A chief executive was appointed in March 2013, and in August 2013 the joint post of director for adults "
            "and for children was divided. A multi-agency safeguarding hub had opened early that year and worked "
            "badly until a peer review, in October 2013, said so. From January 2014 referrals were handled on time. "
            "Average caseloads fell from above 30 to 18. When inspectors came in spring 2014 they called the improve-\n"
            "ment very recent, lifted the rating to requires improvement, and gave adoption a good. Fostering had "
            "been graded apart in March 2013: adequate, a word that has since gone out of use."
        ),
        Heading("4. 2018: no change, and a warning"),
        Prose(
            "The inspection of June 2018 left the overall grade where it was but marked leadership inadequate. "
            "Inspectors described a year in which some senior managers could do only part of their jobs. Caseloads, "
            "quality checks and recruitment were the same worries as four years before. Agreements under section 20 "
            "of the Children Act, by which parents let a child be accommodated, had been left to run on for too "
            "long; after a court judgement the council was working through them."
        ),
        Heading("5. 2019 to 2021: three visits and a court"),
        Prose(
            "Ofsted came back for focused visits in January 2019, December 2019 and July 2021. The first looked at "
            "early help and the hub, and noted that visits to children and assessments were becoming more timely. By "
            "the third, practice had become worse, and priority action was called for in three areas. Between the "
            "second and the third stands the High Court judgement of spring 2021. After it came a non-statutory "
            "improvement notice, a change of director, and, in June 2021, an improvement board."
        ),
        Heading("6. July 2022: inadequate throughout"),
        Prose(
            "Every grade given after the inspection of 18 to 29 July 2022 was inadequate. Protection came late, "
            "assessments were poor, and drift was found all over the service. There were too few foster carers. "
            "Inspectors received three differing lists of the children who were living in unregistered homes. Young "
            "people told them that nobody was listening. Leaders had known of most faults, not of all. The report "
            "followed in September 2022, and with it a statutory direction and a commis-\n"
            "sioner, Eleanor Brazil."
        ),
        Heading("7. 2023 to 2025: seven monitoring visits"),
        Prose(
            "The commissioner reported on 1 March 2023: the council could keep the service and had six months to "
            "show progress. Monitoring visits ran from 29 March 2023 to 18 June 2025. The early ones found gains at "
            "the front door that were lost later in the work; the fourth, in February 2024, found the pace too slow. "
            "The tone changed with the fifth, in October 2024, three months after Tina Russell had become director. "
            "In June 2025 the seventh and last reported a rapid improvement for children in care."
        ),
        Heading("8. November 2025: good"),
        Prose(
            "The inspection of 10 to 21 November 2025 ended the story for now. Help and protection, children in care "
            "and care leavers are each good; the impact of leaders is outstanding. Early help, the safeguarding hub, "
            "work before court and the edge of care service are all praised. The offer to care leavers includes "
            "relief from council tax, driving lessons and money for a first home. Support goes on after the age of "
            "21 unless the young person declines it."
        ),
        Heading("9. A thread through the years: private fostering"),
        Prose(
            "Very few children are concerned, yet the subject never goes away. It was inadequate in March 2009. In "
            "2014 the public had to be made aware that such arrangements must be notified; four were known at the "
            "end of that March. In 2018 assessments were late and checks incomplete. In 2022 social workers did not "
            "always recognise an arrangement when they met one. In 2025 it is one of the two improvements asked for, "
            "the other being the oversight of the designated officer who handles allegations."
        ),
    ),
)


def committee_docx(sample: Sample) -> bytes:
    """A Word file with the sample's blocks as headings, paragraphs and a table.

    Args:
        sample: what to write; its publisher and date also go into the file's properties.

    Returns:
        the file's bytes, the same at every call.
    """
    document = docx.Document()
    day = datetime(sample.published.year, sample.published.month, sample.published.day, 9, tzinfo=UTC)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = sample.title, sample.source, sample.source
    properties.created = properties.modified = day
    properties.comments = "Sample text written for the Chapter and Verse demonstration."
    document.add_heading(sample.title, level=0)
    for block in sample.blocks:
        match block:
            case Heading(text, level):
                document.add_heading(text, level=level)
            case Prose(text):
                document.add_paragraph(text)
            case Grid(rows):
                table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
                for table_row, row in zip(table.rows, rows, strict=True):
                    for cell, text in zip(table_row.cells, row, strict=True):
                        cell.text = text
    raw = io.BytesIO()
    document.save(raw)
    return _with_fixed_zip_times(raw.getvalue())


def _with_fixed_zip_times(archive: bytes) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(result, "w") as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename), old.read(member), zipfile.ZIP_DEFLATED)
    return result.getvalue()


def report_pdf(sample: Sample) -> bytes:
    """A PDF of A4 pages with a header, a footer that counts pages, an outline and ruled tables.

    Args:
        sample: what to write; its title, publisher and date also go into the file's information.

    Returns:
        the file's bytes, the same at every call.
    """
    raw = io.BytesIO()
    template = SimpleDocTemplate(
        raw, pagesize=A4, leftMargin=30 * mm, rightMargin=30 * mm, topMargin=30 * mm, bottomMargin=28 * mm,
        title=sample.title, author=sample.source, invariant=1, pageCompression=0,
        subject="Sample text written for the Chapter and Verse demonstration.",
    )  # fmt: skip

    def decorate(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setDateFormatter(lambda *_: f"D:{sample.published:%Y%m%d}090000Z")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(30 * mm, A4[1] - 18 * mm, sample.title)
        canvas.drawString(30 * mm, 15 * mm, sample.source)
        canvas.drawRightString(A4[0] - 30 * mm, 15 * mm, f"Page {canvas.getPageNumber()}")

    flow = [
        Paragraph(escape(sample.title), _STYLES["Title"]),
        *(part for block in sample.blocks for part in _flowables(block)),
    ]
    template.build(flow, onFirstPage=decorate, onLaterPages=decorate)
    return raw.getvalue()


_STYLES = getSampleStyleSheet()
_BODY = ParagraphStyle("Body", parent=_STYLES["BodyText"], fontSize=11, leading=16, spaceAfter=8)
_CELL = ParagraphStyle("Cell", parent=_STYLES["BodyText"], fontSize=8.5, leading=11)
_HEADINGS = {
    1: ParagraphStyle("Section", parent=_STYLES["Heading1"], fontSize=15, leading=19, keepWithNext=True),
    2: ParagraphStyle("Subsection", parent=_STYLES["Heading2"], fontSize=12, leading=15, keepWithNext=True),
}
_RULED = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
        ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
)


def _flowables(block: Heading | Prose | Grid) -> Sequence[Flowable]:
    match block:
        case Heading(text, level):
            return [_OutlinedHeading(escape(text), _HEADINGS[level], level)]
        case Prose(text):
            return [Paragraph(escape(text).replace("-\n", "-<br/>"), _BODY)]
        case Grid(rows):
            cells = [[Paragraph(escape(text), _CELL) for text in row] for row in rows]
            return [Table(cells, style=_RULED, repeatRows=1), Spacer(1, 5 * mm)]


class _OutlinedHeading(Paragraph):
    """A heading that also stands in the outline of the PDF."""

    def __init__(self, text: str, style: ParagraphStyle, level: int) -> None:
        super().__init__(text, style)
        self.level = level

    def draw(self) -> None:
        title = self.getPlainText()
        self.canv.bookmarkPage(title)
        self.canv.addOutlineEntry(title, title, level=self.level - 1)
        super().draw()


def made_samples() -> dict[str, bytes]:
    """The bytes of each made sample, by its path below the samples folder."""
    return {
        COMMITTEE_PAPER.path: committee_docx(COMMITTEE_PAPER),
        INSPECTION_HISTORY.path: report_pdf(INSPECTION_HISTORY),
    }


if __name__ == "__main__":
    for path, data in made_samples().items():
        (SAMPLES / path).write_bytes(data)
