"""Texts that mention days in sentences without being published on them, made by kind of sentence."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.language.times.parts import MONTH_NAMES, WEEKDAYS

_TITLES = ("Grants guide", "Planning Committee", "Memories of the strike", "Your bins", "About the library", "Swimming")
_PROSE = (
    "The committee considered the report on the depot and agreed that the work should begin in spring.",
    "Residents can ask at the desk for a form, which takes about ten minutes to fill in.",
    "Nothing in this guide changes what the law says about it.",
)
_KINDS: dict[str, tuple[str, ...]] = {
    "deadline": (
        "Apply by {weekday}, {day} to be considered.",
        "Applications must reach us before {day}.",
        "The closing date is {weekday} {day} at noon.",
        "Deadline: {day}",
        "Closing date: {weekday} {day}",
        "Comments are welcome until {day}.",
        "Return the form by {day}. Late forms are not read.",
        "Please pay on or before {weekday}, {day}, or a charge is added.",
    ),
    "next meeting": (
        "The next meeting will be on {weekday} {day}.",
        "Date of next meeting: {weekday} {day}",
        "Next meeting: {day}, 7pm, Town Hall",
        "We shall meet again on {weekday}, {day}.",
        "It was agreed to adjourn to {weekday} {day}.",
    ),
    "history": (
        "On {weekday}, {day} the miners walked out and the pits stood idle for a year.",
        "On {day} the council was founded.",
        "{day}: the first tram ran along the High Street.",
        "The bridge was opened on {day} by the mayor.",
        "Published on {day}, the pamphlet shocked the whole town.",
        "Issued on {day} the order was soon withdrawn by the king.",
        "The fire of {day} destroyed the mill.",
        "{weekday} {day} was the coldest day that anyone here remembered.",
    ),
    "birthday": (
        "Mrs Ada Pound was born on {day} in Mill Lane.",
        "Date of birth: {day}",
        "Born: {day}",
        "John Hill ({day} to 3 March 1999) kept the lock for forty years.",
        "She will be a hundred years old on {weekday}, {day}.",
    ),
    "quoted": (
        "“Today, {weekday} {day}, we walked out,” he wrote in his diary.",
        "“At a meeting today, {weekday} {day}, we agreed to strike,” the diary says.",
        'The poster read: "Published {day}".',
        "“Published {day} by the parish” stands on the stone.",
        "As the paper put it, ‘announced today, {weekday} {day}’.",
    ),
    "today": (
        "Today, {day}, is remembered as the day the pits closed.",
        "If you read this today, {day}, there is still time to apply.",
        "Tickets bought today, {weekday} {day}, or later are not valid.",
    ),
    "as of": (
        "As of {day}, there were 41 places left.",
        "Figures are correct as at {day}.",
        "The population on {day} was 41,200.",
        "Data downloaded on {day}.",
        "Prices last checked on {day} were the same.",
    ),
    "effective": (
        "The rules apply from {day}.",
        "Effective from {day}, parking costs £2 an hour.",
        "This policy takes effect on {weekday} {day}.",
        "The licence is valid until {day}.",
        "Review date: {day}",
        "Expires: {day}",
    ),
    "meeting": (
        "Meeting held on {weekday} {day} at 7pm",
        "The committee met on {weekday} {day} and agreed.",
        "To approve the minutes of the meeting held on {day}.",
        "Minutes of the previous meeting on {weekday} {day} were signed.",
    ),
    "inspection": (
        "Inspection dates: {day}",
        "Inspectors visited on {day} and saw four lessons.",
        "Date of previous inspection: {day}",
        "The service was judged inadequate on {day}.",
    ),
    "event": (
        "The fair opens on {weekday}, {day} at ten.",
        "Join us on {weekday} {day} for tea.",
        "Saturday market: first held {day}",
        "Polling day is {weekday}, {day}.",
    ),
    "letter of others": (
        "Thank you for your letter of {day}, which reached us late.",
        "We refer to the notice dated {day} and to the plan.",
        "In an e-mail sent on {weekday}, {day} she objected.",
    ),
}


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text that mentions a day.

    Attributes:
        kind: of the sentence.
        text: a title, and some paragraphs of which one is the sentence.
        day: the day.
    """

    kind: str
    text: str
    day: date


def dated_texts() -> Iterator[DatedText]:
    """Texts of every kind of sentence, each with the sentence in three places; always the same ones."""
    chance = random.Random(10)
    for kind, sentences in _KINDS.items():
        for sentence in sentences:
            for place in range(4):
                day = date(1984, 3, 5) + timedelta(days=chance.randrange(15_000))
                said = sentence.format(day=_written(day, chance), weekday=WEEKDAYS[day.weekday()].capitalize())
                paragraphs = [chance.choice(_TITLES), *chance.sample(_PROSE, 2)]
                paragraphs.insert((1, 2, len(paragraphs), 0)[place], said)
                yield DatedText(kind, "\n\n".join(paragraphs) + "\n", day)


def _written(day: date, chance: random.Random) -> str:
    month = MONTH_NAMES[day.month - 1]
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th") if day.day not in (11, 12, 13) else "th"
    forms = (f"{day.day} {month} {day.year}", f"{day.day}{suffix} {month} {day.year}", f"{day:%d/%m/%Y}")
    return chance.choices(forms, (6, 2, 1))[0]
