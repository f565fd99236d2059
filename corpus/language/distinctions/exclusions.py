"""Exclusions: a question that asks what something is not so of is not answered by what it is so of."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language.kinds import QUESTIONS_KEPT
from corpus.language.lasting.holding import verb_stem
from corpus.language.predicates import negated
from corpus.language.ratings import ratings
from corpus.language.statements import same_rating
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("exclusions")
_WORD = rf"(?!{alternatives(_TABLE['other_clauses'])}\b)[\w’-]+"
_AUXILIARY = alternatives(_TABLE["auxiliaries"])
_SUBJECT = alternatives(_TABLE["before_subjects"])
_NOT = (
    rf"(?:{_AUXILIARY}(?:\s+{_WORD}){{0,5}}?\s+(?:not|never)|\w+n['’]t(?!\s+{_SUBJECT}\b)"
    rf"|{alternatives(_TABLE['having'])}\s+no)"
)
_EXCLUDES = re.compile(
    rf"(?:^|[.,:;?]\s+)(?:and\s+|in\s+)?{alternatives(_TABLE['asking'])}(?:\s+(?:of\s+)?{_WORD}){{0,8}}?\s+"
    rf"(?:{_NOT}|(?P<apart>{alternatives(_TABLE['other_than'])}))\s+(?P<denied>[^.,;:?\n]+)",
    re.I,
)
_DENIABLE = rf"(?:{_AUXILIARY}|{alternatives(_TABLE['modals'])})"
_ASKS_NOT = re.compile(
    rf"(?:^|[.,:;?]\s+)(?:(?:and|{alternatives(_TABLE['before_asking'])})\s+)*"
    rf"(?:{alternatives(_TABLE['asking'])}|how(?!\s+{alternatives(_TABLE['measures'])}\b))(?:\s+(?:of\s+)?{_WORD}){{0,6}}?\s+"
    rf"(?:(?:{_DENIABLE}(?:\s+{_WORD}){{0,6}}?\s+(?:not|never|no\s+longer)|\w+n['’]t|cannot)\s+(?P<denied>[^.,;:?\n]+)"
    rf"|{_DENIABLE}(?:\s+{_WORD}){{0,6}}?\s+{alternatives(_TABLE['forbidden'])}\b)",
    re.I,
)
_DENIES = re.compile(
    rf"\b(?:{alternatives(_TABLE['denials'])}\b|{alternatives(_TABLE['denying_stems'])}"
    rf"|{alternatives(_TABLE['denying_prefixes'])}-?(?!{alternatives(_TABLE['no_denials'])})[a-z]{{3,}})",
    re.I,
)
_ASKS_NOT_DONE = re.compile(
    rf"\b(?:{_DENIABLE}(?:\s+{_WORD}){{0,6}}?\s+(?:not|never)|\w+n['’]t|cannot)\s+(?P<denied>[^.,;:?\n]+)", re.I
)
_UP_TO_THEN = re.compile(rf"\b{alternatives(_TABLE['up_to_then'])}\b", re.I)
_MODAL = re.compile(rf"\b{alternatives(_TABLE['modals'])}\b", re.I)
_NOT_DONE = re.compile(
    rf"\b(?:{alternatives(_TABLE['auxiliaries'])}(?:\s+(?:not|never)|n['’]t)|never|{alternatives(_TABLE['not_doing'])})\s+"
    r"(?:[a-z]+ly\s+)?(?P<deed>[a-z]{3,})",
    re.I,
)
_QUALIFIED = re.compile(rf"\b{alternatives(_TABLE['qualified'])}\b", re.I)
_STATE = re.compile(r"\s*[^\W_]*[aeiouy][^\W_]*ing\b", re.I)
"""Of people in a state, as in "people not attending", a question says no more than who they are; "bring" is none."""
_NEAR_WORDS = 2
_DENIAL_WORDS = 4
"""What is not so has a denial so many words before it; what stands so many after may deny it as well: "is banned"."""
_KNOWN = re.compile(
    rf"\b{alternatives(_TABLE['known'])}\s+(?:(?:the|a|an|my|our|your|their|those?|these|in|at|on|for|to|by)\s+)*(?P<known>[\w’'-]+)",
    re.I,
)
_SET_APART = re.compile(
    rf"(?<!\S)(?:(?-i:NOT)|(?<=,\s)(?:not|{alternatives(_TABLE['known'])}))\s+(?:(?:the|a|an|my|our|your|their|of|in|at|on|for|to|by)\s+)*"
    r"(?P<known>[\w’'-]+)(?:\s+[\w’'-]+){0,2}[\s?.!]*$",
    re.I,
)
"""What a question ends with to leave something out: "When does the committee meet, not the planning committee?"."""
_ASKS = re.compile(rf"(?:^|[.,:;?]\s+){alternatives(_TABLE['asking'])}\b", re.I)
_WORDS = re.compile(r"[\w’'-]+")
_BESIDE = re.compile(rf"[,\n]|\b{alternatives(_TABLE['beside'])}\b", re.I)


def excluded_rating(question: str) -> str | None:
    """The grade that a question asks what has not: "good" of "Which was not rated good?"; None where there is none."""
    found = _EXCLUDES.search(question)
    return next((match[0] for match in ratings(found["denied"])), None) if found else None


def tells_of_the_known(question: str, told: str) -> bool:
    """Whether a question asks for others than one that it names, and what is told is of that one alone.

    Args:
        question: such as "Who chairs a committee other than Planning?".
        told: such as "The Planning Committee is chaired by Ada Moor."
    """
    known, set_apart = _left_out(question)
    known = known or ("" if negated(told) else set_apart)
    if not known:
        return False
    named, words = stems(known)[:1], list(_WORDS.finditer(told))
    places = [place for place, word in enumerate(words) if named and stems(word[0])[:1] == named]
    around = (words[max(place - _NEAR_WORDS, 0) : place + _NEAR_WORDS + 1] for place in places)
    is_beside = any(_BESIDE.search(told, near[0].start(), near[-1].end()) for near in around)
    return bool(places) and not is_beside and not _QUALIFIED.search(told)


@lru_cache(maxsize=QUESTIONS_KEPT)
def _left_out(question: str) -> tuple[str, str]:
    """What a question asks for others than, and what it ends with to leave it out; "" for nothing."""
    known = _KNOWN.search(question) if _ASKS.search(question) else None
    set_apart = _SET_APART.search(question)
    return known["known"] if known else "", set_apart["known"] if set_apart else ""


def lacks_denial(question: str, said: str) -> bool:
    """Whether a question asks what is not so, and nothing that is said denies anything, or sets it apart.

    Args:
        question: such as "Which theory does not explain tides?".
        said: such as "Ames's theory explains tides.", with what that stands under.
    """
    found = _ASKS_NOT.search(question)
    of = (found["denied"] or "") if found else ""
    if found is None or excluded_rating(question) or _STATE.match(of) or _QUALIFIED.search(said):
        return False
    told = list(_WORDS.finditer(said))
    verbs = (word for word in of.split() if not word.endswith("ly") or word in _TABLE["ly_verbs"])
    denied = next((stem for word in verbs for stem in stems(word)), "")
    own = [place for place, word in enumerate(told) if denied and stem_of(word[0].casefold()) == denied]
    reach = [said[told[max(place - _DENIAL_WORDS, 0)].start() : told[place].end()] for place in own] or [said]
    return not any(negated(part) or _DENIES.search(part) for part in reach)


def affirms_denied(question: str, sentence: str) -> bool:
    """Whether a question asks how much or when something is not done, and a sentence says only that it is.

    Args:
        question: such as "How many principles does the charter not declare?".
        sentence: such as "The charter declares 30 principles."; what is done after a time is not done before.
    """
    asked = _ASKS_NOT_DONE.search(question)
    denied = next(iter(stems(asked["denied"])), "") if asked else ""
    if not denied or _UP_TO_THEN.search(sentence):
        return False
    told = list(_WORDS.finditer(sentence))
    own = [place for place, word in enumerate(told) if stem_of(word[0].casefold()) == denied]
    near = (told[max(place - _DENIAL_WORDS, 0) : place + _DENIAL_WORDS + 1] for place in own)
    reach = (sentence[words[0].start() : words[-1].end()] for words in near)
    return bool(own) and not any(negated(part) or _DENIES.search(part) for part in reach)


def denies_deed(question: str, sentence: str) -> bool:
    """Whether a question asks about what somebody does, and a sentence says only who or what does not.

    What should or may be done may well be told by what is not to be, and who is exempt or fails by who does not.

    Args:
        question: such as "The acts of which body begin with a formula?".
        sentence: such as "Acts of the council do not begin with a formula."; one with "only" or "but" may say who does.
    """
    if _is_of_denial(question) or _QUALIFIED.search(sentence) or _UP_TO_THEN.search(sentence):
        return False
    denied = {verb_stem(stem_of(match["deed"])) for match in _NOT_DONE.finditer(sentence)} - {""}
    asked, rest = (set(map(verb_stem, stems(text))) for text in (question, _NOT_DONE.sub(" ", sentence)))
    return not denied.isdisjoint(asked - rest)


@lru_cache(maxsize=QUESTIONS_KEPT)
def _is_of_denial(question: str) -> bool:
    """Whether a question denies something itself, or asks what should or may be done."""
    return negated(question) or any(pattern.search(question) for pattern in (_DENIES, _MODAL))


def tells_of_the_excluded(question: str, sentence: str) -> bool:
    """Whether a question asks what something is not so of, and a sentence tells only what it is so of.

    Args:
        question: such as "What does the policy not cover?".
        sentence: such as "The policy covers theft."
    """
    found = _EXCLUDES.search(question)
    if found is None:
        return False
    rating = excluded_rating(question)
    if rating:
        given = [match[0] for match in ratings(sentence)]
        return bool(given) and not negated(sentence) and all(same_rating(one, rating) for one in given)
    denied = stems(" ".join(found["denied"].split()[:_NEAR_WORDS]))
    if not denied or found["apart"] or _STATE.match(found["denied"]):
        return False
    return denied[0] in stems(sentence) and not negated(sentence) and not _QUALIFIED.search(sentence)
