"""Support: other documents that say the same in their own words count, copies and editions do not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from corpus.language.kinds import Value
from index.snapshot import Snapshot
from qa.choosing.support import SURE, Found, holds, supporting_documents
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
FIRST = ("The pool opened on 4 May 2021.", "4 May 2021")


def found(snapshot_of: Made, *said: tuple[str, str], kind: str = "date") -> list[Found]:
    """The texts of some documents, each with the words in it that answer."""
    snapshot = snapshot_of({"title": f"Page {place}", "text": text} for place, (text, _) in enumerate(said))
    made = []
    for row, (text, words) in enumerate(said):
        [passage] = snapshot.passages([row])
        start = text.index(words)
        span = (start, start + len(words))
        value = (*span, Value("rating" if kind == "rating" else "date", words, words)) if kind else None
        candidate = Candidate(row, passage, row, snapshot.document_meta(row), {}, 1, 0.0, 0.0, 0.5)
        made.append((candidate, AnswerSpan(span, (0, len(text)), value)))
    return made


def supporters(words: list[Found], probabilities: Iterable[float] = (), editions: Iterable[int] = ()) -> int:
    return supporting_documents(words, list(probabilities) or [0.9] * len(words), 0, set(editions))


def test_documents_that_give_the_same_value_in_other_words_are_counted(snapshot_of: Made) -> None:
    words = found(
        snapshot_of,
        FIRST,
        ("It was on 4 May 2021 that swimmers came back.", "4 May 2021"),
        ("Since 4 May 2021 it is open.", "4 May 2021"),
        ("The pool opened on 5 May 2021.", "5 May 2021"),
    )
    assert supporters(words) == 2
    assert supporters(words, editions=[1]) == 1
    assert supporters(words, [0.9, SURE, SURE - 0.01, 0.9]) == 1
    again = (words[1][0], words[2][1])
    assert supporters([words[0], words[1], again]) == 1, "of one document both"
    assert supporters([words[0], (words[0][0], words[1][1])]) == 0, "of the document itself"


def test_a_long_sentence_that_stands_in_both_is_copied(snapshot_of: Made) -> None:
    short, long = "The pool opened on 4 May 2021.", "The pool was opened by the mayor on 4 May 2021."
    assert supporters(found(snapshot_of, (short, "4 May 2021"), (short, "4 May 2021"))) == 1
    assert supporters(found(snapshot_of, (long, "4 May 2021"), (long, "4 May 2021"))) == 0


@pytest.mark.parametrize(
    ("words", "also", "count"),
    [
        ("the warden", "a warden", 1),
        ("the warden", "the clerk", 0),
        ("open to dogs", "not open to dogs", 0),
    ],
)
def test_without_a_value_the_words_themselves_are_compared(
    snapshot_of: Made, words: str, also: str, count: int
) -> None:
    said = found(snapshot_of, (f"It is {words}.", words), (f"Here we have {also}.", also), kind="")
    assert supporters(said) == count


def test_a_grade_is_the_same_only_of_the_same_thing(snapshot_of: Made) -> None:
    assert supporters(found(snapshot_of, ("Care is good.", "good"), ("Help is good.", "good"), kind="rating")) == 0


def test_a_copy_holds_a_sentence_however_it_is_spaced_and_but_for_slips() -> None:
    text = "Badges. A lost badge\ncosts £15 to replcae. Ask at the desk."
    assert holds(text, "A lost badge costs £15 to replace.")
    assert not holds(text, "Visitors wear a badge at all times.")
