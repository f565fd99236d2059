"""What stands on a slide is found in every way of putting it there."""

from __future__ import annotations

from corpus.office.package import Package
from corpus.office.slide import Slide
from corpus.office.slides import slides
from tests.office_files import zipped

BASE = "http://schemas.openxmlformats.org"
SPACES = (
    f'xmlns:a="{BASE}/drawingml/2006/main" xmlns:p="{BASE}/presentationml/2006/main" '
    f'xmlns:r="{BASE}/officeDocument/2006/relationships" xmlns:m="{BASE}/markup-compatibility/2006" '
    f'xmlns:d="{BASE}/drawingml/2006/diagram"'
)


def shape(text: str, more: str = "", about: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x" {about}/><p:nvPr>{more}</p:nvPr></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:p><a:r>"
        f"<a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def part(name: str, shapes: str) -> str:
    return f"<p:{name} {SPACES}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{name}>"


def related(**targets: str) -> str:
    return "<R>" + "".join(f'<Relationship Id="{k}" Type="x/{k}" Target="{v}"/>' for k, v in targets.items()) + "</R>"


def one(shapes: str, others: dict[str, str] | None = None, **targets: str) -> Slide:
    parts = {
        "ppt/presentation.xml": f'<p:p {SPACES}><p:sldIdLst><p:sldId r:id="slide"/></p:sldIdLst></p:p>',
        "ppt/_rels/presentation.xml.rels": related(slide="s.xml"),
        "ppt/s.xml": part("sld", shapes),
        "ppt/_rels/s.xml.rels": related(**targets),
    }
    (slide,) = slides(Package(zipped(parts | (others or {})), "a presentation"))
    return slide


def words(slide: Slide) -> list[str]:
    return [block.text for block in slide.blocks]


TITLE = shape("Title", '<p:ph type="title"/>')


def test_of_a_shape_drawn_in_two_ways_the_one_with_text_is_read_once() -> None:
    choice, fallback = (f"<m:{way}>{shape(text)}</m:{way}>" for way, text in (("Choice", "New"), ("Fallback", "Old")))
    both = f"<m:AlternateContent>{choice}{fallback}</m:AlternateContent>"
    only_old = f"<m:AlternateContent><m:Choice/><m:Fallback>{shape('Old one')}</m:Fallback></m:AlternateContent>"
    assert words(one(TITLE + both + only_old)) == ["Title", "New", "Old one"]


def test_a_hidden_shape_is_left_out() -> None:
    assert words(one(TITLE + shape("Secret", about='hidden="1"'))) == ["Title"]


def test_the_words_of_layout_and_master_are_furniture_and_their_placeholders_are_not() -> None:
    slide = one(
        TITLE,
        {
            "ppt/l.xml": part("sldLayout", shape("Borough Council") + shape("Click here", '<p:ph type="body"/>')),
            "ppt/_rels/l.xml.rels": related(slideMaster="m.xml"),
            "ppt/m.xml": part("sldMaster", shape("Draft")),
        },
        slideLayout="l.xml",
    )
    assert (words(slide), slide.furniture) == (["Title"], ["Borough Council", "Draft"])


def test_comments_of_the_old_form_and_the_new_are_notes() -> None:
    old = '<c xmlns="x"><cm><text>Old remark</text></cm></c>'
    slide = one(TITLE, {"ppt/c.xml": old}, comments="c.xml")
    assert [(block.kind, block.text) for block in slide.blocks] == [("heading", "Title"), ("note", "Old remark")]
    new = f'<c xmlns="x" {SPACES}><cm><txBody><a:p><a:r><a:t>New remark</a:t></a:r></a:p></txBody></cm></c>'
    assert words(one(TITLE, {"ppt/c.xml": new}, comments="c.xml")) == ["Title", "New remark"]


def test_diagrams_are_read_and_files_of_other_programs_are_named() -> None:
    data = (
        f'<d:m {SPACES}><d:pt modelId="0" type="doc"/><d:pt modelId="1"><d:t><a:p><a:r><a:t>Step</a:t></a:r>'
        "</a:p></d:t>"
        '</d:pt><d:cxn srcId="0" destId="1"/></d:m>'
    )
    frames = (
        '<p:graphicFrame><d:relIds r:dm="diagram"/></p:graphicFrame>'
        '<p:graphicFrame><p:oleObj progId="Excel.Sheet.12"/></p:graphicFrame>'
    )
    slide = one(TITLE + frames, {"ppt/d.xml": data}, diagram="d.xml")
    assert words(slide) == ["Title", "Step"]
    assert slide.objects == ["Excel.Sheet.12"]


def test_a_slide_that_is_missing_is_damaged() -> None:
    listed = f'<p:p {SPACES}><p:sldIdLst><p:sldId r:id="no"/></p:sldIdLst></p:p>'
    (slide,) = slides(Package(zipped({"ppt/presentation.xml": listed}), "a presentation"))
    assert slide.is_damaged
