"""Printing the timeline of somebody who was judged."""

from __future__ import annotations

from itertools import groupby

from pydantic import TypeAdapter
from rich.console import Console
from rich.text import Text

from corpus.judgements.judgement import Basis
from corpus.language.wording import day_in_words, days_in_words
from qa.citing.citation import dated_in_words, flattened
from qa.judged.timeline import Timeline, TimelineEntry
from qa.wording import judged_in_words

NO_DAY = "No day is stated"
_HOW: dict[Basis, str] = {
    "inspected": "Inspected to",
    "stated": "As stated,",
    "document": "As of",
    "reckoned": "As of (the year is worked out)",
}


def timeline_json(told: Timeline) -> str:
    """A timeline as JSON, as /timeline gives it."""
    return TypeAdapter(Timeline).dump_json(told, indent=2).decode()


def print_timeline(told: Timeline, console: Console) -> None:
    """Print a timeline: under each time what was judged and how, with a quotation."""

    def line(words: str) -> None:
        console.print(Text(words), soft_wrap=True)

    if not told.entries:
        line(f"No document here states a judgement of {told.subject}, or tells of a visit there.")
        if told.nearest:
            line(f"There are judgements of: {', '.join(told.nearest)}.")
        return
    line(told.subject)
    for time, entries in groupby(told.entries, key=_time):
        line(f"\n{time}")
        for entry in entries:
            line(f"  {judged_in_words(entry)} ({_documents(entry.documents)})")
            for evidence in entry.evidence[:1]:
                day = dated_in_words(evidence.dated_basis, evidence.published)
                line(f"    “{flattened(evidence.quote)}” ({', '.join(filter(None, (evidence.title, day)))})")


def _time(entry: TimelineEntry) -> str:
    """When a judgement was given, and on which scale."""
    if entry.first is None:
        known = f", but it is after {day_in_words(entry.after)}" if entry.after else ""
        return f"{NO_DAY}{known}, {entry.scale_name}"
    time = days_in_words(entry.first, entry.last)
    how = _HOW[entry.basis]
    return f"{how} {time}, {entry.scale_name}"


def _documents(count: int) -> str:
    return f"{count} document{'' if count == 1 else 's'}"
