"""Side by side: two things that one question names, each asked by itself where no one sentence tells of both."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.language.vocabulary import alternatives, load
from qa.query.ellipses import ASKING, AUXILIARIES, LENT_VERB, PREPOSITION, asks
from qa.query.entities import Name
from qa.query.halves import Half, named_again
from qa.query.measured import measured, of_than

_TABLE = load("halves")
_OPENS = rf"(?:{ASKING}|{AUXILIARIES}|{LENT_VERB})\b"
_ARTICLE = alternatives(_TABLE["articles"])
_WORD = r"[\w'’-]+"
_AND = rf"{alternatives(_TABLE['side_joins'])}\b"
_THING = rf"{_WORD}(?:\s+(?!{_AND}){_WORD}){{0,3}}"
_LONG_THING = rf"{_WORD}(?:\s+(?!{_AND}){_WORD}){{0,5}}"
_TWO_PHRASES = re.compile(
    rf"(?P<before>.*\b{ASKING}\b.*?\b(?P<led>{PREPOSITION})\s+)(?P<one>{_LONG_THING}),?\s+{_AND}\s+(?P=led)\s+(?P<other>{_LONG_THING})\W*",
    re.I | re.S,
)
"""One question of two phrases that begin alike: "How much can I claim for mileage and for lunch?"."""
_ONE_PHRASE = re.compile(
    rf"(?P<before>.*\b{ASKING}\b.*?\b{PREPOSITION}\s+)(?P<one>{_THING}),?\s+{_AND}\s+(?P<other>(?!{PREPOSITION}\b){_THING})\W*",
    re.I | re.S,
)
"""Or of one phrase of two things: "What are the fees for a burial and a cremation?"."""
_LED_KEYWORDS = re.compile(rf"(?P<head>.*\w)\s+(?P<led>{PREPOSITION})\s+{_THING}", re.I)
"""A keyword told by a phrase, which another may have instead: "fee for adults and for children"."""
_AFTER_NAME = re.compile(r"(?<=[\w’'])(?<!^)\s+[a-z][\w\s’'-]*$")
"""What is said of both after the second of two names: "in Germany and in India give"."""
_TWO_THINGS = re.compile(
    rf"(?P<before>\W*{ASKING}\s+(?:is|are|was|were)\s+)(?P<one>(?P<article>the|an?|my|our|your)\s+{_THING})\s+{_AND}\s+"
    rf"(?P<other>(?P=article)\s+{_THING}?)(?P<of>\s+{PREPOSITION}\s+{_THING})?\W*",
    re.I,
)
"""Or of two things that are each told by an article: "Who are the chair and the secretary of the club?"."""
_PRONOUN = rf"{alternatives([*_TABLE['pronouns'], 'i', 'we', 'you', 'both'])}\b"
_TWO_DOERS = re.compile(
    rf"(?P<before>\W*{ASKING}\b[^?,]*?\b(?:{AUXILIARIES}|{LENT_VERB})\s+)(?!{_PRONOUN})"
    rf"(?P<one>{_THING})\s+{_AND}\s+(?P<other>(?!{_PRONOUN}){_WORD}(?:\s+{_WORD}){{0,3}}?)"
    rf"(?P<deed>\s+{alternatives(_TABLE['deeds_of_two'])}\b[^?,;]*)\W*",
    re.I,
)
"""Or of two who do something, or cost or last: "How much leave do lecturers and support staff have?"."""
_ONE_DOES: Final = {"do": "does", "are": "is", "were": "was", "have": "has"}
_DO = re.compile(rf"\b{alternatives(_ONE_DOES)}\b(?=\s*$)", re.I)
_SEVERAL = re.compile(rf"(?:\w{{2,}}s|{alternatives(_TABLE['several'])})", re.I)
_TWO_KEYWORDS = re.compile(rf"\W*(?P<one>{_THING})\s+{_AND}\s+(?P<other>{_THING}\s+{_WORD})\W*", re.I)
"""Or of two things without a question: "lido times and lesson price", "mileage and meal allowance"."""
_TOPICS = re.compile(
    rf"\W*(?:both\s+)?(?P<one>{_THING})\s+{_AND}\s+(?P<other>{_THING})\s*[:;,–—-]+\s+(?P<asked>{ASKING}\b[^?]*)\W*",
    re.I,
)
"""Or of two things that are told before the question: "Breakfast club and late club: what do they cost?"."""
_TWO_DEEDS = re.compile(
    rf"(?P<before>\W*{ASKING}\b[^?,]*?\b(?:{AUXILIARIES}|{LENT_VERB})\s[^?,]*?\s?)(?P<one>{alternatives(_TABLE['deeds_apart'])})"
    rf"\s+{_AND}\s+(?P<other>{alternatives(_TABLE['deeds_apart'])})(?P<rest>\b[^?,;]*)\W*",
    re.I,
)
"""Or of two that happen to one thing: "When does the pool open and close?"."""
_SIDE: Final = rf"{_WORD}(?:\s+(?!or\b){_WORD}){{0,7}}"
_TWO_CASES = re.compile(
    rf"(?P<before>\W*{_OPENS}[^?]*?\s)"
    rf"(?P<one>(?P<led>{PREPOSITION}|{alternatives(_TABLE['before_cases'])})\s+{_SIDE}),?\s+or\s+(?P<other>(?P=led)\s+{_SIDE})\W*",
    re.I,
)
"""Or of two cases: "Do I need a permit for a skip or for a scaffold?", "Is it paid if I ask or if I do not?"."""
_TWO_CHOICES = re.compile(
    rf"(?P<before>\W*{_OPENS}[^?]*?\s)(?P<one>{_ARTICLE}(?:\s+(?!(?:or|{_ARTICLE})\b){_WORD}){{1,3}}),?\s+or\s+"
    rf"(?P<other>{_ARTICLE}(?:\s+{_WORD}){{1,3}})\W*",
    re.I,
)
"""Or of two things to choose from: "Do I need a permit for a skip or a scaffold?"."""
_BESIDE = re.compile(
    rf"(?P<asked>\W*{ASKING}\b[^?]*?),?\s+(?:{alternatives(_TABLE['beside'])})\s+(?P<other>(?P<article>{_ARTICLE})(?:\s+(?!(?:in|at)\b){_WORD}){{1,3}})(?P<place>\s+(?:in|at)\s+{_THING})?\W*",
    re.I,
)
"""Or of one thing beside another: "How big may a shed be compared with a greenhouse?"."""
_AFTERTHOUGHT = re.compile(
    rf"(?P<asked>\W*{ASKING}\b[^?,]*?),\s+and\s+(?P<other>(?P<article>{_ARTICLE})(?:\s+(?!(?:in|at)\b){_WORD}){{1,3}})(?P<place>\s+(?:in|at)\s+{_THING})?\W*",
    re.I,
)
"""Or of one thing, and then of another: "What does the day ticket cost, and the season ticket?"."""
_DEFINITE: Final = "the"
_WHO_ARE = re.compile(r"\b(who)\s+(are|were)\b", re.I)
_SEVERAL_ARE: Final = {"are": "is", "were": "was"}
_BETWEEN_THEM = re.compile(r"\bbetween\b", re.I)
_HAS_PREPOSITION = re.compile(rf"\s{PREPOSITION}\s", re.I)
_LONGEST: Final = 25
"""A question of more words names two things within a longer story."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The two things that a question names side by side.

    Attributes:
        halves: each asked by itself.
        needs_both: whether one of them alone is no answer: two keywords may be one thing, and one sentence may say
            which of two it is.
        are_of_one: whether they are compared, or are two ends of one thing, so that one of them alone is only shown in
            place of an answer to the whole question.
    """

    halves: tuple[Half, Half]
    needs_both: bool
    are_of_one: bool = False


def side_by_side(question: str, names: Sequence[Name] = ()) -> Sides | None:
    """The two things that one question names side by side; None where it names none.

    One sentence often answers both, so they are only asked where none does. "Redcar and Cleveland" is one name.

    Args:
        question: as it was typed, without what is only told beside it.
        names: those in it.
    """
    if len(question.split()) > _LONGEST or _BETWEEN_THEM.search(question):
        return None
    if compared := of_than(question):
        (one, told_one), (other, told_other) = compared
        return Sides(_halves((one, other), (told_one, told_other)), needs_both=False, are_of_one=True)
    if beside := _BESIDE.fullmatch(question) or _AFTERTHOUGHT.fullmatch(question):
        return _beside(beside)
    for pattern, read in _READ:
        match = pattern.fullmatch(question)
        if match and (asked := read(match)):
            is_one = any(name.start < match.end("one") and match.start("other") < name.end for name in names)
            needs_both = read is _choices or not asks(question)
            told = match["one"], match["other"]
            return None if is_one else Sides(_halves(asked, told), needs_both, are_of_one=read is _deeds)
    return None


def _phrases(match: re.Match[str]) -> tuple[str, str]:
    after = _AFTER_NAME.search(match["other"]) if match["one"][0].isupper() else None
    return f"{match['before']}{match['one']}{after[0] if after else ''}", f"{match['before']}{match['other']}"


def _deeds(match: re.Match[str]) -> tuple[str, str]:
    return f"{match['before']}{match['one']}{match['rest']}", f"{match['before']}{match['other']}{match['rest']}"


def _topics(match: re.Match[str]) -> tuple[str, str] | None:
    topics = f"{match['one']}: {match['asked']}", f"{match['other']}: {match['asked']}"
    return None if asks(match["one"]) else topics


def _things(match: re.Match[str]) -> tuple[str, str]:
    before = _WHO_ARE.sub(lambda who: f"{who[1]} {_SEVERAL_ARE[who[2].casefold()]}", match["before"])
    shared = "" if _HAS_PREPOSITION.search(match["one"]) else match["of"] or ""
    return f"{before}{match['one']}{shared}", f"{before}{match['other']}{match['of'] or ''}"


def _doers(match: re.Match[str]) -> tuple[str, str] | None:
    if not _are_two(match["one"], match["other"]):
        return None
    return _each_does(match, match["one"]), _each_does(match, match["other"])


def _one_phrase(match: re.Match[str]) -> tuple[str, str] | None:
    if not _are_two(match["one"], match["other"]):
        return None
    return f"{match['before']}{match['one']}", f"{match['before']}{match['other']}"


def _keywords(match: re.Match[str]) -> tuple[str, str] | None:
    if asks(match[0]):
        return None
    thing, last = match["one"], match["other"].split()[-1]
    led = _LED_KEYWORDS.fullmatch(thing)
    head = f"{led['head']} " if led and re.match(rf"{led['led']}\s", match["other"], re.I) else ""
    return thing if len(thing.split()) > 1 else f"{thing} {last}", f"{head}{' '.join(match['other'].split())}"


def _choices(match: re.Match[str]) -> tuple[str, str]:
    return measured(f"{match['before']}{match['one']}"), measured(f"{match['before']}{match['other']}")


_READ: Final[Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str] | None]]]] = (
    (_TWO_PHRASES, _phrases),
    (_TWO_DEEDS, _deeds),
    (_TOPICS, _topics),
    (_TWO_THINGS, _things),
    (_TWO_DOERS, _doers),
    (_ONE_PHRASE, _one_phrase),
    (_TWO_KEYWORDS, _keywords),
    (_TWO_CASES, _choices),
    (_TWO_CHOICES, _choices),
)
"""Each way of naming two things, with what is asked of each; the first that holds counts."""


def _are_two(one: str, other: str) -> bool:
    """Whether two are surely that: each by an article, or several of each; not "bed and breakfast"."""
    is_told = [re.match(rf"{_ARTICLE}\s", thing, re.I) is not None for thing in (one, other)]
    return all(is_told) or (not any(is_told) and _are_several(one) and _are_several(other))


def _are_several(thing: str) -> bool:
    return _SEVERAL.fullmatch(thing.split()[-1]) is not None


def _each_does(match: re.Match[str], thing: str) -> str:
    """What is asked of one of two who do something: "What does a lock cost", of "What do a lock and a key cost"."""
    before = (
        match["before"] if _are_several(thing) else _DO.sub(lambda do: _ONE_DOES[do[0].casefold()], match["before"])
    )
    return f"{before}{thing}{match['deed']}"


def _beside(match: re.Match[str]) -> Sides | None:
    """A question of one thing beside another: that with the last thing in it that is told by such an article."""
    asked, other = match["asked"], match["other"]
    is_definite = match["article"].casefold() == _DEFINITE
    length = len(other.split())
    things = [
        thing
        for thing in re.finditer(rf"\b(?P<article>{_ARTICLE})(?:\s+{_WORD}){{1,{length - 1}}}", asked, re.I)
        if (thing["article"].casefold() == _DEFINITE) == is_definite
    ]
    if not things:
        return None
    one = things[-1]
    place = match["place"] or ""
    second = f"{asked[: one.start()]}{other}{asked[one.end() :]}"
    return Sides(_halves((f"{asked}{place}", f"{second}{place}"), (one[0], other)), needs_both=False)


def _halves(asked: tuple[str, str], told: tuple[str, str]) -> tuple[Half, Half]:
    """Two questions, each with what is told of in it alone."""
    one, other = named_again(
        tuple(Half(f"{each[:1].upper()}{each[1:]}?", f"{each}?", name) for each, name in zip(asked, told, strict=True))
    )
    return one, other
