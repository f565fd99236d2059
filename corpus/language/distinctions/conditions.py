"""Conditions: what holds if a thing is broken does not tell what holds if it is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from corpus.language.amounts.bands import MEASURES, TIME, Band, amounts, bands
from corpus.language.kinds import QUESTIONS_KEPT, TEXTS_KEPT
from corpus.language.predicates import negated
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("conditions")
_SUBJECT = alternatives(_TABLE["subjects"])
_OPENING = re.compile(
    rf"^[\W\d]*{alternatives(_TABLE['opening'])}\s+(?P<case>(?:{_SUBJECT}\s+)?[^,.;:?\n]{{2,200}}?)(?:,|\s+(?={_SUBJECT}\s)|[.;:?\n]|$)",
    re.I,
)
_UNLESS = re.compile(rf"\b{alternatives(_TABLE['unless'])}\s+(?P<case>[^,.;:?\n]{{2,200}})", re.I)
_ASKING = re.compile(rf"\b{alternatives(_TABLE['asking'])}\s+(?P<case>[^,.;:?\n]{{2,200}})", re.I)
_BEYOND = re.compile(rf"\b{alternatives([*load('ordinals')['further'], *_TABLE['beyond']])}\b", re.I)
"""What tells the price of more than so many: "£32 for up to three items and £5 for each further one"."""
_MEASURES = frozenset((*MEASURES, *map(stem_of, load("bands")["other_measures"])))
"""Units in which a thing has a size by which it is priced: a pipe of 32 mm."""
_ASKS_MEASURE = re.compile(rf"\b{alternatives(_TABLE['measuring'])}\b", re.I)
_FIRST_WORDS = re.compile(r"\W*(?:\S+\s+){0,7}\S+")
"""What a sentence is about, where a size tells which."""
_STAGES = {
    stage: re.compile(
        rf"\b{alternatives(_TABLE['stages'][stage])}\s+(?:{alternatives(_TABLE['stages']['between'])}\s+)?(?P<noun>[a-z]{{3,30}})",
        re.I,
    )
    for stage in ("before", "during", "after")
}

_BEGUN = _TABLE["begun"]
_TELLER, _NOT_YET, _OF_BEFORE = (
    re.compile(rf"\b{alternatives(_BEGUN[name])}\b", re.I) for name in ("tellers", "not_yet", "of_before")
)
_STAYS_TRUE = re.compile(rf"\b{alternatives([*_BEGUN['then'], *_BEGUN['demands']])}\b", re.I)
_BEFORE_VERB = re.compile(rf"\b{alternatives(_TABLE['stages']['before'])}\s+((?:[\w’'-]+\s+){{1,4}}[\w’'-]+)", re.I)
_FEW_WORDS = 4


def is_before_begun(question: str, sentence: str) -> bool:
    """Whether a sentence tells only what holds before something is done that a question says has been done.

    Args:
        question: such as "I signed last week, how much do I get back?".
        sentence: such as "Before you sign, all of it is paid back."
    """
    is_told = _TELLER.search(question) and not _OF_BEFORE.search(question)
    begun = _begun(question) if is_told else frozenset[str]()
    if not begun or _STAYS_TRUE.search(sentence):
        return False
    told = (match[1].split() for match in _BEFORE_VERB.finditer(sentence))
    return any(
        not begun.isdisjoint(map(stem_of, words)) and not any(word.casefold().endswith("ed") for word in words)
        for words in told
    )


@lru_cache(maxsize=TEXTS_KEPT)
def _begun(question: str) -> frozenset[str]:
    """The stems of what a question says has been done: "start" of "We started last week", and none of "shed"."""
    words = re.findall(r"[\w’']+", question)
    done = {place: _BEGUN["irregular"].get(word.casefold(), "") for place, word in enumerate(words)}
    done |= {place: word for place, word in enumerate(words) if _is_participle(word.casefold())}
    return frozenset(
        stem_of(verb)
        for place, verb in done.items()
        if verb and not _NOT_YET.search(" ".join(words[max(0, place - _FEW_WORDS) : place]))
    )


def _is_participle(word: str) -> bool:
    return word.endswith("ed") and stem_of(word) != word


def is_of_another_case(question: str, sentence: str, others: Iterable[str]) -> bool:
    """Whether a sentence tells what holds in another case than a question asks about, for which one beside it tells.

    Args:
        question: such as "What do I pay if the kit is lost?".
        sentence: such as "If the kit is broken, you pay £25."
        others: the other sentences of its text, such as "If it is lost, you pay £80."
    """
    asked, said, beside = frozenset(stems(question)), frozenset(stems(sentence)), list(others)
    own = _case(sentence)
    if own and not own <= asked and any(_is_asked(_case(other), asked, said) for other in beside):
        return True
    return _is_of_another_stage(question, sentence, beside) or _is_of_another_amount(question, sentence, beside)


def holds_unless(question: str, sentence: str) -> bool:
    """Whether a sentence tells what is so but in the case that a question asks about.

    Args:
        question: such as "Where is the market if it rains?".
        sentence: such as "Unless it rains the market is in the square."
    """
    told = _UNLESS.search(sentence)
    if told is None or negated(question):
        return False
    case = next(iter(stems(told["case"])), "")
    return bool(case) and any(case in stems(match["case"]) for match in _ASKING.finditer(question))


def _is_asked(case: frozenset[str], asked: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a case is the one that is asked about, and not told of by what is said."""
    return bool(case) and case <= asked and not case <= said


