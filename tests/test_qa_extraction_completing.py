"""What is quoted is whole enough to answer by itself."""

from __future__ import annotations

import pytest

from corpus.language.kinds import AnswerType
from corpus.language.sentences import sentences
from qa.extraction.completing import completed, with_beside, with_deed


@pytest.mark.parametrize(
    ("question", "kind", "sentence", "quote", "expected"),
    [
        ("Which Moor left?", "other", "Councillor Ada Moor left.", "Councillor Ada", "Councillor Ada Moor"),
        ("Who left?", "person", "Councillor Ada Moor left.", "Moor", "Councillor Ada Moor"),
        ("Who left?", "person", "Councillor Ada Moor left.", "Councillor Ada Moor left.", "Councillor Ada Moor left."),
        ("Who nominated the chair?", "person", "Bo Hale was chosen; Ada Moor nominated him.", "Bo Hale", "Ada Moor"),
        ("Who nominated the chair?", "person", "Bo Hale was chosen; Ada Moor nominated him.", "Ada Moor", "Ada Moor"),
        ("Who chose him?", "person", "Bo Hale was chosen; Ada Moor nominated him.", "Bo Hale", "Bo Hale"),
        (
            "Who are the chair and the clerk?",
            "person",
            "The chair is Ada Moor, the clerk Bo Hale.",
            "Ada Moor",
            "The chair is Ada Moor, the clerk Bo Hale.",
        ),
        ("Who is the chair?", "person", "The chair is Ada Moor, the clerk Bo Hale.", "Ada Moor", "Ada Moor"),
        (
            "Which is nearer, Acorns or Elms?",
            "other",
            "Acorns is nearer to the park.",
            "nearer to the park",
            "Acorns is nearer to the park.",
        ),
        ("Which is nearer, Acorns or Elms?", "other", "Acorns is nearer to the park.", "Acorns", "Acorns"),
        ("Which is nearer, Acorns or Elms?", "other", "It is nearer to the park.", "the park", "the park"),
        (
            "Which night is the club?",
            "other",
            "The club has moved from Monday to Wednesday evenings.",
            "Monday to Wednesday evenings",
            "The club has moved from Monday to Wednesday evenings.",
        ),
        (
            "Which night is the club?",
            "other",
            "The club has moved from Monday to Wednesday evenings.",
            "from Monday to Wednesday evenings",
            "The club has moved from Monday to Wednesday evenings.",
        ),
        (
            "Which nights is the club?",
            "other",
            "The club meets from Monday to Wednesday.",
            "Monday to Wednesday",
            "Monday to Wednesday",
        ),
        ("Where is it?", "other", "It is nearer to the park.", "nearer to the", "It is nearer to the park."),
        (
            "What may be longer?",
            "other",
            "Nothing may be longer, save skis.",
            "Nothing",
            "Nothing may be longer, save skis.",
        ),
        ("Who may swim?", "person", "Nobody may swim unless asked.", "Nobody", "Nobody may swim unless asked."),
        ("What may be longer?", "other", "Nothing may be longer.", "Nothing", "Nothing"),
        ("What is it?", "other", "It is a net, save for skis.", "a net", "a net"),
        ("Where is it?", "other", "It is nearer to the park.", "nearer to the park", "nearer to the park"),
        (
            "How much notice does a trip abroad need?",
            "number",
            "A day trip needs a week, a trip abroad two terms.",
            "a week",
            "a trip abroad two terms",
        ),
        (
            "How much is it for a day trip?",
            "number",
            "A day trip needs a week, a trip abroad two terms.",
            "a week",
            "a week",
        ),
        ("Which pets may I keep?", "other", "You may keep a cat, a bird and fish.", "a cat", "a cat, a bird and fish"),
        (
            "What did rents come to?",
            "other",
            "Rents came to £4, of which £1 is for barns.",
            "£1 is for barns",
            "Rents came to £4, of which £1 is for barns.",
        ),
        ("What do barns bring?", "other", "Rents came to £4, of which £1 is for barns.", "£1", "£1"),
        (
            "Which pets may I keep?",
            "other",
            "You may keep a cat, a bird and fish.",
            "a bird",
            "You may keep a cat, a bird and fish.",
        ),
        ("What is kept?", "other", "It is kept as ash, oak, elm and pine.", "ash, oak, elm", "ash, oak, elm and pine"),
        ("Where is it?", "other", "It is in Bath, Kent, and opens at nine.", "Bath, Kent", "Bath, Kent"),
        ("When was it?", "date", "It was on 3 May 2021, 4 May 2022 and Monday.", "3 May 2021", "3 May 2021"),
        (
            "What may I keep?",
            "other",
            "You may keep two small caged animals.",
            "two small caged",
            "two small caged animals",
        ),
        ("When is it?", "date", "It is on Monday 5 May at noon.", "Monday 5 May", "Monday 5 May"),
        ("Is it paid?", "yes_no", "It is never paid for dogs.", "It is never", "It is never paid for dogs."),
        ("Fair: where and when?", "date", "It is on 3 May in the barn.", "on 3 May", "It is on 3 May in the barn."),
        ("Who was at it?", "person", "Present: Ada Moor and Bo Hale.", "Ada Moor", "Present: Ada Moor and Bo Hale."),
    ],
)
def test_words_are_completed_where_they_would_not_answer(
    question: str, kind: AnswerType, sentence: str, quote: str, expected: str
) -> None:
    text = f"Papers. {sentence} They met again."
    start, first = text.index(sentence), text.index(quote)
    found = completed(question, kind, text, (first, first + len(quote)), (start, start + len(sentence)))
    assert text[slice(*found)] == expected


