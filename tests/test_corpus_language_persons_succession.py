"""Who was first or before somebody is no answer where no word says so."""

from __future__ import annotations

import pytest

from corpus.language.persons.succession import (
    BEFORE_NAME,
    lacks_succession,
    next_asked,
    precedes_another,
    predecessor_in,
    successor_in,
    successor_pronoun,
)


@pytest.mark.parametrize(
    ("question", "quote", "sentence"),
    [
        ("Who was the first chair of the board?", "Ada Moor", "Ada Moor chairs the board."),
        ("Who was the hall's original warden?", "Ada Moor", "The warden, Ada Moor, has the keys."),
        ("Who was the previous director?", "Ada Moor", "The director, Ada Moor, said she was proud."),
        ("Who was director before Ada Moor?", "Ada Moor", "Ada Moor became director until 2019."),
        ("Who was director before Ada Moor?", "Tom Reed", "Tom Reed is the director."),
        ("Who was director before her?", "Ada Moor", "The director is Ada Moor."),
        ("Who leads it and who led it before?", "Ada Moor", "It is led by Ada Moor."),
        ("Who was warden before that?", "Ada Moor", "The warden is Ada Moor."),
        ("Who was her predecessor as director?", "Ada Moor", "The director is Ada Moor."),
        ("the director's predecessor", "Ada Moor", "The director is Ada Moor."),
        ("Who held the post previously?", "Ada Moor", "The director is Ada Moor."),
        ("Who took over from Ada Moor as director?", "Dr Ada Moor", "Dr Ada Moor, who stood down, was thanked."),
        ("Who replaced Ada Moor?", "Ada Moor", "Ada Moor left."),
        ("Who became director after Ada Moor?", "director in 1923", "She became director in 1923."),
        ("Who was warden after Ada Moor?", "Ada Moor", "The warden is Ada Moor."),
        ("Who will be the new wardens?", "Ada Moor", "Both wardens are standing down: Ada Moor and Tom Reed."),
        ("Who is the new clerk?", "Ada Moor", "The clerk, Ada Moor, is leaving in May."),
        ("Who is standing in as clerk from May?", "Ada Moor", "The clerk, Ada Moor, will step down in May."),
        ("Who fills in at the top?", "Ada Moor", "The director, Ada Moor, left in May."),
        ("Who holds the fort until May?", "Ada Moor", "Ada Moor resigned as clerk."),
        ("Who is acting chair?", "Ada Moor", "Ada Moor retired as chair in May."),
        (
            "Who took over from Moor?",
            "Tom Reed",
            "Ada Moor was here and succeeds the clerk, Tom Reed, who left.",
        ),
        ("Who replaces Ada Moor?", "Tom Reed", "Ada Moor took over from Tom Reed in May."),
    ],
)
def test_a_name_alone_tells_nothing_of_who_came_before(question: str, quote: str, sentence: str) -> None:
    assert lacks_succession(question, quote, sentence)


@pytest.mark.parametrize(
    ("question", "quote", "sentence", "under"),
    [
        ("Who was the first chair of the board?", "Ada Moor", "Ada Moor was its first chair.", ""),
        ("Who was the first chair of the board?", "Ada Moor", "Ada Moor", "First chair"),
        ("Who was the previous director?", "Tom Reed", "Ada Moor replaced Tom Reed as director.", ""),
        ("Who was director before Ada Moor?", "Tom Reed", "Ada Moor took over from Tom Reed.", ""),
        ("Who took over from Ada Moor?", "Tom Reed", "Tom Reed took over from Ada Moor.", ""),
        (
            "Who took over from Ada Moor?",
            "Ada Moor was succeeded by the clerk.",
            "Ada Moor was succeeded by the clerk.",
            "",
        ),
        (
            "Who took over from Ada Moor?",
            "Ada Moor left and Tom Reed took over.",
            "Ada Moor left and Tom Reed took over.",
            "",
        ),
        ("Who became director after Ada Moor?", "Tom Reed", "Tom Reed has been director since 2019.", ""),
        ("Who became director after Ada Moor?", "he", "In 1936 he followed Ada Moor as director.", ""),
        ("Who was ill after Monday?", "Ada Moor", "The clerk was ill.", ""),
        ("Who was director before her?", "Tom Reed", "Ada Moor took over from Tom Reed.", ""),
        ("Who is the new clerk?", "Tom Reed", "Ada Moor is leaving; Tom Reed takes over.", ""),
        ("Who is standing in as clerk?", "Tom Reed", "Ada Moor left; Tom Reed is interim clerk.", ""),
        ("Who is standing in as clerk?", "Tom Reed", "Ada Moor left and Tom Reed took over.", ""),
        ("Who is standing in as clerk?", "Tom Reed", "Tom Reed looks after the office for now.", ""),
        ("Who replaces Ada Moor?", "Tom Reed", "Ada Moor was replaced by Tom Reed.", ""),
        ("Who replaces Ada Moor?", "Tom Reed", "Tom Reed replaces Ada Moor.", ""),
        ("Who replaces Ada Moor?", "Tom Reed", "Ada Moor, who is succeeded by Tom Reed, left.", ""),
        ("Who was her predecessor?", "Tom Reed", "Her predecessor was Tom Reed.", ""),
        ("Who must be told before the walk?", "Ada Moor", "Tell Ada Moor.", ""),
        ("Who is the director?", "Ada Moor", "The director is Ada Moor.", ""),
        ("Who paid for the first aid box?", "Ada Moor", "Ada Moor paid for the first aid box.", ""),
        ("Who spoke before the vote?", "Ada Moor", "Ada Moor spoke.", ""),
    ],
)
def test_words_that_say_so_tell_it(question: str, quote: str, sentence: str, under: str) -> None:
    assert not lacks_succession(question, quote, sentence, under)


