"""A Word document is read whole and in order, each thing where it stands and once."""

from __future__ import annotations

import pytest

from corpus.errors import ReadWarning
from tests.word_files import PROSE, blocks, document, p, para, reading, root, run, table, texts, word

BOX = f"<w:txbxContent>{p('Key fact')}{p('Fly-tipping fell.')}</w:txbxContent>"
NEW_BOX = f"<w:drawing><wp:inline><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></wp:inline></w:drawing>"
CHOICE = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
OLD_BOX = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
BOTH = CHOICE.format(NEW_BOX, OLD_BOX)


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("box", [NEW_BOX, OLD_BOX, BOTH])
def test_a_box_stands_after_its_paragraph_once(box: str) -> None:
    body = para(run("Collections rose.") + f"<w:r>{box}</w:r>" + run(" Costs fell.")) + p("Next.")
    assert texts(body) == ["Collections rose. Costs fell.", "Key fact", "Fly-tipping fell.", "Next."]


def test_a_box_of_its_own_and_a_table_in_a_box() -> None:
    boxed = BOX.replace("</w:txbxContent>", table(["Ward", "Votes"], ["Mill", "41"]) + "</w:txbxContent>")
    assert texts(para(f"<w:r>{OLD_BOX.replace(BOX, boxed)}</w:r>")) == [
        "Key fact",
        "Fly-tipping fell.",
        "Ward | Votes",
        "Mill | 41",
    ]


def notes(kind: str, name: str, text: str, more: str = "") -> dict[str, str]:
    return {f"{kind}.xml": root(kind, f'<w:{name} w:id="2"{more}>{text}</w:{name}>')}


def test_notes_stand_after_their_paragraph() -> None:
    parts = notes("footnotes", "footnote", p("It excludes") + p("the grant.")) | notes(
        "endnotes", "endnote", p("See annex.")
    )
    parts |= notes("comments", "comment", p("Check this."), ' w:author="A. Clerk"')
    marks = (f'<w:r><w:{name}Reference w:id="2"/></w:r>' for name in ("footnote", "endnote", "comment"))
    assert blocks(para(run("31 million.") + "".join(marks)) + p("Next."), parts=parts) == [
        ("paragraph", 0, "31 million."),
        ("note", 0, "It excludes"),
        ("note", 0, "the grant."),
        ("note", 0, "See annex."),
        ("note", 0, "A. Clerk: Check this."),
        ("paragraph", 0, "Next."),
    ]