@pytest.mark.parametrize(
    ("question", "words", "shown"),
    [
        ("Who said that it leaked?", "She said that it leaked.", "Ada Moor was cross. She said that it leaked."),
        ("What was said?", "She said that it leaked.", None),
        ("Who said that it rained?", "Ben Carr said that it rained.", None),
        ("Who sat?", "He sat.", None),
    ],
)
def test_he_or_she_is_quoted_from_where_that_one_is_named(question: str, words: str, shown: str | None) -> None:
    text = "Tom Rowe rose.\nAda Moor was cross. She said that it leaked. Ben Carr said that it rained.\n\nHe sat."
    start = text.index(words)
    own = start, start + len(words)
    named = with_beside(question, "person" if "Who" in question else "other", text, own, own)
    assert (named and text[slice(*named)]) == shown


def test_what_one_named_did_is_told_by_the_next_sentence_of_the_paragraph() -> None:
    text, first = "Ada Moor was cross. She had counted nine lorries. It rained.", "Ada Moor was cross."
    question, named = "Who counted the lorries?", (0, len(first))
    assert text[slice(*with_deed(question, "person", text, named))] == f"{first} She had counted nine lorries."
    assert with_deed(question, "other", text, named) == named
    assert with_deed(question, "person", text.replace(" She", "\nShe"), named) == named
    assert with_deed(question, "person", first, named) == named


@pytest.mark.parametrize("words", ["There are two steps.", "First, ask.", "Second, wait."])
def test_things_that_are_counted_up_are_quoted_together(words: str) -> None:
    counted = "There are two steps. First, ask. Second, wait."
    text = f"Steps\n\n{counted} It is free.\n\nFirst come, first served."
    start = text.index(words)
    own = start, start + len(words)
    whole = with_beside("What are the steps?", "list", text, own, own)
    assert whole and text[slice(*whole)] == counted
    assert with_beside("What is the second step?", "other", text, own, own) is None
    alone = text.index("First come"), len(text)
    assert with_beside("What are the steps?", "list", text, alone, alone) is None


