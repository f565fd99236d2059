"""Word documents are read in their order: headings, lists and tables where they stand."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file


def read(data: bytes) -> ReadResult:
    return read_file(SourceFile(Path("a.docx"), "a.docx"), data)


def saved(word: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
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
    (found,) = read(saved(word)).documents
    assert [(p.kind, p.level, found.text[p.start : p.end]) for p in found.blocks] == [
        ("heading", 1, "A paper"),
        ("paragraph", 0, "Published: 24 July 2025"),
        ("paragraph", 0, "Publisher: The committee"),
        ("heading", 2, "Purpose"),
        ("list_item", 0, "First"),
        ("list_item", 0, "Second"),
        ("table_row", 0, "Area | Grade"),
        ("table_row", 0, "Overall effectiveness | Good"),
        ("paragraph", 0, "After the table."),
    ]
    assert (found.title, found.source, found.published) == ("The paper", "The committee", date(2025, 7, 24))


def test_the_day_a_file_was_made_is_not_taken_for_publication() -> None:
    word = docx.Document()
    word.core_properties.title = ""
    word.add_paragraph("Text.")
    (found,) = read(saved(word)).documents
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
    assert read(saved(word)).documents[0].text == "In a control\n\nOld new link"


def test_an_empty_document_is_counted_as_empty() -> None:
    assert [error.empty for error in read(saved(docx.Document())).errors] == [True]


def test_damaged_locked_and_swollen_files_are_faults() -> None:
    good = saved(docx.Document())
    assert "damaged" in read(good[: len(good) // 2]).errors[0].reason
    assert "damaged" in read(zipped({"word/document.xml": b"<x/>"})).errors[0].reason
    assert "at most 200 MB" in read(zipped({"word/document.xml": bytes(201_000_000)})).errors[0].reason
    assert "parts" in read(zipped({f"word/{number}.xml": b"" for number in range(5001)})).errors[0].reason


def test_an_entity_bomb_does_not_explode() -> None:
    word = docx.Document()
    word.add_paragraph("Text.")
    members = {}
    with zipfile.ZipFile(io.BytesIO(saved(word))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    entities = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>'.encode()
    document = members["word/document.xml"].split(b"?>", 1)[1].replace(b"Text.", b"&e11;")
    members["word/document.xml"] = bomb + document
    reading = read(zipped(members))
    assert reading.errors
    assert reading.documents == ()
