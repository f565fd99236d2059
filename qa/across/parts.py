"""Questions which parts of what was judged were given a grade: "Which part of the service was not outstanding?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from corpus.judgements.scales import Scale
from corpus.language.folding import searchable
from corpus.language.names import bare
from corpus.language.vocabulary import alternatives, load
from qa.across.question import ALLOWED, RowsQuestion, days_of, whose_and_what
from qa.judged.question import grades_worded, speaks_of_judging, taken
from qa.judged.subjects import Subject
from qa.query import Query

_TABLE = load("parts_questions")
_ALLOWED: Final = ALLOWED | frozenset(
    bare(word) for words in _TABLE.values() for phrase in words for word in re.split(r"[\s-]", phrase)
)
_NOUNS: Final = alternatives([*_TABLE["parts"], *_TABLE["judgements"]])
_WHICH = re.compile(rf"^\W*(?:which|what)\s+(?:of\s+[^?]{{1,60}}?\s)?(?P<noun>{_NOUNS})\b", re.I)
_WHAT = re.compile(rf"^\W*what\s+{alternatives(_TABLE['was'])}\s+(?:{alternatives(_TABLE['beside'])}\s+)*$", re.I)
_NOT = re.compile(r"\bnot\b|(?<=\w)n['’]t\b", re.I)
_ABOUT = re.compile(rf"\b{alternatives(_TABLE['about'])}\b", re.I)
_OPEN = re.compile(rf"\b{alternatives(_TABLE['open'])}\b", re.I)


def may_ask_for_parts(question: str) -> bool:
    """Whether a question may ask which parts were given a grade; a quick look."""
    return re.match(r"\W*(?:which|what)\b", question, re.I) is not None


def read_parts_question(query: Query, subjects: Collection[Subject], scales: Sequence[Scale]) -> RowsQuestion | None:
    """What a question asks for, where that is which parts were given a grade, or not; None where it may ask for more.

    Args:
        query: the question.
        subjects: who is known.
        scales: by which facts are known.
    """
    text, is_other = _NOT.subn(" not", searchable(query.question).casefold())
    rest, grades = taken(text, grades_worded(scales))
    which = _WHICH.match(text)
    noun = which["noun"] if which else ""
    periods = query.interpretation.periods
    if len(grades) != 1 or len(periods) > 1 or not (noun or _WHAT.match(rest.partition("\n")[0])):
        return None
    if (_OPEN.search(text) and (not noun or noun in _TABLE["of_all"])) or _ABOUT.search(text):
        return None
    named, parts = whose_and_what(query, text, subjects, scales, _ALLOWED)
    if len(named or subjects) != 1 or parts != frozenset() or not (named or speaks_of_judging(query.question)):
        return None
    return RowsQuestion(
        "parts",
        "rows",
        named,
        frozenset(),
        frozenset(scale for scale, _ in grades[0]),
        tuple(grades),
        frozenset(),
        tuple(days_of(period) for period in periods),
        "held" if periods else "now",
        is_other=is_other > 0,
        of_whole=noun in _TABLE["judgements"],
        asked_on=query.today.toordinal(),
    )
