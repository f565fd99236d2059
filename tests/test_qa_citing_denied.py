"""Words that their own sentence denies are told so, with what denies them."""

from __future__ import annotations

import pytest

from qa.citing.denied import denial_before


def denied(sentence: str, words: str) -> tuple[str, str]:
    text = f"The fair was held. {sentence} It was dry."
    start = text.index(words, text.index(sentence))
    after, around = denial_before(text, (start, start + len(words)))
    return after, text[slice(*around)]


@pytest.mark.parametrize(
    ("sentence", "words", "after"),
    [
        ("However, not all stewards know their duties.", "all stewards know their duties", "not"),
        ("Stewards have not worked together and collectively kept order.", "collectively kept order", "not"),
        ("The council failed to keep the pier safe.", "keep the pier safe", "failed to"),
        ("There is no evidence that the pier is safe.", "the pier is safe", "no"),
        ("Stewards don’t always keep order.", "always keep order", "don’t"),
        ("Few stewards know their duties.", "stewards know their duties", "Few"),
        ("The ramp is non-compliant with the code.", "compliant with the code", "non-"),
        ("Neither the mayor nor the clerk was told.", "the clerk was told", "nor"),
    ],
)
def test_what_stands_before_words_and_denies_them_is_told(sentence: str, words: str, after: str) -> None:
    assert denied(sentence, words) == (after, sentence)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Not all stewards know their duties.", "Not all stewards"),
        ("The pier is not safe, but the beach is open.", "the beach is open"),
        ("There is no queue, and all are seen.", "all are seen"),
        ("Stewards not only keep order, they enjoy it.", "keep order"),
        ("When stewards are not there, the gate is shut.", "the gate is shut"),
        ("The pier is not safe; the beach is.", "the beach is"),
        ("A few stewards know their duties.", "stewards know their duties"),
        ("Under minute no. 5 the gate is shut.", "the gate is shut"),
    ],
)
def test_what_denies_something_else_is_no_matter(sentence: str, words: str) -> None:
    assert denied(sentence, words)[0] == ""
