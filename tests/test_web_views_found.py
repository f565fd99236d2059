"""What was found is gone through in pages, in either order, and narrowed by what tells some of it from others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.datastructures import QueryParams

from corpus.document import Block
from qa.answer import Answer
from qa.request import AskRequest, Filters
from qa.settings import Settings
from tests.pages import SCHEMA, answer_from, document
from web.request_models import request_schema
from web.views.found import MOST_FOUND, PAGE_PASSAGES, Found, View, show_found, view_of, with_all_found

ASKED = AskRequest("Q?", k=2)
PAPERS = (
    ("a.pdf", "Ofsted", "Slough", date(2019, 5, 1)),
    ("b.pdf", "Ofsted", "Slough", date(2022, 5, 1)),
    ("c.docx", "Council", "Redcar", None),
    ("d.pdf", "Ofsted", "Redcar", date(2022, 5, 1)),
    ("e.pdf", None, "", date(2020, 2, 29)),
)


@pytest.fixture
def answer() -> Answer:
    """An answer with a passage of each paper, by rank."""
    made = answer_from(document("Words.", (Block(0, 6),)))
    (first,) = made.passages
    passages = tuple(
        replace(
            first,
            rank=rank,
            citation=replace(
                first.citation,
                document_id=identifier,
                source=source,
                labels={"authority": authority} if authority else {},
                published=day,
                dated=None,
            ),
        )
        for rank, (identifier, source, authority, day) in enumerate(PAPERS, start=1)
    )
    assert made.answer
    cited = replace(made.answer, document_id="a.pdf")
    return replace(made, answer=cited, passages=passages)


def ranks(found: Found) -> list[int]:
    return [passage.rank for passage in found.passages]


def fields_of(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query))


def test_passages_are_gone_through_in_pages(answer: Answer) -> None:
    first = show_found(answer, ASKED, View(), SCHEMA)
    assert (ranks(first), first.count, first.first) == ([1, 2], 5, 1)
    assert (first.page, first.pages) == (1, 3)
    last = show_found(answer, ASKED, View(page=9), SCHEMA)
    assert (ranks(last), last.first) == ([5], 5)
    assert (last.page, last.pages) == (3, 3)
    assert show_found(answer, replace(ASKED, k=5), View(), SCHEMA).pages == 1


def test_the_newest_come_first_by_date_and_the_undated_last(answer: Answer) -> None:
    newest = show_found(answer, replace(ASKED, k=5), View("date"), SCHEMA)
    assert ranks(newest) == [2, 4, 5, 1, 3]
    assert (newest.order, dict(newest.orders)["Newest first"]) == ("date", "date")
    assert show_found(answer, ASKED, View(), SCHEMA).order == "relevance"
    paged = show_found(answer, ASKED, View("date", 2), SCHEMA)
    assert (ranks(paged), paged.page) == ([5, 1], 2)


def test_an_address_asks_for_the_same_view_again() -> None:
    for view in (View(), View(page=2), View("date"), View("date", 3, 2), View(rows=4)):
        assert view_of(QueryParams([*view.pairs, ("passage", "1")]), ASKED) == view
    assert View().pairs == ()


def test_what_tells_passages_apart_is_counted_and_leads_to_a_narrower_search(answer: Answer) -> None:
    limited = replace(ASKED, filters=Filters(authority=("Slough", "Redcar")))
    facets = {facet.name: facet for facet in show_found(answer, limited, View(), SCHEMA).facets}
    counts = {name: [(one.name, one.count) for one in facet.choices] for name, facet in facets.items()}
    assert counts == {
        "Publisher": [("Council", 1), ("Ofsted", 3)],
        "Authority": [("Redcar", 2), ("Slough", 2)],
        "Kind": [("PDF", 4), ("Word document (DOCX)", 1)],
        "Year": [("2022", 2), ("2020", 1), ("2019", 1)],
    }
    redcar = facets["Authority"].choices[0]
    assert fields_of(redcar.address) == {"q": "Q?", "k": "2", "authority": "Redcar"}
    year = fields_of(facets["Year"].choices[0].address)
    assert (year["published_from"], year["published_to"]) == ("2022-01-01", "2022-12-31")


def test_what_all_passages_have_is_no_choice(answer: Answer) -> None:
    alike = replace(answer, passages=answer.passages[:1])
    assert show_found(alike, ASKED, View(), SCHEMA).facets == ()


def test_of_many_values_the_most_frequent_are_offered(answer: Answer) -> None:
    many = tuple(
        replace(answer.passages[0], rank=rank, citation=replace(answer.passages[0].citation, source=f"P{rank:02}"))
        for rank in range(1, 14)
    )
    (facet,) = show_found(replace(answer, passages=many), ASKED, View(), SCHEMA).facets
    assert (len(facet.choices), facet.left_out) == (10, 3)


@pytest.mark.parametrize(
    ("address", "view"),
    [
        ("order=date&page=3", View("date", 3)),
        ("order=relevance", View()),
        ("order=size&page=0", View()),
        ("page=-1", View()),
        ("page=1000", View()),
        ("page=999", View(page=999)),
        ("page=²", View()),
        ("page=2&rows=3", View(page=2, rows=3)),
        ("rows=-1", View()),
        ("passage=5", View(page=3)),
        ("passage=0", View()),
        ("passage=5&page=2", View(page=2)),
    ],
)
def test_an_odd_view_is_the_usual_one(address: str, view: View) -> None:
    assert view_of(QueryParams(address), ASKED) == view


def test_no_more_is_asked_for_than_changes_nothing_and_may_be_asked() -> None:
    assert with_all_found(ASKED, View(), SCHEMA).k == MOST_FOUND
    assert with_all_found(replace(ASKED, k=40), View(), SCHEMA).k == 40
    few = request_schema(Settings.model_construct(k_max=9))
    assert with_all_found(ASKED, View(), few).k == 9


@pytest.mark.parametrize(
    ("k", "view", "quoted"),
    [
        (5, View(), 5),
        (5, View(page=3), 15),
        (50, View(), PAGE_PASSAGES),
        (50, View(page=2), 2 * PAGE_PASSAGES),
        (5, View("date"), None),
    ],
)
def test_words_to_quote_are_looked_for_in_what_may_be_shown(k: int, view: View, quoted: int | None) -> None:
    assert with_all_found(replace(ASKED, k=k), view, SCHEMA).quoted == quoted


def test_a_page_has_few_passages_however_many_are_asked_for(answer: Answer) -> None:
    passages = tuple(replace(answer.passages[0], rank=rank) for rank in range(1, 24))
    found = show_found(replace(answer, passages=passages), replace(ASKED, k=50), View(page=4), SCHEMA)
    assert (ranks(found), found.count, found.first) == ([16, 17, 18, 19, 20], 23, 16)
    assert (found.page, found.pages) == (4, 5)
