"""Lists and tables are found however they are pasted, and laid out as their document has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import pytest

from corpus.document import Document
from index.snapshot import Snapshot
from qa.citing.listed import columns_of, compared, item_begin, lines_of, listed, quoted_lines, readings, without_markers
from qa.citing.verify import verify

RULES = """Before you swim you must:

- shower with soap
- leave your shoes at the door; and
- tell the guard of any illness.

The officer shall:

1. open the gate at seven,
2. count the visitors each hour,
3. close the pool when lightning is seen.

A licence is refused where:

(a) the fee has not been paid;
(b) 12 members object, or more.

| Area | Rate |
|---|---|
| North | 3 % |
| South lido | 5 % |

In winter 12 members met. Staff co-ordinate the re-opening.
"""
PRINTED = "Tenants must:\n• keep paths clear\n• water before nine\n  o never with a hose\n• lock the gate\n"


@pytest.fixture(scope="module")
def held(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Iterator[Snapshot]:
    snapshot = snapshot_of([{"id": "rules", "title": "Rules", "text": RULES}, {"id": "plots", "text": PRINTED}])
    yield snapshot
    snapshot.close()


@pytest.fixture(scope="module")
def rules(held: Snapshot) -> Document:
    document = held.document("rules")
    assert document
    return document


SWIM = ("Before you swim you must:", "shower with soap", "leave your shoes at the door; and", "tell the guard")
OFFICER = ("open the gate at seven,", "count the visitors each hour,", "close the pool")


@pytest.mark.parametrize(
    "pasted",
    [
        "{}\n- {}\n- {}\n- {}",
        "{}\n• {}\n• {}\n• {}",
        "{}\r\n·\t{}\r\n·\t{}\r\n·\t{}",
        "{}\n* {}\n* {}\n* {}",
        "{}\n  1. {}\n  2. {}\n  3. {}",
        "{}\n(a) {}\n(b) {}\n(c) {}",
        "{}\no\t{}\no\t{}\no\t{}",
        "> {}\n>\n> - {}\n> - {}\n> - {}",
        "> {}\n> 1. {}\n> 2. {}\n> 3. {}",
        "{}\n•\n{}\n•\n{}\n•\n{}",
        "{} - {}\n- {} - {}",
        "{}\n\n{}\n\n{}\n\n{}",
        "“{}\n• {}\n• {}\n• {}” (Rules)",
    ],
)
def test_a_list_is_exact_whatever_stands_before_its_items(held: Snapshot, pasted: str) -> None:
    verdict = verify(held, pasted.format(*SWIM))
    assert (verdict.status, verdict.document_id) == ("exact", "rules")
    assert verdict.written.startswith("Before you swim") and verdict.written.endswith("tell the guard")
    assert [line.kind for line in verdict.lines] == ["paragraph", "list_item", "list_item", "list_item"]
    said = [RULES[line.start : line.end] for line in verdict.lines]
    assert said == list(SWIM)
    assert verify(held, pasted.format(*SWIM[:2], "leave your boots at the door; and", SWIM[3])).status == "changed"


@pytest.mark.parametrize(
    ("pasted", "is_exact"),
    [
        ("1. {}\n2. {}\n3. {}", True),
        ("1) {}\n2) {}\n3) {}", True),
        ("1.{}\n2.{}\n3.{}", True),
        ("1.{}\n2.{}\n4.{}", False),
        ("- {}\n- {}\n- {}", True),
        ("{}\n{}\n{}", True),
        ("{} {} {}", True),
        ("- 1. {}\n- 2. {}\n- 3. {}", True),
        ("• 1. {}\n• 2. {}\n• 4. {}", False),
        ("4. {}\n5. {}\n6. {}", False),
        ("1. {}\n3. {}\n4. {}", False),
        ("(a) {}\n(b) {}\n(c) {}", False),
    ],
)
def test_numbers_that_are_pasted_are_those_of_the_document(held: Snapshot, pasted: str, is_exact: bool) -> None:
    verdict = verify(held, pasted.format(*OFFICER))
    assert (verdict.status == "exact") is is_exact
    if not is_exact:
        assert any(run.cited != run.written for run in verdict.differences), "the number is shown"


@pytest.mark.parametrize("pasted", ["13 members met.", "- 13 members met.", "13. Members met.", "12. members met."])
def test_a_number_that_belongs_to_the_words_is_no_sign(held: Snapshot, pasted: str) -> None:
    assert verify(held, pasted).status != "exact"


def test_of_some_items_those_between_are_shown_as_left_out(held: Snapshot) -> None:
    verdict = verify(held, "- keep paths clear\n- lock the gate")
    assert verdict.status == "changed"
    runs = [(run.cited, run.written) for run in verdict.differences if not run.is_same]
    assert runs == [("", "water before nine never with a hose")]
    marked = verify(held, "- shower with soap\n- […]\n- tell the guard of any illness.")
    assert (marked.status, [one.left_out for one in marked.omissions]) == (
        "with_omissions",
        ["leave your shoes at the door; and"],
    )


def test_a_changed_word_of_a_list_is_shown_in_its_item(held: Snapshot) -> None:
    verdict = verify(held, "- leave your boots at the door; and\n- tell the guard of any illness.")
    runs = [(run.cited, run.written, run.begins) for run in verdict.differences]
    assert runs == [
        ("leave your", "leave your", "list_item"),
        ("boots", "shoes", None),
        ("at the door; and", "at the door; and", None),
        ("tell the guard of any illness.", "tell the guard of any illness.", "list_item"),
    ]


@pytest.mark.parametrize("pasted", ["North; 4 %", "North | 4 %", "North\t4 %", "| North | 4 % |"])
def test_a_changed_row_is_shown_cell_by_cell_with_the_names_of_its_columns(held: Snapshot, pasted: str) -> None:
    verdict = verify(held, pasted, "rules")
    assert verdict.status == "changed" and verdict.columns == ("Area", "Rate")
    told = "".join(f"{run.begins or ''}[{run.cited}|{run.written}]" for run in verdict.differences)
    assert told == "table_row[North;|North;]table_cell[4|3][%|%]"


def test_two_changed_rows_and_a_part_of_one_keep_their_cells(held: Snapshot) -> None:
    both = verify(held, "North\t3 %\nSouth lido\t6 %", "rules")
    assert [run.begins for run in both.differences if run.begins] == ["table_row", "table_cell"] * 2
    assert both.columns == ("Area", "Rate")
    whole = verify(held, "Area; Rate\nNorth; 3 %\nSouth lido; 6 %", "rules")
    assert whole.columns == (), "the names are among the words"
    prose = verify(held, "In winter 13 members met.", "rules")
    assert prose.columns == () and not any(run.begins for run in prose.differences)


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("North | 3 %", ("Area", "Rate")),
        ("North", ("Area",)),
        ("3 %", ("Rate",)),
        ("Area | Rate", ()),
        ("In winter", ()),
    ],
)
def test_of_a_part_of_a_row_only_its_own_columns_are_named(
    rules: Document, words: str, columns: tuple[str, ...]
) -> None:
    start = rules.text.index(words)
    assert columns_of(rules, start, start + len(words)) == columns


def test_of_an_item_that_ends_otherwise_the_whole_end_is_shown(held: Snapshot) -> None:
    for pasted, ends in (
        ("- shower with soap\n- leave your shoes at home", ("home", "the door")),
        ("- tell the guard of a visit", ("a visit", "any illness")),
        ("- water before noon", ("noon", "nine")),
    ):
        verdict = verify(held, pasted)
        assert [(run.cited, run.written) for run in verdict.differences if not run.is_same] == [ends]


@pytest.mark.parametrize(
    "pasted",
    [
        "North | 3 %\nSouth lido | 5 %",
        "| North | 3 % |\n| South lido | 5 % |",
        "| Area | Rate |\n|:---|---:|\n| North | 3 % |\n| South lido | 5 % |",
        "North\t3 %\nSouth lido\t5 %",
        "- North; 3 %\n- South lido; 5 %",
        "Area Rate\nNorth 3 %\nSouth lido 5 %",
    ],
)
def test_rows_are_exact_however_they_are_parted(held: Snapshot, pasted: str) -> None:
    verdict = verify(held, pasted)
    assert (verdict.status, verdict.lines[-1].kind) == ("exact", "table_row")
    changed = verify(held, pasted.replace("5 %", "6 %"))
    assert "North 3" in pasted or [(run.cited, run.written) for run in changed.differences if not run.is_same] == [
        ("6", "5")
    ]


@pytest.mark.parametrize("hyphen", ["-", "‐", "\u00ad", "\u00ad\n", "-\n", "‑", "\ufffe"])
def test_a_hyphen_is_one_however_a_page_has_it(held: Snapshot, hyphen: str) -> None:
    assert verify(held, f"Staff co{hyphen}ordinate the re{hyphen}opening.").status == "exact"
    assert verify(held, f"Staff co{hyphen}operate in the re{hyphen}opening.").status != "exact"


def test_what_is_quoted_of_a_list_stands_in_lines_and_is_found_again(held: Snapshot, rules: Document) -> None:
    for first, last, lines in (
        ("Before you swim", "illness.", 4),
        ("open the gate", "is seen.", 3),
        ("North", "5 %", 2),
        ("leave your shoes", "door; and", 1),
        ("gate at seven", "each hour", 2),
    ):
        start, end = RULES.index(first), RULES.index(last) + len(last)
        said = quoted_lines(rules, start, end)
        assert len(said.split("\n")) == lines
        assert verify(held, f"“{said}” (Rules)").status == "exact"


def test_the_sign_of_an_item_is_known_from_its_words(rules: Document) -> None:
    gate = RULES.index("open the gate")
    assert item_begin(rules, gate) == gate - len("1. ") == item_begin(rules, gate - 3)
    assert item_begin(rules, gate + 5) is None
    assert lines_of(rules, gate, gate + 4) == ()
    text = without_markers(rules, 0, len(RULES))
    assert len(text) == len(RULES) and "1." not in text and "12 members" in text
    assert "1. open" in without_markers(rules, 0, len(RULES), with_numbers=True)


def test_signs_alone_are_left_out_of_what_was_pasted(rules: Document) -> None:
    assert listed("- one\n2. two\n| a | b |\nthe pool - the lido").words == "one\ntwo\na | b\nthe pool - the lido"
    assert listed("- 3 %").words == "- 3 %", "a minus"
    assert listed("- 3 houses\n- two shops").words == "3 houses\ntwo shops"
    assert [*readings(rules, "The moon", len(RULES) - 20, len(RULES))] == [(RULES, "The moon", False)]
    gate = RULES.index("open the gate"), RULES.index("\n3. close")
    assert compared(rules, "4. open the gate", gate)[0] == "4. open the gate"
    assert compared(rules, "1. open the gate", gate)[0] == "open the gate"
