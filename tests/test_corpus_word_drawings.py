"""What is drawn is found once, whatever form it is kept in."""

from __future__ import annotations

import pytest

from corpus.word.drawings import drawn_in
from tests.word_files import element, p

BOX = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
SHAPE = f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>"
VML = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


def drawing(content: str, described: str = "") -> str:
    return f'<w:drawing><wp:inline><wp:docPr id="1" descr="{described}"/>{content}</wp:inline></w:drawing>'


def found(markup: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.text, one.reference) for one in drawn_in(element(markup))]


@pytest.mark.parametrize(
    "markup",
    [
        drawing(SHAPE),
        VML,
        f"<w:object><v:group><v:rect><v:textbox>{BOX}</v:textbox></v:rect></v:group></w:object>",
        drawing(
            f"<mc:AlternateContent><mc:Choice>{SHAPE}</mc:Choice><mc:Fallback>{VML}</mc:Fallback></mc:AlternateContent>"
        ),
        drawing(f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{VML}</mc:Fallback></mc:AlternateContent>"),
        drawing(SHAPE, "Text Box 2"),
        drawing(SHAPE, "A box with the key fact"),
    ],
)
def test_a_box_is_found_once(markup: str) -> None:
    assert found(markup) == [("box", "", "")]


def test_boxes_of_a_group_in_order_and_boxes_in_boxes_left_to_their_box() -> None:
    inner = BOX.replace("In a box.", "Inner").replace("</w:txbxContent>", f"{VML}</w:txbxContent>")
    boxes = drawn_in(element(drawing(SHAPE + f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp>")))
    assert ["".join(map(str, box.element.itertext())) for box in boxes if box.element is not None] == [
        "In a box.",
        "InnerIn a box.",
    ]


@pytest.mark.parametrize(
    ("described", "shown"),
    [
        ("A map of the  three wards", ["A map of the three wards"]),
        ("", []),
        ("Picture 3", []),
        ("image1.png", []),
        (r"C:\Users\clerk\logo.jpg", []),
        ("https://example.org/logo", []),
        ("A picture containing text Description automatically generated", []),
    ],
)
def test_descriptions_that_a_person_wrote(described: str, shown: list[str]) -> None:
    texts = [text for kind, text, _ in found(drawing("<pic:pic/>", described)) if kind == "description"]
    assert texts == shown
    assert [text for kind, text, _ in found(f'<w:pict><v:shape alt="{described}"/></w:pict>')] == shown


def test_an_ornament_needs_no_words() -> None:
    ornament = '<w:drawing><wp:docPr descr="A line"><adec:decorative val="1"/></wp:docPr></w:drawing>'
    assert found(ornament) == []
    assert found(ornament.replace('"1"', '"0"')) == [("description", "A line", "")]


def test_lettering_charts_diagrams_and_objects() -> None:
    assert found(
        "<w:drawing><a:p><a:r><a:t>Key</a:t></a:r><a:br/><a:r><a:t>fact</a:t></a:r></a:p><a:p/></w:drawing>"
    ) == [("words", "Key fact", "")]
    assert found('<w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict>') == [("words", "DRAFT", "")]
    assert found(drawing('<c:chart r:id="r7"/>')) == [("chart", "", "r7")]
    assert found(drawing('<dgm:relIds r:dm="r8" r:lo="r9"/>')) == [("diagram", "", "r8")]
    assert found(
        '<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12" r:id="r1"/></w:object>'
    ) == [
        ("picture", "", ""),
        ("object", "Excel.Sheet.12", "r1"),
    ]
    assert found('<w:object><w:control w:name="TextBox1" r:id="r2"/></w:object>') == [
        ("object", "a form control (TextBox1)", "r2")
    ]
    newer = "http://schemas.microsoft.com/office/drawing/2014/chartex"
    assert found(drawing(f'<x:chart xmlns:x="{newer}" r:id="r3"/>')) == [("object", "a chart", "r3")]