@lru_cache(maxsize=TEXTS_KEPT)
def _case(sentence: str) -> frozenset[str]:
    """The stems of the case that a sentence begins with; none where it begins with none."""
    opening = _OPENING.match(sentence)
    return frozenset(stems(opening["case"])) if opening else frozenset()


def _is_of_another_stage(question: str, sentence: str, others: Sequence[str]) -> bool:
    """Whether a sentence tells of before or after what a question asks about, and another one of the time asked for."""
    asked, told = _stages(question), _stages(sentence)
    apart = {(stage, noun) for stage, noun in asked if noun in {of for _, of in told}} - told
    return bool(apart) and any(not apart.isdisjoint(_stages(other)) for other in others)


@lru_cache(maxsize=TEXTS_KEPT)
def _stages(text: str) -> frozenset[tuple[str, str]]:
    """What a text says is before, during or after something, with the stem of that."""
    return frozenset(
        (stage, stem)
        for stage, pattern in _STAGES.items()
        for match in pattern.finditer(text)
        if (stem := stem_of(match["noun"]))
    )


def _is_of_another_amount(question: str, sentence: str, others: Sequence[str]) -> bool:
    """Whether a sentence tells of amounts above or below the one in a question, and another sentence of that one.

    Where it does so in the case that it begins with, or by several bands, or gives a price for them and none for more,
    or by the size of what it is about, no other has to; those of time may be of other things.
    """
    asked = _amounts(question)
    if not asked:
        return False
    opening = _OPENING.match(sentence)
    case = opening["case"] if opening else ""
    sized = "" if _ASKS_MEASURE.search(question) else _first_words(sentence)
    is_priced = any(band.unit in CURRENCY_SIGNS for band in bands(sentence)) and not _BEYOND.search(sentence)
    return any(
        _leaves_out(among, unit, case, any)
        or (
            unit not in (TIME, *CURRENCY_SIGNS)
            and (is_priced or len(list(_bounded(sentence, unit))) > 1)
            and _leaves_out(among, unit, sentence, any)
        )
        or (is_priced and unit in _MEASURES and _measures_others(among, unit, sentence))
        or (unit in _MEASURES and _leaves_out(among, unit, sized, any) and _leaves_out(among, unit, sentence, any))
        or (
            _leaves_out(among, unit, sentence, any)
            and any(band.holds(amount) for other in others for band in _bounded(other, unit) for amount in among)
        )
        for unit, among in asked.items()
    )


def _first_words(sentence: str) -> str:
    found = _FIRST_WORDS.match(sentence)
    return found[0] if found else ""


@lru_cache(maxsize=QUESTIONS_KEPT)
def _amounts(question: str) -> Mapping[str, Sequence[float]]:
    """The amounts that a question names, by their units."""
    found: dict[str, list[float]] = {}
    for amount, unit in amounts(question):
        found.setdefault(unit, []).append(amount)
    return found


def _leaves_out(among: Sequence[float], unit: str, text: str, held_by: Callable[[Iterable[bool]], bool]) -> bool:
    """Whether a text names bands of a unit, and none of some amounts lies in any of them, or in all."""
    told = list(_bounded(text, unit))
    return bool(told) and not any(held_by(_holds(band, amount) for band in told) for amount in among)


def _measures_others(among: Sequence[float], unit: str, text: str) -> bool:
    """Whether a text has measures of a unit, and none of some amounts is one of them or lies in one."""
    told = [band for band in bands(text) if band.unit == unit]
    return bool(told) and not any(_holds(band, amount) for band in told for amount in among)


def _holds(band: Band, amount: float) -> bool:
    """Whether an amount lies in a band, or ends it: "after two years" tells of two years, too."""
    return band.holds(amount) or amount in (band.low, band.high)


def _bounded(sentence: str, unit: str) -> Iterator[Band]:
    """The bands of a unit that a sentence names, and no amount by itself."""
    return (band for band in bands(sentence) if band.unit == unit and band.low != band.high)
