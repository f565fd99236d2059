"""Each slide of an OpenDocument presentation is a page."""

from __future__ import annotations

from tests.office_files import blocks, context, document, open_document, read, warnings


def frame(text: str, kind: str = "", x: int = 1, y: int = 1) -> str:
    named = f'presentation:class="{kind}"' if kind else ""
    return (
        f'<draw:frame {named} svg:x="{x}cm" svg:y="{y}cm" svg:width="4cm" svg:height="1cm"><draw:text-box>{text}'
        "</draw:text-box></draw:frame>"
    )


def para(text: str) -> str:
    return f"<text:p>{text}</text:p>"


TITLE = frame(para("Priorities"), "title", y=0)


def test_titles_lists_and_notes_of_a_slide_are_read_on_their_page() -> None:
    outline = (
        f"<text:list><text:list-item>{para('Homes')}<text:list><text:list-item>{para('500 new')}</text:list-item>"
        "</text:list></text:list-item></text:list>"
    )
    notes = f"<presentation:notes>{frame('', 'page')}{frame(para('Say thanks.'), 'notes')}</presentation:notes>"
    first = f"<draw:page>{frame(para('Budget'), 'title')}{frame(para('Cabinet'), 'subtitle', y=3)}</draw:page>"
    second = f"<draw:page>{frame(outline, 'outline', y=3)}{TITLE}{notes}</draw:page>"
    found = document("a.odp", open_document("presentation", first + second))
    assert blocks(found) == [
        ("heading", "Budget"),
        ("paragraph", "Cabinet"),
        ("heading", "Priorities"),
        ("list_item", "Homes"),
        ("list_item", "500 new"),
        ("note", "Say thanks."),
    ]
    assert context(found, "500 new") == ["Homes", "Priorities"]
    assert found.page_at(found.text.index("Homes")) == 2


def test_text_is_read_column_by_column_and_groups_are_opened() -> None:
    group = f"<draw:g>{frame(para('In a group'), x=1, y=9)}</draw:g>"
    page = (
        f"<draw:page>{frame(para('Right body'), x=9, y=5)}{frame(para('Right head'), x=9, y=3)}"
        f"{frame(para('Left body'), x=1, y=5)}{frame(para('Left head'), x=1, y=3)}{TITLE}</draw:page>"
        f"<draw:page>{group}</draw:page>"
    )
    found = document("a.odp", open_document("presentation", page))
    assert [text for _, text in blocks(found)] == [
        "Priorities", "Left head", "Left body", "Right head", "Right body", "In a group",
    ]  # fmt: skip


def test_a_table_keeps_its_cells() -> None:
    def cell(text: str) -> str:
        return f"<table:table-cell>{para(text)}</table:table-cell>"

    rows = (
        f"<table:table-row>{cell('Area')}{cell('Sum')}</table:table-row><table:table-row>{cell('North')}"
        "<table:table-cell/></table:table-row>"
    )
    page = f"<draw:page>{TITLE}<draw:frame><table:table>{rows}</table:table></draw:frame></draw:page>"
    assert blocks(document("a.odp", open_document("presentation", page)))[1:] == [
        ("table_row", "Area | Sum"),
        ("table_row", "North |"),
    ]


def test_hidden_slides_are_left_out_and_named() -> None:
    style = (
        '<style:style style:name="H"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    )
    pages = f'<draw:page draw:style-name="H">{frame(para("Secret"))}</draw:page><draw:page>{TITLE}</draw:page>'
    made = open_document("presentation", pages, style)
    assert document("a.odp", made).text == "Priorities"
    assert warnings("a.odp", made) == ["Hidden slide 1 left out. Unhide what should be found."]


def test_a_slide_of_a_picture_is_named_and_an_empty_presentation_is_empty() -> None:
    picture = f"<draw:page><draw:frame><draw:image/></draw:frame></draw:page><draw:page>{TITLE}</draw:page>"
    assert warnings("a.odp", open_document("presentation", picture))[0].startswith("Nothing but pictures on slide 1.")
    assert read("a.odp", open_document("presentation", "<draw:page/>")).errors[0].empty


def test_the_footer_is_kept_once() -> None:
    pages = "".join(f"<draw:page>{TITLE}{frame(para('Borough Council'), 'footer', y=20)}</draw:page>" for _ in range(2))
    found = document("a.odp", open_document("presentation", pages))
    assert [text for kind, text in blocks(found) if kind == "furniture"] == ["Borough Council"]
