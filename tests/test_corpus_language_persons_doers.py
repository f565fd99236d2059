"""Doers: who did something, and to whom it was done."""

from __future__ import annotations

import time

import pytest

from corpus.language.persons.doers import (
    is_deed_of_another,
    is_deed_of_other,
    is_done_by_another,
    is_done_by_one_not_named,
    tells_of_another_doer,
)


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("Who warned Carr?", "Carr warned the Moor Trust in May.", True),
        ("Who warned Carr?", "The Moor Trust warned Carr in May.", False),
        ("Who warned Carr?", "Carr was warned by the Moor Trust.", False),
        ("Who warned Carr?", "The Moor Trust was warned by Carr.", True),
        ("Which firm warned Mr Carr?", "Mr Carr warned Moor and Sons.", True),
        ("Who warned Carr?", "Carr warned in May.", False),
        ("Who warned Carr?", "Carr, a builder, was there.", False),
        ("Who warned Carr?", "Carr warned Moor, and Banks warned Carr.", False),
        ("Whom did Carr warn?", "Moor warned Carr in May.", True),
        ("Whom did Carr warn?", "Carr was warned by Moor.", True),
        ("Whom did Carr warn?", "Carr warned Moor.", False),
        ("Who was warned by Carr?", "Moor warned Mr Carr.", True),
        ("Who was warned by Carr?", "Moor was warned by Carr.", False),
        ("When did Carr warn Moor?", "Moor warned Carr in 2014.", True),
        ("When did Carr warn Moor?", "Carr warned Moor in 2014.", False),
        ("When did the Moor Trust open the hall?", "The hall was opened by the Moor Trust in 2014.", False),
        ("When did Carr warn Moor?", "Carr was warning Moor in 2014.", False),
        ("Who chairs Moor's board?", "Moor chairs the board.", False),
        ("Who opened the hall?", "The hall opened the season.", False),
    ],
)
def test_somebody_named_is_the_doer_where_the_question_asks_by_whom_it_was_done(
    question: str, sentence: str, another: bool
) -> None:
    assert tells_of_another_doer(question, sentence) is another


def test_a_long_sentence_is_read_in_linear_time() -> None:
    started = time.process_time()
    tells_of_another_doer("Who warned Carr?", "Ada Moor warned of Ada and " * 10_000)
    assert time.process_time() - started < 10


def test_a_name_far_before_a_deed_did_it_not() -> None:
    assert tells_of_another_doer("Who beat Moor?", "Moor beat Dunn.")
    assert not tells_of_another_doer("Who beat Moor?", "Moor cheered when last May Carr beat Dunn.")


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Where did Sand emigrate to?", "Weir emigrated to Chile in 1915, and Sand gave up composing.", True),
        ("Where did Carrow sail to?", "In 1701 Holt sailed to Kelm, and Carrow bought a mill in Ansel.", True),
        ("With whom did Ines Maro sing?", "Ada Brack sang with the Trio, while Ines Maro played the viola.", True),
        (
            "What medal was Sallow awarded?",
            "Pell was awarded the Crome Medal; Sallow published nothing after 1911.",
            True,
        ),
        (
            "Where was Captain Roos wounded?",
            "Captain Ilmer was wounded at Cold Harrow, but Captain Roos came home.",
            True,
        ),
        ("What did Sand teach?", "Drost taught singing in Lindow, and Sand wrote songs.", True),
        ("What did Carrow buy?", "In 1701 Holt sailed to Kelm, and Carrow bought a mill in Ansel.", False),
        ("Where did Weir emigrate to?", "Weir emigrated to Chile in 1915, and Sand gave up composing.", False),
        ("Where did Sand emigrate to?", "Weir emigrated to Chile in 1915, and Sand followed him.", False),
        ("With whom did Sand study?", "Drost studied with Aster, and Sand with Weir.", False),
        ("Who led the group after Drost?", "Brack led the group after 1903, and Drost was forgotten.", False),
        ("What did Sand do when Weir emigrated?", "Weir emigrated to Chile, and Sand gave up composing.", False),
        ("Where did Sand emigrate to?", "She emigrated to Chile in 1915, and Sand was her married name.", False),
        ("Where did Sand go?", "Weir emigrated to Chile in 1915, and Sand gave up composing.", False),
    ],
)
def test_of_two_in_a_sentence_the_deed_of_one_is_not_the_others(question: str, sentence: str, other: bool) -> None:
    assert is_deed_of_other(question, sentence) is other


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("When did Ada Moor open the shop?", "The shop, opened in 1898 by her great-uncle Elias, shuts.", True),
        ("When was the shop opened by Ada Moor?", "The shop was opened on 3 May by Ben Carr.", True),
        ("How much was stolen by Ada Moor?", "The bag with £40 was stolen by Ben Carr.", True),
        ("When did Ada Moor open the shop?", "The shop was opened in 1898 by Moor and her sister.", False),
        ("When did Ada Moor open the shop?", "Ada Moor opened the shop in 1898 by Carr Lane.", False),
        ("When did Ada Moor open the shop?", "The shop was to be opened by May 1898.", False),
        ("When did Ada Moor open the shop?", "The shop was opened by the end of May.", False),
        ("When did Ada Moor open the shop?", "The shop was opened in 1898.", False),
        ("When did Ada Moor open the shop?", "The shop was opened in 1898 and sold by Ben Carr.", False),
        ("When did Ada Moor open the shop?", "The shop was opened by the mayor in 1898.", False),
        ("When did Ada Moor leave the shop?", "The shop was opened in 1898 by Ben Carr.", False),
        ("When did Wick Council approve the plan?", "The plan was approved in May by Cllr Ben Carr.", False),
        ("When was the shop opened?", "The shop was opened in 1898 by Ben Carr.", False),
    ],
)
def test_what_was_done_by_one_was_not_done_by_another(question: str, sentence: str, another: bool) -> None:
    assert is_done_by_another(question, sentence) is another


