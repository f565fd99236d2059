"""OpenDocument files are told apart by what they state, and by their suffix where they state nothing."""

from __future__ import annotations

import pytest

from corpus.errors import UnreadableFile
from corpus.formats import Sample
from corpus.office.open_file import OpenFile, is_open
from tests.office_files import open_document, zipped


def sample(data: bytes, suffix: str = "") -> Sample:
    return Sample(suffix, data, ("content.xml", "META-INF/manifest.xml"), None)


def test_the_stated_kind_decides() -> None:
    text = open_document("text", "")
    assert is_open(sample(text, ".ods"), "text")
    assert not is_open(sample(text, ".ods"), "spreadsheet")
    template = zipped({"mimetype": "application/vnd.oasis.opendocument.text-template", "content.xml": ""})
    assert is_open(sample(template), "text")


def test_without_a_stated_kind_the_suffix_decides() -> None:
    silent = zipped({"content.xml": "", "META-INF/manifest.xml": ""})
    assert is_open(sample(silent, ".odp"), "presentation")
    assert not is_open(sample(silent), "presentation")
    assert not is_open(Sample(".odt", silent, ("content.xml",), None), "text")
    assert not is_open(Sample(".odt", silent, (), None), "text")


def test_a_file_gives_its_body_and_title() -> None:
    meta = '<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The title</dc:title></m>'
    file = OpenFile(open_document("text", "<text:p/>", others={"meta.xml": meta}), "a text")
    body = file.body("text")
    assert body is not None and len(body) == 1
    assert file.body("spreadsheet") is None
    assert file.stated_title() == "The title"
    assert OpenFile(open_document("text", ""), "a text").stated_title() is None
    with pytest.raises(UnreadableFile, match="damaged"):
        OpenFile(zipped({"a": ""}), "a text").body("text")
