"""Marks of Markdown read as what they stand for."""

from __future__ import annotations

import pytest

from corpus.assembly import assemble
from corpus.markup.blocks import blocks_of
from corpus.markup.markdown_parser import DEEPEST, NestedTooDeep, markup_of
from corpus.markup.parsing import parse
from tests.marked_up import row


def own_lines(text: str) -> list[str]:
    return assemble(blocks_of(parse(markup_of(text)))).text.split("\n\n")


def texts(text: str) -> list[str]:
    return [" ".join(row(block).split()) for block in blocks_of(parse(markup_of(text)))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (r"\$12\.50 and 5 \* 3 for snake\_case \[draft\] \<b\>", "$12.50 and 5 * 3 for snake_case [draft] <b>"),
        ("AT&amp;T &pound;42 &mdash; R&D &#163;5 &nbsp;end", "AT&T £42 — R&D £5 end"),
        ("first<br>second<br/>third", "first second third"),
        ("first\nsecond\\\nthird  \nfourth", "first second third fourth"),
        ("*a* **b** ~~c~~ `d *e*` [f](g) <b>h</b> ![A map](m.png)", "a b c d *e* f h A map"),
        ("*one*two __three__ snake_case_name", "onetwo three snake_case_name"),
        ("<https://example.org/a> and <a@example.org>", "https://example.org/a and a@example.org"),
        ("Ask <your name> or <Council> at 5 < 6 > 4", "Ask <your name> or <Council> at 5 < 6 > 4"),
        ("<Note>this</Note> and <x-y>that</x-y>", "this and that"),
        ("a <!-- hidden --> b <script>x()</script>", "a b"),
        ("[ref] and [other][ref]\n\n[ref]: http://example.org", "ref and other"),
        (r"[link \[x\]](u) and \\", r"link [x] and \ ".strip()),
    ],
)
def test_what_stands_in_a_line(text: str, line: str) -> None:
    assert texts(text) == [line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("4. Four\n5. Five\n\n   more\n\n   - sub", ["4. Four", "5. Five", "more", "sub"]),
        ("3) a\n4) b", ["3) a", "4) b"]),
        ("41. a\n43. b\n\n    1. x\n    1. y", ["41. a", "43. b", "1. x", "2. y"]),
        ("1. a\n1. b\n1. c", ["1. a", "2. b", "3. c"]),
        ("- [x] done\n- [ ] open\n- [X]\n  late\n- [y] no", ["☑ done", "☐ open", "☑ late", "[y] no"]),
        ("| Ward | Fee |\n|---|---|\n| North<br>South | 1\\.50 |\n| East | |\n| a \\| b | x |",
         ["Ward|Fee", "North South|1.50", "East|", "a | b|x"]),
        ("```\nWard   Votes\nNorth  41\n```\n\n~~~py\na = 1\nb = 2\n~~~\n\n    x\n    y",
         ["Ward|Votes", "North|41", "a = 1", "b = 2", "x", "y"]),
        ("Rules:\n(a) one\n(b) two", ["Rules:", "(a) one", "(b) two"]),
        ("• a\n• b", ["• a", "• b"]),
        ("Term\n: Meaning\n: Other", ["Term", "Meaning", "Other"]),
        ("Time: 7\nPlace: hall", ["Time: 7 Place: hall"]),
        ("> a\n>> b\n\nc\n***\nd", ["a", "b", "c", "d"]),
        ("Cost[^1] and [^a] and [^none].\n\n[^1]: One\n[^a]: The note\n    goes on.\n\n    More.\n\nAfter.",
         ["Cost[1] and [a] and [^none].", "[1] One", "[a] The note goes on.", "More.", "After."]),
        ("<details><summary>Q</summary>\n\nAn **answer**.\n\n</details>", ["Q", "An answer."]),
        ("<table><tr><td>Raw<td>1</table>\n\n<div>\n\n# T\n\n</div>", ["Raw|1", "T"]),
    ],
)  # fmt: skip
def test_blocks(text: str, lines: list[str]) -> None:
    assert texts(text) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["Thornby Trust", "Staff Handbook", "Edition 3 – agreed by the board on 18 June 2024 – in force from August"],
        ["Time: 7", "Place: hall"],
        ["Inspected: 3 and 4 May 2024, with a call on the day before it, as is usual", "Published: 4 July 2024"],
    ],
)
def test_lines_at_the_head_that_had_room_for_more_are_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert own_lines(f"# Leave\n\n{text}\n\n## 1 Days\n\n{text}") == ["Leave", text, "1 Days", " ".join(lines)]
    assert own_lines("\n".join(f"> **{line}**" for line in lines)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The board met on 3 May and agreed to all that had been put to it by\nAda Pound, who is its clerk.",
        "We met.\nAll was agreed.",
        "Thornby Trust\nand its friends",
        "Agreed by Ada,\nJohn and Tom",
    ],
)
def test_prose_at_the_head_goes_on_in_its_next_line(text: str) -> None:
    assert own_lines(text) == [" ".join(text.split())]


def test_tables_name_their_columns_and_notes_are_notes() -> None:
    blocks = list(blocks_of(parse(markup_of("| a | b |\n|---|---|\n| 1 | 2 |\n\nx[^1]\n\n[^1]: y"))))
    assert [[cell.names for cell in block.cells] for block in blocks[:2]] == [[True, True], [False, False]]
    assert [block.kind for block in blocks[2:]] == ["paragraph", "note"]


def test_depth_is_kept_as_far_as_lists_may_go() -> None:
    deep = "\n".join("  " * level + f"- level {level}" for level in range(DEEPEST - 2))
    blocks = list(blocks_of(parse(markup_of(f"{deep}\n\nAfter."))))
    assert [block.level for block in blocks] == [*range(1, DEEPEST - 1), 0]
    with pytest.raises(NestedTooDeep):
        markup_of("- " * 150 + "x")


def test_a_paragraph_beyond_measure_is_kept_as_it_is() -> None:
    assert texts("*a* & <b " * 10_000)[0].startswith("*a* & <b *a* & <b")