def test_a_long_sentence_is_searched_once_for_who_did_it() -> None:
    started = time.process_time()
    is_done_by_another("When did Ada Moor open it?", "opened in may " * 10_000 + "by a " * 5_000)
    is_deed_of_another("When did Ada Moor open it?", "Cole opened " * 10_000, str.istitle, str)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("How many nurses does Wick have?", "The director said Cole had only two nurses.", True),
        ("How many children does Ada Moor have?", "Bea Carr, who has three children there, spoke.", True),
        ("Why has Wick bought land in Elm Lane?", "Cole has bought land in Elm Lane to build on.", True),
        ("When did Ada Moor open the mint?", "Ben Carr first opened the mint in 1931.", True),
        ("How many nurses does Wick have?", "Wick had two nurses, and Cole had six.", False),
        ("How many nurses does Wick have?", "Nurses had left.", False),
        ("How many nurses does Wick have?", "Cole had closed its ward with two nurses.", False),
        ("How many nurses does the WCT have?", "Wick Care Trust had two nurses.", False),
        ("When did the Prime Minister resign?", "Ada Moor resigned in May.", False),
        ("When did Wick buy the land?", "Ada Moor bought the land in May.", False),
        ("When did Ada Moor sell the coins?", "Ben Carr found the coins in 1931.", False),
        ("How many nurses are there?", "Cole had two nurses.", False),
    ],
)
def test_what_one_has_or_did_is_not_told_by_what_another_did(question: str, sentence: str, another: bool) -> None:
    assert (
        is_deed_of_another(question, sentence, lambda word: word not in ("Nurses", "The"), lambda: sentence) is another
    )


@pytest.mark.parametrize(
    ("question", "sentence", "document", "another"),
    [
        ("Where did Ada study?", "Moor studied law at Cole.", "Ada Moor: a life", False),
        ("Where did Ada study?", "Moor studied law at Cole.", "Bea Moor met Ada Carr.", True),
        ("What did Ansel announce?", "Moor announced a new tax.", "President Ada Moor spoke in Ansel.", False),
        ("What did Ansel announce?", "Moor announced a new tax.", "Moor is a town.", True),
    ],
)
def test_a_document_says_who_goes_by_one_word_of_a_name(
    question: str, sentence: str, document: str, another: bool
) -> None:
    text = f"{document}\n{sentence}"
    assert is_deed_of_another(question, sentence, lambda _: True, lambda: text) is another


@pytest.mark.parametrize(
    ("question", "sentence", "near", "not_named"),
    [
        ("When was the mill built by Moor Homes?", "The mill was built in 1871.", "News", True),
        ("When was the mill built by Moor Homes?", "The mill was built in 1871 for Moor.", "News", False),
        ("When was the mill built by Moor Homes?", "The mill was built in 1871.", "Moor Homes: our past", False),
        ("When was the mill built by Moor Homes?", "The mill opened in 1871.", "News", False),
        ("When was the mill to be built by May?", "The mill was built in 1871.", "News", False),
        ("When was the mill built by hand?", "The mill was built in 1871.", "News", False),
        ("Which mills were built by Easter?", "Two mills were built.", "News", False),
        ("Which mills were built by Spring 1871?", "Two mills were built.", "News", False),
        ("What is learnt by Year 6?", "Tables are learnt at ten.", "News", False),
        ("What is paid by Direct Debit?", "Rent is paid monthly.", "News", False),
    ],
)
def test_what_was_done_by_one_of_a_name_is_not_told_without_it(
    question: str, sentence: str, near: str, not_named: bool
) -> None:
    assert is_done_by_one_not_named(question, sentence, near) is not_named
