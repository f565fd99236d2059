"""Lists that are asked for: what counts as given whole, in part, or more than the list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.lists import OUTCOMES, draw_pages, outcome, place_items, read_lists
from corpus.document import Document
from corpus.files import SourceFile
from corpus.language.kinds import Span
from corpus.reading import read_file
from qa.answer import Answer, AnswerPart, Citation, Completeness, IndexInfo, Quote, RankedPassage, Sentence

TEXT = "We sell tea and milk. You need:\n\n- a form\n- tea and milk, with sugar\n- a key\n\nIt is far."
LISTS = Path(__file__).parents[1] / "benchmarks" / "lists.toml"


@pytest.fixture
def paper(tmp_path: Path) -> Document:
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_file(SourceFile(path, "paper.txt"), path.read_bytes()).documents[0]


def answered(paper: Document, words: str, *items: str, completeness: Completeness = "whole") -> Answer:
    """An answer of some words with some parts."""

    def place(text: str) -> Span:
        start = paper.text.index(text)
        return start, start + len(text)

    start, end = place(words)
    cited = Citation("paper.txt", "Paper", None, None, None, None, None, {}, None, None, 0, len(paper.text), "", "")
    parts = tuple(AnswerPart(item, "", "paper.txt", *place(item), cited, 0.9) for item in items)
    quote = Quote(
        words, "paper.txt", start, end, 1, Sentence(words, start, end), cited, None, None, completeness, parts
    )
    passage = RankedPassage(1, "p", paper.text, "", "", 0.9, {}, (), cited)
    return Answer("?", "answered", None, 0.9, quote, (passage,), IndexInfo("s", 1, 1), 1.0)


def test_items_are_found_by_their_first_words_where_they_are_nearest_to_each_other(paper: Document) -> None:
    spans = place_items(paper, ["a form", "tea and milk …", "a key"])
    assert [paper.text[slice(*span)] for span in spans] == ["a form", "tea and milk, with sugar", "a key"]
    assert place_items(paper, ["tea … sugar", "a key"])[0] == spans[1]
    with pytest.raises(ValueError, match="does not hold"):
        place_items(paper, ["a form", "a dog"])


@pytest.mark.parametrize(
    ("words", "items", "completeness", "came"),
    [
        ("- a form", ("- a form", "- tea and milk, with sugar", "- a key"), "whole", "whole"),
        ("You need:\n\n- a form\n- tea and milk, with sugar\n- a key", (), "whole", "whole"),
        ("- a form", ("- a form", "- a key"), "part", "part, and said so"),
        ("- a form", ("- a form", "- a key"), "whole", "part, looks whole"),
        ("- a form", (), "whole", "part, looks whole"),
        ("- a form", ("- a form", "- a key", "It is far."), "whole", "more than the list"),
        ("It is far.", (), "whole", "wrong"),
    ],
)
def test_what_came_of_a_question(
    paper: Document, words: str, items: tuple[str, ...], completeness: Completeness, came: str
) -> None:
    spans = place_items(paper, ["a form", "tea and milk …", "a key"])
    assert outcome(answered(paper, words, *items, completeness=completeness), "paper.txt", spans) == came
    assert came in OUTCOMES


def test_a_refusal_is_one(paper: Document) -> None:
    refused = replace(
        answered(paper, "It is far."), status="abstained", reason="not_answered", reason_text="No.", answer=None
    )
    assert outcome(refused, "paper.txt", [(0, 5)]) == "refused"


def test_there_are_sixty_questions_and_each_made_document_holds_its_lists(tmp_path: Path) -> None:
    made, asked = read_lists(LISTS)
    assert len(asked) >= 60 and len({each.question for each in asked}) == len(asked)
    for document in made:
        path = tmp_path / document["name"]
        if path.suffix == ".pdf":
            draw_pages(document["text"].split("\\f\n"), document.get("header", ""), path)
        else:
            path.write_text(document["text"], encoding="utf-8")
        read = read_file(SourceFile(path, path.name), path.read_bytes()).documents[0]
        for each in asked:
            if each.place[1] == path.name:
                assert len(place_items(read, each.items)) == len(each.items)
