"""A question in another language is known by its function words, and these are read as the English ones they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.other_languages import (
    elisions_parted,
    glosses,
    in_english_words,
    question_language,
    unread_script,
)
from corpus.language.vocabulary import languages, load


def in_english(question: str) -> tuple[str, str]:
    language = question_language(question)
    assert language is not None
    parted = elisions_parted(question, language)
    return language.name, in_english_words(parted, glosses(parted, language))


@pytest.mark.parametrize(
    ("question", "language", "english"),
    [
        ("Pwy yw cyfarwyddwr y gwasanaethau plant?", "Welsh", "Who is cyfarwyddwr the gwasanaethau plant?"),
        ("Faint o blant sydd mewn gofal?", "Welsh", "How many blant are in gofal?"),
        ("Pwy yw'r cyfarwyddwr?", "Welsh", "Who is the cyfarwyddwr?"),
        ("Ble mae'r swyddfa?", "Welsh", "Where is the swyddfa?"),
        ("Wer leitet das Jugendamt?", "German", "Who leitet the Jugendamt?"),
        ("wann ist die nächste Prüfung", "German", "When is the nächste Prüfung"),
        ("Wie viele Kinder wurden betreut?", "German", "How many Kinder were betreut?"),
        ("Was ist das Jugendamt?", "German", "What is the Jugendamt?"),
        ("Ist das Jugendamt gut?", "German", "Is the Jugendamt gut?"),
        ("Combien d'enfants le service suit-il ?", "French", "How many enfants the service suit-it ?"),
        ("Combien d’enfants sont suivis ?", "French", "How many enfants are suivis ?"),
        ("Qu'est-ce que le plan ?", "French", "What is the plan ?"),
        ("À quelle date aura lieu la réunion ?", "French", "On what date will have place the réunion ?"),
        ("¿Quién es la directora?", "Spanish", "¿who is the directora?"),
        ("Cuantos niños hay en la casa", "Spanish", "How many niños is there in the casa"),
        ("Chi è il direttore?", "Italian", "Who is the direttore?"),
        ("Quando è l'ispezione?", "Italian", "When is the ispezione?"),
        ("Kto jest dyrektorem?", "Polish", "Who is dyrektorem?"),
        ("Ile dzieci jest w pieczy?", "Polish", "How many dzieci is in pieczy?"),
        ("Cé hé an stiúrthóir?", "Irish", "Who is the stiúrthóir?"),
        ("Cé mhéad leanaí atá faoi chúram?", "Irish", "How many leanaí is about chúram?"),
    ],
)
def test_question_words_of_another_language_are_those_of_english(question: str, language: str, english: str) -> None:
    assert in_english(question) == (language, english)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the head of the Jugendamt?",
        "Co Durham i Newcastle",
        "Pam Jones",
        "Faint praise",
        "Rue de la Paix",
        "Ile de France",
        "Was the war in an area?",
        "Was war declared?",
        "Die Hard reviews",
        "Who wrote La Traviata?",
        "What is 'laissez faire'?",
        "Comment on the report",
        "come in",
        "Where is Chi Chi Ltd?",
        "who is who",
        "When did La Rochelle send visitors to D'Arcy Street?",
        "",
        "2017",
    ],
)
def test_an_english_question_with_foreign_words_stays_english(question: str) -> None:
    assert question_language(question) is None


@given(st.text(alphabet="dlqu'’ enfat", max_size=30))
def test_a_question_with_elisions_parted_is_as_long_as_it_was(question: str) -> None:
    french = question_language("Qui est le maire ?")
    assert french and len(elisions_parted(question, french)) == len(question)
    assert elisions_parted("d'enfants et O'Brien's", french) == "d enfants et O'Brien's"


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("كم عدد الأطفال؟", True),
        ("Хто директор?", True),
        ("Who is Хто?", False),
        ("niños", False),
        ("", False),
        ("12", False),
    ],
)
def test_letters_of_another_script_are_told(question: str, unread: bool) -> None:
    assert unread_script(question) is unread


@pytest.mark.parametrize("code", languages("questions"))
def test_each_language_has_its_months_and_function_words_that_are_english_ones(code: str) -> None:
    table = load("questions", code)
    assert len(table["months"]) == 12 and table["name"]
    assert {*table["only_after_day"]} <= {name for names in table["months"] for name in names}
    assert {"who", "when", "where", "how many"} <= {*table["question_words"].values()}
    small = {*load("questions")["small_words"], *load("stop_words")["usual"], *load("stop_words")["question_words"]}
    assert {word for gloss in table["small_words"].values() for word in gloss.split()} <= small | MEANINGFUL


MEANINGFUL = {"against", "without", "until", "one", "place"}
"""The few words by which a function word is glossed and that are no small words of English."""