@pytest.mark.parametrize(
    ("question", "words", "shown"),
    [
        ("What is the relief duty?", "This is called the relief duty.", "We help. This is called the relief duty."),
        ("What are the rounds?", "These are known as the rounds.", "We call twice. These are known as the rounds."),
        ("When does the relief duty end?", "This is called the relief duty.", None),
        ("What is a visit?", "It is a call.", None),
        ("What is the last duty?", "This is called the last duty.", None),
    ],
)
def test_what_a_name_is_given_to_is_quoted_with_it(question: str, words: str, shown: str | None) -> None:
    text = (
        "Come in. We help. This is called the relief duty.\nWe call twice. These are known as the rounds. It is a call."
        "\nThis is called the last duty."
    )
    start = text.index(words)
    own = start, start + len(words)
    named = with_beside(question, "other", text, own, own)
    assert (named and text[slice(*named)]) == shown


CONDITIONS = (
    "4. Work shall stop at six. Lamps shall be put out.\nReason: Quiet.\n\n"
    "5. The gate is kept shut.\n\nReasons: Dogs and geese. Cars.\n\n6. The yard is swept.\n\nReasonable care is taken."
)


@pytest.mark.parametrize(
    ("kind", "words", "shown"),
    [
        ("reason", "Work shall stop at six.", "Work shall stop at six. Lamps shall be put out.\nReason: Quiet."),
        ("reason", "Reason: Quiet.", "4. Work shall stop at six. Lamps shall be put out.\nReason: Quiet."),
        ("reason", "The gate is kept shut.", "The gate is kept shut.\n\nReasons: Dogs and geese. Cars."),
        ("reason", "The yard is swept.", None),
        ("other", "Work shall stop at six.", None),
    ],
)
def test_why_a_condition_is_is_told_by_the_line_below_it(kind: AnswerType, words: str, shown: str | None) -> None:
    own = CONDITIONS.index(words), CONDITIONS.index(words) + len(words)
    reasoned = with_beside("Why is it so?", kind, CONDITIONS, own, own)
    assert (reasoned and CONDITIONS[slice(*reasoned)]) == shown


@pytest.mark.parametrize(
    ("question", "kind", "text", "shown"),
    [
        (
            "When was rule 12 amended?",
            "date",
            "Rule 6 was amended on 12 June. Rule 12 was amended on the same day.",
            "Rule 6 was amended on 12 June. Rule 12 was amended on the same day.",
        ),
        ("When was rule 12 amended?", "date", "Rule 6 stays. Rule 12 was amended on the same day.", None),
        ("When was it sold?", "date", "It was let on 2 May. It was sold that day, 3 June.", None),
        ("Who amended it?", "person", "It came on 12 June. Ada Moor amended it that day.", None),
    ],
)
def test_the_same_day_is_shown_with_the_day(question: str, kind: AnswerType, text: str, shown: str | None) -> None:
    start = text.rindex(". ") + 2
    own = start, len(text)
    found = with_beside(question, kind, text, own, own)
    assert (found and text[slice(*found)]) == shown


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("Fryers and candles are not allowed. Rice cookers and kettles are.", True),
        ("Alcohol cannot be claimed. Soft drinks can.", True),
        ("Members do not need a ticket. Visitors do.", True),
        ("Inflatables are banned. Armbands aren't.", True),
        ("Washers must be booked ahead. Dryers need not be.", True),
        ("If parents are married, one may come. If they are not, both must.", True),
        ("Say whether you hold a ticket. If not, pay at the desk.", True),
        ("Bring a friend. If they are late, wait.", False),
        ("Ask at the desk. They know who you are.", False),
        ("The pool is cold. Swim as often as members do.", False),
        ("Candles are banned. Kettles are not banned.", False),
        ("Kettles are.", False),
    ],
)
def test_a_sentence_that_leaves_its_verb_to_the_one_before_is_shown_with_it(text: str, is_whole: bool) -> None:
    own = list(sentences(text))[-1]
    shown = with_beside("What is allowed?", "other", text, own, own)
    assert shown == ((0, len(text)) if is_whole else None)
    both = (own[0], own[1] + len(" More is told."))
    shown = with_beside("What is allowed?", "other", f"{text} More is told.", both, both)
    assert shown == ((0, both[1]) if is_whole else None)
