"""OpenDocument texts are read in their order, with numbers, notes and tables."""

from __future__ import annotations

from tests.office_files import blocks, context, document, open_document, read, warnings, zipped

NUMBERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" '
    'style:num-suffix=")"/></text:list-style><text:list-style style:name="B"><text:list-level-style-bullet '
    'text:level="1" text:bullet-char="•"/></text:list-style>'
)


NINE = ' text:start-value="9"'
WIDE = 'table:number-columns-spanned="2"'
HIGH = 'table:number-rows-spanned="2"'


def item(text: str, more: str = "", start: str = "") -> str:
    return f"<text:list-item{start}><text:p>{text}</text:p>{more}</text:list-item>"


def test_headings_and_the_numbers_of_chapters_are_kept() -> None:
    styles = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style '
        'text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = (
        '<text:h text:outline-level="1">Aims</text:h><text:h text:outline-level="2">First</text:h>'
        '<text:h text:outline-level="2">Second</text:h><text:p>Words.</text:p>'
        '<text:h text:outline-level="1">Costs</text:h>'
    )
    found = document("a.odt", open_document("text", body, styles=styles))
    assert blocks(found) == [
        ("heading", "1 Aims"),
        ("heading", "1.1 First"),
        ("heading", "1.2 Second"),
        ("paragraph", "Words."),
        ("heading", "2 Costs"),
    ]
    assert context(found, "Words.") == ["1.2 Second", "1 Aims"]


def test_lists_keep_their_numbers_and_depth_and_go_on_where_they_say_so() -> None:
    nested = f"<text:list>{item('Deep')}{item('Deeper')}</text:list>"
    body = (
        f'<text:p>It was agreed:</text:p><text:list text:style-name="L">{item("One", nested)}'
        f"{item('Two', '<text:p>More.</text:p>')}"
        '</text:list><text:p>Between.</text:p><text:list text:style-name="L" text:continue-numbering="true">'
        f"{item('Three')}"
        f'</text:list><text:list text:style-name="L">{item("Anew")}{item("Nine", start=NINE)}</text:list>'
        f'<text:list text:style-name="B">{item("Point")}</text:list>'
    )
    found = document("a.odt", open_document("text", body, automatic=NUMBERED))
    assert [text for _, text in blocks(found)] == [
        "It was agreed:", "1. One", "(a) Deep", "(b) Deeper", "2. Two", "More.", "Between.", "3. Three", "1. Anew",
        "9. Nine", "Point",
    ]  # fmt: skip
    assert [(block.kind, block.level, block.marker) for block in found.blocks[1:6]] == [
        ("list_item", 1, "1."),
        ("list_item", 2, "(a)"),
        ("list_item", 2, "(b)"),
        ("list_item", 1, "2."),
        ("paragraph", 1, ""),
    ]
    assert context(found, "Deep") == ["1. One", "It was agreed:"]


def test_tables_keep_header_rows_and_merged_cells() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    body = (
        f"<table:table><table:table-header-rows><table:table-row>{cell('Area')}{cell('Sums', WIDE)}"
        f"<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        f"{cell('North', HIGH)}{cell('4')}{cell('5')}</table:table-row><table:table-row>"
        f"<table:covered-table-cell/>{cell('6')}<table:table-cell/></table:table-row></table:table>"
    )
    found = document("a.odt", open_document("text", body))
    assert blocks(found) == [
        ("table_row", "Area | Sums |"),
        ("table_row", "North | 4 | 5"),
        ("table_row", "North | 6 |"),
    ]
    assert [cell.span for cell in found.blocks[0].cells] == [1, 2]
    assert context(found, "6") == ["Area | Sums |"]
    below = found.blocks[2].cells[0]
    assert found.text[below.start : below.end] == "North"


def test_notes_comments_and_text_boxes_stand_after_their_paragraph() -> None:
    body = (
        "<text:p>Costs<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Source: ONS.</text:p>"
        "</text:note-body></text:note> rose<office:annotation><dc:creator>Ann</dc:creator><text:p>Sure?</text:p>"
        "</office:annotation>.<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame>"
        "</text:p>"
    )
    assert blocks(document("a.odt", open_document("text", body))) == [
        ("paragraph", "Costs rose."),
        ("paragraph", "In a box"),
        ("note", "1 Source: ONS."),
        ("note", "Ann: Sure?"),
    ]


def test_what_was_struck_out_or_is_hidden_is_left_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Old<text:change-start/> new<text:change-end/>"
        '<text:s text:c="3"/>'
        'text<text:tab/>here <text:span text:style-name="H">secret</text:span></text:p>'
        '<text:section text:display="none"><text:p>Unseen</text:p></text:section>'
        "<text:table-of-content><text:index-body><text:p>Contents 3</text:p></text:index-body></text:table-of-content>"
    )
    automatic = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    assert document("a.odt", open_document("text", body, automatic)).text == "Old new text here"


def test_titles_captions_formulas_and_page_headers_are_what_they_are() -> None:
    styles = (
        "<office:master-styles><style:master-page><style:header><text:p>Borough Council</text:p></style:header>"
        "<style:footer><text:p>Page <text:page-number>2</text:page-number></text:p></style:footer></style:master-page>"
        '</office:master-styles><style:style style:name="P1" style:parent-style-name="Title"/>'
        '<style:style style:name="P2" style:parent-style-name="Caption"/>'
    )
    body = (
        '<text:p text:style-name="P1">The paper</text:p><text:p text:style-name="P2">Table 1</text:p>'
        '<text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>'
        '<text:p><draw:frame><draw:object xlink:href="./Object 2"/></draw:frame></text:p>'
    )
    formula = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mi>x</mi>'
        "<annotation>x = {a} over {b}</annotation></semantics></math>"
    )
    data = open_document("text", body, styles=styles, others={"Object 1/content.xml": formula})
    assert blocks(document("a.odt", data)) == [
        ("heading", "The paper"),
        ("caption", "Table 1"),
        ("paragraph", "x = {a} over {b}"),
        ("furniture", "Borough Council"),
    ]
    assert warnings("a.odt", data)[0].startswith("Not read: 'Object 2'")


def test_locked_damaged_and_other_files_are_refused_by_name() -> None:
    locked = open_document(
        "text", "", others={"META-INF/manifest.xml": '<m:manifest xmlns:m="x"><m:encryption-data /></m:manifest>'}
    )
    assert "locked with a password" in read("a.odt", locked).errors[0].reason
    damaged = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<"})
    assert "damaged" in read("a.odt", damaged).errors[0].reason
    sheet = open_document("spreadsheet", "")
    assert "It holds an OpenDocument spreadsheet, not an OpenDocument text" in read("a.odt", sheet).errors[0].reason
    assert document("a", open_document("text", "<text:p>Words.</text:p>")).text == "Words."
    drawing = open_document("graphics", "")
    assert "OpenDocument file of a kind that is not read" in read("a", drawing).errors[0].reason


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8)
    )
    data = open_document("text", "<text:p>Words &i;</text:p>")
    content = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": bomb + "]><a>&i;</a>"})
    assert read("a.odt", content).documents == ()
    assert read("a.odt", data).documents == ()
