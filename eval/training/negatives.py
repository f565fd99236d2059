"""Questions that documents cannot answer, made of questions that others can: confidence is calibrated on them too.

People who write question sets write few such questions, and of few kinds. Some can be made of any sets: questions about
something else altogether; questions with another name or another year in them; questions put to three passages, with or
without one that answers; and, where documents are reports on many places, questions about places whose reports are
taken away, and after a rating that was not given.
"""

from __future__ import annotations

import json
import random
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from corpus.language.statements import asked_rating, same_rating
from corpus.language.times.parts import TOLD_YEARS, YEAR
from corpus.language.words import stems
from eval.measures.relevance import overlaps_enough
from eval.records import Dataset, Question, Retrieved
from index.seams import Rows
from index.snapshot import Snapshot
from qa.query import understand

_YEAR = re.compile(rf"(?<![\w-]){YEAR}(?![\w-])")


def foreign_questions(
    snapshot: Snapshot, own: str, others: Iterable[Dataset], count: int, today: date
) -> list[Question]:
    """Questions of other sets that a snapshot cannot answer: none of their names or answers stands in it.

    Args:
        snapshot: of the documents that are asked.
        own: the name of their own set, which gives none.
        others: sets.
        count: at most so many, drawn with seed 0.
        today: what "last year" counts from.
    """
    pool = [question for other in others if other.name != own for question in other.questions if question.answerable]
    random.Random(0).shuffle(pool)
    texts = [" ".join(document.text.split()).casefold() for document in snapshot.document_store.documents()]
    found: list[Question] = []
    for question in pool:
        if len(found) == count:
            break
        answers = {" ".join(span.text.split()).casefold() for span in question.gold}
        names = understand(question.text, snapshot, today=today).interpretation.names
        if not any(name.known for name in names) and not any(answer in text for answer in answers for text in texts):
            found.append(_unanswerable(question))
    return found


def places_left_out(dataset: Dataset, snapshot: Snapshot, corpus: Path, today: date) -> list[Question]:
    """Take half of the places of a series away.

    The documents that are left are written, and the questions about the others given.

    Args:
        dataset: whose corpus is one .jsonl file.
        snapshot: of all its documents.
        corpus: where to write what is left of its documents.
        today: what "last year" counts from.
    """
    about = {question.id: _called(question, snapshot, today) for question in dataset.questions if question.answerable}
    gone = {called for called in about.values() if called and zlib.crc32(str(called).encode()) % 2}
    ids = {snapshot.document_meta(document_index).id for called in gone for document_index in called}
    corpus.parent.mkdir(parents=True, exist_ok=True)
    with corpus.open("w", encoding="utf-8") as file:
        for record in _records(dataset):
            if record.get("id", record.get("_id")) not in ids:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return [_unanswerable(question) for question in dataset.questions if about.get(question.id) in gone]


def other_names(
    snapshot: Snapshot, dataset: Dataset, others: Iterable[Dataset], count: int, today: date
) -> list[Question]:
    """Questions of a set in which a name that its documents know is exchanged for one that they do not.

    Args:
        snapshot: of the set's documents.
        dataset: the set.
        others: sets to take names from.
        count: at most so many, drawn with seed 0.
        today: what "last year" counts from.
    """
    chance = random.Random(0)
    strange = sorted(
        {
            name.text
            for other in others
            if other.name != dataset.name
            for question in other.questions
            for name in understand(question.text, snapshot, today=today).unknown
        }
    )
    pool = [question for question in dataset.questions if question.answerable]
    chance.shuffle(pool)
    found: list[Question] = []
    for question in pool if strange else ():
        if len(found) == count:
            break
        known = [name for name in understand(question.text, snapshot, today=today).interpretation.names if name.known]
        if not known:
            continue
        name = chance.choice(known)
        text = f"{question.text[: name.start]}{chance.choice(strange)}{question.text[name.end :]}"
        if understand(text, snapshot, today=today).unknown:
            found.append(replace(_unanswerable(question), id=f"{question.id} of another name", text=text))
    return found


