"""Rows that are called by days: the one of the day or week that a question names."""

from __future__ import annotations

import re
from datetime import date

import pytest

from corpus.document import Part, Passage
from qa.tables.days import rows_of_day

TODAY = date(2026, 11, 30)
ROTA = (
    "Week beginning | Opens | Locks\n2026-11-23 | Ada Moor | Bo Cole\n2026-11-30 | Cy Lund | Ada Moor\n"
    "2026-12-07 | Bo Cole | Cy Lund"
)
DAYS = "Date | Guide\nSat 5 December | Ada Moor\nSun 6 December | Bo Cole\nSat 2 January | Cy Lund"
ENDING = ROTA.replace("beginning", "ending")
EVENTS = "Event | When\nFair | 5 December\nSale | 6 December"
ONE = "Date | Guide\nSat 5 December | Ada Moor"
NOTED = DAYS.replace("Sun 6 December", "Sun 6 December, if dry")


def found(text: str, question: str) -> list[str] | None:
    parts = tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", text))
    passage = Passage("rota", 0, len(text), text, "Rota", None, None, "", parts)
    rows = rows_of_day(passage, (parts[1].start, parts[1].end), question, TODAY)
    return None if rows is None else [text[slice(*row)].partition(" | ")[0] for row in rows]


@pytest.mark.parametrize(
    ("text", "question", "rows"),
    [
        (ROTA, "Who locks up in the week of 7 December?", ["2026-12-07"]),
        (ROTA, "Who locks up in the week commencing 7 December 2026?", ["2026-12-07"]),
        (ROTA, "Who opens on 9 December?", ["2026-12-07"]),
        (ROTA, "Who opens on 6 December 2026?", ["2026-11-30"]),
        (ROTA, "Who opens next week?", ["2026-12-07"]),
        (ROTA, "Who locks up this week?", ["2026-11-30"]),
        (ROTA, "Who opens on 14 December?", []),
        (ROTA, "Who opens in the week after 30 November?", ["2026-12-07"]),
        (ROTA, "Who opens in the week before 30 November?", ["2026-11-23"]),
        (ROTA, "Who opens two weeks after 23 November?", ["2026-12-07"]),
        (ROTA, "Who opens in the week after 7 December 2026?", []),
        (ENDING, "Who opens in the week ending 7 December?", ["2026-12-07"]),
        (ENDING, "Who opens on 6 December?", ["2026-12-07"]),
        (ENDING, "Who opens on 9 December?", []),
        (DAYS, "Who is the guide on 6 December?", ["Sun 6 December"]),
        (DAYS, "Who is the guide on 2 January 2027?", ["Sat 2 January"]),
        (DAYS, "Who is the guide on 7 December?", []),
        (DAYS, "Who is the guide after 5 December?", None),
        (DAYS, "Who is the guide on the day after 5 December?", ["Sun 6 December"]),
        (DAYS, "Who is the guide on the day after 29 February?", []),
        (DAYS, "Who is the guide before Sunday 6 December?", None),
        (DAYS, "Who guides between 5 and 6 December?", None),
        (DAYS, "Who is the guide in December?", None),
        (DAYS, "Who is the guide next month?", None),
        (DAYS, "Who was the guide last June?", None),
        (DAYS, "Who was the guide last summer?", None),
        (DAYS, "Who is the guide on Monday week?", None),
        (ONE, "Who is the guide on 6 December?", None),
        (DAYS, "Who is the guide?", None),
        (EVENTS, "What is on 6 December?", None),
        (NOTED, "Who is the guide on 5 December?", None),
    ],
)
def test_the_row_of_a_day_is_known(text: str, question: str, rows: list[str] | None) -> None:
    assert found(text, question) == rows
