"""Plain text is kept character by character, and its paragraphs are where a reader sees them."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.files import SourceFile
from corpus.readers.text import find_blocks, find_pages
from corpus.reading import ReadResult, read_file

# Line ends, form feeds, bullets and headings come together more often than by chance.
WORDS = st.lists(
    st.sampled_from(
        [
            "\n",
            "\n\n",
            "\f",
            "\r\n",
            " ",
            "\u00a0",
            "\u2028",
            "•",
            "- ",
            "1. ",
            "Heading",
            "A sentence. ",
            "word ",
            "x" * 200,
            "é",
            "𝒳",
        ]
    ),
    max_size=60,
)
TEXTS = st.one_of(st.text(), WORDS.map("".join))


def read(data: bytes, name: str = "a.txt") -> ReadResult:
    return read_file(SourceFile(Path(name), name), data)


def document(text: str) -> Document:
    (found,) = read(text.encode()).documents
    return found


def shown(text: str) -> list[tuple[str, str]]:
    return [(paragraph.kind, text[paragraph.start : paragraph.end]) for paragraph in find_blocks(text)]


RULED = re.compile(r"={3,}|-{3,}|_{3,}|~{3,}|\*{3,}")


@given(TEXTS)
def test_paragraphs_hold_all_that_is_not_white_space_in_order(text: str) -> None:
    end = 0
    for paragraph in find_blocks(text):
        assert paragraph.start >= end
        assert not RULED.sub("", text[end : paragraph.start]).strip()
        assert text[paragraph.start : paragraph.end] == text[paragraph.start : paragraph.end].strip() != ""
        end = paragraph.end
    assert not RULED.sub("", text[end:]).strip()


@given(TEXTS)
def test_a_text_is_kept_but_for_its_line_ends(text: str) -> None:
    data = text.encode("utf-8", "replace")
    for found in read(data).documents:
        assert found.text == data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@given(st.text())
def test_pages_start_after_form_feeds_and_ascend(text: str) -> None:
    pages = find_pages(text)
    assert list(pages) == sorted(pages)
    assert not pages or pages[0] == 0
    assert all(text[start - 1] == "\f" for start in pages[1:])


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_reading_fail(data: bytes) -> None:
    for name in ("a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.jsonl", "a.eml", "a"):
        reading = read(data, name)
        assert reading.documents or reading.errors


def test_nothing_is_stripped() -> None:
    text = "  An indented line.  \n\n\tAnother one.\n\n"
    assert document(text).text == text


def test_white_space_alone_is_empty() -> None:
    (error,) = read("\u2003\u00a0\n".encode()).errors
    assert error.empty


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_common_encodings_are_read(encoding: str) -> None:
    text = "The café’s “plan” cost £5 – no more than that was spent on it in a year."
    (found,) = read(text.encode(encoding)).documents
    assert found.text == text


ENGLISH = (
    "£5m",
    "“£5”",
    "£££ – – –",
    "Café – £3",
    "£5m – £6m – £7m",
    "Ça été créé: 3 m² of ½ naïve façade, x³y and £4",
    "The budget is £5.2 million – up £300,000 on 2023.",
    "The council’s budget is £5.2 million – up £300,000 on 2023. “No more than that,” it said. " * 200,
)
FRENCH_AND_GERMAN = (
    "L’été dernier, à l’école, l’élève a été félicité.",
    "Größere Mühe für schöne Bücher, überall Füße.",
    "Les élèves sont allés à l’école très tôt, où ils ont mangé des gâteaux. " * 200,
)
POLISH = (
    "Był mały, może duży",
    "Rada miasta przyjęła budżet na rok 2023, który może być większy.",
    "Książka była na stole, a mały chłopiec siedział obok i nie mógł się doczekać. " * 200,
)
RUSSIAN = (
    "Совет принял бюджет.",
    "Report: Совет принял бюджет на 2023 год, as the council said in English too.",
    "Инспекторы считают, что услуги для детей улучшились с прошлого раза. " * 200,
)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *[("cp1252", text) for text in (*ENGLISH, *FRENCH_AND_GERMAN)],
        *[("cp1250", text) for text in POLISH],
        *[("iso8859-2", text) for text in POLISH],
        *[("cp1251", text) for text in RUSSIAN],
    ],
)
def test_old_encodings_are_told_apart_short_or_long(encoding: str, text: str) -> None:
    (found,) = read(text.encode(encoding)).documents
    assert found.text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["Hi", "The budget is £5.2 million – up £300,000.\r\nIt was “agreed”.", "Plain words. " * 20_000]
)
def test_utf_16_without_its_mark_is_read(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    (found,) = read(data).documents
    assert found.text == text.replace("\r\n", "\n")
    assert found.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "data",
    [
        b"Some words\0 and\0 more.",
        b"\0\0Total\0\0 of\0 it\0",
        "Совет принял".encode("utf-16-le"),
        b"\x01Words\x02 here",
    ],
)
def test_text_with_control_characters_is_said_to_be_that(data: bytes) -> None:
    (error,) = read(data).errors
    assert error.reason == "It holds control characters, or is UTF-16 without its mark. Save it as UTF-8."


def test_lines_broken_to_fit_a_page_make_one_paragraph() -> None:
    text = (
        "There are widespread failures in the services that are provided to children and\n"
        "families here. Leaders do not have a comprehensive understanding of the strengths\n"
        "and weaknesses of the services.\n"
        "This is a failure by the authority that leaves too many children in situations that\n"
        "do harm to them."
    )
    assert [part.replace("\n", " ")[:20] for _, part in shown(text)] == ["There are widespread", "This is a failure by"]


def test_long_lines_are_a_paragraph_each() -> None:
    lines = ["The council said that it had read the report with care and would act on it. " * 4] * 3
    assert len(shown("\n".join(lines))) == 3


def test_a_sentence_that_runs_on_after_a_blank_line_stays_whole() -> None:
    text = (
        "The system for recording all the return home interviews and for making use of\n"
        "them in the way that was agreed is now in place and it helps the managers with\n\n"
        "aggregated intelligence."
    )
    assert len(shown(text)) == 1


def test_bullets_and_numbers_start_list_items() -> None:
    text = "What must improve:\n\n  • the oversight of\n    plans\n  • supervision\n- visits\n1. reviews\n◼ caseloads"
    assert [kind for kind, _ in shown(text)] == ["paragraph", *["list_item"] * 5]


def test_a_heading_is_a_short_line_alone_with_prose_after_it() -> None:
    text = (
        "Annual report\n\nThe council met.\n\nWhat needs to improve\n\nThe "
        "time that children wait for help is too long, and too few are seen.\n"
    )
    assert [(p.kind, p.level) for p in find_blocks(text)] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "It was good.",
        "judged good",
        "Published: 3 May 2021",
        "12",
        "and the rest of",
        "A line, that ends with a comma,",
        "W" * 90,
    ],
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    text = f"The council met.\n\n{line}\n\nThe time that children wait for help is too long, and too few are seen.\n"
    assert "heading" not in [kind for kind, _ in shown(text)]


def test_a_grade_in_a_grid_is_no_heading() -> None:
    text = (
        "Overall effectiveness\n\nGood\n\nServices for children have "
        "improved much since the last inspection, which was in 2014.\n"
    )
    assert ("heading", "Good") not in shown(text)


def test_form_feeds_part_pages() -> None:
    found = document("First page.\n\n1\n\n\fSecond page.\n\n2\n\n\f")
    assert found.pages == (0, found.text.index("Second"))
    assert found.page_at(found.text.index("Second") + 3) == 2
    assert document("No pages.").pages == ()


def test_title_and_date_come_from_the_first_lines() -> None:
    found = document(
        "Annual report\n\nPublished: 23rd July 2018\n\nThe council met and agreed on a plan that all liked."
    )
    assert (found.title, found.published, found.source, found.url) == ("Annual report", date(2018, 7, 23), None, None)


@pytest.mark.parametrize(
    "text",
    [
        "w" * 2_000_000,
        "word " * 400_000,
        "a\n" + "\n" * 100_000 + "b",
        "- \n" * 100_000,
        "(" * 500_000,
        "A.\f" * 100_000,
    ],
)
def test_long_and_odd_texts_do_not_take_long(text: str) -> None:
    found = document(text)
    assert found.text == text
    assert found.blocks


@pytest.mark.shared
def test_the_news_texts_are_read_unchanged(shared_data: Path) -> None:
    days = {}
    for path in sorted((shared_data / "herefordshire" / "documents").glob("*.txt")):
        (found,) = read_file(SourceFile(path, path.name), path.read_bytes()).documents
        assert found.text == path.read_text(encoding="utf-8")
        assert len(found.blocks) >= 15
        days[path.name[:3]] = found.published
    assert days["000"] == date(2018, 7, 23)
    assert days["002"] is None
    assert days["004"] == date(2024, 12, 19)


@pytest.mark.parametrize(
    ("data", "shown", "place"),
    [
        ("The café’s plan – £5\n".encode() + b"one bad \xff byte\n", "bad \ufffd byte", "line 2, byte 36"),
        ("Zoë met the council’s team.\nIt was ".encode() + b"caf\xe9.", "It was caf\ufffd.", "line 2, byte"),
        ("“Cut ".encode() + "off”".encode()[:-1], "“Cut off\ufffd", "line 1, byte"),
        (b"\xef\xbb\xbfplain words with one \x80 byte", "one \ufffd byte", "line 1, byte 25"),
        ("Łódź – Příbram – Αθήνα\r\n\r\n".encode() + b"\xc3(\xa0 here", "\ufffd(\ufffd here", "2 runs"),
        ("Café\n".encode() + b"\xed\xa0\x80 " + "été".encode() * 9, "\ufffd", "3 runs"),
    ],
)
def test_utf_8_with_a_bad_byte_stays_utf_8_and_the_byte_is_named(data: bytes, shown: str, place: str) -> None:
    reading = read(data)
    assert shown in reading.documents[0].text
    assert "Ã" not in reading.documents[0].text
    (warning,) = reading.warnings
    assert place in warning.reason and "UTF-8" in warning.reason
    assert reading.errors == ()


def test_a_replacement_character_that_the_text_has_itself_is_no_bad_byte() -> None:
    reading = read("It reads \ufffd there, as it is stored.".encode())
    assert reading.warnings == () and "\ufffd" in reading.documents[0].text


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Notes\n=====\n\nWe met.\n\nActions\n-------\nAnn writes.\n",
         ["heading 1 Notes", "paragraph 0 We met.", "heading 2 Actions", "paragraph 0 Ann writes."]),
        ("Notes\n----------\nWe met.\n", ["heading 1 Notes", "paragraph 0 We met."]),
        ("We met.\n\n-----\n\nWe left.\n", ["paragraph 0 We met.", "paragraph 0 We left."]),
        ("We met on Monday.\n=================\nwe left.\n", ["paragraph 0 We met on Monday.", "paragraph 0 we left."]),
        ("=====\nNotes\n=====\nWe met.", ["heading 1 Notes", "paragraph 0 We met."]),
        ("We met.\n\n*****\n\n1. Apologies\n_____", ["paragraph 0 We met.", "list_item 0 1. Apologies"]),
    ],
)  # fmt: skip
def test_rows_of_signs_are_no_text_and_make_a_heading_of_the_line_above(text: str, blocks: list[str]) -> None:
    assert [f"{one.kind} {one.level} {text[one.start : one.end]}" for one in find_blocks(text)] == blocks


def test_a_drawn_table_has_rows_under_its_names_and_the_text_stays_as_it_is() -> None:
    table = "          2024/25   2025/26\n---------------------------\nAdults    £4        £5\nChildren  £2        £3\n"
    text = f"Prices\n\n{table}\nTowels cost £1.\n"
    blocks = find_blocks(text)
    rows = [block for block in blocks if block.kind == "table_row"]
    assert [text[block.start : block.end] for block in rows] == [
        "2024/25   2025/26",
        "Adults    £4        £5",
        "Children  £2        £3",
    ]
    assert [[text[cell.start : cell.end] for cell in block.cells] for block in rows][1] == ["Adults", "£4", "£5"]
    assert all(cell.names for cell in rows[0].cells)
    assert {blocks.index(rows[0])} == {block.parent for block in rows[1:]}
    assert blocks[-1].kind == "paragraph"


def test_lines_that_begin_with_days_are_apart() -> None:
    text = "Sat 5 Dec 2026 - Christmas fair\n12/12/2026 - Carols\n9th January Film: Kes\nBring a chair and a cup.\n"
    assert [text[block.start : block.end] for block in find_blocks(text)][:2] == text.split("\n")[:2]
