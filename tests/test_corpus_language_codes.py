"""Codes and numbered things: each is taken whole, and a text with another of its kind is told from one with it."""

from __future__ import annotations

import time

import pytest

from corpus.language.codes import codes, is_reference, part_of_code, points_to, written_out


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What does C.125 ask for?", [("", "c.125", "C.125")]),
        ("Is E14 a fault of the pool’s pump?", [("", "e14", "E14")]),
        ("Which van is BX-200/9?", [("", "bx-200/9", "BX-200/9")]),
        ("Is it form AB12, CD13 or EF14-b.", [("", "ab12", "AB12"), ("", "cd13", "CD13"), ("", "ef14-b", "EF14-b")]),
        ("the badge ABCD1, not ABCDE1", [("", "abcd1", "ABCD1")]),
        ("the order £E14, at a cost of £14", [("", "e14", "E14")]),
        ("What does Section 47 say?", [("section", "47", "Section 47")]),
        ("CLAUSES 4 and 5", [("clause", "4", "CLAUSES 4 and 5"), ("clause", "5", "CLAUSES 4 and 5")]),
        ("Is version 2.10. the newest?", [("version", "2.10", "version 2.10")]),
        ("line 7.5.3 of the grant", [("line", "7.5.3", "line 7.5.3")]),
        ("gate\n12a", [("gate", "12a", "gate\n12a")]),
        ("section no. 5, rule No 6 and item number 7", [
            ("section", "5", "section no. 5"),
            ("rule", "6", "rule No 6"),
            ("item", "7", "item number 7"),
        ]),
        ("Who makes s47 enquiries?", [("section", "47", "s47")]),
        ("SS12, para3 and v2", [("section", "12", "SS12"), ("paragraph", "3", "para3"), ("version", "2", "v2")]),
        ("the parents' section 5 and 'section 6'", [
            ("section", "5", "section 5"),
            ("section", "6", "section 6"),
        ]),
        ("para 12, fig. 3 and s. 47", [
            ("paragraph", "12", "para 12"),
            ("figure", "3", "fig. 3"),
            ("section", "47", "s. 47"),
        ]),
        ("Zones 1, 2 or 3", [("zone", number, "Zones 1, 2 or 3") for number in "123"]),
        ("What does Grade B get?", [("grade", "b", "Grade B")]),
        ("In ZONES A, C and D", [("zone", letter, "ZONES A, C and D") for letter in "acd"]),
        ("a band D house or a Class B licence", [("band", "d", "band D"), ("class", "b", "Class B")]),
        ("blocks B-E and Blocks F–J", [("block", "b", "blocks B"), ("block", "f", "Blocks F")]),
        ("room 4 of block C", [("room", "4", "room 4"), ("block", "c", "block C")]),
        ("Is E14 named in section 3?", [("", "e14", "E14"), ("section", "3", "section 3")]),
        ("Who objected to 26/00318/FUL?", [("", "26/00318/ful", "26/00318/FUL")]),
        ("24/01234, 2025/117/LBC", [("", "24/01234", "24/01234"), ("", "2025/117/lbc", "2025/117/LBC")]),
        ("Is Bulletin 9 still live, or No. 9?", [("bulletin", "9", "Bulletin 9")]),
        ("Bulletin No. 009, memo 14", [("bulletin", "9", "Bulletin No. 009"), ("memo", "14", "memo 14")]),
        ("When is the 4.3 release?", [("release", "4.3", "4.3 release")]),
        ("a £2.50 upgrade of 4.3 GB", []),
        ("Is E14 named in unit F1 of block 3?", [("", "e14", "E14"), ("", "f1", "F1"), ("block", "3", "block 3")]),
    ],
)  # fmt: skip
def test_codes_and_numbered_things_are_found_whole_and_in_order(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(code.noun, code.number, text[code.start : code.end]) for code in codes(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Who was rated good in 2019?",
        "Was it closed for Covid-19?",
        "Did 47 members of the ward vote?",
        "Section 5% and grade 5 per cent",
        "unit 3 %",
        "section 12-14",
        "it's 7 in the morning and she’s 12",
        "route 66/7",
        "in 2025/26 and 2023/2024",
        "on 26/07/2026 and in 07/2026",
        "open 24/7, seats 120/140",
        "the file a/E14 or order-E14",
        "subsection 47",
        "a 4th gate",
        "the pre-2010 rules and post-16 pupils",
        "the mid-1990s, Sept-2020 and Q3",
        "CO2 of No.10, p.12",
        "policy 2019 and report of May 2023",
        "departments",
        "a grade b paper",
        "Grade A* or B+, class A’s and unit R&D",
        "It is in the area. A new line",
        "Part I of it and stage V",
        "grade Bravo, unit A.b and room B-side",
    ],
)
def test_shares_and_parts_of_longer_signs_are_no_codes(text: str) -> None:
    assert codes(text) == ()


