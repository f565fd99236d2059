"""Markdown becomes its words: headings, items and rows, without its marks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file


def read(text: str) -> ReadResult:
    return read_file(SourceFile(Path("a.md"), "a.md"), text.encode())


def test_front_matter_names_title_publisher_date_and_address() -> None:
    (found,) = read(
        "---\ntitle: A plan\nsource: The council\npublished: 2023-06-16\nurl: https://example.org/p\n---\n\nText."
    ).documents
    assert (found.title, found.source, found.published, found.url) == (
        "A plan",
        "The council",
        date(2023, 6, 16),
        "https://example.org/p",
    )
    assert found.text == "Text."


def test_what_front_matter_tells_of_the_paper_stands_after_the_text_and_dates_nothing() -> None:
    (plain,) = read("---\ntitle: Bins\n---\n# Bins\n\nText.").documents
    (found,) = read("---\ntitle: Bins\nnext_review: 2027-05-01\nowner: Ada Moor\n---\n# Bins\n\nText.").documents
    assert found.text == f"{plain.text}\n\nnext_review: 2027-05-01\n\nowner: Ada Moor"
    assert found.blocks[:-2] == plain.blocks
    fields = [(block.kind, found.text[block.start : block.end]) for block in found.blocks[-2:]]
    assert fields == [("furniture", "next_review: 2027-05-01"), ("furniture", "owner: Ada Moor")]
    assert (found.title, found.day) == (plain.title, None)


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    (found,) = read("Some words.\n\n# The *real* title\n\nMore.").documents
    assert (found.title, found.source, found.published) == ("The real title", None, None)


def test_blocks_lose_their_marks_and_keep_their_kind() -> None:
    (found,) = read(
        "# One\n\nA *long* line\nbroken [here](http://x.org) with `code` and ![a "
        "map](m.png).\n\n## Two\n\n- first **item**\n- second\n\n  more of it\n"
        "\n1. numbered\n\n| Area | Grade |\n|---|---|\n| Overall | Good |\n\n```\nkept "
        "= 1\n```\n\n> quoted\n\n<div>raw <b>markup</b></div>\n\n<!-- note -->\n"
    ).documents
    assert [(p.kind, p.level, found.text[p.start : p.end]) for p in found.blocks] == [
        ("heading", 1, "One"),
        ("paragraph", 0, "A long line broken here with code and a map."),
        ("heading", 2, "Two"),
        ("list_item", 1, "first item"),
        ("list_item", 1, "second"),
        ("paragraph", 1, "more of it"),
        ("list_item", 1, "1. numbered"),
        ("table_row", 0, "Area | Grade"),
        ("table_row", 0, "Overall | Good"),
        ("paragraph", 0, "kept = 1"),
        ("paragraph", 0, "quoted"),
        ("paragraph", 0, "raw markup"),
    ]
    assert "first item\nsecond\n\nmore of it" in found.text
    assert "Area | Grade\nOverall | Good\n\nkept" in found.text


@pytest.mark.parametrize(
    ("front", "said"),
    [("title: a: b", "at line 2"), ('title: x\nsource: "y', "at line"), ("published: 2023-99-99", "not valid YAML")],
)
def test_bad_front_matter_is_named_and_the_text_read(front: str, said: str) -> None:
    reading = read(f"---\n{front}\n---\nText.")
    assert [document.text for document in reading.documents] == ["Text."]
    assert "front matter" in reading.warnings[0].reason and said in reading.warnings[0].reason


def test_front_matter_in_toml_and_json_is_read() -> None:
    for front in ('+++\ntitle = "A plan"\ndate = 2023-06-16\n+++\n', '{"title": "A plan", "date": "2023-06-16"}\n'):
        (found,) = read(f"{front}\nText.").documents
        assert (found.title, found.published, found.text) == ("A plan", None, "Text.")
        assert (found.dated, found.dated_basis) == (date(2023, 6, 16), "front matter")


def test_lists_beyond_measure_are_read_line_by_line_and_named() -> None:
    reading = read("- " * 150 + "x\n\n4. After")
    assert reading.documents[0].text == "x\n\nAfter"
    assert "nested" in reading.warnings[0].reason


def test_front_matter_that_refers_to_itself_is_survived() -> None:
    (found,) = read("---\ntitle: &a [*a]\n---\nText.").documents
    assert (found.title, found.text) == ("Text.", "Text.")


def test_a_rule_is_not_front_matter() -> None:
    (found,) = read("Text.\n\n---\n\nMore: text.\n\n---\n").documents
    assert found.text == "Text.\n\nMore: text."


@pytest.mark.parametrize(
    "text", ["*a " * 100_000, "[" * 200_000, "> " * 20_000 + "deep", "- " * 20_000 + "x", "a `" * 100_000]
)
def test_marks_without_end_do_not_take_long(text: str) -> None:
    reading = read(text)
    assert reading.documents or reading.errors
