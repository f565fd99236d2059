"""Deeds: when the dredger arrived is not when the crane did, nor until when something lasts for how long."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.distinctions.contrasts import is_alike
from corpus.language.lasting.holding import verb_forms
from corpus.language.sentences import last_sentence
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems, words

_TABLE = load("deeds")
_LASTING, _TAKING = (
    re.compile(rf"\bhow\s+long\s+(?:do|does|did|will|would)\b[^?]*\b{alternatives(_TABLE[name])}\b", re.I)
    for name in ("lasting", "taking")
)
_UNTIL = re.compile(r"\bwithin\s+(?:(?:the|a|about)\s+)?$", re.I)
_EACH = rf"(?:every|each)\s+(?:\w{{1,20}}\s+){{0,2}}{alternatives([*load('units')['time'], *_TABLE['more_units']])}\b"
_OPENS_WITH_EACH, _AFTER_EACH = re.compile(rf"^\W*{_EACH}(?!.*\bfor\b)", re.I), re.compile(r"\bevery\s+$", re.I)

_TENSE, _DATED = load("dates")["tense"], _TABLE["dated"]
_AUXILIARIES: Final = frozenset((*_TENSE["auxiliaries"], *_DATED["auxiliaries"]))
_VERBS: Final = frozenset(
    (
        *(form for forms in load("holding")["same_verbs"] for form in forms[1:]),
        *(*_TENSE["past"], *_TENSE["present"], *_TABLE["irregular"], *_DATED["irregular"]),
    )
)
_NO_VERB_AFTER: Final = frozenset((*_TENSE["no_past_after"], *_DATED["asides"])) - _AUXILIARIES
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
_SHORT: Final = 4
"""Words no longer than this that end in "ed" are no verbs, such as "shed"."""

_ASKS_DONE = re.compile(r"\b(?:why|when)\s+(?:was|were|has|have|had)\s+(?P<rest>[^?]+)", re.I)
_LEFT_ALONE = re.compile(rf"\b{alternatives(_TABLE['left_alone'])}\b", re.I)
_DETERMINERS: Final = alternatives(_DATED["determiners"])
_ASKS_WHEN_THING = re.compile(
    rf"^\W*when\s+{alternatives([*_DATED['auxiliaries'], 'did', 'does', 'do'])}\s+{_DETERMINERS}\s+"
    r"(?P<rest>[^?,]+)\??\s*$",
    re.I,
)
_SUBJECT = re.compile(rf"[\W\d]*{_DETERMINERS}\s+(?-i:[a-z])", re.I)
_OF_IT = re.compile(r"\W*(?:it|they)\b", re.I)
_GENERAL = re.compile(rf"\W*the\s+(?:\w+\s+)?{alternatives(_DATED['general'])}\b", re.I)
_GOES_ON = re.compile(rf"\b{alternatives(_DATED['going_on'])}\b", re.I)


def lasts_no_time(question: str, words: str, before: str) -> bool:
    """Whether a question asks how long something lasts, and words tell until when or how often something is done.

    Args:
        question: such as "How long does the inspection take?".
        words: such as "every five years".
        before: what stands before them, such as "within"; then they tell how long it takes, but not how long it lasts.
    """
    if _TAKING.search(question) and (_OPENS_WITH_EACH.search(words) or _AFTER_EACH.search(before)):
        return True
    return _LASTING.search(question) is not None and _UNTIL.search(before) is not None


def is_dated_of_another(question: str, sentence: str, under: str, before: str = "") -> bool:
    """Whether a question asks when something did or had done what a sentence tells of another thing alone.

    So "The dredger arrived on 12 July" does not tell when the crane arrived, nor does "It arrived on 12 July" behind
    what tells of the dredger. Where the sentence goes on otherwise about what was named before, or what it stands under
    names the thing, it may; so may one of a name.

    Args:
        question: such as "When did the crane arrive?".
        sentence: such as the above.
        under: what it stands under, with the title of its document.
        before: what stands before it in its paragraph.
    """
    asked = _ASKS_WHEN_THING.search(question)
    last = last_sentence(before) if asked and _OF_IT.match(sentence) else ""
    opening = last or ("" if _is_of_named(sentence) else sentence)
    if asked is None or not _SUBJECT.match(opening):
        return False
    done = frozenset(stem for stem, _ in _verbs(sentence.casefold()))
    deeds = [word.stem for word in words(asked["rest"]) if not verb_forms((word.stem,)).isdisjoint(done)]
    things = frozenset(stems(asked["rest"])) - frozenset(deeds[-1:])
    told = frozenset(stems(f"{under}\n{before if last else ''}\n{sentence}"))
    return bool(deeds and things) and not any(is_alike(thing, one) for thing in things for one in told)


def _is_of_named(sentence: str) -> bool:
    """Whether a sentence may be about what was named before it: "It arrived", "The building opened in May"."""
    return _GENERAL.match(sentence) is not None or _GOES_ON.search(sentence) is not None


def _verbs(folded: str) -> list[tuple[str, int]]:
    """The stems of the verbs of a sentence, and where they start; "the end" and "a planned fair" have none."""
    told: list[tuple[str, int]] = []
    last = ""
    for match in _WORD.finditer(folded):
        word = match[0]
        is_form = is_verb_form(word) and last not in _NO_VERB_AFTER
        if is_form or word in _AUXILIARIES:
            told.append((stem_of(word), match.start()))
        last = word
    return told


def is_verb_form(word: str) -> bool:
    """Whether a word in lower case is a form of a verb such as "drained" or "swept", as far as it shows."""
    return word in _VERBS or (word.endswith("ed") and len(word) > _SHORT and not word.endswith("eed"))


def is_left_alone(question: str, sentence: str) -> bool:
    """Whether a question asks why or when something was done, and a sentence tells that it was left as it was.

    Args:
        question: such as "Why was the walnut felled?".
        sentence: such as "The walnut was left alone after bats were found in it."
    """
    asked = _ASKS_DONE.search(question) if _LEFT_ALONE.search(sentence) else None
    done = [stem_of(word) for word in _WORD.findall(asked["rest"].casefold()) if is_verb_form(word)] if asked else []
    return bool(done) and verb_forms(done).isdisjoint(stems(sentence))
