"""Of a sentence that tells of several kinds of a thing the clause of the kind that is asked about is found."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.gapping import clause_asked

TRIPS = "A day trip needs four weeks' notice, a residential trip a full term, and a trip abroad two terms."


@pytest.mark.parametrize(
    ("question", "said", "words", "clause"),
    [
        ("How much notice does a residential trip need?", TRIPS, "four weeks", "a residential trip a full term"),
        ("How much notice does a trip abroad need?", TRIPS, "four weeks", "a trip abroad two terms"),
        ("How much notice does a trip abroad need?", TRIPS, "a full term", "a trip abroad two terms"),
        ("How much notice does a day trip need?", TRIPS, "two terms", "A day trip needs four weeks' notice"),
        ("How much notice does a day trip need?", TRIPS, "four weeks", None),
        ("How much notice does a trip need?", TRIPS, "four weeks", None),
        ("What does zone B cost?", "Zone A permits cost £40; zone B permits £55.", "£55", None),
        ("How much notice does a school trip need?", TRIPS, "four weeks", None),
        ("How much notice does a residential trip need?", TRIPS, "four weeks' notice, a residential", None),
        (
            "What does a visitor permit cost?",
            "A resident permit costs £40 and a visitor permit £2.",
            "£40",
            "a visitor permit £2",
        ),
        ("What does a visitor permit cost?", "A permit costs £40, and a visitor permit £2.", "£40", None),
        (
            "Why is barium added last?",
            "They add barium last, because barium burns in air.",
            "because barium burns",
            None,
        ),
        (
            "Which dynasty came after the Wei dynasty?",
            "The Wei dynasty was weak, and the Tarn dynasty ruled next.",
            "Tarn",
            None,
        ),
        ("Who led the Bo clan?", "The Ash clan was led by Ada, and the Bo clan lived in 30 huts.", "Ada", None),
        (
            "Who books the main hall?",
            "The small hall is let by Ada, the main hall by Bo, the main hall roof by Cy.",
            "Ada",
            None,
        ),
    ],
)
def test_the_clause_of_the_kind_that_is_asked_about_is_found(
    question: str, said: str, words: str, clause: str | None
) -> None:
    start = said.index(words)
    found = clause_asked(question, said, (start, start + len(words)))
    assert (said[slice(*found)] if found else None) == clause


def test_a_long_line_is_read_in_linear_time() -> None:
    said = " " * 200_000 + "a day trip, " * 2_000
    assert clause_asked("How long is a boat trip?", said, (200_000, 200_005)) is None