def test_a_name_after_before_is_the_one_that_came_later() -> None:
    found = BEFORE_NAME.search("Who chaired the board before Ada Moor-Reed?")
    assert found is not None and found["than"] == "Ada Moor-Reed"
    titled = BEFORE_NAME.search("who was captain before mrs moor")
    assert titled and titled["than"] == "mrs moor"
    assert BEFORE_NAME.search("Who spoke before the vote?") is None


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Her successor, John Doe, joins in June.", "Her successor"),
        ("He was replaced by Gwen Tarr.", "was replaced by"),
        ("John Doe took over from her in May.", "took over from her"),
        ("Their replacement is Nora Quill.", "Their replacement"),
        ("John Doe took over in May.", "took over"),
        ("John Doe took over the shop.", ""),
        ("The committee met in May.", ""),
        ("The replacement windows are in.", "The replacement"),
    ],
)
def test_words_name_who_came_after_another(sentence: str, words: str) -> None:
    span = successor_in(sentence)
    assert (sentence[slice(*span)] if span else "") == words


@pytest.mark.parametrize(
    ("question", "sentence", "name"),
    [
        ("Who will be chair from May?", "The chair, Ada Moor, will be replaced by John Doe in May.", "John Doe"),
        ("Who is the next chair?", "John Doe takes over from Ada Moor as chair in May.", "John Doe"),
        ("Who is the chair?", "The chair, Ada Moor, will be replaced by John Doe in May.", ""),
        ("Who will be chair from May?", "Ada Moor will be chair from May.", ""),
    ],
)
def test_who_will_be_is_the_one_who_comes_after(question: str, sentence: str, name: str) -> None:
    span = next_asked(question, sentence)
    assert (sentence[slice(*span)] if span else "") == name


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Her predecessor, John Doe, had led it since 2010.", "Her predecessor"),
        ("She succeeded John Doe in May.", "She succeeded"),
        ("They took over from Ada Moor.", "They took over from"),
        ("In this role she follows John Doe, who served nine years.", "In this role she follows"),
        ("She came from a shipyard and replaced John Doe.", "She came from a shipyard and replaced"),
        ("He has been here since 2018, when he replaced John Doe.", "He has been here since 2018, when he replaced"),
        ("He was there when the firm replaced Acme Lifts.", None),
        ("She said that Bea Carr had replaced John Doe.", None),
        ("Bea Carr left when she replaced John Doe.", None),
        ("She succeeded in her aim.", None),
        ("He replaced the roof.", None),
        ("Ada Moor succeeded John Doe.", None),
        ("Its predecessor was a tin hut.", None),
    ],
)
def test_who_came_before_is_told_after_one_who_is_named(sentence: str, words: str | None) -> None:
    span = predecessor_in(sentence)
    assert (sentence[slice(*span)] if span else None) == words


def test_she_is_where_she_came_after_somebody() -> None:
    sentence = "In May she took over from John Doe."
    place = successor_pronoun(sentence)
    assert place and sentence[slice(*place)] == "she"
    assert successor_pronoun("Her predecessor, John Doe, had led it since 2010.") is None


def test_whose_predecessor_it_was_is_told_before() -> None:
    question, told = "Who was clerk before Ada Moor?", "Her predecessor was John Doe."
    assert precedes_another(question, told, "Bea Carr keeps the shop.")
    assert not precedes_another(question, told, "The clerk is Mrs Moor.")
    assert not precedes_another(question, told, ""), "nothing tells whose it was"
    assert not precedes_another("Who was her predecessor?", told, "Bea Carr keeps the shop.")
    assert not precedes_another(question, "John Doe was clerk until 2019.", "Bea Carr keeps the shop.")
