"""Side by side: two things that one question names, each asked by itself where no one sentence tells of both."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_THING = rf"{_WORD}(?:\s+(?!and\b){_WORD}){{0,3}}"
_LONG_THING = rf"{_WORD}(?:\s+(?!and\b){_WORD}){{0,5}}"
_TWO_PHRASES = re.compile(
    rf"(?P<before>.*\b{ASKING}\b.*?\b(?P<led>{PREPOSITION})\s+)(?P<one>{_LONG_THING}),?\s+and\s+(?P=led)\s+(?P<other>{_LONG_THING})\W*",
    re.I | re.S,
)
"""One question of two phrases that begin alike: "How much can I claim for mileage and for lunch?"."""
_AFTER_NAME = re.compile(r"(?<=[\w’'])(?<!^)\s+[a-z][\w\s’'-]*$")
"""What is said of both after the second of two names: "in Germany and in India give"."""
_TWO_THINGS = re.compile(
    rf"(?P<before>\W*{ASKING}\s+(?:is|are|was|were)\s+)(?P<one>(?P<article>the|an?|my|our|your)\s+{_THING})\s+and\s+"
    rf"(?P<other>(?P=article)\s+{_THING}?)(?P<of>\s+{PREPOSITION}\s+{_THING})?\W*",
    re.I,
)
"""Or of two things that are each told by an article: "Who are the chair and the secretary of the club?"."""
_PRONOUN = rf"{alternatives([*_TABLE['pronouns'], 'i', 'we', 'you', 'both'])}\b"
_TWO_DOERS = re.compile(
    rf"(?P<before>\W*{ASKING}\b[^?,]*?\b(?:{AUXILIARIES}|{LENT_VERB})\s+)(?!{_PRONOUN})"
    rf"(?P<one>{_WORD}(?:\s+(?!and\b){_WORD}){{0,3}})\s+and\s+(?P<other>(?!{_PRONOUN}){_WORD}(?:\s+{_WORD}){{0,3}}?)"
    rf"(?P<deed>\s+{alternatives(_TABLE['deeds_of_two'])}\b[^?,;]*)\W*",
    re.I,
)
"""Or of two who do something, or cost or last: "How much leave do lecturers and support staff have?"."""
_ONE_DOES: Final = {"do": "does", "are": "is", "were": "was", "have": "has"}
_DO = re.compile(rf"\b{alternatives(_ONE_DOES)}\b(?=\s*$)", re.I)
_SEVERAL = re.compile(rf"(?:\w{{2,}}s|{alternatives(_TABLE['several'])})", re.I)
_TWO_KEYWORDS = re.compile(rf"\W*(?P<one>{_THING})\s+and\s+(?P<other>{_THING}\s+{_WORD})\W*", re.I)
"""Or of two things without a question: "lido times and lesson price", "mileage and meal allowance"."""
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
    """

    halves: tuple[Half, Half]
    needs_both: bool


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
        return Sides(_halves((one, other), (told_one, told_other)), needs_both=True)
    is_choice = False
    if match := _TWO_PHRASES.fullmatch(question):
        after = _AFTER_NAME.search(match["other"]) if match["one"][0].isupper() else None
        rest = after[0] if after else ""
        asked = f"{match['before']}{match['one']}{rest}", f"{match['before']}{match['other']}"
    elif match := _TWO_THINGS.fullmatch(question):
        before = _WHO_ARE.sub(lambda who: f"{who[1]} {_SEVERAL_ARE[who[2].casefold()]}", match["before"])
        shared = "" if _HAS_PREPOSITION.search(match["one"]) else match["of"] or ""
        asked = f"{before}{match['one']}{shared}", f"{before}{match['other']}{match['of'] or ''}"
    elif (match := _TWO_DOERS.fullmatch(question)) and _are_two(match["one"], match["other"]):
        asked = _each_does(match, match["one"]), _each_does(match, match["other"])
    elif (match := _TWO_KEYWORDS.fullmatch(question)) and not asks(question):
        thing, last = match["one"], match["other"].split()[-1]
        asked = thing if len(thing.split()) > 1 else f"{thing} {last}", " ".join(match["other"].split())
    elif match := _TWO_CASES.fullmatch(question) or _TWO_CHOICES.fullmatch(question):
        asked = measured(f"{match['before']}{match['one']}"), measured(f"{match['before']}{match['other']}")
        is_choice = True
    elif match := _BESIDE.fullmatch(question) or _AFTERTHOUGHT.fullmatch(question):
        return _beside(match)
    else:
        return None
    if any(name.start < match.end("one") and match.start("other") < name.end for name in names):
        return None
    return Sides(_halves(asked, (match["one"], match["other"])), is_choice or not asks(question))


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
