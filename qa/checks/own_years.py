"""Own-year checks: what a paper tells of its FY25 is not told of another year, by when its financial year begins."""

from __future__ import annotations

from datetime import date
from typing import Final

from corpus.language.lasting.holding import days_of
from corpus.language.times.dates import dates
from corpus.language.times.own_years import OwnYear, days_of_years, own_year
from index.snapshot import Snapshot
from qa.memo import once_a_document
from qa.passages.quoted import QuotedWords

_MOST_OF_A_YEAR: Final = 300


@once_a_document
def _own_year(snapshot: Snapshot, document_id: str) -> OwnYear | None:
    document = snapshot.document(document_id)
    return own_year(document.text) if document else None


def is_of_another_own_year(snapshot: Snapshot, document_id: str, sentence: str, question: str, today: date) -> bool:
    """Whether a question asks of one year, and a sentence tells of others alone, by when its paper's year begins.

    Args:
        snapshot: what is searched.
        document_id: of the paper, which says when its financial year begins.
        sentence: such as "In FY25 £412,000 was spent."
        question: such as "How much was spent in 2023?".
        today: the day on which it is asked.
    """
    begins = _own_year(snapshot, document_id)
    told = days_of_years(sentence, begins) if begins else []
    if not begins or not told:
        return False
    asked = days_of_years(question, begins) or [days for one in dates(question, today) if (days := days_of(one))]
    whole = [days for days in asked if days[1] - days[0] > _MOST_OF_A_YEAR]
    return bool(whole) and not any(
        min(one[1], other[1]) - max(one[0], other[0]) > _MOST_OF_A_YEAR for one in whole for other in told
    )


def another_own_year(words: QuotedWords) -> bool:
    """Whether the question asks of 2024, say, and the sentence tells of FY25, which ends in July by the paper itself.

    Args:
        words: that may answer it.
    """
    snapshot, today = words.asked.snapshot, words.asked.query.today
    return is_of_another_own_year(snapshot, words.passage.document_id, words.sentence_text, words.question, today)
