"""Numbers that Word computes are shown as Word shows them."""

from __future__ import annotations

from tests.word_files import HEADING_STYLES, blocks, document, item, level, lists, p, texts, word

DECIMAL = level(0, "%1.")
NESTED = level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", "lowerLetter") + level(3, "%4)", "lowerRoman")


def test_numbers_go_on_after_other_paragraphs() -> None:
    minutes = lists(level(0, "%1.", start=41))
    body = item("Apologies.") + p("Nobody else came.") + item("Minutes.") + p("Agreed.", "Heading1") + item("Grant.")
    assert texts(body, numbering=minutes) == [
        "41. Apologies.",
        "Nobody else came.",
        "42. Minutes.",
        "Agreed.",
        "43. Grant.",
    ]


def test_levels_count_within_those_above() -> None:
    depths = [0, 1, 1, 2, 2, 3, 1, 2, 0, 1]
    body = "".join(item(f"t{index}", depth=depth) for index, depth in enumerate(depths))
    assert blocks(body, numbering=lists(NESTED)) == [
        ("list_item", 1, "1. t0"),
        ("list_item", 2, "1.1 t1"),
        ("list_item", 2, "1.2 t2"),
        ("list_item", 3, "(a) t3"),
        ("list_item", 3, "(b) t4"),
        ("list_item", 4, "i) t5"),
        ("list_item", 2, "1.3 t6"),
        ("list_item", 3, "(a) t7"),
        ("list_item", 1, "2. t8"),
        ("list_item", 2, "2.1 t9"),
    ]


def test_a_citation_can_name_the_number() -> None:
    found = document(word(item("t0") + item("t1", depth=1), numbering=lists(NESTED)))
    assert [block.marker for block in found.blocks] == ["1.", "1.1"]


def test_lists_of_one_definition_count_on_and_a_first_number_of_its_own_begins_anew() -> None:
    uses = (
        '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = item("a") + item("b", 8) + item("c", 9) + item("d", 9) + item("e")
    assert texts(body, numbering=lists(DECIMAL, uses=uses)) == ["1. a", "2. b", "5. c", "6. d", "7. e"]


def test_a_level_may_be_declared_anew_for_one_list() -> None:
    uses = (
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'Item %1:', 'upperRoman')}</w:lvlOverride></w:num>"
    )
    assert texts(item("a", 9) + item("b", 9), numbering=lists(DECIMAL, uses=uses)) == ["Item I: a", "Item II: b"]


def test_restarting_can_be_switched_off_or_tied_to_a_level() -> None:
    never = lists(level(0, "%1.") + level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    body = item("a") + item("b", depth=1) + item("c") + item("d", depth=1)
    assert texts(body, numbering=never) == ["1. a", "1) b", "2. c", "2) d"]
    first_only = lists(level(0, "%1.") + level(1, "%1.%2") + level(2, "[%3]", more='<w:lvlRestart w:val="1"/>'))
    body = "".join(item("x", depth=depth) for depth in (0, 1, 2, 1, 2, 0, 1, 2))
    assert texts(body, numbering=first_only) == "1. x|1.1 x|[1] x|1.2 x|[2] x|2. x|2.1 x|[1] x".split("|")


def test_legal_numbers_are_in_digits() -> None:
    legal = lists(level(0, "Article %1.", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>"))
    body = item("a") + item("b") + item("c", depth=1)
    assert texts(body, numbering=legal) == ["Article I. a", "Article II. b", "2.1 c"]


def test_headings_take_numbers_through_their_styles() -> None:
    numbered = HEADING_STYLES.replace(
        '"heading 1"/>', '"heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    ).replace('"heading 2"/>', '"heading 2"/><w:basedOn w:val="Heading1"/>')
    linked = level(0, "%1", more='<w:pStyle w:val="Heading1"/>')
    linked += level(1, "%1.%2", more='<w:pStyle w:val="Heading2"/>')
    body = p("Scope", "Heading1") + p("Budget", "Heading1") + p("Costs", "Heading2") + p("Appendix", "Heading1")
    body = body.replace(
        '</w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">Appendix',
        '<w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>Appendix',
    )
    found = document(word(body, styles=numbered, numbering=lists(linked)))
    shown = [(block.kind, block.level, block.marker, found.text[block.start : block.end]) for block in found.blocks]
    assert shown == [
        ("heading", 1, "1", "1 Scope"),
        ("heading", 1, "2", "2 Budget"),
        ("heading", 2, "2.1", "2.1 Costs"),
        ("heading", 1, "", "Appendix"),
    ]


def test_a_list_style_declares_the_levels_for_others() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    house = level(0, "§%1") + '<w:styleLink w:val="House"/>'
    body = item("a") + item("b", 2)
    assert texts(body, styles=styles, numbering=lists(house, '<w:numStyleLink w:val="House"/>')) == ["§1 a", "§2 b"]


def test_styles_that_link_to_each_other_end_nothing() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert texts(item("a"), styles=styles, numbering=lists('<w:numStyleLink w:val="House"/>')) == ["a"]


def test_bullets_are_items_without_a_number() -> None:
    bullets = lists(level(0, "\uf0b7", "bullet") + level(1, "o", "bullet") + level(2, "–", "bullet"))
    body = item("a") + item("b", depth=1) + item("c", depth=2)
    assert blocks(body, numbering=bullets) == [("list_item", 1, "a"), ("list_item", 2, "b"), ("list_item", 3, "c")]
    pictures = lists(level(0, "", "bullet", more='<w:lvlPicBulletId w:val="0"/>'))
    assert blocks(item("a"), numbering=pictures) == [("list_item", 1, "a")]


def test_a_level_that_shows_nothing_makes_no_item() -> None:
    silent = lists(level(0, "", "none") + level(1, "%2.", more="<w:rPr><w:vanish/></w:rPr>"))
    assert blocks(item("a") + item("b", depth=1), numbering=silent) == [("paragraph", 0, "a"), ("paragraph", 0, "b")]


def test_a_form_of_one_s_own_stands_in_a_choice() -> None:
    zeros = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="Minute %1"/></w:lvl>'
    )
    assert texts(item("a"), numbering=lists(zeros)) == ["Minute 007 a"]


def test_empty_and_hidden_paragraphs() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    body = item("a") + item("") + item("", properties=hidden) + item("b")
    assert texts(body, numbering=lists(DECIMAL)) == ["1. a", "3. b"]


def test_a_deleted_paragraph_is_not_counted() -> None:
    deleted = (
        item("", properties="<w:rPr><w:del/></w:rPr>").replace("<w:t", "<w:delText").replace("</w:t>", "</w:delText>")
    )
    assert texts(item("a") + deleted + item("b"), numbering=lists(DECIMAL)) == ["1. a", "2. b"]


def test_what_nonsense_in_a_file_cannot_do() -> None:
    wild = lists(level(0, "%1" * 5000, start=999_999_999), level(0, "%1", "lowerLetter", start=900_000))
    assert all(len(text) < 100 for text in texts(item("a") + item("b", 2) + item("c", 77), numbering=wild))
