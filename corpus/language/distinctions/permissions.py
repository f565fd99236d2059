"""Permissions: what may be and what may not, and whether a sentence tells the one where a question asks the other."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language.kinds import QUESTIONS_KEPT
from corpus.language.lasting.durations import says_from_when
from corpus.language.vocabulary import alternatives, load

_TABLE = load("predicates")
_ALL_BUT = re.compile(rf"\b{alternatives(_TABLE['all_but'])}\b", re.I)
_MAY = re.compile(rf"\b{alternatives(_TABLE['permission']['may'])}\b", re.I)
_MAY_NOT = re.compile(rf"\b{alternatives(_TABLE['permission']['not_'])}\b".replace("'", "['’]"), re.I)
_ASKS_DENIED = re.compile(
    rf"\b(?:what|which|where|who)(?:\s+(?!{alternatives(_TABLE['permission']['cases'])}\b)[\w’-]+){{0,5}}?\s+"
    rf"(?:{alternatives(_TABLE['permission']['not_'])}|(?:can|may|could|must|should)(?:\s+(?!(?:and|or|but|if|whether)\b)[\w’-]+){{1,3}}\s+not)(?!\w)"
    rf"|(?:^|[.:;?]\s+)when\s+(?:can|may|could|must|should)(?:\s+[\w’-]+){{1,3}}\s+not\b".replace("'", "['’]"),
    re.I,
)
_LIMITS = re.compile(rf"\b{alternatives(_TABLE['permission']['limits'])}\b", re.I)
_NONE_SHALL = re.compile(r"\bno\s[^.;:?!]{1,80}?\b(?:shall|may|can|must)\s+be\b", re.I)
"""So rules forbid: "No sheds shall be built."."""
_HOW_NEAR = re.compile(r"\bhow\s+(?:close|near|far)\b", re.I)
_WITHIN = re.compile(rf"\bwithin\s+[\w.,-]{{1,20}}\s?{alternatives([*load('units')['length'], 'm'])}\b", re.I)
"""So near nothing may be that is not to be within it: "no fires within 50 metres"."""
_ALL_OTHERS = re.compile(rf"\b{alternatives(_TABLE['permission']['all'])}\b[^.,;:?\n]{{1,40}}?\sbut\s", re.I)
_MONTH = alternatives(_TABLE["permission"]["month"])
_MONTH_MAY = re.compile(
    rf"(?<=[\w,;] ){_MONTH}\b(?! not\b)|(?i:\b{alternatives(_TABLE['permission']['before_month'])}[\s-]+{_MONTH}\b)"
    rf"|(?i:\d(?:st|nd|rd|th)\s+{_MONTH}\b)|(?i:\d\s+{_MONTH}\s+\d)"
)
_NEITHER = re.compile(rf"(?<!but )\b{alternatives(_TABLE['permission']['of_both'])}\b", re.I)
"""What denies a permission of two: "neither pens nor bags may be brought in"; behind "but" the rest is permitted."""


def permits_otherwise(question: str, sentence: str, words: str = "") -> bool:
    """Whether it is asked what may be done and a sentence says only what may not, without bounds, or the reverse.

    Args:
        question: such as "What may be borrowed?".
        sentence: such as "Tables may not be borrowed."
        words: of the sentence, which may begin with what is denied of two: "neither tables nor stools".
    """
    is_asked, asks_permitted, asks_forbidden = _asks(question)
    if not is_asked:
        return False
    if asks_permitted and not asks_forbidden and _NEITHER.match(words):
        return True
    forbids = _forbids(sentence)
    is_distance = _HOW_NEAR.search(question) and _WITHIN.search(sentence)
    is_limit = forbids and (_LIMITS.search(sentence) or is_distance or says_from_when(question, sentence))
    is_excepted = asks_forbidden and (_ALL_BUT.search(sentence) or _ALL_OTHERS.search(sentence))
    return forbids not in (_permits(sentence), asks_forbidden) and not (is_limit or is_excepted)


@lru_cache(maxsize=QUESTIONS_KEPT)
def _asks(question: str) -> tuple[bool, bool, bool]:
    """Whether a question asks what may or may not be done, what may, and what may not or is denied."""
    permits, forbids = _permits(question), _forbids(question)
    return permits or forbids, permits, forbids or _ASKS_DENIED.search(question) is not None


def _forbids(text: str) -> bool:
    return bool(_MAY_NOT.search(text) or _NONE_SHALL.search(text)) or (bool(_NEITHER.search(text)) and _may(text))


def _permits(text: str) -> bool:
    return _may(text) and not _NEITHER.search(text)


def _may(text: str) -> bool:
    return bool(_MAY.search(_MONTH_MAY.sub(" ", _MAY_NOT.sub(" ", text))))
