"""Signs of other search engines are told, for they are searched as plain words."""

from __future__ import annotations

from time import perf_counter

import pytest

from qa.query.syntax import ignored_syntax


@pytest.mark.parametrize(
    ("question", "ignored"),
    [
        ('"care leavers" in Sutton', ('"care leavers"',)),
        ("children -care", ("-care",)),
        ("children NOT care", ("NOT",)),
        ("children AND care OR plans AND visits", ("AND", "OR")),
        ("site:example.org children", ("site:example.org",)),
        ("child* in care", ("child*",)),
        ("What does “in care” mean?", ("“in care”",)),
        ("What is 'care'?", ()),
        ('What is "care"?', ()),
        ("a well-kept follow-up - and more", ()),
        ("IS IT OR IS IT NOT SO", ()),
        ("Is it -5 degrees?", ()),
    ],
)
def test_signs_that_are_not_heeded_are_told(question: str, ignored: tuple[str, ...]) -> None:
    assert ignored_syntax(question) == ignored


def test_a_question_without_spaces_takes_no_time() -> None:
    began = perf_counter()
    assert ignored_syntax("a" * 20_000) == ()
    assert ignored_syntax("about-child*") == ("child*",)
    assert perf_counter() - began < 1
