"""Signs of search engines are read: phrases and words to leave out are heeded, others are told."""

from __future__ import annotations

from time import process_time

import pytest

from qa.query.syntax import Syntax, heeds, read_syntax


@pytest.mark.parametrize(
    ("question", "phrases", "excluded", "ignored"),
    [
        ('"care leavers" in Sutton', ("care leavers",), (), ()),
        ("children -care", (), ("care",), ()),
        ("children NOT care", (), ("care",), ()),
        ('children -"in care" NOT “free meals”', (), ("in care", "free meals"), ()),
        ("children AND care OR plans AND visits", (), (), ("AND", "OR")),
        ("site:example.org children", (), (), ("site:example.org",)),
        ("child* in care", (), (), ("child*",)),
        ("What does “in care” mean?", ("in care",), (), ()),
        ('"a b" and "c d" and "a b"', ("a b", "c d"), (), ()),
        ("What is 'care'?", (), (), ()),
        ('What is "care"?', (), (), ()),
        ("a well-kept follow-up - and more", (), (), ()),
        ("IS IT OR IS IT NOT SO", (), (), ()),
        ("What is NOT paid for?", (), (), ()),
        ("Is it -5 degrees?", (), (), ()),
        ("-care", (), (), ("care",)),
    ],
)
def test_signs_are_read(
    question: str, phrases: tuple[str, ...], excluded: tuple[str, ...], ignored: tuple[str, ...]
) -> None:
    read = read_syntax(question)
    assert (read.phrases, read.excluded, read.ignored) == (phrases, excluded, ignored)
    assert len(read.plain) == len(question)


def test_what_is_left_out_is_not_searched_and_offsets_hold() -> None:
    assert read_syntax("fees -visits in May") == Syntax("fees         in May", excluded=("visits",))


@pytest.mark.parametrize(
    ("text", "phrases", "excluded", "heeded"),
    [
        ("A SPARE\n  key hangs here.", ("spare key",), (), True),
        ("Don’t lose it", ("don't lose",), (), True),
        ("A spare keyring", ("spare key",), (), False),
        ("The key is spare", ("spare key",), (), False),
        ("A spare key and a dog", ("spare key",), ("dog",), False),
        ("A spare key and dogs", (), ("dog",), True),
        ("A spare key", ("spare key", "front door"), (), False),
    ],
)
def test_a_text_heeds_them(text: str, phrases: tuple[str, ...], excluded: tuple[str, ...], heeded: bool) -> None:
    assert heeds(text, phrases, excluded) is heeded


def test_a_question_without_spaces_takes_no_time() -> None:
    began = process_time()
    assert read_syntax("a" * 20_000).ignored == ()
    assert read_syntax("about-child*").ignored == ("child*",)
    assert read_syntax('"a ' * 7_000).phrases != ("a",)
    assert process_time() - began < 1