def test_codes_are_found_whatever_characters_they_are_written_with() -> None:
    [code] = codes("Is E\u00ad14 full width?")
    [wide] = codes("Is Ｅ１４ full width?")
    assert (code.number, code.start, code.end) == (wide.number, wide.start, wide.end) == ("e14", 3, 6)
    assert code.stands_in("Unit E\u200b14 leaks.")
    assert wide.has_rival_in("Unit Ｅ１５ leaks.")


@pytest.mark.parametrize(
    ("asked", "text", "stands", "rival"),
    [
        ("section 47", "SECTION 47 enquiries are made by the council.", True, False),
        ("section 47", "It made S47 enquiries.", True, False),
        ("s47", "Section 47 enquiries are made.", True, False),
        ("section 47", "Section 46 and then section 47 of it.", True, False),
        ("section 47", "Section 48 has 47 pages.", False, True),
        ("stage 2", "Stage two begins in May.", True, False),
        ("stage 2", "Stage twenty-two begins in May.", False, False),
        ("part 4", "Part IV is of fees, and part 3 of halls.", True, False),
        ("part 4", "Part V is of fees, and part 3 of halls.", False, True),
        ("level 14", "Level fourteen", True, False),
        ("section 47", "Section 47a of it", False, True),
        ("section 47a", "Section 47A of it", True, False),
        ("section 47", "It is on pages 47 and 48 of the plan.", False, False),
        ("rule 12", "Regulation 12 Sheds are low.", False, False),
        ("rule 12", "12. Sheds are low.", True, False),
        ("rule 12", "12 sheds, by regulation 12", True, False),
        ("rule 5", "By-law 5 No dogs on the pier.", False, False),
        ("bylaw 5", "By-law 5 No dogs on the pier.", True, False),
        ("by-law 5", "Byelaw 6 No dogs on the pier.", False, True),
        ("clause 7", "Paragraph 7 Lockers", False, False),
        ("section 4.2", "Paragraph 4.2 Lockers", True, False),
        ("step 3", "Policy 3 Lockers", False, False),
        ("grade 5", "Level 5 | £20", True, False),
        ("section 47", "Of duties: 47. To keep the pool warm.", True, False),
        ("section 47", "The pool took in £47.", False, False),
        ("section 47", "The pool is 47% full, and then 47 % empty.", False, False),
        ("section 47", "It is 47.5 or 147 or 1.47 metres.", False, False),
        ("section 47", "Clause 5 of the plan", False, False),
        ("version 2.1", "Version 2.10 is here.", False, True),
        ("version 2", "Version 2.1 is here.", False, True),
        ("E14", "The panel shows e14.", True, False),
        ("E14", "The panel shows E15.", False, True),
        ("E14", "The panel shows E140.", False, True),
        ("E14", "It shows E14, then E15.", True, False),
        ("E14", "The panel shows F14 or EE14 or E14-1.", False, False),
        ("E14", "The panel of the 14th shows 14.", False, False),
        ("C.125", "C.124 and C.126 were struck out.", False, True),
        ("C.125", "D.125 was struck out.", False, False),
        ("band C", "A to D | £1,240", True, False),
        ("band C", "C | £1,240", True, False),
        ("band C", "D to F | £1,510", False, False),
        ("band C", "Band D is £1,510, c. £30 more.", False, True),
        ("26/00318/FUL", "26/00402/FUL was refused", False, True),
        ("26/00318/FUL", "26/00402/HOU was refused", False, True),
        ("26/00318/FUL", "26/00318/FUL was granted", True, False),
        ("26/00318/FUL", "26/00318 was granted", False, False),
    ],
)
def test_a_text_has_a_code_or_another_of_its_kind_or_neither(asked: str, text: str, stands: bool, rival: bool) -> None:
    [code] = codes(asked)
    assert (code.stands_in(text), code.has_rival_in(text)) == (stands, rival)


@pytest.mark.parametrize(
    ("asked", "text", "stands"),
    [
        ("section 47", "Sections 40 to 50 set it out.", True),
        ("section 40", "Sections 40–50 set it out.", True),
        ("section 50", "Section 40 - 50 sets it out.", True),
        ("section 51", "Sections 40 to 50 set it out.", False),
        ("section 39", "Sections 40 to 50 set it out.", False),
        ("section 47", "Sections 46 and 47 set it out.", True),
        ("section 47", "Clauses 40 to 50 and section 2 set it out.", False),
        ("section 47a", "Sections 40 to 50 set it out.", False),
        ("grade 5", "Staff of grade 4 and above have a key.", True),
        ("grade 4", "Staff of grade 4 or higher have a key.", True),
        ("grade 3", "Staff of grade 4 and above have a key.", False),
        ("grade 5", "Staff of grade 4 and a half have a key.", False),
        ("grade B", "Grade A to C have 25 days.", True),
        ("band C", "BANDS A TO C pay less.", True),
        ("block D", "Blocks B-E are cleaned on Mondays.", True),
        ("zone E", "Zones A to D: £40, zones E and F: £55", True),
        ("class C", "Classes A and B need a licence.", False),
        ("grade G", "Grade D–F have 27 days.", False),
        ("band B", "Grade A to C have band D.", False),
        ("band C", "Charges\n\n\t A to D: £1,240", True),
    ],
)
def test_a_number_within_a_range_stands_there(asked: str, text: str, stands: bool) -> None:
    [code] = codes(asked)
    assert code.stands_in(text) is stands
    assert code.has_rival_in(text) is not stands


