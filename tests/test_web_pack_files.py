"""The files of a pack say what the pack says, and no program that opens them is made to do anything else."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import date

import docx
import pytest

from corpus.document import Document
from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import open_snapshot
from qa.citing.pack import Asked, Chosen, Gathered, Pack, Piece, choose, gather
from tests.drawn_pdf import Pages
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
    assert first["reference"] == "A publisher, A title, published 9 September 2022; https://example.org/"
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


SHUT = "The pier will be shut to lorries from June until the deck is laid."
TWO_POINTS = ("keep the gate locked at night", "count the lorries that are turned away")
REFERENCES = (
    "Minutes of the harbour board, published 14 March 2024, page 2, paragraph 50",
    "Minutes of the harbour board, published 14 March 2024, page 2, paragraph 51; 2 of 3 points of the list",
)


@pytest.fixture(scope="module")
def of_minutes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pack, bytes]:
    """A pack of a numbered paragraph on the second page of a PDF, and of two points of three below the next one."""
    pages = Pages()
    pages.write("Minutes of the harbour board", size=20, font="Helvetica-Bold")
    pages.write("Published 14 March 2024", y=720)
    pages.write("49. The board met in the harbour office and heard the master.", y=680)
    pages.turn()
    pages.write(f"50. {SHUT}")
    pages.write("51. Until then the board asks the master to:", y=720)
    pages.write(*(f"• {one}" for one in (*TWO_POINTS, "tell the lines each month")), x=100, y=690, pitch=20)
    file, folder = pages.data(), tmp_path_factory.mktemp("papers")
    (folder / "board minutes.pdf").write_bytes(file)
    build([folder], folder.parent / "index_of_minutes", HashingEncoder())
    snapshot = open_snapshot(folder.parent / "index_of_minutes")
    minutes = snapshot.document("board minutes.pdf")
    assert minutes
    text = minutes.text
    listed = text[text.index("• keep") : text.index("away") + len("away")]
    chosen = tuple(choose("board minutes.pdf", text.index(words), words) for words in (SHUT, listed))
    asked = Asked("When is the pier shut?", ("Publisher: Wick", "From: 1 May 2020"), date(2024, 4, 30), chosen)
    pack = gather(snapshot, [asked], date(2024, 5, 1))
    snapshot.close()
    return pack, file


def test_each_row_of_a_table_has_the_place_that_the_document_prints(of_minutes: tuple[Pack, bytes]) -> None:
    pack, file = of_minutes
    rows = rows_of(pack)
    assert [(row["page"], row["paragraph"]) for row in rows] == [("2", "50"), ("2", "51")]
    assert [row["reference"] for row in rows] == list(REFERENCES)
    assert rows[0]["quote"] == SHUT and rows[1]["quote"] == "• " + " • ".join(TWO_POINTS)
    for row in rows:
        assert row["document_sha256"] == hashlib.sha256(file).hexdigest() and row["snapshot"] == pack.snapshot
        assert (row["question"], row["asked_on"]) == ("When is the pier shut?", "2024-04-30")
        assert row["filters"] == "Publisher: Wick; From: 1 May 2020"
        assert row["document_date"] == "2024-03-14" and row["title"] == "Minutes of the harbour board"


def test_a_word_document_has_each_place_and_a_line_for_each_point(of_minutes: tuple[Pack, bytes]) -> None:
    pack, file = of_minutes
    made = docx.Document(io.BytesIO(as_docx(pack, SITE)))
    styled = [(paragraph.style.name if paragraph.style else "", paragraph.text) for paragraph in made.paragraphs]
    text = [words for _, words in styled]
    assert [words for style, words in styled if style == "Quote"] == [
        f"“{SHUT}”",
        "“" + "\n".join(f"• {one}" for one in TWO_POINTS) + "”",
    ]
    assert [words for style, words in styled if style == "Heading 1"] == ["When is the pier shut?"]
    assert "Asked on 30 April 2024; Publisher: Wick; From: 1 May 2020." in text
    assert f"Made on 1 May 2024 from the index {pack.snapshot}." in text
    assert [words for words in text if words.startswith("Minutes of")] == list(REFERENCES)
    hashes = [words for words in text if hashlib.sha256(file).hexdigest() in words]
    assert len(hashes) == 2 and all("of board minutes.pdf; SHA-256 of the file" in words for words in hashes)
    links = [one.target_ref for one in made.part.rels.values() if one.is_external]
    assert len(links) == 2 and all(link.startswith(f"{SITE}/documents/board%20minutes.pdf?start=") for link in links)
