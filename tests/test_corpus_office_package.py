"""A package gives its parts, never more of them than fits into memory, and says what is wrong with it."""

from __future__ import annotations

import io
import zipfile

import pytest

from corpus.errors import UnreadableFile
from corpus.office.package import (
    DamagedPart,
    Package,
    all_text,
    forget,
    local_name,
    part_name,
    stated_media_type,
)
from tests.office_files import zipped

RELATIONSHIPS = (
    '<r:Relationships xmlns:r="x"><r:Relationship Id="a" Type="http://x/officeDocument" Target="one/main.xml"/>'
    '<r:Relationship Id="b" Type="http://x/hyperlink" Target="http://a.b" TargetMode="External"/></r:Relationships>'
)


def test_parts_are_found_whatever_the_case_of_their_names_and_refer_to_each_other() -> None:
    package = Package(zipped({"_rels/.rels": RELATIONSHIPS, "One/Main.xml": "<a>words</a>"}), "a text")
    assert "one/MAIN.xml" in package
    assert package.main_part("usual.xml") == "one/main.xml"
    assert package.related("")["b"].is_outside
    assert all_text(package.needed_tree("one/main.xml")) == "words"
    assert package.content("gone.xml") is None
    assert package.related("gone.xml") == {}
    assert Package(zipped({"a": ""}), "a text").main_part("usual.xml") == "usual.xml"


def test_a_part_outside_of_the_package_is_never_meant() -> None:
    assert part_name("xl/worksheets", "../drawings/a%20b.xml") == "xl/drawings/a b.xml"
    assert part_name("xl", "../../../etc/passwd") == "etc/passwd"
    assert part_name("xl", "/ppt/slide.xml") == "ppt/slide.xml"


def test_what_cannot_be_read_is_told() -> None:
    package = Package(zipped({"bad.xml": "<a>", "good.xml": "<a/>"}), "a text")
    with pytest.raises(DamagedPart, match=r"bad\.xml"):
        package.tree("bad.xml")
    assert package.spare_tree("bad.xml") is None
    for part in ("bad.xml", "gone.xml"):
        with pytest.raises(UnreadableFile, match="cannot be read as a text"):
            package.needed_tree(part)
    with pytest.raises(DamagedPart):
        list(package.stream("gone.xml", ("a",)))
    with pytest.raises(UnreadableFile, match="damaged"):
        Package(b"PK\x03\x04 not an archive", "a text")


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    with pytest.raises(UnreadableFile, match="unpacks to more than is read"):
        Package(zipped({"a.xml": bytes(61_000_000)}), "a text").content("a.xml")
    many = Package(zipped({f"{name}.xml": bytes(59_000_000) for name in "abcd"}), "a text")
    for name in "abc":
        many.content(f"{name}.xml")
    with pytest.raises(UnreadableFile, match="200 MB of all"):
        many.content("d.xml")
    with pytest.raises(UnreadableFile, match="10001 parts"):
        Package(zipped({str(number): b"" for number in range(10_001)}), "a text")


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c SYSTEM "file:///etc/hostname">]><a>&b;&c;words</a>'
    package = Package(zipped({"a.xml": bomb}), "a text")
    tree = package.tree("a.xml")
    assert tree is not None and all_text(tree).replace("&b;&c;", "") == "words"


def test_a_large_part_is_read_element_by_element() -> None:
    rows = "".join(f'<row n="{number}"><c>{number}</c></row>' for number in range(50))
    package = Package(zipped({"a.xml": f'<s xmlns="x"><box>{rows}</box></s>'}), "a text")
    seen = []
    for event, element in package.stream("a.xml", ("row", "box"), ("box",)):
        seen.append((event, local_name(element)))
        if local_name(element) == "row":
            forget(element)
            assert len(element) == 0 and element.getprevious() is None
    assert seen[0] == ("start", "box") and seen[-1] == ("end", "box") and seen.count(("end", "row")) == 50


def test_locked_packages_are_told() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", "x")
    data = bytearray(buffer.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableFile, match="password"):
        Package(bytes(data), "a text")
    manifest = '<m:manifest xmlns:m="x"><m:encryption-data/></m:manifest>'
    assert Package(zipped({"META-INF/manifest.xml": manifest}), "a text").is_encrypted()
    assert not Package(zipped({"META-INF/manifest.xml": "<m/>"}), "a text").is_encrypted()
    assert not Package(zipped({"a": ""}), "a text").is_encrypted()


def test_titles_and_media_types_are_stated() -> None:
    core = (
        '<r:Relationships xmlns:r="x"><r:Relationship Id="a" Type="http://x/core-properties" Target="core.xml"/>'
        "</r:Relationships>"
    )
    properties = '<p xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>The title</d:title></p>'
    assert Package(zipped({"_rels/.rels": core, "core.xml": properties}), "a text").stated_title() == "The title"
    assert Package(zipped({"a": ""}), "a text").stated_title() is None
    data = zipped({"mimetype": "application/epub+zip", "a": ""})
    assert stated_media_type(data) == "application/epub+zip"
    assert stated_media_type(zipped({"a": ""})) == ""


def test_strict_namespaces_become_the_usual_ones() -> None:
    package = Package(zipped({"a.xml": '<a xmlns="http://purl.oclc.org/ooxml/drawingml/main"/>'}), "a text")
    assert package.needed_tree("a.xml").tag == "{http://schemas.openxmlformats.org/drawingml/2006/main}a"


@pytest.mark.parametrize("name", ["drawingml/main", "presentationml/main", "spreadsheetml/main"])
def test_a_part_in_utf_16_is_read_as_well(name: str) -> None:
    xml = f'<?xml version="1.0" encoding="UTF-16"?><a xmlns="http://purl.oclc.org/ooxml/{name}">Café</a>'
    root = Package(zipped({"a.xml": xml.encode("utf-16")}), "a text").needed_tree("a.xml")
    assert "2006/" in str(root.tag) and root.text == "Café"


@pytest.mark.parametrize("tag", ["<a/>", "<b></b>", "<c d='e'/>"])
def test_a_part_of_too_many_tags_is_refused(tag: str) -> None:
    package = Package(zipped({"a.xml": f"<x>{tag * 3_000_001}</x>"}), "a text")
    with pytest.raises(UnreadableFile, match="3,000,000 are read"):
        package.tree("a.xml")
