"""Notices: what whoever reads an answer should know of how the question was taken."""

from __future__ import annotations

from datetime import date

from corpus.language.wording import day_in_words
from qa.answer import Notice
from qa.judged.answering import Judged
from qa.query import Interpretation


def notices(read: Interpretation) -> tuple[Notice, ...]:
    """What is to be told of how a question was read: signs of other search engines that are not obeyed."""
    if not read.ignored:
        return ()
    one = len(read.ignored) == 1
    signs = ", ".join(read.ignored)
    return (Notice("ignored_syntax", f"{signs} {'is' if one else 'are'} searched as plain words."),)


def undated(judged: Judged | None) -> tuple[Notice, ...]:
    """That the judgement that answers has no date, and what tells that it is later than the others."""
    answering = judged.answering[:1] if judged else ()
    return tuple(
        Notice(
            "undated",
            "The document that says so has no date. It is later than "
            f"{day_in_words(date.fromordinal(event.after))}, of which it tells.",
        )
        for event in answering
        if not event.day and event.after
    )
