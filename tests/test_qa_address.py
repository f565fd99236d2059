"""Addresses: any document has one, and it tells whether the words still stand there."""

from __future__ import annotations

from time import process_time

import pytest

from qa.address import check_of, citation_link, find_checked, found_at, own_address, permanent_link


def test_a_link_holds_any_document_id_and_goes_to_the_marked_words_while_they_stand_there() -> None:
    link = citation_link("news/a b&c?.txt", 3, 9, "a pool")
    assert link == f"/documents/news%2Fa%20b%26c%3F.txt?start=3&end=9&check={check_of('a pool')}#cited"


@pytest.mark.parametrize("words", ["A long list. " * 300, "é" * 700], ids=["long", "long when written in an address"])
def test_a_permanent_link_of_many_words_has_what_tells_of_them_in_their_place(words: str) -> None:
    short = permanent_link("a", 0, 32, "The pool reopened on 3 May 2021.", "0" * 64)
    assert "words=The+pool" in short and f"file={'0' * 16}" in short
    link = permanent_link("a b", 7, 7 + len(words), words, "0" * 64)
    assert link == f"/documents/a%20b?start=7&end={7 + len(words)}&check={check_of(words)}#cited"


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("https://a.example/", True),
        ("HTTP://a.example/", True),
        ("javascript:alert(1)", False),
        ("", False),
        (None, False),
    ],
)
def test_words_are_found_at_the_documents_own_address_if_a_browser_may_follow_it(
    url: str | None, is_safe: bool
) -> None:
    assert (own_address(url) is not None) is is_safe
    assert found_at(url, "/documents/a?start=0") == (url if is_safe else "/documents/a?start=0")


WORDS = "The pool is open from May."


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (f"A pool. {WORDS} It is warm.", 8),
        (f"{WORDS} It is warm.", 0),
        (f"A new foreword (of a page).\n\n{WORDS}", 29),
        (f"{WORDS} {'Rain. ' * 100}{WORDS} Sun. {WORDS}", 0),
        (f"{'Rain. ' * 8_000}{WORDS}", 48_000),
    ],
    ids=["there", "nearer to the start", "farther on", "the nearest of three", "far away"],
)
def test_words_of_which_a_check_tells_are_found_where_they_stand(text: str, start: int) -> None:
    assert find_checked(text, 8, 8 + len(WORDS), check_of(WORDS)) == (start, start + len(WORDS))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The pool is open from Mai.", (0, 26)),
        (WORDS, (8, 8)),
        (WORDS, (8, 0)),
        (WORDS, (0, 25)),
        (WORDS[:-1], (0, 26)),
        (WORDS, (0, 27)),
        (f"Is{WORDS}", (0, 26)),
        (f"{'Rain. ' * 10_000}{WORDS}", (0, 26)),
        (f"{'Rain. ' * 6_000}{WORDS}", (0, 20_000)),
    ],
)
def test_words_that_are_not_the_same_or_far_off_are_not_found(text: str, span: tuple[int, int]) -> None:
    assert find_checked(text, *span, check_of(WORDS)) is None


def test_of_words_that_stand_twice_those_nearer_to_their_place_are_found() -> None:
    text = f"{WORDS} {'Rain. ' * 100}{WORDS}"
    again = text.rindex(WORDS)
    assert find_checked(text, again - 9, again - 9 + len(WORDS), check_of(WORDS)) == (again, len(text))


def test_words_are_looked_for_in_little_time_whatever_the_document() -> None:
    begun = process_time()
    for words, text in (("a " * 99_999 + "a", "a " * 200_000), ("-", "- " * 200_000)):
        assert find_checked(text, 100_000, 100_000 + len(words), "00000000") is None
    assert process_time() - begun < 2
