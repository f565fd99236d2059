"""The words that ask are found in a message, and what stands around them does not change the question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import pytest

from index.snapshot import Snapshot
from qa.query import Query
from qa.query.asking import asked_of, asking_sentences, only_asking, understand_asking
from tests.query_corpora import read

STORY = (
    "I have been going round in circles with this since Monday morning. My manager asked me in the meeting, I promised "
    "to find out by Friday, and then the printer broke and I lost my notes."
)


def found(question: str) -> str:
    return " ".join(question[slice(*span)] for span in asked_of(question))


@pytest.mark.parametrize(
    ("message", "asking"),
    [
        ("Hi, when does the pool open? Thanks, Jo", "when does the pool open?"),
        (
            "Hello all\n\nWhen was Bolton inspected?\n\nKind regards\nJo Smith\nPolicy Officer",
            "When was Bolton inspected?",
        ),
        ("Dear team, does anyone know how much the fee is? Many thanks in advance", "how much the fee is?"),
        ("Good morning. I need to know who chairs the board. Best, Al", "who chairs the board."),
        ("when does the pool open thanks", "when does the pool open"),
        (f"{STORY} When was the school in Bolton inspected?", "When was the school in Bolton inspected?"),
        (
            f"Hi, {STORY} Does anyone know this? Which day is the office shut at Easter?",
            "Which day is the office shut at Easter?",
        ),
        (
            f"{STORY} Could you tell me which day the office is shut at Easter.",
            "which day the office is shut at Easter.",
        ),
    ],
)
def test_the_words_that_ask_are_found(message: str, asking: str) -> None:
    assert found(message) == asking


@pytest.mark.parametrize(
    "question",
    [
        "When does the pool open?",
        "pool opening times",
        "Morning surgery hours?",
        "Thanks to whom did the pool reopen?",
        "Best practice for supervision?",
        "Do you know if dogs are allowed?",
        "My daughter is at school in Bolton. Can she see the nurse?",
        STORY,
        "Hello, thanks",
        "<b>When does the pool open?</b>",
        "What is the fee?<br>Is it monthly?",
        "",
    ],
)
def test_all_of_other_questions_asks(question: str) -> None:
    assert asked_of(question) == ()


SHORT = "The bus broke down on the way. A neighbour took the cat home."


@pytest.mark.parametrize("asked", ["How many days are guards trained?", "Which room is let for weddings?"])
def test_a_short_story_goes_before_a_question_that_is_whole_in_itself(asked: str) -> None:
    assert found(f"{SHORT} {asked}") == asked
    assert found(f"We missed the bus that day. {asked}") == ""


@pytest.mark.parametrize(
    "asked",
    ["How many days of leave do I have?", "For how many days are they lent?", "When is it?", "What is the fee?"],
)
def test_a_short_story_stays_before_a_question_that_may_hang_on_it(asked: str) -> None:
    assert found(f"{SHORT} {asked}") == ""
    assert asked in found(f"{STORY} {asked}")


def test_a_question_that_needs_the_sentence_before_it_keeps_it() -> None:
    before = "We also hired out the large hall in June."
    assert found(f"{STORY} {before} What did it cost?") == f"{before} What did it cost?"
    assert found(f"{STORY} {before} When was the closing day?") == f"{before} When was the closing day?"
    assert found(f"{STORY} {before} Can children visit?") == "Can children visit?"
    assert found(f"{STORY} {before} What did the large hall cost in June?") == "What did the large hall cost in June?"


@pytest.mark.parametrize(
    ("message", "asking"),
    [
        ("What is the fee? I need to know by Friday.", "What is the fee?"),
        ("We moved in May. Does anyone know this? Who collects bins, and when?", "Who collects bins, and when?"),
        ("We moved house. Tell me who collects bins.", "Tell me who collects bins."),
        ("bins, when", "bins, when"),
    ],
)
def test_the_sentences_that_ask_are_told_from_those_beside_them(message: str, asking: str) -> None:
    assert asking_sentences(message) == asking


def test_what_does_not_ask_gives_way_to_spaces() -> None:
    assert only_asking("Hi, who? Jo", [(4, 8)]) == "    who?   "
    assert only_asking("In Bolton now: who?", [(15, 19)], [(3, 9)]) == "   Bolton:     who?"


CHAT = (
    "The bus broke down on the way so we walked home. It rained all afternoon on the hills and the children were wet "
    "and tired and cold."
)


@pytest.mark.parametrize(
    ("message", "asking"),
    [
        (f"{CHAT} what time does the pool shut", "what time does the pool shut"),
        (f"{CHAT} do we need a ticket for the fair", "do we need a ticket for the fair"),
        (f"{CHAT} how much for a large shed", "how much for a large shed"),
        (f"{CHAT} When we could not find it there, we left.", ""),
        (f"{CHAT} Which was a shame.", ""),
        (
            "My partner and I moved in last week and have two cars, what does a second permit cost?",
            "what does a second permit cost?",
        ),
        ("If a tenant has been here for ten years and more and leaves, what does a permit cost?", ""),
    ],
)
def test_a_question_is_found_without_its_mark_or_after_a_clause(message: str, asking: str) -> None:
    assert found(message) == asking


def test_a_mail_that_is_answered_asks_nothing(understood: Callable[[str], Query]) -> None:
    message = "> Ann wrote in May: is Zebrton good?\n> Best, Jo\nThanks Ann, that helps.\nHow is Bolton rated?"
    asking, query = understand_asking(message, understood)
    assert len(asking) == len(message) and query.documents and not query.unknown
    assert understand_asking("> How is Bolton rated?", understood)[1].documents


def test_a_relative_who_is_named_is_no_unknown_name(understood: Callable[[str], Query]) -> None:
    assert understood("My son Zeb is ill. How is Bolton rated?").unknown == ()
    assert understood("Is Zeb well?").unknown != ()


@pytest.fixture
def understood(reports: Snapshot) -> Callable[[str], Query]:
    return partial(read, snapshot=reports)


def test_offsets_are_those_of_the_message(understood: Callable[[str], Query]) -> None:
    message = f"Hi, {STORY} How is Bolton rated? Thanks"
    _, query = understand_asking(message, understood)
    [name] = query.interpretation.names
    assert message[name.start : name.end] == "Bolton"
    assert query.question == query.interpretation.question == query.interpretation.asking == "How is Bolton rated?"


def test_a_name_told_before_goes_with_a_question_that_has_none(understood: Callable[[str], Query]) -> None:
    _, query = understand_asking(f"We live in Bolton. {STORY} How well are care leavers looked after here?", understood)
    assert query.documents == understood("Bolton").documents and query.documents
    assert query.interpretation.asking == "Bolton: How well are care leavers looked after here?"


def test_a_short_story_that_names_what_the_documents_tell_of_stays(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    charges = {
        "title": "Charges",
        "text": "Cleaning at Birch House is £2. The roof of Birch House is new. Birch House has a lift.",
    }
    understood = partial(read, snapshot=snapshot_of([charges]))
    for told, is_kept in (("Birch House", True), ("Zebrton", False)):
        only, _ = understand_asking(
            f"We moved to {told} in May. {SHORT} What does the cleaning cost a week?", understood
        )
        assert (SHORT in only) is is_kept, told


def test_a_plain_question_is_understood_as_it_is(understood: Callable[[str], Query]) -> None:
    question = "How is Bolton rated?"
    assert understand_asking(question, understood) == (question, understood(question))
