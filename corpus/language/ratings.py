"""Ratings in a text, as a judgement scale gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.language.context import before, in_small_letters

_RATING = re.compile(
    r"(?<![\w-])(?:requir(?:es?|ed|ing)\s+improvement(?:\s+to\s+be\s+(?:good|outstanding))?|inadequate(?:ly)?|outstanding|unsatisfactory(?:\s+and\s+needs\s+urgent\s+improvement)?"
    r"|satisfactory|special\s+measures|serious\s+weaknesses|adequate\s+and\s+needs\s+improvement|needs\s+(?:urgent\s+|significant\s+|major\s+)?improvement"
    r"|significant\s+improvement\s+required|improvement\s+necessary|not\s+sufficiently\s+good|reasonably\s+good|generally\s+satisfactory"
    r"|substantial\s+assurance|reasonable\s+assurance|moderate\s+assurance|limited\s+assurance|no\s+assurance|grade\s+[0-9a-g](?:[+-]|\b)|band\s+[0-9]\b"
    r"|one[\s-]star|two[\s-]stars?|three[\s-]stars?|four[\s-]stars?|five[\s-]stars?|[0-5][\s-]stars?|[0-9]+(?:\.[0-9]+)?\s+out\s+of\s+[0-9]+|[gvc][1-4](?=\W|$)"
    r"|rated\s+[0-9](?:\.[0-9])?|scored\s+[0-9]+(?:\.[0-9]+)?"
    r"|very\s+good|very\s+poor|good|poor|fair|weak|strong|adequate|excellent|passed|failed|pass|fail)(?![\w-])"
)
"""Words by which inspectors grade, in a text in lower case."""
_WEAK = frozenset(
    {
        "very good",
        "very poor",
        "good",
        "poor",
        "fair",
        "weak",
        "strong",
        "adequate",
        "excellent",
        "passed",
        "failed",
        "pass",
        "fail",
    }
)
"""Ratings that are everyday words too, and count only where they stand as a grade does."""
_GRADED_BEFORE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|remains?|remained|judged|rated|graded|deemed|assessed|found|considered|as(?:\s+an?)?|from|to|or|overall|effectiveness"
    r"|(?:grade|rating|judgement|judgment|score)(?:\s+of)?|outcome|now|still|also|becom(?:e|es|ing)|became|than|least|either)"
    r"|[:|–—\"“‘'(]|(?:^|\n)[ \t•◼]*)\s*[\"“‘']?$"
)
_GRADED_AFTER = re.compile(
    r"[ \t]*(?:$|[.,;:)|\"”’'\n–—]|(?:overall|in|for|because|by|and|or|but|with|at|when|service|provider|following|after|since|to|across|as)\b)"
)
_GRADE_NAMED = re.compile(r"\s+(?:ofsted\s+|cqc\s+|estyn\s+)?(?:ratings?|grades?|judgements?|judgments?)\b")
_OWED = re.compile(r"\s+(?:debts?|balance|amounts?|actions?|issues?|payments?|loans?|natural|work|cases)\b")


def ratings(text: str) -> Iterator[re.Match[str]]:
    lowered = in_small_letters(text)
    return (match for match in _RATING.finditer(lowered) if _rates(match, text, lowered))


def _rates(match: re.Match[str], text: str, lowered: str) -> bool:
    """Whether a rating's words rate where they stand."""
    start, end = match.span()
    word = " ".join(match.group().split())
    if (len(word) == 2 and text[start].islower()) or (word == "outstanding" and _OWED.match(lowered, end)):
        return False
    as_a_grade = _GRADED_AFTER.match(lowered, end) and before(_GRADED_BEFORE, lowered, start)
    return bool(word not in _WEAK or as_a_grade or _GRADE_NAMED.match(lowered, end))


def is_rating(text: str) -> bool:
    """Whether a text is a rating and nothing else."""
    lowered = in_small_letters(text)
    match = _RATING.match(lowered)
    return match is not None and match.end() == len(text) and _rates(match, text, lowered)
