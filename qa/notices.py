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


def of_judgement(judged: Judged | None) -> tuple[Notice, ...]:
    """What is to be told of the judgement that answers: that it has no date, or that there was an inspection since."""
    if judged is None or not judged.answering:
        return ()
    found, event = [], judged.answering[0]
    if not event.day and event.after:
        than = day_in_words(date.fromordinal(event.after))
        found.append(
            Notice("undated", f"The document that says so has no date. It is later than {than}, of which it tells.")
        )
    if judged.inspected:
        end = day_in_words(date.fromordinal(judged.inspected))
        found.append(
            Notice(
                "inspected_since",
                f"There was an inspection since, which ended on {end}. No document here tells its judgement of this.",
            )
        )
    return tuple(found)
