"""A reference leads back to the paragraph that it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import Snapshot, open_snapshot
from qa.citing.pasted import plain
from qa.citing.referred import compare_reference, find_reference, is_title, titles_in
from tests.drawn_pdf import Pages


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    folder = tmp_path_factory.mktemp("papers")
    pages = Pages()
    pages.write("Harbour report", size=20, font="Helvetica-Bold")
    pages.write("1. The harbour is open all year and ships may enter.", "", "2. The pier is closed in winter.", y=700)
    pages.canvas.showPage()
    pages.write("3. The lamp was mended and shines again at night.", "", "4. The crane was sold.")
    pages.canvas.save()
    (folder / "harbour.pdf").write_bytes(pages.buffer.getvalue())
    (folder / "other.txt").write_text("Harbour report of another year\n\nThe harbour was closed.", encoding="utf-8")
    (folder / "ports.html").write_text(
        "<html><head><title>Ports | Wick</title></head><body><main><h1>Ports | Wick</h1><p>The port of Wick is small, "
        "and it is open.</p></main></body></html>",
        encoding="utf-8",
    )
    build([folder], folder.parent / "index_of_references", HashingEncoder())
    opened = open_snapshot(folder.parent / "index_of_references")
    yield opened
    opened.close()


def test_a_page_and_a_paragraph_are_found_again(held: Snapshot) -> None:
    found = find_reference(held, "(Harbour report, date not known, page 2, paragraph 3)")
    assert found and found.is_exact and found.span
    assert found.document.text[found.span[0] :].startswith("3. The lamp")
    page = find_reference(held, "Harbour report, date not known, page 2")
    assert page and page.is_exact and page.span == found.span


@pytest.mark.parametrize("wrong", ["page 7", "page 1, paragraph 3", "page 2, paragraph 9"])
def test_what_does_not_go_together_is_not_exact(held: Snapshot, wrong: str) -> None:
    found = find_reference(held, f"Harbour report, date not known, {wrong}")
    assert found and not found.is_exact and found.reference.startswith("Harbour report, date not known")


@pytest.mark.parametrize(
    ("written", "begins"),
    [
        ("Harbour report, page 2, paragraph 3", "3. The lamp"),
        ("HARBOUR REPORT, p. 2, para. 3", "3. The lamp"),
        ("harbour report p2 para 4", "4. The crane"),
        ("Page 2, paragraph 4 of the Harbour report", "4. The crane"),
        ("p 1, para 2 (Harbour report)", "2. The pier"),
        ("see Harbour report at ¶ 3", "3. The lamp"),
        ("Harbour\u00a0report – pp. 1–2, paras 2", "2. The pier"),
        ("Harbour\r\nreport, page 1,\r\nparagraph 1", "1. The harbour"),
        ("“Harbour report”, page 2, paragraph 3", "3. The lamp"),
        ("(Harbour report, p.2) https://council.example/harbour.pdf", "3. The lamp"),
        ("Harbour report, pages 1 to 2, paragraphs 2 to 3", "2. The pier"),
        ("Harbour report, pp 1-2, paras 2-3", "2. The pier"),
        ("Harbour report, page 2, paragraphs 3 and 4", "3. The lamp"),
    ],
)
def test_a_reference_is_read_as_officers_write_it(held: Snapshot, written: str, begins: str) -> None:
    found = find_reference(held, written)
    assert found and found.is_exact and found.span, found
    assert found.document.text[found.span[0] :].startswith(begins)


@pytest.mark.parametrize(
    ("written", "amended"),
    [
        ("Harbour report, page 7, paragraph 3", [("7", "2")]),
        ("Harbour report, page 1, paragraph 3", [("1", "2")]),
        ("Harbour report, page 2, paragraph 9", [("9", "3")]),
        ("Harbour report, page 7", [("7", "")]),
        ("Harbour report, page 2, paragraphs 3 to 9", [("9", "3")]),
        ("Harbour report, page 1, paragraphs 3 to 4", [("1", "2")]),
        ("Harbour report, 3 May 2021, p 2", [("3 May 2021", "date not known")]),
    ],
)
def test_of_a_reference_that_part_alone_is_amended_that_is_wrong(
    held: Snapshot, written: str, amended: list[tuple[str, str]]
) -> None:
    found = find_reference(held, written)
    assert found and [(written[one.start : one.end], one.right) for one in found.amended] == amended


def test_a_title_with_a_bar_is_found_again(held: Snapshot) -> None:
    assert is_title(held, "ports  | WICK")
    assert titles_in(held, "see what Ports | Wick tells") == {"ports.html"}


def test_the_longest_title_is_meant_and_none_is_none(held: Snapshot) -> None:
    assert titles_in(held, "HARBOUR report  of another year, date not known") == {"other.txt"}
    assert find_reference(held, "Another title, page 2") is None
    assert find_reference(held, "Harbour report says that ships may enter, page 2") is None


def test_texts_are_compared_plain_and_every_place_leads_back() -> None:
    text = "  “A\u00ad B” |  C\n–d"
    written, places = plain(text, 10)
    assert written == '"A B"; C -d'
    assert [text[at - 10] for at in dict.fromkeys(places) if not text[at - 10].isspace()] == list("“AB”|C–d")


def test_titles_are_gone_through_once_for_each_snapshot(held: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    titles_in(held, "Harbour report, page 2")
    monkeypatch.setattr(held, "metadata", ())
    assert titles_in(held, "Harbour report, page 2") == {"harbour.pdf"}
    assert titles_in(held, "Wick ports, page 1") == {"ports.html"}
    assert is_title(held, "ports | wick")


@pytest.mark.parametrize(
    ("written", "amended"),
    [
        ("Port Authority 2021: 1", []),
        ("Port Authority, 2021, 2", [("2", "1")]),
        ("(Port Authority 2021:1)", []),
        ("Port Authority, 3 May 2021: 2-3.", [("2", "1")]),
        ("Port Authority 2021, 2022", [("2022", "3 May 2021")]),
        ("Port Authority 2019: 1", [("2019", "3 May 2021")]),
        ("Ferry Trust 2021: 1", [("Ferry Trust", "Port Authority")]),
    ],
)
def test_a_number_behind_the_year_is_a_page(held: Snapshot, written: str, amended: list[tuple[str, str]]) -> None:
    document = held.document("harbour.pdf")
    assert document
    published = replace(document, source="Port Authority", published=date(2021, 5, 3))
    place = document.text.index("1. The harbour")
    found = compare_reference(published, written, (place, place + 30))
    assert found and [(written[one.start : one.end], one.right) for one in found.amended] == amended