def other_years(snapshot: Snapshot, dataset: Dataset, count: int, today: date) -> list[Question]:
    """Questions of a set in which the year is exchanged for another.

    Of that, no passage or document tells all that the question asks about.

    Args:
        snapshot: of the set's documents.
        dataset: the set.
        count: at most so many, drawn with seed 0.
        today: what "last year" counts from.
    """
    chance = random.Random(0)
    lexical = snapshot.lexical_index
    years = [year for year in range(TOLD_YEARS.start, today.year + 1) if lexical.frequency(str(year))]
    pool = [question for question in dataset.questions if question.answerable]
    chance.shuffle(pool)
    made: list[Question] = []
    for question in pool:
        if len(made) == count:
            break
        periods = understand(question.text, snapshot, today=today).interpretation.periods
        match = _YEAR.search(periods[0].text) if len(periods) == 1 and periods[0].first and periods[0].last else None
        if match is None or int(match.group()) not in TOLD_YEARS or periods[0].text.count(match.group()) > 1:
            continue
        start = periods[0].start + match.start()
        before, after = question.text[:start], question.text[start + len(match.group()) :]
        rest = {stem for stem in stems(f"{before} {after}") if lexical.frequency(stem)}
        others = (year for year in chance.sample(years, len(years)) if str(year) != match.group())
        other = next((year for year in others if not _told(snapshot, rest, year)), None)
        if other:
            made.append(
                replace(_unanswerable(question), id=f"{question.id} in {other}", text=f"{before}{other}{after}")
            )
    return made


def _told(snapshot: Snapshot, rest: Iterable[str], year: int) -> bool:
    """Whether a passage with all of some stems names a year, or stands in a document that is of it."""
    lexical = snapshot.lexical_index
    rows = [set(lexical.rows(stem, "text").tolist()) for stem in rest]
    named = set(lexical.rows(str(year), "text").tolist())
    for document in snapshot.metadata:
        if document.day and date.fromordinal(document.day).year == year:
            named |= set(document.rows)
    return bool(set.intersection(named, *rows))


def of_three_passages(snapshot: Snapshot, questions: Iterable[Question]) -> Iterator[tuple[Question, Rows]]:
    """Questions with the rows of the three passages of their own documents that are their candidates.

    For every other question, one of the three answers.

    Where there is little to choose from, the best passage stands out however bad it is: confidence has to know.
    """
    chance = np.random.default_rng(0)
    passages = snapshot.manifest.passages
    for position, question in enumerate(question for question in questions if question.answerable):
        answering = [
            row
            for span in question.gold
            for row, start, end in snapshot.document_store.spans(span.document_id)
            if overlaps_enough(Retrieved(span.document_id, start, end, "", 0.0, {}), span)
        ]
        others = np.setdiff1d(np.arange(passages), answering)
        if not answering or len(others) < 3:
            continue
        rows = np.sort(chance.choice(others, 3, replace=False))
        if position % 2:
            yield _unanswerable(question), rows
        else:
            yield replace(question, id=f"{question.id} of three"), np.sort(np.array([answering[0], *rows[1:]]))


def other_ratings(dataset: Dataset) -> list[Question]:
    """The questions of a set that name a rating, with each other rating of its questions in its place.

    Some of them may have an answer.
    """
    rated = [
        (question, rating)
        for question in dataset.questions
        if question.answerable and (rating := asked_rating(question.text))
    ]
    ratings = dict.fromkeys(rating.casefold() for _, rating in rated)
    return [
        replace(_unanswerable(question), id=f"{question.id} {other}", text=question.text.replace(rating, other))
        for question, rating in rated
        for other in ratings
        if not same_rating(rating, other)
    ]


def _called(question: Question, snapshot: Snapshot, today: date) -> tuple[int, ...]:
    documents: Sequence[tuple[int, ...]] = understand(question.text, snapshot, today=today).documents
    return documents[0] if documents else ()


def _records(dataset: Dataset) -> Iterable[dict[str, Any]]:
    assert dataset.corpus is not None, "a series is read from a file of documents"
    with dataset.corpus.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _unanswerable(question: Question) -> Question:
    return replace(question, id=f"{question.id} elsewhere", answerable=False, gold=())
