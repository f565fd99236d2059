"""The page of a pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.pack import gather
from tests.pages import INFO, SCHEMA, answer_from, written
from web.pack_address import PackAddress, asked_of, read_address
from web.views.packing import PackPage, show_pack

TODAY = date(2024, 5, 1)
WALK = "a/b c.txt"
Shown = Callable[..., tuple[PackPage, PackAddress]]


@pytest.fixture(scope="module")
def walk(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    text = "New benches came. The walk is open."
    facts = {"id": WALK, "title": "A title", "source": "A publisher", "published": "2022-09-09"}
    return snapshot_of([{**facts, "text": text}])


@pytest.fixture(scope="module")
def shown(walk: Snapshot) -> Shown:
    """Makes the page of a pack."""

    def show(*pairs: tuple[str, str], answered: bool = False) -> tuple[PackPage, PackAddress]:
        address = read_address(pairs, SCHEMA, TODAY)
        pack = gather(walk, [asked_of(part, SCHEMA, TODAY) for part in address.parts], TODAY)
        answer = answer_from(read) if answered and (read := walk.document(WALK)) else None
        return show_pack(pack, address, SCHEMA, INFO, "http://here", walk, [("q", "Next?")], answer), address

    return show


def test_quotations_are_numbered_throughout_and_each_can_be_taken_out(shown: Shown, walk: Snapshot) -> None:
    one, two = f"{WALK}:0-17", f"{WALK}:18-35"
    page, address = shown(("q", "One?"), ("item", one), ("item", two), ("q", "Two?"), ("item", one), ("item", "x:0-5"))
    assert page.made == f"Made on 1 May 2024 from 1 document, index {walk.manifest.snapshot_id}."
    assert [[piece.number for piece in question.pieces] for question in page.questions] == [[1, 2], [3]]
    first = page.questions[0].pieces[0]
    assert written(list(first.groups)) == ["New benches came."]
    assert first.cite.reference == "A publisher, A title, published 9 September 2022"
    assert first.shown_link.startswith("http://here/documents/a%2Fb%20c.txt?start=0&end=17&check=")
    assert first.without == address.without(0, address.parts[0].chosen[0]).to(SCHEMA) != address.to(SCHEMA)
    ((what, reason, without),) = page.questions[1].left_out
    assert (what, reason) == ("x, characters 0 to 5", "This document is no longer in the index.")
    assert without == address.without(1, address.parts[1].chosen[1]).to(SCHEMA) != address.to(SCHEMA)
    assert page.csv == address.to(SCHEMA, ".csv") and page.docx == address.to(SCHEMA, ".docx")
    assert dict(page.carried)["q"] == "Two?" and page.offers == ()


def test_what_another_question_finds_is_offered_the_answer_ticked(shown: Shown) -> None:
    page, _ = shown(("ask", "Next?"), answered=True)
    assert (page.next, page.csv, page.questions) == ("Next?", "", ())
    answer, passage = page.offers
    assert (answer.answers, passage.answers) == ("The answer", "")
    assert answer.words == passage.words == "New benches came. The walk is open."
    assert answer.chosen.startswith(f"{WALK}:0-35~")
    assert answer.source.startswith("A title, A publisher, published 9 September 2022")
