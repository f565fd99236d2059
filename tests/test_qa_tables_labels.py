"""Labels: the row that a question means by a word that only its label has."""

from __future__ import annotations

import re

import pytest

from corpus.document import Part, Passage
from qa.tables.labels import labels_another_row

POOL = "Session | Time\nPublic swimming | 6am to 9am\nLane swimming | 7pm to 9pm\nWomen only | 8pm to 9pm"
CLUBS = "Club | Fee\nUnder 12 | £2\nSenior | £5\n– | £1"
FEES = "For | Fee\nHire of hall | £9\nHire of kitchen | £5"


@pytest.mark.parametrize(
    ("text", "question", "others"),
    [
        (POOL, "When is the women's swim?", [True, True, False]),
        (POOL, "When is lane swimming?", [True, False, True]),
        (POOL, "When is swimming?", [False, False, False]),
        (POOL, "When is public swimming for women?", [False, True, False]),
        (POOL, "What time is the session?", [False, False, False]),
        (FEES, "What is the hire fee for the kitchen?", [True, False]),
        (FEES, "What does hire cost?", [False, False]),
        (CLUBS, "What is the fee at 12 noon?", [False, False, False]),
        (CLUBS, "What do senior members pay?", [True, False, False]),
    ],
)
def test_a_word_of_one_label_alone_names_its_row(text: str, question: str, others: list[bool]) -> None:
    parts = tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", text))
    passage = Passage("pool", 0, len(text), text, "Pool", None, None, "", parts)
    assert [labels_another_row(passage, (part.start, part.end), question) for part in parts[1:]] == others


def test_what_stands_above_a_table_names_none_of_its_rows() -> None:
    parts = tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", POOL))
    passage = Passage("pool", 0, len(POOL), POOL, "Women at the pool", None, None, "", parts)
    assert not labels_another_row(passage, (parts[1].start, parts[1].end), "When can women swim?")
