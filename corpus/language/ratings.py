"""Ratings in a text, as the scales of `en/ratings.toml` give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corpus.language.context import before, in_small_letters
from corpus.language.lists import PRINTED_BULLETS
from corpus.language.times.dates import dates
from corpus.language.vocabulary import alternatives, any_of, load
from corpus.language.words import WRITTEN_WORD, stems

_PLACEHOLDERS = {
    "number": r"[0-9]+(?:\.[0-9]+)?",
    "count": "[0-9]+",
    "digit": "[0-9]",
    "letter": "[0-9a-g]",
    "sign": "[+-]?",
}
"""What the names in braces stand for that a form of a grade may hold."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale by which something is graded.

    Attributes:
        name, source: what it is called, and where its words come from.
        grades: from best to worst, each with its forms: as it is named, and as it is inflected.
        weak: the forms that are everyday words too, and count only where a grade would stand.
    """

    name: str
    source: str
    grades: tuple[tuple[str, ...], ...]
    weak: frozenset[str]

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of all its grades."""
        return tuple(form for grade in self.grades for form in grade)

    def __post_init__(self) -> None:
        if not self.grades or not all(self.grades):
            raise ValueError(f"The scale {self.name!r} has no grades, or a grade without a form.")
        if strange := self.weak.difference(self.forms):
            raise ValueError(f"The scale {self.name!r} calls {sorted(strange)} weak, which are no forms of its grades.")


def scale(table: Mapping[str, Any]) -> Scale:
    """A scale from its table in `en/ratings.toml`."""
    grades = tuple(map(tuple, table["grades"]))
    return Scale(table["name"], table["source"], grades, frozenset(table.get("weak", ())))


def _form_pattern(form: str) -> str:
    """A pattern for a form of a grade in lower case.

    A text may have a space where the form has a hyphen, and any white space where it has a space.
    """
    pieces = re.split(r"\{(\w+)\}", form)
    pieces[::2] = [re.escape(text.lower()).replace(r"\-", r"[\s-]").replace("\\ ", r"\s+") for text in pieces[::2]]
    pieces[1::2] = [_PLACEHOLDERS[name] for name in pieces[1::2]]
    return "".join(pieces)


def _form(words: str) -> str:
    """A rating's words as the forms are compared."""
    return " ".join(words.lower().replace("-", " ").split())


_TABLE = load("ratings")
SCALES: tuple[Scale, ...] = tuple(map(scale, _TABLE["scales"]))
_FORMS = tuple(dict.fromkeys(form for scale in SCALES for form in scale.forms))
_WEAK = frozenset(_form(form) for scale in SCALES for form in scale.weak)
"""Forms that are everyday words too, and count only where they stand as a grade does."""
_IN_CAPITALS = frozenset(_form(form) for form in _FORMS if form[0].isupper())
_GRADES = {
    _form(form): frozenset(grade[0] for scale in SCALES for grade in scale.grades if form in grade) for form in _FORMS
}
"""For each form the grades that it is a form of, by the names that these have."""

_NOUN = alternatives(_TABLE["nouns"])
WHOLE = frozenset(stems(" ".join([*_TABLE["whole"], *_TABLE["nouns"]])))
"""Stems of what names all that is judged, such as "overall effectiveness", and of what a grade is called.

What is said of these is said of the whole.
"""
_OF_WHOLE = WHOLE | frozenset(stems(" ".join(_TABLE["graded"])))
_LINKING = re.compile(rf"\b{alternatives(_TABLE['linking'])}(?:\s+{alternatives(_TABLE['linking'])})*\b", re.I)
_RATING = re.compile(rf"(?<![\w-]){any_of(map(_form_pattern, _FORMS))}(?![\w-])")
"""Words that grade, in a text in lower case."""
_GRADED_BEFORE = re.compile(
    rf"(?:\b(?:{alternatives([*_TABLE['before'], *_TABLE['whole']])}|{_NOUN}(?:\s+of)?)"
    rf"|[:|–—\"“‘'(]|(?:^|\n)[ \t{PRINTED_BULLETS}]*)\s*[\"“‘']?$"
)
_RATED_NAME = re.compile(
    rf"\b(?i:{alternatives(load('judgements')['wording']['judged'])})\s+(?:the\s+)?(?:[A-Z][\w'’-]{{0,30}}\s+(?:(?:and|of|the)\s+)?){{1,6}}$"
)
"""What judged whom right before a grade: "Ofsted rated Harbour Nursery"."""
_NAME_CHARS = 120
_GRADED_AFTER = re.compile(rf"[ \t]*(?:$|[.,;:)|\"”’'\n–—]|{alternatives(_TABLE['after'])}\b)")
_GRADE_NAMED = re.compile(rf"\s+(?:{alternatives(map(str.lower, _TABLE['bodies']))}\s+)?{_NOUN}s?\b")
_NO_GRADE_BEFORE = {
    form: re.compile(rf"\s+{alternatives(words)}\b") for form, words in _TABLE["no_grade_before"].items()
}


