"""A paragraph's line has every word that is shown, none that is not, and none glued to another."""

from __future__ import annotations

import pytest

from corpus.word.lines import PAGE_NUMBER, read_line, shows_prompt
from corpus.word.styles import Styles
from tests.word_files import element, para, run

STYLES = Styles(
    element(
        '<w:styles><w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loud"><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    )
)


def text(content: str, *, is_furniture: bool = False) -> str:
    return read_line(element(para(content)), STYLES, "", is_furniture=is_furniture).text


def field(instruction: str, result: str, data: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (run("Pre") + run("sent:") + "<w:r><w:tab/></w:r>" + run("Cllr A"), "Present:\tCllr A"),
        (run("one") + "<w:r><w:br/></w:r>" + run("two") + "<w:r><w:cr/></w:r>" + run("three"), "one\ntwo\nthree"),
        (run("co") + "<w:r><w:softHyphen/></w:r>" + run("operate"), "cooperate"),
        (run("well") + "<w:r><w:noBreakHyphen/></w:r>" + run("known"), "well-known"),
        (run("Name:") + "<w:r><w:ptab/></w:r>" + run("A"), "Name:\tA"),
        (f"<w:hyperlink>{run('the report')}</w:hyperlink>" + run(" of May"), "the report of May"),
        (f"<w:smartTag>{run('Slough')}</w:smartTag>", "Slough"),
        (f"<w:ins>{run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "new"),
        (f"<w:moveTo>{run('here')}</w:moveTo><w:moveFrom>{run('there')}</w:moveFrom>", "here"),
        (run("seen") + run(" hidden", "<w:vanish/>"), "seen"),
        (run("seen") + run(" hidden", '<w:rStyle w:val="Secret"/>'), "seen"),
        (run("seen", '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>'), "seen"),
        (run("on screen", "<w:webHidden/>"), "on screen"),
        (
            "<w:r><w:ruby><w:rt>" + run("kan") + "</w:rt><w:rubyBase>" + run("漢") + "</w:rubyBase></w:ruby></w:r>",
            "漢(kan)",
        ),
        (run("Agreed ") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "Agreed ✓"),
        (run("\uf061", '<w:rFonts w:ascii="Symbol"/>'), "α"),
    ],
)
def test_words(content: str, shown: str) -> None:
    assert text(content) == shown


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (run("31 million.") + NOTE + run(" It was agreed."), "31 million. It was agreed."),
        (run("31 million.") + NOTE + run("It was agreed."), "31 million. It was agreed."),
        (run("the grant") + NOTE + run(", and more"), "the grant, and more"),
        (run("the grant") + NOTE + NOTE + run("is"), "the grant is"),
        (run("the grant (") + NOTE + run("see below)"), "the grant (see below)"),
        (NOTE + run("Start"), "Start"),
        (run("end") + NOTE, "end"),
        (run("con") + '<w:r><w:commentReference w:id="0"/></w:r>' + run("tinued"), "continued"),
        (run("pounds") + run("3", '<w:vertAlign w:val="superscript"/>'), "pounds ³"),
        (run("The area is 25 m") + run("2", '<w:vertAlign w:val="superscript"/>'), "The area is 25 m²"),
        (run("10") + run("-6", '<w:vertAlign w:val="superscript"/>'), "10⁻⁶"),
        (run("23") + run("rd", '<w:vertAlign w:val="superscript"/>') + run(" July"), "23rd July"),
        (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
    ],
)
def test_marks_of_notes_and_raised_numbers_glue_nothing(content: str, shown: str) -> None:
    assert text(content) == shown


def test_what_notes_stand_in_it_is_told() -> None:
    content = NOTE + '<w:r><w:endnoteReference w:id="7"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    content += run("x") + f"<w:del>{NOTE}</w:del>" + NOTE.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    assert read_line(element(para(content)), STYLES, "").notes == [
        ("footnotes", "2"),
        ("endnotes", "7"),
        ("comments", "0"),
    ]


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (field("REF _Ref1 \\h", run("Table 2")), "Table 2"),
        (field(" FORMTEXT ", run("Jo Bloggs")), "Jo Bloggs"),
        ('<w:fldSimple w:instr="SEQ Table">' + run("4") + "</w:fldSimple>", "4"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("after"), "after"),
        (field("PAGE", run("3")), "3"),
    ],
)
def test_fields_show_their_result(content: str, shown: str) -> None:
    assert text(content) == shown


