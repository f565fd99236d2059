from __future__ import annotations

from datetime import date

import pytest

from corpus.document import Block, Document
from qa.answer import Citation
from qa.citation import capitalised, citation_line, citation_link, copied_citation, place_in_words


def test_a_link_holds_any_document_id_and_goes_to_the_marked_words() -> None:
    assert citation_link("news/a b&c?.txt", 3, 9) == "/documents/news%2Fa%20b%26c%3F.txt?start=3&end=9#cited"


@pytest.mark.parametrize(
    ("known", "place"),
    [
        (("Ofsted", date(2022, 9, 9), 3, "12"), ("Ofsted", "9 September 2022", "page 3", "paragraph 12")),
        ((None, None, None, "2"), ("date not known", "paragraph 2")),
        (("ofsted", None, 3, None), ("ofsted", "date not known", "page 3")),
    ],
)
def test_a_place_says_what_is_known_and_no_more(
    known: tuple[str | None, date | None, int | None, str | None], place: tuple[str, ...]
) -> None:
    assert place_in_words(*known) == place


def test_only_the_first_part_gets_a_capital_and_keeps_the_others_it_has() -> None:
    assert capitalised(("date not known", "paragraph 2")) == ("Date not known", "paragraph 2")
    assert capitalised(("the BBC", "page 1")) == ("The BBC", "page 1")


def test_the_line_of_a_terminal_begins_with_the_title() -> None:
    cited = Citation("a", "Pool", "Leisure", None, date(2021, 5, 3), None, None, 2, "5", 0, 9, "0" * 64, "/documents/a")
    assert citation_line(cited) == "Pool, Leisure, 3 May 2021, page 2, paragraph 5"


def test_the_copied_line_holds_the_words_in_one_line_and_their_source() -> None:
    place = place_in_words("ofsted", None, 3, None)
    assert copied_citation("Two\nwords", "Title", place, None) == "“Two words” (Title. Ofsted, date not known, page 3.)"
    assert copied_citation("Two", "Title", ("A",), "https://a.example/") == "“Two” (Title. A. https://a.example/)"


def test_a_place_says_that_words_were_recognised_and_how_surely() -> None:
    scan = Document("a", "A", "Open.", None, None, None, "image/png", "0" * 64, (0,), (Block(0, 5),))
    assert place_in_words(scan, 1, None, 0.934)[-2:] == ("page 1", "text recognised from a scan, 93 % sure")
    assert place_in_words(scan, 1, None)[-1] == "page 1"
