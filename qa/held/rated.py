"""Ratings over time that only words tell: which grade sentences give to what is asked about, each with its time."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.language.distinctions.namesakes import names_more
from corpus.language.kinds import Span
from corpus.language.lasting.holding import Held, clause_of, days_of, verb_forms
from corpus.language.ratings import grades_part
from corpus.language.times.dates import dates
from corpus.language.values import kind_stems
from corpus.language.words import stems
from qa.checks.rated_parts import rates_part
from qa.choosing.statements import Matter, Statement, is_unfit, value_in
from qa.held.holders import Told
from qa.held.valued import of_names, sentence_spans
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.passages.sentences import QUOTABLE
from qa.ranking.rank import Ranking


def of_ratings(asked: Asked, anchor: Statement, ranking: Ranking) -> Iterator[Told]:
    """Which grade is given to what is asked about, by sentences that hold of it what those of the first words hold.

    Names may stand above a sentence. The time of a grade is that of the only date in its clause, or else that of its
    document.

    Args:
        asked: the question.
        anchor: the first words.
        ranking: of the passages.
    """
    if anchor.span.value is None or anchor.value.kind != "rating":
        return
    matter = Matter(asked)
    all_wanted = set(matter.plain) - kind_stems()
    wanted = all_wanted.intersection(stems(anchor.sentence))
    for candidate in of_names(asked, ranking):
        for span, kind in sentence_spans(asked, candidate):
            sentence = candidate.passage.text[slice(*span)]
            own = set(stems(sentence))
            if kind not in QUOTABLE or not wanted <= own or not all_wanted <= own | _above(candidate):
                continue
            statement = anchor if (candidate.row, span) == _place(anchor) else _graded(asked, candidate, span)
            is_part = statement and not all_wanted and statement != anchor and _of_part(asked, statement)
            if statement and not is_part and not _of_another(asked, statement) and not is_unfit(asked, statement):
                yield Told(statement, _grade(statement), _since(statement), candidate.document.day)


def _above(candidate: Candidate) -> set[str]:
    """The stems of what stands above a passage."""
    return set(stems(f"{candidate.document.title}\n{candidate.passage.heading}\n{candidate.passage.context}"))


def _place(statement: Statement) -> tuple[int, Span]:
    return statement.candidate.row, statement.span.sentence


def _graded(asked: Asked, candidate: Candidate, span: Span) -> Statement | None:
    """The only grade that a sentence gives; None where it gives none, or several."""
    value = value_in(asked, candidate, span)
    return Statement(candidate, AnswerSpan(value[:2], span, value)) if value and value[2].kind == "rating" else None


def _of_another(asked: Asked, statement: Statement) -> bool:
    """Whether a sentence tells of a part of what is asked about, as the words beside its grade say."""
    start, end = statement.within
    return names_more(f"{statement.sentence[:start]}; {statement.sentence[end:]}", verb_forms(asked.query.terms))


def _of_part(asked: Asked, statement: Statement) -> bool:
    """Whether a sentence grades a part of what is asked about, as "Behaviour was outstanding" does."""
    begin, _ = clause_of(statement.sentence, statement.within)
    document, passage = statement.candidate.document, statement.candidate.passage
    if rates_part(asked, passage, document.title, statement.span.quote):
        return True
    names = frozenset(stems(f"{asked.query.question}\n{document.title}\n{passage.heading}"))
    return grades_part(statement.sentence[begin : statement.within[0]], names)


def _grade(statement: Statement) -> str:
    return " ".join(stems(statement.value.normalized))


def _since(statement: Statement) -> Held:
    """From when on a grade is told to hold: the only date in its clause; of a sentence with none its document's day."""
    document = statement.candidate.document
    begin, end = clause_of(statement.sentence, statement.within)
    told = list(dates(statement.sentence, document.said))
    found = {days for mention in told if begin <= mention.start < end and (days := days_of(mention))}
    if told:
        return Held(found.pop()[0]) if len(found) == 1 else Held()
    return Held(document.day)
