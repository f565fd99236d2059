"""Each slide of a presentation is a page, read in the order in which it is seen."""

from __future__ import annotations

import pptx
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.util import Inches

from tests.office_files import blocks, changed, context, document, read, saved, unzipped, warnings, zipped

DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def talk() -> pptx.presentation.Presentation:
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[0])
    slide.shapes.title.text = "Budget 2023/24"
    slide.placeholders[1].text = "Cabinet, 4 July 2023"
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "Priorities"
    frame = slide.placeholders[1].text_frame
    frame.text = "Homes"
    for text, level in (("500 new", 1), ("Schools", 0)):
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    slide.notes_slide.notes_text_frame.text = "Say thanks."
    return made


def test_titles_are_headings_bullets_are_items_with_depth_and_notes_are_notes() -> None:
    found = document("a.pptx", saved(talk()))
    assert blocks(found) == [
        ("heading", "Budget 2023/24"),
        ("paragraph", "Cabinet, 4 July 2023"),
        ("heading", "Priorities"),
        ("list_item", "Homes"),
        ("list_item", "500 new"),
        ("list_item", "Schools"),
        ("note", "Say thanks."),
    ]
    assert [block.level for block in found.blocks[3:6]] == [1, 2, 1]
    assert context(found, "500 new") == ["Homes", "Priorities"]
    assert [found.page_at(found.text.index(words)) for words in ("Cabinet", "Priorities", "Say")] == [1, 2, 2]
    assert found.title == "Budget 2023/24"


def test_numbered_items_keep_the_numbers_that_are_shown() -> None:
    made = talk()
    for paragraph, form in zip(
        made.slides[1].placeholders[1].text_frame.paragraphs,
        ("arabicPeriod", "alphaLcParenR", "arabicPeriod"),
        strict=True,
    ):
        paragraph._p.get_or_add_pPr().append(parse_xml(f'<a:buAutoNum {DRAWING} type="{form}"/>'))
    found = document("a.pptx", saved(made))
    assert [text for kind, text in blocks(found) if kind == "list_item"] == ["1. Homes", "a) 500 new", "2. Schools"]
    assert [block.marker for block in found.blocks[3:6]] == ["1.", "a)", "2."]


def test_text_drawn_in_any_order_is_read_column_by_column() -> None:
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    for left, top, text in ((5, 3, "Right body"), (5, 1, "Right head"), (1, 3, "Left body"), (1, 1, "Left head")):
        slide.shapes.add_textbox(Inches(left), Inches(top), Inches(3), Inches(1)).text_frame.text = text
    found = document("a.pptx", saved(made))
    assert [text for _, text in blocks(found)] == ["Left head", "Left body", "Right head", "Right body"]


def test_text_in_groups_within_groups_is_read() -> None:
    made = talk()
    outer = made.slides[0].shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    inner.shapes.add_textbox(Inches(1), Inches(6), Inches(2), Inches(1)).text_frame.text = "Deep inside"
    assert context(document("a.pptx", saved(made)), "Deep inside") == ["Budget 2023/24"]


def test_a_table_keeps_its_header_row_and_its_merged_cells() -> None:
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "Figures"
    table = slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(6), Inches(2)).table
    for row, texts in enumerate((("Area", "2022", "2023"), ("North", "4", ""), ("", "6", "7"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    found = document("a.pptx", saved(made))
    assert blocks(found)[1:] == [
        ("table_row", "Area | 2022 | 2023"),
        ("table_row", "North | 4 |"),
        ("table_row", "North | 6 | 7"),
    ]
    assert context(found, "6 | 7") == ["Area | 2022 | 2023", "Figures"]
    below = found.blocks[3].cells[0]
    assert found.text[below.start : below.end] == "North"


def test_a_chart_is_its_title_and_what_it_shows() -> None:
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "Rates"
    data = CategoryChartData(number_format="0%")  # type: ignore[no-untyped-call]
    data.categories = ["2022", "2023"]
    data.add_series("Rate", (0.1, 0.31))  # type: ignore[no-untyped-call]
    chart = slide.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(4), Inches(2), data
    ).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Rate by year"
    found = document("a.pptx", saved(made))
    assert blocks(found)[1:] == [
        ("caption", "Rate by year"),
        ("table_row", "| Rate"),
        ("table_row", "2022 | 10%"),
        ("table_row", "2023 | 31%"),
    ]


def test_hidden_slides_are_left_out_named_and_counted_as_pages() -> None:
    made = talk()
    made.slides[0]._element.set("show", "0")
    data = saved(made)
    found = document("a.pptx", data)
    assert "Cabinet" not in found.text
    assert found.page_at(found.text.index("Homes")) == 2
    assert warnings("a.pptx", data) == ["Hidden slide 1 left out. Unhide what should be found."]


def test_a_slide_without_a_title_is_no_part_of_the_slide_before_it() -> None:
    made = talk()
    slide = made.slides.add_slide(made.slide_layouts[6])
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(5), Inches(1))
    box.text_frame.text = "A long sentence " * 20
    assert context(document("a.pptx", saved(made)), "A long sentence") == ["Slide 3"]


def test_footers_are_kept_once_and_slide_numbers_are_not() -> None:
    made = talk()
    for slide in made.slides:
        for kind, index, text in (("ftr", 11, "Borough Council"), ("sldNum", 12, "7"), ("dt", 10, "1 May 2024")):
            slide.shapes._spTree.append(
                parse_xml(
                    f'<p:sp {DRAWING} xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:nvSpPr>'
                    f'<p:cNvPr id="9{index}" name="x"/><p:cNvSpPr/><p:nvPr><p:ph type="{kind}" idx="{index}"/></p:nvPr>'
                    f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
                )
            )
    found = document("a.pptx", saved(made))
    assert found.text.count("Borough Council") == 1
    assert blocks(found)[-1] == ("furniture", "Borough Council")
    assert "1 May" not in found.text


def test_a_slide_of_nothing_but_pictures_is_named() -> None:
    made = talk()
    slide = made.slides.add_slide(made.slide_layouts[6])
    slide.shapes._spTree.append(
        parse_xml(
            f'<p:pic {DRAWING} xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:nvPicPr>'
            '<p:cNvPr id="9" name="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill/><p:spPr/></p:pic>'
        )
    )
    assert warnings("a.pptx", saved(made))[0].startswith("Nothing but pictures on slide 3.")


def test_a_slide_that_cannot_be_read_costs_only_itself() -> None:
    cut = changed(saved(talk()), "ppt/slides/slide1.xml", b"</p:sld>", b"</wrong>")
    assert "Homes" in document("a.pptx", cut).text
    assert warnings("a.pptx", cut) == ["Damaged slide 1 not read. Open the file and save it anew."]


def test_a_strict_presentation_is_read_like_any_other() -> None:
    members = unzipped(saved(talk()))
    for name, content in members.items():
        for part in (b"presentationml", b"drawingml"):
            content = content.replace(
                b"http://schemas.openxmlformats.org/" + part + b"/2006/main",
                b"http://purl.oclc.org/ooxml/" + part + b"/main",
            )
        members[name] = content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    assert blocks(document("a.pptx", zipped(members))) == blocks(document("a.pptx", saved(talk())))


def test_a_damaged_presentation_and_one_that_is_something_else_are_refused() -> None:
    assert "damaged" in read("a.pptx", zipped({"ppt/presentation.xml": b"<"})).errors[0].reason
    assert "It holds a presentation, not a spreadsheet" in read("a.xlsx", saved(talk())).errors[0].reason
