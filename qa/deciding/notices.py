"""Notices: what whoever reads an answer should know of how the question was taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from corpus.language.predicates import says_not_known
from corpus.language.times.dates import find_times
from corpus.language.wording import day_in_words, days_in_words
from index.snapshot import Snapshot
from qa.answer import Notice, RankedPassage
from qa.judged.answering import Judged
from qa.judged.refusing import grade_name
from qa.query import Interpretation
from qa.query.syntax import heeds


def notices(read: Interpretation, passages: Sequence[RankedPassage] = ()) -> tuple[Notice, ...]:
    """What is to be told of how a question was read: signs of search engines, heeded or not, and "last July".

    Args:
        read: how it was read.
        passages: what is shown for it.
    """
    return tuple(_notices(read, passages))


def _notices(read: Interpretation, passages: Sequence[RankedPassage]) -> Iterator[Notice]:
    if read.phrases:
        told = _quoted(read.phrases, "and")
        if _are_heeded(passages, read.phrases, ()):
            yield Notice("applied_syntax", f"Only passages with {told} word for word are shown.")
        else:
            text = f"No passage was found with {told} word for word, so its words are searched as plain words."
            yield Notice("ignored_syntax", text)
    if read.excluded:
        told = _quoted(read.excluded, "or")
        if _are_heeded(passages, (), read.excluded):
            yield Notice("applied_syntax", f"Passages with {told} are left out.")
        else:
            yield Notice("ignored_syntax", f"No passage was found without {told}, so none is left out.")
    if read.ignored:
        signs, verb = ", ".join(read.ignored), "is" if len(read.ignored) == 1 else "are"
        yield Notice("ignored_syntax", f"{signs} {verb} searched as plain words.")
    for period in read.periods:
        if any(time.asked for time in find_times(period.text)):
            days = days_in_words(period.first, period.last)
            yield Notice("read_as", f"“{period.text}” is read as {days}. Name the year where you mean another.")


def _are_heeded(passages: Sequence[RankedPassage], phrases: tuple[str, ...], excluded: tuple[str, ...]) -> bool:
    """Whether all passages hold some phrases and none of others."""
    texts = ("\n".join((one.citation.title, one.heading, one.context, one.text)) for one in passages)
    return bool(passages) and all(heeds(text, phrases, excluded) for text in texts)


def of_words(question: str, sentence: str) -> tuple[Notice, ...]:
    """What is to be told of the sentence that answers a question: that by its words this is not known.

    Args:
        question: as it was asked.
        sentence: with the words that answer.
    """
    return (
        (Notice("not_known", "These words say that this is not known, or not settled yet."),)
        if says_not_known(question, sentence)
        else ()
    )


def _last_dated(judged: Judged, snapshot: Snapshot) -> str:
    """What the last judgement with a day is, and of when, in a sentence; "" where there is none."""
    dated = [event for event in judged.events if event.day]
    if not dated:
        return ""
    days = days_in_words(date.fromordinal(dated[-1].day), date.fromordinal(dated[-1].until))
    return f" The last one with a date is {grade_name(dated[-1], snapshot)}, of {days}."


def _year(day: int) -> int:
    return date.fromordinal(day).year


def _quoted(words: Sequence[str], joined: str) -> str:
    return f" {joined} ".join(f"“{one}”" for one in words)


def _from_before(judged: Judged) -> Iterator[Notice]:
    """That the judgement that answers was given before the time asked about, and of an inspection in between."""
    asked, event = judged.question, judged.answering[0]
    if judged.is_from_before and asked.first and asked.last:
        time = days_in_words(date.fromordinal(asked.first), date.fromordinal(asked.last))
        yield Notice("held", f"Judged {_when(event.day, event.until)}; the last judgement known before {time}.")
    if judged.between:
        time = _when(judged.between.day, judged.between.until)
        told = f"There was an inspection after that, {time}. No document here tells its judgement of this."
        yield Notice("inspected_since", told)


def _when(day: int, until: int) -> str:
    """Days after a verb: "on 3 May 2013", "in May 2013", "from 3 to 5 May 2013"."""
    days = days_in_words(date.fromordinal(day), date.fromordinal(until))
    return f"{'on' if day == until else 'from' if ' to ' in days else 'in'} {days}"


def of_judgement(judged: Judged | None, snapshot: Snapshot) -> tuple[Notice, ...]:
    """What is to be told of the judgement that answers: that it has no date, or that there was an inspection since."""
    if judged is None or not judged.answering:
        return ()
    found, event = [*_from_before(judged)], judged.answering[0]
    if not event.day and event.after:
        than = day_in_words(date.fromordinal(event.after))
        last = _last_dated(judged, snapshot)
        found.append(
            Notice(
                "undated", f"The document that says so has no date. It is later than {than}, of which it tells.{last}"
            )
        )
    if event.day and event.facts[0].judgement.basis == "reckoned":
        found.append(
            Notice("undated", f"The document that says so has no date. The year {_year(event.until)} is worked out.")
        )
    for other in judged.may_be_newer:
        since = f" It is later than {day_in_words(date.fromordinal(other.after))}." if other.after else ""
        name = grade_name(other, snapshot)
        told = f"A document without a date tells of another one ({name}), which may be the newer.{since}"
        found.append(Notice("undated", told))
    if judged.untimed:
        names = " or ".join(grade_name(one, snapshot) for one in judged.untimed)
        told = f"The documents tell of another one ({names}), too, without saying when: it may be older."
        found.append(Notice("undated", told))
    if judged.inspected:
        end = day_in_words(date.fromordinal(judged.inspected))
        found.append(
            Notice(
                "inspected_since",
                f"There was an inspection since, which ended on {end}. No document here tells its judgement of this.",
            )
        )
    if judged.headed:
        day = day_in_words(date.fromordinal(judged.headed.day))
        told = f"A later document, of {day}, is headed “{judged.headed.title}”: it may tell of another judgement."
        found.append(Notice("later", told))
    return tuple(found)
