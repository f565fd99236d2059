"""Refusals: why a question is not answered, in a code for programs and a sentence for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from corpus.language.date_parts import years_in
from corpus.language.wording import day_in_words
from index.snapshot import Snapshot
from qa.answer import Period, Reason
from qa.query.understand import Query, frequencies

ABSTENTION_REASONS: Mapping[Reason, str] = {
    "empty_question": "There is no word in the question that could be looked for. Type a question.",
    "empty_corpus": "There are no documents to search yet. The person who runs this service can add some.",
    "nothing_matches_filters": "No document fits the dates, publishers and documents chosen. Take one of them away and ask again.",
    "nothing_relevant": "The documents do not seem to say anything about this. Try other words, or ask about one thing at a time.",
    "not_answered": "Some passages are about this, but none of them seems to answer the question.",
}
ABOUT = 0.5
"""A passage that holds this share of what is asked about is about it, even where it does not answer."""
_YEARS_LISTED = 8


def abstain(query: Query, snapshot: Snapshot, covers_terms: float) -> tuple[Reason, str]:
    """Why the best passage is no answer.

    Args:
        reading: of the question.
        snapshot: the documents.
        covers_terms: the share, 0 to 1, of the question's terms that the best passage holds.
    """
    if query.unknown:
        return "name_not_in_corpus", _unknown(query)
    missing = [
        period
        for period in query.interpretation.periods
        if period.covered is False and (snapshot.catalogue.is_series or not _named(period, snapshot))
    ]
    if missing:
        return "date_not_covered", _uncovered(missing, query, snapshot)
    if query.documents:
        return "not_answered", _unanswered(query, snapshot)
    if snapshot.catalogue.is_series and query.only_mentioned:
        return "not_answered", _mentioned(query, snapshot)
    reason: Reason = "not_answered" if covers_terms >= ABOUT else "nothing_relevant"
    return reason, ABSTENTION_REASONS[reason]


def _named(period: Period, snapshot: Snapshot) -> bool:
    """Whether a passage names the year: then, but in a series, documents of another time may well tell of it."""
    return any(any(frequencies(snapshot, str(year))) for year in years_in(period.text))


def _unknown(query: Query) -> str:
    text = (
        f"The documents here do not mention {_listed(list(dict.fromkeys(name.text for name in query.unknown)), 'or')}."
    )
    nearest = list(dict.fromkeys(near for name in query.unknown for near in name.nearest))
    return text + (
        f" The nearest {'name' if len(nearest) == 1 else 'names'} in them: {_listed(nearest, 'and')}."
        if nearest
        else " Check how it is spelt."
    )


def _uncovered(missing: Sequence[Period], query: Query, snapshot: Snapshot) -> str:
    about, held = _about(query, snapshot), _held(query, snapshot)
    time = _listed([period.text for period in missing], "or")
    if not held:
        return f"None of the documents{about} says that it is of the time asked about ({time})."
    return f"No document{about} is of the time asked about ({time}). The documents{about} {held}."


def _unanswered(query: Query, snapshot: Snapshot) -> str:
    about, held = _about(query, snapshot), _held(query, snapshot)
    return f"{f'The documents{about} {held}' if held else f'There are documents{about}'}, but no passage in them seems to answer the question."


def _mentioned(query: Query, snapshot: Snapshot) -> str:
    """What a series has of a name that only stands in its texts: another place's documents are no answer."""
    names = list(dict.fromkeys(name.text for name in query.only_mentioned))
    return f"No document here is about {_listed(names, 'or')}. Some mention {'it' if len(names) == 1 else 'them'}, but no passage seems to answer the question."


def _about(query: Query, snapshot: Snapshot) -> str:
    """The names that tell documents from others, in words that follow "documents"; nothing when there are none."""
    telling = [
        name.text
        for name in query.interpretation.names
        if name.documents and not snapshot.catalogue.is_common(name.documents)
    ]
    return f" about {_listed(list(dict.fromkeys(telling)), 'or')}" if telling else ""


def _held(query: Query, snapshot: Snapshot) -> str:
    """Of which time the documents of those names are, or all when there are no names; nothing when none of them says."""
    numbers = {number for called in query.documents for number in called} or range(len(snapshot.catalogue.entries))
    days = sorted(day for number in numbers if (day := int(snapshot.catalogue.day[number])))
    if not days:
        return ""
    years = sorted({date.fromordinal(day).year for day in days})
    if len(years) <= _YEARS_LISTED:
        return f"are from {_listed([str(year) for year in years], 'and')}"
    return f"reach from {day_in_words(date.fromordinal(days[0]))} to {day_in_words(date.fromordinal(days[-1]))}"


def _listed(items: Sequence[str], word: str) -> str:
    """Some words as a list in a sentence."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {word} {items[-1]}"
