"""Turned words: unpaid leave is not paid leave, a non-member no member, and off-peak not the peak."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language.folding import searchable
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("turned")
_WORD = re.compile(rf"(?P<prefix>\b(?:{alternatives(_TABLE['prefixes'])}-|non\s+))?(?P<word>[a-z]+(?:['’]t\b)?)")
_LEAST_LETTERS = 4
"""Shorter words are no contrary of one that begins with "un"."""
_JOINED_WORD = re.compile(rf"{alternatives(_TABLE['joined'])}(?P<rest>[a-z]{{{_LEAST_LETTERS},}})")
_NO_CONTRARY = frozenset[str](_TABLE["no_contrary"])
_NEGATION, _ARTICLES = frozenset[str](_TABLE["negation"]), frozenset[str](_TABLE["articles"])
_OTHERS = re.compile(rf"\b{alternatives(_TABLE['others'])}\b", re.I)
_NOT_A = re.compile(r"\b(?:not|\w+n['’]t)\s+an?\s+\w+", re.I)
_DENIED = re.compile(
    r"\b(?:not|cannot|never|no|without|\w+n['’]t)(?:\s+(?:an?|the|any|be|been|i|we|you|they))*\s+\w+", re.I
)
"""What a question denies may well be told of by the word itself: "if I can't pay"; "not a member" is a non-member."""
_HOW = re.compile(r"\bhow\s+[a-z]+", re.I)
"""How much something is so, it may well not be: "Uncommon" answers "How common are cramps?"."""
_OF_THOSE_NOT = re.compile(
    rf"\b(?:that|which|who)\s+{alternatives(_TABLE['being'])}(?:\s+{alternatives(_TABLE['negation'])}|n['’]t)\s+"
    rf"(?:(?:{alternatives(_TABLE['articles'])})\s+)*(?P<word>[a-z]+)\b(?!\s+{alternatives(_TABLE['in_time'])}\b)",
    re.I,
)
"""Those of whom something is not so, and no more of it: "bicycles that are not folded"."""


def is_turned(question: str, said: str) -> bool:
    """Whether a question asks of what is so and something is said only of what is not, by one word, or the other way.

    Args:
        question: such as "How much unpaid leave may I take?" or "What is the price if I am not a member?".
        said: such as "Paid leave is 25 days." or "Members, Peak".
    """
    others = frozenset(stems(" ".join(_NOT_A.findall(question))))
    asked = _sides(_DENIED.sub(" ", question)) | {(stem, False) for stem in others}
    told = _sides(said)
    return any(
        (stem, not is_plain) in told and (stem, is_plain) not in told
        for stem, is_plain in asked
        if (stem, not is_plain) not in asked
    )


def tells_only_contrary(question: str, sentence: str) -> bool:
    """Whether a sentence tells only of the contrary of what is asked about, and of nothing else beside.

    As "bicycles that are not folded" does of folded ones, whatever else it says.
    """
    those = None if _DENIED.search(question) else _OF_THOSE_NOT.search(sentence)
    if those and (stem := stem_of(those["word"].casefold())):
        rest = f"{sentence[: those.start()]} {sentence[those.end() :]}"
        if stem in stems(_DENIED.sub(" ", question)) and stem not in stems(rest):
            return True
    return is_turned(_HOW.sub(" ", _NOT_A.sub(" ", question)), sentence) and not _OTHERS.search(sentence)


@lru_cache(maxsize=TEXTS_KEPT)
def _sides(text: str) -> frozenset[tuple[str, bool]]:
    """The stems of a text's words, each with whether it stands as it is; false where it is turned to the contrary.

    One that is denied, as in "not paid", tells of both.
    """
    found: set[tuple[str, bool]] = set()
    is_denied = False
    for match in _WORD.finditer(searchable(text).casefold()):
        word = match["word"]
        if word in _NEGATION or word.endswith(("n't", "n’t")):
            is_denied = True
            continue
        if word in _ARTICLES and is_denied:
            continue
        joined = _JOINED_WORD.fullmatch(word) if word not in _NO_CONTRARY else None
        if stem := stem_of(joined["rest"] if joined else word):
            is_plain = not (joined or match["prefix"])
            found |= {(stem, is_plain)} | ({(stem, not is_plain)} if is_denied else set())
        is_denied = False
    return frozenset(found)
