"""What is quoted is whole enough to answer by itself."""

from __future__ import annotations

import pytest

from corpus.language.kinds import AnswerType
from qa.completing import completed


@pytest.mark.parametrize(
    ("question", "kind", "sentence", "quote", "expected"),
    [
        ("Which Moor left?", "other", "Councillor Ada Moor left.", "Councillor Ada", "Councillor Ada Moor"),
        ("Who left?", "person", "Councillor Ada Moor left.", "Moor", "Councillor Ada Moor"),
        ("Who left?", "person", "Councillor Ada Moor left.", "Councillor Ada Moor left.", "Councillor Ada Moor left."),
        ("Who nominated the chair?", "person", "Bo Hale was chosen; Ada Moor nominated him.", "Bo Hale", "Ada Moor"),
        ("Who nominated the chair?", "person", "Bo Hale was chosen; Ada Moor nominated him.", "Ada Moor", "Ada Moor"),
        ("Who chose him?", "person", "Bo Hale was chosen; Ada Moor nominated him.", "Bo Hale", "Bo Hale"),
        (
            "Who are the chair and the clerk?",
            "person",
            "The chair is Ada Moor, the clerk Bo Hale.",
            "Ada Moor",
            "The chair is Ada Moor, the clerk Bo Hale.",
        ),
        ("Who is the chair?", "person", "The chair is Ada Moor, the clerk Bo Hale.", "Ada Moor", "Ada Moor"),
        (
            "Which is nearer, Acorns or Elms?",
            "other",
            "Acorns is nearer to the park.",
            "nearer to the park",
            "Acorns is nearer to the park.",
        ),
        ("Which is nearer, Acorns or Elms?", "other", "Acorns is nearer to the park.", "Acorns", "Acorns"),
        ("Which is nearer, Acorns or Elms?", "other", "It is nearer to the park.", "the park", "the park"),
        ("Where is it?", "other", "It is nearer to the park.", "nearer to the", "It is nearer to the park."),
        ("Where is it?", "other", "It is nearer to the park.", "nearer to the park", "nearer to the park"),
    ],
)
def test_words_are_completed_where_they_would_not_answer(
    question: str, kind: AnswerType, sentence: str, quote: str, expected: str
) -> None:
    text = f"Papers. {sentence} They met again."
    start, first = text.index(sentence), text.index(quote)
    found = completed(question, kind, text, (first, first + len(quote)), (start, start + len(sentence)))
    assert text[slice(*found)] == expected
