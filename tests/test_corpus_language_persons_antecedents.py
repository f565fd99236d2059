"""Antecedents: "he" is no answer to who, and whom it means stands before."""

from __future__ import annotations

import pytest

from corpus.language.persons.antecedents import (
    antecedent,
    does_next,
    is_of_one_named_last,
    question_before,
    tells_only_he,
)

WHO = "Who said that the path was closed?"
WHAT = "What did Ada Moor say about the roof?"
SHE = "Asked about the roof, she said that it leaked."


@pytest.mark.parametrize(
    ("question", "words", "only"),
    [
        (WHO, "She said that the path was closed.", True),
        (WHO, '"The path is closed," he said.', True),
        (WHO, '"The path is closed," said he.', True),
        (WHO, "Ada Moor said that she had closed the path.", False),
        (WHO, "The warden said that she had closed the path.", False),
        (WHO, "He and the warden said that the path was closed.", False),
        (WHO, "He told Ada Moor that the path was closed.", False),
        (WHO, "They said that the path was closed.", False),
        ("Who's against it?", "He would vote against.", True),
        ("Whom did the warden meet?", "He met a fox.", True),
        ("What did the man who fell say?", "He said that the path was closed.", False),
        ("", "", False),
    ],
)
def test_who_is_not_told_by_a_pronoun(question: str, words: str, only: bool) -> None:
    assert tells_only_he(question, words) is only


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("It rained. The potter Ada Moor was not pleased. ", "The potter Ada Moor"),
        ("Ada Moor promised jobs. She was cheered. ", "Ada Moor"),
        ("The nurse calls on Mondays. ", "The nurse"),
        ("Ada Moor met Ben Carr. ", None),
        ("Ada Moor spoke. It rained. ", None),
        ("Ada Moor spoke. She sat. She rose. She left. ", None),
        ("Ada Moor met Ben Carr. He sat. ", None),
        ("She told Ada Moor. ", "She told Ada Moor"),
        ("", None),
    ],
)
def test_whom_a_pronoun_means_is_the_one_named_last(before: str, named: str | None) -> None:
    start = antecedent(before)
    assert (start is not None) is (named is not None)
    assert start is None or before[start:].startswith(named or "")


@pytest.mark.parametrize(
    ("question", "sentence", "before", "another"),
    [
        (WHAT, SHE, "The treasurer, Bea Carr, thanked Ben Rowe.", True),
        (WHAT, "She said that it leaked.", "Bea Carr spoke. It rained. She sat down.", True),
        (WHAT, "She said that it leaked.", "Bea Carr spoke. Ada Moor rose.", False),
        (WHAT, "She said that it leaked.", "Ada Moor spoke. Hail came with Bea Carr.", False),
        (WHAT, "She said that it leaked.", "Bea Carr thanked Ada Moor.", False),
        (WHAT, "She said that it leaked.", "Bea Carr's shop was shut.", False),
        (WHAT, "She said that it leaked.", "Ada Moor spoke. Bea Carr rose.", False),
        (WHAT, "She said that it leaked.", "Ada Moor spoke.\n\nBea Carr rose.", True),
        (WHAT, "She said that it leaked.", "Ada Moor is the chair.\n\nBea Carr rose.\n\nThe chair spoke.", False),
        (WHAT, "She said that it leaked.", "Ben Carr married her.", False),
        (WHAT, "She said that it leaked.", "Bea Carr said that she liked her.", True),
        (WHAT, "She said that it leaked at Pell Point.", "Bea Carr spoke.", True),
        (WHAT, "Bea Carr spoke, she said at Pell Point.", "Ben Rowe spoke.", False),
        (WHAT, "She, Ada Moor, said that it leaked.", "Bea Carr spoke.", False),
        (WHAT, "The roof leaked on her.", "Bea Carr spoke.", False),
        (WHAT, "She said that it leaked.", "It rained.", False),
        ("What was said to Ada Moor?", "She was told that it leaked.", "Bea Carr spoke.", False),
        ("What was said?", "She said that it leaked.", "Bea Carr spoke.", False),
        ("", "", "", False),
    ],
)
def test_what_goes_on_of_one_named_last_is_not_of_another(
    question: str, sentence: str, before: str, another: bool
) -> None:
    assert is_of_one_named_last(question, sentence, before) is another


@pytest.mark.parametrize(
    ("question", "sentence", "following", "told"),
    [
        ("Who counted the lorries?", "Ada Moor complained of lorries.", "She had counted the lorries.", True),
        ("Who counted the lorries?", "Ada Moor counted the lorries.", "She sat.", False),
        ("Who counted the lorries?", "Ada Moor met Ben Carr.", "She had counted the lorries.", False),
        ("Who counted the lorries?", "She met Ada Moor.", "She had counted the lorries.", False),
        ("Who counted the lorries?", "Ada Moor complained.", "She and Ben Carr counted the lorries.", False),
        ("Who counted the lorries?", "Ada Moor complained.", "They counted the lorries.", False),
        ("What did Ada Moor count?", "Ada Moor complained.", "She had counted the lorries.", False),
        ("", "", "", False),
    ],
)
def test_the_next_sentence_may_tell_what_one_named_did(
    question: str, sentence: str, following: str, told: bool
) -> None:
    assert does_next(question, sentence, following) is told


@pytest.mark.parametrize(
    ("text", "sentence", "before"),
    [
        ("Should members sign?\n- No.", "- No.", "Should members sign?"),
        ("Should members sign?\n\nNo, not yet.", "No,", "Should members sign?"),
        ("- Is it paid? Twice a year.", "Twice", "Is it paid?"),
        ("- AM: ask how they did it?\n- BR: buy paint.", "- BR", ""),
        ("AM: Is it paid?\nBR: No, it is not.", "BR", "AM: Is it paid?"),
        ("The board met. They chose oak.", "They", ""),
        ("No, not yet.", "No,", ""),
    ],
)
def test_a_sentence_replies_to_the_question_before_it(text: str, sentence: str, before: str) -> None:
    assert question_before(text, text.index(sentence)) == before
