"""Words as an index knows them."""

from __future__ import annotations

import pytest
from bm25s.stopwords import STOPWORDS_EN
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.folding import fold
from corpus.language.vocabulary import load
from corpus.language.words import repeats, stem_of, stems, word_spans, words


@given(st.text(max_size=300))
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)
    assert [word.stem for word in found] == stems(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    if fold(text).offsets is None:
        assert all(stems(text[word.start : word.end]) == [word.stem] for word in found)


@given(st.text(max_size=300), st.text(max_size=60))
def test_words_are_found_by_their_stems(text: str, question: str) -> None:
    wanted = {*stems(question), *stems(text)[::2]}
    assert word_spans(text, wanted) == [(word.start, word.end) for word in words(text) if word.stem in wanted]


def test_forms_of_a_word_meet_in_one_stem() -> None:
    assert stems("Children’s services") == stems("children's SERVICE") == ["children", "servic"]
    assert stems("Café") == stems("cafe")
    assert stems("When was it?") == []
    assert stem_of("judgement") == stem_of("judgment") == stem_of("judged")


@pytest.mark.parametrize("word", load("stop_words")["question_words"])
def test_what_questions_are_made_of_carries_no_meaning(word: str) -> None:
    assert stems(f"{word} {word.title()}") == []


def test_the_usual_stop_words_are_those_of_bm25s() -> None:
    assert tuple(sorted(load("stop_words")["usual"])) == tuple(sorted(STOPWORDS_EN))
    assert stems(" ".join(STOPWORDS_EN)) == []


def test_words_repeat_others_in_other_forms() -> None:
    assert repeats("The fees", "What is the fee?")
    assert repeats("planned closing", "What does the plan close?")
    assert repeats("Ada's inspection", "When were the inspections of ADA?")
    assert not repeats("randomised rules", "What are rules called that use random bits?")
    assert not repeats("Futurism", "What was a futuristic movement?")
    assert not repeats("the fee for boats", "What is the fee?")
    assert not repeats("the", "What is the fee?")