def test_a_note_about_itself_ends() -> None:
    again = para(run("Again.") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    mark = para(run("x") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert texts(mark + mark, parts=notes("footnotes", "footnote", again)) == ["x", "Again.", "x"]


def test_wrappers_controls_and_choices_around_paragraphs() -> None:
    body = f"<w:ins>{p('inserted')}</w:ins><w:customXml>{p('tagged')}</w:customXml>"
    body += control(control(p("in a control"))) + control(p("Choose an item."), "<w:showingPlcHdr/>")
    body += control(p("Findings 3"), '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>')
    body += CHOICE.format(p("new"), p("old"))
    body += CHOICE.format("", p("only old"))
    body += "<m:oMathPara><m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath></m:oMathPara>"
    assert texts(body) == ["inserted", "tagged", "in a control", "new", "only old", "x=2"]


def test_deleted_paragraph_ends_and_large_first_letters() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    large = '<w:framePr w:dropCap="drop"/>'
    body = (
        p("One and ", properties=deleted) + p("the same.", "Heading1") + p("T", properties=large) + p("he council met.")
    )
    assert blocks(body) == [("heading", 1, "One and the same."), ("paragraph", 0, "The council met.")]
    gone = p("", properties=deleted) + p("Background", look="<w:b/>") + p(PROSE)
    assert [kind for kind, _, _ in blocks(gone)] == ["heading", "paragraph"]
    last = table([p("in a cell", properties=deleted), "x"]) + p("the end", properties=deleted)
    assert texts(last) == ["in a cell | x", "the end"]
    assert texts(p("framed", properties='<w:framePr w:dropCap="none"/>') + p("next")) == ["framed", "next"]


def test_hidden_text_is_not_shown() -> None:
    assert texts(p("hidden", look="<w:vanish/>") + p("shown")) == ["shown"]


def sections(*references: str, more: str = "") -> str:
    listed = "".join(f"<w:{reference}/>" for reference in references)
    return f"<w:sectPr>{listed}{more}</w:sectPr>"


def test_headers_come_first_and_footers_last_each_text_once() -> None:
    field = '<w:fldSimple w:instr=" PAGE ">' + run("1") + "</w:fldSimple>"
    parts = {
        "header1.xml": root("hdr", p("Planning Committee") + p("Said in the text.")),
        "header2.xml": root("hdr", table(["Slough", "Draft"]) + p("Planning Committee")),
        "footer1.xml": root("ftr", para(run("Page ") + field) + p("Slough, Draft")),
        "unused.xml": root("hdr", p("Never shown")),
    }
    related = [("h1", "header", "header1.xml"), ("h2", "header", "header2.xml"), ("f1", "footer", "footer1.xml")]
    related += [("h3", "header", "unused.xml"), ("h4", "header", "missing.xml")]
    first = 'headerReference w:type="default" r:id="h1"'
    body = para(run("Said in the text."), properties=sections(first, 'headerReference w:type="first" r:id="h3"'))
    body += p("Second section.")
    body += sections(
        'headerReference w:type="first" r:id="h2"', 'footerReference r:id="f1"', first, more="<w:titlePg/>"
    )
    assert blocks(body, parts=parts, related=related) == [
        ("furniture", 0, "Planning Committee"),
        ("furniture", 0, "Slough, Draft"),
        ("paragraph", 0, "Said in the text."),
        ("paragraph", 0, "Second section."),
    ]


def warnings(body: str, **further: object) -> tuple[list[str], list[str]]:
    result = reading(word(body, **further))  # type: ignore[arg-type]
    assert all(isinstance(one, ReadWarning) for one in result.warnings)
    return [found.text for found in result.documents], [one.reason for one in result.warnings]


def test_objects_of_other_programs_are_named_once() -> None:
    def embedded(program: str) -> str:
        return f'<w:r><w:object><o:OLEObject ProgID="{program}" r:id="r9"/></w:object></w:r>'

    related = [("r9", "package", "embeddings/sheet1.xlsx")]
    body = para(run("See:") + embedded("Excel.Sheet.12") + embedded("Excel.Sheet.12"))
    shown, told = warnings(body, related=related)
    assert shown == ["See:"]
    assert len(told) == 1 and "Excel.Sheet.12 (word/embeddings/sheet1.xlsx)" in told[0]


def test_a_document_that_is_linked_into_it_is_named() -> None:
    _, told = warnings(p("Text.") + '<w:subDoc r:id="r9"/><w:subDoc r:id="r8"/>')
    assert len(told) == 1 and "Add that document" in told[0]


def test_charts_and_diagrams_are_read_and_missing_ones_named() -> None:
    values = (
        '<c:ser><c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>41</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>'
    )
    chart = root("x", values).replace("w:x", "c:chartSpace")
    point = '<dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>First</a:t></a:r></a:p></dgm:t></dgm:pt>'
    diagram = root("x", point).replace("w:x", "dgm:dataModel")
    related = [("r8", "chart", "charts/chart1.xml"), ("r9", "diagramData", "diagrams/data1.xml")]
    parts = {"charts/chart1.xml": chart, "diagrams/data1.xml": diagram}
    drawn = "".join(
        f"<w:r><w:drawing>{one}</w:drawing></w:r>"
        for one in ('<c:chart r:id="r8"/>', '<c:chart r:id="r8"/>', '<dgm:relIds r:dm="r9"/>')
    )
    assert blocks(para(run("See:") + drawn), parts=parts, related=related)[1:] == [
        ("table_row", 0, "| 41"),
        ("list_item", 1, "First"),
    ]
    shown, told = warnings(para(run("See:") + drawn))
    assert shown == ["See:"] and len(told) == 1


def test_descriptions_of_pictures_are_notes() -> None:
    drawn = '<w:r><w:drawing><wp:inline><wp:docPr descr="A map of the wards"/><pic:pic/></wp:inline></w:drawing></w:r>'
    assert blocks(para(run("See the map.") + drawn)) == [
        ("paragraph", 0, "See the map."),
        ("note", 0, "A map of the wards"),
    ]


def test_lettering_is_text() -> None:
    drawn = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    assert texts(para(drawn) + p("x")) == ["DRAFT", "x"]


def test_what_is_read_beside_is_not_part_of_the_lists_around() -> None:
    found = document(word(p("•\ta") + para(run("•\tb") + f"<w:r>{OLD_BOX}</w:r>") + p("•\tc") + p(PROSE)))
    assert [block.level for block in found.blocks] == [1, 1, 0, 0, 1, 0]
