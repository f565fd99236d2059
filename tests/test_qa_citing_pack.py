"""A pack holds what stands in the documents, and tells of what no longer does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from corpus.document import Block
from index.snapshot import Snapshot
from qa.address import check_of
from qa.citing.pack import CHOSEN_MAX_CHARS, Asked, Chosen, NotChosen, Piece, choose, gather, is_all_of, read_chosen
from tests.pages import document

TEXT = "The pool reopened on 3 May 2021. Lanes must be booked."
TODAY = date(2024, 5, 1)


@pytest.fixture(scope="module")
def pool(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    return snapshot_of(
        [
            {
                "id": "leisure/pool: new",
                "title": "The pool",
                "text": TEXT,
                "source": "Leisure",
                "published": "2021-05-04",
            },
            {"id": "long", "title": "Long", "text": "Rain. " * 4_000},
        ]
    )


def packed(snapshot: Snapshot, *chosen: Chosen) -> tuple[list[Piece], list[str]]:
    (gathered,) = gather(snapshot, [Asked("Q?", (), TODAY, chosen)], TODAY).questions
    return [piece for _, piece in gathered.pieces], [reason for _, reason in gathered.left_out]


def test_words_are_read_from_the_documents_with_how_they_are_cited(pool: Snapshot) -> None:
    (piece,), left_out = packed(pool, choose("leisure/pool: new", 0, TEXT[:32]))
    assert (piece.words, left_out) == ("The pool reopened on 3 May 2021.", [])
    assert piece.reference == "Leisure, The pool, published 4 May 2021"
    told = parse_qs(urlsplit(piece.link).query)
    assert (told["words"], told["start"], told["end"]) == ([piece.words], ["0"], ["32"])
    assert parse_qs(urlsplit(piece.short_link).query)["check"] == [check_of(piece.words)]


def test_what_is_no_longer_there_is_left_out_with_the_reason(pool: Snapshot) -> None:
    right = choose("leisure/pool: new", 0, TEXT[:32])
    pieces, left_out = packed(
        pool,
        Chosen("gone", 0, 5),
        right,
        Chosen("leisure/pool: new", 0, len(TEXT) + 1),
        Chosen("leisure/pool: new", 0, 32, "00000000"),
        Chosen("long", 0, 20_001),
        right,
    )
    assert [piece.words for piece in pieces] == [TEXT[:32]]
    gone, shorter, other, long = left_out
    assert "no longer in the index" in gone and "shorter now" in shorter
    assert "these words are not found in it" in other and "20,000 characters" in long
    pieces, left_out = packed(pool, Chosen("leisure/pool: new", 0, len(TEXT)), Chosen("long", 0, 20_000))
    assert (len(pieces), left_out) == (2, [])


def test_words_that_have_moved_are_read_where_they_stand_now(pool: Snapshot) -> None:
    there, moved = choose("leisure/pool: new", 0, TEXT[:32]), choose("leisure/pool: new", 3, TEXT[33:])
    (piece, other), left_out = packed(pool, there, moved)
    assert (piece.has_moved, other.has_moved, other.words, left_out) == (False, True, "Lanes must be booked.", [])


def test_a_link_too_long_for_other_programs_is_the_short_one(pool: Snapshot) -> None:
    (short, long), _ = packed(pool, Chosen("long", 0, 100), Chosen("long", 0, 6_000))
    assert "words=" in short.link and long.link == long.short_link and len(long.link) < 200


@pytest.mark.parametrize(
    "chosen",
    [Chosen("a:1-2~b/ü\n.txt", 0, 5, "0a1b2c3d"), Chosen("x", 3, 4), choose("leisure/pool.pdf", 480, "on 3 May")],
)
def test_what_was_chosen_is_read_as_it_is_written(chosen: Chosen) -> None:
    assert read_chosen(str(chosen)) == chosen


@pytest.mark.parametrize(
    ("chosen", "start", "end", "is_all"),
    [
        ((10, 26), 10, 26, True),
        ((10, 26), 0, 26, True),
        ((10, 26), 10, 18, True),
        ((10, 25), 10, 26, False),
        ((10, 18), 0, 26, False),
        ((19, 26), 10, 26, False),
    ],
)
def test_words_are_all_of_a_passage_that_has_but_headings_beside_them(
    chosen: tuple[int, int], start: int, end: int, is_all: bool
) -> None:
    blocks = (Block(0, 8, kind="heading"), Block(10, 17), Block(19, 26))
    listed = document("Heading.\n\nA list.\n\nA point.", blocks)
    assert is_all_of(Chosen(listed.id, *chosen), listed, start, end) is is_all
    assert not is_all_of(Chosen("other", *chosen), listed, start, end)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "pool.txt",
            "pool.txt:5",
            ":0-5",
            "pool.txt:5-5",
            "pool.txt:6-5",
            "pool.txt:0-5~zzzzzzzz",
            "pool.txt:-1-5",
        ),
        *("pool.txt:0-5~0a1b2c3", "pool.txt:0-1234567890", "x" * CHOSEN_MAX_CHARS + ":0-5"),
    ],
)
def test_what_names_no_words_is_refused(written: str) -> None:
    with pytest.raises(NotChosen, match="names no words of a document"):
        read_chosen(written)


def test_a_long_line_is_refused_at_once() -> None:
    with pytest.raises(NotChosen):
        read_chosen(":" * 10_000_000)