@pytest.mark.parametrize(
    ("asked", "text", "stands"),
    [
        ("section 47", "Sections 45, 46 and 47 of it", True),
        ("v2.10", "Version 2.10 adds a timer", True),
        ("Section 47", "under s.47", True),
        ("C125", "Decision C.125 was kept", True),
        ("room 12", "Rooms 10 and 14", False),
        ("room 12", "Rooms 10 to 14", True),
    ],
)
def test_lists_and_short_forms_name_what_they_stand_for(asked: str, text: str, stands: bool) -> None:
    [code] = codes(asked)
    assert code.stands_in(text) is stands and code.has_rival_in(text) is not stands


@pytest.mark.parametrize(
    ("asked", "sentence", "part"),
    [
        ("version 2.1", "Version 2.1 adds a timer; version 2.10 adds remote access.", "Version 2.1 adds a timer"),
        ("version 2.10", "Version 2.1 adds a timer; version 2.10 adds heat.", "version 2.10 adds heat."),
        ("BX-200/9", "BX-200/7 fits the tarn, and the BX-200/9 the moor.", "BX-200/9 the moor."),
        ("version 2.1", "Version 2.1 adds a timer.", None),
        ("version 2.2", "Version 2.1 adds a timer; version 2.10 adds heat.", None),
        ("BX-200/9", "The price is £4 for BX-200/7 and £5 for BX-200/9.", None),
        ("version 2.1", "Version 2.1 is for section 4 and section 5.", None),
        ("section 17", "Section 17 and section 47 are used for this.", None),
        ("section 47", "Section 17 and section 47 are used for this.", "section 47 are used for this."),
    ],
)
def test_of_a_sentence_about_several_codes_each_has_its_part(asked: str, sentence: str, part: str | None) -> None:
    [code] = codes(asked)
    found = part_of_code(code, sentence)
    assert (sentence[slice(*found)] if found else None) == part


@pytest.mark.parametrize(
    ("word", "full"),
    [
        ("s47", "section 47"),
        ("S47", "section 47"),
        ("para.12", "paragraph 12"),
        ("C.12", ""),
        ("section 47", ""),
        ("E14", ""),
        ("", ""),
    ],
)
def test_the_noun_of_a_number_is_written_out(word: str, full: str) -> None:
    assert written_out(word) == full


@pytest.mark.parametrize(
    ("asked", "text", "rival"),
    [
        ("When does the 61 bus end?", "The 44 would end in May.", True),
        ("When does the 61 bus end?", "The 44 bus ends in May.", True),
        ("When does the 61 bus end?", "The 61 would end in May, and the 44 in June.", False),
        ("When does the 61 bus end?", "The bus ends in May.", False),
        ("When does the bus end?", "The 44 would end in May.", False),
        ("Who pays for the 12 bus routes?", "The 44 would end in May.", False),
        ("Who runs the 5 service areas?", "The 44 would end in May.", False),
        ("Who are the 4 train operators?", "The 44 would end in May.", False),
        ("How many of the 61 homes are let?", "The 44 would end in May.", False),
    ],
)
def test_a_bus_is_told_from_others_by_its_number(asked: str, text: str, rival: bool) -> None:
    assert any(code.has_rival_in(text) for code in codes(asked)) is rival


def test_many_empty_lines_are_read_in_linear_time() -> None:
    [band] = codes("band C")
    started = time.process_time()
    assert not band.stands_in("\n" * 50_000)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "is_one"), [("26/00318/FUL", True), ("24/01234", True), ("C.125", False), ("s47", False)]
)
def test_applications_go_by_a_year_and_a_number(text: str, is_one: bool) -> None:
    assert [is_reference(code) for code in codes(text)] == [is_one]


@pytest.mark.parametrize(
    ("text", "number", "is_pointer"),
    [
        ("For charges see Appendix 2.", "2", True),
        ("Please see FAR 2.101 for the limits.", "2.101", True),
        ("Deposits are set out in section 4.1 of the terms.", "4.1", True),
        ("For the number of spaces refer to plan 7.", "7", True),
        ("Rates are listed on page 12.", "12", True),
        ("It is defined by 10 U.S.C. 101.", "10", True),
        ("See Appendix 2: the fee is £45.", "45", False),
        ("It was found in 12 schools.", "12", False),
        ("Visitors see the 12 rooms.", "12", False),
        ("Replies are given in 30 days.", "30", False),
        ("Section 4 gives 12 days.", "12", False),
    ],
)
def test_a_number_that_tells_where_something_is_told_is_told_from_a_value(
    text: str, number: str, is_pointer: bool
) -> None:
    start = text.index(number)
    assert points_to(text, (start, start + len(number))) is is_pointer
