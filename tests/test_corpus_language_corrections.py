"""What a text takes back is known by the sentence itself, or by the one after it."""

from __future__ import annotations

import pytest

from corpus.language.corrections import after_taking_back, is_taken_back


@pytest.mark.parametrize(
    ("sentence", "words", "following", "back"),
    [
        ("We wrote that Beech House was rated inadequate.", "inadequate", " That was wrong: it was rated good.", True),
        ("Last week's newsletter said that the fair is on 3 May.", "3 May", " This is incorrect.", True),
        ("In our last issue we reported that Mary Dunn chairs it.", "Mary Dunn", " That was a mistake.", True),
        ("An earlier version of this page gave the fee as £12.", "£12", " The fee is £15.", True),
        ("The leaflet wrongly states that it shuts at 9pm.", "9pm", "", True),
        ("The report says that 640 trees were planted.", "640", " That is more than ever.", False),
        ("The fair is on 10 May.", "10 May", " That was wrong.", False),
        ("It is on 10 May, and not on 3 May as our leaflet wrongly stated.", "10 May", "", False),
        ("We said that it is on 10 May and wrongly printed 3 May.", "10 May", "", False),
        ("We said that it holds 200 people.", "200", " The hall was wrong for it.", False),
    ],
)
def test_what_is_taken_back(sentence: str, words: str, following: str, back: bool) -> None:
    assert is_taken_back(sentence, sentence.index(words), following) is back


def test_what_follows_on_taking_back_is_what_holds() -> None:
    sentence = "That was wrong: the fee is £13."
    assert sentence[after_taking_back(sentence) :] == "the fee is £13."
    assert after_taking_back("That was wrong.") == 0
    assert after_taking_back("The fee was wrong: it is £13.") == 0
