"""Bytes become a tree as browsers read them."""

from __future__ import annotations

import pytest

from corpus.errors import UnreadableFile
from corpus.markup.parsing import decode_markup, parse, too_large
from corpus.markup.tree import flat_text
from corpus.readers.text import decode


def text(markup: str) -> str:
    return flat_text(next(parse(markup).iter("body")))


@pytest.mark.parametrize(
    "data",
    [
        b'<meta charset="iso-8859-1"><p>Caf\xe9 \x93open\x94 \x96 daily',
        b'<meta http-equiv="Content-Type" content="text/html; charset=cp1252"><p>Caf\xe9 \x93open\x94 \x96 daily',
        '<meta charset="iso-8859-1"><p>Café “open” – daily'.encode(),
        "<p>Café “open” – daily".encode("utf-16"),
        "\ufeff<p>Café “open” – daily".encode(),
        b'<?xml version="1.0" encoding="ISO-8859-1"?><p>Caf\xe9 \x93open\x94 \x96 daily',
        b'<meta charset="utf-16"><p>Caf\xe9 \x93open\x94 \x96 daily',
        b'<meta charset="nothing"><p>Caf\xe9 \x93open\x94 \x96 daily',
        "<meta charset=utf-8><p>Café “open” – ".encode() + b"daily\x85",
        "<p>Café “open” – ".encode() + b"daily\x85",
    ],
)
def test_the_encoding_is_made_out(data: bytes) -> None:
    assert text(decode_markup(data, None, decode)).rstrip("…") == "Café “open” – daily"


def test_an_encoding_that_a_mail_states_counts() -> None:
    assert "сад" in decode_markup("<p>сад".encode("koi8-r"), "koi8-r", decode)
    assert "园林" in decode_markup("<meta charset=gb2312><p>园林委员会".encode("gb18030"), None, decode)


def test_line_ends_are_made_one() -> None:
    assert decode_markup(b"a\r\nb\rc", None, decode) == "a\nb\nc"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ('<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>a <a id="x"/>b</p><div/>c', "a bc"),
        ('<?xml version="1.0"?><html><head><script src="a.js"/></head><body><p>a', "a"),
        ('<?xml version="1.0"?><html><body><p><![CDATA[1 < 2]]> b<br/>c', "1 < 2 bc"),
        ("<p>a</p><svg><![CDATA[x]]></svg>b", "ab"),
        ("<p>a\0b", "ab"),
        (
            "<p>council&#146;s &#x93;q&#x94; &#150; it&apos;s &check; &half; &amp;pound;",
            "council’s “q” – it's ✓ ½ &pound;",
        ),
        ("<p>AT&T R&D &lt;b&gt; &quot;", 'AT&T R&D <b> "'),
        ("<p>&copy; &nonesuch; &#163;", "© &nonesuch; £"),
    ],
)
def test_xhtml_is_read_as_it_is_meant(markup: str, words: str) -> None:
    assert text(markup) == words


def test_markup_that_is_large_or_deep_is_refused() -> None:
    assert too_large(b"x", "a page") is None
    assert "It is a letter of 21 MB" in str(too_large(b"x" * 21_000_000, "a letter"))
    assert "deep" in text("<div>" * 1000 + "deep")
    with pytest.raises(UnreadableFile, match="2,000 deep"):
        parse("<div>" * 100_000 + "deep")
    with pytest.raises(UnreadableFile, match="without any content"):
        parse("")
