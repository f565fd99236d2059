"""A Word file's parts are unpacked one by one, and never more than a document needs."""

from __future__ import annotations

import re

import pytest

from corpus.errors import UnreadableFile
from corpus.word.names import PARAGRAPH
from corpus.word.package import WordPackage
from tests.word_files import document, p, reading, root, unzipped, word, zipped

BOMB = b"<w:p/>" * 3_100_000


def test_what_a_part_refers_to() -> None:
    related = [("r9", "footnotes", "/word/notes.xml"), ("r8", "image", "../media/map.png")]
    package = WordPackage(word(p("x"), related=related))
    found = package.related("word/document.xml")
    assert (found["r9"].kind, found["r9"].target) == ("footnotes", "word/notes.xml")
    assert found["r8"].target == "media/map.png"
    assert package.part_of_kind("word/document.xml", "footnotes") == "word/notes.xml"
    assert package.part_of_kind("word/document.xml", "endnotes") is None
    assert package.related("word/none.xml") == {}


def test_what_is_outside_of_the_file_is_no_part() -> None:
    members = unzipped(word(p("x")))
    relations = members["word/_rels/document.xml.rels"].replace(
        b'Target="styles.xml"', b'Target="file:///etc/passwd" TargetMode="External"'
    )
    package = WordPackage(zipped(members | {"word/_rels/document.xml.rels": relations}))
    assert package.related("word/document.xml")["rStyles"].is_outside
    assert package.part_of_kind("word/document.xml", "styles") is None


def test_the_text_may_be_in_a_part_of_any_name() -> None:
    members = unzipped(word(p("Text.")))
    moved = {name.replace("word/document.xml", "word/document2.xml"): data for name, data in members.items()}
    moved["_rels/.rels"] = members["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    assert document(zipped(moved)).text == "Text."
    lost = {name: data for name, data in members.items() if not name.endswith(".rels")}
    assert document(zipped(lost)).text == "Text."
    backslashes = {name.replace("/", "\\"): data for name, data in members.items()}
    assert document(zipped(backslashes)).text == "Text."


def test_strict_files_are_read_like_others() -> None:
    def strict(data: bytes) -> bytes:
        data = re.sub(rb"http://schemas\.openxmlformats\.org/(\w+)/2006/", rb"http://purl.oclc.org/ooxml/\1/", data)
        return data.replace(b"ooxml/package/", b"schemas.openxmlformats.org/package/2006/")

    usual = word(p("Heading", "Heading1") + p("See http://purl.oclc.org/ooxml/wordprocessingml/main for more."))
    members = unzipped(usual)
    made = {
        name: strict(data) if name.startswith("word/") and "_rels" not in name else data
        for name, data in members.items()
    }
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in made["word/document.xml"]
    found = document(zipped(made))
    assert [block.kind for block in found.blocks] == ["heading", "paragraph"]
    assert found.text.endswith("See http://purl.oclc.org/ooxml/wordprocessingml/main for more.")


def test_a_part_in_another_encoding() -> None:
    members = unzipped(word(p("Café – naïve.")))
    text = members["word/document.xml"].decode().replace('version="1.0"', 'version="1.0" encoding="UTF-16"')
    assert document(zipped(members | {"word/document.xml": text.encode("utf-16")})).text == "Café – naïve."


def damaged(data: bytes) -> str:
    (error,) = reading(data).errors
    return error.reason


def test_damaged_files_are_named() -> None:
    good = word(p("x"))
    members = unzipped(good)
    assert "damaged" in damaged(good[: len(good) // 2])
    assert "damaged" in damaged(zipped({"word/document.xml": b"<x/>"}))
    assert "damaged" in damaged(zipped({"word/other.xml": b"<x/>"}))
    assert "damaged" in damaged(zipped(members | {"word/document.xml": members["word/document.xml"][:-30]}))
    assert "damaged" in damaged(zipped(members | {"word/document.xml": b""}))
    broken = bytearray(good)
    start = good.index(b"word/document.xml") + len("word/document.xml")
    broken[start : start + 60] = bytes(60)
    assert "damaged" in damaged(bytes(broken))


def test_a_damaged_part_beside_the_text_is_told_and_the_rest_read() -> None:
    members = unzipped(word(p("Text.", "Heading1")))
    result = reading(zipped(members | {"word/styles.xml": b"<w:styles"}))
    assert [found.text for found in result.documents] == ["Text."]
    assert ["word/styles.xml" in warning.reason for warning in result.warnings] == [True]


def test_locked_files_are_named() -> None:
    data = bytearray(word(p("x")))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(sign, start)) >= 0:
            data[start + offset] |= 1
            start += 4
    assert "password" in damaged(bytes(data))


def test_bombs_cost_their_own_file() -> None:
    assert "at most 50 MB" in damaged(zipped({"word/document.xml": bytes(51_000_000)}))
    assert "10001 parts" in damaged(zipped({f"word/{number}.xml": b"" for number in range(10_001)}))
    assert "3,000,000 are read" in damaged(zipped({"word/document.xml": BOMB}))
    many = root("document", f"<w:body>{'<w:p/>' * 200_001}</w:body>")
    assert "200,000 paragraphs" in damaged(zipped({"word/document.xml": many}))


def test_pictures_are_never_unpacked() -> None:
    members = unzipped(word(p("Text.")))
    assert document(zipped(members | {"word/media/image1.bmp": bytes(120_000_000)})).text == "Text."


def test_what_is_unpacked_is_counted_together_with_that_of_files_inside() -> None:
    outer = WordPackage(word(p("x")))
    inner = WordPackage(zipped({"a.xml": bytes(48_000_000)}), outer)
    assert inner.is_inner and not outer.is_inner
    assert len(inner.content("a.xml") or b"") == len(inner.content("a.xml") or b"")
    with pytest.raises(UnreadableFile, match="100 MB of all"):
        inner.content("a.xml")
    with pytest.raises(UnreadableFile, match="100 MB of all"):
        WordPackage(zipped({"a.xml": bytes(5_000_000)}), outer).content("a.xml")


def test_entities_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY e{depth} "{f"&e{depth - 1};" * 10}">' for depth in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>'
    text = root("document", f"<w:body>{p('Text.')}</w:body>").partition("?>")[2].replace("Text.", "&e11; Text.")
    result = reading(zipped({"word/document.xml": bomb + text}))
    assert all(len(found.text) < 50 for found in result.documents)


def test_nothing_outside_is_read() -> None:
    outside = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    text = root("document", f"<w:body>{p('Text.')}</w:body>").partition("?>")[2].replace("Text.", "Text.&e;")
    result = reading(zipped({"word/document.xml": outside + text}))
    assert [found.text for found in result.documents] in ([], ["Text."])


def test_paragraphs_are_given_one_after_the_other() -> None:
    package = WordPackage(word(p("a") + f"<w:tbl><w:tr><w:tc>{p('b')}</w:tc></w:tr></w:tbl>" + p("c")))
    texts = ["".join(map(str, one.itertext())) for one in package.in_body("word/document.xml", [PARAGRAPH])]
    assert texts == ["a", "c"]
    with pytest.raises(UnreadableFile):
        list(package.in_body("word/none.xml", [PARAGRAPH]))
    assert package.tree("word/none.xml") is None and package.content("word/none.xml") is None
