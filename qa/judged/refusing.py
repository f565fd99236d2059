"""Refusing: why no judgement answers, though some are known, in a sentence for the person who asked."""

from __future__ import annotations

from datetime import date

from corpus.language.wording import day_in_words, days_in_words
from index.snapshot import Snapshot
from qa.judged.answering import Judged
from qa.judged.events import Event


def of_several(judged: Judged, _: Snapshot) -> str:
    """That several were judged, and none of them is named; "" where that is not so."""
    if not judged.is_of_several:
        return ""
    return (
        "The documents tell the judgements of several, and the question does not say whose is meant. "
        "Name the authority, place or service that you ask about."
    )


def of_another(judged: Judged, _: Snapshot) -> str:
    """That the only one judged is not called what the question calls whom it asks about; "" where that is not so."""
    if not judged.another:
        return ""
    return (
        f"The documents tell the judgement of {judged.another}, and do not call it a “{judged.question.kind}”. "
        "Name whom you ask about."
    )


def undated(judged: Judged, snapshot: Snapshot) -> str:
    """That a document without a day may tell the latest; "" where that is not so."""
    if not judged.undated:
        return ""
    one = judged.undated[0]
    told = f"“{snapshot.document_meta(one.facts[0].document_index).title}” has no date, and tells of the rating "
    dated = [event for event in judged.events if event.day]
    last = f"The last rating with a date is {grade_name(dated[-1], snapshot)}, of {_days(dated[-1])}. " if dated else ""
    return (
        f"{told}{grade_name(one, snapshot)}. {last}So it is not known which rating is the latest. "
        "Ask how it was rated in some year."
    )


def in_parts(judged: Judged, snapshot: Snapshot) -> str:
    """That the last inspection gave judgements of parts alone, with these; "" where that is not so."""
    if not judged.parts:
        return ""
    facts = [event.facts[0].judgement for event in judged.parts]
    told = [
        f"{snapshot.scales[one.scale].aspect(one.aspect).name}: {snapshot.scales[one.scale].grade(one.grade).name}"
        for one in facts
    ]
    before = [event for event in judged.events if event.day and event.until < judged.parts[0].day]
    last = f" The last one told is {grade_name(before[-1], snapshot)}, of {_days(before[-1])}." if before else ""
    return (
        f"The inspection that ended on {day_in_words(date.fromordinal(facts[0].until))} gave no overall judgement, by "
        f"the documents here. It judged: {'; '.join(told)}.{last} Ask about one of its parts."
    )


def of_another_time(judged: Judged, _: Snapshot) -> str:
    """That judgements of other times alone are told, with the nearest; "" where that is not so."""
    days = list(map(_days, judged.around))
    if not days:
        return ""
    return (
        "The documents tell no judgement of this for the time asked about. "
        f"{'Those nearest to it are' if len(days) > 1 else 'The nearest is'} of {' and '.join(days)}."
    )


def grade_name(event: Event, snapshot: Snapshot) -> str:
    """What the grade of an event is called."""
    return snapshot.scales[event.facts[0].judgement.scale].grade(event.grade).name


def _days(event: Event) -> str:
    return days_in_words(date.fromordinal(event.day), date.fromordinal(event.until))
