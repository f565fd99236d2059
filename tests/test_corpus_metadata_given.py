"""What a file states beside its text is taken as it is, or not at all."""

from __future__ import annotations

from corpus.metadata.given import clean_text, web_address, whole


def test_only_http_addresses_are_addresses() -> None:
    assert web_address(" https://example.org/a?b=c ") == "https://example.org/a?b=c"
    assert web_address("javascript:alert(1)") is None
    assert web_address("example.org") is None
    assert web_address(None) is None


def test_a_text_is_made_one_line_and_anything_else_is_none() -> None:
    assert clean_text(" A\n text ") == "A text"
    assert clean_text(" \n ") is None
    assert clean_text(7) is None


def test_half_a_character_is_replaced() -> None:
    assert whole("a\ud800b") == "a\ufffdb"
