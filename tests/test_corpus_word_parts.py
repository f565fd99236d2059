"""The parts beside the text: notes, properties, settings."""

from __future__ import annotations

from corpus.word.package import WordPackage
from corpus.word.parts import Parts, author_of
from tests.word_files import element, p, reading, root, unzipped, word, zipped

NOTES = (
    '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{p("The grant is ring-fenced.")}</w:footnote>'
)


def parts_of(data: bytes) -> Parts:
    return Parts(WordPackage(data))


def test_notes_are_given_once_and_separators_never() -> None:
    parts = parts_of(word(p("x"), parts={"footnotes.xml": root("footnotes", NOTES)}))
    assert parts.note("footnotes", "-1") is None
    note = parts.note("footnotes", "2")
    assert note is not None and "".join(map(str, note.itertext())) == "The grant is ring-fenced."
    assert parts.note("footnotes", "2") is None
    assert parts.note("endnotes", "2") is None


def test_notes_are_found_under_any_name() -> None:
    named = word(p("x"), parts={"n1.xml": root("footnotes", NOTES)}, related=[("r9", "footnotes", "n1.xml")])
    assert parts_of(named).side_part("footnotes") == "word/n1.xml"
    assert parts_of(named).note("footnotes", "2") is not None


def test_properties() -> None:
    parts = parts_of(word(p("x"), properties={"title": "A  title", "template": "Normal.dotm"}))
    assert (parts.stated_title(), parts.template()) == ("A title", "Normal.dotm")
    assert (parts_of(word(p("x"))).stated_title(), parts_of(word(p("x"))).template()) == ("", "")
    broken = zipped(unzipped(word(p("x"))) | {"docProps/core.xml": b"<a"})
    assert parts_of(broken).stated_title() == ""


def test_the_day_of_the_file_is_no_day_of_the_document() -> None:
    (found,) = reading(word(p("Text."), properties={"title": "A paper on roads"})).documents
    assert (found.published, found.dated, found.source) == (None, None, None)


def test_settings_say_whether_even_pages_differ() -> None:
    assert not parts_of(word(p("x"))).has_even_pages
    assert parts_of(word(p("x"), parts={"settings.xml": root("settings", "<w:evenAndOddHeaders/>")})).has_even_pages


def test_a_damaged_part_is_told() -> None:
    parts = parts_of(word(p("x"), parts={"footnotes.xml": b"<w:footnotes"}))
    assert parts.note("footnotes", "2") is None
    assert len(parts.missed) == 1 and "word/footnotes.xml" in parts.missed[0]


def test_targets_outside_of_the_file_are_none() -> None:
    parts = parts_of(word(p("x"), related=[("r9", "header", "header1.xml")]))
    assert parts.target(parts.main, "r9") == "word/header1.xml"
    assert parts.target(parts.main, "r10") == ""


def test_who_wrote_a_comment() -> None:
    assert author_of(element('<w:comment w:author=" A.  Clerk "/>')) == "A. Clerk"
    assert author_of(element('<w:comment w:author="Author"/>')) == author_of(element("<w:comment/>")) == ""