def test_a_result_inside_an_instruction_is_not_shown() -> None:
    inner = field("MERGEFIELD Area", run("Slough"))
    begin, rest = field("IF  = 1", run("in the borough")).split("<w:r><w:instrText>", 1)
    assert text(f"{begin}{inner}<w:r><w:instrText>{rest}") == "in the borough"


def test_the_number_of_the_page_is_marked_in_headers_and_footers() -> None:
    numbered = run("Page ") + field(" PAGE \\* MERGEFORMAT ", run("3")) + run(" of ")
    numbered += '<w:fldSimple w:instr="NUMPAGES">' + run("9") + "</w:fldSimple>"
    assert text(numbered, is_furniture=True) == f"Page {PAGE_NUMBER} of {PAGE_NUMBER}"


def box(data: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (box("<w:checkBox><w:checked/></w:checkBox>"), "☒"),
        (box('<w:checkBox><w:default w:val="1"/></w:checkBox>'), "☒"),
        (box('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>'), "☐"),
        (box("<w:checkBox/>"), "☐"),
        (box('<w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/></w:ddList>'), "Yes"),
        (box('<w:ddList><w:listEntry w:val="No"/></w:ddList>'), "No"),
        (box('<w:ddList><w:result w:val="9"/></w:ddList>'), ""),
        (box('<w:textInput><w:default w:val="x"/></w:textInput>'), ""),
    ],
)
def test_form_fields_without_a_text_show_their_state(content: str, shown: str) -> None:
    assert text(content) == shown


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (control("<w:dropDownList/>", run("Approved")), "Approved"),
        (control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run("☒")), "☒"),
        (control('<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', run("\uf0a8")), "☐"),
        (control("<w:showingPlcHdr/>", run("Click or tap here to enter text.")), ""),
        (control("<w:showingPlcHdr/>", run("Enter the ward")), "Enter the ward"),
        (control("", run("Choose an item.")), "Choose an item."),
        ("<w:sdt/>", ""),
    ],
)
def test_content_controls(content: str, shown: str) -> None:
    assert text(content) == shown


def test_only_word_s_own_prompt_is_one() -> None:
    assert shows_prompt(element(control("<w:showingPlcHdr/>", run("Choose an item."))))
    assert not shows_prompt(element(control('<w:showingPlcHdr w:val="0"/>', run("Choose an item."))))


def test_equations_stand_in_their_line_without_being_glued() -> None:
    equation = "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"
    assert text(run("where") + equation + run("holds")) == "where x=2 holds"
    assert text(run("where ") + equation + run(".")) == "where x=2."


def test_a_choice_is_read_once() -> None:
    content = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    assert text(content.format(run("new"), run("old"))) == "new"
    assert text(content.format("", run("old"))) == "old"


@pytest.mark.parametrize(
    ("content", "style", "is_bold"),
    [
        (run("all ", "<w:b/>") + run("bold", "<w:b/>"), "", True),
        (run("some", "<w:b/>") + run(" bold"), "", False),
        (run("bold", "<w:b/>") + run("  "), "", True),
        (run("by style", '<w:rStyle w:val="Strong"/>'), "", True),
        (run("by style"), "Loud", True),
        (run("not", '<w:b w:val="false"/>'), "Loud", False),
        (run(" ", "<w:b/>"), "", False),
    ],
)
def test_bold_is_what_is_bold_throughout(content: str, style: str, is_bold: bool) -> None:
    assert read_line(element(para(content)), STYLES, style).is_bold == is_bold


def test_underlined_links_are_not_underlined_by_a_person() -> None:
    assert read_line(element(para(run("Apologies", '<w:u w:val="single"/>'))), STYLES, "").is_underlined
    assert not read_line(element(para(run("Apologies", '<w:u w:val="none"/>'))), STYLES, "").is_underlined
    linked = run("a link", '<w:rStyle w:val="Hyperlink"/><w:u w:val="single"/>')
    assert not read_line(element(para(linked)), STYLES, "").is_underlined


def test_what_is_drawn_is_told_unless_it_is_hidden() -> None:
    shape = "<w:pict><v:shape><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict>"
    content = f"<w:r>{shape}</w:r><w:r><w:rPr><w:vanish/></w:rPr>{shape}</w:r>"
    assert [one.kind for one in read_line(element(para(content)), STYLES, "").drawn] == ["box"]
