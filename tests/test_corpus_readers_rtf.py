"""Rich text is read with its headings, numbers, tables and notes, in any encoding."""

from __future__ import annotations

import pytest

from tests.office_files import blocks, context, document, read

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Gothic;}}"
    rb"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2\outlinelevel1 Part;}{\s3 toc 1;}"
    rb"{\s4 Title;}{\s5 caption;}}{\*\generator Writer 1.2;}"
)


def rich(body: bytes) -> bytes:
    return HEAD + body + b"}"


def test_paragraphs_headings_titles_and_captions_are_told_by_their_styles() -> None:
    data = rich(
        rb"{\info{\title The paper}{\author Ann}}\pard\s4 Minutes\par\pard\s1 Aims\par\pard\s2 First\par"
        rb"\pard\plain Words {\b in bold}.\par\pard\s3 Contents 3\par\pard\s5 Table 1\par\pard Last"
    )
    found = document("a.rtf", data)
    assert [(block.kind, block.level, found.text[block.start : block.end]) for block in found.blocks] == [
        ("heading", 1, "Minutes"),
        ("heading", 1, "Aims"),
        ("heading", 2, "First"),
        ("paragraph", 0, "Words in bold."),
        ("caption", 0, "Table 1"),
        ("paragraph", 0, "Last"),
    ]
    assert found.title == "The paper"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"Caf\'e9 costs \u163?5 \u8211-fine", "Café costs £5 –fine"),
        (rb"{\f1\'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (rb"{\f2\'93\'fa\'96\'7b}", "日本"),
        (rb"\u-10179?\u-8703?", "😁"),
        (rb"\uc2\u8364 xxand {\uc0\u8364}all", "€and €all"),
        (rb"\ldblquote so\rdblquote\emdash it\rquote s 5\~km", "“so”—it’s 5 km"),
        (rb"a\-b \{c\} \\d \_e", "ab {c} \\d ‑e"),
        (b"broken li\r\nne", "broken line"),
        (b"a\\\nb", "a\n\nb"),
        (b"raw \xe9", "raw é"),
        (b"x{\\pict\\bin5 }}{\\\\y} z", "x z"),
    ],
)
def test_characters_are_read_in_every_way_of_writing_them(body: bytes, text: str) -> None:
    assert document("a.rtf", rich(rb"\pard " + body + rb"\par")).text == text


def test_lists_keep_the_numbers_that_are_written_before_their_items() -> None:
    data = rich(
        rb"\pard It was agreed:\par{\listtext\f0 1.\tab}\ls1\ilvl0 One\par\pard{\listtext\f1\'b7\tab}\ilvl1 Point\par"
        rb"\pard{\pntext 2)\tab}\ilvl0 Two\par\pard After\par"
    )
    found = document("a.rtf", data)
    assert [(block.kind, block.level, block.marker) for block in found.blocks[1:]] == [
        ("list_item", 1, "1."),
        ("list_item", 2, ""),
        ("list_item", 1, "2)"),
        ("paragraph", 0, ""),
    ]
    assert context(found, "Point") == ["1. One", "It was agreed:"]


def test_a_table_row_is_a_row_whose_cells_keep_their_columns() -> None:
    data = rich(
        rb"\trowd\trhdr\cellx2000\cellx4000\cellx6000\pard\intbl Area\cell 2022\cell 2023\cell\row"
        rb"\trowd\cellx2000\cellx6000\pard\intbl North\par East\cell both\cell\row"
        rb"\trowd\clvmgf\cellx2010\cellx4000\cellx6000\pard\intbl South\cell\cell 4\cell\row"
        rb"\trowd\clvmrg\cellx2000\cellx4000\cellx6000\pard\intbl\cell 5\cell 6\cell\row\pard After\par"
    )
    found = document("a.rtf", data)
    assert blocks(found) == [
        ("table_row", "Area | 2022 | 2023"),
        ("table_row", "North East | both |"),
        ("table_row", "South |  | 4"),
        ("table_row", "South | 5 | 6"),
        ("paragraph", "After"),
    ]
    assert [cell.span for cell in found.blocks[1].cells] == [1, 2]
    assert context(found, "5 | 6") == ["Area | 2022 | 2023"]
    below = found.blocks[3].cells[0]
    assert found.text[below.start : below.end] == "South"


def test_notes_comments_boxes_and_page_headers_are_read_and_page_numbers_are_not() -> None:
    data = rich(
        rb"{\header\pard Borough Council\par}{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
        rb"\pard Costs rose{\footnote\pard \chftn Source: ONS.}.{\*\atnauthor Ann}{\*\annotation\pard Sure?} "
        rb'{\field{\*\fldinst HYPERLINK "http://a.b"}{\fldrslt A link}}.\par'
        rb"{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv 1}}{\shptxt\pard In a box\par}}{\shprslt{\pict 00}}}"
    )
    assert blocks(document("a.rtf", data)) == [
        ("paragraph", "Costs rose. A link."),
        ("note", "Source: ONS."),
        ("note", "Ann: Sure?"),
        ("paragraph", "In a box"),
        ("furniture", "Borough Council"),
    ]


def test_what_is_hidden_struck_out_or_unknown_is_left_out() -> None:
    data = rich(rb"\pard Seen {\v hidden}{\deleted gone}{\revised new}{\*\unknown nobody sees this} end\par")
    assert document("a.rtf", data).text == "Seen new end"


def test_a_file_that_is_cut_short_or_nested_deeply_is_read_as_far_as_it_goes() -> None:
    assert document("a.rtf", HEAD + rb"\pard One\par Two {\b th").text == "One\n\nTwo th"
    assert document("a.rtf", HEAD + b"{" * 200_000 + b"deep" + b"}" * 200_000 + b" end}").text == "deep end"
    assert read("a.rtf", HEAD + b"}").errors[0].empty


def test_rich_text_is_known_by_its_first_bytes() -> None:
    for name in ("a.rtf", "letter", "a.bak"):
        assert document(name, rich(b"Words")).media_type == "application/rtf"
    assert "It holds rich text, not a Word document" in read("a.docx", rich(b"Words")).errors[0].reason
    assert "It holds plain text, not rich text" in read("a.rtf", b"Words").errors[0].reason
