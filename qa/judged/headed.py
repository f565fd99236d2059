"""Headlines: papers later than a judgement whose titles give another grade, though that was not read in them."""

from __future__ import annotations

from index.seams import DocumentMeta, Scope
from index.snapshot import Snapshot
from qa.judged.events import NEAR_DAYS, Event
from qa.judged.question import grades_worded, speaks_of_judging, taken, words_of
from qa.judged.standing import names_judging
from qa.judged.subjects import Subject, subject_named


def headed_otherwise(event: Event, subject: Subject, snapshot: Snapshot, scope: Scope) -> DocumentMeta | None:
    """The newest paper that is well after a judgement and is headed by another grade of the same; None for none.

    "Wendham rated good at last" may tell of a judgement that its sentences state in words of their own. Where they
    state one of that grade, it is known; the old grade may be recalled below.

    Args:
        event: the last judgement that is known.
        subject: whose it is.
        snapshot: with the documents.
        scope: the documents that may answer.
    """
    scale = snapshot.scales[event.facts[0].judgement.scale]
    found = [
        document
        for index, document in enumerate(snapshot.metadata)
        if event.day and document.day > event.until + NEAR_DAYS and index in scope
        if _is_headed(document.title, subject)
        if (grades := taken(document.title.casefold(), grades_worded([scale]))[1])
        and not any((scale.key, grade) in meant for grade in _stated(document, event) for meant in grades)
    ]
    return max(found, key=lambda document: document.day, default=None)


def _stated(document: DocumentMeta, event: Event) -> set[str]:
    """The grade of a judgement, and those that a document states on its scale."""
    scale = event.facts[0].judgement.scale
    return {event.grade, *(judgement.grade for judgement in document.judgements if judgement.scale == scale)}


def _is_headed(title: str, subject: Subject) -> bool:
    """Whether a title names somebody and speaks of judging: "Wendham: good practice in fostering" does not."""
    is_judged = speaks_of_judging(title) or names_judging(title)
    return is_judged and subject != () and subject_named(words_of(title), [subject])[0] == subject
