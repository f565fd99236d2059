"""The passages that were found: those of one page, their order, and what the search may be narrowed to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal

from qa.answer import Answer, Citation, RankedPassage
from qa.ranking.retrieve import DENSE
from qa.request import AskRequest, type_of
from qa.wording import kinds_in_words
from web.pack_address import ORDER, PAGE, ROWS
from web.request_models import RequestSchema
from web.views.form import Parameters
from web.views.holdings import Facet, FacetChoice, in_one_spelling

Order = Literal["relevance", "date"]
ORDERS: Final[dict[Order, str]] = {"relevance": "Best first", "date": "Newest first"}
MOST_FOUND: Final = DENSE
"""So many passages are found at least for any question, whatever number is asked for: more of them would bring others,
and might answer otherwise."""
PAGE_PASSAGES: Final = 5
"""So many passages stand on a page at most, whatever number is asked for: with all that can be done with one, more of
them are too much to load and to look through."""
JUDGED_PASSAGE: Final = "passage"
"""In the address to which a press of a button below a passage leads: its rank."""
_FACET_CHOICES = 10
_PAGE_DIGITS = 3


@dataclass(frozen=True, slots=True)
class View:
    """How somebody wants to see what was found: in which order, which page of it, and which of the table, from 1."""

    order: Order = "relevance"
    page: int = 1
    rows: int = 1

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The names and values by which an address asks for it."""
        told = {ORDER: self.order, PAGE: str(self.page), ROWS: str(self.rows)}
        left_out = {ORDER: "relevance", PAGE: "1" if self.order == "relevance" else "", ROWS: "1"}
        return tuple((name, value) for name, value in told.items() if value != left_out[name])


@dataclass(frozen=True, slots=True)
class Found:
    """The passages that were found, as the page goes through them.

    Attributes:
        passages: those of this page.
        count: how many were found.
        first: which of them this page begins with, from 1.
        orders: each order in words, with its name in an address.
        order: the one in use.
        facets: what the search may be narrowed to, with how many of the passages found are of it.
        page, pages: which page of how many this is.
    """

    passages: tuple[RankedPassage, ...]
    count: int
    first: int
    orders: tuple[tuple[str, Order], ...]
    order: Order
    facets: tuple[Facet, ...]
    page: int
    pages: int


def view_of(parameters: Parameters, request: AskRequest) -> View:
    """How an address asks to see what was found; what is no order or page is left out.

    Where it names no page, that one is shown on which the passage stands that was judged before, if one was.
    """
    order: Order = "date" if parameters.get(ORDER) == "date" else "relevance"
    judged = -(-_page(parameters.get(JUDGED_PASSAGE) or "") // _page_size(request))
    page = _page(parameters.get(PAGE) or "") if parameters.get(PAGE) else judged
    return View(order, page, _page(parameters.get(ROWS) or ""))


def _page(typed: str) -> int:
    is_page = typed.isascii() and typed.isdecimal() and len(typed) <= _PAGE_DIGITS
    return max(int(typed), 1) if is_page else 1


def with_all_found(request: AskRequest, view: View, schema: RequestSchema) -> AskRequest:
    """A request for all the passages that may be gone through, where it asks for fewer.

    The words to quote are looked for in those passages alone that the view may show.
    """
    shown = view.page * _page_size(request) if view.order == "relevance" else None
    return replace(request, k=max(request.k, min(MOST_FOUND, schema.settings.k_max)), quoted=shown)


def show_found(answer: Answer, request: AskRequest, view: View, schema: RequestSchema) -> Found:
    """The passages that were found, as the page goes through them.

    Args:
        answer: with all passages that were found.
        request: what was asked; a page has `k` passages, and `PAGE_PASSAGES` at most.
        view: how they are to be seen.
        schema: what a request may hold.
    """
    ordered = sorted(answer.passages, key=_newest_first) if view.order == "date" else list(answer.passages)
    size = _page_size(request)
    pages = max(-(-len(ordered) // size), 1)
    page = min(view.page, pages)
    first = (page - 1) * size
    return Found(
        tuple(ordered[first : first + size]),
        len(ordered),
        first + 1,
        tuple((words, order) for order, words in ORDERS.items()),
        view.order,
        tuple(_facets(answer.passages, request, schema)),
        page,
        pages,
    )


def _page_size(request: AskRequest) -> int:
    return min(request.k, PAGE_PASSAGES)


def _newest_first(passage: RankedPassage) -> int:
    """By the day of its document, the newest first, without a day last; sorting keeps the order of those of one day."""
    day = _day(passage.citation)
    return -day.toordinal() if day else 0


def _day(cited: Citation) -> date | None:
    return cited.published or cited.dated


def _facets(passages: Sequence[RankedPassage], request: AskRequest, schema: RequestSchema) -> Iterator[Facet]:
    """What tells some of the passages from others, with how many of them each value has."""
    shown = in_one_spelling(passage.citation.source for passage in passages if passage.citation.source)
    ways: tuple[tuple[str, Callable[[Citation], str], Callable[[str], dict[str, Any]]], ...] = (
        (
            "Publisher",
            lambda cited: shown.get(cited.source or "", ""),
            lambda value: {"source": tuple(sorted(name for name, one in shown.items() if one == value))},
        ),
        ("Authority", lambda cited: cited.labels.get("authority", ""), lambda value: {"authority": (value,)}),
        ("Kind", lambda cited: type_of(cited.document_id, cited.labels), lambda value: {"type": (value,)}),
        ("Year", lambda cited: f"{day.year:04d}" if (day := _day(cited)) else "", _of_year),
    )
    for name, value_of, narrowed in ways:
        counts = Counter(value_of(passage.citation) for passage in passages)
        if len(counts) < 2:
            continue
        counts.pop("", None)
        most = [value for value, _ in counts.most_common(_FACET_CHOICES)]
        called = kinds_in_words(counts) if name == "Kind" else {value: value for value in most}
        choices = tuple(
            FacetChoice(
                words,
                counts[value],
                False,
                schema.address(replace(request, filters=replace(request.filters, **narrowed(value)))),
            )
            for words, value in sorted(((called[value], value) for value in most), reverse=name == "Year")
        )
        yield Facet(name, choices, len(counts) - len(choices))


def _of_year(year: str) -> dict[str, Any]:
    return {"published_from": date(int(year), 1, 1), "published_to": date(int(year), 12, 31)}
