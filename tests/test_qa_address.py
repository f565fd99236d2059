"""Addresses: any document has one, and it tells whether the words still stand there."""

from __future__ import annotations

import pytest

from qa.address import check_of, citation_link, permanent_link


def test_a_link_holds_any_document_id_and_goes_to_the_marked_words_while_they_stand_there() -> None:
    link = citation_link("news/a b&c?.txt", 3, 9, "a pool")
    assert link == f"/documents/news%2Fa%20b%26c%3F.txt?start=3&end=9&check={check_of('a pool')}#cited"


@pytest.mark.parametrize("words", ["A long list. " * 300, "é" * 700], ids=["long", "long when written in an address"])
def test_a_permanent_link_of_many_words_has_what_tells_of_them_in_their_place(words: str) -> None:
    short = permanent_link("a", 0, 32, "The pool reopened on 3 May 2021.", "0" * 64)
    assert "words=The+pool" in short and f"file={'0' * 16}" in short
    link = permanent_link("a b", 7, 7 + len(words), words, "0" * 64)
    assert link == f"/documents/a%20b?start=7&end={7 + len(words)}&check={check_of(words)}#cited"
