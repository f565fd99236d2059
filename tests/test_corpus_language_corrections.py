"""What a text takes back is known by the sentence itself, or by the one after it."""

from __future__ import annotations

import pytest

from corpus.language.corrections import after_taking_back, is_taken_back, update_start


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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Update, 9 July: the hall reopens on 31 July", "the hall reopens on 31 July"),
        ("**Update, 9 July:** the hall reopens", "the hall reopens"),
        ("Amended 24 July: beds may be watered", "beds may be watered"),
        ("Update 9 July – open now", "open now"),
        ("Stop press: no bus", "no bus"),
        ("Correction", ""),
        ("Last updated 3 March 2026.", None),
        ("Update from the chair: all is well", None),
        ("Amendment: that the fee be £3", None),
        ("Updates are posted weekly: see below", None),
        ("Corrected fees: £4", None),
    ],
)
def test_a_later_note_says_so_at_its_beginning(line: str, told: str | None) -> None:
    start = update_start(line)
    assert (start is not None and line[start:].strip()) == (told if told is not None else False)
