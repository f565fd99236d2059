"""Refusals: why a question is not answered, in a code for programs and a sentence for people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from index.identity import day_in_words
from index.snapshot import Snapshot
from qa.answer import Period, Reason
from qa.question import Reading, frequencies

REASONS: Mapping[Reason, str] = {
    "empty_question": "There is no word in the question that could be looked for. Type a question.",
    "empty_corpus": "There are no documents to search yet. The person who runs this service can add some.",
    "nothing_matches_filters": "No document fits the dates, publishers and documents chosen. Take one of them away and ask again.",
    "nothing_relevant": "The documents do not seem to say anything about this. Try other words, or ask about one thing at a time.",
    "not_answered": "Some passages are about this, but none of them seems to answer the question.",
}
ABOUT = 0.5
"""A passage that holds this share of what is asked about is about it, even where it does not answer."""
_YEARS_LISTED = 8
_FOUR_DIGITS = re.compile(r"\d{4}")


def refusal(reading: Reading, snapshot: Snapshot, covers_terms: float) -> tuple[Reason, str]:
    """Why the best passage is no answer.

    Args:
        reading: of the question.
        snapshot: the documents.
        covers_terms: the share, 0 to 1, of the question's terms that the best passage holds.
    """
    if reading.unknown:
        return "name_not_in_corpus", _unknown(reading)
    missing = [
        period for period in reading.interpretation.periods if period.covered is False and (snapshot.catalogue.is_series or not _named(period, snapshot))
    ]
    if missing:
        return "date_not_covered", _uncovered(missing, reading, snapshot)
    reason: Reason = "not_answered" if covers_terms >= ABOUT else "nothing_relevant"
    return reason, REASONS[reason]


def _named(period: Period, snapshot: Snapshot) -> bool:
    """Whether a passage names the year: then, but in a series, documents of another time may well tell of it."""
    return any(any(frequencies(snapshot, year)) for year in _FOUR_DIGITS.findall(period.text))


def _unknown(reading: Reading) -> str:
    text = f"The documents here do not mention {_listed(list(dict.fromkeys(name.text for name in reading.unknown)), 'or')}."
    nearest = list(dict.fromkeys(near for name in reading.unknown for near in name.nearest))
    return text + (f" The nearest {'name' if len(nearest) == 1 else 'names'} in them: {_listed(nearest, 'and')}." if nearest else " Check how it is spelt.")


def _uncovered(missing: Sequence[Period], reading: Reading, snapshot: Snapshot) -> str:
    named = sorted({number for numbers in reading.documents for number in numbers})
    telling = [name.text for name in reading.interpretation.names if name.documents and not snapshot.catalogue.is_common(name.documents)]
    called = f" about {_listed(list(dict.fromkeys(telling)), 'or')}" if named else ""
    time = _listed([period.text for period in missing], "or")
    days = sorted(int(snapshot.catalogue.day[number]) for number in (named or range(len(snapshot.catalogue.entries))) if snapshot.catalogue.day[number])
    if not days:
        return f"None of the documents{called} says that it is of the time asked about ({time})."
    years = sorted({date.fromordinal(day).year for day in days})
    held = (
        f"The documents{called} are from {_listed([str(year) for year in years], 'and')}."
        if len(years) <= _YEARS_LISTED
        else f"The documents{called} reach from {day_in_words(date.fromordinal(days[0]))} to {day_in_words(date.fromordinal(days[-1]))}."
    )
    return f"No document{called} is of the time asked about ({time}). {held}"


def _listed(items: Sequence[str], word: str) -> str:
    """Some words as a list in a sentence."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {word} {items[-1]}"
