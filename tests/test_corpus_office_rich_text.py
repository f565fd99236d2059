"""Rich text falls into groups, words and characters."""

from __future__ import annotations

from corpus.office.rich_text import Token, encoding_of_charset, encoding_of_page, tokens


def test_pieces_are_told_apart() -> None:
    assert list(tokens(b"{\\b0 a\\'e9\\~\r\n\\par}")) == [
        Token("{"),
        Token("word", "b", 0, has_number=True),
        Token("text", text=b"a"),
        Token("text", text=b"\xe9"),
        Token("sign", "~"),
        Token("word", "par"),
        Token("}"),
    ]
    assert list(tokens(b"\\bin3 }}}x\\")) == [Token("text", text=b"x")]


def test_encodings_have_numbers() -> None:
    assert (encoding_of_charset(204), encoding_of_charset(0)) == ("cp1251", "")
    assert [encoding_of_page(page) for page in (1250, 65001, 10000, 99999)] == [
        "cp1250",
        "utf-8",
        "mac-roman",
        "cp1252",
    ]
