"""What the documents are is shown, chosen from, and what the last build said is told in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from corpus.errors import ReadError, ReadWarning
from index.last_build import LastBuild
from index.snapshot import Snapshot
from tests.builds import document_meta
from tests.pages import INFO
from web.views.addresses import Steps
from web.views.holdings import UNDATED, Choice, chosen, copies_of, in_one_spelling, kind_of, show_holdings
from web.views.rendering import render


@pytest.fixture(scope="module")
def held(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    documents = [
        {"id": f"{number:03}.pdf", "title": f"Paper {number}", "text": f"Words {number}.", "source": "Leisure & parks"}
        | ({"published": f"{2000 + number % 20}-05-03"} if number else {})
        for number in range(120)
    ]
    return snapshot_of(
        [*documents, {"id": "notes", "title": "<i>Notes</i>", "text": "Words.", "published": "2030-01-01"}]
    )


def test_documents_are_listed_the_newest_first_a_page_at_a_time(held: Snapshot) -> None:
    page = show_holdings(held.metadata, Choice(), INFO, None)
    assert (page.count, len(page.documents), page.documents[0].title) == (121, 50, "<i>Notes</i>")
    assert page.pages == Steps(1, 3, "", "/documents?page=2")
    last = show_holdings(held.metadata, Choice(page=9), INFO, None)
    assert len(last.documents) == 21 and last.documents[-1].days == "date not known"
    assert last.pages == Steps(3, 3, "/documents?page=2", "")
    told = render(last)
    assert "Page 3 of 3." in told and "Show all" not in told, "a later page leaves nothing out"
    assert "Show all" in render(show_holdings(held.metadata, Choice(year="2004"), INFO, None))


def test_choices_are_counted_among_what_the_others_leave_and_taken_away_by_a_click(held: Snapshot) -> None:
    page = show_holdings(held.metadata, Choice(year="2003", page=2), INFO, None)
    assert page.count == 6 and page.pages is None
    source, kind, year, language = page.facets
    assert [(one.name, one.count) for one in source.choices] == [("Leisure & parks", 6)]
    assert source.choices[0].address == "/documents?source=Leisure+%26+parks&year=2003"
    assert [(one.name, one.count) for one in kind.choices] == [("PDF", 6)]
    own = next(one for one in year.choices if one.chosen)
    assert (own.name, own.address) == ("2003", "/documents")
    assert len(year.choices) == 22 and not year.left_out
    assert kind.choices[0].address == "/documents?type=PDF&year=2003"
    assert language.choices == ()
    undated = show_holdings(held.metadata, Choice(year=UNDATED), INFO, None)
    assert [one.title for one in undated.documents] == ["Paper 0"]


def test_publishers_that_differ_by_capitals_alone_are_one() -> None:
    names = ["LEISURE TEAM", "LEISURE TEAM", "Leisure Team", "Leisure team", "Leisure team", "NHS", "Parks"]
    shown = in_one_spelling(names)
    assert {shown[name] for name in names[:5]} == {"Leisure team"} and shown["NHS"] == "NHS"
    held = [document_meta(place, f"Paper {place}", name) for place, name in enumerate(names)]
    page = show_holdings(held, Choice(source="LEISURE TEAM"), INFO, None)
    publishers = [(one.name, one.count, one.chosen) for one in page.facets[0].choices]
    assert publishers == [("Leisure team", 5, True), ("NHS", 1, False), ("Parks", 1, False)]
    assert page.count == 5


def test_words_of_the_title_the_publisher_or_the_file_name_choose(held: Snapshot) -> None:
    assert len(chosen(held.metadata, Choice(title="parks leisure"))) == 120
    assert [meta.title for meta in chosen(held.metadata, Choice(title="PAPER 007"))] == ["Paper 7"]
    assert chosen(held.metadata, Choice(title="zebra")) == []
    assert "No document matches all of this." in render(
        show_holdings(held.metadata, Choice(title="<zebra>"), INFO, None)
    )


def test_documents_are_chosen_by_the_language_that_is_told_of_them(held: Snapshot) -> None:
    told = {meta.id: "English" for meta in held.metadata[:7]} | {"notes": "Welsh"}
    page = show_holdings(held.metadata, Choice(), INFO, None, told)
    *_, language = page.facets
    assert [(one.name, one.count) for one in language.choices] == [("English", 7), ("Welsh", 1)]
    assert language.choices[1].address == "/documents?language=Welsh"
    welsh = show_holdings(held.metadata, Choice(language="Welsh"), INFO, None, told)
    assert [(one.title, one.language) for one in welsh.documents] == [("<i>Notes</i>", "Welsh")]
    assert ", in Welsh" in render(welsh) and 'name="language" value="Welsh"' in render(welsh)
    english = render(show_holdings(held.metadata, Choice(language="English", page=1), INFO, None, told))
    assert "7 documents" in english and ", in English" not in english
    assert show_holdings(held.metadata, Choice(language="Klingon"), INFO, None, told).documents == ()


def test_no_documents_at_all_is_not_told_as_no_match(held: Snapshot) -> None:
    assert "No document matches all of this." in render(show_holdings(held.metadata, Choice("nothing"), INFO, None))
    page = render(show_holdings((), Choice(), replace(INFO, documents=0), None))
    assert "There are no documents here yet." in page and "No document matches" not in page


def test_kinds_stand_in_the_order_of_their_words(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    files = ("a.docx", "b.html", "c.pdf", "d.txt")
    made = snapshot_of([{"id": name, "title": f"Paper {name}", "text": "Words."} for name in files])
    kinds = [one.name for one in show_holdings(made.metadata, Choice(), INFO, None).facets[1].choices]
    assert kinds == ["PDF", "Text (TXT)", "Web page (HTML)", "Word document (DOCX)"]


def test_a_kind_is_a_label_or_the_suffix(held: Snapshot) -> None:
    assert {kind_of(meta) for meta in held.metadata} == {"PDF", "Other"}


def test_files_of_the_same_bytes_are_copies_and_lines_of_one_file_are_not(held: Snapshot) -> None:
    first, second, third = held.metadata[:3]
    assert copies_of([first], held.metadata, {}) == {}
    assert copies_of([first, second], held.metadata, {"000.pdf", "002.pdf"}) == {first.id: (third.id,)}
    assert copies_of([first], held.metadata, {"000.pdf"}) == {}


def test_what_the_last_build_said_is_told_without_paths_of_the_server(held: Snapshot) -> None:
    build = LastBuild(
        "2026-11-27T10:05:00+00:00",
        "0",
        {},
        failed=(ReadError("/srv/secret/a.pdf", "It is <damaged>."), *[ReadError("b", "It is.")] * 120),
        warnings=(ReadWarning("c.pdf", "Page 2 has no text."),),
        notes=("Everything was read anew.",),
    )
    shown = show_holdings(held.metadata, Choice(), INFO, build)
    assert shown.built == "27 November 2026 at 10:05 UTC"
    assert [(told.words, len(told.files), told.left_out) for told in shown.told] == [
        ("121 items could not be read", 100, 21),
        ("1 item was read, with something to look at", 1, 0),
    ]
    one_skipped = LastBuild("2026-11-27T10:05:00+00:00", "0", {}, skipped=(ReadError("d.zip", "It is none."),))
    (told,) = show_holdings(held.metadata, Choice(), INFO, one_skipped).told
    assert told.words == "1 item is of a kind that is not read"
    page = render(shown)
    assert "secret" not in page and "a.pdf" in page and "It is &lt;damaged&gt;." in page
    assert "Everything was read anew." in page and "<i>Notes" not in page
    assert show_holdings(held.metadata, Choice(), INFO, LastBuild("soon", "0", {})).built == ""
