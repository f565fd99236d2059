"""Passages: exact offsets, nothing lost, headings and sizes respected."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Paragraph
from corpus.splitting import PassageSize, split

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400)


def count_words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def document(*blocks: tuple[str, str], pages: tuple[int, ...] = ()) -> Document:
    """A document of (kind, text) blocks with a blank line between them; "h2" is a heading of level 2."""
    text = ""
    paragraphs = []
    for kind, block in blocks:
        text += "\n\n" if text else ""
        level = int(kind[1]) if kind.startswith("h") else 0
        paragraphs.append(Paragraph(len(text), len(text) + len(block), "heading" if level else "paragraph", level))
        text += block
    return Document("d.txt", "D", text, None, None, None, "text/plain", "0" * 64, pages, tuple(paragraphs))


@given(
    st.lists(st.tuples(st.sampled_from(["p", "h1", "h2", "h3"]), ANY_TEXT.filter(str.strip)), max_size=8),
    st.integers(1, 30),
)
def test_passages_stand_at_their_offsets_and_lose_nothing(blocks: list[tuple[str, str]], limit: int) -> None:
    whole = document(*blocks)
    passages = split(whole, count_words, PassageSize(target=max(1, limit // 2), limit=limit, least=0))
    assert all(passage.text == whole.text[passage.start : passage.end] for passage in passages)
    assert all(before.end <= after.start for before, after in pairwise(passages))
    assert "".join("".join(passage.text.split()) for passage in passages) == "".join(whole.text.split())


@given(st.lists(ANY_TEXT.filter(str.strip), max_size=5), st.integers(1, 12))
def test_no_passage_is_longer_than_the_limit(blocks: list[str], limit: int) -> None:
    whole = document(*(("p", block) for block in blocks))
    for passage in split(whole, count_words, PassageSize(target=limit, limit=limit, least=0)):
        assert len(passage.text.split()) <= limit


def test_a_text_without_spaces_is_still_cut_to_the_limit() -> None:
    whole = document(("p", "x" * 1000))
    passages = split(whole, lambda texts: [len(text) for text in texts], PassageSize(target=50, limit=80, least=0))
    assert max(passage.end - passage.start for passage in passages) <= 80
    assert sum(passage.end - passage.start for passage in passages) == 1000


def test_a_heading_stays_with_what_follows_it_and_names_its_passages() -> None:
    body = "Social workers visit often. Plans are clear. " * 4
    whole = document(
        ("h1", "Report"), ("h2", "Care leavers"), ("p", body.strip()), ("h2", "Leaders"), ("p", body.strip())
    )
    passages = split(whole, count_words, PassageSize(target=20, limit=40, least=4))
    assert [passage.heading for passage in passages] == ["Report > Care leavers", "Report > Leaders"]
    assert passages[0].text.startswith("Report\n\nCare leavers\n\nSocial")
    assert passages[1].text.startswith("Leaders")


def test_a_sentence_is_not_cut_when_it_fits() -> None:
    whole = document(
        ("p", "Inspectors came in June. They found six strengths. They will come again in March. The report is public.")
    )
    passages = split(whole, count_words, PassageSize(target=6, limit=9, least=0))
    assert [passage.text for passage in passages] == [
        "Inspectors came in June. They found six strengths.",
        "They will come again in March.",
        "The report is public.",
    ]


def test_page_and_paragraph_are_where_the_passage_starts() -> None:
    whole = document(("p", "First page text here."), ("p", "Second page text here."), pages=(0, 23))
    passages = split(whole, count_words, PassageSize(target=3, limit=5, least=0))
    assert [(passage.page, passage.paragraph) for passage in passages] == [(1, 1), (2, 2)]


def test_a_document_without_text_has_no_passages() -> None:
    assert split(document(), count_words, PassageSize()) == []


def test_sizes_that_do_not_rise_are_refused() -> None:
    with pytest.raises(ValueError, match="must rise"):
        PassageSize(target=200, limit=100)
