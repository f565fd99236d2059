"""The list of a document is given whole where its items answer, and not for one that is asked for by itself."""

from __future__ import annotations

from datetime import date

import pytest

from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import Snapshot, open_snapshot
from qa.passages.asked import Asked
from qa.passages.given_list import given_list
from qa.query import understand

PAPERS = {
    "hall.md": (
        "# Hall\n\nTo book the hall you need:\n\n- a photograph\n- a deposit\n- two names\n\n"
        "Systems must be used in ways that maintain:\n\n- safety from thieves\n- the law\n- peace in summer\n"
    ),
    "help.md": (
        "# Help with rent\n\n## People who do not count\n\n- children\n- carers\n- lodgers\n\n"
        "## Rent officers\n\nOfficers can:\n\n- lower a rent\n- visit\n\n"
        "## Ringing the office\n\nRing the office when any of this happens\n\n- the lock breaks\n- it floods\n"
    ),
    "wells.md": (
        "# Wells of Quarry Lane\n\n1. There are wells.\n2. They are old.\n\nThe wells of Quarry Lane are deep\n\n"
        "3. Ada Moor dug the first. It never ran dry.\n4. The wells of Quarry Lane have lids. They are of oak.\n"
        "5. Nobody drinks of them. The water is brown.\n"
    ),
    "kit.md": "# Kit\n\nThe kit of zebras:\n\n- a lamp\n",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    work = tmp_path_factory.mktemp("lists")
    (work / "papers").mkdir()
    for name, text in PAPERS.items():
        (work / "papers" / name).write_text(text, encoding="utf-8")
    build([work / "papers"], work / "index", HashingEncoder())
    return open_snapshot(work / "index", HashingEncoder())


@pytest.mark.parametrize(
    ("question", "name", "words", "items"),
    [
        ("What do you need to book the hall?", "hall.md", "To book the hall you need:", 3),
        ("What do you need to book the hall?", "hall.md", "a deposit", 3),
        ("What should systems maintain?", "hall.md", "the law", 3),
        ("What should systems maintain for the kit?", "hall.md", "the law", 3),
        ("What should systems of zebras and lemurs give?", "hall.md", "the law", 0),
        ("Which people do not count for help with rent?", "help.md", "carers", 3),
        ("Which carers do not count for help with rent?", "help.md", "carers", 0),
        ("Which people do not pay tax on zebras?", "help.md", "carers", 0),
        ("When should we ring the office?", "help.md", "it floods", 2),
        ("Should we ring the office?", "help.md", "it floods", 0),
        ("What can rent officers do to lower it?", "help.md", "lower a rent", 2),
        ("Which officers can lower a rent?", "help.md", "lower a rent", 0),
        ("quarry lane wells", "wells.md", "Ada Moor dug the first.", 0),
        ("What are the depths of the zebra wells?", "wells.md", "Ada Moor dug the first.", 0),
        ("Which are the wells of Quarry Lane?", "wells.md", "Ada Moor dug the first.", 3),
        ("What is the kit of zebras?", "kit.md", "a lamp", 0),
    ],
)
def test_an_item_gives_its_list_where_what_stands_above_is_asked(
    papers: Snapshot, question: str, name: str, words: str, items: int
) -> None:
    document = papers.document(name)
    assert document is not None
    start = document.text.index(words)
    asked = Asked(papers, understand(question, papers, today=date(2026, 11, 27)))
    found = given_list(asked, document, (start, start + len(words)), has_value=False)
    assert (len(found.items) if found else 0) == items


def test_of_one_value_the_list_of_its_item_is_not_given(papers: Snapshot) -> None:
    document = papers.document("help.md")
    assert document is not None
    start = document.text.index("it floods")
    asked = Asked(papers, understand("When should we ring the office?", papers, today=date(2026, 11, 27)))
    assert given_list(asked, document, (start, start + len("it floods")), has_value=True) is None


@pytest.mark.parametrize(
    ("question", "name", "first", "last", "items"),
    [
        ("What do zebras eat?", "hall.md", "a photograph", "a deposit", 3),
        ("Which are the wells of Quarry Lane?", "wells.md", "It never ran dry.", "have lids.", 3),
        ("What do zebras eat?", "wells.md", "It never ran dry.", "have lids.", 0),
    ],
)
def test_several_items_give_their_list_but_paragraphs_only_under_words_of_the_question(
    papers: Snapshot, question: str, name: str, first: str, last: str, items: int
) -> None:
    document = papers.document(name)
    assert document is not None
    words = document.text.index(first), document.text.index(last) + len(last)
    asked = Asked(papers, understand(question, papers, today=date(2026, 11, 27)))
    found = given_list(asked, document, words, has_value=False)
    assert (len(found.items) if found else 0) == items