_NO_SCORE = re.compile(
    r"^\W*\d{1,3}[.)]\s|(?<!\d)(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d)?\d\d)?(?!\d)|\d+(?:[.,]\d+)?\s?(?:%|per\s?cent\b)"
)
"""The number of a paragraph, a year or a share."""
_SCORED = re.compile(rf"\b(?:{_NOUN}s?|scor(?:es?|ed|ing))\b", re.I)


def may_score(words: str, sentence: str) -> bool:
    """Whether a figure of some words may be a score, as "7 of 10" is; years, dates and numbers of paragraphs are none.

    Args:
        words: that may give it.
        sentence: in which they stand; a share may be one where it speaks of a rating or a score.
    """
    rest = words
    for mention in reversed(dates(words, None)):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    left = _NO_SCORE.sub(lambda match: match[0] if "%" in match[0] and _SCORED.search(sentence) else " ", rest)
    return any(map(str.isdigit, left))


def grades_part(clause: str, of_whole: frozenset[str]) -> bool:
    """Whether a clause grades a part of what it is about, as "Behaviour was outstanding" does.

    Args:
        clause: what stands in it before the grade.
        of_whole: stems of the names of all that is graded.

    Returns:
        Whether what is graded is none of those, nor called by a word for a whole such as "school" or "it": the last
        word before the last verb, or of "inspectors judged teaching to be" those after it.
    """
    verbs = list(_LINKING.finditer(clause))
    if not verbs:
        return False
    verb = verbs[-1]
    after = clause[verb.end() :]
    words = WRITTEN_WORD.findall(clause[: verb.start()])
    graded = stems(after) or (stems(words[-1]) if words else [])
    return bool(graded) and of_whole.isdisjoint(graded) and _OF_WHOLE.isdisjoint(graded)


def ratings(text: str) -> Iterator[re.Match[str]]:
    """The grades that a text gives, as matches in the text in lower case."""
    lowered = in_small_letters(text)
    return (match for match in _RATING.finditer(lowered) if _rates(match, text, lowered))


def _rates(match: re.Match[str], text: str, lowered: str) -> bool:
    """Whether a rating's words rate where they stand."""
    start, end = match.span()
    form = _form(match.group())
    if form in _IN_CAPITALS and text[start].islower():
        return False
    if form in _NO_GRADE_BEFORE and _NO_GRADE_BEFORE[form].match(lowered, end):
        return False
    is_before = before(_GRADED_BEFORE, lowered, start) or before(_RATED_NAME, text, start, _NAME_CHARS)
    as_a_grade = _GRADED_AFTER.match(lowered, end) and is_before
    return bool(form not in _WEAK or as_a_grade or _GRADE_NAMED.match(lowered, end))


def is_rating(text: str) -> bool:
    """Whether a text is a rating and nothing else."""
    lowered = in_small_letters(text)
    match = _RATING.match(lowered)
    return match is not None and match.end() == len(text) and _rates(match, text, lowered)


def grades_of(words: str) -> frozenset[str]:
    """The grades that some words are a form of, by the names that these have; none where they are no form of any."""
    return _GRADES.get(_form(words), frozenset())
