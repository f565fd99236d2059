"""Sections over time: what papers of one body say under one heading, each with the day that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Final

from corpus.language.kinds import Span
from corpus.language.lasting.holding import Held
from corpus.language.overtaking import of_another
from corpus.language.predicates import unsettled
from corpus.language.rows import is_row
from corpus.language.words import stems
from corpus.structure import CONTEXT_SEPARATOR
from qa.choosing.answer_model import Chosen
from qa.choosing.statements import Statement, is_denied, is_unsound
from qa.held.holders import Told
from qa.held.valued import but_for_value, dated, has_money, key_of, of_names, sentence_spans, sort_of, stated
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.listed import heading_over
from qa.passages.quoted import AnswerSpan
from qa.passages.sentences import QUOTABLE

_NUMBER: Final = re.compile(r"\W*(?:\w*\d[\w/.)-]*|[a-z][.)])(?=\s)", re.I)
"""What a heading is numbered by: "47/25 Insurance"."""


def of_sections(asked: Asked, chosen: Chosen) -> Iterator[Told]:
    """What the first words say, and what papers of other days by the same body say of it under the same heading.

    A sentence says it there that has a value of the same sort, and the words of the question that stand in the first
    one beside its value; of a sum these may stand in the heading. Of several such sentences the one that was chosen to
    be quoted says it, and where that is not among them, none.

    Args:
        asked: the question.
        chosen: its passages in order.
    """
    anchor = Statement(chosen.ranking.candidates[0], chosen.spans[0])
    heading = _heading(anchor.candidate, anchor.span)
    if not heading or not key_of(anchor) or is_row(anchor.sentence) or sort_of(anchor) == "date":
        return
    wanted = set(stems(but_for_value(anchor))).intersection(asked.question_stems)
    wanted -= heading if has_money(anchor) else set()
    spans = dict(zip_longest((one.row for one in chosen.ranking.candidates), chosen.spans))
    others = []
    for candidate in of_names(asked, chosen.ranking):
        if not candidate.document.day or candidate.document.day == anchor.candidate.document.day:
            continue
        found = [
            one
            for one in _statements(asked, candidate)
            if _heading(candidate, one.span) == heading
            and _is_alike(asked, anchor, one, wanted)
            and not is_unsound(asked, one)
        ]
        if best := _best(found, spans.get(candidate.row)):
            others.append(dated(best, key_of(best), best.span.sentence))
    if others:
        own = dated(anchor, key_of(anchor), anchor.span.sentence)
        is_settled = not unsettled(asked.query.question, anchor.sentence)
        yield own if is_settled else replace(own, held=Held(is_past=True))
        yield from others


def _statements(asked: Asked, candidate: Candidate) -> Iterator[Statement]:
    """What the sentences of a passage state."""
    for span, kind in sentence_spans(asked, candidate):
        if kind in QUOTABLE:
            yield stated(asked, candidate, span)


def _is_alike(asked: Asked, one: Statement, other: Statement, wanted: set[str]) -> bool:
    """Whether another statement has a value of the same sort, and some words; and is denied where the one is.

    It is not where its value is of what another value of the one's sentence is of.
    """
    is_same = sort_of(one) == sort_of(other) and has_money(one) == has_money(other)
    is_told = is_same and bool(key_of(other)) and bool(wanted or has_money(one))
    if is_told and of_another(_placed(one), _placed(other), asked.question_stems):
        return False
    return is_told and wanted <= set(stems(other.sentence)) and is_denied(one) == is_denied(other)


def _placed(one: Statement) -> tuple[str, Span, date | None]:
    """The sentence of a statement, where its value stands in it, and the day of its document."""
    return one.sentence, one.within, one.candidate.document.said


def _best(found: Sequence[Statement], quoted: AnswerSpan | None) -> Statement | None:
    """The one statement of some, or of several that which is quoted; None for none."""
    if len(found) == 1:
        return found[0]
    return next((one for one in found if quoted and one.span.sentence == quoted.sentence), None)


def _heading(candidate: Candidate, span: AnswerSpan) -> frozenset[str]:
    """The stems of the nearest heading above some words, without its number; empty where only a title stands there."""
    passage = candidate.passage
    over = heading_over(passage, span.sentence)
    own = passage.text[over.start : over.end] if over else passage.heading.rpartition(CONTEXT_SEPARATOR)[2]
    return frozenset(stems(_NUMBER.sub("", own, count=1))) - frozenset(stems(candidate.document.title))
