"""The files of a pack say what the pack says, and no program that opens them is made to do anything else."""

from __future__ import annotations

import csv
import io
from datetime import date

import docx
import pytest

from corpus.document import Document
from qa.pack import Asked, Chosen, Gathered, Pack, Piece
from tests.pages import document
from web.pack_files import COLUMNS, as_csv, as_docx

SITE = "http://here:8000"


def pack_of(read: Document, question: str = "Who?", filters: tuple[str, ...] = ("Date from: 1 May 2020",)) -> Pack:
    chosen = Chosen(read.id, 0, len(read.text))
    asked = Asked(question, filters, date(2024, 4, 30), (chosen,))
    left_out = ((Chosen("gone.txt", 1, 5), "This document is no longer in the index."),)
    gathered = Gathered(asked, ((chosen, Piece(read, 0, len(read.text))),), left_out)
    return Pack((gathered,), date(2024, 5, 1), "abc123")


def rows_of(pack: Pack) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(pack, SITE).decode("utf-8-sig"), newline="")))


def test_a_table_has_a_row_for_each_quotation_with_all_that_it_is_checked_by() -> None:
    written = as_csv(pack_of(document('Said "no",\nthen yes.', ())), SITE)
    assert written.startswith(b"\xef\xbb\xbfquestion,") and written.endswith(b"\r\n")
    first, left_out = rows_of(pack_of(document('Said "no",\nthen yes.', ())))
    assert tuple(first) == COLUMNS
    assert first["quote"] == 'Said "no", then yes.'
    assert (first["question"], first["filters"], first["asked_on"]) == ("Who?", "Date from: 1 May 2020", "2024-04-30")
    assert first["reference"] == "A publisher, A title, published 9 September 2022"
    assert (first["document_id"], first["start"], first["end"]) == ("a/b c.txt", "0", "20")
    assert (first["document_date"], first["document_sha256"], first["snapshot"]) == ("2022-09-09", "0" * 64, "abc123")
    assert first["link"].startswith(f"{SITE}/documents/a%2Fb%20c.txt?start=0&end=20&words=")
    assert (left_out["document_id"], left_out["start"], left_out["end"], left_out["quote"]) == (
        "gone.txt",
        "1",
        "5",
        "",
    )
    assert left_out["left_out_because"] == "This document is no longer in the index."


@pytest.mark.parametrize("begun", ["=", "+", "-", "@", "\t=", " =", "＝", "＠", "\r="])
def test_no_cell_is_a_formula(begun: str) -> None:
    formula = f"{begun}HYPERLINK(1)"
    (first, _) = rows_of(pack_of(document(formula, ()), formula, (formula,)))
    assert first["quote"][0] == first["question"][0] == first["filters"][0] == "'"
    assert first["question"] == f"'{formula}"


def test_words_that_are_no_formula_stay_as_they_are() -> None:
    (first, _) = rows_of(pack_of(document("a = b", ())))
    assert (first["quote"], first["start"]) == ("a = b", "0")


def opened(pack: Pack) -> tuple[str, list[str]]:
    made = docx.Document(io.BytesIO(as_docx(pack, SITE)))
    links = [one.target_ref for one in made.part.rels.values() if one.is_external]
    return "\n".join(paragraph.text for paragraph in made.paragraphs), links


def test_a_word_document_is_of_the_day_on_which_it_was_made_and_of_nobody() -> None:
    told = docx.Document(io.BytesIO(as_docx(pack_of(document("Words.", ())), SITE))).core_properties
    assert told.created and told.modified and {told.created.date(), told.modified.date()} == {date(2024, 5, 1)}
    assert (told.author, told.comments, told.title) == ("", "", "Evidence pack")


def test_a_word_document_has_quotations_references_links_and_hashes() -> None:
    text, links = opened(pack_of(document("New benches came.", ())))
    for told in (
        "Made on 1 May 2024 from the index abc123.",
        "Asked on 30 April 2024; Date from: 1 May 2020.",
        "“New benches came.”",
        "A publisher, A title, published 9 September 2022",
        "Characters 0 to 17 of a/b c.txt; SHA-256 of the file " + "0" * 64,
        "Left out: gone.txt:1-5. This document is no longer in the index.",
        f"{SITE}/documents/a%2Fb%20c.txt?start=0&end=17&check=",
    ):
        assert told in text, told
    assert len(links) == 1 and links[0].startswith(f"{SITE}/documents/a%2Fb%20c.txt?start=0&end=17&words=New+benches")


def test_what_xml_cannot_hold_is_left_out_of_a_word_document() -> None:
    text, _ = opened(pack_of(document("A\x00B\x0bC\ufffeD \U0001f600 <b>", ()), "Who\x01?"))
    assert "“AB CD \U0001f600 <b>”" in text and "Who?" in text
