"""Word documents are read in their order: headings, lists and tables where they stand."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.formats import Confidence, Sample
from corpus.readers.docx import FORMAT, sniff
from tests.word_files import PROSE, blocks, document, p, reading, root, run, table, word


def saved(word: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def test_blocks_keep_their_order_and_kind() -> None:
    word = docx.Document()
    word.core_properties.title = "The paper"
    word.add_heading("A paper", level=0)
    word.add_paragraph("Published: 24 July 2025")
    word.add_paragraph("Publisher: The committee")
    word.add_heading("Purpose", level=2)
    word.add_paragraph("First", style="List Bullet")
    word.add_paragraph("Second", style="List Number")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Area", "Grade", "Overall\neffectiveness", "Good"), strict=True):
        cell.text = text
    word.add_paragraph("After the\ttable.")
    (found,) = reading(saved(word)).documents
    assert [(p.kind, p.level, found.text[p.start : p.end]) for p in found.blocks] == [
        ("heading", 1, "A paper"),
        ("paragraph", 0, "Published: 24 July 2025"),
        ("paragraph", 0, "Publisher: The committee"),
        ("heading", 2, "Purpose"),
        ("list_item", 1, "First"),
        ("list_item", 1, "1. Second"),
        ("table_row", 0, "Area | Grade"),
        ("table_row", 0, "Overall effectiveness | Good"),
        ("paragraph", 0, "After the table."),
    ]
    assert (found.title, found.source, found.published) == ("The paper", "The committee", date(2025, 7, 24))


def test_the_day_a_file_was_made_is_not_taken_for_publication() -> None:
    word = docx.Document()
    word.core_properties.title = ""
    word.add_paragraph("Text.")
    (found,) = reading(saved(word)).documents
    assert (found.published, found.source, found.title) == (None, None, "Text.")


def test_links_insertions_and_content_controls_are_read_and_deletions_are_not() -> None:
    word = docx.Document()
    body = word.element.body
    body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        ),
    )
    body.insert(
        1,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:t xml:space='preserve'>Old "
            f"</w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:hyperlink><w:r><w:t "
            "xml:space='preserve'> link</w:t></w:r></w:hyperlink></w:p>",
        ),
    )
    assert reading(saved(word)).documents[0].text == "In a control\n\nOld new link"


def test_an_empty_document_is_counted_as_empty() -> None:
    assert [error.empty for error in reading(saved(docx.Document())).errors] == [True]


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx", ".dotm"])
def test_files_with_macros_and_templates_are_read_like_others(suffix: str) -> None:
    found = document(word(p("A paper", "Heading1") + p(PROSE), parts={"vbaProject.bin": b"macro"}), f"a{suffix}")
    assert (found.title, found.media_type) == ("A paper", FORMAT.media_type)


@pytest.mark.parametrize(
    ("members", "confidence"),
    [
        (("[Content_Types].xml", "word/document.xml"), Confidence.CERTAIN),
        (("word\\document.xml",), Confidence.CERTAIN),
        (("Word/Document2.xml",), Confidence.CERTAIN),
        (("word/report.pdf", "word/notes.txt"), Confidence.NO),
        (("xl/workbook.xml",), Confidence.NO),
        ((), Confidence.NO),
    ],
)
def test_a_word_file_is_known_by_its_parts(members: tuple[str, ...], confidence: Confidence) -> None:
    assert sniff(Sample(".docx", b"", members, None)) == confidence


def test_a_document_of_pictures_alone_is_named() -> None:
    drawn = "<w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r>"
    (error,) = reading(word(f"<w:p>{drawn}</w:p>")).errors
    assert "pictures and no text" in error.reason


def test_headers_do_not_become_the_title() -> None:
    parts = {"header1.xml": root("hdr", p("Slough Borough Council"))}
    body = p("Mill Lane depot") + p(PROSE) + '<w:sectPr><w:headerReference r:id="h1"/></w:sectPr>'
    found = document(word(body, parts=parts, related=[("h1", "header", "header1.xml")]))
    assert found.title == "Mill Lane depot"
    assert found.text.startswith("Slough Borough Council\n\nMill Lane depot")


WEB_ARCHIVE = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
    "Content-Transfer-Encoding: quoted-printable\n\n<html><body><p>Caf=C3=A9 hours</p></body></html>\n--b--\n"
)


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        (
            "c.htm",
            "<html><body><h2>Allotments</h2><p>Chunk text.</p></body></html>",
            [("heading", 2, "Allotments"), ("paragraph", 0, "Chunk text.")],
        ),
        ("c.dat", "<table><tr><td>Ward</td><td>41</td></tr></table>", [("table_row", 0, "Ward | 41")]),
        ("c.rtf", "{\\rtf1 Rich words.}", [("paragraph", 0, "Rich words.")]),
        ("c.txt", "Plain words.", [("paragraph", 0, "Plain words.")]),
        ("c.mht", WEB_ARCHIVE, [("paragraph", 0, "Café hours")]),
        ("c.docx", word(p("Inner", "Heading1") + p("Words.")), [("heading", 1, "Inner"), ("paragraph", 0, "Words.")]),
    ],
)
def test_a_file_that_is_put_in_as_a_whole_is_read(
    name: str, content: str | bytes, shown: list[tuple[str, int, str]]
) -> None:
    body = p("Before.") + '<w:altChunk r:id="r9"/><w:altChunk r:id="r9"/>' + p("After.")
    found = blocks(body, parts={name: content}, related=[("r9", "aFChunk", name)])
    assert found == [("paragraph", 0, "Before."), *shown, ("paragraph", 0, "After.")]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td rowspan=2>Mill Ward</td><td>4</td></tr><tr><td>5</td></tr>",
        "<tr><th rowspan=3>Mill Ward</th><td>4</td></tr><tr><td>5</td></tr><tr><td>6</td></tr>",
        "<tr><td>4</td><td rowspan=2 colspan=2>Mill Ward</td></tr><tr><td>5</td></tr>",
    ],
)
def test_a_merged_cell_of_a_table_put_in_as_a_whole_is_said_in_each_of_its_rows(rows: str) -> None:
    content = f"<html><body><table>{rows}</table></body></html>"
    body = p("Before.") + '<w:altChunk r:id="r9"/>'
    shown = blocks(body, parts={"c.htm": content}, related=[("r9", "aFChunk", "c.htm")])
    assert [text.count("Mill Ward") for _, _, text in shown] == [0, *[1] * (len(shown) - 1)]


def twice_inside() -> bytes:
    def holding(inner: bytes) -> bytes:
        return word('<w:altChunk r:id="r9"/>' + p("x"), parts={"c.docx": inner}, related=[("r9", "aFChunk", "c.docx")])

    return holding(
        word(p("y") + '<w:altChunk r:id="r9"/>', parts={"c.docx": word(p("z"))}, related=[("r9", "aFChunk", "c.docx")])
    )


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("c.odt", b"no text", "word/c.odt"),
        ("c.docx", b"PK\x03\x04 damaged", "word/c.docx"),
        ("c.mht", b"MIME-Version: 1.0\n\nno page", "word/c.mht"),
        ("c.bin", None, "it is missing"),
    ],
)
def test_one_that_cannot_be_read_is_named(name: str, content: bytes | None, told: str) -> None:
    parts = {} if content is None else {name: content}
    related = [] if content is None else [("r9", "aFChunk", name)]
    result = reading(word(p("Before.") + '<w:altChunk r:id="r9"/>', parts=parts, related=related))
    assert [found.text for found in result.documents] == ["Before."]
    assert len(result.warnings) == 1 and told in result.warnings[0].reason


def test_documents_in_documents_in_documents_are_not_followed() -> None:
    result = reading(twice_inside())
    assert [found.text for found in result.documents] == ["y\n\nx"]
    assert ["word/c.docx" in warning.reason for warning in result.warnings] == [True]


def test_minutes_as_a_council_writes_them() -> None:
    front = table(["Report to:", "Planning Committee"], ["Subject:", "Mill Lane depot"], ["Date:", "12 January 2022"])
    present = "<w:p>" + run("Present:") + "<w:r><w:tab/></w:r>" + run("Cllr Ahmed (Chair)") + "</w:p>"
    found = document(word(front + present + p("Background", look="<w:b/>") + p(PROSE)))
    shown = [(block.kind, found.text[block.start : block.end]) for block in found.blocks]
    assert found.title == "Mill Lane depot"
    assert shown == [
        ("table_row", "Report to: | Planning Committee"),
        ("table_row", "Subject: | Mill Lane depot"),
        ("table_row", "Date: | 12 January 2022"),
        ("paragraph", "Present: Cllr Ahmed (Chair)"),
        ("heading", "Background"),
        ("paragraph", PROSE),
    ]
