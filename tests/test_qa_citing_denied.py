"""Words that their own sentence denies are told so, with what denies them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document
from corpus.files import SourceFile
from corpus.reading import read_file
from qa.citing.denied import denial_before


def read(text: str) -> tuple[Document, ...]:
    return tuple(read_file(SourceFile(Path("a.md"), "a.md"), text.encode()).documents)


def denied(sentence: str, words: str) -> tuple[str, str]:
    (document,) = read(f"The fair was held. {sentence} It was dry.")
    start = document.text.index(words, document.text.index(sentence))
    after, around = denial_before(document, (start, start + len(words)))
    return after, document.text[slice(*around)]


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
        ("Records lack evidence of the agreement.", "evidence of the agreement", "lack"),
        ("The ramp lacked a rail.", "a rail", "lacked"),
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
        ("Records lack a date, and all are signed.", "all are signed"),
        ("A few stewards know their duties.", "stewards know their duties"),
        ("Under minute no. 5 the gate is shut.", "the gate is shut"),
    ],
)
def test_what_denies_something_else_is_no_matter(sentence: str, words: str) -> None:
    assert denied(sentence, words)[0] == ""


@pytest.mark.parametrize(
    ("lead", "words", "after"),
    [
        ("You need:", "the fee for the first year", ""),
        ("You need:", "than three months", "not"),
        ("You do not need:", "the fee for the first year", "not"),
        ("You do not need:", "proof of your address", "not"),
    ],
)
def test_an_item_of_a_list_is_denied_by_what_leads_in_and_by_no_other_item(lead: str, words: str, after: str) -> None:
    (document,) = read(
        f"{lead}\n\n- proof of your address, not older than three months\n- the fee for the first year\n"
    )
    start = document.text.index(words)
    denying, around = denial_before(document, (start, start + len(words)))
    assert denying == after and (lead in document.text[slice(*around)] or not after or after in words)


def test_the_heading_above_a_list_denies_none_of_its_items() -> None:
    (document,) = read("# No dogs in the library\n\n- the fee for the first year\n- proof of your address\n")
    for words in ("the fee for the first year", "proof of your address"):
        start = document.text.index(words)
        assert denial_before(document, (start, start + len(words)))[0] == ""
