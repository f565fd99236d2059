"""Questions over many documents: counts, differences, averages and comparisons that no single passage answers."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language.kinds import QUESTIONS_KEPT
from corpus.language.rows import is_row
from corpus.language.vocabulary import COUNTS, first_of, load

_TABLE = load("across")


def _any(name: str) -> str:
    """A pattern of any of the patterns in a list."""
    return rf"\b(?:{'|'.join(_TABLE[name])})\b"


_DOCUMENTS, _HELD = _any("documents"), _any("held")
_ASKS_CORPUS = re.compile(rf"\b(?:how many|what|which)\s+(?P<called>{_DOCUMENTS})\s+{_HELD}\W*$", re.I)
_ASKS_DIFFERENCE = re.compile(r"\bhow (?:many|much) (?:more|fewer|less)\b.*\bthan\b", re.I | re.S)
_HOW_MANY = re.compile(r"\bhow many\b", re.I)
_ASKS_TIMES = re.compile(r"\bhow many times\b", re.I)
_TIMES_COUNTED = re.compile(rf"{_ASKS_TIMES.pattern}(?!\s+{_any('by_rule')})", re.I)
"""How often something may be or is done as a rule, one passage tells: "How many times can I renew?"."""
_ASKS_AVERAGE = re.compile(
    r"\b(?:average|(?<=\bthe )mean|median) (?:\w+ ){0,2}(?:of|for|in|per|across|rating|score|grade)\b", re.I
)
_ASKS_CHANGE = re.compile(
    rf"\bby how (?:much|many)\b|{first_of('how (?:much|many)')}[^?]*{_any('changed_by')}\s+(?!(?:be|been|being)\b)"
    rf"(?:[\w'’-]+\s+){{1,8}}?{_any('changing')}(?!\s+(?:to|from)\b)(?:\s+by\W*$|\W*$)",
    re.I,
)
"""Trees that were grown are counted: of what has changed something stands between the two verbs."""
_NEEDED = (
    (_ASKS_CHANGE, re.compile(rf"{_any('changes')}|%", re.I)),
    (_ASKS_DIFFERENCE, re.compile(_any("differences"), re.I)),
    (_ASKS_TIMES, re.compile(_any("times"), re.I)),
    (_ASKS_AVERAGE, re.compile(_any("averages"), re.I)),
)
"""Questions, and what a sentence that answers one must say."""
_NUMBER = rf"(?:\b[0-9]+|\b(?:{'|'.join(COUNTS)}))\s+(?:\w+\s+)?"
_ONE_OF_MANY = rf"(?:which|whose|what(?!['’]?s\b|\s+{_any('not_one_of')}))"
_ASKS_ACROSS = re.compile(
    rf"{first_of(_ONE_OF_MANY)}[^?]*{_any('superlatives')}(?!\s+than\s+\W?\d)"
    rf"|{_any('comparing')}|{_any('sums')}"
    rf"|\b(?:which|how many|(?:name|list)(?: all)?(?: of)?(?: the)?)\s+(?:of the\s+)?(?:\w+\s+)?{_any('many')}",
    re.I,
)


HIGHEST = frozenset[str](_TABLE["highest"])
"""Words that ask for the most of something."""
_ASKS_EXTREME = re.compile(
    rf"{first_of('(?:which|whose|what|who)')}[^?]*?"
    rf"\bthe\s+(?P<extreme>{'|'.join((*_TABLE['highest'], *_TABLE['lowest']))})\b",
    re.I,
)


def extreme_asked(question: str) -> str:
    """The word by which a question asks which of many has the most of something, or the fewest; "" where none does.

    Args:
        question: such as "Which council has the fewest children in care?".
    """
    found = _ASKS_EXTREME.search(question)
    return found["extreme"].casefold() if found else ""


def asks_across(question: str) -> bool:
    """Whether a question asks for a count, a comparison or a list that may take many passages."""
    needed = (pattern for pattern, _ in _NEEDED if pattern not in (_ASKS_CHANGE, _ASKS_TIMES))
    return any(pattern.search(question) for pattern in (_ASKS_CORPUS, _ASKS_ACROSS, _TIMES_COUNTED, *needed))


def asks_difference(question: str) -> bool:
    """Whether a question asks how much more there is of one than of another, which neither of the two says."""
    return _ASKS_DIFFERENCE.search(question) is not None


def says_no_total(question: str, sentence: str) -> bool:
    """Whether a question asks for a difference, a change, an average or a count, and a sentence says none.

    A sentence that answers has a word of it, as "23 more than" or "inspected twice"; "fell to 37" tells no change. How
    often something may be as a rule, a row of a table tells by a number.
    """
    if corpus := _ASKS_CORPUS.search(question):
        counted = rf"{_NUMBER}{re.escape(corpus['called'].rstrip('sS'))}"
        return not (_HOW_MANY.search(question) and re.search(counted, sentence, re.I))
    is_rule_in_row = is_row(sentence.partition("\n")[0]) and not _TIMES_COUNTED.search(question)
    return any(
        not needed.search(sentence) and not (asked is _ASKS_TIMES and is_rule_in_row)
        for asked, needed in _needed_for(question)
    )


@lru_cache(maxsize=QUESTIONS_KEPT)
def _needed_for(question: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Those of `_NEEDED` by which a question asks."""
    return [(asked, needed) for asked, needed in _NEEDED if asked.search(question)]
